package org.advalorem.rules;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Address;

/**
 * A respondent's rate.
 *
 * @param scope the year and the product that the rate is of
 * @param programs those countervailed, measurable or not
 * @param notUsed names of the programs of the scenario that the company did not use, or that are not applied
 * @param rate net subsidy rate, unrounded: the sum of the programs that count
 * @param tested the sum of measurable programs, which is compared with the threshold of de minimis
 * @param dropped what programs that are not measurable add up to, where they are dropped
 * @param published as published, two decimals of a percent
 * @param exportContingent the part of the published rate that comes from export subsidies, the only part that an
 *     antidumping duty is reduced by: 19 U.S.C. 1677a(c)(1)(C)
 * @param otherRounding what the other order of rounding and summing would publish
 * @param threshold of de minimis
 * @param inclusive whether a rate equal to the threshold is still de minimis
 * @param deMinimis the verdict, on the unrounded rate
 * @param deMinimisAsPublished the verdict that the published rate would give
 * @param entirelyFactsAvailable whether the rate rests entirely on facts available
 * @param exportsToUs the all-others weight
 * @param publicExportsToUs the weight as publicly ranged
 * @param ratePerUnit the equivalent specific rate, in the company's currency per unit; nothing where no quantity is known
 * @param failingSales the sales through the affiliated reseller that fail a criterion of the export value adjustment
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
        List<FailingSale> failingSales) {
    /** Copies the lists. */
    public CompanyResult {
        programs = List.copyOf(programs);
        notUsed = List.copyOf(notUsed);
        failingSales = List.copyOf(failingSales);
    }

    /** This result as that of another part. */
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
                failingSales);
    }

    /** What the results are of. */
    public Subject subject() {
        return Subject.company(scope, id);
    }

    /** The address of its results: {@code companies.zhongji}, {@code companies.zhongji.year.2016}. */
    public Address address() {
        return subject().address();
    }

    /** The address of the results of one of its programs: {@code companies.zhongji.programs.technology-grant}. */
    public Address address(ProgramResult program) {
        return subject().program(program.id()).address();
    }
}
