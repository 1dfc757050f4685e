package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.advalorem.Shows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The deposits of the case of active anode material, whose rates and dates were published: RULES 10, 11 and 20. */
final class DepositCommandTest {
    private static final String ANODE = "scenarios/active-anode-material/scenario.yaml";
    private static final String PANASONIC = "Panasonic Global Procurement China";
    private static final String BTR = "BTR New Material Group Co., Ltd.";
    private static final String KAIJIN = "Huzhou Kaijin New Energy Technology";

    private static Run deposit(String... arguments) {
        List<String> all = new ArrayList<>(List.of("deposit", ANODE));
        all.addAll(Arrays.asList(arguments));
        return Run.of(all.toArray(String[]::new));
    }

    @Shows({"10", "14.8", "20.9", "20.10"})
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Panasonic Global Procurement China | BTR New Material Group Co., Ltd.    | 2025-08-01 | 2024 | 105.08%
            PANASONIC GLOBAL PROCUREMENT (CHINA) CO LTD | btr new material group     | 2025-08-01 | 2024 | 105.08%
            Panasonic Global Procurement China | Huzhou Kaijin New Energy Technology | 2025-08-01 | 2024 | 105.08%
            Panasonic Global Procurement China | Huzhou Kaijin New Energy Technology | 2025-08-01 | 2025 | 814.53%
            SK On                              | BTR New Material Group Co., Ltd.    | 2025-08-01 | 2024 | 105.08%
            Tesla (Shanghai)                   | BTR New Material Group Co., Ltd.    | 2025-08-01 | 2024 | 114.30%
            Blue Harbor Trading                | Huzhou Kaijin New Energy Technology | 2025-08-01 | 2024 | 823.75%
            Panasonic Global Procurement China | BTR New Material Group Co., Ltd.    | 2025-06-15 | 2024 | 6.55%
            Panasonic Global Procurement China | BTR New Material Group Co., Ltd.    | 2025-10-01 | 2024 | 93.50%
            Panasonic Global Procurement China | BTR New Material Group Co., Ltd.    | 2025-05-27 | 2024 | 0.00%
            Panasonic Global Procurement China | BTR New Material Group Co., Ltd.    | 2025-09-24 | 2024 | 105.08%
            """)
    void onADay(String exporter, String producer, String day, String regulation, String total) {
        Run run = deposit(
                "--exporter",
                exporter,
                "--producer",
                producer,
                "--on",
                day,
                "--set",
                "proceeding.regulation=" + regulation);
        assertThat(run.exit()).isEqualTo(ExitCode.FINE);
        assertThat(run.out()).containsPattern("(?s)entered\\s+on\\s+" + day + ":\\s+" + total + "\\.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Panasonic Global Procurement China | BTR New Material Group Co., Ltd.    | 100.05%
            Tesla (Shanghai)                   | BTR New Material Group Co., Ltd.    | 109.27%
            Blue Harbor Trading                | Huzhou Kaijin New Energy Technology | 814.75%
            """)
    void withoutADayAsAnnounced(String exporter, String producer, String total) {
        Run run = deposit("--exporter", exporter, "--producer", producer);
        assertThat(run.out())
                .containsPattern("(?s)as\\s+announced:\\s+" + total + "\\.")
                .contains("As announced; no entry deposits this.");
    }

    @Test
    void theAmountIsThatOfTheEnteredValue() {
        assertThat(deposit("--exporter", PANASONIC, "--producer", BTR, "--on", "2025-08-01", "--value", "1 million")
                        .out())
                .contains("105.08% of 1,000,000.00 USD, 1,050,800.00 USD.");
    }

    @Test
    void theLinesThatDoNotServeSayWhy() {
        assertThat(deposit("--exporter", "Tesla (Shanghai)", "--producer", BTR, "--on", "2025-08-01", "--format", "csv")
                        .out())
                .contains("the country-wide entity");
        assertThat(deposit("--exporter", "Tesla (Shanghai)", "--producer", BTR, "--on", "2025-08-01")
                        .out())
                .contains("it is of goods of BTR New Material Group Sales")
                .contains("7 rows name firms that could not be read in the source; they never match");
        assertThat(deposit("--exporter", PANASONIC, "--producer", KAIJIN, "--on", "2025-08-01")
                        .out())
                .contains("the exporter's own rate comes before the");
        assertThat(deposit("--exporter", PANASONIC, "--producer", BTR, "--on", "2025-10-01")
                        .out())
                .contains("2025-09-24: the entry falls in");
    }

    @Test
    void anEntryThatDoesNotNameItsProducer() {
        assertThat(deposit("--exporter", PANASONIC, "--on", "2025-08-01").out())
                .containsPattern("(?s)entered\\s+on\\s+2025-08-01:\\s+114.30%")
                .contains("The entry does not name the producer");
    }

    @Test
    void aNameThatIsNearlyListedIsRefused() {
        Run run = deposit("--exporter", "Panasonic Global Procurement", "--producer", "BTR New Material");
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("(Panasonic Global Procurement) is not listed, but resembles:")
                .contains("Panasonic Global Procurement China")
                .contains("(BTR New Material) is not listed, but resembles:")
                .contains("BTR New Material Group Sales Co., Ltd.")
                .contains("add --unlisted");
        assertThat(deposit("--exporter", "Panasonic Global Procurment China").exit())
                .isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(deposit("--exporter", "BTR New Material", "--unlisted", "--on", "2025-08-01")
                        .out())
                .containsPattern("2025-08-01:\\s+114.30%");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        Run run = deposit("--exporter", " ", "--value", "-3", "--on", "1 August 2025");
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains("--exporter names no firm", "(-3) is not an entered value", "is not a day");
    }

    @Test
    void depositsAreResults() {
        assertThat(Run.of("explain", ANODE, "companies.panasonic.deposit").out())
                .contains("6.55%");
        assertThat(Run.of("explain", ANODE, "antidumping.country-wide.deposit").out())
                .contains("102.72");
        assertThat(Run.of("explain", ANODE, "antidumping.sk-on--btr-new-material-group.deposit")
                        .out())
                .contains("93.5");
    }
}
