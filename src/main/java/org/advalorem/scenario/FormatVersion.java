package org.advalorem.scenario;

import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;

/** The format that a scenario declares. */
final class FormatVersion {
    static final String KEY = "format";
    static final String CURRENT = "advalorem/1";

    private FormatVersion() {}

    /** Reports an unknown format; a missing one is reported with the other missing keys. */
    static void check(SourceNode.Mapping tree, Problems problems) {
        SourceNode given = tree.entries().get(KEY);
        if (given instanceof SourceNode.Scalar scalar && !scalar.text().strip().equals(CURRENT)) {
            boolean later = scalar.text().strip().matches("advalorem/[0-9]+");
            problems.add(
                    Problem.Code.AV106,
                    scalar.origin(),
                    "The format (" + scalar.text() + ") is not known; this version reads " + CURRENT + ".",
                    later ? "Use a later version of the program." : "Write " + KEY + ": " + CURRENT + ".");
        }
    }
}
