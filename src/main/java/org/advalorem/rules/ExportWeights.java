package org.advalorem.rules;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.Problem;
import org.advalorem.rules.attribution.Company;
import org.advalorem.rules.base.ExchangeRates;

/**
 * The respondents' exports to the United States, which weight the all-others rate. Respondents whose rate rests
 * entirely on facts available need no weight.
 */
final class ExportWeights {
    private final Facts facts;
    private final List<CompanyResult> companies;
    private final ExchangeRates exchangeRates;
    private final int year;

    /**
     * The weights of the given respondents.
     *
     * @param facts the facts of the all-others rate, for locating problems
     * @param year the year of the exports
     */
    ExportWeights(Facts facts, List<CompanyResult> companies, ExchangeRates exchangeRates, int year) {
        this.facts = facts;
        this.companies = companies;
        this.exchangeRates = exchangeRates;
        this.year = year;
    }

    /** Whether every weight needed is stated. */
    boolean areKnown() {
        return companies.stream()
                .filter(AllOthers::counts)
                .allMatch(company -> company.exportsToUs().isPresent());
    }

    /** Whether every weight needed is stated as publicly ranged. */
    boolean areRanged() {
        return companies.stream()
                .filter(AllOthers::counts)
                .allMatch(company -> company.publicExportsToUs().isPresent());
    }

    /** Whether at least one weight needed is stated as publicly ranged. */
    boolean someAreRanged() {
        return companies.stream()
                .filter(AllOthers::counts)
                .anyMatch(company -> company.publicExportsToUs().isPresent());
    }

    /** One weight per respondent, in one currency. */
    List<Optional<Term>> actual(AllOthers.Method method) {
        return needed(CompanyResult::exportsToUs, Company.EXPORTS_TO_US, method);
    }

    /** One publicly ranged weight per respondent, in one currency. */
    List<Optional<Term>> publiclyRanged(AllOthers.Method method) {
        return needed(CompanyResult::publicExportsToUs, Company.PUBLIC_EXPORTS_TO_US, method);
    }

    /**
     * The weights of all respondents, including those on facts available.
     *
     * @param asking the field that asks for them, for locating the problem when one is missing
     */
    List<Optional<Term>> ofAll(Field<?> asking) {
        List<Optional<Term>> weights =
                companies.stream().map(CompanyResult::exportsToUs).toList();
        if (weights.stream().anyMatch(Optional::isEmpty)) {
            throw facts.problem(
                    Problem.Code.AV401,
                    asking,
                    "A weighted average of all rates needs (exports-to-us) for every respondent.",
                    asking.equals(AllOthers.METHOD)
                            ? "Write them, or choose another method."
                            : "Write them, or choose simple average.");
        }
        return inOneCurrency(weights);
    }

    private List<Optional<Term>> needed(
            Function<CompanyResult, Optional<Term>> weight, Field<Term> field, AllOthers.Method method) {
        return inOneCurrency(companies.stream()
                .map(company -> needed(company, weight.apply(company), field, method))
                .toList());
    }

    private Optional<Term> needed(
            CompanyResult company, Optional<Term> weight, Field<Term> field, AllOthers.Method method) {
        if (weight.isEmpty() && AllOthers.counts(company)) {
            throw facts.problem(
                    Problem.Code.AV401,
                    AllOthers.METHOD,
                    "The all-others method (" + method + ") needs (" + field.name() + ") of (" + company.id() + ").",
                    "Write companies." + company.id() + "." + field.name() + ", or choose method: simple.");
        }
        return weight;
    }

    /**
     * The weights in the currency of the first, at the annual average: a weight is a share of their sum, whatever the
     * currency.
     */
    private List<Optional<Term>> inOneCurrency(List<Optional<Term>> weights) {
        Optional<Unit> currency =
                weights.stream().flatMap(Optional::stream).map(Term::unit).findFirst();
        return weights.stream()
                .map(weight ->
                        weight.map(value -> exchangeRates.convertOfYear(value, currency.orElseThrow(), year, facts)))
                .toList();
    }
}
