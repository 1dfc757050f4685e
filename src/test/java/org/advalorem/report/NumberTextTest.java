package org.advalorem.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers carry their sign and unit, and no more decimals than they need. */
final class NumberTextTest {
    @Test
    void valuesCarryTheirSignAndUnit() {
        assertThat(NumberText.points(-0.1054)).isEqualTo("\u221210.54");
        assertThat(NumberText.points(0.0042)).isEqualTo("+0.42");
        assertThat(NumberText.points(-0.000001)).isEqualTo("0.00");
        assertThat(NumberText.percent(0.171378)).isEqualTo("17.14%");
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
