package org.advalorem;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.base.RegimeDifference;

/** The differences between the texts of the regulation in markdown, one row each. */
final class RegimeReference {
    private RegimeReference() {}

    /** The table. */
    static String of(List<RegimeDifference> differences) {
        String texts = Stream.of(Proceeding.Regime.values())
                .map(regime -> "text of " + regime)
                .collect(Collectors.joining(" | "));
        return "| topic | " + texts + " | example | where |\n|---|" + "---|".repeat(Proceeding.Regime.values().length)
                + "---|---|\n" + differences.stream().map(RegimeReference::row).collect(Collectors.joining());
    }

    private static String row(RegimeDifference difference) {
        String rules = Stream.of(Proceeding.Regime.values())
                .map(regime -> rule(difference, regime))
                .collect(Collectors.joining(" | "));
        return "| " + cell(difference.topic()) + " | " + rules + " | " + cell(difference.example()) + " | "
                + cell(difference.citation()) + " |\n";
    }

    /** Each of the two rules once, under the first text that has it. */
    private static String rule(RegimeDifference difference, Proceeding.Regime regime) {
        if (regime == Proceeding.Regime.OF_1998) {
            return cell(difference.before());
        }
        return regime == difference.since() ? cell(difference.after()) : "unchanged";
    }

    private static String cell(String words) {
        return words.replace("|", "\\|");
    }
}
