package org.advalorem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "12000, 12000",
        "1e7, 10000000",
        "1.5e21, 1500000000000000000000",
        "0.0343, 0.0343",
        "-950.47, -950.47",
        "1e-9, 0.000000001",
        "11.184999999999999, 11.185",
        "0.30000000000000004, 0.3",
        "0.333333333333333333, 0.333333333333333",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void plainDecimalsOfFifteenDigits(double value, String text) {
        assertThat(Numbers.plain(value)).isEqualTo(text);
    }

    @Test
    void countsHaveCommas() {
        assertThat(Numbers.grouped(7)).isEqualTo("7");
        assertThat(Numbers.grouped(1_204)).isEqualTo("1,204");
        assertThat(Numbers.grouped(1_000_000)).isEqualTo("1,000,000");
    }
}
