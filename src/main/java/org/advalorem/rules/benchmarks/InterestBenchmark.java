package org.advalorem.rules.benchmarks;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;

/**
 * A table of lending rates by currency and year, and of bond yields by term for terms beyond the table's own.
 *
 * <p>Up to {@code up-to} years (two), the year's lending rate; beyond, lending rate + yield(n) - yield(up-to). A
 * foreign currency is a row like any other: its reference rate plus a spread. The lending rate of the country itself may
 * follow from {@link CountryRates those of other countries}.
 */
public final class InterestBenchmark implements LendingRates {
    static final String TYPE = "interest-table";

    static final Column CURRENCY = Column.required("currency", Column.Type.TEXT, "The currency of the loan.");
    static final Column YEAR = Column.required("year", Column.Type.YEAR, "The year in which terms were set.");
    static final Column RATE = Column.required("rate", Column.Type.RATE, "The lending rate.");
    static final Column TERM = Column.required("term", Column.Type.NOT_NEGATIVE, "The term in years.")
            .within(Domain.TERM);
    static final Column YIELD = Column.required("yield", Column.Type.RATE, "The yield of BB-rated bonds of that term.");

    static final Field<Records> BASE = Field.optional(
            "base",
            FieldType.records(CURRENCY, YEAR, RATE),
            "Lending rates by currency and year; those of the country itself may follow from countries.");
    static final Field<Facts> COUNTRIES = Field.optional(
                    "countries",
                    FieldType.section(CountryRates.FIELDS),
                    "Other countries of the same income band, whose rates stand for those of a country whose own are"
                            + " distorted.")
            .under("19 CFR 351.505(a)(3)");
    static final Field<Records> BONDS = Field.optional(
            "bonds", FieldType.records(CURRENCY, YEAR, TERM, YIELD), "Bond yields by currency, year and term.");
    static final Field<Integer> UP_TO = Field.optional(
                    "up-to", FieldType.years(), "The longest term for which the lending rate is used as it is.")
            .orElse("2 years");
    static final FieldSet FIELDS =
            FieldSet.of("a table of lending rates", Benchmarks.TYPE, BASE, COUNTRIES, BONDS, UP_TO);

    private final String name;
    private final Facts facts;

    InterestBenchmark(String name, Facts facts) {
        this.name = name;
        this.facts = facts;
    }

    /** The term in whole years as the table has it: rounded half up, at least one. */
    public static int wholeYears(double years) {
        return Math.max(1, (int) Math.floor(years + 0.5));
    }

    @Override
    public Quote quote(Asked asked) {
        Optional<CountryRates.Used> countries = facts.optional(COUNTRIES)
                .flatMap(section -> new CountryRates(section).rate(asked.currency(), asked.year()));
        Term base = countries.map(CountryRates.Used::rate).orElseGet(() -> base(asked.currency(), asked.year()));
        return new Quote(rate(base, asked.currency(), asked.year(), asked.term()), List.of(), countries);
    }

    private Term base(String currency, int year) {
        Records rows = facts.optional(BASE)
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV403,
                        "The benchmark (" + name + ") has no rate for " + currency + " " + year + ".",
                        "Write base: with a table with the columns currency, year and rate, or countries: with those of"
                                + " the same income band."));
        return find(rows, currency, year, Optional.empty(), RATE);
    }

    private Term rate(Term base, String currency, int year, int term) {
        int upTo = facts.get(UP_TO);
        if (term <= upTo) {
            return base;
        }
        Records bonds = facts.optional(BONDS)
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV403,
                        "The benchmark (" + name + ") covers terms up to " + upTo + " years; a term of " + term
                                + " years is needed.",
                        "Write bonds: with a table with the columns currency, year, term and yield."));
        Term longer = find(bonds, currency, year, Optional.of(term), YIELD);
        Term shorter = find(bonds, currency, year, Optional.of(upTo), YIELD);
        return base.plus(longer.minus(shorter));
    }

    private Term find(Records rows, String currency, int year, Optional<Integer> term, Column column) {
        int found = -1;
        for (int row = 0; row < rows.rows(); row++) {
            boolean matches = rows.word(row, CURRENCY).equals(currency) && rows.year(row, YEAR) == year;
            if (matches && (term.isEmpty() || rows.number(row, TERM) == term.get())) {
                if (found >= 0) {
                    rows.context()
                            .problems()
                            .add(
                                    Problem.Code.AV303,
                                    rows.origin(row),
                                    "The " + column.name() + " for " + key(currency, year, term) + " appears twice.",
                                    "Keep one row for each currency, year and term.");
                    throw new UnusableFactsException();
                }
                found = row;
            }
        }
        if (found >= 0) {
            return rows.term(found, column, Unit.FRACTION);
        }
        throw facts.problem(
                Problem.Code.AV403,
                "The benchmark (" + name + ") has no " + column.name() + " for " + key(currency, year, term) + ".",
                "Add the row to (" + rows.name() + ").");
    }

    private static String key(String currency, int year, Optional<Integer> term) {
        return currency + " " + year
                + term.map(years -> ", " + years + " years").orElse("");
    }
}
