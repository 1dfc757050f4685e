package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sources with exhibits, in whatever reads or writes a source, and the index of them. */
final class ExhibitsTest {
    private static final String WORDS = "Exhibit GOV-12 at 34, barcode 3912345-01; quarterly report";
    private static final String EXHIBIT = "{text: quarterly report, exhibit: GOV-12, page: 34, barcode: 3912345-01}";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("purchases.csv"),
                "date,supplier,status,quantity,price\n2024-03-05,State,authority,100,6000\n2024-05-06,State,authority,50,6100\n");
        file = written("case.yaml", """
                format: advalorem/1
                title: A made case with a record
                proceeding:
                  segment: investigation final
                  regulation: 2025
                  country: {name: Freedonia, nonmarket: yes}
                  period: 2024
                  average-useful-life: 10 years
                exchange-rates: [{month: 2024-03, from: USD, to: CRN, rate: 8}, {month: 2024-05, from: USD, to: CRN, rate: 8}]
                benchmarks:
                  strip:
                    type: price
                    unit: USD/t
                    grade: cold-rolled, 1 mm
                    delivery-term: FOB Northport
                    world:
                      Exchange: {value: 900, status: reported, source: SOURCE}
                    ocean-freight: {Carrier: {value: 60, source: quotation}}
                    vat: 20%
                programs:
                  strip-ltar: {type: less-than-adequate-remuneration, benchmark: strip, prices: with VAT}
                  other: {type: stated, rate: {value: 2%, status: verified, source: {exhibit: GOV-2}}}
                companies:
                  acme:
                    name: Acme
                    currency: CRN
                    members: {mill: {name: Mill, role: producer}}
                    sales: [{year: 2024, seller: mill, gross: 100 million}]
                    dispositions: {Old loans: {finding: not used, source: SOURCE}}
                    uses:
                      strip-ltar: [{to: mill, purchases: {file: purchases.csv, source: {exhibit: ACME-3, page: 9}}}]
                      other: [{to: mill}]
                uncertain:
                  benchmarks.strip.ocean-freight.Carrier: {distribution: 50 to 70, source: SOURCE}
                """.replace("SOURCE", EXHIBIT));
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Run fine(String... args) {
        Run run = Run.of(args);
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.FINE);
        return run;
    }

    private String out(String command, String... more) {
        List<String> args = new ArrayList<>(List.of(command, file.toString()));
        args.addAll(List.of(more));
        return fine(args.toArray(String[]::new)).out();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void whereverASourceIsPrintedItIsInWords() {
        assertThat(oneLine(out("memo"))).contains("reported: " + WORDS);
        assertThat(oneLine(out("memo", "--steps"))).contains("Old loans not used " + WORDS);
        assertThat(out("memo", "--format", "json")).contains("\"source\": \"" + WORDS);
        assertThat(out("addresses", "benchmarks.strip.world.Exchange", "--format", "csv"))
                .contains("\"" + WORDS + "\"");
        assertThat(oneLine(out("explain", "companies.acme.programs.strip-ltar.benefit", "--depth", "9")))
                .contains("reported; " + WORDS);
    }

    @Test
    void resolvedItIsStillAMapping() throws IOException {
        String resolved = resolved(file);
        assertThat(resolved).contains("exhibit: GOV-12").contains("barcode: 3912345-01");
        Path again = written("again.yaml", resolved);
        assertThat(resolved(again)).isEqualTo(resolved);
        assertThat(hash(again)).isEqualTo(hash(file));
    }

    private String resolved(Path... files) throws IOException {
        Path whole = folder.resolve("resolved.yaml");
        List<String> args = new ArrayList<>(List.of("resolve"));
        for (Path of : files) {
            args.add(of.toString());
        }
        args.addAll(List.of("--output", whole.toString()));
        fine(args.toArray(String[]::new));
        String text = Files.readString(whole);
        Files.delete(whole);
        return text;
    }

    private String hash(Path of) {
        return JsonMapper.shared()
                .readTree(fine("rate", of.toString(), "--format", "json").out())
                .get("scenario")
                .get("hash")
                .asString();
    }

    @Test
    void anOverlayChangesAPartAndTheHashTells() throws IOException {
        Path overlay = written("page.yaml", """
                format: advalorem/1
                set:
                  benchmarks.strip.world.Exchange.source.page: 35-36
                  benchmarks.strip.ocean-freight.Carrier.source.exhibit: ACME-7
                  programs.other.rate.source: {exhibit: GOV-3, page: 1}
                  companies.acme.uses.strip-ltar.mill.purchases.source.text: answer to question 4
                """);
        String resolved = resolved(file, overlay);
        assertThat(oneLine(resolved))
                .contains("page: 35-36")
                .contains("text: quotation exhibit: ACME-7")
                .contains("exhibit: GOV-3 page: 1")
                .contains("exhibit: ACME-3 page: 9 text: answer to question 4");
        assertThat(hash(file)).isNotEqualTo(hash(written("changed.yaml", resolved)));
        assertThat(fine("rate", file.toString(), overlay.toString(), "--format", "csv")
                        .out()
                        .lines()
                        .filter(line -> !line.startsWith("#") && !line.startsWith("\"#")))
                .containsExactlyElementsOf(out("rate", "--format", "csv")
                        .lines()
                        .filter(line -> !line.startsWith("#") && !line.startsWith("\"#"))
                        .toList());
    }

    @Test
    void aSourceIsWrittenBack() throws IOException {
        fine("set", file.toString(), "benchmarks.strip.world.Exchange.source.page=40");
        assertThat(Files.readString(file)).contains("exhibit: GOV-12, page: 40, barcode: 3912345-01");
        Run words = Run.of("set", file.toString(), "benchmarks.strip.ocean-freight.Carrier.source.exhibit=ACME-7");
        assertThat(words.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(words.err())
                .contains("would have another form than the one at")
                .contains("case.yaml:18:50");
    }

    @Test
    void theSourceOfADistributionIsCheckedToo() throws IOException {
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "{distribution: 50 to 70, source: " + EXHIBIT,
                                "{distribution: 50 to 70, source: {barcode: 7}"));
        Run run = Run.of("simulate", file.toString(), "--draws", "10");
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains("case.yaml:34:86").contains("(7); expected a barcode of ACCESS");
    }

    @Test
    void theIndexHasEveryFigureOnce() {
        String csv = out("memo", "--exhibits", "--format", "csv");
        List<String> rows = csv.lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("\"#"))
                .skip(1)
                .toList();
        assertThat(rows.get(0))
                .startsWith("ACME-3,9,,")
                .contains("purchases.csv")
                .contains("2 rows");
        assertThat(rows.get(1))
                .startsWith("GOV-2,,,")
                .contains("programs.other.rate")
                .contains("0.02");
        assertThat(rows.get(2))
                .startsWith("GOV-12,34,3912345-01,benchmarks.strip.world.Exchange,")
                .contains(
                        "USD/t,reported,quarterly report,\"cold-rolled, 1 mm\",FOB Northport,\"delivered, with ocean-freight\"")
                .endsWith("with VAT,average of the month of the purchase");
        assertThat(rows.stream().filter(row -> !row.startsWith(",")).count()).isEqualTo(3);
        assertThat(rows)
                .anyMatch(row ->
                        row.startsWith(",,,benchmarks.strip.ocean-freight.Carrier,") && row.contains(",quotation,"));
        // cells of the file are no figures of their own
        assertThat(rows).noneMatch(row -> row.contains("purchases.1."));
        assertThat(rows).doesNotHaveDuplicates();
    }

    @Test
    void theIndexInJsonHasThreeListings() {
        JsonNode json = JsonMapper.shared().readTree(out("memo", "--exhibits", "--format", "json"));
        assertThat(json.get("format").asString()).isEqualTo("advalorem-exhibits/1");
        assertThat(json.get("figuresByExhibit")).hasSize(3);
        assertThat(json.get("figuresWithoutExhibit").size()).isPositive();
        JsonNode benchmark = json.get("benchmarksByExhibit").get(0);
        assertThat(benchmark.get("exhibit").asString()).isEqualTo("GOV-12");
        assertThat(benchmark.get("grade").asString()).isEqualTo("cold-rolled, 1 mm");
        assertThat(benchmark.get("quoted").asString()).isEqualTo("FOB Northport");
        assertThat(benchmark.get("vat").asString()).isEqualTo("with VAT");
        assertThat(benchmark.get("usedBy").asString()).contains("strip-ltar");
        assertThat(out("memo", "--exhibits", "--format", "markdown"))
                .contains("**Figures by exhibit**", "**Benchmarks by exhibit**", "**Figures without an exhibit**");
    }

    @Test
    void theIndexIsOfTheCompaniesAsked() {
        String all = fine("memo", "scenarios/every-program/scenario.yaml", "--exhibits", "--format", "csv")
                .out();
        String one = fine(
                        "memo",
                        "scenarios/every-program/scenario.yaml",
                        "--exhibits",
                        "--format",
                        "csv",
                        "--company",
                        "inland")
                .out();
        assertThat(all).contains(",companies.northern.").contains(",companies.inland.");
        assertThat(one).doesNotContain(",companies.northern.").contains(",companies.inland.", "PET-9");
    }

    @Test
    void theIndexIsNotPartOfAMemorandum() {
        Run run = Run.of("memo", file.toString(), "--exhibits", "--steps");
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains("--exhibits writes an index");
    }
}
