package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.advalorem.Snapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The memorandum of the aluminum foil case: worksheets as an analyst writes them. */
final class FoilMemoTest {
    private static final String FOIL = "scenarios/aluminum-foil/scenario.yaml";
    private static final String PURCHASES = "companies.zhongji.uses.aluminum-ltar.zj.purchases";
    private static final int MOST_LINES = 500;

    @TempDir
    private Path folder;

    private static JsonNode json(String... args) {
        return JsonMapper.shared()
                .readTree(Run.of(Stream.concat(Stream.of(args), Stream.of("--format", "json"))
                                .toArray(String[]::new))
                        .out());
    }

    @Test
    void looksSo() throws IOException {
        String memo = Run.of("memo", FOIL).out();
        Snapshots.compare("cli/foil-memo.txt", memo);
        assertThat(memo.lines().count()).isLessThanOrEqualTo(MOST_LINES);
        Snapshots.compare(
                "cli/foil-memo.md", Run.of("memo", FOIL, "--format", "markdown").out());
    }

    /** Only the inputs of stated status are told by address. */
    @Test
    void aReaderFollowsItWithoutAnAddress() {
        String memo = Run.of("memo", FOIL).out();
        String calculation = memo.substring(0, memo.indexOf(" Disposition of the programs"));
        assertThat(calculation).doesNotContain("companies.", "benchmarks.", "programs.", " 1 * ", " + 0", "pos(");
    }

    @Test
    void loansAreOneWorksheet() {
        JsonNode loans = worksheet(json("memo", FOIL).get("outline"), "Loans");
        assertThat(strings(loans.get("columns"), "name"))
                .containsExactly(
                        "loan",
                        "due",
                        "principal",
                        "from",
                        "to",
                        "days",
                        "benchmark",
                        "interest at benchmark",
                        "interest paid",
                        "benefit");
        assertThat(loans.get("columns").get(9).get("formula").asString())
                .isEqualTo("max(0, interest at benchmark - interest paid)");
        assertThat(loans.get("columns").get(7).get("formula").asString())
                .isEqualTo("(sum of principal * days) * benchmark / basis");
        assertThat(loans.get("columns").get(9).get("quality").asString()).isEqualTo("money");
        assertThat(loans.get("rows").size()).isEqualTo(24);
        assertThat(loans.get("notes").size()).isZero();
        assertThat(loans.get("totals").get(9).asDouble()).isCloseTo(20_160_000, within(0.01));
    }

    @Test
    void aRowThatIsComputedInAnotherWayCarriesANote() {
        JsonNode sales = worksheet(json("memo", FOIL).get("outline"), "Denominators");
        assertThat(sales.get("columns").get(6).get("formula").asString()).isEqualTo("f.o.b. - between members");
        assertThat(sales.get("notes").valueStream().map(JsonNode::toString))
                .contains("{\"rows\":[3],\"column\":\"denominator\",\"formula\":\"f.o.b.\"}");
    }

    /** Row 5: 80 t at 11,046.25, the benchmark of January 12,714.1251776. */
    @Test
    void onePurchaseIsTraced() {
        assertThat(Run.of("explain", FOIL, PURCHASES + ".5.price").out())
                .contains("quantity = 80 t")
                .contains("price = 11,046.25 CNY/t")
                .contains("benchmark of January 2016 = 12,714.125178 CNY/t")
                .contains("difference = max(0, benchmark - price) = 1,667.875178 CNY/t")
                .contains("benefit = quantity * difference = 133,430.01 CNY")
                .contains("aluminum-purchases.csv:6")
                .contains("2016-01, in CNY");
        JsonNode row = json("explain", FOIL, PURCHASES + ".5").get("transaction");
        assertThat(row.get("benefit").asDouble()).isCloseTo(80 * (12714.1251776 - 11046.25), within(0.01));
        assertThat(row.get("group").asString()).isEqualTo("January 2016");
    }

    @Test
    void transactionsAreTablesForOtherPrograms() throws IOException {
        List<String> lines = Run.of("memo", FOIL, "--records", "--format", "csv", "--no-comments")
                .out()
                .lines()
                .toList();
        assertThat(lines.get(0))
                .isEqualTo("use,group,row,date,supplier,description,written-at,quantity,quantity-unit,price,price-unit,"
                        + "benchmark,difference,benefit,benefit-unit");
        assertThat(lines.stream().filter(line -> line.startsWith("companies.zhongji.uses.aluminum-ltar")))
                .hasSize(382);
        Path file = folder.resolve("purchases.parquet");
        assertThat(Run.of("memo", FOIL, "--records", "--output", file.toString())
                        .exit())
                .isZero();
        assertThat(Files.size(file)).isPositive();
    }

    private static List<String> strings(JsonNode items, String name) {
        return items.valueStream().map(item -> item.get(name).asString()).toList();
    }

    private static JsonNode worksheet(JsonNode items, String title) {
        return all(items)
                .filter(item -> item.get("kind").asString().equals("worksheet")
                        && item.get("title").asString().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> all(JsonNode items) {
        return items.valueStream()
                .flatMap(item ->
                        item.get("kind").asString().equals("section") ? all(item.get("items")) : Stream.of(item));
    }
}
