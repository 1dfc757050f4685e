package org.advalorem.rules.loans;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.benchmarks.Benchmarks;
import org.advalorem.rules.benchmarks.InterestBenchmark;
import org.advalorem.rules.benchmarks.LendingRates;

/**
 * The interest rate of a comparable commercial loan, 19 CFR 351.505(a): a single rate as stated, the rate of the firm's
 * own loans, or the rate of a {@link InterestBenchmark table} for the currency, year and term.
 * Long-term rates of an uncreditworthy firm follow {@link Uncreditworthiness}.
 */
public final class LoanBenchmark {
    static final Field<String> TABLE = Field.optional(
                    "benchmark",
                    FieldType.reference("benchmarks"),
                    "The lending benchmark: the firm's own commercial loans, or a table of rates.")
            .under("19 CFR 351.505(a)");
    static final Field<Term> RATE = Field.optional(
                    "benchmark-rate",
                    FieldType.rate().within(Domain.NOT_NEGATIVE),
                    "The rate of the comparable commercial loan, the same for every year and term.")
            .under("19 CFR 351.505(a)");
    public static final FieldSet FIELDS = FieldSet.of("the comparable commercial loan", TABLE, RATE);

    private final Facts facts;
    private final BenefitContext context;
    private final Uncreditworthiness uncreditworthiness;
    private final Optional<LendingRates> rates;
    private final Optional<Term> stated;
    private final Map<LendingRates.Asked, LendingRates.Quote> quotes = new LinkedHashMap<>();
    private final Map<LendingRates.Asked, Term> used = new LinkedHashMap<>();

    public LoanBenchmark(Facts facts, BenefitContext context) {
        this.facts = facts;
        this.context = context;
        this.uncreditworthiness = new Uncreditworthiness(facts, context);
        this.stated = isOverridden(RATE, TABLE) ? Optional.empty() : facts.optional(RATE);
        Optional<String> name = isOverridden(TABLE, RATE) ? Optional.empty() : facts.optional(TABLE);
        if (name.isPresent() == stated.isPresent()) {
            throw facts.problem(
                    name.isPresent() ? Problem.Code.AV401 : Problem.Code.AV202,
                    name.isPresent()
                            ? "(" + facts.address() + ") has both a benchmark and a benchmark-rate."
                            : "(benchmark) is missing in (" + facts.address()
                                    + "): the rate of a comparable commercial loan.",
                    "Write either benchmark: with a lending table, or benchmark-rate: 4.35%.");
        }
        this.rates = name.map(given -> Benchmarks.of(context).lending(given, facts));
    }

    /** Whether a use overrides a field of its program by stating the alternative field. */
    private boolean isOverridden(Field<?> field, Field<?> by) {
        Set<String> ofUse = facts.layer().mapping().entries().keySet();
        return ofUse.contains(by.name()) && !ofUse.contains(field.name());
    }

    /** The rate of a loan of at most one year, taken out in the given year. */
    public Term shortTerm(String currency, int year, boolean variable) {
        LendingRates.Asked asked = new LendingRates.Asked(currency, year, year, 1, false, variable, true);
        return used.computeIfAbsent(asked, this::rate);
    }

    /**
     * The rate of a loan of more than one year.
     *
     * @param year the year of the rate
     * @param agreed the year in which the terms were set, for which the firm's creditworthiness is determined
     * @param years the term
     */
    public Term longTerm(String currency, int year, int agreed, double years, boolean variable) {
        int term = InterestBenchmark.wholeYears(years);
        boolean own = !uncreditworthiness.foundIn(agreed, rates);
        LendingRates.Asked asked = new LendingRates.Asked(currency, year, agreed, term, true, variable, own);
        return used.computeIfAbsent(
                asked,
                key -> uncreditworthiness.rate(rate(key), agreed, term, Authority.law("19 CFR 351.505(a)(3)(iii)")));
    }

    private Term rate(LendingRates.Asked asked) {
        LendingRates.Quote quote = rates.map(lending -> lending.quote(asked))
                .or(() -> stated.map(LendingRates.Quote::national))
                .orElseThrow();
        quotes.put(asked, quote);
        return quote.rate();
    }

    /** Writes the rates used. */
    public void write() {
        LendingRates.write(quotes, context.outline(), context.proceeding());
        Set<List<Outline.Cell>> rows = new LinkedHashSet<>();
        boolean bonds = false;
        for (Map.Entry<LendingRates.Asked, Term> rate : used.entrySet()) {
            LendingRates.Asked asked = rate.getKey();
            if (!isOwn(asked)) {
                bonds |= asked.longTerm();
                rows.add(List.of(
                        Outline.words(asked.currency()),
                        Outline.words(Integer.toString(asked.year())),
                        Outline.words(term(asked)),
                        Outline.quantity(rate.getValue())));
            }
        }
        if (!rows.isEmpty()) {
            context.outline()
                    .sheet(
                            "Benchmark rates",
                            List.of(
                                    SheetColumn.key("currency"),
                                    SheetColumn.keyDate("year"),
                                    SheetColumn.key("term"),
                                    SheetColumn.of("rate", Quality.RATE)),
                            List.copyOf(rows),
                            authority(bonds));
        }
    }

    private boolean isOwn(LendingRates.Asked asked) {
        return Optional.ofNullable(quotes.get(asked))
                .map(LendingRates.Quote::isOwn)
                .orElse(false);
    }

    private static String term(LendingRates.Asked asked) {
        if (!asked.longTerm()) {
            return "short";
        }
        return asked.term() + (asked.term() == 1 ? " year" : " years");
    }

    private Authority authority(boolean bonds) {
        if (rates.isEmpty()) {
            return Authority.law("19 CFR 351.505(a)");
        }
        return (bonds ? Assumption.WHOLE_YEARS : Assumption.INTEREST_BENCHMARK).under("19 CFR 351.505(a)(3)");
    }
}
