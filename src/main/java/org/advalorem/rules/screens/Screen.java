package org.advalorem.rules.screens;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;

/**
 * A test with its verdict.
 *
 * @param id its name in addresses, such as {@code negligibility}
 * @param title its name in words
 * @param comparisons what it compares, in order
 * @param met the verdict
 * @param yes the verdict in words where it holds
 * @param no the verdict in words where it does not
 * @param authority the paragraph on which the verdict rests
 * @param findings what follows, or what the screen does not test
 */
public record Screen(
        String id,
        String title,
        List<Comparison> comparisons,
        Term met,
        String yes,
        String no,
        Authority authority,
        List<Finding> findings) {
    /** Copies the lists. */
    public Screen {
        comparisons = List.copyOf(comparisons);
        findings = List.copyOf(findings);
    }

    /**
     * A sentence on what follows from the verdict.
     *
     * @param when the truth under which it applies; empty if it always does
     */
    public record Finding(Optional<Term> when, String words, Authority authority) {}

    /** The verdict in words. */
    public String verdict(boolean holds) {
        return holds ? yes : no;
    }
}
