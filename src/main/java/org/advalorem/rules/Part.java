package org.advalorem.rules;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Term;

/**
 * The rates of one year and product: every respondent's, and the all-others rate made of them.
 *
 * @param companies in the order of the scenario
 * @param negative whether the determination is negative: of an investigation only
 */
public record Part(
        Scope scope, List<CompanyResult> companies, Optional<Term> negative, Optional<AllOthersResult> allOthers) {
    /** Copies the list. */
    public Part {
        companies = List.copyOf(companies);
    }

    /** This part by another name. */
    Part as(Scope other) {
        return new Part(
                other, companies.stream().map(company -> company.as(other)).toList(), negative, allOthers);
    }
}
