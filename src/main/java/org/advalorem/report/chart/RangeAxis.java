package org.advalorem.report.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.advalorem.engine.Varied;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Measure;
import org.advalorem.plot.Axis;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.whatif.ValueRange;

/**
 * The axis of a range of quantities.
 *
 * @param places of the values
 * @param base where the scenario itself stands
 */
record RangeAxis(Axis axis, List<Double> places, OptionalDouble base) {

    /** The axis; none for words, and for quantities in different units. */
    static Optional<RangeAxis> of(EvaluatedScenario scenario, ValueRange range) {
        if (range.numbers().isEmpty()) {
            return Optional.empty();
        }
        List<Measure> measures = range.values().stream()
                .map(value -> range.change() == Varied.Change.REPLACE ? value : value.substring(value.indexOf(' ') + 1))
                .flatMap(value -> Measure.parse(value).stream())
                .toList();
        if (measures.size() != range.size()) {
            return Optional.empty();
        }
        Measure first = measures.get(0);
        if (measures.stream().anyMatch(other -> !alike(first, other))) {
            return Optional.empty();
        }
        String address = range.address().toString();
        String label = Findings.label(scenario, address);
        return Optional.of(
                switch (range.change()) {
                    case REPLACE ->
                        new RangeAxis(
                                first.percent()
                                        ? NumberText.PERCENT.axis(label)
                                        : NumberText.PLAIN.axis(label + unit(first)),
                                places(range),
                                base(scenario, address, first));
                    case TIMES ->
                        new RangeAxis(
                                NumberText.PLAIN.axis(label + ", as a multiple of the scenario\u2019s"),
                                places(range),
                                OptionalDouble.of(1));
                    case PLUS ->
                        new RangeAxis(
                                first.percent()
                                        ? NumberText.POINTS.axis("Change of " + label)
                                        : NumberText.PLAIN.axis("Change of " + label + unit(first)),
                                places(range),
                                OptionalDouble.of(0));
                });
    }

    private static boolean alike(Measure one, Measure other) {
        return one.percent() == other.percent() && one.unit().equals(other.unit());
    }

    private static String unit(Measure measure) {
        return measure.unit().isEmpty() ? "" : " (" + measure.unit() + ")";
    }

    private static List<Double> places(ValueRange range) {
        return range.numbers().stream().map(Number::doubleValue).toList();
    }

    private static OptionalDouble base(EvaluatedScenario scenario, String address, Measure like) {
        return scenario.determination()
                .register()
                .find(address)
                .map(FactRegister.Fact::text)
                .flatMap(Measure::parse)
                .filter(measure -> measure.percent() == like.percent()
                        && (measure.unit().equals(like.unit()) || like.unit().isEmpty()))
                .map(measure -> OptionalDouble.of(
                        (measure.percent() ? measure.number().movePointLeft(2) : measure.number()).doubleValue()))
                .orElse(OptionalDouble.empty());
    }
}
