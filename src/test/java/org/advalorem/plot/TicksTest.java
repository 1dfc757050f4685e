package org.advalorem.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Axes have round numbers. */
final class TicksTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.12, 9, '0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.12'",
        "0.15, 0.175, 7, '0.15, 0.155, 0.16, 0.165, 0.17, 0.175'",
        "-0.02, 0.02, 5, '-0.02, -0.01, 0, 0.01, 0.02'",
        "0, 30, 4, '0, 10, 20, 30'",
        "0.1, 0.10004, 3, '0.1, 0.10002, 0.10004'"
    })
    void ticksAreRoundNumbers(double low, double high, int most, String expected) {
        String ticks = Ticks.of(low, high, most).values().stream()
                .map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString)
                .collect(Collectors.joining(", "));
        assertThat(ticks).isEqualTo(expected);
    }
}
