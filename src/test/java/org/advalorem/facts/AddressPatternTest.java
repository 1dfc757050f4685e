package org.advalorem.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AddressPatternTest {
    @ParameterizedTest
    @CsvSource({
        "companies.*.rate, companies.acme.rate, true",
        "companies.*.rate, companies.acme.programs.x.rate, true",
        "companies.*.rate, companies.acme.rate-unrounded, false",
        "companies.acme, companies.acme.rate, true",
        "companies.acme, companies.acme, true",
        "companies.acme, companies.acme2.rate, false",
        "*, anything, true",
        "a*b*c, aXbXbc, true",
        "a*b*c, aXbX, false",
        "*aab, aaaab, true"
    })
    void starsStandForAnyCharacters(String pattern, String address, boolean matches) {
        assertThat(AddressPattern.of(pattern).matches(address)).isEqualTo(matches);
    }
}
