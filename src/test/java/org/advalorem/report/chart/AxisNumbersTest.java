package org.advalorem.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ticks carry their sign and unit, and no more decimals than they need. */
final class AxisNumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PERCENT|0.12|0.02|12%",
                "PERCENT|0.15|0.005|15.0%",
                "PERCENT|-0.02|0.01|\u22122%",
                "PERCENT|30|10|3,000%",
                "PERCENT|0.10002|0.00002|10.002%",
                "POINTS|-0.01|0.01|\u22121",
                "POINTS|0.00|0.01|0",
                "POINTS|0.01|0.01|+1",
                "PLAIN|1200|500|1,200"
            })
    void ticksHaveJustTheDecimalsTheyNeed(AxisNumbers numbers, BigDecimal value, BigDecimal step, String expected) {
        assertThat(numbers.tick(value, step)).isEqualTo(expected);
    }
}
