package org.advalorem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.Shipped;
import org.advalorem.calculation.Term;
import org.advalorem.rules.Determination;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing that is computed is missing: every node that a result depends on is a cell of a worksheet, a named line, or
 * written out in the formula of one of these.
 *
 * <p>A node that is shown belongs to the first place that shows it; a node that is only written out belongs to the formulas
 * of places that define something. It is in one of them, or in one column, whose cells are computed alike; in several only
 * if it is a few operations on what is shown and on inputs, which hide nothing.
 */
final class EveryNodeIsShownTest {
    /** Those of the ratio of the export value adjustment, which every rate that it adjusts writes out. */
    private static final int MOST_OPERATIONS = 7;

    @ParameterizedTest
    @MethodSource("org.advalorem.Shipped#withOverlays")
    void everyNodeThatAResultDependsOn(List<Path> files) {
        Determination determination = Shipped.determination(files);
        Explanation explanation = Explanation.of(Values.of(determination.calculation()));
        Map<Term, Set<String>> owners = new HashMap<>();
        for (Step step : explanation.steps()) {
            if (explanation.isDefinition(step)) {
                owners.computeIfAbsent(step.term(), absent -> new HashSet<>()).add(owner(step, explanation));
                writtenOut(step, step.term(), explanation, owners);
            }
        }
        List<String> missing = new ArrayList<>();
        Map<String, Set<String>> several = new LinkedHashMap<>();
        for (Term term : reached(determination.results().terms())) {
            if (term.operands().isEmpty()) {
                continue;
            }
            Set<String> of = owners.getOrDefault(term, Set.of());
            if (of.isEmpty()) {
                missing.add(term.toString());
            } else if (of.size() > 1 && operations(term, explanation) > MOST_OPERATIONS) {
                several.put(term.toString(), of);
            }
        }
        assertThat(missing).isEmpty();
        assertThat(several).isEmpty();
    }

    /** How many operations on what is shown, and on inputs, make a node. */
    private static int operations(Term term, Explanation explanation) {
        if (term.operands().isEmpty() || explanation.step(term).isPresent()) {
            return 0;
        }
        return 1
                + term.operands().stream()
                        .mapToInt(operand -> operations(operand, explanation))
                        .sum();
    }

    /** The line, or the column: its cells are computed alike. */
    private static String owner(Step step, Explanation explanation) {
        return step.place()
                .cell()
                .map(cell -> "column " + cell.heading() + " of worksheet " + cell.number())
                .orElseGet(() -> "line " + explanation.lineNumber(step));
    }

    private static void writtenOut(Step of, Term term, Explanation explanation, Map<Term, Set<String>> owners) {
        for (Term operand : term.operands()) {
            Optional<Step> step = explanation.operand(of, operand);
            if (step.isEmpty()) {
                owners.computeIfAbsent(operand, absent -> new HashSet<>()).add(owner(of, explanation));
                writtenOut(of, operand, explanation, owners);
            }
        }
    }

    private static Set<Term> reached(Collection<Term> results) {
        Set<Term> reached = new HashSet<>();
        Deque<Term> open = new ArrayDeque<>(results);
        while (!open.isEmpty()) {
            Term term = open.pop();
            if (reached.add(term)) {
                open.addAll(term.operands());
            }
        }
        return reached;
    }
}
