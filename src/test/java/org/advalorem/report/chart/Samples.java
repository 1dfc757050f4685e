package org.advalorem.report.chart;

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
                Axis.plain("benchmarks.resin.world.LME (USD/t)"),
                Axis.percent("Net subsidy rate"),
                List.of(
                        line("Border Mills", 800, 1400, x -> 0.004 + Math.max(0, x - 880) / 22000),
                        line("Acme Packaging Group", 800, 1400, x -> 0.021 + Math.max(0, x - 960) / 30000),
                        line("All others", 800, 1400, x -> 0.019 + Math.max(0, x - 960) / 36000)),
                DE_MINIMIS,
                Optional.of(new LinesChart.Point(1120, 0.004 + 240.0 / 22000)));
    }

    static LinesChart eva() {
        return new LinesChart(
                caption(
                        "Granting the export value adjustment takes 0.5 to 1.9 points off the rate",
                        "zhongji: net subsidy rate by the markup of the trading company, for each method"),
                Axis.percent("Markup of the affiliated reseller"),
                Axis.percent("Net subsidy rate"),
                List.of(
                        line("no adjustment", 0, 0.12, x -> 0.1714),
                        line("to the denominator", 0, 0.12, x -> 0.1054 + 0.066 / (1 + 0.86 * x)),
                        line("ratio of values", 0, 0.12, x -> 0.1714 / (1 + x))),
                DE_MINIMIS,
                Optional.of(new LinesChart.Point(0.06, 0.1714)));
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
                Axis.percent("Net subsidy rate"),
                rates,
                DE_MINIMIS,
                Optional.of(new HeatMapChart.Cell(4, 3)));
    }

    static TornadoChart tornado() {
        return new TornadoChart(
                caption(
                        "The benchmark for primary aluminum moves the rate most: from 15.9% to 19.2%",
                        "zhongji: net subsidy rate when one input at a time is changed"),
                Axis.percent("Net subsidy rate"),
                0.1714,
                List.of(
                        new TornadoChart.Bar("LME price of primary aluminum", "-10%", "+10%", 0.159, 0.192),
                        new TornadoChart.Bar(
                                "companies.zhongji.export-value-adjustment.markup", "2%", "12%", 0.1765, 0.1632),
                        new TornadoChart.Bar(
                                "Ocean freight, average of Maersk and Xeneta", "48", "75 USD/t", 0.1688, 0.1741),
                        new TornadoChart.Bar(
                                "Benchmark for short-term lending in yuan", "4.35%", "7.1%", 0.1699, 0.1733),
                        new TornadoChart.Bar("Value-added tax", "13%", "17%", 0.1701, 0.1714),
                        new TornadoChart.Bar("Sales of zj to unaffiliated customers", "-5%", "+5%", 0.1723, 0.1706),
                        new TornadoChart.Bar("Inland freight", "10", "18 USD/t", 0.1711, 0.1717),
                        new TornadoChart.Bar(
                                "Technology grant, amount received in 2016", "8m", "12m CNY", 0.17125, 0.17155)),
                DE_MINIMIS);
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
                Axis.percent("Net subsidy rate"),
                edges,
                counts,
                List.of(
                        new Mark("5th percentile", 0.0068),
                        new Mark("median", 0.0122),
                        new Mark("95th percentile", 0.0177)),
                DE_MINIMIS);
    }

    static IntervalsChart sobol() {
        return new IntervalsChart(
                caption(
                        "Two inputs explain 83% of the variance of the rate",
                        "zhongji: Sobol\u2019 indices with 95% intervals, 65,536 draws"),
                Axis.percent("Share of the variance of the rate"),
                List.of("alone (first order)", "with its interactions (total)"),
                List.of(
                        sobol("LME price of primary aluminum", 0.55, 0.61),
                        sobol("companies.zhongji.export-value-adjustment.markup", 0.28, 0.33),
                        sobol("Ocean freight", 0.06, 0.07),
                        sobol("Benchmark for short-term lending", 0.03, 0.032),
                        sobol("Sales of zj to unaffiliated customers", 0.001, 0.004)));
    }

    private static IntervalsChart.Bar sobol(String label, double first, double total) {
        return new IntervalsChart.Bar(
                label,
                List.of(
                        new IntervalsChart.Estimate(first, first - 0.012, first + 0.013),
                        new IntervalsChart.Estimate(total, total - 0.015, total + 0.014)));
    }

    static DistancesChart distances() {
        return new DistancesChart(
                caption(
                        "Border Mills becomes de minimis when the world price of resin falls by 3.4%, to 1,012 USD/t",
                        "How far each input alone, everything else as it is, must move for the verdict to turn"),
                Axis.percent("Change of the input, in percent of its value"),
                "turns at",
                List.of(
                        new DistancesChart.Bar("benchmark resin (world.LME)", -0.034, "1,012 USD/t"),
                        new DistancesChart.Bar("Sales of the mill to unaffiliated customers", 0.118, "89,440,000 USD"),
                        new DistancesChart.Bar("benchmark resin (import-duty)", -0.36, "4.16%"),
                        new DistancesChart.Bar(
                                "Border Mills (uses.technology-grant.mill.received.2023-02-01.amount)",
                                -0.71,
                                "290,000 USD")));
    }

    static LinesChart solve() {
        LinesChart sweep = sweep();
        return new LinesChart(
                caption(
                        "Border Mills is 1.00% at LME 1,012 USD/t",
                        "From 800 USD/t to 1,400 USD/t, everything else as it is"),
                sweep.x(),
                sweep.y(),
                sweep.series().subList(0, 1),
                DE_MINIMIS,
                sweep.base(),
                List.of(new Mark("answer", 1012)));
    }

    static WaterfallChart waterfall() {
        return new WaterfallChart(
                caption(
                        "Dropping Export Buyer\u2019s Credit accounts for nearly all of the 11.02 points between the positions",
                        "zhongji: from the petitioner\u2019s to the respondent\u2019s position; order-free contributions"),
                Axis.percent("Net subsidy rate"),
                new Mark("Petitioner\u2019s position", 0.1810),
                List.of(
                        new WaterfallChart.Step("Export Buyer\u2019s Credit not used", -0.1054),
                        new WaterfallChart.Step("Export value adjustment granted (denominator)", -0.0071),
                        new WaterfallChart.Step("Ocean freight: Maersk instead of the average", 0.0042),
                        new WaterfallChart.Step("Holding company\u2019s grant attributed to its own sales", -0.0019)),
                new Mark("Respondent\u2019s position", 0.0708),
                DE_MINIMIS);
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
                Axis.percent("Net subsidy rate"),
                issues,
                all,
                DE_MINIMIS);
    }

    static StackChart stack() {
        return new StackChart(
                caption(
                        "zhongji 17.14%, Export Buyer\u2019s Credit being 61% of it; border 0.95%, de minimis",
                        "Programs countervailed, laid end to end"),
                Axis.percent("Ad valorem rate"),
                List.of(
                        new StackChart.Stack(
                                "Jiangsu Zhongji Lamination Materials Co., Ltd. (zhongji)",
                                List.of(
                                        new StackChart.Part("Export Buyer\u2019s Credit", 0.1054, "facts available"),
                                        new StackChart.Part(
                                                "Provision of Primary Aluminum for Less Than Adequate Remuneration",
                                                0.0412,
                                                ""),
                                        new StackChart.Part("Policy Loans to the Aluminum Foil Industry", 0.0163, ""),
                                        new StackChart.Part(
                                                "Income Tax Reduction for High or New Technology Enterprises",
                                                0.0061,
                                                ""),
                                        new StackChart.Part("Technology Grant", 0.0024, "")),
                                new Mark("Net subsidy rate", 0.1714),
                                DE_MINIMIS),
                        new StackChart.Stack(
                                "Border Mills (border)",
                                List.of(
                                        new StackChart.Part("Provision of Resin", 0.0061, ""),
                                        new StackChart.Part("Technology Grant", 0.0034, "")),
                                new Mark("Net subsidy rate", 0.0095),
                                DE_MINIMIS)));
    }
}
