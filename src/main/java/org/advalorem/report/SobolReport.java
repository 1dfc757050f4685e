package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.report.JsonText.Json;
import org.advalorem.whatif.Estimate;
import org.advalorem.whatif.SobolAnalysis;

/** Sobol' indices for people and for programs. */
final class SobolReport extends SensitivityFrame {
    private static final int PLACES = 3;

    private final SobolAnalysis.Result result;

    SobolReport(EvaluatedScenario scenario, SensitivityReport.Made made, SobolAnalysis.Result result) {
        super(scenario, made, result.partial());
        this.result = result;
    }

    @Override
    String title() {
        return "Sensitivity: ";
    }

    @Override
    void results(Document.Builder document) {
        result.results().forEach(indices -> result(indices, document));
    }

    @Override
    List<String> reading() {
        return List.of(
                "First: the share of the variance of the rate that would go if this input were known for certain.",
                "Total: the share that would stay if every other input were known. Total less first is what the input does"
                        + " together with others.",
                "An input whose total index is near zero can be left alone; one whose first index is large is worth"
                        + " settling.",
                "Each interval holds the true index with a probability of 95 percent. More draws make it shorter: four times"
                        + " as many, half as long.");
    }

    private void result(SobolAnalysis.Indices indices, Document.Builder document) {
        document.heading(2, Sensitive.name(scenario(), indices.address()));
        if (!Double.isFinite(indices.mean())) {
            document.add(new Document.Warning(
                    "The rate is not a number in some draws, so it has no variance to divide. Narrow the ranges that make a"
                            + " denominator zero."));
            return;
        }
        document.paragraph("In the scenario " + Figure.RATE.text(indices.base()) + "; over the draws on average "
                + Figure.RATE.text(indices.mean()) + ", standard deviation "
                + Sensitive.points(indices.standardDeviation()) + ".");
        if (indices.standardDeviation() == 0.0) {
            document.paragraph("No uncertain input changes it.");
            return;
        }
        Table.Builder table = Table.titled("", "#", "input", "#first", "95% interval", "#total", "95% interval");
        List<String> idle = new ArrayList<>();
        int rank = 0;
        for (SobolAnalysis.Index index : indices.ranking()) {
            if (index.total().value() == 0.0 && index.total().high() == 0.0) {
                idle.add(index.name());
                continue;
            }
            rank++;
            table.row(
                    Cell.of(Integer.toString(rank)),
                    Cell.of(index.name()),
                    Cell.of(Sensitive.number(index.first().value(), PLACES)),
                    Cell.of(interval(index.first())),
                    Cell.of(Sensitive.number(index.total().value(), PLACES)),
                    Cell.of(interval(index.total())));
        }
        document.table(table.note("Not explained by inputs one by one: "
                        + Sensitive.number(indices.unexplained().value(), PLACES) + " ("
                        + interval(indices.unexplained()) + ").")
                .build());
        if (!idle.isEmpty()) {
            document.paragraph("Without any effect on it: " + String.join(", ", idle) + ".");
        }
    }

    private static String interval(Estimate estimate) {
        return Sensitive.number(estimate.low(), PLACES) + " to " + Sensitive.number(estimate.high(), PLACES);
    }

    @Override
    List<String> computed() {
        SobolAnalysis.Cost cost = result.cost();
        return List.of(
                "Computed by " + program() + ", seed " + result.settings().seed() + ", "
                        + Sensitive.count(result.draws())
                        + " draws in each of two Monte Carlo samples, " + Sensitive.count(cost.evaluations())
                        + " evaluations"
                        + (cost.downstreamOnly()
                                ? ", of an exchanged input only what is downstream of it."
                                : ", each of them whole, because choices are uncertain."),
                "Sobol' indices; intervals "
                        + (result.settings().resamples() == 0
                                ? "asymptotic."
                                : "by bootstrap, "
                                        + Sensitive.count(result.settings().resamples())
                                        + " resamples of 256 batches."));
    }

    @Override
    Table table() {
        Table.Builder table = Table.titled(
                "",
                "result",
                "rank",
                "input",
                "first",
                "first-low",
                "first-high",
                "total",
                "total-low",
                "total-high",
                "base",
                "mean",
                "standard-deviation",
                "unexplained",
                "unexplained-low",
                "unexplained-high");
        for (SobolAnalysis.Indices indices : result.results()) {
            for (int i = 0; i < indices.ranking().size(); i++) {
                SobolAnalysis.Index index = indices.ranking().get(i);
                List<Cell> row = new ArrayList<>();
                row.add(Cell.of(indices.address()));
                row.add(Cell.of(Integer.toString(i + 1)));
                row.add(Cell.of(index.name()));
                Sensitive.add(index.first(), row);
                Sensitive.add(index.total(), row);
                row.add(Cell.of(indices.base(), Figure.PLAIN));
                row.add(Cell.of(indices.mean(), Figure.PLAIN));
                row.add(Cell.of(indices.standardDeviation(), Figure.PLAIN));
                Sensitive.add(indices.unexplained(), row);
                table.row(row);
            }
        }
        return table.build();
    }

    @Override
    void write(Json json) {
        SobolAnalysis.Cost cost = result.cost();
        json.put("method", "sobol")
                .put("seed", Sensitive.seed(result.settings().seed()))
                .put("design", "monte-carlo")
                .put("draws", (double) result.draws())
                .put("evaluations", (double) cost.evaluations())
                .put("downstreamOnly", cost.downstreamOnly())
                .put("correlatedTogether", result.settings().together())
                .put(
                        "interval",
                        new Json()
                                .put("level", 0.95)
                                .put("kind", result.settings().resamples() == 0 ? "asymptotic" : "bootstrap")
                                .put("resamples", result.settings().resamples()))
                .put("results", result.results().stream().map(this::json).toList());
    }

    private Json json(SobolAnalysis.Indices indices) {
        return new Json()
                .put("address", indices.address())
                .put("base", indices.base())
                .put("mean", indices.mean())
                .put("standardDeviation", indices.standardDeviation())
                .put("unexplained", Sensitive.json(indices.unexplained()))
                .put(
                        "inputs",
                        indices.ranking().stream()
                                .map(index -> new Json()
                                        .put("addresses", index.inputs())
                                        .put("first", Sensitive.json(index.first()))
                                        .put("total", Sensitive.json(index.total())))
                                .toList());
    }
}
