package org.advalorem.whatif;

import java.util.List;
import java.util.stream.Collectors;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.scenario.Assignment;

/** Attribution of problems that come from several settings made together. */
final class ProblemLocator {
    private ProblemLocator() {}

    /**
     * Passes on problems. A problem of the whole scenario, such as a condition that fails, is reported where the
     * settings are written, along with the settings.
     *
     * @param own the problems the settings led to
     * @param origin where the settings are written
     * @param problems receives the problems
     */
    static void tell(Problems own, List<Assignment> settings, Origin origin, Problems problems) {
        for (Problem problem : own.sorted()) {
            boolean placed = problem.origin().line() > 0
                    || settings.stream().anyMatch(setting -> setting.origin().equals(problem.origin()));
            if (placed) {
                problems.add(problem.code(), problem.origin(), problem.message(), problem.advice());
            } else {
                problems.add(
                        problem.code(), origin, "At " + text(settings) + ": " + problem.message(), problem.advice());
            }
        }
    }

    private static String text(List<Assignment> settings) {
        return settings.stream()
                .map(setting -> setting.address()
                        + (setting.value() instanceof SourceNode.Scalar scalar ? "=" + scalar.text() : ""))
                .collect(Collectors.joining(", "));
    }
}
