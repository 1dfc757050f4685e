package org.advalorem.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnitTest {
    private static final Unit USD = Unit.of("USD");
    private static final Unit TONNE = Unit.of("t");

    @Test
    void priceTimesQuantityIsMoney() {
        assertThat(USD.per(TONNE).times(TONNE)).isEqualTo(USD).hasSameHashCodeAs(USD);
    }

    @Test
    void moneyPerMoneyIsAFraction() {
        assertThat(USD.per(USD)).isEqualTo(Unit.FRACTION);
        assertThat(USD.per(USD).isFraction()).isTrue();
        assertThat(USD.isFraction()).isFalse();
    }

    @Test
    void kilogramsAreNotTonnes() {
        assertThat(Unit.of("kg")).isNotEqualTo(TONNE);
        assertThat(USD.per(TONNE)).isNotEqualTo(TONNE.per(USD));
    }

    @Test
    void isWrittenAsInAFile() {
        assertThat(USD.per(TONNE)).hasToString("USD/t");
        assertThat(Unit.FRACTION).hasToString("");
        assertThat(Unit.FRACTION.per(TONNE)).hasToString("1/t");
        assertThat(USD.times(USD).per(TONNE).per(Unit.DAY)).hasToString("USD*USD/day/t");
        assertThat(USD.times(USD).per(TONNE).exponents()).containsOnly(entry("USD", 2), entry("t", -1));
    }

    @Test
    void needsASymbol() {
        assertThatThrownBy(() -> Unit.of(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A unit needs a symbol.");
    }

    @ParameterizedTest
    @CsvSource({
        "USD, USD",
        "USD/t, USD/t",
        "' USD / t ', USD/t",
        "kWh*day, day*kWh",
        "USD*USD/t, USD*USD/t",
        // each stroke divides by the one symbol behind it
        "USD/t*day, USD*day/t",
        "USD/kW/day, USD/day/kW",
        "1/t, 1/t",
        "1 / t*USD, USD/t"
    })
    void isReadAsWritten(String text, String unit) {
        assertThat(Unit.parse(text)).map(Unit::toString).contains(unit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1", "5/t", "USD/", "/t", "USD//t", "USD t", "USD per t", "USD^2"})
    void whatIsNotWrittenLikeAUnitIsNone(String text) {
        assertThat(Unit.parse(text)).isEmpty();
    }

    @Test
    void exponentsOfBothSidesAreAdded() {
        Unit square = USD.times(USD);
        assertThat(TONNE.times(square)).hasToString("USD*USD*t");
        assertThat(TONNE.per(square)).hasToString("t/USD/USD");
        assertThat(square.per(square)).isEqualTo(Unit.FRACTION);
    }
}
