package org.advalorem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.advalorem.report.JsonText.Json;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;

/** A report's table as one of Tablesaw. */
final class TablesawAdapterTest {
    @Test
    void columnsHaveTypesAndEmptyCellsAreMissing() {
        Report report = Report.of(
                () -> new Document.Builder().build(),
                List::of,
                () -> Table.titled("", "name", "rate", "percent", "de-minimis", "mixed", "nothing")
                        .row(
                                Cell.of("Acme"),
                                Cell.of(0.1 + 0.2, Figure.RATE),
                                Cell.of(0.17144999999, Figure.PUBLISHED),
                                Cell.of(1.0, Figure.TRUTH),
                                Cell.of(2.0, Figure.PLAIN),
                                Cell.empty())
                        .row(
                                Cell.of("Böhm"),
                                Cell.empty(),
                                Cell.of(Double.NaN, Figure.PUBLISHED),
                                Cell.of(0.0, Figure.TRUTH),
                                Cell.of("none"),
                                Cell.empty())
                        .row(
                                Cell.of("Acme"),
                                Cell.of(-1.5, Figure.RATE),
                                Cell.of(0.02, Figure.PUBLISHED),
                                Cell.empty(),
                                Cell.empty(),
                                Cell.empty())
                        .build(),
                Json::new);
        tech.tablesaw.api.Table table = TablesawAdapter.of(report);
        assertThat(table.columnNames()).containsExactly("name", "rate", "percent", "de-minimis", "mixed", "nothing");
        assertThat(table.types())
                .containsExactly(
                        ColumnType.STRING,
                        ColumnType.DOUBLE,
                        ColumnType.DOUBLE,
                        ColumnType.BOOLEAN,
                        ColumnType.STRING,
                        ColumnType.STRING);
        assertThat(table.stringColumn("name").asList()).containsExactly("Acme", "Böhm", "Acme");
        assertThat(table.doubleColumn("rate").getDouble(0)).isEqualTo(0.30000000000000004);
        assertThat(table.doubleColumn("rate").isMissing(1)).isTrue();
        assertThat(table.doubleColumn("rate").getDouble(2)).isEqualTo(-1.5);
        // 17.144999999 percent as published
        assertThat(table.doubleColumn("percent").getDouble(0)).isEqualTo(17.14);
        assertThat(table.doubleColumn("percent").isMissing(1)).isTrue();
        assertThat(table.booleanColumn("de-minimis").get(0)).isTrue();
        assertThat(table.booleanColumn("de-minimis").get(1)).isFalse();
        assertThat(table.booleanColumn("de-minimis").isMissing(2)).isTrue();
        assertThat(table.stringColumn("mixed").asList()).containsExactly("2", "none", "");
        assertThat(table.stringColumn("nothing").countMissing()).isEqualTo(3);
    }
}
