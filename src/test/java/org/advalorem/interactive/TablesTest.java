package org.advalorem.interactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.advalorem.api.Scenario;
import org.advalorem.api.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/** Tables of Tablesaw made of results and of files. */
final class TablesTest {
    private static final Scenario FOIL = Scenario.load(Path.of("scenarios/aluminum-foil/scenario.yaml"));
    private static final Scenario TUTORIAL = Scenario.load(Path.of("scenarios/tutorial/scenario.yaml"));

    @TempDir
    private Path folder;

    @Test
    void columnsHaveTheTypesOfTheResults() {
        Table issues = Tables.table(TUTORIAL.issues());
        assertThat(issues.name()).isEqualTo("issues");
        assertThat(issues.column("of").type()).isEqualTo(ColumnType.STRING);
        assertThat(issues.column("rank").type()).isEqualTo(ColumnType.LONG);
        assertThat(issues.column("rate").type()).isEqualTo(ColumnType.DOUBLE);
        assertThat(issues.column("de-minimis").type()).isEqualTo(ColumnType.BOOLEAN);
        assertThat(issues.column("impossible").countMissing()).isEqualTo(issues.rowCount());
    }

    @Test
    void cellsAreThoseOfTheResultToTheLastBit() {
        org.advalorem.api.Table typed = FOIL.sweep("benchmarks.ingot.world.LME", "times 0.8 to 1.2 in 9")
                .table();
        Table table = Tables.table(typed);
        assertThat(table.rowCount()).isEqualTo(9);
        for (org.advalorem.api.Column column : typed.columns()) {
            if (column.type() == org.advalorem.api.Column.Type.NUMBER) {
                assertThat(table.doubleColumn(column.name()).asDoubleArray()).isEqualTo(column.numbers());
            }
        }
        assertThat(table.doubleColumn("companies.zhongji.rate-unrounded").get(0))
                .isLessThan(
                        table.doubleColumn("companies.zhongji.rate-unrounded").get(8));
    }

    @Test
    void drawsAreGroupedAndSummarized() {
        Simulation simulation = FOIL.simulate(5_000);
        Table draws = Tables.draws(simulation);
        assertThat(draws.rowCount()).isEqualTo(5_000);
        Table mean = draws.summarize("companies.zhongji.rate-unrounded", AggregateFunctions.mean)
                .apply();
        assertThat((double) mean.get(0, 0))
                .isCloseTo(simulation.rate("zhongji").mean(), org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void aRowForEachCaseAndCompany() {
        Table tidy = Tables.tidy(TUTORIAL.sweep("aldermoor.export-value-adjustment.markup", "0% to 20% in 3"));
        assertThat(tidy.columnNames())
                .contains("companies.aldermoor.export-value-adjustment.markup", "company", "rate", "rate-unrounded")
                .noneMatch(name -> name.contains(".programs."));
        assertThat(tidy.rowCount()).isEqualTo(3 * 4);
        Table range = tidy.summarize("rate", AggregateFunctions.count).by("company");
        assertThat(range.stringColumn("company").asList())
                .containsExactlyInAnyOrder("aldermoor", "bexley", "corvane", "all-others");
        // the all-others rate has no verdict
        assertThat(tidy.where(tidy.stringColumn("company").isEqualTo("all-others"))
                        .column("de-minimis")
                        .countMissing())
                .isEqualTo(3);
    }

    /** Tablesaw's own reader would take the first rows for whole numbers. */
    @Test
    void aFileIsReadByAllItsRows() throws IOException {
        StringBuilder text = new StringBuilder("Firma;Wert;Satz;Tag\n");
        for (int i = 0; i < 3_000; i++) {
            text.append("Böhm;").append(i).append(";5%;31.12.2024\n");
        }
        text.append("Acme;1.234,5;;01.01.2025\n");
        Path file = folder.resolve("own.csv");
        Files.write(file, text.toString().getBytes(Charset.forName("windows-1252")));
        assertThatThrownBy(() -> Tables.csv(file.toString())).hasMessageContaining("two encodings read it");
        Table own = Tables.csv(file.toString(), "windows-1252");
        assertThat(own.rowCount()).isEqualTo(3_001);
        assertThat(own.stringColumn("Firma").get(0)).isEqualTo("Böhm");
        assertThat(own.doubleColumn("Wert").get(3_000)).isEqualTo(1234.5);
        assertThat(own.doubleColumn("Satz").get(0)).isEqualTo(0.05);
        assertThat(own.doubleColumn("Satz").isMissing(3_000)).isTrue();
        assertThat(own.dateColumn("Tag").get(0)).isEqualTo(LocalDate.of(2024, 12, 31));
    }

    @Test
    void aTableOfOnesOwnIsJoined() throws IOException {
        Path file = folder.resolve("weights.csv");
        Files.writeString(file, "of,tons\ncompanies.aldermoor,10\ncompanies.bexley,20\n");
        Table joined = Tables.table(TUTORIAL.issues())
                .joinOn("of")
                .with(Tables.csv(file.toString()))
                .join();
        assertThat(joined.columnNames()).contains("rate", "tons");
        assertThat(joined.stringColumn("of").unique().asList())
                .containsExactlyInAnyOrder("companies.aldermoor", "companies.bexley");
    }

    @Test
    void aColumnWithTwoReadingsIsRefused() throws IOException {
        Path file = folder.resolve("days.csv");
        Files.writeString(file, "date,value\n01/02/2024,1\n03/04/2024,2\n");
        assertThatThrownBy(() -> Tables.csv(file.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(date)")
                .hasMessageContaining("two ways");
    }

    @Test
    void columnsAreFoundByWordsThatFitOneOnly() {
        Table draws = Tables.draws(FOIL.simulate(10));
        assertThat(Tables.numbers(draws, "LME").name()).isEqualTo("benchmarks.ingot.world.LME");
        assertThatThrownBy(() -> Tables.numbers(draws, "rate-unrounded"))
                .hasMessageContaining("fits several columns: companies.zhongji.rate-unrounded");
        assertThatThrownBy(() -> Tables.numbers(draws, "markdown"))
                .hasMessageContaining("There is no column (markdown).");
    }
}
