package org.advalorem.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** What was received after netting, and the part of it that belongs to the period. */
    record Slice(Term received, Term ofPeriod) {}

    /**
     * The amount of the period.
     *
     * @param salesOfYear relevant sales of a year, following attribution
     */
    Slice slice(Benefit.Received received, ProgramType.Recurrence recurrence, IntFunction<Term> salesOfYear) {
        if (recurrence == ProgramType.Recurrence.RECURRING) {
            List<Amount> gross = received.receipts().stream()
                    .map(receipt -> new Amount(receipt.day(), receipt.amount(), receipt.amount()))
                    .toList();
            Term inPeriod = outline.line("Received in the period", inPeriod(gross), Authority.law("19 CFR 351.524(a)"));
            Term net = Netting.net(inPeriod, facts, setting);
            return new Slice(net, net);
        }
        List<Amount> amounts = net(received.receipts());
        List<Term> slices = new ArrayList<>();
        List<Group> groups = groups(amounts, received.approval());
        checkApprovalSales(groups);
        for (Group group : groups) {
            slices.add(slice(group, salesOfYear));
        }
        return new Slice(
                builder.sum(amounts.stream().map(Amount::net).toList(), setting.currency()),
                builder.sum(slices, setting.currency()));
    }

    /** What was received on a day, before and after netting. */
    private record Amount(LocalDate day, Term gross, Term net) {}

    private int yearOf(Amount amount) {
        return setting.yearOf(amount.day());
    }

    /** Netted in the order of receipt. */
    private List<Amount> net(List<Benefit.Receipt> receipts) {
        List<Benefit.Receipt> ordered = receipts.stream()
                .sorted(Comparator.comparing(Benefit.Receipt::day))
                .toList();
        List<Term> net =
                Netting.net(ordered, facts, setting);
        List<Amount> amounts = new ArrayList<>();
        for (int i = 0; i < net.size(); i++) {
            amounts.add(new Amount(ordered.get(i).day(), ordered.get(i).amount(), net.get(i)));
        }
        return amounts;
    }

    /** Amounts that were approved together. */
    private record Group(Benefit.Approval approval, boolean stated, List<Amount> amounts) {}

    private List<Group> groups(List<Amount> amounts, Optional<Benefit.Approval> approval) {
        if (approval.isPresent()) {
            return List.of(new Group(approval.get(), true, amounts));
        }
        Map<Integer, List<Amount>> byYear = new LinkedHashMap<>();
        amounts.forEach(amount -> byYear.computeIfAbsent(yearOf(amount), year -> new ArrayList<>())
                .add(amount));
        List<Group> groups = new ArrayList<>();
        byYear.forEach((year, received) -> {
            Term total = builder.sum(received.stream().map(Amount::gross).toList());
            groups.add(new Group(new Benefit.Approval(received.get(0).day(), total), false, received));
        });
        return groups;
    }

    /** One sales value cannot be that of two years of approval. */
    private void checkApprovalSales(List<Group> groups) {
        List<String> years = groups.stream()
                .filter(this::reachesPeriod)
                .map(this::yearOfApproval)
                .map(setting.period()::name)
                .toList();
        if (years.size() > 1 && facts.optional(APPROVAL_SALES).isPresent()) {
            throw facts.problem(
                    Problem.Code.AV401,
                    APPROVAL_SALES,
                    "(approval-sales) of (" + facts.address()
                            + ") are one year's, but the amounts count as approved in "
                            + String.join(" and ", years) + ".",
                    "Write approved: with its day and amount, or a use for each approval.");
        }
    }

    private int yearOfApproval(Group group) {
        return setting.yearOf(group.approval().day());
    }

    private boolean reachesPeriod(Group group) {
        return group.amounts().stream().anyMatch(amount -> {
            int k = setting.year() - yearOf(amount) + 1;
            return k >= 1 && k <= setting.proceeding().averageUsefulLife();
        });
    }

    private Term inPeriod(List<Amount> amounts) {
        return builder.sum(
                amounts.stream()
                        .filter(amount -> yearOf(amount) == setting.year())
                        .map(Amount::net)
                        .toList(),
                setting.currency());
    }

    private Term slice(Group group, IntFunction<Term> salesOfYear) {
        int life = setting.proceeding().averageUsefulLife();
        if (!reachesPeriod(group)) {
            outline.note("Received outside the " + life + " years up to " + setting.yearName()
                    + ": nothing falls into the period.");
            return builder.literal(0, setting.currency());
        }
        Term expensed = halfPercentTest(group, salesOfYear);
        if (!hasDiscountRate()) {
            return expensed(group, expensed);
        }
        Term allocated = allocated(group.amounts(), life, group.approval().day().getYear());
        Term slice = expensed.choose(inPeriod(group.amounts()), allocated);
        return outline.line(
                "Benefit of the period: expensed when below 0.5 percent, else allocated",
                slice,
                Authority.law("19 CFR 351.524(b)"));
    }

    private boolean hasDiscountRate() {
        return facts.optional(DISCOUNT_RATE).isPresent()
                || facts.optional(DISCOUNT).isPresent();
    }

    /** Small grants need no discount rate as long as they are expensed. */
    private Term expensed(Group group, Term expensed) {
        builder.require(
                expensed,
                "(" + facts.address()
                        + ") has no discount-rate, and its benefit is not below 0.5 percent of sales: it is"
                        + " allocated over time. Write discount-rate: 8.5%, or discount-benchmark: and a lending benchmark.",
                facts.address().toString());
        return outline.line(
                "Benefit of the period, expensed", inPeriod(group.amounts()), Authority.law("19 CFR 351.524(b)"));
    }

    private Term halfPercentTest(Group group, IntFunction<Term> salesOfYear) {
        int year = yearOfApproval(group);
        Term sales = facts.optional(APPROVAL_SALES)
                .map(stated -> setting.inReportingCurrencyOfYear(stated, year, facts))
                .orElseGet(() -> salesOfYear.apply(year));
        builder.require(
                builder.literal(0, setting.currency()).less(sales),
                "The relevant sales of " + setting.period().name(year)
                        + ", the year of approval, must be more than zero.",
                facts.address().toString());
        Term share = group.approval().amount().dividedBy(sales);
        Term expensed = share.less(builder.fraction(TEST_SHARE));
        Authority authority =
                (group.stated() ? Assumption.HALF_PERCENT_TEST : Assumption.RECEIPT_YEAR).under("19 CFR 351.524(b)(2)");
        outline.table(
                "The 0.5 percent test",
                List.of("year of approval", "approved", "relevant sales", "share", "below 0.5 percent"),
                List.of(List.of(
                        Outline.words(setting.period().name(year)),
                        Outline.quantity(group.approval().amount()),
                        Outline.quantity(sales),
                        Outline.quantity(share),
                        Outline.quantity(expensed))),
                authority);
        return expensed;
    }

    private Term allocated(List<Amount> amounts, int life, int agreed) {
        Term discount = outline.line(
                "Discount rate", discountRate(agreed, life), Assumption.DISCOUNT_RATE.under("19 CFR 351.524(d)(3)"));
        List<Term> slices = new ArrayList<>();
        List<List<Outline.Cell>> schedule = new ArrayList<>();
        for (Amount receipt : amounts) {
            DecliningBalance balance = new DecliningBalance(receipt.net(), life, discount, builder);
            for (int k = 1; k <= life; k++) {
                Term slice = balance.slice(k);
                int year = yearOf(receipt) + k - 1;
                if (year == setting.year()) {
                    slices.add(slice);
                }
                schedule.add(List.of(
                        Outline.words(setting.period().name(yearOf(receipt))),
                        Outline.words(Integer.toString(k)),
                        Outline.words(setting.period().name(year) + (year == setting.year() ? " (period)" : "")),
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
        boolean own = !new Uncreditworthiness(facts, setting).foundIn(agreed);
        LendingRates.Asked asked =
                new LendingRates.Asked(setting.currency().toString(), agreed, agreed, life, true, false, own);
        LendingRates.Quote quote =
                setting.benchmarks().lending(facts.get(DISCOUNT), facts).quote(asked);
        OwnLoans.write(Map.of(asked, quote), outline);
        return quote.rate();
    }
}
