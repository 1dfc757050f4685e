package org.advalorem.cli;

import java.util.List;
import org.advalorem.report.Figure;
import org.advalorem.scenario.Expectation;
import org.advalorem.scenario.Expectations;

/** What was expected and did not come out, on standard error. */
final class ExpectationText {
    private ExpectationText() {}

    /** Tells of failures; gives the exit code. */
    static int tell(Loaded loaded, Console console) {
        List<Expectations.Outcome> outcomes = loaded.outcomes();
        List<Expectations.Outcome> failed =
                outcomes.stream().filter(outcome -> !outcome.met()).toList();
        for (Expectations.Outcome outcome : failed) {
            Expectation expectation = outcome.expectation();
            console.tell(expectation.origin() + ": (" + expectation.address() + ") is expected to be "
                    + expectation.text() + ", and is " + found(outcome) + ".");
        }
        if (failed.isEmpty()) {
            return ExitCode.FINE;
        }
        console.tell(failed.size() + " of " + outcomes.size()
                + (outcomes.size() == 1 ? " expectation" : " expectations") + " failed");
        return ExitCode.EXPECTATION_FAILED;
    }

    private static String found(Expectations.Outcome outcome) {
        return switch (outcome.expectation().form()) {
            case RATE -> Figure.EXACT_RATE.text(outcome.found());
            case NUMBER -> Figure.PLAIN.text(outcome.found());
            case YES_NO -> Figure.TRUTH.text(outcome.found());
        };
    }
}
