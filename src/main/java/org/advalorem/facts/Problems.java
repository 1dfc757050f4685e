package org.advalorem.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, so that all of it is told in one pass. */
public final class Problems {
    private final Set<Problem> problems = new LinkedHashSet<>();

    /** Notes a problem; the same problem twice counts once. */
    public void add(Problem.Code code, Origin origin, String message, String advice) {
        problems.add(new Problem(code, origin, message, advice));
    }

    /** Notes problems that were noted elsewhere. */
    public void addAll(List<Problem> others) {
        problems.addAll(others);
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** How many problems there are so far. */
    public int size() {
        return problems.size();
    }

    /** All problems, by place, line and column. */
    public List<Problem> sorted() {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparing((Problem problem) -> problem.origin().place())
                .thenComparingInt(problem -> problem.origin().line())
                .thenComparingInt(problem -> problem.origin().column()));
        return sorted;
    }

    /**
     * Returns when nothing is wrong.
     *
     * @throws InvalidScenarioException with all problems otherwise
     */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidScenarioException(sorted());
        }
    }
}
