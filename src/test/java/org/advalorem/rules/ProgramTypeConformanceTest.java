package org.advalorem.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.advalorem.DoubledMoney;
import org.advalorem.engine.Values;
import org.advalorem.facts.SourceNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every program type owes: twice the benefit is twice the rate, and the rate is free of the unit of money.
 *
 * <p>Doubling changes no digit of a double, so both hold to the last bit.
 */
final class ProgramTypeConformanceTest {
    /**
     * One use of a type.
     *
     * @param benefit the facts that the benefit is proportional to, taken together, as patterns of addresses below the use
     */
    record Row(String type, OneUse use, List<String> benefit) {
        static Row of(OneUse use, String... benefit) {
            return new Row(use.type(), use, List.of(benefit));
        }

        @Override
        public String toString() {
            return type;
        }
    }

    static List<Row> rows() {
        return List.of(
                Row.of(
                        OneUse.of(
                                "grant",
                                "approved",
                                SourceNode.mapping("on", "2014-03-01", "amount", "9 million"),
                                "received",
                                SourceNode.sequence(
                                        SourceNode.mapping("on", "2014-05-01", "amount", "6 million"),
                                        SourceNode.mapping("on", "2015-03-01", "amount", "3 million")),
                                "discount-rate",
                                "8%",
                                "approval-sales",
                                "90 million",
                                "less",
                                SourceNode.mapping("fees", "200000")),
                        "approved.amount",
                        "received.*.amount",
                        "less.fees"),
                Row.of(
                        OneUse.of("grant", "recurrence", "recurring", "received", received("2015-03-01", "300000")),
                        "received.*.amount"),
                Row.of(
                        OneUse.of(
                                "loan",
                                "benchmark-rate",
                                "8.1%",
                                "events",
                                SourceNode.sequence(
                                        event("2014-01-01", "drawdown", "5000000", "term", "5"),
                                        event("2014-12-31", "interest", "250000"),
                                        event("2015-07-01", "repayment", "1000000"),
                                        event("2015-12-31", "interest", "230000"))),
                        "events.*.amount"),
                Row.of(
                        OneUse.of(
                                "loan-different-schedule",
                                "principal",
                                "4 million",
                                "life",
                                "5 years",
                                "benchmark-rate",
                                "8%",
                                "comparable-payments",
                                SourceNode.mapping("2014", "1.2 million", "2015", "1.1 million", "2016", "1 million"),
                                "government-payments",
                                SourceNode.mapping(
                                        "2014", "0.1 million", "2015", "0.1 million", "2016", "1.5 million")),
                        "principal",
                        "comparable-payments.*",
                        "government-payments.*"),
                Row.of(
                        OneUse.of(
                                        "loan-different-schedule",
                                        "principal",
                                        "4 million",
                                        "life",
                                        "3 years",
                                        "benchmark-rate",
                                        "8%",
                                        "comparable-repayments",
                                        SourceNode.mapping("2014", "1.2 million", "2015", "1.1 million"),
                                        "government-repayments",
                                        SourceNode.mapping("2016", "4 million"),
                                        "government-interest",
                                        SourceNode.mapping("2014", "0.1 million", "2015", "0.1 million"))
                                .under("2025"),
                        "principal",
                        "comparable-repayments.*",
                        "government-interest.*"),
                Row.of(
                        OneUse.of(
                                "loan",
                                "interest-by",
                                "day",
                                "benchmark-rate",
                                "8.1%",
                                "events",
                                SourceNode.sequence(
                                        event("2014-10-01", "drawdown", "5000000", "term", "1"),
                                        event("2015-04-01", "repayment", "5000000"),
                                        event("2015-04-01", "interest", "90000"))),
                        "events.*.amount"),
                Row.of(
                        OneUse.of(
                                        "less-than-adequate-remuneration",
                                        "benchmark",
                                        "resin",
                                        "prices",
                                        "without VAT",
                                        "purchases",
                                        SourceNode.sequence(
                                                purchase("2015-03-04", 1_000, 930),
                                                purchase("2015-03-20", 500, 1_060),
                                                purchase("2015-07-09", 2_000, 870)))
                                .benchmark(
                                        "resin",
                                        SourceNode.mapping(
                                                "type",
                                                "price",
                                                "unit",
                                                "CNY/t",
                                                "world",
                                                SourceNode.mapping("index", "1000"),
                                                "inland-freight",
                                                "31")),
                        "purchases.change.quantity.scale"),
                Row.of(
                        OneUse.of(
                                "electricity",
                                "benchmarks",
                                SourceNode.mapping("large industry", "0.95 CNY/kWh"),
                                "consumption",
                                SourceNode.sequence(
                                        consumed("2015-03", 5_000_000, "0.80"), consumed("2015-09", 4_000_000, "0.97")),
                                "base-charges",
                                SourceNode.sequence(SourceNode.mapping(
                                        "category",
                                        "large industry",
                                        "capacity",
                                        "1200 kVA",
                                        "months",
                                        "12",
                                        "benchmark",
                                        "45 CNY/kVA",
                                        "paid",
                                        "38 CNY/kVA"))),
                        "consumption.change.quantity.scale",
                        "base-charges.*.capacity"),
                Row.of(
                        OneUse.of("direct-tax", "payable", "900000", "paid", "350000", "filed", "2015-05-31"),
                        "payable",
                        "paid"),
                Row.of(
                        OneUse.of(
                                "direct-tax",
                                "income",
                                "7 million",
                                "standard-rate",
                                "25%",
                                "reduced-rate",
                                "15%",
                                "filed",
                                "2015-05-31"),
                        "income"),
                Row.of(
                        OneUse.of(
                                "tax-deferral",
                                "deferred",
                                "3 million",
                                "from",
                                "2014-09-01",
                                "until",
                                "2015-05-01",
                                "benchmark-rate",
                                "5.5%",
                                "interest-charged",
                                "1%"),
                        "deferred"),
                Row.of(
                        OneUse.of(
                                "accelerated-depreciation",
                                "filed",
                                "2015-05-31",
                                "tax-rate",
                                "25%",
                                "depreciation",
                                SourceNode.sequence(
                                        SourceNode.mapping(
                                                "asset", "line 2", "accelerated", "9000000", "normal", "5000000"),
                                        SourceNode.mapping(
                                                "asset", "line 3", "accelerated", "700000", "normal", "400000"))),
                        "depreciation.*.accelerated",
                        "depreciation.*.normal"),
                Row.of(
                        OneUse.of(
                                "import-charges",
                                "entries",
                                SourceNode.sequence(
                                        SourceNode.mapping("date", "2015-04-01", "payable", "700000", "paid", "90000"),
                                        SourceNode.mapping("date", "2015-08-01", "payable", "300000", "paid", "0"))),
                        "entries.*.payable",
                        "entries.*.paid"),
                Row.of(
                        OneUse.of(
                                "loan-guarantee",
                                "benchmark-rate",
                                "8.1%",
                                "guarantee-fee",
                                "0.3%",
                                "comparable-guarantee-fee",
                                "0.1%",
                                "events",
                                SourceNode.sequence(
                                        event("2014-01-01", "drawdown", "5000000", "term", "5"),
                                        event("2014-12-31", "interest", "250000"),
                                        event("2015-12-31", "interest", "230000"))),
                        "events.*.amount"),
                Row.of(
                        OneUse.of(
                                "debt-forgiveness",
                                "discount-rate",
                                "8%",
                                "approval-sales",
                                "90 million",
                                "debts",
                                SourceNode.sequence(
                                        SourceNode.mapping("date", "2015-03-01", "principal", "6 million"),
                                        SourceNode.mapping(
                                                "date", "2015-05-01", "principal", "3 million", "interest", "70000"))),
                        "debts.*.principal",
                        "debts.*.interest"),
                Row.of(
                        OneUse.of(
                                "equity",
                                "on",
                                "2014-05-01",
                                "shares",
                                "1 million",
                                "price-paid",
                                "12",
                                "private-price",
                                "9.5",
                                "discount-rate",
                                "8%",
                                "approval-sales",
                                "90 million"),
                        "shares"),
                Row.of(
                        OneUse.of(
                                "equity",
                                "on",
                                "2014-05-01",
                                "amount",
                                "7 million",
                                "equityworthy",
                                "no",
                                "discount-rate",
                                "8%",
                                "approval-sales",
                                "90 million"),
                        "amount"),
                Row.of(
                        OneUse.of(
                                "workers",
                                "payments",
                                SourceNode.sequence(
                                        SourceNode.mapping(
                                                "date", "2015-04-01", "payment", "700000", "obligation", "650000"),
                                        SourceNode.mapping("date", "2015-08-01", "payment", "300000"))),
                        "payments.*.payment",
                        "payments.*.obligation"),
                Row.of(
                        OneUse.of("fees-and-fines", "due", "2015-04-01", "owed", "900000", "paid", "350000"),
                        "owed",
                        "paid"),
                Row.of(
                        OneUse.of(
                                "fees-and-fines",
                                "due",
                                "2014-09-01",
                                "owed",
                                "900000",
                                "deferred-until",
                                "2015-05-01",
                                "benchmark-rate",
                                "5.5%"),
                        "owed"),
                Row.of(
                        OneUse.of(
                                        "export-insurance",
                                        "payouts",
                                        SourceNode.mapping("2015", "900000"),
                                        "premiums",
                                        SourceNode.mapping("2015", "310000"),
                                        "program-premiums",
                                        SourceNode.mapping("2014", "7 million", "2015", "8 million"),
                                        "program-costs",
                                        SourceNode.mapping("2014", "9 million", "2015", "7 million"))
                                .specific("export"),
                        "payouts.*",
                        "premiums.*"),
                Row.of(
                        OneUse.of(
                                "undervalued-currency",
                                "undervalued",
                                "yes",
                                "government-action",
                                "yes",
                                "exchanges",
                                SourceNode.sequence(
                                        SourceNode.mapping(
                                                "month",
                                                "2015-03",
                                                "dollars",
                                                "900000",
                                                "rate-received",
                                                "7",
                                                "undistorted-rate",
                                                "6.65"),
                                        SourceNode.mapping(
                                                "month",
                                                "2015-09",
                                                "dollars",
                                                "700000",
                                                "rate-received",
                                                "7.1",
                                                "undistorted-rate",
                                                "6.65"))),
                        "exchanges.*.dollars"),
                Row.of(
                        OneUse.of(
                                        "more-than-adequate-remuneration",
                                        "benchmark",
                                        "resin",
                                        "sales-to-government",
                                        SourceNode.sequence(
                                                sold("2015-03-04", 1_000, 1_130),
                                                sold("2015-03-20", 500, 960),
                                                sold("2015-07-09", 2_000, 1_070)))
                                .benchmark("resin", resin()),
                        "sales-to-government.change.quantity.scale"),
                Row.of(
                        OneUse.of(
                                "export-freight",
                                "domestic-charge",
                                "50 CNY/t",
                                "shipments",
                                SourceNode.sequence(sold("2015-03-04", 100_000, 42), sold("2015-05-04", 900, 55))),
                        "shipments.change.quantity.scale"),
                Row.of(
                        OneUse.of(
                                        "inputs-for-export",
                                        "benchmark",
                                        "resin",
                                        "purchases",
                                        SourceNode.sequence(
                                                sold("2015-03-04", 1_000, 930), sold("2015-03-20", 500, 1_060)))
                                .benchmark("resin", resin()),
                        "purchases.change.quantity.scale"),
                Row.of(
                        OneUse.of(
                                        "upstream",
                                        "input-rate",
                                        "6.5%",
                                        "cost-share",
                                        "18%",
                                        "benchmark",
                                        "resin",
                                        "prices",
                                        "without VAT",
                                        "purchases",
                                        SourceNode.sequence(
                                                sold("2015-03-04", 1_000, 930), sold("2015-03-20", 500, 1_060)))
                                .benchmark("resin", resin()),
                        "purchases.change.quantity.scale"),
                Row.of(
                        OneUse.of(
                                "land",
                                "contract",
                                "2014-05-04",
                                "area",
                                "50000 m2",
                                "paid",
                                "1250000",
                                "benchmark-price",
                                "60 CNY/m2",
                                "benchmark-year",
                                "2011",
                                "growth",
                                "4%",
                                "discount-rate",
                                "8%",
                                "approval-sales",
                                "90 million"),
                        "area",
                        "paid"),
                remitted("drawback", "consumed", "confirmed-by", "system", "waste", "3%"),
                remitted("prior-stage-tax-remission", "consumed", "confirmed-by", "examination"),
                remitted("indirect-tax-remission", "levied"),
                Row.of(OneUse.of("facts-available", "rate", "5.46%", "unverified-share", "40%"), "rate"),
                Row.of(OneUse.of("stated", "rate", "24.4%"), "rate"));
    }

    private static SourceNode received(String day, String amount) {
        return SourceNode.sequence(SourceNode.mapping("on", day, "amount", amount));
    }

    private static SourceNode event(String day, String what, String amount, String... more) {
        Map<String, Object> facts = new HashMap<>(Map.of("loan", "L", "date", day, "event", what, "amount", amount));
        for (int i = 0; i < more.length; i += 2) {
            facts.put(more[i], more[i + 1]);
        }
        return SourceNode.mapping(facts.entrySet().stream()
                .flatMap(fact -> Stream.of(fact.getKey(), fact.getValue()))
                .toArray());
    }

    private static SourceNode purchase(String day, int quantity, int price) {
        return SourceNode.mapping(
                "date", day, "supplier", "State", "status", "authority", "quantity", quantity, "price", price);
    }

    private static SourceNode sold(String day, int quantity, int price) {
        return SourceNode.mapping("date", day, "quantity", quantity, "price", price);
    }

    private static SourceNode resin() {
        return SourceNode.mapping("type", "price", "unit", "CNY/t", "world", SourceNode.mapping("index", "1000"));
    }

    private static Row remitted(String type, String charged, Object... more) {
        SourceNode remissions = SourceNode.sequence(
                SourceNode.mapping("date", "2015-04-01", "remitted", "700000", charged, "500000"),
                SourceNode.mapping("date", "2015-08-01", "remitted", "300000", charged, "310000"));
        return Row.of(
                OneUse.of(
                        type,
                        Stream.concat(Stream.of("remissions", remissions), Stream.of(more))
                                .toArray()),
                "remissions.*.remitted",
                "remissions.*." + charged);
    }

    private static SourceNode consumed(String month, int quantity, String price) {
        return SourceNode.mapping("month", month, "category", "large industry", "quantity", quantity, "price", price);
    }

    @Test
    void everyTypeHasARow() {
        assertThat(rows())
                .extracting(Row::type)
                .containsAll(Programs.shipped().types().keySet());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void twiceTheBenefitIsTwiceTheRate(Row row) {
        Determination determination = row.use().determination();
        Values before = Values.of(determination.calculation());
        Map<String, Double> doubled = new HashMap<>();
        for (String fact : row.benefit()) {
            Pattern pattern = Pattern.compile(
                    Pattern.quote("companies.acme.uses.program.1." + fact).replace("*", "\\E[^.]+\\Q"));
            determination.calculation().inputs().forEach((address, input) -> {
                if (pattern.matcher(address).matches()) {
                    doubled.put(address, 2 * before.of(input));
                }
            });
            assertThat(doubled.keySet())
                    .as(fact)
                    .anyMatch(address -> pattern.matcher(address).matches());
        }
        Values after = Values.of(determination.calculation(), doubled);
        ProgramResult program = program(determination);
        assertThat(before.of(program.rate())).isPositive();
        assertThat(after.of(program.rate())).isEqualTo(2 * before.of(program.rate()));
        program.uses()
                .get(0)
                .slice()
                .ifPresent(slice -> assertThat(after.of(slice)).isEqualTo(2 * before.of(slice)));
        assertThat(after.failed()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theRateIsFreeOfTheUnitOfMoney(Row row) {
        Determination determination = row.use().determination();
        Values before = Values.of(determination.calculation());
        Map<String, Double> doubled = DoubledMoney.of(determination.calculation(), before, "CNY");
        Values after = Values.of(determination.calculation(), doubled);
        ProgramResult program = program(determination);
        assertThat(after.of(program.rate())).isEqualTo(before.of(program.rate()));
        program.uses().get(0).slice().ifPresent(slice -> {
            assertThat(after.of(slice)).isEqualTo(2 * before.of(slice)).isNotZero();
            assertThat(doubled).isNotEmpty();
        });
    }

    private static ProgramResult program(Determination determination) {
        return determination.companies().get(0).programs().get(0);
    }
}
