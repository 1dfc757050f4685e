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

class NumberColumnTest {
    private static NumberColumn column(List<String> cells) {
        return NumberColumn.of(cells.size(), cells::get, row -> false);
    }

    private static String read(String cells, String cell) {
        return column(List.of(cells.split("; "))).certain().orElseThrow().plain(cell);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "12.5; 1,000.25 > 1,000.25 > 1000.25",
                "12,5; 1.000,25 > 1.000,25 > 1000.25",
                "1 234,5; 12 > 1 234,5 > 1234.5",
                "1'234.50; 7 > 1'234.50 > 1234.50",
                "19,000,000; 67,000,000 > 19,000,000 > 19000000",
                "1.234.567; 800 > 1.234.567 > 1234567",
                "12,34,567.00; 1,00,000.00 > 12,34,567.00 > 1234567.00",
                "$5,000.00; $1.50 > $5,000.00 > 5000.00",
                "(1,200.00); 3.5 > (1,200.00) > -1200.00",
                "1,200.00-; 3.5 > 1,200.00- > -1200.00",
                "0.500; 800 > 0.500 > 0.500",
                "１２.５; 3 > １２.５ > 12.5",
                "4.35%; 3.2% > 4.35% > 4.35%",
                "USD 5,000.5; 7 > USD 5,000.5 > 5000.5 USD",
                "1.5e3; 7 > 1.5e3 > 1.5e3",
                "-0.0005; 7 > -0.0005 > -0.0005",
                "90 million; 1.5 million > 90 million > 90 million",
            })
    void readsNumbersAsTheirColumnWritesThem(String cells, String cell, String plain) {
        assertThat(read(cells, cell)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.000; 800", "1,234; 12,500; 950", "-1.000; 2.500", "1.000; 20.000"})
    void aSignBeforeThreeDigitsHasTwoReadings(String cells) {
        NumberColumn column = column(List.of(cells.split("; ")));
        assertThat(column.isAmbiguous()).isTrue();
        assertThat(column.certain()).isEmpty();
    }

    @Test
    void aContradictionIsNamed() {
        NumberColumn column = column(List.of("12.5", "7", "3,75"));
        assertThat(column.contradictingRow()).isEqualTo(2);
        assertThat(column.certainDecimal()).isEmpty();
    }

    /** Not a sample but all rows decide: whichever of a thousand rows shows the sign, and wherever it stands. */
    @Test
    void theOrderOfRowsDoesNotMatter() {
        List<String> cells = new ArrayList<>(Collections.nCopies(1000, "1.500"));
        cells.set(999, "2,5");
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(cells, random);
            assertThat(column(cells).certain()).contains(new NumberForm(',', '.'));
        }
    }

    @Test
    void whatAWorkbookStatesAsANumberShowsNothingAboutTheOthers() {
        List<String> cells = List.of("1.234", "1,500");
        NumberColumn column = NumberColumn.of(2, cells::get, row -> row == 0);
        assertThat(column.isAmbiguous()).isTrue();
        assertThat(column.ambiguousRow()).isEqualTo(1);
    }
}
