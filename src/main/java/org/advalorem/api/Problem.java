package org.advalorem.api;

/**
 * One thing that is wrong with a scenario or a question.
 *
 * @param code such as {@code AV205}, explained in {@code docs/errors.md}; empty for a question that cannot be answered
 * @param place the file as named, or {@code argument}; empty if it has none
 * @param line from 1; 0 if there is none
 * @param column from 1, in characters; 0 if there is none
 * @param message what was found and what was expected
 * @param advice what to write instead; empty if the message says it
 */
public record Problem(String code, String place, int line, int column, String message, String advice) {
    static Problem of(org.advalorem.facts.Problem problem) {
        return new Problem(
                problem.code().toString(),
                problem.origin().place(),
                problem.origin().line(),
                problem.origin().column(),
                problem.message(),
                problem.advice());
    }

    /** The message, followed by the advice. */
    @Override
    public String toString() {
        return advice.isEmpty() ? message : message + " " + advice;
    }
}
