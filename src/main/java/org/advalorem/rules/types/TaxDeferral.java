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
import org.advalorem.rules.base.ProgramType;
import org.advalorem.rules.loans.Loan;
import org.advalorem.rules.loans.LoanBenchmark;

/**
 * Deferral of a tax or an import charge, treated as a loan of the amount deferred: 19 CFR 351.509(a)(2) and (b)(2),
 * 351.510(a)(2) and (b)(2).
 *
 * <p>{@code deferred * benchmark * time - interest charged}, not below zero. A deferral of a year or less takes the
 * short-term benchmark and is received on the day the tax is due; a longer one takes the long-term benchmark and is
 * received, one year's interest at a time, on the anniversaries of the day from which it runs.
 */
public final class TaxDeferral implements ProgramType {
    private static final int MONTHS_IN_YEAR = 12;
    private static final double DAYS_IN_YEAR = 365.25;

    static final Field<Tax> TAX = Field.<Tax>optional(
                    "tax", FieldType.choice(Tax.class), "What is deferred: it decides the authority, not the amount.")
            .orElse("direct")
            .describing();
    static final Field<Term> DEFERRED =
            Field.required("deferred", FieldType.amount().within(Domain.NOT_NEGATIVE), "The tax deferred.");
    static final Field<LocalDate> FROM =
            Field.required("from", FieldType.date(), "The day on which the tax would otherwise have been due.");
    static final Field<LocalDate> UNTIL =
            Field.required("until", FieldType.date(), "The day on which the deferred tax is due.");
    static final Field<Term> CHARGED = Field.optional(
            "interest-charged",
            FieldType.rate().within(Domain.NOT_NEGATIVE),
            "The yearly rate of interest charged for the deferral, if any.");

    /** The tax or charge deferred. */
    enum Tax {
        DIRECT("direct", "19 CFR 351.509"),
        INDIRECT("indirect", "19 CFR 351.510"),
        IMPORT_CHARGES("import charges", "19 CFR 351.510");

        private final String label;
        private final String section;

        Tax(String label, String section) {
            this.label = label;
            this.section = section;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    @Override
    public String name() {
        return "tax-deferral";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of("a deferral of tax", TAX, DEFERRED, FROM, UNTIL, CHARGED, Loan.BASIS)
                .and(LoanBenchmark.FIELDS);
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.RECURRING;
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        LocalDate from = facts.get(FROM);
        LocalDate until = facts.get(UNTIL);
        if (!until.isAfter(from)) {
            throw facts.problem(
                    Problem.Code.AV401,
                    UNTIL,
                    "The tax is deferred from " + from + " until " + until + ", which is not later.",
                    "");
        }
        String currency = context.currency().toString();
        LoanBenchmark benchmark = new LoanBenchmark(facts, context);
        boolean longTerm = until.isAfter(from.plusYears(1));
        Term rate = longTerm
                ? benchmark.longTerm(
                        currency,
                        from.getYear(),
                        from.getYear(),
                        ChronoUnit.DAYS.between(from, until) / DAYS_IN_YEAR,
                        false)
                : benchmark.shortTerm(currency, from.getYear(), false);
        benchmark.write();
        Term yearly = context.inReportingCurrency(facts.get(DEFERRED), from, facts)
                .times(facts.optional(CHARGED)
                        .map(charged -> rate.minus(charged).positivePart())
                        .orElse(rate));
        List<Benefit.Receipt> receipts = new ArrayList<>();
        List<List<Outline.Cell>> rows = new ArrayList<>();
        LocalDate start = from;
        for (int year = 1; start.isBefore(until); year++) {
            LocalDate anniversary = from.plusYears(year);
            LocalDate received = anniversary.isAfter(until) ? until : anniversary;
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
                        "Interest on the deferred tax",
                        List.of(
                                SheetColumn.keyDate("from"),
                                SheetColumn.keyDate("received on"),
                                SheetColumn.of("interest for a year", Quality.MONEY),
                                SheetColumn.of("interest", Quality.MONEY, "interest for a year")),
                        rows,
                        authority(facts.get(TAX)));
        Assumption.DEFERRAL_TIME.note(context.outline());
        if (longTerm && !until.equals(from.plusYears(receipts.size()))) {
            Assumption.DEFERRAL_REST.note(context.outline());
        }
        return new Benefit.Received(receipts);
    }

    private static Authority authority(Tax tax) {
        return tax == Tax.DIRECT
                ? Assumption.TAX_DEFERRAL.under(tax.section + "(b)(2)")
                : Authority.law(tax.section + "(b)(2)");
    }

    /** The time in years: whole months as twelfths, remaining days over the day-count basis. */
    private static Term time(LocalDate from, LocalDate to, Facts facts, CalculationBuilder builder) {
        long months = ChronoUnit.MONTHS.between(from, to);
        long days = ChronoUnit.DAYS.between(from.plusMonths(months), to);
        Term time = builder.literal(months, Unit.FRACTION).dividedBy(builder.literal(MONTHS_IN_YEAR, Unit.FRACTION));
        return days == 0 ? time : time.plus(builder.literal(days, Unit.DAY).dividedBy(facts.get(Loan.BASIS)));
    }
}
