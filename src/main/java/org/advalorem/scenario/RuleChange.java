package org.advalorem.scenario;

import java.util.Collection;
import java.util.List;
import org.advalorem.calculation.Authority;

/**
 * A rule whose results changed from one version of the program to the next.
 *
 * @param id a unique name, never reused
 * @param version the first version that applies the change
 * @param rule the rule and its authority
 * @param decision what the program does now, and why
 * @param number the number of the decision in {@code docs/decisions}
 * @param concerns the steps that the rule governs, by the number of their assumption or the provision that they cite;
 *     empty if the version before gave no number
 * @param example an input, in words
 * @param before the result for the example before the change
 * @param after the result for the example since the change
 */
public record RuleChange(
        String id,
        String version,
        String rule,
        String decision,
        int number,
        List<String> concerns,
        String example,
        String before,
        String after) {
    /** Copies the list. */
    public RuleChange {
        concerns = List.copyOf(concerns);
    }

    /** Whether the rule governs any of the steps that rest on these authorities. */
    public boolean governs(Collection<Authority> authorities) {
        return concerns.stream().anyMatch(step -> authorities.stream().anyMatch(of -> cites(of, step)));
    }

    /** Whether an authority is that assumption, that provision or a paragraph of it. */
    static boolean cites(Authority authority, String step) {
        return authority.assumption().filter(step::equals).isPresent()
                || authority.citation().equals(step)
                || authority.citation().startsWith(step + "(");
    }
}
