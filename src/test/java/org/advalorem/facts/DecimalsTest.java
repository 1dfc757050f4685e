package org.advalorem.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    private static final long SEED = 20161122;

    @Test
    void readsAMillionDecimalsAsThePlatformDoes() {
        Random random = new Random(SEED);
        for (int i = 0; i < 1_000_000; i++) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong() >> random.nextInt(63), random.nextInt(25));
            String text = random.nextInt(20) == 0 ? number.toString() : number.toPlainString();
            assertThat(Double.doubleToRawLongBits(Decimals.parse(text, '.')))
                    .as(text)
                    .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-0", "+5", ".5", "5.", "-.5e-3", "1e22", "123456789012345", "1234567890123456.5", "007"})
    void readsTheOddForms(String text) {
        assertThat(Decimals.parse(text, '.')).isEqualTo(Double.parseDouble(text));
        assertThat(Decimals.parse(text.replace('.', ','), ',')).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "+.",
                "1.2.3",
                "1,5",
                "NaN",
                "Infinity",
                "0x1F",
                "12d",
                "1e",
                "1 2",
                "--1",
                "\u0661"
            })
    void refusesWhatIsNoDecimalNumber(String text) {
        assertThatThrownBy(() -> Decimals.parse(text, '.')).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void aPointIsNoDecimalCommaAndTheOtherWayRound() {
        assertThatThrownBy(() -> Decimals.parse("1.5", ',')).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> Decimals.parse("1.5e3", ',')).isInstanceOf(NumberFormatException.class);
    }
}
