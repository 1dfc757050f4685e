package org.advalorem.report;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.rules.AllOthersResult;
import org.advalorem.rules.CompanyResult;

/**
 * How the all-others rate came about, at the values of a scenario.
 *
 * @param considered the respondents, with the reason for those whose rate is left out
 * @param steps averages in order
 * @param notes words between them
 */
record AllOthersWorkings(List<Considered> considered, List<Step> steps, List<String> notes) {
    /** A respondent. */
    record Considered(String name, double rate, boolean qualifies, String reason, String exports, String ranged) {}

    /** A step; not used when another alternative was chosen. */
    record Step(String label, double value, boolean used, Authority authority) {}

    static AllOthersWorkings of(AllOthersResult result, EvaluatedScenario scenario) {
        Basis basis = Basis.of(scenario.values(), List.of(result.published()));
        return new AllOthersWorkings(
                result.considered().stream()
                        .map(respondent -> considered(respondent, result, scenario))
                        .toList(),
                result.steps().stream()
                        // told as the result itself
                        .filter(line -> line.term() != result.rate())
                        .map(line -> new Step(
                                line.label(),
                                scenario.value(line.term()),
                                basis.contains(line.term()) && !isIdle(line, scenario),
                                line.authority()))
                        .toList(),
                result.notes());
    }

    /**
     * Whether the line tells what would be done if no rate qualified, and one does. Of a single respondent that average is
     * its rate, a term that the rate taken rests on all the same.
     */
    static boolean isIdle(Outline.Line line, EvaluatedScenario scenario) {
        return scenario.determination()
                .allOthers()
                .filter(result -> line.equals(result.whenAllExcluded()) && scenario.value(result.qualifying()) > 0)
                .isPresent();
    }

    private static Considered considered(
            AllOthersResult.Considered respondent, AllOthersResult result, EvaluatedScenario scenario) {
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
                looked ? weight(company.exportsToUs(), weights(result, false), scenario) : "",
                looked ? weight(company.publicExportsToUs(), weights(result, true), scenario) : "");
    }

    private static boolean holds(Term truth, EvaluatedScenario scenario) {
        return scenario.values().holds(truth);
    }

    private static List<Term> weights(AllOthersResult result, boolean ranged) {
        return result.considered().stream()
                .filter(respondent -> respondent.qualifies().isPresent())
                .map(AllOthersResult.Considered::company)
                .map(company -> ranged ? company.publicExportsToUs() : company.exportsToUs())
                .flatMap(Optional::stream)
                .toList();
    }

    /** A weight, with its unit when not all weights are in the same. */
    private static String weight(Optional<Term> weight, List<Term> all, EvaluatedScenario scenario) {
        List<Unit> units = all.stream().map(Term::unit).distinct().toList();
        return weight.map(term -> units.size() == 1
                        ? Figure.of(term).text(scenario.value(term))
                        : Figure.withUnit(scenario.value(term), term))
                .orElse("not given");
    }
}
