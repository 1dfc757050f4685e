package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Book values and depreciation shape the schedule: where they vary the calculation is built anew, or they may not. */
final class UsefulLifeVariedTest {
    private static final String FILE = "src/test/resources/whatif/own-useful-life.yaml";
    private static final String BOOK_VALUE = "companies.acme.own-useful-life.assets.2023.gross-book-value";

    /** Twelve years of the tables below 13 x 95; of a million without interest one part of as many years. */
    @ParameterizedTest
    @ValueSource(strings = {"1140, 1234, 1235, 1250, 1900", "1900, 1250, 1235, 1234, 1140"})
    void everyValueGivesTheScheduleOfItsYears(String values) {
        Run run = Run.of("sweep", FILE, "--vary", BOOK_VALUE + "=" + values, "--format", "csv");
        assertThat(run.exit()).as(run.err()).isZero();
        List<String> rows = run.out()
                .lines()
                .filter(line -> line.matches("[0-9].*"))
                .sorted()
                .toList();
        assertThat(rows)
                .satisfiesExactly(
                        row -> assertThat(row).startsWith("1140,0.0833,"),
                        row -> assertThat(row).startsWith("1234,0.0833,"),
                        row -> assertThat(row).startsWith("1235,0.0769,"),
                        row -> assertThat(row).startsWith("1250,0.0769,"),
                        row -> assertThat(row).startsWith("1900,0.05,"));
    }

    /** Refused whether or not the value that is tried changes the years. */
    @ParameterizedTest
    @ValueSource(strings = {"uniform(1100, 1900)", "uniform(1249, 1251)"})
    void aDistributionIsRefused(String distribution) {
        Run run = Run.of("simulate", FILE, "--vary", BOOK_VALUE + "=" + distribution);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("AV502 (" + BOOK_VALUE + ") changes how the rate is calculated");
    }

    @Test
    void namedChoicesAreDrawn() {
        Run run = Run.of("simulate", FILE, "--vary", BOOK_VALUE + "=discrete(1250: 50%, 1900: 50%)", "--draws", "4096");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("5.0000%", "7.6923%");
    }
}
