package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An assumption is listed where it had a part in a result reported, and nowhere else. */
final class AssumptionsUsedTest {
    private static final Pattern NUMBER = Pattern.compile("\"number\": \"(A\\d+)\"");

    private static final String HEAD = """
            format: advalorem/1
            title: Assumptions
            proceeding: {segment: SEGMENT, regulation: 2024, country: {name: X}, period: 2023, average-useful-life: 10 years, rounding: ROUNDING}
            """;

    @TempDir
    private Path folder;

    private List<String> used(String rounding, String body) throws IOException {
        return used("investigation final", rounding, body);
    }

    private List<String> used(String segment, String rounding, String body) throws IOException {
        Path file = folder.resolve("scenario.yaml");
        Files.writeString(file, HEAD.replace("SEGMENT", segment).replace("ROUNDING", rounding) + body);
        Run run = Run.of("rate", file.toString(), "--format", "json");
        assertThat(run.err()).isEmpty();
        return NUMBER.matcher(run.out()).results().map(found -> found.group(1)).toList();
    }

    private List<String> used(String body) throws IOException {
        return used("round then sum", body);
    }

    @Test
    void aStatedRateOfTwoDecimalsAssumesNothing() throws IOException {
        String one = """
                programs: {s: {type: stated}}
                companies: {a: {currency: USD, uses: {s: [{rate: 5%}]}}}
                """;
        assertThat(used(one)).isEmpty();
        assertThat(used("sum then round", one)).isEmpty();
    }

    @Test
    void theOrderOfRoundingIsAssumedOfSeveralPrograms() throws IOException {
        String two = """
                programs: {s: {type: stated}, t: {type: stated}}
                companies: {a: {currency: USD, uses: {s: [{rate: 5%}], t: [{rate: 1%}]}}}
                """;
        assertThat(used(two)).containsExactly("A21");
        assertThat(used("sum then round", two)).containsExactly("A99");
    }

    // A20: below 0.005 percent, but not at zero; A22: where rounding changes the rate
    @ParameterizedTest
    @CsvSource({"0.004%, 'A20'", "0.005%, 'A22'", "0%, ''", "5.001%, 'A22'", "5.01%, ''"})
    void whatIsNotMeasurableAndWhatIsRounded(String rate, String expected) throws IOException {
        assertThat(String.join(" ", used("""
                        programs: {s: {type: stated}}
                        companies: {a: {currency: USD, uses: {s: [{rate: RATE}]}}}
                        """.replace("RATE", rate)))).isEqualTo(expected);
    }

    private static String allOthers(String a, String b, String method) {
        return """
                programs: {s: {type: stated}, f: {type: facts-available}}
                companies:
                  a: {currency: USD, A}
                  b: {currency: USD, B}
                all-others: {method: METHOD}
                """.replace("A}", a + "}").replace("B}", b + "}").replace("METHOD", method);
    }

    private static String weighted(String rate, String exports, String ranged) {
        return "exports-to-us: " + exports + ", public-exports-to-us: " + ranged + ", uses: {s: [{rate: " + rate
                + "}]}";
    }

    @Test
    void theAllOthersRateAssumesWhatItsAverageDoes() throws IOException {
        String a = "uses: {s: [{rate: 12.34%}]}";
        String b = "uses: {s: [{rate: 7.89%}]}";
        String ofA = weighted("12.34%", "31.2 million", "30 million");
        String ofB = weighted("7.89%", "58.7 million", "60 million");
        assertThat(used(allOthers(a, b, "simple"))).containsExactly("A28");
        assertThat(used(allOthers(a, b, "closest"))).containsExactlyInAnyOrder("A28", "A67");
        assertThat(used(allOthers(ofA, ofB, "weighted"))).containsExactlyInAnyOrder("A25", "A28");
        assertThat(used(allOthers(ofA, ofB, "closest"))).containsExactlyInAnyOrder("A25", "A26", "A28");
    }

    @Test
    void oneRateThatQualifiesIsNotAveraged() throws IOException {
        String adverse = "uses: {f: [{rate: 90%}]}";
        assertThat(used(allOthers("uses: {s: [{rate: 5%}]}", adverse, "closest")))
                .isEmpty();
        assertThat(used(allOthers(
                        weighted("5%", "1 million", "1 million"),
                        weighted("0.5%", "1 million", "2 million"),
                        "closest")))
                .isEmpty();
        assertThat(used(allOthers("uses: {f: [{rate: 80%}]}", adverse, "closest")))
                .as("all are excluded")
                .containsExactly("A27");
    }

    @Test
    void aNegativeDeterminationAveragesNothing() throws IOException {
        String b = "uses: {s: [{rate: 0.4%}]}";
        assertThat(used(allOthers("uses: {s: [{rate: 0.8%}]}", b, "closest"))).isEmpty();
        assertThat(used("review final", "round then sum", allOthers("uses: {s: [{rate: 0.3%}]}", b, "closest")))
                .containsExactlyInAnyOrder("A27", "A68");
    }

    private static String grant(String sales, String use) {
        return """
                programs: {g: {type: grant, recurrence: recurring}}
                companies:
                  a:
                    currency: USD
                    members: {m: {name: M, role: producer}, o: {name: O, role: other}}
                    sales: [SALES]
                    uses: {g: [USE]}
                """.replace("SALES", sales).replace("USE", use);
    }

    @Test
    void movementExpensesAreAssumedToBeDeductedWhereThereAreAny() throws IOException {
        String use = "{to: m, received: [{on: 2023-03-01, amount: 5000}]}";
        assertThat(used(grant("{year: 2023, seller: m, gross: 100000}", use))).isEmpty();
        assertThat(used(grant("{year: 2023, seller: m, gross: 101000, terms: CIF, freight: 1000}", use)))
                .containsExactly("A30");
    }

    @Test
    void aSingleProducerSharesNoDenominator() throws IOException {
        assertThat(used(grant(
                        "{year: 2023, seller: m, gross: 100000}",
                        "{to: m, denominator: producers, received: [{on: 2023-03-01, amount: 5000}]}")))
                .isEmpty();
    }

    @Test
    void whatIsNotAttributedIsAssumedToBeSo() throws IOException {
        assertThat(used(grant(
                        "{year: 2023, seller: m, gross: 100000}",
                        "{to: o, received: [{on: 2023-03-01, amount: 5000}]}")))
                .containsExactly("A7");
    }

    private static String purchases(String zeroing, String... prices) {
        StringBuilder rows = new StringBuilder();
        for (String price : prices) {
            rows.append("{date: 2023-03-01, supplier: S, status: authority, quantity: 10, price: ")
                    .append(price)
                    .append("},");
        }
        return """
                benchmarks: {b: {type: price, unit: USD/t, tier: 1, world: {index: 900}}}
                programs: {r: {type: less-than-adequate-remuneration, benchmark: b, prices: without VAT}}
                companies:
                  a:
                    currency: USD
                    uses: {r: [{over: 20000, zeroing: ZEROING, freight-paid: 0 USD/t, purchases: [ROWS]}]}
                """.replace("ZEROING", zeroing).replace("ROWS", rows.substring(0, rows.length() - 1));
    }

    @Test
    void purchasesAboveTheBenchmarkAreAssumedNotToOffsetWhereThereAreAny() throws IOException {
        assertThat(used(purchases("transaction", "800"))).containsExactly("A10");
        assertThat(used(purchases("transaction", "800", "950"))).containsExactly("A8", "A10");
        assertThat(used(purchases("none", "800", "950"))).containsExactly("A10");
        assertThat(used(purchases("none", "800", "1100"))).containsExactlyInAnyOrder("A10", "A40");
    }
}
