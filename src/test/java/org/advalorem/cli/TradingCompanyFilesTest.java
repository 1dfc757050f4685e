package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Producers of one trading company, from the file to the printed rate. */
final class TradingCompanyFilesTest {
    @ParameterizedTest
    @CsvSource({
        "through-a-weighted-producer, 1.20%, A29 Several unaffiliated producers",
        "affiliated-and-unaffiliated, 3.10%, A76 Affiliated and unaffiliated producers",
        "unaffiliated-group, 4.00%, A4 Cross-owned producers share a denominator",
    })
    void theRateIsPrintedWithItsAssumption(String file, String rate, String assumption) {
        var run = Run.of("rate", "src/test/resources/faults/" + file + ".yaml");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains(" " + rate + " ").contains("- " + assumption);
    }
}
