package org.advalorem.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.plot.Caption;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.Finding;

/** The words around the chart of a result. */
final class Captions {
    private Captions() {}

    /**
     * The finding, what the reader must not miss, and where the numbers come from.
     *
     * @param drawing how the finding is drawn, in phrases of which some may be empty
     * @param partial whether the run was stopped before its end
     * @param run how the numbers were made, such as draws and seed; may be empty
     */
    static Caption of(EvaluatedScenario scenario, Finding finding, List<String> drawing, boolean partial, String run) {
        List<String> warnings = new ArrayList<>();
        if (partial) {
            warnings.add("PARTIAL: the run was stopped before the end.");
        }
        if (scenario.publicVersion().isPresent()) {
            warnings.add("PUBLIC VERSION: without business proprietary information.");
        }
        if (scenario.isNegative()) {
            warnings.add("NEGATIVE DETERMINATION: "
                    + (scenario.isCountryWide()
                            ? "the country-wide rate is de minimis."
                            : "there is no all-others rate."));
        }
        scenario.determination().illustrative().ifPresent(words -> warnings.add("ILLUSTRATIVE: " + words));
        return new Caption(
                finding.headline(),
                Stream.concat(Stream.of(finding.context()), drawing.stream())
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining("; ")),
                String.join(" ", warnings),
                scenario.source() + ". " + (run.isEmpty() ? "" : run + " ") + scenario.made() + ".");
    }
}
