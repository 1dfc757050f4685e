package org.advalorem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.advalorem.scenario.RuleChange;

/** Notes for whoever computes an old result again, in markdown: which rules changed their numbers in which version. */
final class UpgradeNotes {
    private UpgradeNotes() {}

    /** The changes by version, the latest version first. */
    static String of(List<RuleChange> changes) {
        Map<String, List<RuleChange>> byVersion = changes.stream()
                .collect(Collectors.groupingBy(RuleChange::version, LinkedHashMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder();
        byVersion.forEach((version, ofVersion) -> text.insert(0, section(version, ofVersion)));
        return text.toString().stripTrailing() + "\n";
    }

    private static String section(String version, List<RuleChange> changes) {
        return "## " + version + "\n\n"
                + changes.stream().map(UpgradeNotes::note).collect(Collectors.joining());
    }

    private static String note(RuleChange change) {
        return "### " + change.rule() + "\n\n" + change.decision() + "\n\n- Example: " + change.example()
                + "\n- Before: " + change.before() + "\n- Now: " + change.after() + "\n- Id: `" + change.id()
                + "`, decision " + change.number() + "\n\n";
    }
}
