package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.report.JsonText.Json;

/** The JSON elements shared by tree-shaped reports. */
final class RateJson {
    private RateJson() {}

    /** The assumptions used. */
    static List<Json> assumptions(EvaluatedScenario scenario) {
        List<Json> assumptions = new ArrayList<>();
        UsedAssumptions.of(scenario)
                .forEach((number, statement) ->
                        assumptions.add(new Json().put("number", number).put("statement", statement)));
        return assumptions;
    }

    /** The authority for a step. */
    static Json authority(Authority authority) {
        return new Json()
                .put("citation", authority.citation())
                .put("support", authority.support().label())
                .put("assumption", authority.assumption());
    }

    static Json reliance(Reliance reliance) {
        Json byStatus = new Json();
        reliance.byStatus().forEach((status, share) -> byStatus.put(status, Optional.of(share)));
        return new Json().put("byStatus", byStatus).put("definition", Reliance.DEFINITION);
    }
}
