package org.advalorem.rules;

import static org.advalorem.rules.Scenarios.sale;
import static org.advalorem.rules.Scenarios.use;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.advalorem.facts.SourceNode;

/**
 * A whole proceeding made by a seed: a group that sells through an affiliate and uses six programs, and two more
 * respondents. Each knob changes one thing and leaves the rest as it is.
 */
final class RandomCase {
    static final int YEAR = 2016;

    private final Random random;

    final String regulation;
    final int usefulLife;
    final double discountRate;
    final int received;
    final long grantAmount;
    final double markup;
    final double otherRate;
    final double thirdRate;
    private final long recurring;
    private final long export;
    private final long loan;
    private final long[] quantities;
    private final long[] paid;
    private final long[] world;
    private final long atHome;
    private final long throughAffiliate;
    private final long otherExports;
    private final long earlierSales;
    private final long[] weights;

    long money = 1;
    long benefit = 1;
    long sales = 1;
    int period = YEAR;
    String method = "ratio";
    String zeroing = "transaction";
    String lowerDefaultRate = "2%";
    String defaultRate = "30%";
    boolean oneMoreProgram;
    boolean oneMoreExcluded;
    boolean shuffled;
    BigDecimal grantOf;

    RandomCase(long seed) {
        random = new Random(seed);
        regulation = List.of("1998", "2024", "2025").get(random.nextInt(3));
        usefulLife = 3 + random.nextInt(13);
        discountRate = random.nextInt(5) == 0 ? 0 : 0.005 + 0.145 * random.nextDouble();
        received = YEAR - random.nextInt(usefulLife);
        recurring = amount(2_000_000);
        export = amount(1_000_000);
        loan = amount(20_000_000);
        quantities = random.longs(12, 1, 1_000).toArray();
        paid = random.longs(12, 500, 1_000).toArray();
        world = random.longs(12, 500, 1_000).toArray();
        atHome = amount(50_000_000);
        throughAffiliate = amount(50_000_000);
        otherExports = amount(50_000_000);
        earlierSales = amount(100_000_000);
        // above the half of a percent of either year's sales, so that it is spread whichever year is the period
        grantAmount = Math.max(earlierSales, salesOfPeriod()) / 100 + amount(5_000_000);
        markup = 0.001 + 0.3 * random.nextDouble();
        otherRate = 1.5 + 40 * random.nextDouble();
        thirdRate = 1.5 + 40 * random.nextDouble();
        weights = random.longs(3, 1, 1_000_000).toArray();
    }

    private long amount(int below) {
        return 1_000L + random.nextInt(below);
    }

    /** The years over which the grant is spread. */
    int years() {
        return usefulLife;
    }

    /** The sales of the period, which are those of the year of approval where the grant is received in it. */
    long salesOfPeriod() {
        return atHome + throughAffiliate + otherExports;
    }

    Scenarios.Outcome run() {
        Scenarios scenario = Scenarios.investigation()
                .proceeding("regulation", regulation, "period", period, "average-useful-life", usefulLife + " years")
                .program("grant", "type", "grant", "discount-rate", percent(discountRate))
                .program("recurring", "type", "grant", "recurrence", "recurring")
                .program("export", "type", "grant", "recurrence", "recurring", "specificity", "export")
                .program(
                        "steel",
                        "type",
                        "less-than-adequate-remuneration",
                        "benchmark",
                        "steel",
                        "prices",
                        "without VAT",
                        "zeroing",
                        zeroing)
                .program("loan", "type", "loan", "benchmark-rate", "6%")
                .with("benchmarks", SourceNode.mapping("steel", steel()));
        if (oneMoreProgram) {
            scenario.program("more", "type", "stated", "rate", "0.37%");
        }
        if (oneMoreExcluded) {
            scenario.respondent("tiny", "0.73%", weights(0)).adverse("adverse", "999%", weights(1));
        }
        return scenario.respondent("b", percent(otherRate / 100), weights(1))
                .respondent("c", percent(thirdRate / 100), weights(2))
                .company("g", group())
                .allOthers("method", "weighted")
                .run();
    }

    private Object[] weights(int which) {
        return new Object[] {
            "exports-to-us", weights[which] * money, "public-exports-to-us", (weights[which] + 1) * money
        };
    }

    static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).toPlainString() + "%";
    }

    private SourceNode steel() {
        List<Object> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            months.addAll(List.of(month(month), world[month - 1] * money));
        }
        return SourceNode.mapping(
                "type",
                "price",
                "unit",
                "USD/t",
                "world",
                SourceNode.mapping("index", SourceNode.mapping(months.toArray())));
    }

    private String month(int month) {
        return "%d-%02d".formatted(period, month);
    }

    private Object[] group() {
        List<SourceNode> rows = new ArrayList<>(List.of(
                sale(period, "p", "", "domestic", money(atHome * sales)),
                sale(period, "p", "hk", "United States", money(throughAffiliate * sales)),
                sale(period, "p2", "", "Canada", money(otherExports * sales))));
        if (received != period) {
            rows.add(sale(received, "p", "", "domestic", money(earlierSales * sales)));
        }
        Map<String, SourceNode> members = new LinkedHashMap<>();
        for (String producer : shuffled ? List.of("p2", "p") : List.of("p", "p2")) {
            members.put(producer, SourceNode.mapping("role", "producer"));
        }
        members.put("hk", SourceNode.mapping("role", "trading company"));
        if (shuffled) {
            Collections.shuffle(rows, new Random(1));
        }
        List<Object> all = new ArrayList<>(List.of(weights(0)));
        Collections.addAll(
                all,
                "members",
                SourceNode.mapping(members.entrySet().stream()
                        .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                        .toArray()),
                "sales",
                SourceNode.sequence(rows.toArray()),
                "export-value-adjustment",
                SourceNode.mapping("through", "hk", "method", method, "markup", percent(markup)),
                "uses",
                uses());
        return all.toArray();
    }

    private SourceNode uses() {
        String year = Integer.toString(period);
        BigDecimal grant = grantOf == null ? BigDecimal.valueOf(grantAmount * money * benefit) : grantOf;
        List<Object> uses = new ArrayList<>(List.of(
                "grant", Scenarios.grant(received + "-05-01", grant.toPlainString(), "to", "p"),
                "recurring", Scenarios.grant(year + "-03-01", money(recurring * benefit), "to", "p"),
                "export", Scenarios.grant(year + "-04-01", money(export * benefit), "to", "p"),
                "steel", use("purchases", purchases(), "to", "p"),
                "loan",
                        use(
                                "events",
                                SourceNode.sequence(SourceNode.mapping(
                                        "loan",
                                        "L",
                                        "date",
                                        year + "-01-01",
                                        "event",
                                        "drawdown",
                                        "amount",
                                        money(loan * benefit),
                                        "term",
                                        5)),
                                "uncreditworthy",
                                SourceNode.mapping(
                                        "term",
                                        "5 years",
                                        "default-investment-grade",
                                        lowerDefaultRate,
                                        "default-below",
                                        defaultRate),
                                "to",
                                "p")));
        if (oneMoreProgram) {
            Collections.addAll(uses, "more", use());
        }
        return SourceNode.mapping(uses.toArray());
    }

    private SourceNode purchases() {
        List<SourceNode> rows = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            rows.add(SourceNode.mapping(
                    "date",
                    month(month) + "-15",
                    "status",
                    "authority",
                    "quantity",
                    quantities[month - 1] * benefit,
                    "price",
                    paid[month - 1] * money));
        }
        if (shuffled) {
            Collections.shuffle(rows, new Random(2));
        }
        return SourceNode.sequence(rows.toArray());
    }

    private String money(long amount) {
        return Long.toString(amount * money);
    }
}
