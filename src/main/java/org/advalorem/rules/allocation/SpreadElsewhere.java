package org.advalorem.rules.allocation;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Measures;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.Jurisdiction;
import org.advalorem.rules.base.Proceeding;

/**
 * The slice of an amount G that falls in the year, under the law of a jurisdiction other than the United States.
 *
 * <ul>
 *   <li>European Union: {@code G/n + (G/n) i + i G (n + 1) / (2 n)}, equal parts with interest, and interest on the mean
 *       of the balances at the start of each year;
 *   <li>Canada: {@code G q / Q}, in proportion to the quantity q of the year in the quantity Q of the useful life;
 *   <li>United Kingdom: {@code G/n}.
 * </ul>
 */
final class SpreadElsewhere {
    private static final String RECEIVED = "received";
    private static final String AMOUNT = "amount";
    private static final String PART = "part of the year";
    private static final String ON_PART = "interest on it";
    private static final String ON_BALANCE = "interest on the balance";
    private static final String SLICE = "slice";
    private static final String OF_YEAR = "quantity of the year";
    private static final String OF_LIFE = "quantity of the useful life";

    private final Facts facts;
    private final BenefitContext context;
    private final CalculationBuilder builder;
    private final OutlineBuilder outline;
    private final int years;

    /**
     * The spread of one use.
     *
     * @param years n
     */
    SpreadElsewhere(Facts facts, BenefitContext context, int years) {
        this.facts = facts;
        this.context = context;
        this.builder = context.builder();
        this.outline = context.outline();
        this.years = years;
    }

    /** An amount received, net, and its day. */
    record Received(Benefit.Receipt receipt, Term net) {}

    /**
     * The slice of each amount in a year into which its useful life reaches.
     *
     * @param agreed the year in which the subsidy was agreed
     */
    List<Term> slices(List<Received> amounts, int agreed) {
        return switch (context.proceeding().jurisdiction().allocation()) {
            case DECLINING_BALANCE ->
                throw new IllegalStateException("The American schedule is that of TimeAllocation.");
            case STRAIGHT_LINE_WITH_INTEREST -> withInterest(amounts, agreed);
            case STRAIGHT_LINE -> straight(amounts);
            case BY_QUANTITY -> byQuantity(amounts);
        };
    }

    private List<Term> withInterest(List<Received> amounts, int agreed) {
        Term interest = outline.line(
                "Annual commercial interest rate",
                new DiscountRates(facts, context).creditworthy(agreed, years),
                Assumption.EU_GUIDELINES.under(Jurisdiction.GUIDELINES));
        List<Term> slices = new ArrayList<>();
        List<List<Outline.Cell>> rows = new ArrayList<>();
        for (Received amount : amounts) {
            Term part = part(amount.net());
            Term onPart = part.times(interest);
            Term onBalance = meanBalance(amount.net()).times(interest);
            Term slice = part.plus(onPart).plus(onBalance);
            slices.add(slice);
            rows.add(row(amount, part, onPart, onBalance, slice));
        }
        outline.sheet(
                "Equal parts over " + years + " years, with interest",
                List.of(
                        SheetColumn.keyDate(RECEIVED),
                        SheetColumn.of(AMOUNT, Quality.MONEY),
                        SheetColumn.of(PART, Quality.MONEY, AMOUNT),
                        SheetColumn.of(ON_PART, Quality.MONEY, PART),
                        SheetColumn.of(ON_BALANCE, Quality.MONEY, AMOUNT),
                        SheetColumn.of(SLICE, Quality.MONEY, PART, ON_PART, ON_BALANCE)),
                rows,
                Assumption.EU_GUIDELINES.under(Jurisdiction.GUIDELINES));
        Assumption.AVERAGE_BALANCE.note(outline);
        return slices;
    }

    /** The mean of the balances not yet depreciated. */
    private Term meanBalance(Term amount) {
        Proceeding.AverageBalance of = context.proceeding().averageBalance();
        Term twice = builder.literal(of == Proceeding.AverageBalance.START_OF_YEAR ? 2L * years : 2L, Unit.FRACTION);
        Term times = builder.literal(of == Proceeding.AverageBalance.START_OF_YEAR ? years + 1L : 1L, Unit.FRACTION);
        return amount.times(times).dividedBy(twice);
    }

    private Term part(Term amount) {
        return amount.dividedBy(builder.literal(years, Unit.FRACTION));
    }

    private List<Term> straight(List<Received> amounts) {
        List<Term> slices = new ArrayList<>();
        List<List<Outline.Cell>> rows = new ArrayList<>();
        for (Received amount : amounts) {
            Term slice = part(amount.net());
            slices.add(slice);
            rows.add(row(amount, slice));
        }
        outline.sheet(
                "Equal parts over " + years + " years",
                List.of(
                        SheetColumn.keyDate(RECEIVED),
                        SheetColumn.of(AMOUNT, Quality.MONEY),
                        SheetColumn.of(SLICE, Quality.MONEY, AMOUNT)),
                rows,
                Assumption.BRITISH_STRAIGHT_LINE.under("SI 2019/450, reg. 25(2)-(3)"));
        return slices;
    }

    private List<Term> byQuantity(List<Received> amounts) {
        Term ofLife = facts.get(TimeAllocation.LIFETIME_QUANTITY);
        Term stated = facts.get(TimeAllocation.QUANTITY_PRODUCED);
        Term ofYear = Measures.convert(stated, ofLife.unit())
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV206,
                        TimeAllocation.QUANTITY_PRODUCED,
                        "(quantity-produced) is in " + stated.unit() + ", (lifetime-quantity) in " + ofLife.unit()
                                + ".",
                        "Write both in the same measure."));
        builder.require(
                ofYear.atMost(ofLife),
                "The quantity produced in the year must not exceed that of the useful life.",
                facts.address().child(TimeAllocation.QUANTITY_PRODUCED.name()).toString());
        List<Term> slices = new ArrayList<>();
        List<List<Outline.Cell>> rows = new ArrayList<>();
        for (Received amount : amounts) {
            Term slice = amount.net().times(ofYear.dividedBy(ofLife));
            slices.add(slice);
            rows.add(row(amount, ofYear, ofLife, slice));
        }
        outline.sheet(
                "Allocation over the quantity produced",
                List.of(
                        SheetColumn.keyDate(RECEIVED),
                        SheetColumn.of(AMOUNT, Quality.MONEY),
                        SheetColumn.of(OF_YEAR, Quality.QUANTITY),
                        SheetColumn.of(OF_LIFE, Quality.QUANTITY),
                        SheetColumn.of(SLICE, Quality.MONEY, AMOUNT, OF_YEAR, OF_LIFE)),
                rows,
                Assumption.CANADIAN_QUANTITY.under("Special Import Measures Regulations, SOR/84-927"));
        return slices;
    }

    /**
     * The benefit of a year from the value of non-depreciating assets, {@code G i} for each year from that of receipt:
     * an interest-free loan that is not repaid.
     */
    Term interestFree(List<Received> amounts) {
        Term interest = outline.line(
                "Annual commercial interest rate",
                new DiscountRates(facts, context).creditworthy(context.year(), 1),
                Assumption.EU_GUIDELINES.under(Jurisdiction.GUIDELINES));
        List<Term> benefits = new ArrayList<>();
        List<List<Outline.Cell>> rows = new ArrayList<>();
        for (Received amount : amounts) {
            Term benefit = amount.net().times(interest);
            benefits.add(benefit);
            rows.add(row(amount, benefit));
        }
        outline.sheet(
                "Interest-free loans in the value of non-depreciating assets",
                List.of(
                        SheetColumn.keyDate(RECEIVED),
                        SheetColumn.of(AMOUNT, Quality.MONEY),
                        SheetColumn.of("interest of the year", Quality.MONEY, AMOUNT)),
                rows,
                Assumption.INTEREST_FREE_LOAN.under("Regulation (EU) 2016/1037, art. 7(3)"));
        return outline.line(
                "Benefit of the period",
                builder.sum(benefits, context.currency()),
                Authority.law("Regulation (EU) 2016/1037, art. 6(b)"));
    }

    private static List<Outline.Cell> row(Received amount, Term... cells) {
        List<Outline.Cell> row = new ArrayList<>();
        row.add(Outline.words(amount.receipt().day().toString()));
        row.add(Outline.quantity(amount.net()));
        for (Term cell : cells) {
            row.add(Outline.quantity(cell));
        }
        return row;
    }
}
