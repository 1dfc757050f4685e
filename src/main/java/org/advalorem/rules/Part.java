package org.advalorem.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Address;

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

    /** Adds the results by the addresses that they are asked for by. */
    void put(Map<String, Term> results) {
        for (CompanyResult company : companies) {
            Address address = company.address();
            results.put(address.child("rate").toString(), company.published());
            results.put(address.child("rate-unrounded").toString(), company.rate());
            results.put(address.child("de-minimis").toString(), company.deMinimis());
            results.put(address.child("de-minimis-threshold").toString(), company.threshold());
            results.put(address.child("rate-export-contingent").toString(), company.exportContingent());
            results.put(address.child("rate-otherwise-rounded").toString(), company.otherRounding());
            results.put(address.child("rate-dropped").toString(), company.dropped());
            company.ratePerUnit()
                    .ifPresent(
                            rate -> results.put(address.child("rate-per-unit").toString(), rate));
            for (ProgramResult program : company.programs()) {
                Address of = company.address(program);
                results.put(of.child("rate").toString(), program.countedRounded());
                results.put(of.child("rate-unrounded").toString(), program.rate());
            }
        }
        negative.ifPresent(truth -> results.put(
                scope.below(Address.ROOT.child("determination"))
                        .child("negative")
                        .toString(),
                truth));
        allOthers.ifPresent(result -> {
            Address address = scope.below(Address.ROOT.child("all-others"));
            results.put(address.child("rate").toString(), result.published());
            results.put(address.child("rate-unrounded").toString(), result.rate());
            result.deMinimis()
                    .ifPresent(
                            verdict -> results.put(address.child("de-minimis").toString(), verdict));
        });
    }
}
