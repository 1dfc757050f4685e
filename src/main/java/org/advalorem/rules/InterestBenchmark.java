package org.advalorem.rules;

import java.time.LocalDate;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.Kind;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;

/**
 * A table of lending rates by currency and year, and of bond yields by term, for terms beyond the table's own.
 *
 * <p>Up to {@code up-to} years (two) the year's lending rate; beyond, lending rate + yield(n) - yield(up-to).
 */
final class InterestBenchmark {
    static final String TYPE = "interest-table";

    static final Column CURRENCY = Column.required("currency", Column.Type.TEXT, "The currency of the loan.");
    static final Column YEAR = Column.required("year", Column.Type.YEAR, "The year in which terms were set.");
    static final Column RATE = Column.required("rate", Column.Type.RATE, "The lending rate.");
    static final Column TERM = Column.required("term", Column.Type.NUMBER, "The term in years.");
    static final Column YIELD = Column.required("yield", Column.Type.RATE, "The yield of BB-rated bonds of that term.");

    static final Field<Records> BASE =
            Field.required("base", Kind.records(CURRENCY, YEAR, RATE), "Lending rates by currency and year.");
    static final Field<Records> BONDS = Field.optional(
            "bonds", Kind.records(CURRENCY, YEAR, TERM, YIELD), "Bond yields by currency, year and term.");
    static final Field<Integer> UP_TO = Field.optional(
                    "up-to", Kind.years(), "The longest term that the lending rate serves as it is.")
            .orElse("2 years");
    static final FieldSet FIELDS = FieldSet.of("a table of lending rates", Programs.TYPE, BASE, BONDS, UP_TO);

    private final String name;
    private final Facts facts;

    InterestBenchmark(String name, Facts facts) {
        this.name = name;
        this.facts = facts;
    }

    /**
     * The benchmark rate.
     *
     * @param agreed the day on which terms were set
     * @param years term of the loan; fractions are rounded up to whole years beyond the table's own terms
     */
    Term rate(String currency, LocalDate agreed, double years, Setting setting) {
        Term base = base(currency, agreed.getYear());
        int upTo = facts.get(UP_TO);
        if (years <= upTo) {
            return base;
        }
        Term longer = yieldOf(currency, agreed.getYear(), (int) Math.ceil(years));
        Term shorter = yieldOf(currency, agreed.getYear(), upTo);
        return base.plus(longer.minus(shorter));
    }

    private Term base(String currency, int year) {
        Records rows = facts.get(BASE);
        return find(rows, currency, year, Optional.empty(), RATE);
    }

    private Term yieldOf(String currency, int year, int term) {
        return find(facts.get(BONDS), currency, year, Optional.of(term), YIELD);
    }

    private Term find(Records rows, String currency, int year, Optional<Integer> term, Column column) {
        for (int row = 0; row < rows.rows(); row++) {
            boolean matches = rows.word(row, CURRENCY).equals(currency) && rows.year(row, YEAR) == year;
            if (matches && (term.isEmpty() || rows.number(row, TERM) == term.get())) {
                return rows.term(row, column, Unit.FRACTION);
            }
        }
        throw facts.problem(
                Problem.Code.AV403,
                "The benchmark (" + name + ") has no " + column.name() + " for " + currency + " " + year
                        + term.map(years -> ", " + years + " years").orElse("") + ".",
                "Add the row to (" + rows.name() + ").");
    }
}
