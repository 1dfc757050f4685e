package org.advalorem.rules.types;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.loans.Loan;
import org.advalorem.rules.loans.LoanBenchmark;

/**
 * What is owed to the government and deferred, treated as a loan of the amount: {@code amount * (benchmark - rate
 * charged) * time}, not below zero.
 *
 * <p>A deferral of a year or less takes the short-term benchmark and is received on the day on which it ends; a longer
 * one takes the long-term benchmark and is received, one year's interest at a time, on the anniversaries of the day from
 * which it runs.
 */
final class Deferral {
    private static final int MONTHS_IN_YEAR = 12;
    private static final double DAYS_IN_YEAR = 365.25;

    static final Field<Term> CHARGED = Field.optional(
            "interest-charged",
            FieldType.rate().within(Domain.NOT_NEGATIVE),
            "The yearly rate of interest charged for the deferral, if any.");
    static final FieldSet FIELDS =
            FieldSet.of("a deferral", CHARGED, Loan.BASIS).and(LoanBenchmark.FIELDS);

    private Deferral() {}

    /**
     * The interest not collected, by the days on which it is received.
     *
     * @param what what is deferred, as messages say it: {@code tax}
     * @param amount in the company's currency
     * @param from the day on which it would otherwise have been due
     * @param until a field with the day on which it is due
     */
    static Benefit benefit(
            String what,
            Term amount,
            LocalDate from,
            Field<LocalDate> until,
            Facts facts,
            BenefitContext context,
            Authority authority) {
        LocalDate due = facts.get(until);
        if (!due.isAfter(from)) {
            throw facts.problem(
                    Problem.Code.AV401,
                    until,
                    "The " + what + " is deferred from " + from + " until " + due + ", which is not later.",
                    "");
        }
        String currency = context.currency().toString();
        LoanBenchmark benchmark = new LoanBenchmark(facts, context);
        boolean longTerm = due.isAfter(from.plusYears(1));
        Term rate = longTerm
                ? benchmark.longTerm(
                        currency,
                        from.getYear(),
                        from.getYear(),
                        ChronoUnit.DAYS.between(from, due) / DAYS_IN_YEAR,
                        false)
                : benchmark.shortTerm(currency, from.getYear(), false);
        benchmark.write();
        Term yearly = amount.times(facts.optional(CHARGED)
                .map(charged -> rate.minus(charged).positivePart())
                .orElse(rate));
        List<Benefit.Receipt> receipts = new ArrayList<>();
        List<List<Outline.Cell>> rows = new ArrayList<>();
        LocalDate start = from;
        for (int year = 1; start.isBefore(due); year++) {
            LocalDate anniversary = from.plusYears(year);
            LocalDate received = anniversary.isAfter(due) ? due : anniversary;
            Term interest = yearly.times(time(start, received, facts, context.builder()));
            receipts.add(new Benefit.Receipt(received, interest));
            rows.add(List.of(
                    Outline.words(start.toString()),
                    Outline.words(received.toString()),
                    Outline.quantity(yearly),
                    Outline.quantity(interest)));
            start = received;
        }
        context.outline()
                .sheet(
                        "Interest on the deferred " + what,
                        List.of(
                                SheetColumn.keyDate("from"),
                                SheetColumn.keyDate("received on"),
                                SheetColumn.of("interest for a year", Quality.MONEY),
                                SheetColumn.of("interest", Quality.MONEY, "interest for a year")),
                        rows,
                        authority);
        Assumption.DEFERRAL_TIME.note(context.outline());
        if (longTerm && !due.equals(from.plusYears(receipts.size()))) {
            Assumption.DEFERRAL_REST.note(context.outline());
        }
        return new Benefit.Received(receipts);
    }

    /** The time in years: whole months as twelfths, remaining days over the day-count basis. */
    private static Term time(LocalDate from, LocalDate to, Facts facts, CalculationBuilder builder) {
        long months = ChronoUnit.MONTHS.between(from, to);
        long days = ChronoUnit.DAYS.between(from.plusMonths(months), to);
        Term time = builder.literal(months, Unit.FRACTION).dividedBy(builder.literal(MONTHS_IN_YEAR, Unit.FRACTION));
        return days == 0 ? time : time.plus(builder.literal(days, Unit.DAY).dividedBy(facts.get(Loan.BASIS)));
    }
}
