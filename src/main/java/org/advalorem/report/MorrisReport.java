package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.report.JsonText.Json;
import org.advalorem.whatif.MorrisScreening;

/** Elementary effects for people and for programs. */
final class MorrisReport extends SensitivityFrame {
    private final MorrisScreening.Result result;

    MorrisReport(EvaluatedScenario scenario, SensitivityReport.Made made, MorrisScreening.Result result) {
        super(scenario, made, result.partial());
        this.result = result;
    }

    @Override
    String title() {
        return "Screening: ";
    }

    @Override
    void results(Document.Builder document) {
        result.results().forEach(effects -> result(effects, document));
    }

    @Override
    List<String> reading() {
        return List.of(
                "The effect of an input is how far the rate moves, in percentage points, when the input moves by half of its"
                        + " probability (such as from its 20th to its 70th percentile) and nothing else does.",
                "mu*: the mean size of the effect; what to rank by. mu: its mean with its sign.",
                "sigma: how much the effect differs from place to place. Large beside mu*, the input acts together with"
                        + " others, or not along a straight line.",
                "Inputs with a small mu* can be left out before Sobol' indices are asked for.");
    }

    private void result(MorrisScreening.Effects effects, Document.Builder document) {
        document.heading(2, Sensitive.name(scenario(), effects.address()));
        document.paragraph("In the scenario " + Figure.RATE.text(effects.base()) + ".");
        Table.Builder table =
                Table.titled("In percentage points", "#", "input", "#mu*", "95% interval", "#mu", "#sigma");
        for (int i = 0; i < effects.ranking().size(); i++) {
            MorrisScreening.Effect effect = effects.ranking().get(i);
            table.row(
                    Cell.of(Integer.toString(i + 1)),
                    Cell.of(effect.input()),
                    Cell.of(Sensitive.barePoints(effect.meanAbsolute().value())),
                    Cell.of(Sensitive.barePoints(effect.meanAbsolute().low()) + " to "
                            + Sensitive.barePoints(effect.meanAbsolute().high())),
                    Cell.of(Sensitive.barePoints(effect.mean())),
                    Cell.of(Sensitive.barePoints(effect.deviation())));
        }
        document.table(table.build());
    }

    @Override
    List<String> computed() {
        List<String> lines = new ArrayList<>();
        lines.add("Computed by " + program() + ", seed " + result.settings().seed() + ", "
                + Sensitive.count(result.trajectories()) + " trajectories from random points, "
                + Sensitive.count(result.evaluations()) + " evaluations.");
        if (!result.correlated().isEmpty()) {
            lines.add("Correlations are left out, every input moves by itself: "
                    + String.join(", ", result.correlated()) + ".");
        }
        return lines;
    }

    @Override
    Table table() {
        Table.Builder table = Table.titled(
                "",
                "result",
                "rank",
                "input",
                "mean-absolute",
                "mean-absolute-low",
                "mean-absolute-high",
                "mean",
                "standard-deviation",
                "base");
        for (MorrisScreening.Effects effects : result.results()) {
            for (int i = 0; i < effects.ranking().size(); i++) {
                MorrisScreening.Effect effect = effects.ranking().get(i);
                List<Cell> row = new ArrayList<>();
                row.add(Cell.of(effects.address()));
                row.add(Cell.of(Integer.toString(i + 1)));
                row.add(Cell.of(effect.input()));
                Sensitive.add(effect.meanAbsolute(), row);
                row.add(Cell.of(effect.mean(), Figure.PLAIN));
                row.add(Cell.of(effect.deviation(), Figure.PLAIN));
                row.add(Cell.of(effects.base(), Figure.PLAIN));
                table.row(row);
            }
        }
        return table.build();
    }

    @Override
    void write(Json json) {
        json.put("method", "morris")
                .put("seed", Sensitive.seed(result.settings().seed()))
                .put("design", "trajectories")
                .put("trajectories", result.trajectories())
                .put("evaluations", (double) result.evaluations())
                .put("step", result.step())
                .put("correlationsLeftOut", result.correlated())
                .put("results", result.results().stream().map(this::json).toList());
    }

    private Json json(MorrisScreening.Effects effects) {
        return new Json()
                .put("address", effects.address())
                .put("base", effects.base())
                .put(
                        "inputs",
                        effects.ranking().stream()
                                .map(effect -> new Json()
                                        .put("addresses", List.of(effect.input()))
                                        .put("meanAbsolute", Sensitive.json(effect.meanAbsolute()))
                                        .put("mean", effect.mean())
                                        .put("standardDeviation", effect.deviation()))
                                .toList());
    }
}
