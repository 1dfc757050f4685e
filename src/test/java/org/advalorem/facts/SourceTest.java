package org.advalorem.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources in words. */
final class SourceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quarterly report | GOV-12 | 34 | 3912345-01 | Exhibit GOV-12 at 34, barcode 3912345-01; quarterly report",
                "'' | GOV-12 | '' | '' | Exhibit GOV-12",
                "'' | GOV-12 | 34-36 | '' | Exhibit GOV-12 at 34-36",
                "report | GOV-12 | '' | '' | Exhibit GOV-12; report",
                "'' | '' | 34 | 3912345 | barcode 3912345 at 34",
                "report | '' | '' | 3912345-01 | barcode 3912345-01; report",
                "report | '' | 34 | '' | report at 34",
                "'' | '' | 34 | '' | page 34",
                "83 FR 9274 | '' | '' | '' | 83 FR 9274",
            })
    void isWordedAsPeopleCite(String text, String exhibit, String page, String barcode, String words) {
        Source source = new Source(text, exhibit, page, barcode);
        assertThat(source.words()).isEqualTo(words);
        assertThat(source.isStated()).isTrue();
        assertThat(source.hasExhibit()).isEqualTo(!exhibit.isEmpty());
    }

    @Test
    void nothingStatedIsNoWords() {
        assertThat(Source.UNSTATED.words()).isEmpty();
        assertThat(Source.UNSTATED.isStated()).isFalse();
        assertThat(Source.of("")).isEqualTo(Source.UNSTATED);
    }
}
