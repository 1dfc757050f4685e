package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is left out, looks wrong or may be counted twice is said, with its number, sum and place. */
final class NothingSilentTest {
    private static final String SCENARIO = """
        format: advalorem/1
        title: Nothing silent
        proceeding:
          segment: investigation final
          initiated: 2024-06-03
          country: {name: Ruritania}
          period: 2023
          average-useful-life: 5 years
        benchmarks:
          coal: {type: price, unit: USD/t, tier: 2, world: {index: 100}, import-duty: 0%, vat: 10%}
          bank: {type: interest-table, base: base.csv}
        programs:
          coal: {type: less-than-adequate-remuneration, benchmark: coal}
          grants: {type: grant, recurrence: recurring}
          prizes: {type: grant, recurrence: recurring}
          vat-exemption: {type: import-charges, name: VAT exemption}
          loans: {type: loan, benchmark: bank}
          credit: {type: loan, benchmark: bank}
        companies:
          acme:
            currency: USD
            members:
              mill: {role: producer}
              trader: {role: trading company}
              parent: {role: holding, cross-owned-since: 2023-06-01, consolidated-sales: {2023: 900 million}}
            sales:
              - {year: 2023, seller: mill, gross: 500 million}
              - {year: 2023, seller: mill, buyer: trader, gross: 20 million}
              - {year: 2023, seller: trader, gross: 25 million}
              - {year: 2020, seller: mill, gross: 7 million}
            uses:
              USES
        """;

    private static final String COAL = "coal: [{to: mill, purchases: coal.csv}]";

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        write("base.csv", "currency,year,rate\nUSD,2023,5%\n");
        write("coal.csv", coal(""));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** A purchase a month, ten of a private supplier, and one before the period. */
    private static String coal(String more) {
        StringBuilder rows = new StringBuilder("date,supplier,status,quantity,price\n");
        for (int month = 1; month <= 12; month++) {
            rows.append("2023-%02d-05,Mine %d,authority,10,9%d%n"
                    .formatted(month, month, month % 10)
                    .replace("\r", ""));
        }
        rows.append(
                "2023-02-07,Dealer,private,3,50\n2023-03-07,Dealer,private,-1,50\n2022-12-31,Mine,authority,4,25\n");
        return rows + more;
    }

    private Run run(String command, String uses, String... more) throws IOException {
        write("case.yaml", SCENARIO.replace("USES", uses.replace("\n", "\n      ")));
        String[] args = new String[more.length + 2];
        args[0] = command;
        args[1] = folder.resolve("case.yaml").toString();
        System.arraycopy(more, 0, args, 2, more.length);
        Run run = Run.of(args);
        // lines are broken at any space
        return new Run(run.exit(), run.out().replaceAll("\\s+", " "), run.err().replaceAll("\\s+", " "));
    }

    @Test
    void rowsThatNoRateCountsAreSaidEverywhere() throws IOException {
        for (String command : new String[] {"check", "rate", "memo"}) {
            assertThat(run(command, COAL).out())
                    .contains("Left out, bought from private suppliers: 2 purchases, 100.00 USD"
                            + " (companies.acme.uses.coal.mill).")
                    .contains("Left out, paid or due outside 2023: 1 purchase, 100.00 USD"
                            + " (companies.acme.uses.coal.mill).")
                    .contains("Left out, of years that no denominator needs: 1 sale, 7,000,000.00 USD"
                            + " (companies.acme.sales).")
                    .contains("Left out, by trader, in no denominator: 1 sale, 25,000,000.00 USD"
                            + " (companies.acme.sales).");
            JsonNode leftOut = JsonMapper.builder()
                    .build()
                    .readTree(run(command, COAL, "--format", "json").out())
                    .get("leftOut");
            JsonNode privately = leftOut.get(1);
            assertThat(privately.get("about").asString()).isEqualTo("companies.acme.uses.coal.mill");
            assertThat(privately.get("what").asString()).isEqualTo("purchases");
            assertThat(privately.get("count").asInt()).isEqualTo(2);
            assertThat(privately.get("sum").asDouble()).isEqualTo(100.0);
            assertThat(privately.get("unit").asString()).isEqualTo("USD");
            assertThat(privately.get("reason").asString()).isEqualTo("not from an authority");
        }
    }

    @Test
    void theSumOfRowsLeftOutFollowsAChangeOfTheColumn() throws IOException {
        String uses = "coal: [{to: mill, purchases: {file: coal.csv, change: {price: {scale: 2, shift: 5}}}}]";
        // (50 * 2 + 5) * (3 - 1)
        assertThat(run("check", uses).out()).contains("2 purchases, 210.00 USD");
    }

    @Test
    void purchasesInSeveralUnitsAreAddedByQuantity() throws IOException {
        write("coal.csv", coal("").replace("private,3,50", "private,3000 kg,0.05 USD/kg"));
        assertThat(run("check", COAL).out()).contains("bought from private suppliers: 2 purchases, 2 t");
    }

    @Test
    void aUseThatIsNotAppliedAndOneThatNothingAttributesAreSaid() throws IOException {
        String uses = """
            grants:
              - {to: mill, received: [{on: 2023-01-05, amount: 1 million}]}
              - {to: mill, applied: no, received: [{on: 2023-01-06, amount: 1 million}]}\
            """;
        assertThat(run("check", uses).out()).contains("Left out, stated as not applied: 1 use");
    }

    @Test
    void doubtfulFactsArePointedAtWithTheirPlace() throws IOException {
        write("coal.csv", coal("""
                        2023-04-09,Mine,authority,10,950
                        2023-04-10,Mine,authority,0,95
                        2023-04-05,Mine 4,authority,10,94
                        """).replace("2023-06", "2023-07"));
        Run run = run("check", COAL);
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("(companies.acme.uses.coal.mill.purchases.16.price) is more than five times off the median")
                .contains("(companies.acme.uses.coal.mill.purchases.17.quantity) is zero although the row has a price")
                .contains("repeats an earlier one in every cell: row 18 repeats row 4.")
                .contains("In the period, (coal.csv) has no row for 2023-06.")
                .contains("coal.csv:17)");
        JsonNode warning = JsonMapper.builder()
                .build()
                .readTree(run("check", COAL, "--format", "json").out())
                .get("warnings")
                .get(0);
        assertThat(warning.get("at").asString()).contains("coal.csv:19");
        Run strict = run("check", COAL, "--strict");
        assertThat(strict.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(strict.err()).contains("4 warnings").contains("row 18 repeats row 4");
        // a median of many rows costs time: only check looks
        assertThat(run("rate", COAL).out()).doesNotContain("median");
    }

    @Test
    void rowsThatDifferInAColumnThatIsNotReadAreNoRepetition() throws IOException {
        write(
                "coal.csv",
                "invoice,date,status,quantity,price\nA1,2023-01-05,authority,10,90\nA2,2023-01-05,authority,10,90\n");
        assertThat(run("check", COAL).out()).doesNotContain("repeat");
    }

    @Test
    void rateAboveAThousandPercentAndAGapInASeriesArePointedAt() throws IOException {
        Run rate = run("check", COAL, "--set", "benchmarks.coal.vat=1001%");
        assertThat(rate.out()).contains("(benchmarks.coal.vat) is above 1,000 percent: 1001%.");
        StringBuilder index = new StringBuilder("month,price\n");
        for (int month = 1; month <= 12; month++) {
            index.append(month == 6 ? "" : "2023-%02d,%d\n".formatted(month, month == 8 ? 1000 : 100));
        }
        write("index.csv", index.toString());
        write("coal.csv", coal("").replace("2023-06", "2023-05"));
        Run gap = run("check", COAL, "--set", "benchmarks.coal.world.index=index.csv");
        assertThat(gap.out())
                .contains("(benchmarks.coal.world.index) has no value for 2023-06")
                .contains(
                        "(benchmarks.coal.world.index) is more than five times off its median (100) in 2023-08: 1000.");
    }

    @Test
    void oneReceiptInTwoProgramsIsPointedAt() throws IOException {
        String uses = """
            grants: [{to: mill, received: [{on: 2023-01-05, amount: 1 million}]}]
            prizes: [{to: mill, received: [{on: 2023-01-05, amount: 1000000}, {on: 2023-02-05, amount: 3}]}]\
            """;
        for (String command : new String[] {"check", "rate", "memo"}) {
            assertThat(run(command, uses).out())
                    .contains("(companies.acme.uses.grants.mill) and (companies.acme.uses.prizes.mill) count the same"
                            + " amount, received on 2023-01-05, twice.");
        }
        assertThat(run("check", uses.replace("1000000", "1000001")).out()).doesNotContain("twice");
    }

    @Test
    void aGrantOfTheParentThatASubsidiaryReportsIsPointedAt() throws IOException {
        String uses = """
            grants:
              - {to: parent, received: [{on: 2023-07-05, amount: 1 million}]}
              - {to: mill, received: [{on: 2023-07-05, amount: 1 million}]}\
            """;
        assertThat(run("check", uses).out()).contains("parent received it and may have passed it on.");
        String trader = uses.replace("parent", "trader");
        assertThat(run("check", trader).out()).doesNotContain("passed it on");
    }

    @Test
    void aBenefitBeforeCrossOwnershipIsPointedAt() throws IOException {
        String uses = "grants: [{to: parent, received: [{on: 2023-05-31, amount: 1 million}]}]";
        assertThat(run("rate", uses).out())
                .contains("received on 2023-05-31, before parent became cross-owned on 2023-06-01.");
        assertThat(run("rate", uses.replace("05-31", "06-01")).out()).doesNotContain("became cross-owned");
    }

    @Test
    void reliefFromATaxThatTheBenchmarkIncludesIsPointedAt() throws IOException {
        String entries = "entries: [{date: 2023-03-01, payable: 1000}]";
        String uses = COAL + "\nvat-exemption: [{to: mill, " + entries + "}]";
        String twice = "includes VAT. If both are for one input, the relief is counted twice.";
        assertThat(run("check", uses).out()).contains(twice);
        assertThat(run("check", uses.replace("coal.csv", "coal.csv, prices: without VAT"))
                        .out())
                .doesNotContain("counted twice");
        assertThat(run("check", uses.replace(entries, entries + ", charge: other"))
                        .out())
                .doesNotContain("counted twice");
        assertThat(run("check", uses.replace(entries, entries + ", charge: import duty"))
                        .out())
                .contains("includes import duty.");
    }

    @Test
    void oneLoanInTwoProgramsIsPointedAt() throws IOException {
        String events = "[{loan: L1, date: 2023-01-01, event: drawdown, amount: 1000, term: 1},"
                + " {loan: L1, date: 2023-12-31, event: interest, amount: 20}]";
        String uses = "loans: [{to: mill, events: " + events + "}]\ncredit: [{to: mill, events: " + events + "}]";
        assertThat(run("check", uses).out()).contains("both count the loan (L1).");
        assertThat(run("check", uses.replaceFirst("L1", "L0").replaceFirst("loan: L1", "loan: L0"))
                        .out())
                .doesNotContain("both count");
    }

    @Test
    void theSameRowsInTwoProgramsArePointedAt() throws IOException {
        String uses = COAL + "\ngrants: [{to: mill, received: [{on: 2023-01-05, amount: 1}]}]\n"
                + COAL.replace("coal:", "second:");
        Files.writeString(folder.resolve("coal2.csv"), coal(""));
        String with = SCENARIO.replace(
                "  grants:", "  second: {type: less-than-adequate-remuneration, benchmark: coal}\n  grants:");
        write("case2.yaml", with.replace("USES", uses.replace("\n", "\n      ")));
        assertThat(check("case2.yaml")).contains("count the same rows, those of (coal.csv).");
        write(
                "case3.yaml",
                with.replace(
                        "USES",
                        uses.replace(
                                        "second: [{to: mill, purchases: coal.csv",
                                        "second: [{to: mill, purchases: coal2.csv")
                                .replace("\n", "\n      ")));
        assertThat(check("case3.yaml"))
                .contains("count 15 rows that are the same")
                .contains("coal2.csv:2");
    }

    /** The price in one file carries its unit in each cell, in the other for the whole column. */
    @Test
    void theSameRowsAreFoundHoweverTheirUnitIsStated() throws IOException {
        write("coal.csv", "date,status,quantity,price\n2023-01-05,authority,10,62 USD/t\n");
        write("coal2.csv", "date,status,quantity,price\n2023-01-05,authority,10,62\n");
        String with = SCENARIO.replace(
                "  grants:", "  second: {type: less-than-adequate-remuneration, benchmark: coal}\n  grants:");
        write(
                "case2.yaml",
                with.replace(
                        "USES",
                        COAL + "\n      second: [{to: mill, purchases: {file: coal2.csv, units: {price: USD/t}}}]"));
        assertThat(check("case2.yaml")).contains("count the same row: ");
    }

    /** The balance of an annuity contains all balances before it: written out, it would double with each payment. */
    @Test
    void aBalanceThatContainsAllBeforeItIsCompared() throws IOException {
        String loan =
                "{loan: A, drawn: 2020-01-15, due: 2030-01-15, principal: 12 million, rate: 3%, repayment: annuity,"
                        + " interest: monthly, nonpayment: contingent, not-viable-since: 2023-06-30}";
        Run run = run(
                "rate",
                "loans: [{to: mill, discount-rate: 8%, loans: [" + loan + "]}]",
                "--set",
                "programs.loans.benchmark-rate=5%",
                "--set",
                "programs.loans.benchmark=none");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("loans");
    }

    private String check(String file) {
        return Run.of("check", folder.resolve(file).toString()).out().replaceAll("\\s+", " ");
    }

    /** Tables of world prices mark months without a price by a sign; only a month that is needed is missed. */
    @Test
    void monthsWithoutAValueAreSaidAndMissedWhereNeeded() throws IOException {
        StringBuilder prices = new StringBuilder("month,price\n2022M12,\u2026\n");
        for (int month = 1; month <= 12; month++) {
            prices.append("2023M%02d,%s%n".formatted(month, month == 7 ? "\u2026" : "100"));
        }
        write("prices.csv", prices.toString());
        String purchases = "coal: [{to: mill, purchases: {file: %s, units: {price: USD/t}}}]";
        String world = "--set=benchmarks.coal.world.index=prices.csv";
        Run missed = run("check", purchases.formatted("coal.csv"), world);
        assertThat(missed.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(missed.err()).contains("2023-07");
        write("coal3.csv", "date,status,quantity,price\n2023-01-05,authority,10,62\n2023-06-05,authority,10,62\n");
        Run run = run("check", purchases.formatted("coal3.csv"), world, "--format", "json");
        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode decided = JsonMapper.shared().readTree(run.out()).get("decided");
        assertThat(decided.get(0).get("file").asString()).endsWith("prices.csv");
        assertThat(decided.get(0).get("decision").asString())
                .isEqualTo("(price) has no value in 2 rows (\u2026), the first on line 2");
    }

    @Test
    void monthsWithoutAnExchangeRateAreOneLine() throws IOException {
        Run run = run("check", "coal: [{to: mill, purchases: {file: coal.csv, units: {price: EUR/t}}}]");
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err())
                .contains("between USD and EUR for 2023-01 to 2023-12.")
                .contains("12 times")
                .endsWith("12 problems ");
        Run json = run(
                "check", "coal: [{to: mill, purchases: {file: coal.csv, units: {price: EUR/t}}}]", "--format", "json");
        assertThat(json.out().split("AV403", -1)).hasSize(13);
    }

    @Test
    void everyItemOfAListIsChecked() throws IOException {
        assertThat(run("check", "grants: [{to: mill, years: [abc, 20x3, 1]}, 5, 6]")
                        .err())
                .contains("(5)")
                .contains("(6)");
        assertThat(run("check", "grants: [{to: mill, years: [abc, 20x3], received: []}]")
                        .err())
                .contains("(abc)")
                .contains("(20x3)");
        assertThat(run(
                                "check",
                                "grants: [{to: mill, years: [2019, 2020], received: []}]\n"
                                        + "prizes: [{to: x, received: []}]")
                        .err())
                .contains("counts in 2019 and 2020")
                .contains("prizes");
        Run entries = run(
                "check",
                "vat-exemption: [{to: mill, entries: [{date: 2023-03-01, payable: 1, paid: 2}, {date: 2023-03-02,"
                        + " payable: 1, paid: 3}]}]");
        assertThat(entries.err())
                .contains("2023-03-01 and 2023-03-02 paid more")
                .contains("2 problems");
    }

    @Test
    void aValueThatNothingDependsOnIsSaid() {
        String foil = "scenarios/aluminum-foil/scenario.yaml";
        String markup = "companies.zhongji.export-value-adjustment.markup";
        String said = "Nothing depends on Company Z\u2019s markup";
        String vary = markup + "=0% to 5% in 3";
        String none = "companies.zhongji.export-value-adjustment.method=none";
        for (String command : new String[] {"sweep", "tornado", "spider"}) {
            assertThat(Run.of(command, foil, "--set", none, "--vary", vary).out())
                    .contains(said);
            assertThat(Run.of(command, foil, "--set", none.replace("none", "ratio"), "--vary", vary)
                            .out())
                    .doesNotContain(said);
        }
        assertThat(Run.of("grid", foil, "--vary", vary, "--vary", none + ", ratio")
                        .out())
                .doesNotContain(said);
        assertThat(Run.of("solve", foil, "--set", none, "--vary", vary, "--goal", "companies.zhongji.rate-unrounded=5%")
                        .out())
                .contains(said);
        assertThat(Run.of("sweep", foil, "--set", none, "--vary", vary, "--format", "json")
                        .out())
                .contains("\"about\": \"" + markup + "\"");
    }
}
