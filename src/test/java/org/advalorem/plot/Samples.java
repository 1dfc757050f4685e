package org.advalorem.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** One chart of each kind, with figures as they occur. */
final class Samples {
    private static final List<Mark> DE_MINIMIS = List.of(new Mark("de minimis", 0.01));
    private static final String SOURCE =
            "Source: advalorem rate, scenarios/aluminum-foil/scenario.yaml (content 3f9c2a71d0e4). Illustrative inputs.";
    private static final String WARNING =
            "ILLUSTRATIVE: the company's inputs are not public; only the published rates are from the determination.";

    private Samples() {}

    static Map<String, Chart> all() {
        Map<String, Chart> all = new LinkedHashMap<>();
        all.put("sweep", sweep());
        all.put("eva", eva());
        all.put("grid", grid());
        all.put("tornado", tornado());
        all.put("histogram", histogram());
        all.put("sobol", sobol());
        all.put("waterfall", waterfall());
        all.put("distances", distances());
        all.put("solve", solve());
        all.put("issues", issues());
        all.put("stack", stack());
        return all;
    }

    private static Caption caption(String title, String subtitle) {
        return new Caption(title, subtitle, WARNING, SOURCE);
    }

    private static LinesChart.Series line(String name, double from, double to, DoubleUnaryOperator f) {
        return new LinesChart.Series(
                name,
                IntStream.rangeClosed(0, 60)
                        .mapToObj(i -> from + (to - from) * i / 60)
                        .map(x -> new LinesChart.Point(x, f.applyAsDouble(x)))
                        .toList());
    }

    static LinesChart sweep() {
        return new LinesChart(
                caption(
                        "Border Mills falls below de minimis once the resin price is under 1,012 USD/t",
                        "Net subsidy rate by the world price of resin, other inputs as in the scenario"),
                SampleNumbers.PLAIN.axis("benchmarks.resin.world.LME (USD/t)"),
                SampleNumbers.PERCENT.axis("Net subsidy rate"),
                List.of(
                        line("Border Mills", 800, 1400, x -> 0.004 + Math.max(0, x - 880) / 22000),
                        line("Acme Packaging Group", 800, 1400, x -> 0.021 + Math.max(0, x - 960) / 30000),
                        line("All others", 800, 1400, x -> 0.019 + Math.max(0, x - 960) / 36000)),
                DE_MINIMIS,
                Optional.of(new LinesChart.Point(1120, 0.004 + 240.0 / 22000)),
                List.of());
    }

    static LinesChart eva() {
        return new LinesChart(
                caption(
                        "Granting the export value adjustment takes 0.5 to 1.9 points off the rate",
                        "zhongji: net subsidy rate by the markup of the trading company, for each method"),
                SampleNumbers.PERCENT.axis("Markup of the affiliated reseller"),
                SampleNumbers.PERCENT.axis("Net subsidy rate"),
                List.of(
                        line("no adjustment", 0, 0.12, x -> 0.1714),
                        line("to the denominator", 0, 0.12, x -> 0.1054 + 0.066 / (1 + 0.86 * x)),
                        line("ratio of values", 0, 0.12, x -> 0.1714 / (1 + x))),
                DE_MINIMIS,
                Optional.of(new LinesChart.Point(0.06, 0.1714)),
                List.of());
    }

    static HeatMapChart grid() {
        List<String> columns = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        List<List<Double>> rates = new ArrayList<>();
        for (int c = 0; c <= 9; c++) {
            columns.add(c * 2 + "%");
        }
        for (int r = 0; r < 8; r++) {
            rows.add(900 + 60 * r + " USD/t");
            List<Double> row = new ArrayList<>();
            for (int c = 0; c <= 9; c++) {
                row.add(r == 7 && c > 7 ? Double.NaN : (0.002 + 0.0062 * r) / (1 + 0.02 * c * 2.6));
            }
            rates.add(row);
        }
        return new HeatMapChart(
                caption(
                        "Only a low resin price together with a high markup brings the rate below 1%",
                        "Acme Packaging Group: net subsidy rate"),
                "companies.acme.export-value-adjustment.markup",
                "benchmarks.resin.world.LME",
                columns,
                rows,
                SampleNumbers.PERCENT.axis("Net subsidy rate"),
                rates,
                DE_MINIMIS,
                Optional.of(new HeatMapChart.Cell(4, 3)));
    }

    static RowChart tornado() {
        return SampleRows.tornado(
                caption(
                        "The benchmark for primary aluminum moves the rate most: from 15.9% to 19.2%",
                        "zhongji: net subsidy rate when one input at a time is changed"),
                0.1714,
                List.of(
                        swing("LME price of primary aluminum", "-10%", "+10%", 0.159, 0.192),
                        swing("companies.zhongji.export-value-adjustment.markup", "2%", "12%", 0.1765, 0.1632),
                        swing("Ocean freight, average of Maersk and Xeneta", "48", "75 USD/t", 0.1688, 0.1741),
                        swing("Benchmark for short-term lending in yuan", "4.35%", "7.1%", 0.1699, 0.1733),
                        swing("Value-added tax", "13%", "17%", 0.1701, 0.1714),
                        swing("Sales of zj to unaffiliated customers", "-5%", "+5%", 0.1723, 0.1706),
                        swing("Inland freight", "10", "18 USD/t", 0.1711, 0.1717),
                        swing("Technology grant, amount received in 2016", "8m", "12m CNY", 0.17125, 0.17155)),
                DE_MINIMIS);
    }

    private static RowChart.Row swing(String label, String low, String high, double lowRate, double highRate) {
        return SampleRows.swing(label, low, high, 0.1714, lowRate, highRate);
    }

    static HistogramChart histogram() {
        List<Double> edges = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i <= 48; i++) {
            edges.add(0.004 + i * 0.0004);
            if (i < 48) {
                double z = (i - 19) / 7.5;
                double skewed = Math.exp(-z * z / 2) * (1 + 0.35 * Math.tanh(z));
                counts.add(Math.round(5200 * skewed));
            }
        }
        return new HistogramChart(
                caption(
                        "The rate is below de minimis in 32% of 100,000 draws",
                        "Border Mills: distribution of the net subsidy rate, seed 1"),
                SampleNumbers.PERCENT.axis("Net subsidy rate"),
                SampleNumbers.PERCENT.axis("Share of draws in each bin"),
                edges,
                counts,
                List.of(
                        new Mark("5th percentile", 0.0068),
                        new Mark("median", 0.0122),
                        new Mark("95th percentile", 0.0177)),
                DE_MINIMIS);
    }

    static RowChart sobol() {
        List<RowChart.Row> rows = List.of(
                SampleRows.estimates("LME price of primary aluminum", 0.55, 0.61, 0.015),
                SampleRows.estimates("companies.zhongji.export-value-adjustment.markup", 0.28, 0.33, 0.014),
                SampleRows.estimates("Ocean freight", 0.06, 0.07, 0.013),
                SampleRows.estimates("Benchmark for short-term lending", 0.03, 0.032, 0.012),
                SampleRows.estimates("Sales of zj to unaffiliated customers", 0.001, 0.004, 0.012));
        return new RowChart(
                caption(
                        "Two inputs explain 83% of the variance of the rate",
                        "zhongji: Sobol\u2019 indices with 95% intervals, 65,536 draws"),
                SampleNumbers.PERCENT.axis("Share of the variance of the rate"),
                List.of(
                        new RowChart.Entry(Fill.BLUE, "alone (first order)"),
                        new RowChart.Entry(Fill.AMBER, "with its interactions (total)")),
                List.of(""),
                List.of(new RowChart.Panel("", rows, List.of(), List.of())),
                false);
    }

    static RowChart distances() {
        return SampleRows.rows(
                caption(
                        "Border Mills becomes de minimis when the world price of resin falls by 3.4%, to 1,012 USD/t",
                        "How far each input must move, on its own, to reverse the verdict"),
                List.of("", "reverses at"),
                List.of(
                        SampleRows.distance("benchmark resin (world.LME)", -0.034, "1,012 USD/t"),
                        SampleRows.distance("Sales of the mill to unaffiliated customers", 0.118, "89,440,000 USD"),
                        SampleRows.distance("benchmark resin (import-duty)", -0.36, "4.16%"),
                        SampleRows.distance(
                                "Border Mills (uses.technology-grant.mill.received.2023-02-01.amount)",
                                -0.71,
                                "290,000 USD")),
                List.of(),
                false);
    }

    static LinesChart solve() {
        LinesChart sweep = sweep();
        return new LinesChart(
                caption(
                        "Border Mills is 1.00% at LME 1,012 USD/t",
                        "From 800 USD/t to 1,400 USD/t, everything else at its baseline"),
                sweep.x(),
                sweep.y(),
                sweep.series().subList(0, 1),
                DE_MINIMIS,
                sweep.base(),
                List.of(new Mark("answer", 1012)));
    }

    static RowChart waterfall() {
        return SampleRows.rows(
                caption(
                        "Dropping Export Buyer\u2019s Credit accounts for nearly all of the 11.02 points between the positions",
                        "zhongji: from the petitioner\u2019s to the respondent\u2019s position; order-free contributions"),
                List.of("points"),
                List.of(
                        SampleRows.total("Petitioner\u2019s position", 0.1810),
                        SampleRows.step("Export Buyer\u2019s Credit not used", 0.1810, -0.1054),
                        SampleRows.step("Export value adjustment granted (denominator)", 0.0756, -0.0071),
                        SampleRows.step("Ocean freight: Maersk instead of the average", 0.0685, 0.0042),
                        SampleRows.step("Holding company\u2019s grant attributed to its own sales", 0.0727, -0.0019),
                        SampleRows.total("Respondent\u2019s position", 0.0708)),
                DE_MINIMIS,
                true);
    }

    static SpecificationChart issues() {
        List<SpecificationChart.Issue> issues = List.of(
                new SpecificationChart.Issue("Export Buyer\u2019s Credit", List.of("applied", "dropped")),
                new SpecificationChart.Issue("Export value adjustment", List.of("denied", "ratio", "denominator")),
                new SpecificationChart.Issue("Ocean freight", List.of("average", "Maersk", "Xeneta")),
                new SpecificationChart.Issue("Input supplier cross-owned", List.of("yes", "no")));
        double[][] effects = {{0.1054, 0}, {0, -0.06, -0.035}, {0, 0.004, -0.003}, {0.0, -0.0125}};
        List<SpecificationChart.Specification> all = new ArrayList<>();
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 3; b++) {
                for (int c = 0; c < 3; c++) {
                    for (int d = 0; d < 2; d++) {
                        double rate = (0.066 + effects[2][c] + effects[3][d]) * (1 + effects[1][b] * 2.5)
                                + effects[0][a] * (b == 1 ? 0.94 : 1);
                        all.add(new SpecificationChart.Specification(
                                rate, List.of(a, b, c, d), a == 0 && b == 0 && c == 0 && d == 0));
                    }
                }
            }
        }
        return new SpecificationChart(
                caption(
                        "No combination of the four issues brings the rate below de minimis; one issue splits them",
                        "zhongji: net subsidy rate under all 36 combinations of contested issues"),
                SampleNumbers.PERCENT.axis("Net subsidy rate"),
                issues,
                all,
                DE_MINIMIS);
    }

    static RowChart stack() {
        return new RowChart(
                caption(
                        "zhongji 17.14%, Export Buyer\u2019s Credit being 61% of it; border 0.95%, de minimis",
                        "Programs countervailed, laid end to end"),
                SampleNumbers.PERCENT.axis("Ad valorem rate"),
                List.of(
                        new RowChart.Entry(Fill.SKY, "other programs"),
                        new RowChart.Entry(Fill.AMBER, "facts available")),
                List.of(""),
                List.of(
                        new RowChart.Panel(
                                "Jiangsu Zhongji Lamination Materials Co., Ltd. (zhongji)",
                                List.of(
                                        SampleRows.step("Export Buyer\u2019s Credit", 0, 0.1054),
                                        SampleRows.step(
                                                "Provision of Primary Aluminum for Less Than Adequate Remuneration",
                                                0.1054,
                                                0.0412),
                                        SampleRows.step("Policy Loans to the Aluminum Foil Industry", 0.1466, 0.0163),
                                        SampleRows.step("Technology Grant", 0.1629, 0.0085),
                                        SampleRows.total("Net subsidy rate", 0.1714)),
                                DE_MINIMIS,
                                List.of()),
                        new RowChart.Panel(
                                "Border Mills (border)",
                                List.of(
                                        SampleRows.step("Provision of Resin", 0, 0.0061),
                                        SampleRows.step("Technology Grant", 0.0061, 0.0034),
                                        SampleRows.total("Net subsidy rate", 0.0095)),
                                DE_MINIMIS,
                                List.of())),
                true);
    }
}
