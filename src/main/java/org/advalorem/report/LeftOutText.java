package org.advalorem.report;

import java.util.List;
import org.advalorem.rules.base.LeftOut;

/** The items that a scenario states but no rate counts, one per line. */
final class LeftOutText {
    private LeftOutText() {}

    static List<String> of(EvaluatedScenario scenario) {
        return scenario.determination().leftOut().stream()
                .map(leftOut -> line(leftOut, scenario))
                .toList();
    }

    private static String line(LeftOut leftOut, EvaluatedScenario scenario) {
        return "Left out, " + leftOut.why() + ": " + leftOut.count() + " "
                + leftOut.what().word(leftOut.count())
                + leftOut.sum()
                        .map(sum -> ", " + Figure.withUnit(scenario.value(sum), sum.unit()))
                        .orElse("")
                + " (" + leftOut.about() + ").";
    }
}
