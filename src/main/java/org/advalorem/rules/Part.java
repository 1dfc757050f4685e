package org.advalorem.rules;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Term;

/**
 * The rates of one year and product: every respondent's rate, and the all-others rate derived from them.
 *
 * @param companies in scenario order
 * @param negative whether the determination is negative; present in an investigation only
 */
public record Part(
        Scope scope, List<CompanyResult> companies, Optional<Term> negative, Optional<AllOthersResult> allOthers) {
    /** Copies the list. */
    public Part {
        companies = List.copyOf(companies);
    }

    /** This part under another scope. */
    Part as(Scope other) {
        return new Part(
                other, companies.stream().map(company -> company.as(other)).toList(), negative, allOthers);
    }
}
