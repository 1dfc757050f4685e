package org.advalorem.rules.base;

import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;

/**
 * The de minimis threshold: in an investigation, rates below 1 percent, or at most 2 percent for a developing country;
 * otherwise, rates below 0.5 percent. Outside the United States, rates below 1 percent, or 2 percent for a developing
 * country, in investigations and reviews alike.
 *
 * @param threshold the threshold as a decimal fraction
 * @param inclusive whether a rate equal to the threshold is still de minimis
 */
public record DeMinimis(String threshold, boolean inclusive, Authority authority) {

    /** The threshold in a proceeding. */
    public static DeMinimis of(Proceeding proceeding) {
        return of(proceeding, proceeding.segment());
    }

    /** The threshold in a segment of a proceeding, which may be another one than its own. */
    public static DeMinimis of(Proceeding proceeding, Proceeding.Segment segment) {
        return switch (proceeding.jurisdiction()) {
            case US -> american(proceeding, segment);
            case EU -> elsewhere(proceeding, Authority.law("Regulation (EU) 2016/1037, art. 14(5)"));
            case CANADA -> elsewhere(proceeding, Assumption.DE_MINIMIS_ELSEWHERE.under("Special Import Measures Act"));
            case UK -> elsewhere(proceeding, Assumption.DE_MINIMIS_ELSEWHERE.under("SI 2019/450"));
        };
    }

    /** The same threshold in investigations and reviews. */
    private static DeMinimis elsewhere(Proceeding proceeding, Authority authority) {
        return new DeMinimis(proceeding.country().developing() ? "0.02" : "0.01", false, authority);
    }

    private static DeMinimis american(Proceeding proceeding, Proceeding.Segment segment) {
        if (!segment.isInvestigation()) {
            return new DeMinimis("0.005", false, Authority.law("19 CFR 351.106(c)(1)"));
        }
        return proceeding.country().developing()
                ? new DeMinimis("0.02", true, Authority.law("19 U.S.C. 1671b(b)(4)(B)"))
                : new DeMinimis("0.01", false, Authority.law("19 U.S.C. 1671b(b)(4)(A)"));
    }

    /** The comparison with the threshold, in words. */
    public String words() {
        return inclusive ? "(at most the threshold)" : "(below the threshold)";
    }

    /** Whether rounding changed the rate, so that it matters which of the two is compared. */
    public static Term rounded(Term rate, Term published) {
        return rate.less(published).or(published.less(rate));
    }

    public Term threshold(CalculationBuilder builder) {
        return builder.fraction(threshold);
    }

    /** Whether the rate is de minimis, by exact comparison. */
    public Term holds(Term rate, CalculationBuilder builder) {
        return inclusive ? rate.atMost(threshold(builder)) : rate.less(threshold(builder));
    }
}
