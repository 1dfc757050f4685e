package org.advalorem.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Axes have round numbers. */
final class TicksTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.12, 9, '0%, 2%, 4%, 6%, 8%, 10%, 12%'",
        "0.15, 0.175, 7, '15.0%, 15.5%, 16.0%, 16.5%, 17.0%, 17.5%'",
        "-0.02, 0.02, 5, '\u22122%, \u22121%, 0%, 1%, 2%'",
        "0, 30, 4, '0%, 1,000%, 2,000%, 3,000%'",
        "0.1, 0.10004, 3, '10.000%, 10.002%, 10.004%'"
    })
    void ticksAreRoundNumbersWithJustTheDecimalsTheyNeed(double low, double high, int most, String expected) {
        Ticks ticks = Ticks.of(low, high, most);
        List<String> texts = ticks.values().stream()
                .map(value -> NumberText.tick(value, ticks, Axis.Scale.PERCENT))
                .toList();
        assertThat(String.join(", ", texts)).isEqualTo(expected);
    }

    @Test
    void numbersCarryTheirSignAndUnit() {
        Ticks ticks = Ticks.of(-0.01, 0.01, 3);
        assertThat(ticks.values().stream().map(value -> NumberText.tick(value, ticks, Axis.Scale.POINTS)))
                .containsExactly("\u22121", "0", "+1");
        assertThat(NumberText.tick(new BigDecimal("1200"), Ticks.of(0, 2000, 5), Axis.Scale.PLAIN))
                .isEqualTo("1,200");
        assertThat(NumberText.change(-0.1054)).isEqualTo("\u221210.54");
        assertThat(NumberText.change(0.0042)).isEqualTo("+0.42");
        assertThat(NumberText.change(-0.000001)).isEqualTo("0.00");
        assertThat(NumberText.value(0.171378, Axis.Scale.PERCENT)).isEqualTo("17.14%");
        assertThat(NumberText.share(0.28, Axis.Scale.PERCENT)).isEqualTo("28.0%");
    }
}
