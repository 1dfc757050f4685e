package org.advalorem.rules.base;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Address;
import org.advalorem.facts.MonthlySeries;
import org.advalorem.facts.Months;

/**
 * The restatement of a high-inflation year's benefits and sales at a single price level: 19 CFR 351.525(d).
 *
 * <p>With P(m) the price index of month m, the year's inflation is P(last) / P(month before the first) - 1. Above 25
 * percent, an amount of month m is multiplied by P(last) / P(m), which restates it at the prices of the last month;
 * otherwise by 1. The choice of base month does not affect a rate.
 */
public final class Inflation {
    private static final String THRESHOLD = "0.25";
    private static final String PARAGRAPH = "19 CFR 351.525(d)";

    private final int year;
    private final Period period;
    private final MonthlySeries index;
    private final Authority authority;
    private final CalculationBuilder builder;

    private Inflation(int year, Proceeding proceeding, MonthlySeries index, CalculationBuilder builder) {
        this.year = year;
        this.period = proceeding.period();
        this.index = index;
        this.authority = proceeding.follows(RegimeDifference.INFLATION)
                ? Authority.law(PARAGRAPH)
                : Assumption.INFLATION.under(PARAGRAPH);
        this.builder = builder;
    }

    /** The inflation of a year of the period; empty where the proceeding states no price index. */
    public static Optional<Inflation> of(Proceeding proceeding, int year, CalculationBuilder builder) {
        return proceeding.priceIndex().map(index -> new Inflation(year, proceeding, index, builder));
    }

    /** The months whose index a year needs: the preceding month and its own twelve. */
    static List<Integer> months(Period period, int year) {
        return IntStream.concat(IntStream.of(period.firstMonth(year) - 1), period.months(year))
                .boxed()
                .toList();
    }

    public int year() {
        return year;
    }

    private Term at(int month) {
        return index.at(month, "").orElseThrow();
    }

    private int lastMonth() {
        return period.firstMonth(year + 1) - 1;
    }

    /** The year's inflation, as a fraction. */
    private Term rate() {
        return at(lastMonth()).dividedBy(at(period.firstMonth(year) - 1)).minus(builder.fraction("1"));
    }

    /** Whether inflation exceeds 25 percent. */
    private Term isHigh() {
        return builder.fraction(THRESHOLD).less(rate());
    }

    private Term ratio(int month) {
        return at(lastMonth()).dividedBy(at(month));
    }

    /** The multiplier for an amount of the given month of the year. */
    public Term factor(int month) {
        return isHigh().choose(ratio(month), builder.fraction("1"));
    }

    /** The month at whose price level amounts are restated, as printed. */
    String level() {
        return Months.text(lastMonth());
    }

    /** An amount of the given day, or of its anniversary in the year, at the price level of the year's last month. */
    Term brought(Term amount, LocalDate day) {
        int first = period.firstMonth(year);
        return amount.times(factor(first + Math.floorMod(Months.of(day) - first, Period.MONTHS)));
    }

    /**
     * Receipts and approvals, with those of the year at the price level of its last month; those of other years are
     * unchanged, as their sales are.
     */
    Benefit.Received brought(Benefit.Received received) {
        return received.with(
                receipt -> receipt.atOneLevelOfPrices() ? receipt.amount() : ofYear(receipt.amount(), receipt.day()),
                approval -> ofYear(approval.amount(), approval.day()));
    }

    private Term ofYear(Term amount, LocalDate day) {
        return period.yearOf(day) == year ? brought(amount, day) : amount;
    }

    /** An amount of the year with no known month, restated as if received evenly over the months. */
    Term broughtEvenly(Term amount) {
        Term average = builder.average(period.months(year).mapToObj(this::ratio).toList());
        return amount.times(isHigh().choose(average, builder.fraction("1")));
    }

    /**
     * Requires inflation not to be high, for amounts that cannot be restated at a single price level.
     *
     * @param message the rest of the error message
     * @param about the address of the facts at fault
     */
    public void refuse(String message, Address about) {
        builder.require(
                isHigh().not(),
                "Inflation in " + period.name(year) + " is above 25 percent. " + message,
                about.toString());
    }

    Authority authority() {
        return authority;
    }

    public void write(OutlineBuilder outline) {
        outline.line("Inflation in " + period.name(year), rate(), Assumption.INFLATION_RATE.under(PARAGRAPH));
        outline.line("Above 25 percent", isHigh(), authority);
        List<List<Outline.Cell>> rows = new ArrayList<>();
        for (int month : months(period, year)) {
            boolean within = month >= period.firstMonth(year);
            rows.add(List.of(
                    Outline.words(Months.text(month)),
                    Outline.quantity(at(month)),
                    within ? Outline.quantity(factor(month)) : Outline.nothing()));
        }
        outline.sheet(
                "Prices adjusted to the level of " + level(),
                List.of(
                        SheetColumn.keyDate("month"),
                        SheetColumn.of("price index", Quality.NUMBER),
                        SheetColumn.of("factor", Quality.NUMBER, "price index")),
                rows,
                authority);
    }
}
