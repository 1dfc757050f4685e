package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.advalorem.Shows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The screens as the commands show them; their thresholds are among the worked examples of the rules. */
final class ScreenCommandTest {
    private static final String BASE = "src/test/resources/rules/example-base.yaml";
    private static final String IMPORTS = "screens.negligibility.imports";

    @TempDir
    private Path folder;

    private String file(String screens) throws IOException {
        Path file = folder.resolve("screens.yaml");
        Files.writeString(file, "screens: {" + screens + "}\n");
        return file.toString();
    }

    private String negligibility() throws IOException {
        return file("negligibility: {total: 1 million t, imports: 29900 t}");
    }

    private static String words(Run run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return run.out().replaceAll("\\s+", " ");
    }

    @Test
    void aLineHasTheNumberWhatIsRequiredTheDistanceAndTheParagraph() throws IOException {
        assertThat(words(Run.of("screen", BASE, negligibility())))
                .contains("Negligibility: negligible")
                .contains("2.990000% less than 3 percent yes 0.0100 pp below 19 U.S.C. 1677(24)(A)(i)");
        assertThat(words(Run.of("screen", BASE, negligibility(), "--set", IMPORTS + "=30000 t")))
                .contains("Negligibility: not negligible")
                .contains("3.000000% less than 3 percent no at the threshold 19 U.S.C. 1677(24)(A)(i)");
    }

    @Test
    @Shows("12")
    void supportOfAtMostHalfNeedsMoreInformationAndUpTo40Days() throws IOException {
        String support = file("industry-support: {total: 1000 t, for: 500 t, against: 250 t}");
        String poll =
                "the industry is polled, or other information relied on, and the 20 days to initiation may become up"
                        + " to 40. (19 U.S.C. 1671a(c)(4)(D), 19 CFR 351.203(b)(2))";
        assertThat(words(Run.of("screen", BASE, support))).contains("Industry support: supported", poll);
        assertThat(words(Run.of("screen", BASE, support, "--set", "screens.industry-support.for=501 t")))
                .contains("Industry support: supported")
                .doesNotContain(poll);
    }

    @Test
    @Shows("20.31")
    void theSegmentSaysWhatBecomesOfAMinisterialError() throws IOException {
        String error = file("ministerial-error: {original: 10%, corrected: 15%}");
        assertThat(words(Run.of("screen", BASE, error, "--set", "proceeding.segment=investigation preliminary")))
                .contains("significant; the preliminary determination is amended")
                .contains("Comments are due within five days of disclosure; there are no replies.");
        assertThat(words(Run.of("screen", BASE, error))).contains("corrected, however small the change");
        assertThat(words(Run.of("screen", BASE, error, "--set", "proceeding.segment=review preliminary")))
                .contains("not amended; a point for the case brief");
    }

    @Test
    @Shows("20.32")
    void aRiseIsNecessaryAndNotEnough() throws IOException {
        String rise = file("critical-circumstances: {imports: 115 t, imports-before: 100 t, inconsistent-subsidy: no}");
        assertThat(words(Run.of("screen", BASE, rise)))
                .contains("Critical circumstances: not found")
                .contains("The rise is necessary and not enough")
                .contains("The periods are not stated: normally three months or more from the filing of the petition");
    }

    @Test
    void aSpecificRateIsMoneyPerUnit() throws IOException {
        String rate = file("specific-rate: {rate: 6.55%, unit-value: 4.1180 USD/kg}");
        assertThat(words(Run.of("screen", BASE, rate)))
                .contains(
                        "0.269729 USD/kg less than 1 percent of the unit no 0.228549 USD/kg above",
                        "value, 0.04118 USD/kg");
    }

    @Test
    void commandsTakeTheResultsOfScreens() throws IOException {
        String file = negligibility();
        assertThat(words(Run.of("explain", BASE, file, "screens.negligibility-country.number")))
                .contains("2.990000%");
        assertThat(words(Run.of("flip", BASE, file)))
                .contains("Negligibility: Share of Freedonia in all imports: less than 3 percent: now yes; turns to no")
                .contains("negligibility, imports 30000 t");
        assertThat(words(Run.of(
                        "solve",
                        BASE,
                        file,
                        "--vary",
                        IMPORTS + "=10000 t to 90000 t",
                        "--goal",
                        "screens.negligibility-country.number=5%")))
                .contains("50000 t");
        assertThat(words(Run.of("sweep", BASE, file, "--vary", IMPORTS + "=10000 t to 50000 t in 5")))
                .contains("Negligibility becomes not met between 20000 t and 30000 t");
        assertThat(Run.of("sweep", BASE, file, "--vary", IMPORTS + "=10000 t to 50000 t in 5", "--format", "csv")
                        .out())
                .contains("screens.negligibility-country.number", "screens.negligibility.met");
        assertThat(words(Run.of(
                        "simulate", BASE, file, "--draws", "1000", "--vary", IMPORTS + "=uniform(20000 t, 40000 t)")))
                .contains("Negligibility is met in ");
        assertThat(words(Run.of("memo", BASE, file)))
                .contains("Screens", "Share of Freedonia in all imports", "19 U.S.C. 1677(24)(A)(i)");
        assertThat(words(Run.of("addresses", BASE, file, "screens*")))
                .contains("screens.negligibility-country.distance", "screens.negligibility.total");
    }

    @Test
    void anExpectationThatFailsIsTold() throws IOException {
        Path file = folder.resolve("expecting.yaml");
        Files.writeString(file, """
                screens: {de-minimis: {rate: 0.98%}}
                expect: {screens.de-minimis.met: no, screens.de-minimis.number: "< 1%"}
                """);
        Run run = Run.of("screen", BASE, file.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(run.err()).contains("(screens.de-minimis.met) is expected to be no, and is yes.", "1 of 2");
    }

    @Test
    void aScenarioWithoutScreensSaysSo() {
        assertThat(words(Run.of("screen", BASE))).contains("The scenario states no screens.");
    }

    @Test
    void aChartShowsEveryComparison() throws IOException {
        Path chart = folder.resolve("screens.svg");
        words(Run.of("screen", BASE, negligibility(), "--chart", chart.toString()));
        assertThat(Files.readString(chart)).contains("Share of Freedonia in all imports", "less than 3 percent");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de-minimis: {} | has neither (company) nor (rate).
            de-minimis: {company: acme, rate: 1%} | has both (company) and (rate).
            de-minimis: {company: acne} | names (acne), which is not among the companies.
            de-minimis: {rate: 1} | is a rate without a percent sign
            industry-support: {total: 1000 t, for: 300 USD} | is in USD, (total) in t.
            suspension-agreement: {rate: 5%} | does not say how much of the net subsidy is offset.
            suspension-agreement: {rate: 5%, offset: 5%, kind: cease exports} | which offsets no rate.
            suspension-agreement: {rate: 5%, offset: 5%, exports-value: 5 t} | has (exports-value) without (signatories-value).
            suspension-agreement: {rate: 5%, offset: 5%, completed: 2025-01-01} | has (completed) without (suspended).
            ministerial-error: {original: 5%} | needs two rates, with the error and without it
            ministerial-error: {original: 5%, corrected: 6%, segment: review final} | is an error in (review final)
            ministerial-error: {original: 5%, corrected: 6%, disclosed: 2025-01-01} | states only one of (disclosed)
            """)
    void whatIsWrongIsToldWithItsPlace(String screens, String error) throws IOException {
        Run run = Run.of("screen", BASE, file(screens));
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains("screens.yaml:1:", error);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-02-01 to 2025-04-30 | 2024-11-01 to 2025-01-30
            2025-02-01 to 2025-04-30 | 2024-12-01 to 2025-01-31
            """)
    void periodsAreAdjacentAndOfComparableLength(String period, String preceding) throws IOException {
        Run run = Run.of(
                "screen",
                BASE,
                file("critical-circumstances: {imports: 1 t, imports-before: 1 t, inconsistent-subsidy: yes, period: "
                        + period + ", preceding-period: " + preceding + "}"));
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains("must be of comparable length and end the day before");
    }

    @Test
    void moreThanAllImportsAreRefused() throws IOException {
        Run run = Run.of("screen", BASE, negligibility(), "--set", IMPORTS + "=1.1 million t");
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains("The imports of the countries named are more than all imports.");
    }

    @Test
    void otherLawsHaveNoSuchTests() throws IOException {
        Run run = Run.of(
                "screen",
                BASE,
                file("de-minimis: {rate: 1%}"),
                "--set",
                "proceeding.jurisdiction=EU",
                "--set",
                "proceeding.regulation=none");
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains("asks for a test of American law on petitions, agreements and rates");
    }
}
