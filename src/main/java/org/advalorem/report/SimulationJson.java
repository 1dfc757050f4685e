package org.advalorem.report;

import java.util.List;
import java.util.Optional;
import org.advalorem.report.JsonText.Json;
import org.advalorem.whatif.BrokenCondition;
import org.advalorem.whatif.Distributed;
import org.advalorem.whatif.Simulation;
import org.advalorem.whatif.UncertainModel;

/** The contract {@code advalorem-simulation/1}: fields may be added to it, none changed or removed. */
final class SimulationJson {
    private SimulationJson() {}

    static Json of(EvaluatedScenario scenario, UncertainModel uncertainty, Simulation.Result result) {
        Json json = new Json().put("format", "advalorem-simulation/1");
        Header.write(scenario, json);
        return json.put("version", Header.version())
                .put("run", run(result))
                .put("notices", SimulationReport.notices(uncertainty, result))
                .put(
                        "inputs",
                        uncertainty.inputs().stream().map(SimulationJson::input).toList())
                .put(
                        "results",
                        result.results().stream()
                                .map(of -> result(of, scenario))
                                .toList())
                .put(
                        "broken",
                        result.broken().stream().map(SimulationJson::broken).toList());
    }

    private static Json run(Simulation.Result result) {
        return new Json()
                .put("draws", (double) result.draws())
                .put("design", result.settings().sampling().kind().toString())
                .put("seed", Long.toString(result.settings().sampling().seed()))
                .put("errors", result.settings().sampling().errors().toString())
                .put("partial", result.partial())
                .put("exactQuantiles", result.exactQuantiles())
                .put(
                        "until",
                        result.settings().until().isPresent()
                                ? Optional.ofNullable(JsonText.number(
                                        result.settings().until().getAsDouble()))
                                : Optional.empty())
                .put("precise", result.precise());
    }

    private static Json input(UncertainModel.Input input) {
        return new Json()
                .put("address", input.address())
                .put("distribution", input.entry().text());
    }

    private static Json result(Distributed of, EvaluatedScenario scenario) {
        return new Json()
                .put("address", of.address())
                .put("name", Subject.name(of.address(), scenario))
                .put("asItIs", of.base())
                .put("draws", (double) of.count())
                .put("notANumber", (double) of.notFinite())
                .put("mean", of.mean())
                .put("meanError", of.meanError())
                .put("sd", of.standardDeviation())
                .put("least", of.min())
                .put("greatest", of.max())
                .put(
                        "quantiles",
                        of.quantiles().stream()
                                .map(quantile -> new Json()
                                        .put("share", quantile.share())
                                        .put("value", quantile.value())
                                        .put("low", quantile.low())
                                        .put("high", quantile.high()))
                                .toList())
                .put(
                        "histogram",
                        new Json()
                                .put("edges", numbers(of.histogram().edges()))
                                .put("counts", numbers(of.histogram().counts())));
    }

    private static List<?> numbers(List<? extends Number> numbers) {
        return numbers.stream()
                .flatMap(number -> Optional.ofNullable(JsonText.number(number.doubleValue())).stream())
                .toList();
    }

    private static Json broken(BrokenCondition broken) {
        return new Json()
                .put("condition", broken.message())
                .put("draws", (double) broken.draws())
                .put("share", broken.share())
                .put("firstDraw", (double) (broken.firstDraw() + 1));
    }
}
