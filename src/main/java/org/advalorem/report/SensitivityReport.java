package org.advalorem.report;

import java.util.List;
import org.advalorem.whatif.Screening;
import org.advalorem.whatif.Sensitivity;

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
     * Indices in that format, ending with a line feed.
     *
     * @param made version of the program, and what the command line made uncertain
     */
    public static String of(EvaluatedScenario scenario, Made made, Sensitivity.Result result, Format format) {
        return new SobolReport(scenario, made, result).in(format);
    }

    /**
     * Elementary effects in that format, ending with a line feed.
     *
     * @param made version of the program, and what the command line made uncertain
     */
    public static String of(EvaluatedScenario scenario, Made made, Screening.Result result, Format format) {
        return new MorrisReport(scenario, made, result).in(format);
    }
}
