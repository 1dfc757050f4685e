package org.advalorem.rules;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Address;
import org.advalorem.rules.attribution.FailingSale;

/**
 * A respondent's rate.
 *
 * @param scope the year and the product covered by the rate
 * @param programs those countervailed, measurable or not
 * @param notUsed the names of the scenario's programs that the company did not use or that are not applied
 * @param rate the net subsidy rate, unrounded: the sum of the programs that count
 * @param tested the sum of the measurable programs, which is compared with the de minimis threshold
 * @param dropped the sum of the programs that are not measurable, where they are dropped
 * @param published the published rate, in percent with two decimals
 * @param exportContingent the part of the published rate attributable to export subsidies, the only part that offsets
 *     an antidumping duty: 19 U.S.C. 1677a(c)(1)(C)
 * @param otherRounding the published rate under the other order of rounding and summing
 * @param threshold the de minimis threshold
 * @param inclusive whether a rate equal to the threshold is still de minimis
 * @param deMinimis the verdict on the unrounded rate
 * @param deMinimisAsPublished the verdict on the published rate
 * @param entirelyFactsAvailable whether the rate rests entirely on facts available
 * @param exportsToUs the weight in the all-others rate
 * @param publicExportsToUs the weight as publicly ranged
 * @param ratePerUnit the equivalent specific rate, in the company's currency per unit; empty where no quantity is known
 * @param byCustomer the rates by customer, where a rate on facts available is pro-rated by unverified sales
 * @param failingSales the sales through the affiliated reseller that fail a criterion of the export value adjustment
 * @param dispositions what became of every program, alleged or reported
 * @param runOff what stays countervailable in each later year; empty for products and for earlier years of the period
 */
public record CompanyResult(
        String id,
        String name,
        Scope scope,
        Unit currency,
        List<ProgramResult> programs,
        List<String> notUsed,
        Term rate,
        Term tested,
        Term dropped,
        Term published,
        Term exportContingent,
        Term otherRounding,
        Term threshold,
        boolean inclusive,
        Term deMinimis,
        Term deMinimisAsPublished,
        boolean entirelyFactsAvailable,
        boolean voluntary,
        Optional<Term> exportsToUs,
        Optional<Term> publicExportsToUs,
        Optional<Term> ratePerUnit,
        Optional<CustomerRates> byCustomer,
        List<FailingSale> failingSales,
        List<Disposition> dispositions,
        List<RunOff> runOff) {
    /** Copies the lists. */
    public CompanyResult {
        programs = List.copyOf(programs);
        notUsed = List.copyOf(notUsed);
        failingSales = List.copyOf(failingSales);
        dispositions = List.copyOf(dispositions);
        runOff = List.copyOf(runOff);
    }

    /** A copy of this result for another scope. */
    CompanyResult as(Scope other) {
        return new CompanyResult(
                id,
                name,
                other,
                currency,
                programs,
                notUsed,
                rate,
                tested,
                dropped,
                published,
                exportContingent,
                otherRounding,
                threshold,
                inclusive,
                deMinimis,
                deMinimisAsPublished,
                entirelyFactsAvailable,
                voluntary,
                exportsToUs,
                publicExportsToUs,
                ratePerUnit,
                byCustomer,
                failingSales,
                dispositions,
                List.of());
    }

    /** The subject of the results. */
    public Subject subject() {
        return Subject.company(scope, id);
    }

    /** The address of the results: {@code companies.zhongji}, {@code companies.zhongji.year.2016}. */
    public Address address() {
        return subject().address();
    }

    /**
     * The address of a program's results: {@code companies.zhongji.programs.technology-grant}.
     *
     * @param program one of this company's programs
     */
    public Address address(ProgramResult program) {
        return subject().program(program.id()).address();
    }
}
