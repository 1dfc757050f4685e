package org.advalorem.facts;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario that cannot be calculated, with everything that is wrong with it. */
public final class InvalidScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Creates an exception with at least one problem. */
    public InvalidScenarioException(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.origin() + ": " + problem.message())
                .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The problems found. */
    public List<Problem> problems() {
        return problems;
    }
}
