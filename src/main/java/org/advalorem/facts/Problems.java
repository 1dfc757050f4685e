package org.advalorem.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A collection of problems, so that all of them are reported in one pass. */
public final class Problems {
    private final Set<Problem> problems = new LinkedHashSet<>();

    /**
     * Notes a problem; a repeated problem counts once.
     *
     * @param code the kind of problem
     * @param origin where it occurs
     * @param message what was found and what was expected
     * @param advice what to write instead; empty if there is nothing to add
     */
    public void add(Problem.Code code, Origin origin, String message, String advice) {
        problems.add(new Problem(code, origin, message, advice));
    }

    /** Notes problems found elsewhere. */
    public void addAll(List<Problem> others) {
        problems.addAll(others);
    }

    /** Whether there are no problems so far. */
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** The number of problems so far. */
    public int size() {
        return problems.size();
    }

    /** All problems, sorted by place, line and column. */
    public List<Problem> sorted() {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparing((Problem problem) -> problem.origin().place())
                .thenComparingInt(problem -> problem.origin().line())
                .thenComparingInt(problem -> problem.origin().column()));
        return sorted;
    }

    /**
     * Returns normally if there are no problems.
     *
     * @throws InvalidScenarioException with all problems otherwise
     */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidScenarioException(sorted());
        }
    }
}
