package org.advalorem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.Parquet;
import org.advalorem.Shipped;
import org.advalorem.facts.VisibleText;
import org.advalorem.report.JsonText.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listings, declared once, in every format. */
final class ListingTest {
    @TempDir
    private Path folder;

    private record Row(
            String name, double unrounded, double published, double amount, double count, Optional<Boolean> verdict) {}

    private static final List<Row> ROWS = List.of(
            new Row("Acme", 0.1 + 0.2, 0.17144999999, 1234.5, 3_000_000_000.0, Optional.of(true)),
            new Row("=1+1", -1.5e-7, 0, 0, 0, Optional.of(false)),
            new Row("", Double.NaN, Double.NaN, Double.POSITIVE_INFINITY, Double.NaN, Optional.empty()));

    private static ListingType<Row> type() {
        return ListingType.<Row>of("rates", "rate", "Rates.")
                .text("name", "company", Row::name, "What it is called.")
                .number(Figure.RATE, "rate-unrounded", "unrounded", Row::unrounded, "The rate.")
                .number(Figure.PUBLISHED, "rate", "rate", Row::published, "The rate as published.")
                .number(Figure.MONEY, "amount", Row::amount, "An amount.")
                .number(Figure.COUNT, "how-many-draws", "draws", Row::count, "A count.")
                .verdict("de-minimis", Row::verdict, "A verdict.")
                .shown(
                        "verdict",
                        row -> row.verdict().map(yes -> yes ? "yes" : "no").orElse("none"));
    }

    private static String json(Document.Builder document) {
        return JsonText.write(new Json().put(document.build()));
    }

    private static Report report(Listing<?> listing) {
        return Report.of(
                "advalorem-test/1",
                EvaluatedScenario.of("small.yaml", Shipped.determination(Path.of("src/test/resources/cli/small.yaml"))),
                () -> new Document.Builder().listing(listing).build(),
                () -> FlatTable.of(listing));
    }

    private static String text(Document document) {
        return TextWriter.write(document, VisibleText.WIDTH);
    }

    @Test
    void cellsInCsvAreTruthsCountsPercentagesAndFractions() {
        assertThat(CsvText.write(List.of(), FlatTable.of(type().of(ROWS)))).isEqualTo("""
                        name,rate-unrounded,rate-percent,amount,how-many-draws,de-minimis
                        Acme,0.3,17.14,1234.5,3000000000,true
                        '=1+1,-0.00000015,0.00,0,0,false
                        ,,,,,
                        """);
    }

    @Test
    void cellsInJsonAreOfTheirKindOrNull() {
        assertThat(json(new Document.Builder().listing(type().of(ROWS)))).isEqualTo("""
                        {
                          "rates": [
                            {
                              "name": "Acme",
                              "rateUnrounded": 0.3,
                              "ratePercent": 17.14,
                              "amount": 1234.5,
                              "howManyDraws": 3000000000,
                              "deMinimis": true
                            },
                            {
                              "name": "=1+1",
                              "rateUnrounded": -0.00000015,
                              "ratePercent": 0.00,
                              "amount": 0,
                              "howManyDraws": 0,
                              "deMinimis": false
                            },
                            {
                              "name": null,
                              "rateUnrounded": null,
                              "ratePercent": null,
                              "amount": null,
                              "howManyDraws": null,
                              "deMinimis": null
                            }
                          ]
                        }
                        """);
    }

    @Test
    void peopleReadWhatIsForThem() {
        assertThat(text(new Document.Builder()
                        .listing(type().of("Rates", ROWS.subList(0, 2)))
                        .build()))
                .isEqualTo("""
                        Rates
                        company   unrounded    rate          draws  verdict
                        -------  ----------  ------  -------------  -------
                        Acme     30.000000%  17.14%  3,000,000,000  yes
                        =1+1     -0.000015%   0.00%              0  no
                        """);
    }

    @Test
    void anEmptyListingKeepsTheTypesOfItsColumns() throws IOException, SQLException {
        Listing<Row> empty = type().of(List.of());
        assertThat(CsvText.write(List.of(), FlatTable.of(empty)))
                .isEqualTo("name,rate-unrounded,rate-percent,amount,how-many-draws,de-minimis\n");
        assertThat(json(new Document.Builder().listing(empty))).isEqualTo("""
                        {
                          "rates": [ ]
                        }
                        """);
        Path file = folder.resolve("empty.parquet");
        parquet(report(empty), file);
        assertThat(Parquet.rows(file)).isEmpty();
        assertThat(Parquet.columns(file)).isEqualTo(TYPES);
        Path filled = folder.resolve("filled.parquet");
        parquet(report(type().of(ROWS)), filled);
        assertThat(Parquet.columns(filled)).isEqualTo(TYPES);
    }

    private static final Map<String, String> TYPES = Map.of(
            "name", "VARCHAR",
            "rate-unrounded", "DOUBLE",
            "rate-percent", "DOUBLE",
            "amount", "DOUBLE",
            "how-many-draws", "BIGINT",
            "de-minimis", "BOOLEAN");

    /** No cell of the rows at hand is anything: the types still come from the declaration. */
    @Test
    void aListingOfEmptyCellsKeepsTheTypesOfItsColumns() throws IOException, SQLException {
        Path file = folder.resolve("nothing.parquet");
        parquet(report(type().of(ROWS.subList(2, 3))), file);
        assertThat(Parquet.columns(file)).isEqualTo(TYPES);
        assertThat(Parquet.rows(file))
                .singleElement()
                .satisfies(row -> assertThat(row).containsOnlyNulls());
    }

    @Test
    void cellsInParquetAreOfTheirKind() throws IOException, SQLException {
        Path file = folder.resolve("rates.parquet");
        parquet(report(type().of(ROWS)), file);
        assertThat(Parquet.rows(file).get(0))
                .containsExactly("Acme", 0.30000000000000004, 17.14, 1234.5, 3_000_000_000L, true);
        assertThat(Parquet.rows(file).get(1)).containsExactly("=1+1", -1.5e-7, 0.0, 0.0, 0L, false);
    }

    private static void parquet(Report report, Path file) throws IOException {
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            report.parquet(open);
        }
    }

    private record Owner(String id, List<Row> rows, Optional<Row> first) {}

    private static ListingType<Owner> owners() {
        return ListingType.<Owner>of("owners", "owner", "Owners.")
                .text("id", Owner::id, "The id.")
                .with(type(), Owner::rows)
                .withOne(
                        ListingType.<Row>of("first", "first", "The first.")
                                .number(Figure.PUBLISHED, "rate", Row::published, "The rate.")
                                .field("ratePublished"),
                        Owner::first)
                .with(ListingType.ofWords("words", "word", "Words."), owner -> List.of(owner.id(), "b"))
                .with(ListingType.ofNumbers("places", "place", "Places."), owner -> List.of(0, 12));
    }

    @Test
    void rowsWithinRowsAreListsOrOneObjectOrNull() {
        assertThat(json(new Document.Builder()
                        .data(owners().of(List.of(
                                new Owner("a", List.of(), Optional.empty()),
                                new Owner("b", List.of(), Optional.of(ROWS.get(0))))))))
                .isEqualTo("""
                        {
                          "owners": [
                            {
                              "id": "a",
                              "rates": [ ],
                              "first": null,
                              "words": [
                                "a",
                                "b"
                              ],
                              "places": [
                                0,
                                12
                              ]
                            },
                            {
                              "id": "b",
                              "rates": [ ],
                              "first": {
                                "ratePublished": 17.14
                              },
                              "words": [
                                "b",
                                "b"
                              ],
                              "places": [
                                0,
                                12
                              ]
                            }
                          ]
                        }
                        """);
    }

    @Test
    void whatThereIsOneOfIsAnObjectOrNull() {
        ListingType<Owner> type =
                ListingType.<Owner>of("owner", "owner", "One.").text("id", Owner::id, "The id.");
        Owner owner = new Owner("a", List.of(), Optional.empty());
        assertThat(json(new Document.Builder().one(type.of(List.of(owner))))).isEqualTo("""
                        {
                          "owner": {
                            "id": "a"
                          }
                        }
                        """);
        assertThat(json(new Document.Builder().one(type.of(List.of())))).isEqualTo("""
                        {
                          "owner": null
                        }
                        """);
    }

    @Test
    void viewsAreForPeopleAndDataForPrograms() {
        Document.Builder document = new Document.Builder()
                .view(type().of("Rates", ROWS.subList(0, 1)))
                .data(owners().of(List.of()));
        assertThat(json(document)).contains("\"owners\"").doesNotContain("rates");
        assertThat(text(document.build())).contains("Acme").doesNotContain("owner");
        assertThat(MarkdownWriter.write(document.build())).contains("| Acme |").doesNotContain("owner");
    }

    @Test
    void theFirstRowsSayHowManyMoreThereAre() {
        Listing<Row> all = type().of("Rates", ROWS).note("On entries.");
        assertThat(all.first(3)).isSameAs(all);
        assertThat(all.first(1).rows()).containsExactly(ROWS.get(0));
        assertThat(all.first(1).note()).isEqualTo("And 2 more: --format csv or json.");
    }
}
