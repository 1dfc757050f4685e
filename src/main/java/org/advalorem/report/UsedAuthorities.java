package org.advalorem.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Worksheet;

/** The authorities on which results rest: those of the steps from which they were computed, and of the text that governs. */
final class UsedAuthorities {
    private UsedAuthorities() {}

    /** The authorities of those results, each once. */
    static Set<Authority> of(EvaluatedScenario scenario, Collection<Term> results) {
        Set<Authority> used = new LinkedHashSet<>();
        used.add(scenario.determination().proceeding().regimeAuthority());
        collect(scenario.determination().calculation().outline(), Basis.of(scenario.values(), results), scenario, used);
        return used;
    }

    private static void collect(Outline.Section section, Basis basis, EvaluatedScenario scenario, Set<Authority> used) {
        boolean counts = false;
        List<Outline.Note> notes = new ArrayList<>();
        for (Outline.Item item : section.items()) {
            if (item instanceof Outline.Section inner) {
                collect(inner, basis, scenario, used);
            } else if (item instanceof Outline.Line line && basis.contains(line.term())) {
                counts = true;
                add(line.authority(), line.when(), scenario, used);
            } else if (item instanceof Worksheet sheet && isUsed(sheet, basis)) {
                counts = true;
                add(sheet.authority(), sheet.when(), scenario, used);
            } else if (item instanceof Outline.Note note) {
                notes.add(note);
            }
        }
        if (counts) {
            notes.stream()
                    .filter(note -> note.when().map(scenario.values()::holds).orElse(true))
                    .forEach(note -> note.authority().ifPresent(used::add));
        }
    }

    private static boolean isUsed(Worksheet sheet, Basis basis) {
        return sheet.rows().stream()
                .flatMap(List::stream)
                .anyMatch(cell -> cell instanceof Outline.Quantity quantity && basis.contains(quantity.term()));
    }

    private static void add(Authority authority, Optional<Term> when, EvaluatedScenario scenario, Set<Authority> used) {
        if (when.map(scenario.values()::holds).orElse(true)) {
            used.add(authority);
        }
    }
}
