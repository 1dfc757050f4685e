package org.advalorem.rules.base;

import static org.advalorem.rules.base.Jurisdiction.CANADA;
import static org.advalorem.rules.base.Jurisdiction.EU;
import static org.advalorem.rules.base.Jurisdiction.UK;
import static org.advalorem.rules.base.Jurisdiction.US;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A rule that only some laws have. Elsewhere, a fact that asks for it is refused. */
public enum LocalRule {
    REGULATION("a text of 19 CFR part 351", "Leave it out: the law of the jurisdiction governs.", US),
    SEGMENT("a segment of that kind", "Write segment: investigation final, or review final.", US),
    PRICE_INDEX("an adjustment for high inflation", "State benefits and sales at one price level.", US),
    EXPORT_VALUE_ADJUSTMENT(
            "an export value adjustment", "Leave it out, and state sales at the value on which duty is collected.", US),
    ROLES(
            "attribution by the role of a member",
            "Write role: producer, cross-owned, and over: in its uses with the sales to which they are attributed.",
            US),
    OWN_USEFUL_LIFE(
            "a useful life of the firm's own", "Write allocation-period: in the uses, or average-useful-life.", US),
    CHANGE_IN_OWNERSHIP(
            "extinguishment by a change in ownership",
            "Leave it out, and state the uses that are still countervailable.",
            US),
    UPSTREAM("upstream subsidies", "State the benefit that is found to pass through, as a grant.", US),
    UNDERVALUED_CURRENCY("a benefit from an undervalued currency", "Leave the program out.", US),
    UNCREDITWORTHINESS(
            "a rate for uncreditworthy firms", "Leave it out, and state the rate the firm would have paid.", US),
    DISCOUNT_RATE("interest on a benefit spread over time", "Leave it out.", US, EU, CANADA),
    COMMERCIAL_INTEREST("an annual commercial interest rate", "Leave it out.", EU, CANADA),
    AVERAGE_BALANCE("average interest on the balance not yet depreciated", "Leave it out.", EU),
    EXPENSING_TEST("a test by which small benefits are expensed", "Leave it out.", US, EU, UK),
    NON_DEPRECIATING_ASSET(
            "interest-free loans in the value of non-depreciating assets",
            "Leave it out: the benefit is spread over time like any other.",
            EU),
    LIFETIME_QUANTITY("allocation over quantities", "Leave it out.", CANADA),
    DEDUCTIONS("deductions from the amount of a subsidy", "Leave it out.", US, EU, UK),
    MANDATED_DEFERRAL("a deduction for a deferral mandated by the government", "Leave it out.", US),
    WEIGHTED_BENCHMARK(
            "an average of market prices",
            "Leave weights out: the lowest or the highest price is compared.",
            US,
            CANADA,
            UK),
    CLOSEST_OF_TWO(
            "a choice between a simple and a publicly ranged average",
            "Write method: weighted for exporters not sampled, or method: highest for all others.",
            US),
    COUNTRY_WIDE(
            "a single country-wide rate",
            "Write method: weighted for exporters not sampled, or method: highest for all others.",
            US),
    RESIDUAL_DUTY("a residual duty", "Write method: closest, weighted or simple.", EU, CANADA, UK),
    PULLED_FORWARD(
            "rates pulled forward from an earlier segment", "State the company with its rate: type: stated.", US),
    CALENDAR("the dates of 19 CFR part 351", "Leave it out.", US),
    PRO_RATED_ADVERSE_RATE(
            "an adverse rate selected by a hierarchy or pro-rated by customers", "State the rate that was found.", US),
    DEPOSITS("cash deposits and the assessment of entries under American law", "Leave it out.", US),
    SCREENS("a test of American law on petitions, agreements and rates", "Leave it out.", US);

    private final String words;
    private final String advice;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
    private final Set<Jurisdiction> jurisdictions;

    LocalRule(String words, String advice, Jurisdiction first, Jurisdiction... others) {
        this.words = words;
        this.advice = advice;
        this.jurisdictions = Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    /** The rule in words. */
    public String words() {
        return words;
    }

    /** What to write where there is no such rule. */
    public String advice() {
        return advice;
    }

    /** Whether the law of a jurisdiction has it. */
    public boolean isIn(Jurisdiction jurisdiction) {
        return jurisdictions.contains(jurisdiction);
    }
}
