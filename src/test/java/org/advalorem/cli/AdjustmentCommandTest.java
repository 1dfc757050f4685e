package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The export value adjustment on the command line: by destination, and what is warned of. */
final class AdjustmentCommandTest {
    private static final String BY_DESTINATION = "src/test/resources/whatif/adjustment-by-destination.yaml";
    private static final String FAILING = "src/test/resources/whatif/failing-sales.yaml";
    private static final String METHOD = "companies.a.export-value-adjustment.method=";

    @Test
    void theRatioIsOfSalesToTheUnitedStates() {
        Run rate = Run.of("rate", BY_DESTINATION);
        assertThat(rate.exit()).isZero();
        assertThat(rate.out()).contains("4.545455%  4.55%");
        assertThat(Run.of("rate", BY_DESTINATION, "--set", "companies.a.export-value-adjustment.destinations=all")
                        .out())
                .contains("4.761905%  4.76%");
    }

    /** In each method and format, and of each command that computes a rate. */
    @ParameterizedTest
    @CsvSource({
        "rate, text", "rate, json", "rate, csv", "rate, markdown", "memo, text", "memo, json", "memo, csv",
        "explain, text", "sweep, csv", "tornado, text", "eva, text", "eva, json", "eva, csv", "eva, markdown"
    })
    void everyOutputWarns(String command, String format) {
        for (String method : new String[] {"ratio", "denominator", "blended"}) {
            Run run = run(command, format, method);
            assertThat(run.exit()).as(run.err()).isZero();
            String said = run.out().replaceAll("\\s+", " ");
            assertThat(said)
                    .contains("is made although a criterion is answered no: affiliated.")
                    .contains("2 rows of sales through h fail a criterion");
        }
    }

    private static Run run(String command, String format, String method) {
        String set = METHOD + method;
        return switch (command) {
            case "explain" -> Run.of(command, FAILING, "companies.a.rate", "--set", set, "--format", format);
            case "sweep", "tornado" ->
                Run.of(
                        command,
                        FAILING,
                        "--set",
                        set,
                        "--vary",
                        "companies.a.uses.g.p.received.2022-02-01.amount=20 to 30"
                                + (command.equals("sweep") ? " in 2" : ""),
                        "--format",
                        format);
            default -> Run.of(command, FAILING, "--set", set, "--format", format);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "csv", "json"})
    void nothingIsWarnedOfWithoutAMethod(String format) {
        assertThat(run("rate", format, "none").out()).doesNotContain("although", "fail a criterion");
    }

    @Test
    void aFindingThatIsNeitherIsRefused() {
        Run run = Run.of("rate", FAILING, "--set", "companies.a.export-value-adjustment.destinations=Japan");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("United States").contains("all");
    }
}
