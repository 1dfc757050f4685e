package org.advalorem.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.advalorem.plot.Axis;
import org.advalorem.plot.Mark;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.CompanyResult;

/** The axis of net subsidy rates and the thresholds marked on it. */
final class RateAxes {
    /** The rate as it is published. */
    static final Axis PUBLISHED = AxisNumbers.PERCENT.axis("Net subsidy rate");

    /** The rate before rounding. */
    static final Axis UNROUNDED = AxisNumbers.PERCENT.axis("Net subsidy rate, unrounded");

    private static final String THRESHOLD = "de minimis threshold";

    private RateAxes() {}

    /** The thresholds of those companies, with their names where they differ. */
    static List<Mark> thresholds(EvaluatedScenario scenario, List<CompanyResult> companies) {
        Map<Double, List<String>> names = new LinkedHashMap<>();
        for (CompanyResult company : companies) {
            names.computeIfAbsent(scenario.values().of(company.threshold()), value -> new ArrayList<>())
                    .add(company.name());
        }
        return names.entrySet().stream()
                .map(entry -> new Mark(
                        names.size() == 1 ? THRESHOLD : THRESHOLD + " of " + String.join(", ", entry.getValue()),
                        entry.getKey()))
                .toList();
    }
}
