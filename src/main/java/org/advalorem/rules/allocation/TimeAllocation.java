package org.advalorem.rules.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Every;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.DecliningBalance;
import org.advalorem.rules.base.Jurisdiction;
import org.advalorem.rules.base.LeftOut;
import org.advalorem.rules.base.LocalRule;
import org.advalorem.rules.base.ProgramType;
import org.advalorem.rules.loans.Uncreditworthiness;

/**
 * The portion of a benefit allocated to the period: 19 CFR 351.524.
 *
 * <p>A non-recurring benefit received in year t is allocated over n years, the average useful life: the period is
 * allocated the slice k = period - t + 1 of a {@link DecliningBalance}. The benefit is expensed in the year of receipt
 * if the total amount approved for the recipient under the program in the year of approval is less than 0.5 percent of
 * that year's relevant sales. Some types set a minimum of years, and a {@link ChangeInOwnership} may extinguish what was
 * received before it.
 * Outside the United States, {@link Jurisdiction} says how the two are done.
 */
public final class TimeAllocation {
    static final Field<Term> DISCOUNT_RATE = Field.optional(
                    "discount-rate",
                    FieldType.rate().within(Domain.NOT_NEGATIVE),
                    "The long-term rate of the year in which the subsidy was agreed.")
            .under("19 CFR 351.524(d)(3)");
    static final Field<String> DISCOUNT = Field.optional(
                    "discount-benchmark",
                    FieldType.reference("benchmarks"),
                    "The lending benchmark that gives the discount rate, for a loan over the allocation period.")
            .under("19 CFR 351.524(d)(3)");
    static final Field<Term> APPROVAL_SALES = Field.optional(
                    "approval-sales",
                    FieldType.amount().within(Domain.POSITIVE),
                    "The relevant sales of the year of approval, where the ledger does not go back that far.")
            .under("19 CFR 351.524(b)(2)");
    static final Field<Integer> ALLOCATION_PERIOD = Field.optional(
                    "allocation-period",
                    FieldType.years(),
                    "The years over which it is allocated, where that is not the average useful life.")
            .under("19 CFR 351.524(d)(2)(iv)");
    static final Field<Asset> ASSET = Field.optional(
                    "asset",
                    FieldType.choice(Asset.class),
                    "In the European Union, the kind of asset whose value it is, such as land, which does not depreciate.")
            .under("Regulation (EU) 2016/1037, art. 7(3)");
    static final Field<Term> QUANTITY_PRODUCED = Field.optional(
            "quantity-produced",
            FieldType.quantity().within(Domain.NOT_NEGATIVE),
            "In Canada, the quantity produced in the year with the asset it was used for: 20000 t.");
    static final Field<Term> LIFETIME_QUANTITY = Field.optional(
            "lifetime-quantity",
            FieldType.quantity().within(Domain.POSITIVE),
            "In Canada, the quantity that the asset is estimated to produce in its useful life.");
    public static final FieldSet FIELDS = FieldSet.of(
            "allocation over time",
            ProgramType.Recurrence.FIELD,
            DISCOUNT_RATE,
            DISCOUNT,
            Uncreditworthiness.FIELD,
            APPROVAL_SALES,
            ALLOCATION_PERIOD,
            ASSET,
            QUANTITY_PRODUCED,
            LIFETIME_QUANTITY);

    /** A kind of asset. */
    enum Asset {
        DEPRECIATING("depreciating"),
        NON_DEPRECIATING("non-depreciating");

        private final String label;

        Asset(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private static final Map<Field<?>, LocalRule> LOCAL_RULES = Map.ofEntries(
            Map.entry(DISCOUNT_RATE, LocalRule.DISCOUNT_RATE),
            Map.entry(DISCOUNT, LocalRule.DISCOUNT_RATE),
            Map.entry(Uncreditworthiness.FIELD, LocalRule.UNCREDITWORTHINESS),
            Map.entry(APPROVAL_SALES, LocalRule.EXPENSING_TEST),
            Map.entry(ASSET, LocalRule.NON_DEPRECIATING_ASSET),
            Map.entry(QUANTITY_PRODUCED, LocalRule.LIFETIME_QUANTITY),
            Map.entry(LIFETIME_QUANTITY, LocalRule.LIFETIME_QUANTITY));

    private final Facts facts;
    private final BenefitContext context;
    private final CalculationBuilder builder;
    private final OutlineBuilder outline;
    private final UsefulLife usefulLife;
    private final Optional<ProgramType.MinimumPeriod> minimum;
    private final List<ChangeInOwnership> changes;
    private final UsefulLife period;
    private final int years;
    private final SortedMap<Integer, List<Term>> later = new TreeMap<>();
    private final Jurisdiction jurisdiction;
    private final DiscountRates discountRates;

    /**
     * The allocation of what one use received.
     *
     * @param usefulLife the useful life for a use that states no allocation period of its own
     * @param minimum the least number of years for such a use
     * @param changes the changes in ownership of the recipient
     */
    public TimeAllocation(
            Facts facts,
            BenefitContext context,
            UsefulLife usefulLife,
            Optional<ProgramType.MinimumPeriod> minimum,
            List<ChangeInOwnership> changes) {
        this.facts = facts;
        this.context = context;
        this.builder = context.builder();
        this.outline = context.outline();
        this.usefulLife = usefulLife;
        Optional<UsefulLife> stated =
                facts.optional(ALLOCATION_PERIOD).map(years -> new UsefulLife(years, Optional.empty()));
        this.minimum = stated.isPresent() ? Optional.empty() : minimum;
        this.changes = List.copyOf(changes);
        this.period = stated.orElseGet(() -> usefulLife.orLonger(minimum));
        this.years = period.years();
        this.jurisdiction = context.proceeding().jurisdiction();
        this.discountRates = new DiscountRates(facts, context);
    }

    /**
     * Refuses what a use states and the law of the jurisdiction has no rule for.
     *
     * @throws org.advalorem.facts.UnusableFactsException if it states such a thing; the problems have been noted
     */
    public static void checkLaw(Facts use, Jurisdiction jurisdiction) {
        Every.check(
                LOCAL_RULES.entrySet(),
                entry -> jurisdiction.requireWhereStated(entry.getValue(), entry.getKey(), use));
    }

    /**
     * The amounts that the 0.5 percent test compares.
     *
     * @param approved the amounts approved for the recipient under the program in a year, part by part
     * @param sales relevant sales of a year, consistent with attribution
     * @param adjusted whether the rate is subject to the export value adjustment
     */
    public record Compared(
            IntFunction<List<ApprovedTotals.Part>> approved, IntFunction<Term> sales, boolean adjusted) {}

    /**
     * The net amount received, and the portion of it allocated to the period.
     *
     * @param continuing the part of that portion that is not allocated over time; empty if all of it is
     * @param later the portions allocated to later years, by year
     */
    public record Slice(Term received, Term ofPeriod, Optional<Term> continuing, SortedMap<Integer, Term> later) {
        /** Copies the map. */
        public Slice {
            later = Collections.unmodifiableSortedMap(new TreeMap<>(later));
        }

        /** A benefit of the period of which nothing is allocated over time. */
        public static Slice ofPeriod(Term received, Term benefit) {
            return new Slice(received, benefit, Optional.of(benefit), new TreeMap<>());
        }
    }

    /** The amount allocated to the period. */
    public Slice slice(Benefit.Received received, ProgramType.Recurrence recurrence, Compared compared) {
        if (recurrence == ProgramType.Recurrence.RECURRING) {
            List<Amount> gross = received.receipts().stream()
                    .map(receipt -> new Amount(receipt, receipt.amount()))
                    .toList();
            leaveOut(
                    received.receipts().stream()
                            .filter(receipt -> !context.counts(context.yearOf(receipt.day())))
                            .toList(),
                    LeftOut.Reason.OUTSIDE_THE_PERIOD,
                    "received outside " + context.countedYears());
            Term inPeriod = outline.line("Received in the period", inPeriod(gross), Authority.law("19 CFR 351.524(a)"));
            Term net = Netting.net(inPeriod, facts, context);
            return Slice.ofPeriod(net, expensed(net));
        }
        String latest = context.period().name(context.period().latest());
        leaveOut(
                received.receipts().stream()
                        .filter(receipt -> !reachesAnyYear(receipt) && !isAfterPeriod(receipt))
                        .toList(),
                LeftOut.Reason.OUTSIDE_THE_PERIOD,
                "received outside the " + years + " years up to " + latest);
        leaveOut(
                received.receipts().stream().filter(this::isAfterPeriod).toList(),
                LeftOut.Reason.OUTSIDE_THE_PERIOD,
                "received after " + latest + ": it counts in later years");
        List<Amount> amounts = net(received.receipts());
        List<Term> slices = new ArrayList<>();
        List<Group> groups = groups(notExtinguished(amounts), received.approvals());
        checkApprovalSales(groups);
        for (Group group : groups) {
            slices.add(slice(group, compared));
        }
        Term all = builder.sum(amounts.stream().map(Amount::net).toList(), context.currency());
        if (amounts.size() > 1) {
            outline.line("All amounts received", all, Authority.derived("sum of the amounts"));
        }
        Term ofPeriod = builder.sum(slices, context.currency());
        boolean byQuantity = jurisdiction.allocation() == Jurisdiction.Allocation.BY_QUANTITY;
        return new Slice(all, ofPeriod, byQuantity ? Optional.of(ofPeriod) : Optional.empty(), later());
    }

    /** The portions allocated to years after the one calculated. */
    private SortedMap<Integer, Term> later() {
        SortedMap<Integer, Term> sums = new TreeMap<>();
        later.forEach((year, portions) -> sums.put(year, builder.sum(portions)));
        return sums;
    }

    private boolean isAfterPeriod(Benefit.Receipt receipt) {
        return context.yearOf(receipt.day()) > context.period().latest();
    }

    private boolean reachesAnyYear(Benefit.Receipt receipt) {
        return context.period().years().stream().anyMatch(year -> reaches(context.yearOf(receipt.day()), year));
    }

    /** The amounts that no change in ownership extinguishes; the others are written and left out. */
    private List<Amount> notExtinguished(List<Amount> amounts) {
        List<Amount> left = amounts;
        for (ChangeInOwnership change : changes) {
            List<Amount> before = left.stream()
                    .filter(amount -> amount.receipt().day().isBefore(change.day()))
                    .toList();
            List<Amount> reaching = before.stream()
                    .filter(amount -> reachesAnyYear(amount.receipt()))
                    .toList();
            if (!reaching.isEmpty()) {
                write(change, reaching);
            }
            if (change.extinguishes()) {
                left = left.stream().filter(amount -> !before.contains(amount)).toList();
            }
        }
        return left;
    }

    private void write(ChangeInOwnership change, List<Amount> before) {
        Authority authority = context.proceeding().restsOn(Assumption.CHANGE_IN_OWNERSHIP, "19 CFR 351.526");
        String day = change.day().toString();
        Term sum = builder.sum(before.stream().map(Amount::net).toList());
        if (change.extinguishes()) {
            outline.line("Extinguished by the change in ownership of " + day, sum, authority);
            leaveOut(
                    before.stream().map(Amount::receipt).toList(),
                    LeftOut.Reason.EXTINGUISHED,
                    "received before the change in ownership of " + day + ", which extinguished it");
        } else {
            outline.note(
                    "The change in ownership of " + day + " extinguishes nothing: "
                            + String.join("; ", change.shortcomings()) + ".",
                    authority);
        }
    }

    /**
     * The value in the period of a benefit that is expensed in it.
     *
     * @param amount the net benefit of the year
     */
    public Term expensed(Term amount) {
        return switch (jurisdiction.expensing()) {
            case AT_FACE_VALUE -> amount;
            case WITH_INTEREST ->
                outline.line(
                        "Benefit of the period with the annual commercial interest",
                        amount.times(builder.fraction("1").plus(annualInterest())),
                        Assumption.EU_GUIDELINES.under(Jurisdiction.GUIDELINES));
            case AT_PRESENT_VALUE ->
                outline.line(
                        "Benefit of the period at its present value",
                        amount.dividedBy(builder.fraction("1").plus(annualInterest())),
                        Assumption.CANADIAN_PRESENT_VALUE.under("Special Import Measures Regulations, SOR/84-927"));
        };
    }

    private Term annualInterest() {
        return discountRates.creditworthy(context.year(), 1);
    }

    /** The benefit of the year where what was received is the value of a non-depreciating asset. */
    public Slice interestFree(Benefit.Received received) {
        List<Amount> amounts = net(received.receipts().stream()
                .filter(receipt -> context.yearOf(receipt.day()) <= context.year())
                .toList());
        leaveOut(
                received.receipts().stream()
                        .filter(receipt ->
                                context.yearOf(receipt.day()) > context.period().latest())
                        .toList(),
                LeftOut.Reason.OUTSIDE_THE_PERIOD,
                "received after " + context.period().name(context.period().latest()));
        Term all = builder.sum(amounts.stream().map(Amount::net).toList(), context.currency());
        Term benefit = new SpreadElsewhere(facts, context, years).interestFree(received(amounts));
        return Slice.ofPeriod(all, expensed(benefit));
    }

    private static List<SpreadElsewhere.Received> received(List<Amount> amounts) {
        return amounts.stream()
                .map(amount -> new SpreadElsewhere.Received(amount.receipt(), amount.net()))
                .toList();
    }

    /** Whether what was received is the value of a non-depreciating asset, by what the use states. */
    public static boolean isNonDepreciating(Facts use) {
        return use.optional(ASSET).equals(Optional.of(Asset.NON_DEPRECIATING));
    }

    /** The problem that a benefit computed for the period is said to be the value of an asset. */
    public static UnusableFactsException noAsset(Facts use, String type) {
        return use.problem(
                Problem.Code.AV401,
                ASSET,
                "A benefit of type " + type + " is computed for the period and is not the value of an asset.",
                "Leave asset out, or write the amount as a grant.");
    }

    /** An amount received, and its net amount. */
    private record Amount(Benefit.Receipt receipt, Term net) {}

    private int yearOf(Amount amount) {
        return context.yearOf(amount.receipt().day());
    }

    /** The net amounts, in the order of receipt. */
    private List<Amount> net(List<Benefit.Receipt> receipts) {
        List<Benefit.Receipt> ordered = receipts.stream()
                .sorted(Comparator.comparing(Benefit.Receipt::day))
                .toList();
        List<Term> net = Netting.net(ordered, facts, context);
        List<Amount> amounts = new ArrayList<>();
        for (int i = 0; i < net.size(); i++) {
            amounts.add(new Amount(ordered.get(i), net.get(i)));
        }
        return amounts;
    }

    /** Amounts approved in the same year. */
    private record Group(ApprovalYears.When approved, List<Amount> amounts) {}

    private List<Group> groups(List<Amount> amounts, List<Benefit.Approval> approvals) {
        List<ApprovalYears.When> years = new ApprovalYears(facts, context, approvals)
                .of(amounts.stream().map(Amount::receipt).toList());
        Map<ApprovalYears.When, List<Amount>> byYear = new LinkedHashMap<>();
        for (int i = 0; i < years.size(); i++) {
            byYear.computeIfAbsent(years.get(i), absent -> new ArrayList<>()).add(amounts.get(i));
        }
        return byYear.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Checks that no single sales value serves as that of two years of approval. */
    private void checkApprovalSales(List<Group> groups) {
        List<String> years = groups.stream()
                .filter(this::reachesPeriod)
                .map(group -> group.approved().year())
                .distinct()
                .map(context.period()::name)
                .toList();
        if (years.size() > 1 && facts.optional(APPROVAL_SALES).isPresent()) {
            throw facts.problem(
                    Problem.Code.AV401,
                    APPROVAL_SALES,
                    "(approval-sales) of (" + facts.address()
                            + ") are for one year, but the amounts count as approved in "
                            + String.join(" and ", years) + ".",
                    "Write approved: with its day and amount, or a use for each approval.");
        }
    }

    private boolean reachesPeriod(Group group) {
        return group.amounts().stream().anyMatch(amount -> reaches(yearOf(amount), context.year()));
    }

    /** Whether the schedule of an amount received in one year has a slice in the other. */
    private boolean reaches(int received, int year) {
        int k = year - received + 1;
        boolean ends = jurisdiction.allocation() != Jurisdiction.Allocation.BY_QUANTITY;
        return k >= 1 && (k <= years || !ends);
    }

    private void leaveOut(List<Benefit.Receipt> receipts, LeftOut.Reason reason, String why) {
        if (!receipts.isEmpty()) {
            Term sum =
                    builder.sum(receipts.stream().map(Benefit.Receipt::amount).toList());
            int records = receipts.stream().mapToInt(Benefit.Receipt::records).sum();
            context.leaveOut(facts, LeftOut.What.RECEIPTS, reason, records, Optional.of(sum), why);
        }
    }

    /** The part of an amount that falls in the year, restated at one level of prices unless the amount is. */
    private Term atOneLevelOfPrices(Amount amount, Term part, String what) {
        boolean isAlready = amount.receipt().atOneLevelOfPrices() && yearOf(amount) == context.year();
        return isAlready
                ? part
                : context.atOneLevelOfPrices(part, what, amount.receipt().day());
    }

    private Term inPeriod(List<Amount> amounts) {
        return builder.sum(
                amounts.stream()
                        .filter(amount -> yearOf(amount) == context.year())
                        .map(amount -> atOneLevelOfPrices(amount, amount.net(), "Received"))
                        .toList(),
                context.currency());
    }

    private Term slice(Group group, Compared compared) {
        if (!reachesPeriod(group)) {
            outline.note("Received outside the " + years + " years up to " + context.yearName()
                    + ": nothing is allocated to the period.");
            if (countsLater(group)) {
                allocated(group, expensingTest(group, compared));
            }
            return builder.literal(0, context.currency());
        }
        Term expensed = expensingTest(group, compared);
        if (jurisdiction.expensingTest().isEmpty()) {
            return outline.line(
                    "Benefit of the period", allocated(group, expensed), Authority.law("19 CFR 351.524(b)"));
        }
        if (jurisdiction.isAmerican() && !discountRates.areStated()) {
            return expensed(group, expensed);
        }
        Term allocated = allocated(group, expensed);
        Term slice = expensed.choose(expensed(inPeriod(group.amounts())), allocated);
        return outline.line("Benefit of the period", slice, Authority.law("19 CFR 351.524(b)"));
    }

    /**
     * Whether something received after the period is allocated to later years: approved in a year whose sales are
     * known.
     */
    private boolean countsLater(Group group) {
        return discountRates.areStated()
                && group.approved().year() <= context.period().latest()
                && group.amounts().stream().map(Amount::receipt).anyMatch(this::isAfterPeriod);
    }

    /** Whether what was approved in the year of a group is expensed; never where the law has no such test. */
    private Term expensingTest(Group group, Compared compared) {
        return jurisdiction
                .expensingTest()
                .map(test -> expensingTest(test, group.approved().year(), compared))
                .orElseGet(() -> builder.truth(false));
    }

    /** The expensed amount; a small grant needs no discount rate as long as it is expensed. */
    private Term expensed(Group group, Term expensed) {
        builder.require(
                expensed,
                "(" + facts.address()
                        + ") has no discount-rate, and its benefit is not below 0.5 percent of sales: it is"
                        + " allocated over time. Write discount-rate: 8.5%, or discount-benchmark: with a"
                        + " lending benchmark.",
                facts.address().toString());
        return outline.line(
                "Benefit of the period, expensed", inPeriod(group.amounts()), Authority.law("19 CFR 351.524(b)"));
    }

    private Term expensingTest(Jurisdiction.ExpensingTest test, int year, Compared compared) {
        String name = context.period().name(year);
        List<ApprovedTotals.Part> parts = compared.approved().apply(year);
        Term approved =
                builder.sum(parts.stream().map(ApprovedTotals.Part::amount).toList());
        if (parts.size() > 1) {
            outline.sheet(
                    "Approved in " + name + " under the program",
                    List.of(
                            SheetColumn.key("use"),
                            SheetColumn.date("approved"),
                            SheetColumn.of("amount", Quality.MONEY)),
                    parts.stream().map(part -> row(part, name)).toList(),
                    Assumption.APPROVED_TOTAL.under("19 CFR 351.524(b)(2)"));
        }
        Optional<Term> stated =
                facts.optional(APPROVAL_SALES).map(sales -> context.inReportingCurrencyOfYear(sales, year, facts));
        Term sales = stated.orElseGet(() -> compared.sales().apply(year));
        builder.require(
                builder.literal(0, context.currency()).less(sales),
                "The relevant sales of " + name + ", the year of approval, must be more than zero.",
                facts.address().toString());
        Term share = approved.dividedBy(sales);
        Term expensed = share.less(builder.fraction(test.share()));
        boolean known = parts.stream().allMatch(part -> part.approval().isPresent());
        outline.sheet(
                "The " + test.words() + " test",
                List.of(
                        SheetColumn.keyDate("year of approval"),
                        SheetColumn.of("approved", Quality.MONEY),
                        SheetColumn.of("relevant sales", Quality.MONEY),
                        SheetColumn.of("share", Quality.SHARE, "approved", "relevant sales"),
                        SheetColumn.of("below " + test.words(), Quality.TRUTH, "share")),
                List.of(List.of(
                        Outline.words(name),
                        Outline.quantity(approved),
                        Outline.quantity(sales),
                        Outline.quantity(share),
                        Outline.quantity(expensed))),
                known
                        ? test.authority()
                        : Assumption.RECEIPT_YEAR.under(test.authority().citation()));
        if (!known) {
            test.assumption().ifPresent(assumption -> assumption.note(outline));
        }
        if (compared.adjusted() && stated.isEmpty()) {
            Assumption.UNADJUSTED_SALES.note(outline);
        }
        return expensed;
    }

    private static List<Outline.Cell> row(ApprovedTotals.Part part, String year) {
        return List.of(
                Outline.words(part.use().address().toString()),
                Outline.words(part.when(year)),
                Outline.quantity(part.amount()));
    }

    private Term allocated(Group group, Term expensed) {
        if (jurisdiction.allocation() != Jurisdiction.Allocation.DECLINING_BALANCE) {
            return spreadElsewhere(group, expensed);
        }
        Term discount = discountRate(group.approved().agreed());
        List<Term> slices = new ArrayList<>();
        List<List<Outline.Cell>> schedule = new ArrayList<>();
        for (Amount receipt : group.amounts()) {
            DecliningBalance balance = new DecliningBalance(receipt.net(), years, discount, builder);
            for (int k = 1; k <= years; k++) {
                Term slice = balance.slice(k);
                int year = yearOf(receipt) + k - 1;
                if (year == context.year()) {
                    slices.add(atOneLevelOfPrices(receipt, slice, "Slice"));
                } else if (year > context.year()) {
                    later.computeIfAbsent(year, absent -> new ArrayList<>())
                            .add(expensed.choose(builder.literal(0, context.currency()), slice));
                }
                schedule.add(List.of(
                        Outline.words(receipt.receipt().day().toString()),
                        Outline.quantity(receipt.net()),
                        Outline.words(context.period().name(year)),
                        Outline.quantity(builder.literal(k - 1L, Unit.FRACTION)),
                        Outline.quantity(slice)));
            }
        }
        outline.sheet(
                "Allocation over " + years + " years",
                List.of(
                        SheetColumn.keyDate("received"),
                        SheetColumn.of("amount", Quality.MONEY),
                        SheetColumn.keyDate("year"),
                        SheetColumn.of("years since receipt", Quality.COUNT),
                        SheetColumn.of("slice", Quality.MONEY, "amount", "years since receipt")),
                schedule,
                Assumption.ALLOCATION_FORMULA.under("19 CFR 351.524(d)(1)"));
        minimum.ifPresent(least -> outline.note(
                "Allocated over " + least.years() + " years or the useful life of " + usefulLife.years()
                        + " years, whichever is longer.",
                least.authority()));
        period.assumption().ifPresent(assumption -> assumption.note(outline));
        return builder.sum(slices, context.currency());
    }

    /** The slices of a group under the law of another jurisdiction; equal parts stay the same in later years. */
    private Term spreadElsewhere(Group group, Term expensed) {
        List<Term> spread = new SpreadElsewhere(facts, context, years)
                .slices(received(group.amounts()), group.approved().agreed());
        List<Term> slices = new ArrayList<>();
        for (int i = 0; i < spread.size(); i++) {
            int received = yearOf(group.amounts().get(i));
            if (reaches(received, context.year())) {
                slices.add(spread.get(i));
            }
            if (jurisdiction.allocation() == Jurisdiction.Allocation.BY_QUANTITY) {
                continue;
            }
            for (int of = Math.max(received, context.year() + 1); of < received + years; of++) {
                later.computeIfAbsent(of, absent -> new ArrayList<>())
                        .add(expensed.choose(builder.literal(0, context.currency()), spread.get(i)));
            }
        }
        return builder.sum(slices, context.currency());
    }

    private Term discountRate(int agreed) {
        Authority authority = facts.optional(DISCOUNT_RATE).isPresent()
                ? Authority.law("19 CFR 351.524(d)(3)(i)")
                : Assumption.DISCOUNT_TERM.under("19 CFR 351.524(d)(3)(i)");
        Term rate = new Uncreditworthiness(facts, context)
                .rate(
                        discountRates.creditworthy(agreed, years),
                        agreed,
                        years,
                        Assumption.UNCREDITWORTHY_DISCOUNT.under("19 CFR 351.524(d)(3)(ii)"));
        return outline.line("Discount rate", rate, authority);
    }
}
