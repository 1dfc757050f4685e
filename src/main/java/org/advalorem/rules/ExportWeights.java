package org.advalorem.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Problem;
import org.advalorem.rules.attribution.Company;
import org.advalorem.rules.base.ExchangeRates;

/**
 * The respondents' exports to the United States, which weight the all-others rate. A respondent needs a weight only where
 * its rate qualifies, which depends on the rate: a weight that is missing is asked for where it turns out to be needed.
 */
final class ExportWeights {
    private final Facts facts;
    private final List<CompanyResult> companies;
    private final ExchangeRates exchangeRates;
    private final int year;
    private final CalculationBuilder builder;

    /** What a respondent states of its exports. */
    enum Stated {
        /** Nothing by which its rate could be weighted. */
        NOTHING,
        /** Their value only, which then counts as public. */
        VALUE,
        /** Their value, and the same publicly ranged. */
        BOTH;

        static Stated of(CompanyResult company) {
            if (company.exportsToUs().isEmpty()) {
                return NOTHING;
            }
            return company.publicExportsToUs().isEmpty() ? VALUE : BOTH;
        }
    }

    /**
     * The weights of the given respondents.
     *
     * @param facts the facts of the all-others rate, for locating problems
     * @param year the year of the exports
     */
    ExportWeights(
            Facts facts,
            List<CompanyResult> companies,
            ExchangeRates exchangeRates,
            int year,
            CalculationBuilder builder) {
        this.facts = facts;
        this.companies = companies;
        this.exchangeRates = exchangeRates;
        this.year = year;
        this.builder = builder;
    }

    /** The number of respondents whose rates may qualify and that state this of their exports. */
    long count(Stated stated) {
        return companies.stream()
                .filter(AllOthers::counts)
                .filter(company -> Stated.of(company) == stated)
                .count();
    }

    /**
     * Whether the rate of a respondent qualifies that states this of its exports.
     *
     * @param qualifies for each respondent, whether its rate does
     */
    Term anyQualifies(Stated stated, List<Term> qualifies) {
        List<Term> truths = new ArrayList<>();
        for (int i = 0; i < companies.size(); i++) {
            if (AllOthers.counts(companies.get(i)) && Stated.of(companies.get(i)) == stated) {
                truths.add(qualifies.get(i));
            }
        }
        return builder.any(truths);
    }

    /** Whether at least one respondent whose rate may qualify states a publicly ranged weight. */
    boolean someAreRanged() {
        return companies.stream()
                .filter(AllOthers::counts)
                .anyMatch(company -> company.publicExportsToUs().isPresent());
    }

    /** The weights stated, in one currency. */
    List<Optional<Term>> actual() {
        return inOneCurrency(companies.stream().map(CompanyResult::exportsToUs).toList());
    }

    /** The publicly ranged weights stated, in one currency. */
    List<Optional<Term>> publiclyRanged() {
        return inOneCurrency(
                companies.stream().map(CompanyResult::publicExportsToUs).toList());
    }

    /**
     * Asks for the weights that a method needs.
     *
     * @param qualifies for each respondent, whether its rate does, and so needs a weight
     * @param when the truth under which the method is used
     */
    void require(AllOthers.Method method, List<Term> qualifies, Term when) {
        boolean ranged = method == AllOthers.Method.PUBLIC;
        String field = (ranged ? Company.PUBLIC_EXPORTS_TO_US : Company.EXPORTS_TO_US).name();
        for (int i = 0; i < companies.size(); i++) {
            CompanyResult company = companies.get(i);
            Optional<Term> weight = ranged ? company.publicExportsToUs() : company.exportsToUs();
            if (weight.isEmpty() && AllOthers.counts(company)) {
                require(
                        company,
                        when.and(qualifies.get(i)),
                        "The all-others method (" + method + ") needs (" + field + ") of (" + company.id()
                                + "), whose rate qualifies. Write companies." + company.id() + "." + field
                                + ", or choose method: simple.");
            }
        }
    }

    /**
     * Asks for the weights of all respondents, including those on facts available.
     *
     * @param when the truth under which all rates are averaged
     */
    void requireAll(Term when) {
        for (CompanyResult company : companies) {
            if (company.exportsToUs().isEmpty()) {
                require(
                        company,
                        when,
                        "A weighted average of all rates needs (exports-to-us) of (" + company.id()
                                + "). Write companies." + company.id() + ".exports-to-us, or choose simple average.");
            }
        }
    }

    private void require(CompanyResult company, Term needed, String message) {
        builder.require(needed.not(), message, company.address().toString());
    }

    /**
     * The weights of all respondents, including those on facts available, for a rate that always needs them.
     *
     * @throws org.advalorem.facts.UnusableFactsException if one is missing; the problem has been noted
     */
    List<Optional<Term>> ofAll() {
        List<Optional<Term>> weights = actual();
        if (weights.stream().anyMatch(Optional::isEmpty)) {
            throw facts.problem(
                    Problem.Code.AV401,
                    AllOthers.METHOD,
                    "A weighted average of all rates needs (exports-to-us) for every respondent.",
                    "Write them, or choose another method.");
        }
        return weights;
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
