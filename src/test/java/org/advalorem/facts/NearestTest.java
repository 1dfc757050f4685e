package org.advalorem.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {
    private static final List<String> NAMES = List.of(
            "grant", "less-than-adequate-remuneration", "average-useful-life", "facts-available", "direct-tax", "vat");

    @ParameterizedTest
    @CsvSource({
        "LTAR, less-than-adequate-remuneration",
        "ltar, less-than-adequate-remuneration",
        "aluminum-LTAR, less-than-adequate-remuneration",
        "AUL, average-useful-life",
        "Facts Available, facts-available",
        "facts_available, facts-available",
        "GRANT, grant",
        "grnat, grant",
        "VAT, vat",
        "DIRECT TAX, direct-tax",
        "zzzzzzz, "
    })
    void caseSeparatorsAndInitialsAreUnderstood(String written, String meant) {
        assertThat(Nearest.to(written, NAMES).orElse(null)).isEqualTo(meant);
    }
}
