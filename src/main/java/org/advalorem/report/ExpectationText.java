package org.advalorem.report;

import java.util.List;
import org.advalorem.scenario.Expectation;
import org.advalorem.scenario.Expectations;

/** A scenario's expectations beside the results. */
public final class ExpectationText {
    private ExpectationText() {}

    /**
     * One line per expectation that failed, with the rules that changed since the version that printed it, and the number of
     * failures; empty if none failed.
     */
    public static String failures(List<Expectations.Outcome> outcomes, EvaluatedScenario scenario) {
        StringBuilder text = new StringBuilder();
        int failed = 0;
        for (Expectations.Outcome outcome : outcomes) {
            if (!outcome.met()) {
                Expectation expectation = outcome.expectation();
                failed++;
                text.append(TextWriter.clean(expectation.origin() + ": (" + expectation.address()
                                + ") is expected to be " + expectation.text() + ", and is " + found(outcome) + "."
                                + expectation
                                        .version()
                                        .map(version ->
                                                " " + RulesSince.sentence(version, expectation.address(), scenario))
                                        .orElse("")))
                        .append('\n');
            }
        }
        if (failed > 0) {
            text.append(failed)
                    .append(" of ")
                    .append(outcomes.size())
                    .append(outcomes.size() == 1 ? " expectation failed\n" : " expectations failed\n");
        }
        return text.toString();
    }

    /** The actual result, in full digits. */
    static String found(Expectations.Outcome outcome) {
        return switch (outcome.expectation().form()) {
            case RATE -> Figure.EXACT_RATE.text(outcome.found());
            case NUMBER -> Figure.PLAIN.text(outcome.found());
            case YES_NO -> Figure.TRUTH.text(outcome.found());
        };
    }
}
