package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.advalorem.tables.TinyWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way of someone new, with the files as they came: from {@code new} and {@code inspect} to rates, issues, the export
 * value adjustment and a chart, for three companies and ten programs, without a file rewritten.
 */
final class NewcomersTest {
    private static final Path TABLES = Path.of("src/test/resources/tables");

    @TempDir
    private Path folder;

    private String name(String file) {
        return folder.resolve(file).toString();
    }

    private static Run fine(String... arguments) {
        Run run = Run.of(arguments);
        assertThat(run.exit())
                .as("%s: %s", String.join(" ", arguments), run.err())
                .isZero();
        return run;
    }

    private void files() throws IOException {
        for (String table : List.of("purchases-excel.csv", "loans-excel.csv")) {
            Files.copy(TABLES.resolve(table), folder.resolve(table));
        }
        StringBuilder prices = new StringBuilder("World prices of PVC\r\nMonth;Price (USD/t)\r\n");
        String[] months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        for (int month = 0; month < months.length; month++) {
            prices.append(months[month]).append("-24;").append(900 + 5 * month).append(",50\r\n");
        }
        Files.writeString(folder.resolve("prices.csv"), prices.toString());
        List<String> rates = new java.util.ArrayList<>();
        rates.add(TinyWorkbook.row(
                1,
                TinyWorkbook.text("A1", "Month"),
                TinyWorkbook.text("B1", "From"),
                TinyWorkbook.text("C1", "To"),
                TinyWorkbook.text("D1", "Rate")));
        for (int month = 0; month < months.length; month++) {
            int row = month + 2;
            rates.add(TinyWorkbook.row(
                    row,
                    TinyWorkbook.number("A" + row, Integer.toString(45292 + 31 * month), 1),
                    TinyWorkbook.text("B" + row, "USD"),
                    TinyWorkbook.text("C" + row, "CNY"),
                    TinyWorkbook.number("D" + row, "7.1", 0)));
        }
        TinyWorkbook.write(folder.resolve("rates.xlsx"), false, java.util.Map.of("Rates", rates));
        Files.write(
                folder.resolve("sales.csv"),
                "Year,Buyer,Destination,Gross (RMB)\n2024,,China,\"600,000,000\"\n2024,,United States,\"400,000,000.50\"\n"
                        .getBytes(StandardCharsets.UTF_16LE));
        Files.writeString(folder.resolve("case.yaml"), """
                format: advalorem/1
                title: Hongda, as it came
                proceeding:
                  segment: investigation final
                  petition-filed: 2025-02-03
                  country: {name: Ruritania}
                  period: 2024
                  average-useful-life: 12
                exchange-rates: rates.xlsx
                benchmarks:
                  pvc:
                    type: price
                    unit: USD/t
                    world: {Asia: prices.csv}
                    ocean-freight: {quote A: 40 USD/t, quote B: 70 USD/t}
                    use-freight: quote A
                  lending: {type: interest-table, base: [{currency: CNY, year: 2023, rate: 5%}]}
                programs:
                  pvc: {type: less-than-adequate-remuneration, benchmark: pvc, prices: without VAT}
                  policy-loans: {type: loan, benchmark-rate: 5%, repayment: at maturity, interest: quarterly}
                  grant-1: {type: grant, recurrence: recurring}
                  grant-2: {type: grant, recurrence: recurring}
                  grant-3: {type: grant, recurrence: recurring}
                  grant-4: {type: grant, recurrence: recurring}
                  grant-5: {type: grant, recurrence: recurring}
                  grant-6: {type: grant, recurrence: recurring}
                  stated: {type: stated}
                  credit: {type: facts-available, rate: 1%}
                companies:
                  hongda:
                    name: Hongda Pipe Co., Ltd.
                    currency: CNY
                    members:
                      mill: {role: producer}
                      agent: {role: trading company, resells: mill}
                    sales:
                      - {year: 2024, seller: mill, buyer: agent, destination: United States, gross: 400 million}
                      - {year: 2024, seller: mill, gross: 600 million}
                    export-value-adjustment:
                      through: agent
                      method: none
                      markup: 12%
                      criteria: {price-differs: yes, affiliated: yes, sets-customs-value: yes, one-to-one: yes, direct-shipment: yes}
                    uses:
                      pvc:
                        - to: mill
                          purchases:
                            file: purchases-excel.csv
                            columns: {supplier: Supplier name, status: Supplier status, price: Unit price (RMB)}
                            values: {status: {State-owned: authority, Import: private}}
                      policy-loans:
                        - to: mill
                          loans:
                            file: loans-excel.csv
                            columns: {drawn: Drawdown, due: Maturity, rate: Interest rate}
                      grant-1: [{to: mill, received: [{on: 2024-03-01, amount: 1 million}]}]
                      grant-2: [{to: mill, received: [{on: 2024-04-01, amount: 2 million}]}]
                      credit: [{to: mill}]
                  delta:
                    currency: CNY
                    sales: sales.csv
                    uses:
                      grant-3: [{received: [{on: 2024-03-01, amount: 3 million}]}]
                      grant-4: [{received: [{on: 2024-04-01, amount: 4 million}]}]
                      grant-5: [{received: [{on: 2024-05-01, amount: 5 million}]}]
                  omega:
                    currency: CNY
                    uses:
                      stated: [{rate: 2%}]
                      grant-6: [{over: 500 million, received: [{on: 2024-05-01, amount: 6 million}]}]
                issues:
                  freight:
                    first quote: {benchmarks.pvc.use-freight: quote A}
                    second quote: {benchmarks.pvc.use-freight: quote B}
                """);
    }

    @Test
    void fromNewToAChartWithoutRewritingAFile() throws IOException {
        fine("new", name("start.yaml"));
        fine("rate", name("start.yaml"));
        files();
        assertThat(fine("inspect", name("purchases-excel.csv")).out())
                .contains("month, day, year", "commas between thousands", "State-owned: ...");
        assertThat(fine("inspect", name("loans-excel.csv")).out()).contains("drawn: Drawdown", "due: Maturity");
        Run check = fine("check", name("case.yaml"));
        assertThat(check.err())
                .contains("(Date) holds month, day, year", "the text is in UTF-16LE", "headings are on line 2");

        JsonNode rate = JsonMapper.shared()
                .readTree(fine("rate", name("case.yaml"), "--format", "json").out());
        JsonNode hongda = rate.get("companies").get(0);
        assertThat(hongda.get("programs").get(0).get("benefit").asDouble()).isCloseTo(remuneration(), within(0.01));
        assertThat(hongda.get("programs").get(1).get("benefit").asDouble()).isPositive();
        // 12 million over 1,000,000,000.50
        assertThat(rate.get("companies").get(1).get("rate").asDouble()).isCloseTo(0.012, within(1e-9));
        assertThat(rate.get("companies").get(2).get("rate").asDouble()).isCloseTo(0.032, within(1e-12));

        assertThat(fine("issues", name("case.yaml"), "--company", "Hongda Pipe Co., Ltd.")
                        .out())
                .contains("second quote");
        assertThat(fine("eva", name("case.yaml"), "--company", "hongda").out()).contains("ratio");
        fine("rate", name("case.yaml"), "--chart", name("rates.svg"));
        assertThat(Files.readString(folder.resolve("rates.svg"))).contains("Hongda Pipe");
    }

    /** The benefit of the purchases, from the file by other means: price and freight at 7.1 against what was paid. */
    private double remuneration() throws IOException {
        double benefit = 0;
        for (String line : Files.readAllLines(TABLES.resolve("purchases-excel.csv"), StandardCharsets.UTF_8)) {
            String[] parts = line.split("\"", -1);
            if (parts.length < 7 || !line.contains("State-owned")) {
                continue;
            }
            int month = Integer.parseInt(line.substring(0, line.indexOf('/')));
            double quantity = Double.parseDouble(parts[3].replace(",", ""));
            double price = Double.parseDouble(parts[5].replace(",", ""));
            benefit += Math.max(0, (900.5 + 5 * (month - 1) + 40) * 7.1 - price) * quantity;
        }
        return benefit;
    }
}
