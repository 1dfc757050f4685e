package org.advalorem.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers carry their sign and unit, and no more decimals than they need. */
final class NumberTextTest {
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
    void ticksHaveJustTheDecimalsTheyNeed(NumberText numbers, BigDecimal value, BigDecimal step, String expected) {
        assertThat(numbers.tick(value, step)).isEqualTo(expected);
    }

    @Test
    void valuesCarryTheirSignAndUnit() {
        assertThat(NumberText.change(-0.1054)).isEqualTo("\u221210.54");
        assertThat(NumberText.change(0.0042)).isEqualTo("+0.42");
        assertThat(NumberText.change(-0.000001)).isEqualTo("0.00");
        assertThat(NumberText.PERCENT.value(0.171378)).isEqualTo("17.14%");
        assertThat(NumberText.share(0.28)).isEqualTo("28.0%");
        assertThat(NumberText.share(-0.0001)).isEqualTo("0.0%");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3000000 USD|3,000,000 USD",
                "0.99999999%|1%",
                "times 0.988250715279704|times 0.988251",
                "plus -1234567.8|plus \u22121,234,570",
                "2016|2016",
                "1904.25 USD/t|1,904.25 USD/t",
                "2016-03-18|2016-03-18",
                "yes|yes",
                "12 million|12 million"
            })
    void valuesAsWrittenAreMadeReadable(String text, String expected) {
        assertThat(NumberText.written(text)).isEqualTo(expected);
    }
}
