package org.advalorem.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateColumnTest {
    private static DateColumn column(boolean months, List<String> cells) {
        return DateColumn.of(cells.size(), cells::get, months);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "2024-03-01 00:00 > 2024-03-01",
                "2024-03-01T13:45:00Z > 2024-03-01",
                "3/25/2024 > 2024-03-25",
                "25.03.2024 > 2024-03-25",
                "2024/3/5 > 2024-03-05",
                "2024年3月 > 2024-03-01",
                "2024年3月5日 > 2024-03-05",
                "Jan-24 > 2024-01-01",
                "24-Jan-2024 > 2024-01-24",
                "1-Jan-24 > 2024-01-01",
                "January 5, 2024 > 2024-01-05",
                "Sept 2024 > 2024-09-01",
                "2024M03 > 2024-03-01",
                "2024 March > 2024-03-01",
                "03.2024 > 2024-03-01",
                "20240325 > 2024-03-25",
                "202403 > 2024-03-01",
                "45292 > 2024-01-01",
                "12/31/2025 12:00:00 AM > 2025-12-31",
                "3/25/68 > 2068-03-25",
                "3/25/71 > 1971-03-25",
            })
    void readsDatesThatLeaveNoDoubt(String cell, String day) {
        DateColumn column = column(false, List.of(cell));
        assertThat(column.isAmbiguous()).isFalse();
        assertThat(column.reading(cell).orElseThrow().day()).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"03/04/2024", "1.2.2024", "1/2/24", "03-04-2024"})
    void aDayThatMayBeAMonthIsRefused(String cell) {
        assertThat(column(false, List.of(cell)).isAmbiguous()).isTrue();
        assertThat(column(true, List.of(cell)).isAmbiguous()).isTrue();
    }

    @Test
    void theSameDayUnderEitherOrderIsNoDoubt() {
        assertThat(column(false, List.of("5/5/2024", "1/1/2024")).isAmbiguous()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"much", "2024-13-01", "31.02.2024", "Foo-24", "32/1/2024", "1/2/3", "99999"})
    void whatIsNoDateHasNoReading(String cell) {
        assertThat(column(false, List.of(cell)).reading(cell)).isEmpty();
    }

    @Test
    void twoOrdersInOneColumnAreAContradiction() {
        assertThat(column(false, List.of("1/25/2024", "25/1/2024")).contradictingRow())
                .isEqualTo(1);
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        List<String> cells = new ArrayList<>(Collections.nCopies(500, "3/4/2024"));
        cells.add("3/25/2024");
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(cells, random);
            DateColumn column = column(false, cells);
            assertThat(column.isAmbiguous()).isFalse();
            assertThat(column.reading("3/4/2024").orElseThrow().day()).isEqualTo("2024-03-04");
        }
    }
}
