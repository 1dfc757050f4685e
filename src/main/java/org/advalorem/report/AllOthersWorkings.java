package org.advalorem.report;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;
import org.advalorem.rules.AllOthersResult;
import org.advalorem.rules.CompanyResult;

/**
 * The derivation of the all-others rate, at the values of a scenario.
 *
 * @param considered the respondents, with the reason for each one whose rate is excluded
 * @param steps the averages, in order
 * @param notes the text between them
 */
record AllOthersWorkings(List<Considered> considered, List<Step> steps, List<String> notes) {
    /** A respondent considered in the average. */
    record Considered(String name, double rate, boolean qualifies, String reason, String exports, String ranged) {}

    /** The role of a step in the rate, at these values. */
    enum Role {
        /** The average adopted as the rate. */
        RATE("rate"),
        /** An average that was compared but not adopted. */
        CANDIDATE("not chosen"),
        /** The figure with which the averages are compared. */
        TARGET("compared with"),
        /** The choice between averages. */
        CHOICE("choice"),
        /** A step that plays no part in the rate. */
        IDLE("not taken");

        private final String label;

        Role(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** A step and its role in the rate. */
    record Step(String label, double value, Role role, Authority authority) {}

    static AllOthersWorkings of(AllOthersResult result, EvaluatedScenario scenario) {
        boolean oneUnit = isOneUnit(result, false);
        boolean oneUnitRanged = isOneUnit(result, true);
        return new AllOthersWorkings(
                result.considered().stream()
                        .map(respondent -> considered(respondent, oneUnit, oneUnitRanged, scenario))
                        .toList(),
                result.steps().stream()
                        .map(step -> new Step(
                                step.line().label(),
                                scenario.value(step.line().term()),
                                role(step, scenario),
                                step.line().authority()))
                        .toList(),
                result.notes().stream()
                        .filter(note -> holds(note.when(), scenario))
                        .map(AllOthersResult.Note::text)
                        .toList());
    }

    private static Role role(AllOthersResult.Step step, EvaluatedScenario scenario) {
        if (!step.line().when().map(term -> holds(term, scenario)).orElse(true)) {
            return Role.IDLE;
        }
        return switch (step.part()) {
            case TARGET -> Role.TARGET;
            case CHOICE -> Role.CHOICE;
            case AVERAGE -> holds(step.taken(), scenario) ? Role.RATE : Role.CANDIDATE;
        };
    }

    private static Considered considered(
            AllOthersResult.Considered respondent, boolean oneUnit, boolean oneUnitRanged, EvaluatedScenario scenario) {
        CompanyResult company = respondent.company();
        boolean qualifies =
                respondent.qualifies().filter(term -> holds(term, scenario)).isPresent();
        String reason = respondent.exclusions().stream()
                .filter(exclusion ->
                        exclusion.applies().map(term -> holds(term, scenario)).orElse(true))
                .map(AllOthersResult.Exclusion::reason)
                .findFirst()
                .orElse("");
        boolean looked = respondent.qualifies().isPresent();
        return new Considered(
                company.name(),
                scenario.value(company.published()),
                qualifies,
                qualifies ? "" : reason,
                looked ? weight(company.exportsToUs(), oneUnit, scenario) : "",
                looked ? weight(company.publicExportsToUs(), oneUnitRanged, scenario) : "");
    }

    private static boolean holds(Term truth, EvaluatedScenario scenario) {
        return scenario.values().holds(truth);
    }

    /** Whether the weights of all respondents that qualify share one unit. */
    private static boolean isOneUnit(AllOthersResult result, boolean ranged) {
        return result.considered().stream()
                        .filter(respondent -> respondent.qualifies().isPresent())
                        .map(AllOthersResult.Considered::company)
                        .map(company -> ranged ? company.publicExportsToUs() : company.exportsToUs())
                        .flatMap(Optional::stream)
                        .map(Term::unit)
                        .distinct()
                        .count()
                == 1;
    }

    /** A weight, with its unit if the weights do not all share one. */
    private static String weight(Optional<Term> weight, boolean oneUnit, EvaluatedScenario scenario) {
        return weight.map(term -> oneUnit
                        ? Figure.of(term.unit()).text(scenario.value(term))
                        : Figure.withUnit(scenario.value(term), term.unit()))
                .orElse("not stated");
    }
}
