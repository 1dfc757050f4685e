package org.advalorem.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.advalorem.calculation.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as text; the build runs in a Turkish locale, which must not show. */
final class FiguresTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "MONEY; 0; 0.00",
                "MONEY; 1234567.805; 1,234,567.81",
                "MONEY; -999.995; -1,000.00",
                "MONEY; 1e15; 1,000,000,000,000,000.00",
                "PUBLISHED; 0.1714; 17.14%",
                "PUBLISHED; 0.11185; 11.19%",
                "PUBLISHED; 30.5; 3,050.00%",
                "RATE; 0.17139545399; 17.139545%",
                "RATE; 0; 0.000000%",
                "EXACT_RATE; 0.00999999999999999; 0.999999999999999%",
                "EXACT_RATE; 0.01; 1%",
                "QUANTITY; 1904.25; 1,904.25",
                "QUANTITY; 0.0000001; 0.0000001",
                "QUANTITY; 1509.5000001; 1,509.5",
                "PLAIN; 1e21; 1000000000000000000000",
                "PLAIN; 0.1; 0.1",
                "TRUTH; 1; yes",
                "TRUTH; 0; no",
                "RATE; NaN; n/a",
                "MONEY; Infinity; n/a"
            })
    void printsTheDecimalThatTheDoubleStandsFor(Figure figure, double value, String text) {
        assertThat(figure.text(value)).isEqualTo(text);
    }

    /** The double sum is 0.11184999999999999; the published average of the two rates was 11.19 %. */
    @Test
    void roundsAsAgenciesDo() {
        assertThat(Figure.PUBLISHED.text((0.2033 + 0.0204) / 2)).isEqualTo("11.19%");
    }

    @Test
    void theUnitDecides() {
        assertThat(Figure.of(Unit.FRACTION)).isEqualTo(Figure.RATE);
        assertThat(Figure.of(Unit.of("CNY"))).isEqualTo(Figure.MONEY);
        assertThat(Figure.of(Unit.of("USD").per(Unit.of("t")))).isEqualTo(Figure.QUANTITY);
        assertThat(Figure.of(Unit.of("kWh"))).isEqualTo(Figure.QUANTITY);
        assertThat(Figure.of(Unit.TRUTH)).isEqualTo(Figure.TRUTH);
    }
}
