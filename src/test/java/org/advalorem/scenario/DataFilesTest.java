package org.advalorem.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Address;
import org.advalorem.facts.Column;
import org.advalorem.facts.Facts;
import org.advalorem.facts.FactsContext;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problems;
import org.advalorem.facts.Records;
import org.advalorem.facts.SourceNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFilesTest {
    private static final Column DAY = Column.required("day", Column.Type.DATE, "The day.");
    private static final Column PRICE = Column.required("price", Column.Type.NUMBER, "The price.");
    private static final Column WHO = Column.optional("who", Column.Type.TEXT, "nobody", "The seller.");
    private static final Field<Records> ROWS = Field.required("rows", FieldType.records(DAY, PRICE, WHO), "Rows.");
    private static final FieldSet ROOT =
            FieldSet.of("a scenario", ROWS, Field.optional("more", FieldType.records(DAY, PRICE, WHO), "More."));

    @TempDir
    Path folder;

    private final Problems problems = new Problems();
    private List<String> notices = List.of();

    private Records records(String csv) {
        return records(csv.getBytes(StandardCharsets.UTF_8), "rows: data.csv\n");
    }

    private Records records(byte[] csv, String yaml) {
        try {
            Files.write(folder.resolve("data.csv"), csv);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Path file = Toy.write(folder, "scenario.yaml", yaml);
        Scenario scenario =
                Scenario.read(ROOT, List.of(file), List.of(), problems).orElseThrow();
        Facts facts = facts(scenario);
        notices = scenario.data().decided().stream()
                .map(ScenarioFiles.Decided::sentence)
                .toList();
        return facts.get(ROWS);
    }

    private Facts facts(Scenario scenario) {
        FactsContext context = FactsContext.of(new CalculationBuilder(), problems, scenario.data())
                .withCurrency(Unit.of("CNY"));
        return Facts.of(ROOT, context, new Facts.Layer(scenario.tree(), Address.ROOT));
    }

    private String told(String csv) {
        try {
            records(csv);
        } catch (RuntimeException noted) {
            // told below
        }
        return String.join(
                "\n",
                problems.sorted().stream()
                        .map(problem ->
                                folder.relativize(Path.of(problem.origin().place())) + ":"
                                        + problem.origin().line() + " " + problem.message())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "day,price,who\n2016-06-30,12.5,\"Z, \"\"Ltd\"\"\"\n",
                "day,price,who\r\n2016-06-30,12.5,\"Z, \"\"Ltd\"\"\"\r\n",
                "\ufeffday,price,who\r2016-06-30,12.5,\"Z, \"\"Ltd\"\"\"",
                "# remark\n\n day ,price,who\n2016-06-30, 12.5 ,\"Z, \"\"Ltd\"\"\"\n\n,,\n",
                "day;price;who\n2016-06-30;12,5;Z, \"Ltd\"\n",
                "day\tprice\twho\n2016-06-30\t12.5\tZ, \"Ltd\"\n",
                "day\tprice\twho\n2016-06-30\t12,5\tZ, \"Ltd\"\n",
                "other,who,price,day\n1,\"Z, \"\"Ltd\"\"\",1.25e1,2016-06-30\n",
            })
    void readsTheSameRowHoweverItIsWritten(String csv) {
        Records records = records(csv);
        assertThat(problems.sorted()).isEmpty();
        assertThat(records.rows()).isEqualTo(1);
        assertThat(records.day(0, DAY)).isEqualTo("2016-06-30");
        assertThat(records.number(0, PRICE)).isEqualTo(12.5);
        assertThat(records.word(0, WHO)).isEqualTo("Z, \"Ltd\"");
    }

    @Test
    void announcesWhatItDetects() {
        records("day;price\n2016-06-30;12,5\n");
        assertThat(notices).hasSize(1);
        assertThat(notices.get(0))
                .endsWith("data.csv: cells are separated by semicolons; (price) has a decimal comma.");
        records("day,price\n2016-06-30,12.5\n");
        assertThat(notices).isEmpty();
    }

    @Test
    void obeysWhatIsDeclared() {
        byte[] csv = "day;price\n30/06/2016;1,5\n".getBytes(StandardCharsets.UTF_8);
        Records records =
                records(csv, "rows: {file: data.csv, delimiter: semicolon, decimal: comma, dates: dd/MM/yyyy}\n");
        assertThat(records.number(0, PRICE)).isEqualTo(1.5);
        assertThat(records.day(0, DAY)).isEqualTo("2016-06-30");
        assertThat(notices).isEmpty();
    }

    @Test
    void doesNotGuessWhetherACommaGroups() {
        assertThat(told("day;price\n2016-06-30;1,500\n"))
                .isEqualTo(
                        "data.csv:2 (1,500) in (price) may be 1500 or 1.500: no number of the file shows which sign is"
                                + " the decimal one.");
    }

    @Test
    void aPointStandsBetweenThousandsWhereTheCommaIsTheDecimalSign() {
        byte[] csv = "day;price\n2016-06-30;1.500\n".getBytes(StandardCharsets.UTF_8);
        assertThat(records(csv, "rows: {file: data.csv, decimal: comma}\n").number(0, PRICE))
                .isEqualTo(1500);
        assertThat(records(csv, "rows: {file: data.csv, decimal: point}\n").number(0, PRICE))
                .isEqualTo(1.5);
    }

    @Test
    void tellsAnUnclosedQuoteWhereItsRowBegins() {
        assertThat(told("day,price,who\n2016-06-30,1,a\n2016-06-30,2,\"b\n2016-06-30,3,c\n"))
                .isEqualTo("data.csv:3 The row that begins here cannot be read; a quote may not be closed.");
    }

    @Test
    void anAbsentColumnAndAnEmptyCellAreReadAsTheDefault() {
        assertThat(records("day,price\n2016-06-30,1\n").word(0, WHO)).isEqualTo("nobody");
        assertThat(records("day,price,who\n2016-06-30,1,\n").word(0, WHO)).isEqualTo("nobody");
    }

    @Test
    void aFileNamedTwiceIsReadOnce() throws IOException {
        Toy.write(folder, "data.csv", "day;price\n2016-06-30;12,5\n");
        Path file = Toy.write(folder, "scenario.yaml", "rows: data.csv\nmore: ./data.csv\n");
        Scenario scenario =
                Scenario.read(ROOT, List.of(file), List.of(), problems).orElseThrow();
        Facts facts = facts(scenario);
        assertThat(facts.get(ROWS).rows()).isEqualTo(1);
        Files.delete(folder.resolve("data.csv"));
        assertThat(scenario.data().decided()).hasSize(1);
    }

    @Test
    void aLinkOutOfTheFolderIsRefused() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Toy.write(folder, "secret.csv", "day,price\n2016-06-30,1\n");
        try {
            Files.createSymbolicLink(inside.resolve("link.csv"), folder.resolve("secret.csv"));
        } catch (UnsupportedOperationException | IOException e) {
            assumeThat(false).as("links can be made").isTrue();
        }
        Path file = Toy.write(inside, "scenario.yaml", "rows: link.csv\n");
        facts(Scenario.read(ROOT, List.of(file), List.of(), problems).orElseThrow());
        assertThat(problems.sorted()).hasSize(1);
        assertThat(problems.sorted().get(0).message()).endsWith("is not in the folder of the scenario file.");
    }

    @Test
    void aNameIsRelativeToTheFileThatDeclaresIt() {
        Toy.write(folder, "base/data.csv", "day,price\n2016-06-30,1\n");
        Toy.write(folder, "base/base.yaml", "rows: data.csv\n");
        Path over = Toy.write(folder, "over/over.yaml", "extends: ../base/base.yaml\n");
        Toy.write(folder, "over/mine.csv", "day,price\n2016-06-30,1\n2016-06-30,1\n");
        assertThat(facts(Scenario.read(ROOT, List.of(over), List.of(), problems).orElseThrow())
                        .get(ROWS)
                        .rows())
                .isEqualTo(1);
        assertThat(facts(Scenario.read(ROOT, List.of(over), List.of("rows=mine.csv"), problems)
                                .orElseThrow())
                        .get(ROWS)
                        .rows())
                .isEqualTo(2);
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void tooLargeFilesAreRefused() throws IOException {
        Path file = Toy.write(folder, "scenario.yaml", "rows: large.csv\n");
        try (RandomAccessFile large =
                new RandomAccessFile(folder.resolve("large.csv").toFile(), "rw")) {
            large.setLength(OpenedTable.MOST + 1L);
        }
        facts(Scenario.read(ROOT, List.of(file), List.of(), problems).orElseThrow());
        assertThat(problems.sorted().get(0).message()).contains("is larger than 256 MB.");
    }

    @Test
    void tooManyRowsAreRefused() {
        assertThat(told("day,price\n" + "1,1\n".repeat(TableFile.MOST_ROWS + 1)))
                .contains("more than 2000000 rows");
    }

    @Test
    void aHundredThousandRowsAreRead() {
        StringBuilder csv = new StringBuilder("day,price,who,a,b,c\n");
        for (int i = 0; i < 100_000; i++) {
            csv.append("2016-0")
                    .append(1 + i % 9)
                    .append("-1")
                    .append(i % 10)
                    .append(',')
                    .append(1000 + i / 7.0);
            csv.append(",seller ")
                    .append(i % 50)
                    .append(',')
                    .append(i)
                    .append(",x,")
                    .append(i / 8)
                    .append('\n');
        }
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        Records records = records(bytes, "rows: data.csv\n");
        assertThat(records.rows()).isEqualTo(100_000);
    }

    @Test
    void theTreeIsGivenAsItWasWritten() {
        assertThat(Toy.tree("a: 0x1F\nb: 1_000\nc: .nan\nd: no\ne: '1'\n", problems)
                        .map(Toy::show))
                .contains("{a: 0x1F, b: 1_000, c: .nan, d: no, e: \"1\"}");
        assertThat(problems.sorted()).isEmpty();
        assertThat(((SourceNode.Mapping) Toy.tree("a:\n  b: 中x\n", problems).orElseThrow())
                        .entries()
                        .get("a")
                        .origin()
                        .toString())
                .isEqualTo("a.yaml:2:3");
    }

    @Test
    void aCalculationBuiltAnewFindsTheSortedTables() {
        Path file = Toy.write(folder, "scenario.yaml", "rows: data.csv\nmore: {file: data.csv}\n");
        Toy.write(folder, "data.csv", "day,price\n2016-01-01,3\n2016-01-02,1\n2016-01-03,2\n");
        Scenario scenario =
                Scenario.read(ROOT, List.of(file), List.of(), problems).orElseThrow();
        RecordTable table = table(facts(scenario), 0, 1, 2);

        Assignment setting = new Assignment(
                Address.parse("more.change.price.scale"), SourceNode.scalar("2"), Origin.of("--set", 0, 0, ""));
        Facts again = facts(scenario.with(List.of(setting), problems));

        assertThat(table(again, 0, 1, 2)).isSameAs(table);
        assertThat(table(again, 0, 2).rows()).isEqualTo(2);
        assertThat(again.get(ROWS).word(0, WHO)).isSameAs(again.get(ROWS).word(2, WHO));
        assertThat(problems.sorted()).isEmpty();
    }

    private static RecordTable table(Facts facts, int... selection) {
        return facts.get(ROWS).table("some", selection, PRICE, Unit.FRACTION, PRICE, Unit.FRACTION);
    }

    @Test
    void badCellsAreToldToEveryReader() {
        Path file = Toy.write(folder, "scenario.yaml", "rows: data.csv\n");
        Toy.write(folder, "data.csv", "day,price\n2016-01-01,much\n");
        Scenario scenario =
                Scenario.read(ROOT, List.of(file), List.of(), problems).orElseThrow();
        facts(scenario);
        assertThat(problems.size()).isEqualTo(1);

        Problems ofAnother = new Problems();
        FactsContext context = FactsContext.of(new CalculationBuilder(), ofAnother, scenario.data());
        Facts.of(ROOT, context, new Facts.Layer(scenario.tree(), Address.ROOT));
        assertThat(ofAnother.sorted()).isEqualTo(problems.sorted());
    }
}
