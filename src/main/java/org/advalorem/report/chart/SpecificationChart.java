package org.advalorem.report.chart;

import java.util.List;

/**
 * The rate under every combination of contested issues: rates in ascending order, and below them which position each one
 * takes on which issue.
 *
 * @param rate the axis
 * @param specifications in any order; drawn by rate
 */
public record SpecificationChart(
        Caption caption, Axis rate, List<Issue> issues, List<Specification> specifications, List<Mark> thresholds)
        implements Chart {
    /** Copies the lists. */
    public SpecificationChart {
        issues = List.copyOf(issues);
        specifications = Checks.some(List.copyOf(specifications), "specifications");
        thresholds = List.copyOf(thresholds);
        for (Specification specification : specifications) {
            if (specification.positions().size() != issues.size()) {
                throw new IllegalArgumentException("A specification takes one position on every issue.");
            }
            for (int i = 0; i < issues.size(); i++) {
                int position = specification.positions().get(i);
                if (position < 0 || position >= issues.get(i).positions().size()) {
                    throw new IllegalArgumentException(
                            "(" + issues.get(i).name() + ") has no position " + position + ".");
                }
            }
        }
    }

    /** A contested issue and its positions by name. */
    public record Issue(String name, List<String> positions) {
        /** Copies the list. */
        public Issue {
            positions = Checks.some(List.copyOf(positions), "positions");
        }
    }

    /**
     * One combination.
     *
     * @param positions the index of the position taken on each issue
     * @param base whether it is the scenario itself
     */
    public record Specification(double rate, List<Integer> positions, boolean base) {
        /** Copies the list. */
        public Specification {
            Checks.finite(rate, "rate");
            positions = List.copyOf(positions);
        }
    }
}
