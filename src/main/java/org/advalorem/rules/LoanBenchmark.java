package org.advalorem.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.Kind;
import org.advalorem.facts.Problem;

/**
 * The interest that a comparable commercial loan would bear, 19 CFR 351.505(a): one rate as stated, or the rate of a
 * {@link InterestBenchmark table} for the currency, the year and the term; long-term rates of an uncreditworthy firm after
 * {@link Uncreditworthiness}.
 */
final class LoanBenchmark {
    static final Field<String> TABLE = Field.optional(
                    "benchmark", Kind.reference("benchmarks"), "The lending benchmark: a table of rates.")
            .under("19 CFR 351.505(a)");
    static final Field<Term> RATE = Field.optional(
                    "benchmark-rate",
                    Kind.rate().within(Domain.NOT_NEGATIVE),
                    "The rate of the comparable commercial loan, the same for every year and term.")
            .under("19 CFR 351.505(a)");
    static final FieldSet FIELDS = FieldSet.of("the comparable commercial loan", TABLE, RATE);

    private final Facts facts;
    private final Setting setting;
    private final Optional<InterestBenchmark> table;
    private final Optional<Term> stated;
    private final Map<Key, Term> used = new LinkedHashMap<>();

    private record Key(String currency, int year, int agreed, Optional<Integer> longTerm) {
        String term() {
            return longTerm.map(years -> years + (years == 1 ? " year" : " years"))
                    .orElse("short");
        }
    }

    LoanBenchmark(Facts facts, Setting setting) {
        this.facts = facts;
        this.setting = setting;
        this.stated = isOverridden(RATE, TABLE) ? Optional.empty() : facts.optional(RATE);
        Optional<String> name = isOverridden(TABLE, RATE) ? Optional.empty() : facts.optional(TABLE);
        if (name.isPresent() == stated.isPresent()) {
            throw facts.problem(
                    name.isPresent() ? Problem.Code.AV401 : Problem.Code.AV202,
                    name.isPresent()
                            ? "(" + facts.address() + ") has a benchmark and a benchmark-rate."
                            : "(benchmark) is missing in (" + facts.address()
                                    + "): the rate of a comparable commercial loan.",
                    "Write either benchmark: and a lending table, or benchmark-rate: 4.35%.");
        }
        this.table = name.map(given -> setting.benchmarks().interest(given, facts));
    }

    /** Whether a use states the other thing where its program states this one. */
    private boolean isOverridden(Field<?> field, Field<?> by) {
        Set<String> ofUse = facts.layer().mapping().entries().keySet();
        return ofUse.contains(by.name()) && !ofUse.contains(field.name());
    }

    /** The rate of a loan of at most a year, taken out in that year. */
    Term shortTerm(String currency, int year) {
        return used.computeIfAbsent(new Key(currency, year, year, Optional.empty()), key -> rate(currency, year, 1));
    }

    /**
     * The rate of a loan of more than a year.
     *
     * @param year whose rate it is
     * @param agreed year in which the terms of the loan were set, which decides whether the firm was creditworthy
     * @param years term
     */
    Term longTerm(String currency, int year, int agreed, double years) {
        int term = InterestBenchmark.wholeYears(years);
        return used.computeIfAbsent(
                new Key(currency, year, agreed, Optional.of(term)),
                key -> new Uncreditworthiness(facts, setting)
                        .rate(rate(currency, year, term), agreed, term, Authority.law("19 CFR 351.505(a)(3)(iii)")));
    }

    private Term rate(String currency, int year, int term) {
        return table.map(rates -> rates.rate(currency, year, term))
                .or(() -> stated)
                .orElseThrow();
    }

    /** Writes the rates that were used. */
    void write() {
        List<List<Outline.Cell>> rows = new ArrayList<>();
        used.forEach((key, rate) -> rows.add(List.of(
                Outline.words(key.currency()),
                Outline.words(Integer.toString(key.year())),
                Outline.words(key.term()),
                Outline.quantity(rate))));
        boolean bonds = used.keySet().stream().anyMatch(key -> key.longTerm().isPresent());
        if (!rows.isEmpty()) {
            setting.outline()
                    .table("Benchmark rates", List.of("currency", "year", "term", "rate"), rows, authority(bonds));
        }
    }

    private Authority authority(boolean bonds) {
        if (table.isEmpty()) {
            return Authority.law("19 CFR 351.505(a)");
        }
        return (bonds ? Assumption.WHOLE_YEARS : Assumption.INTEREST_BENCHMARK).under("19 CFR 351.505(a)(3)");
    }
}
