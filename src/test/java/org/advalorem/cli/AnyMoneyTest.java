package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any money and any unit of a measure, and numbers that no rate can be made of; expected values by hand. */
final class AnyMoneyTest {
    private static final String HEAD = """
            format: advalorem/1
            title: any money
            proceeding: {segment: investigation final, regulation: 1998, country: {name: X}, period: 2023, average-useful-life: 10}
            """;
    private static final String GRANT = """
            programs: {g: {type: grant, specificity: domestic, recurrence: recurring}}
            """;

    @TempDir
    private Path folder;

    private Run rate(String text, String... more) {
        return run("rate", text, more);
    }

    private Run run(String command, String text, String... more) {
        try {
            Path file = Files.writeString(folder.resolve("s.yaml"), text);
            String[] arguments = new String[more.length + 2];
            arguments[0] = command;
            arguments[1] = file.toString();
            System.arraycopy(more, 0, arguments, 2, more.length);
            return Run.of(arguments);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String sales(String ledger, String use) {
        return "companies: {a: {currency: CNY, sales: [" + ledger + "], uses: {g: [" + use + "]}}}\n";
    }

    private static String rates(String... rows) {
        return "exchange-rates: [" + String.join(", ", rows) + "]\n";
    }

    private static String month(String month, String from, String to, String rate) {
        return "{month: " + month + ", from: " + from + ", to: " + to + ", rate: " + rate + "}";
    }

    private static String grant(String amount) {
        return "{to: a, received: [{on: 2023-02-05, amount: " + amount + "}]}";
    }

    /** 142,000 over 40 million dollars at (7.0 + 7.2) / 2 = 284 million yuan. */
    @Test
    void sharesOfALedgerAreInCurrenciesOfTheirOwn() {
        String fx = rates(month("2023-01", "USD", "CNY", "7"), month("2023-02", "USD", "CNY", "7.2"));
        for (String row : new String[] {"gross: 40 million USD", "gross: 40 million, currency: USD"}) {
            Run run = rate(HEAD + fx + GRANT + sales("{year: 2023, seller: a, " + row + "}", grant("142000")));
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.out())
                    .contains("284,000,000.00")
                    .contains("0.050000%")
                    .contains("- A83 ");
        }
    }

    /** 1,000,000 EUR at 1.1 USD and 7.2 CNY = 7,920,000 CNY, over 100 million. */
    @Test
    void aMissingPairGoesThroughAThirdCurrency() {
        String fx = rates(month("2023-02", "EUR", "USD", "1.1"), month("2023-02", "USD", "CNY", "7.2"));
        Run run =
                rate(HEAD + fx + GRANT + sales("{year: 2023, seller: a, gross: 100 million}", grant("1 million EUR")));
        assertThat(run.out()).contains("7.920000%").contains("- A84 ");
    }

    @Test
    void ratesThatContradictEachOtherAreAnError() {
        String fx = rates(month("2023-02", "USD", "CNY", "20"), month("2023-02", "CNY", "USD", "0.04"));
        Run run = rate(HEAD + fx + GRANT + sales("{year: 2023, seller: a, gross: 100 million}", grant("1 million")));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("of 2023-02 contradict each other: 0.04 and 20 the other way");
        String near = rates(month("2023-02", "USD", "CNY", "20"), month("2023-02", "CNY", "USD", "0.0502"));
        assertThat(rate(HEAD + near + GRANT + sales("{year: 2023, seller: a, gross: 100 million}", grant("1 million")))
                        .exit())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.05|it seems to be inverted",
                "2|about ten times the rates of this pair before and after",
                "17|nothing",
                "205|about ten times the rates of this pair before and after"
            })
    void aRateThatJumpsIsWarnedOfInEveryOutput(String rate, String words) {
        String fx = rates(
                month("2023-01", "USD", "CNY", "20"),
                month("2023-02", "USD", "CNY", rate),
                month("2023-03", "USD", "CNY", "20.2"));
        String text = HEAD + fx + GRANT + sales("{year: 2023, seller: a, gross: 100 million}", grant("1 million"));
        for (String format : new String[] {"text", "markdown", "csv", "json"}) {
            String out = rate(text, "--format", format).out().replaceAll("\\s+", " ");
            if (words.equals("nothing")) {
                assertThat(out).doesNotContain("before and after");
            } else {
                assertThat(out).contains(words).contains("s.yaml:4");
            }
        }
    }

    @Test
    void aRingOfRatesThatDoesNotCloseIsWarnedOf() {
        String fx = rates(
                month("2023-02", "EUR", "USD", "1.1"),
                month("2023-02", "USD", "CNY", "7"),
                month("2023-02", "EUR", "CNY", "7.9"));
        assertThat(rate(HEAD + fx + GRANT + sales("{year: 2023, seller: a, gross: 100 million}", grant("1 million")))
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("contradict each other by more than 1 percent");
    }

    private static String purchases(String unit, String benchmark, String... rows) {
        return "benchmarks: {b: {type: price, unit: " + benchmark + ", world: {A: 1000}}}\n"
                + "programs: {g: {type: less-than-adequate-remuneration, specificity: domestic, benchmark: b,"
                + " quantity-unit: " + unit + ", factors: {piece: 20 kg}}}\n"
                + sales(
                        "{year: 2023, seller: a, gross: 1 million}",
                        "{to: a, purchases: [" + String.join(", ", rows) + "]}");
    }

    private static String bought(String quantity, String price) {
        return "{date: 2023-02-01, status: authority, quantity: " + quantity + ", price: " + price + "}";
    }

    /**
     * Benchmark 1,000 CNY/t. 10 t at 900 save 1,000; 10,000 kg at 0.9 CNY/kg the same; 100 pieces of 20 kg at 18 save
     * 2,000 - 1,800 = 200; 22,046.2262 lb at 0.40823313 CNY/lb (900 CNY/t) save 1,000 within a fen.
     */
    @ParameterizedTest
    @CsvSource({
        "10, 900 CNY/t, '1,000.00'",
        "10000 kg, 0.9 CNY/kg, '1,000.00'",
        "100 pieces, 18 CNY/piece, 200.00",
        "22046.2262 lb, 0.408233133 CNY/lb, '1,000.00'",
        "10, 0.9 CNY/kg, '1,000.00'"
    })
    void unitsOfOneMeasureAreConverted(String quantity, String price, String benefit) {
        Run run = rate(HEAD + purchases("t", "CNY/t", bought(quantity, price)));
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains(" " + benefit + " ");
    }

    @Test
    void anotherMeasureStaysAnError() {
        Run run = rate(HEAD + purchases("t", "CNY/t", bought("100 m3", "18 CNY/m3")));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("expected money per unit of the same measure as t");
    }

    /** 10 t at 900 save 1,000 and 5 t of them given back 500; 5 t given back at 1,100 take nothing back. */
    @ParameterizedTest
    @CsvSource({"900, 500.00", "1100, '1,000.00'"})
    void aCreditNoteTakesBackTheBenefitOfWhatItReverses(String price, String benefit) {
        Run run = rate(HEAD + purchases("t", "CNY/t", bought("10", "900"), bought("-5", price)));
        assertThat(run.out()).contains(" " + benefit + " ").contains("- A85 ");
        assertThat(run("memo", HEAD + purchases("t", "CNY/t", bought("10", "900"), bought("-5", price)))
                        .out())
                .contains("Credit notes");
    }

    @Test
    void creditNotesMustNotExceedWhatWasBought() {
        Run run = rate(HEAD + purchases("t", "CNY/t", bought("10", "900"), bought("-11", "900")));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("exceed what was bought");
        Run ledger = rate(HEAD
                + GRANT
                + sales(
                        "{year: 2023, seller: a, gross: 1 million}, {year: 2023, seller: a, gross: -2 million}",
                        grant("1")));
        assertThat(ledger.exit()).isEqualTo(2);
        assertThat(ledger.err()).contains("exceed the sales they reverse");
    }

    /** 2.602 million over 100 million pounds: 0.02602 CAD/lb. */
    @Test
    void aRatePerUnitStandsBesideThePercent() {
        String ledger = "{year: 2023, seller: a, gross: 40 million, quantity: 60 million lb},"
                + " {year: 2023, seller: a, gross: 40 million, quantity: 20000 short tons}";
        String text = HEAD + GRANT + sales(ledger, grant("2.602 million")).replace("CNY", "CAD");
        assertThat(rate(text).out()).contains("Rate per unit: 0.02602 CAD/lb.").contains("3.252500%");
        assertThat(rate(text, "--format", "json").out())
                .contains("\"ratePerUnit\": 0.02602")
                .contains("\"unit\": \"CAD/lb\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gross: 1e-308|it is too large or too small for a quantity",
                "gross: 1e300|it is too large or too small for a quantity",
            })
    void aSizeThatNoQuantityHasIsAnError(String gross, String message) {
        Run run = rate(HEAD + GRANT + sales("{year: 2023, seller: a, " + gross + "}", grant("1")));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    private static String loan(String change, String term) {
        return "benchmarks: {lending: {type: interest-table, base: {file: r.csv" + change + "}}}\n"
                + "programs: {g: {type: loan, specificity: domestic, benchmark: lending}}\n"
                + sales(
                        "{year: 2023, seller: a, gross: 1 million}",
                        "{to: a, events: [{loan: L, date: 2023-02-01, event: drawdown, amount: 100000, term: " + term
                                + ", rate-kind: fixed}, {loan: L, date: 2023-12-31, event: repayment, amount: 100000}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "-150%, '', 1, '(rate) is (-150%); expected a rate such as 4.35%, more than -99%'",
        "6%, ', change: {rate: {scale: -20}}', 1, '(benchmarks.lending.base.1.rate) must be more than -99%.'",
        "6%, '', 1e9, '(term) is (1e9); expected a number that is not negative, at least 0 and at most 100'"
    })
    void ratesAndTermsHaveADomain(String rate, String change, String term, String message) throws IOException {
        Files.writeString(folder.resolve("r.csv"), "currency,year,rate\nCNY,2023," + rate + "\n");
        Run run = rate(HEAD + loan(change, term));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().replaceAll("\\s+", " ")).contains(message);
    }

    @Test
    void monthsAreOfYearsThatCanBeMeant() throws IOException {
        Files.writeString(folder.resolve("p.csv"), "month,price\n0216-01,5\n");
        Run run = rate(HEAD + purchases("t", "CNY/t", bought("1", "900")).replace("A: 1000", "A: p.csv"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("(month) is (0216-01); expected a month");
    }

    /** (1 + 1e16 %) to the 34th power is no double. */
    @Test
    void aStepThatIsNoNumberIsNamedWithItsInput() {
        String programs =
                "programs: {g: {type: loan-different-schedule, specificity: domestic, benchmark-rate: 1e16%}}\n";
        String use = "{to: a, principal: 1000, life: 40, comparable-payments: {2016: 280, 2050: 10},"
                + " government-payments: {2016: 20}}";
        Run run = rate(HEAD + programs + sales("{year: 2023, seller: a, gross: 1 million}", use));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().replaceAll("\\s+", " "))
                .contains("is not a number: ")
                .contains("(programs.g.benchmark-rate) = 1e16%");
        assertThat(run.out()).isEmpty();
    }
}
