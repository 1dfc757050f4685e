package org.advalorem.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Address;
import org.advalorem.scenario.ProgramVersion;
import org.advalorem.scenario.RuleChange;
import org.advalorem.scenario.RuleChanges;

/** The rules that changed since a version of the program, as far as one result rests on them. */
final class RulesSince {
    private RulesSince() {}

    /**
     * One sentence: the rules, or why there is none to name.
     *
     * @param version the version that printed the result before
     * @param address the address of the result
     */
    static String sentence(ProgramVersion version, Address address, EvaluatedScenario scenario) {
        if (version.compareTo(RuleChanges.latest()) > 0) {
            return "Version " + version + " is later than this one (" + RuleChanges.latest()
                    + "), which does not know what has changed.";
        }
        List<RuleChange> changes = of(version, address, scenario);
        return changes.isEmpty()
                ? "No rule that it rests on has changed since version " + version + "."
                : "Changed since version " + version + ": "
                        + changes.stream()
                                .map(change -> change.id() + " (decision " + change.number() + ")")
                                .collect(Collectors.joining(", "))
                        + "; see docs/upgrading.md.";
    }

    private static List<RuleChange> of(ProgramVersion version, Address address, EvaluatedScenario scenario) {
        List<Term> result =
                scenario.determination().results().at(address).stream().toList();
        Set<Authority> authorities = UsedAuthorities.of(scenario, result);
        return RuleChanges.since(version).stream()
                .filter(change -> change.governs(authorities))
                .toList();
    }
}
