package org.advalorem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.advalorem.Shipped;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;

/** A report's table as one of Tablesaw. */
final class TablesawAdapterTest {
    private record Row(
            String name, double rate, double published, Optional<Boolean> deMinimis, double draws, double nothing) {}

    private static final ListingType<Row> TYPE = ListingType.<Row>of("rows", "row", "Rows.")
            .text("name", Row::name, "The name.")
            .number(Figure.RATE, "rate", Row::rate, "The rate.")
            .number(Figure.PUBLISHED, "rate", Row::published, "The rate as published.")
            .verdict("de-minimis", Row::deMinimis, "The verdict.")
            .number(Figure.COUNT, "draws", Row::draws, "Draws.")
            .number(Figure.PLAIN, "nothing", Row::nothing, "Nothing.");

    private static tech.tablesaw.api.Table table(List<Row> rows) {
        Listing<Row> listing = TYPE.of(rows);
        return TablesawAdapter.of(Report.of(
                "advalorem-test/1",
                EvaluatedScenario.of("small.yaml", Shipped.determination(Path.of("src/test/resources/cli/small.yaml"))),
                () -> new Document.Builder().listing(listing).build(),
                () -> FlatTable.of(listing)));
    }

    private static void hasTypes(tech.tablesaw.api.Table table) {
        assertThat(table.columnNames())
                .containsExactly("name", "rate", "rate-percent", "de-minimis", "draws", "nothing");
        assertThat(table.types())
                .containsExactly(
                        ColumnType.STRING,
                        ColumnType.DOUBLE,
                        ColumnType.DOUBLE,
                        ColumnType.BOOLEAN,
                        ColumnType.LONG,
                        ColumnType.DOUBLE);
    }

    @Test
    void columnsHaveTypesAndEmptyCellsAreMissing() {
        tech.tablesaw.api.Table table = table(List.of(
                new Row("Acme", 0.1 + 0.2, 0.17144999999, Optional.of(true), 2_147_483_648.0, Double.NaN),
                new Row("Böhm", Double.NaN, Double.NaN, Optional.of(false), 0, Double.NaN),
                new Row("Acme", -1.5, 0.02, Optional.empty(), Double.NaN, Double.NaN),
                new Row("", 0, 0, Optional.empty(), 1, Double.POSITIVE_INFINITY)));
        hasTypes(table);
        assertThat(table.stringColumn("name").asList()).containsExactly("Acme", "Böhm", "Acme", "");
        assertThat(table.stringColumn("name").isMissing(3)).isTrue();
        assertThat(table.doubleColumn("rate").getDouble(0)).isEqualTo(0.30000000000000004);
        assertThat(table.doubleColumn("rate").isMissing(1)).isTrue();
        assertThat(table.doubleColumn("rate").getDouble(2)).isEqualTo(-1.5);
        // 17.144999999 percent as published
        assertThat(table.doubleColumn("rate-percent").getDouble(0)).isEqualTo(17.14);
        assertThat(table.doubleColumn("rate-percent").isMissing(1)).isTrue();
        assertThat(table.booleanColumn("de-minimis").get(0)).isTrue();
        assertThat(table.booleanColumn("de-minimis").get(1)).isFalse();
        assertThat(table.booleanColumn("de-minimis").isMissing(2)).isTrue();
        assertThat(table.longColumn("draws").getLong(0)).isEqualTo(2_147_483_648L);
        assertThat(table.longColumn("draws").getLong(1)).isZero();
        assertThat(table.longColumn("draws").isMissing(2)).isTrue();
        assertThat(table.doubleColumn("nothing").countMissing()).isEqualTo(4);
    }

    @Test
    void aTableWithoutRowsHasTheSameTypes() {
        tech.tablesaw.api.Table table = table(List.of());
        hasTypes(table);
        assertThat(table.rowCount()).isZero();
    }
}
