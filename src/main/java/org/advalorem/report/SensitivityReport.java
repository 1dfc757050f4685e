package org.advalorem.report;

import java.util.List;
import org.advalorem.whatif.MorrisScreening;
import org.advalorem.whatif.SobolAnalysis;

/**
 * The report of {@code sensitivity}: Sobol' indices or elementary effects of every uncertain input.
 *
 * <p>JSON is a contract, {@code advalorem-sensitivity/1}, described in {@code docs/json.md}.
 */
public final class SensitivityReport {
    /**
     * How a report was made, apart from scenario and seed.
     *
     * @param version of the program
     * @param varied what the command line made uncertain, as written
     */
    public record Made(String version, List<String> varied) {
        /** Copies the list. */
        public Made {
            varied = List.copyOf(varied);
        }
    }

    private SensitivityReport() {}

    /**
     * Indices.
     *
     * @param made version of the program, and what the command line made uncertain
     */
    public static Report of(EvaluatedScenario scenario, Made made, SobolAnalysis.Result result) {
        return new SobolReport(scenario, made, result).report();
    }

    /**
     * Elementary effects.
     *
     * @param made version of the program, and what the command line made uncertain
     */
    public static Report of(EvaluatedScenario scenario, Made made, MorrisScreening.Result result) {
        return new MorrisReport(scenario, made, result).report();
    }
}
