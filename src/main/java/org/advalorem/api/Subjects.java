package org.advalorem.api;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.facts.Nearest;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Scope;
import org.advalorem.rules.Subject;

/** The company, or all others, that a caller names. */
final class Subjects {
    static final String ALL_OTHERS = "all-others";

    private Subjects() {}

    /**
     * The subject of that name.
     *
     * @param named the key of a company, its name, or {@code all-others}
     * @throws ScenarioException if there is none
     */
    static Subject of(String named, EvaluatedScenario scenario) {
        List<String> known = new ArrayList<>();
        for (CompanyResult company : scenario.companies()) {
            if (company.id().equals(named) || company.name().equals(named)) {
                return company.subject();
            }
            known.add(company.id());
            known.add(company.name());
        }
        if (named.equals(ALL_OTHERS)) {
            return Subject.allOthers(Scope.WHOLE);
        }
        known.add(ALL_OTHERS);
        throw ScenarioException.of(
                "There is no company (" + named + ").",
                Nearest.advice(named, known.stream().distinct().toList()));
    }
}
