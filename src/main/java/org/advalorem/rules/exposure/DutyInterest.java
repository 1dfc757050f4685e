package org.advalorem.rules.exposure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.advalorem.facts.Column;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.reference.ReferenceTables;

/**
 * Interest on duties underpaid or overpaid, compounded daily: {@code product over the days of (1 + r / days of the year)},
 * less one, with the annual rate r of the quarter of each day, as a fraction. 19 U.S.C. 1677g, 26 U.S.C. 6621 and 6622.
 */
final class DutyInterest {
    static final Column BEGIN = Column.required("begin", Column.Type.DATE, "The first day of the quarter.");
    static final Column END = Column.required("end", Column.Type.DATE, "The last day of the quarter.");
    static final Column UNDERPAYMENT =
            Column.required("underpayment", Column.Type.RATE, "The annual rate on underpayments.");
    static final Column NONCORPORATE = Column.required(
            "overpayment-noncorporate",
            Column.Type.RATE,
            "The annual rate on overpayments of a firm that is no corporation.");
    static final Column CORPORATE = Column.required(
            "overpayment-corporate", Column.Type.RATE, "The annual rate on overpayments of a corporation.");
    static final Field<Records> RATES = Field.optional(
                    "interest-rates",
                    FieldType.records(BEGIN, END, UNDERPAYMENT, NONCORPORATE, CORPORATE),
                    "The quarterly rates; the program's own, reference:interest-rates, when left out.")
            .under("26 U.S.C. 6621");

    static final Field<Boolean> CORPORATION = Field.optional(
                    "corporation",
                    FieldType.flag(),
                    "Whether the importer is a corporation, whose refunds bear less interest.")
            .orElse("yes")
            .under("26 U.S.C. 6621(a)(1)");

    /** Whose rates. */
    enum Kind {
        UNDERPAYMENT,
        OVERPAYMENT
    }

    private record Quarter(LocalDate end, double underpayment, double overpayment) {}

    /** From when to when, and at which rates. */
    private record Span(LocalDate from, LocalDate to, Kind kind) {}

    private final Facts facts;
    private final Map<Span, Double> known = new HashMap<>();
    private final NavigableMap<LocalDate, Quarter> quarters = new TreeMap<>();

    /** The rates for the importer of a section. */
    DutyInterest(Facts facts) {
        this.facts = facts;
        boolean corporation = facts.get(CORPORATION);
        Records rows = facts.orRead(RATES, ReferenceTables.INTEREST_RATES.file());
        for (int row = 0; row < rows.rows(); row++) {
            quarters.put(
                    rows.day(row, BEGIN),
                    new Quarter(
                            rows.day(row, END),
                            rows.number(row, UNDERPAYMENT),
                            rows.number(row, corporation ? CORPORATE : NONCORPORATE)));
        }
    }

    /**
     * The interest on one unit of money from one day to another, the days being their difference.
     *
     * @throws org.advalorem.facts.UnusableFactsException when a day has no rate; the problem has been noted
     */
    double factor(LocalDate from, LocalDate to, Kind kind) {
        return known.computeIfAbsent(new Span(from, to, kind), this::computed);
    }

    private double computed(Span span) {
        Kind kind = span.kind();
        LocalDate to = span.to();
        double growth = 1;
        LocalDate day = span.from();
        while (day.isBefore(to)) {
            Map.Entry<LocalDate, Quarter> began = quarters.floorEntry(day);
            if (began == null || began.getValue().end().isBefore(day)) {
                throw facts.problem(
                        Problem.Code.AV403,
                        "There is no rate of interest for " + day + ".",
                        "Write interest-rates: with a table that has the quarter.");
            }
            Quarter quarter = began.getValue();
            LocalDate ofYear = LocalDate.of(day.getYear() + 1, 1, 1);
            LocalDate next = earliest(to, earliest(quarter.end().plusDays(1), ofYear));
            double rate = kind == Kind.UNDERPAYMENT ? quarter.underpayment() : quarter.overpayment();
            growth *= StrictMath.pow(1 + rate / day.lengthOfYear(), (double) ChronoUnit.DAYS.between(day, next));
            day = next;
        }
        return growth - 1;
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
