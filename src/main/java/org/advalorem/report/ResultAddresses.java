package org.advalorem.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The addresses of results that what-if reports show. */
public final class ResultAddresses {
    /** The last part of the address of a rate as published. */
    public static final String PUBLISHED = "rate";
    /** That of a rate before rounding. */
    public static final String UNROUNDED = "rate-unrounded";
    /** That of a verdict. */
    public static final String VERDICT = "de-minimis";

    /** The address of the truth whether a determination is negative. */
    public static final String NEGATIVE = "determination.negative";

    static final String ALL_OTHERS = "all-others.";

    private ResultAddresses() {}

    /** Rates and verdicts of the companies reported, their programs' rates, the all-others rate, and the determination. */
    public static List<String> of(Collection<String> results, EvaluatedScenario scenario) {
        return of(results, scenario, List.of(PUBLISHED, UNROUNDED, VERDICT));
    }

    /** The same without the rates as published. */
    public static List<String> unroundedOf(Collection<String> results, EvaluatedScenario scenario) {
        return of(results, scenario, List.of(UNROUNDED, VERDICT));
    }

    private static List<String> of(Collection<String> results, EvaluatedScenario scenario, List<String> last) {
        List<String> companies = scenario.companies().stream()
                .map(company -> Subject.prefix(company.id()))
                .toList();
        return results.stream()
                .filter(address -> address.equals(NEGATIVE)
                        || (last.contains(last(address))
                                && (address.startsWith(ALL_OTHERS)
                                        || companies.stream().anyMatch(address::startsWith))))
                .toList();
    }

    /** Those of a company or all others with that last part. */
    public static List<String> totals(Collection<String> addresses, String last) {
        return addresses.stream()
                .filter(address -> last(address).equals(last) && Subject.isTotal(address))
                .toList();
    }

    /** The address of another result of the same company, program or all others. */
    public static String beside(String address, String last) {
        return address.substring(0, address.lastIndexOf('.') + 1) + last;
    }

    /** Whether the result is true or false. */
    static boolean isTruth(String address) {
        return address.equals(NEGATIVE) || last(address).equals(VERDICT);
    }

    /**
     * The unrounded rate that a truth rests on: the company's or all others'; of a negative determination the highest one of
     * a company, as the last to fall below the threshold.
     */
    public static String rateBehind(String truth, EvaluatedScenario scenario) {
        return truth.equals(NEGATIVE)
                ? scenario.determination().companies().stream()
                        .max(Comparator.comparingDouble(company -> scenario.value(company.rate())))
                        .map(company -> Subject.prefix(company.id()) + UNROUNDED)
                        .orElse(truth)
                : beside(truth, UNROUNDED);
    }

    private static String last(String address) {
        return address.substring(address.lastIndexOf('.') + 1);
    }
}
