package org.advalorem.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.Kind;
import org.advalorem.facts.Problem;

/**
 * The part of a benefit that belongs to the period: 19 CFR 351.524.
 *
 * <p>A non-recurring benefit received in year t is allocated over n years, the average useful life: the period takes the
 * slice k = period - t + 1 of a {@link DecliningBalance}. It is expensed in the year of receipt when the total approved is
 * less than 0.5 percent of the relevant sales of the year of approval.
 */
final class TimeAllocation {
    static final Field<ProgramType.Recurrence> RECURRENCE = Field.optional(
                    "recurrence",
                    Kind.choice(ProgramType.Recurrence.class),
                    "Whether the benefit is recurring, where the default of the type is rebutted.")
            .under("19 CFR 351.524(c)(2)");
    static final Field<Term> DISCOUNT_RATE = Field.optional(
                    "discount-rate",
                    Kind.rate().within(Domain.NOT_NEGATIVE),
                    "The long-term rate of the year in which the subsidy was agreed.")
            .under("19 CFR 351.524(d)(3)");
    static final Field<String> DISCOUNT = Field.optional(
                    "discount-benchmark",
                    Kind.reference("benchmarks"),
                    "The lending benchmark that gives the discount rate, at the average useful life.")
            .under("19 CFR 351.524(d)(3)");
    static final Field<Term> APPROVAL_SALES = Field.optional(
                    "approval-sales",
                    Kind.amount().within(Domain.POSITIVE),
                    "The relevant sales of the year of approval, where the ledger does not reach back.")
            .under("19 CFR 351.524(b)(2)");
    static final FieldSet FIELDS = FieldSet.of(
            "allocation over time", RECURRENCE, DISCOUNT_RATE, DISCOUNT, Uncreditworthiness.FIELD, APPROVAL_SALES);

    private static final String TEST_SHARE = "0.005";

    private final Facts facts;
    private final Setting setting;
    private final CalculationBuilder builder;
    private final OutlineBuilder outline;

    TimeAllocation(Facts facts, Setting setting) {
        this.facts = facts;
        this.setting = setting;
        this.builder = setting.builder();
        this.outline = setting.outline();
    }

    /**
     * The amount of the period.
     *
     * @param salesOfYear relevant sales of a year, following attribution
     */
    Term slice(Benefit.Received received, ProgramType.Recurrence recurrence, IntFunction<Term> salesOfYear) {
        if (recurrence == ProgramType.Recurrence.RECURRING) {
            return outline.line(
                    "Received in the period", inPeriod(received.receipts()), Authority.law("19 CFR 351.524(a)"));
        }
        List<Term> slices = new ArrayList<>();
        for (Group group : groups(received)) {
            slices.add(slice(group, salesOfYear));
        }
        return builder.sum(slices, setting.currency());
    }

    /** Receipts that were approved together. */
    private record Group(Benefit.Approval approval, boolean stated, List<Benefit.Receipt> receipts) {}

    private List<Group> groups(Benefit.Received received) {
        if (received.approval().isPresent()) {
            return List.of(new Group(received.approval().get(), true, received.receipts()));
        }
        Map<Integer, List<Benefit.Receipt>> byYear = new LinkedHashMap<>();
        received.receipts()
                .forEach(receipt -> byYear.computeIfAbsent(receipt.year(), year -> new ArrayList<>())
                        .add(receipt));
        List<Group> groups = new ArrayList<>();
        byYear.forEach((year, receipts) -> {
            Term total =
                    builder.sum(receipts.stream().map(Benefit.Receipt::amount).toList());
            groups.add(new Group(new Benefit.Approval(year, total), false, receipts));
        });
        return groups;
    }

    private Term inPeriod(List<Benefit.Receipt> receipts) {
        return builder.sum(
                receipts.stream()
                        .filter(receipt -> receipt.year() == setting.period())
                        .map(Benefit.Receipt::amount)
                        .toList(),
                setting.currency());
    }

    private Term slice(Group group, IntFunction<Term> salesOfYear) {
        int life = setting.proceeding().averageUsefulLife();
        boolean reachesPeriod = group.receipts().stream().anyMatch(receipt -> {
            int k = setting.period() - receipt.year() + 1;
            return k >= 1 && k <= life;
        });
        if (!reachesPeriod) {
            outline.note("Received outside the " + life + " years up to " + setting.period()
                    + ": nothing falls into the period.");
            return builder.literal(0, setting.currency());
        }
        Term expensed = halfPercentTest(group, salesOfYear);
        Term allocated = allocated(group.receipts(), life, group.approval().year());
        Term slice = expensed.choose(inPeriod(group.receipts()), allocated);
        return outline.line(
                "Benefit of the period: expensed when below 0.5 percent, else allocated",
                slice,
                Authority.law("19 CFR 351.524(b)"));
    }

    private Term halfPercentTest(Group group, IntFunction<Term> salesOfYear) {
        int year = group.approval().year();
        Term sales = facts.optional(APPROVAL_SALES).orElseGet(() -> salesOfYear.apply(year));
        Term share = group.approval().amount().dividedBy(sales);
        Term expensed = share.less(builder.fraction(TEST_SHARE));
        Authority authority =
                (group.stated() ? Assumption.HALF_PERCENT_TEST : Assumption.RECEIPT_YEAR).under("19 CFR 351.524(b)(2)");
        outline.table(
                "The 0.5 percent test",
                List.of("year of approval", "approved", "relevant sales", "share", "below 0.5 percent"),
                List.of(List.of(
                        Outline.words(Integer.toString(year)),
                        Outline.quantity(group.approval().amount()),
                        Outline.quantity(sales),
                        Outline.quantity(share),
                        Outline.quantity(expensed))),
                authority);
        return expensed;
    }

    private Term allocated(List<Benefit.Receipt> receipts, int life, int agreed) {
        Term discount = outline.line(
                "Discount rate", discountRate(agreed, life), Assumption.DISCOUNT_RATE.under("19 CFR 351.524(d)(3)"));
        List<Term> slices = new ArrayList<>();
        List<List<Outline.Cell>> schedule = new ArrayList<>();
        for (Benefit.Receipt receipt : receipts) {
            DecliningBalance balance = new DecliningBalance(receipt.amount(), life, discount, builder);
            for (int k = 1; k <= life; k++) {
                Term slice = balance.slice(k);
                int year = receipt.year() + k - 1;
                if (year == setting.period()) {
                    slices.add(slice);
                }
                schedule.add(List.of(
                        Outline.words(Integer.toString(receipt.year())),
                        Outline.words(Integer.toString(k)),
                        Outline.words(year + (year == setting.period() ? " (period)" : "")),
                        Outline.quantity(slice)));
            }
        }
        outline.table(
                "Allocation over " + life + " years",
                List.of("received", "year of the schedule", "calendar year", "slice"),
                schedule,
                Assumption.ALLOCATION_FORMULA.under("19 CFR 351.524(d)(1)"));
        return builder.sum(slices, setting.currency());
    }

    private Term discountRate(int agreed, int life) {
        return new Uncreditworthiness(facts, setting)
                .rate(
                        creditworthyRate(agreed, life),
                        agreed,
                        life,
                        Assumption.UNCREDITWORTHY_DISCOUNT.under("19 CFR 351.524(d)(3)(ii)"));
    }

    private Term creditworthyRate(int agreed, int life) {
        Optional<Term> stated = facts.optional(DISCOUNT_RATE);
        if (stated.isPresent()) {
            return stated.get();
        }
        String benchmark = facts.optional(DISCOUNT)
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV202,
                        "(discount-rate) is missing in (" + facts.address()
                                + "): a non-recurring benefit is allocated with a long-term rate.",
                        "Write discount-rate: 8.5%, or discount-benchmark: and a lending benchmark."));
        return setting.benchmarks()
                .interest(benchmark, facts)
                .rate(setting.currency().toString(), agreed, life);
    }
}
