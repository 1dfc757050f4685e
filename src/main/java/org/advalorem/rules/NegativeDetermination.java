package org.advalorem.rules;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Term;

/**
 * Whether an investigation ends in a negative determination: every rate examined, those of voluntary respondents included,
 * is zero or de minimis. There is then no all-others rate, as 19 U.S.C. 1671d(c)(1)(B) asks for one only where the
 * determination is affirmative. A review has no such outcome: the order stands whatever its rates.
 */
final class NegativeDetermination {
    /** The address of the truth. */
    static final String RESULT = "determination.negative";

    private NegativeDetermination() {}

    /** The truth, written into the outline; none outside an investigation. */
    static Optional<Term> of(Proceeding proceeding, List<CompanyResult> companies, CalculationBuilder builder) {
        if (!proceeding.segment().isInvestigation() || companies.isEmpty()) {
            return Optional.empty();
        }
        Term negative = companies.stream()
                .map(CompanyResult::deMinimis)
                .reduce(Term::and)
                .orElseThrow();
        OutlineBuilder outline = builder.outline().section("Determination");
        return Optional.of(outline.line(
                "Negative determination (every rate examined is zero or de minimis)",
                negative,
                Authority.law("19 U.S.C. 1671b(b)(4), 1671d(a)(3)")));
    }
}
