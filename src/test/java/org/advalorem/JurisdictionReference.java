package org.advalorem;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.rules.base.Jurisdiction;
import org.advalorem.rules.base.LocalRule;

/** What differs between the laws in markdown: one column for each jurisdiction. */
final class JurisdictionReference {
    private JurisdictionReference() {}

    /** The table of differences, then that of the rules that only some laws have. */
    static String of(List<Jurisdiction> jurisdictions, List<LocalRule> rules) {
        return head("topic", jurisdictions)
                + row("law", jurisdictions, Jurisdiction::law)
                + row("amount of a subsidy", jurisdictions, Jurisdiction::unit)
                + row(
                        "expensed benefit",
                        jurisdictions,
                        jurisdiction -> jurisdiction.expensing().words())
                + row("expensed below", jurisdictions, JurisdictionReference::expensedBelow)
                + row(
                        "benefit spread over time",
                        jurisdictions,
                        jurisdiction -> jurisdiction.allocation().words())
                + row(
                        "of several market prices",
                        jurisdictions,
                        jurisdiction -> jurisdiction.prices().words())
                + row("duty", jurisdictions, Jurisdiction::duty)
                + "\n## Rules that only some laws have\n\n"
                + head("rule", jurisdictions)
                + rules.stream()
                        .map(rule -> row(
                                rule.words(),
                                jurisdictions,
                                jurisdiction -> rule.isIn(jurisdiction) ? "yes" : "refused"))
                        .collect(Collectors.joining());
    }

    private static String expensedBelow(Jurisdiction jurisdiction) {
        return jurisdiction
                .expensingTest()
                .map(test -> test.words() + " of sales (" + test.authority().words() + ")")
                .orElse("no test");
    }

    private static String head(String first, List<Jurisdiction> jurisdictions) {
        return "| " + first + " | " + joined(jurisdictions.stream().map(Jurisdiction::toString)) + " |\n"
                + "|---|".concat("---|".repeat(jurisdictions.size())) + "\n";
    }

    private static String row(String topic, List<Jurisdiction> jurisdictions, Function<Jurisdiction, String> of) {
        return "| " + topic + " | " + joined(jurisdictions.stream().map(of)) + " |\n";
    }

    private static String joined(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | "));
    }
}
