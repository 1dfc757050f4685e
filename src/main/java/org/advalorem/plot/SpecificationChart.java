package org.advalorem.plot;

import java.util.List;

/**
 * A value under every combination of contested issues: the values in ascending order, and below them which position each
 * combination takes on which issue.
 *
 * @param specifications in any order
 */
public record SpecificationChart(
        Caption caption, Axis values, List<Issue> issues, List<Specification> specifications, List<Mark> thresholds)
        implements Chart {
    /**
     * The chart, checked.
     *
     * @throws IllegalArgumentException if there are no specifications, or one takes no position, or one that does not
     *     exist, on an issue
     */
    public SpecificationChart {
        issues = List.copyOf(issues);
        specifications = PlotChecks.some(specifications, "specifications");
        thresholds = List.copyOf(thresholds);
        for (Specification specification : specifications) {
            if (specification.positions().size() != issues.size()) {
                throw new IllegalArgumentException("A specification takes one position on every issue.");
            }
            for (int i = 0; i < issues.size(); i++) {
                int position = specification.positions().get(i);
                if (position < 0 || position >= issues.get(i).positions().size()) {
                    throw new IllegalArgumentException(
                            "The issue (" + issues.get(i).name() + ") has no position " + position + ".");
                }
            }
        }
    }

    /** A contested issue and its positions by name. */
    public record Issue(String name, List<String> positions) {
        /**
         * The issue, checked.
         *
         * @throws IllegalArgumentException if there are no positions
         */
        public Issue {
            positions = PlotChecks.some(positions, "positions");
        }
    }

    /**
     * One combination.
     *
     * @param positions the index of the position taken on each issue
     * @param base whether it is the scenario itself
     */
    public record Specification(double value, List<Integer> positions, boolean base) {
        /**
         * The combination, checked.
         *
         * @throws IllegalArgumentException if the value is not finite
         */
        public Specification {
            PlotChecks.finite(value, "specification");
            positions = List.copyOf(positions);
        }
    }
}
