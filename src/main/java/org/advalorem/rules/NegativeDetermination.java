package org.advalorem.rules;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.rules.base.Proceeding;

/**
 * Whether an investigation ends in a negative determination: every rate examined, including those of voluntary
 * respondents, is zero or de minimis. There is then no all-others rate, because 19 U.S.C. 1671d(c)(1)(B) calls for one
 * only where the determination is affirmative. Where a single country-wide rate applies to all exporters and producers,
 * 19 U.S.C. 1671d(c)(5)(B), the determination is negative where that rate is de minimis, whatever the companies' own. A
 * review has no such outcome: the order stands whatever its rates.
 */
final class NegativeDetermination {
    private NegativeDetermination() {}

    /**
     * The finding, written into the outline; empty outside an investigation.
     *
     * @param companies every rate examined within that scope, including that of each product where products have
     *     determinations of their own
     */
    static Optional<Term> of(
            Scope scope, Proceeding proceeding, List<CompanyResult> companies, CalculationBuilder builder) {
        return of(
                "every rate examined is zero or de minimis",
                scope,
                proceeding,
                companies.stream().map(CompanyResult::deMinimis).toList(),
                builder);
    }

    /**
     * The finding on a country-wide rate, written into the outline; empty outside an investigation.
     *
     * @param deMinimis the verdict on the rate, or on that of each product where products have determinations of their own
     */
    static Optional<Term> ofCountryWide(
            Scope scope, Proceeding proceeding, List<Term> deMinimis, CalculationBuilder builder) {
        return of("the country-wide rate is de minimis", scope, proceeding, deMinimis, builder);
    }

    private static Optional<Term> of(
            String why, Scope scope, Proceeding proceeding, List<Term> deMinimis, CalculationBuilder builder) {
        if (!proceeding.segment().isInvestigation() || deMinimis.isEmpty()) {
            return Optional.empty();
        }
        OutlineBuilder outline = builder.outline().section("Determination" + scope.words(proceeding.period()));
        return Optional.of(outline.line(
                "Negative determination (" + why + ")",
                deMinimis.stream().reduce(Term::and).orElseThrow(),
                Authority.law("19 U.S.C. 1671b(b)(4), 1671d(a)(3)")));
    }
}
