package org.advalorem.report.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.advalorem.engine.Varied;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.plot.Axis;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.InputNames;
import org.advalorem.whatif.ValueRange;

/**
 * The axis of a range of quantities.
 *
 * @param places the value at each step of the range
 * @param base where the scenario itself stands
 */
record RangeAxis(Axis axis, List<Double> places, OptionalDouble base) {

    /** The axis of a range; empty for words and for quantities in different units. */
    static Optional<RangeAxis> of(EvaluatedScenario scenario, ValueRange range) {
        if (range.numbers().isEmpty()) {
            return Optional.empty();
        }
        List<WrittenNumber> measures = range.values().stream()
                .map(value -> range.change() == Varied.Change.REPLACE ? value : value.substring(value.indexOf(' ') + 1))
                .flatMap(value -> WrittenNumber.parse(value).stream())
                .toList();
        if (measures.size() != range.size()) {
            return Optional.empty();
        }
        WrittenNumber first = measures.get(0);
        if (measures.stream().anyMatch(other -> !alike(first, other))) {
            return Optional.empty();
        }
        String address = range.address().toString();
        String label = InputNames.of(scenario, address);
        String unit = first.unit().isEmpty() ? "" : " (" + first.unit() + ")";
        Axis axis = switch (range.change()) {
            case REPLACE -> axis(first, AxisNumbers.PERCENT, label, unit);
            case TIMES -> AxisNumbers.PLAIN.axis(label + ", as a multiple of the scenario\u2019s");
            case PLUS -> axis(first, AxisNumbers.POINTS, "Change in " + label, unit);
        };
        OptionalDouble base = switch (range.change()) {
            case REPLACE -> base(scenario, address, first);
            case TIMES -> OptionalDouble.of(1);
            case PLUS -> OptionalDouble.of(0);
        };
        List<Double> places = range.numbers().stream().map(Number::doubleValue).toList();
        return Optional.of(new RangeAxis(axis, places, base));
    }

    private static Axis axis(WrittenNumber first, AxisNumbers ofPercent, String label, String unit) {
        return first.percent() ? ofPercent.axis(label) : AxisNumbers.PLAIN.axis(label + unit);
    }

    private static boolean alike(WrittenNumber one, WrittenNumber other) {
        return one.percent() == other.percent() && one.unit().equals(other.unit());
    }

    private static OptionalDouble base(EvaluatedScenario scenario, String address, WrittenNumber like) {
        return scenario.determination()
                .register()
                .find(address)
                .map(FactRegister.Fact::text)
                .flatMap(WrittenNumber::parse)
                .filter(measure -> measure.percent() == like.percent()
                        && (measure.unit().equals(like.unit()) || like.unit().isEmpty()))
                .map(measure -> OptionalDouble.of(measure.value().doubleValue()))
                .orElse(OptionalDouble.empty());
    }
}
