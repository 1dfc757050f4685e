package org.advalorem.report.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;
import org.advalorem.report.Figure;
import org.advalorem.report.NumberText;
import org.advalorem.whatif.Controls;
import org.advalorem.whatif.Model;

/**
 * The tables of records that a page would have to carry, so that sums over them follow the reader. A quantity is not offered
 * if its tables and those of the quantities before it have more prices than a page has room for.
 */
public final class LargeTables {
    /** The most distinct prices that a page carries: about a megabyte. */
    static final int MOST = 24_000;

    private final int most;
    private final Set<String> moved;
    private final Map<String, Set<RecordTable>> behind = new HashMap<>();

    private LargeTables(int most, Set<String> moved) {
        this.most = most;
        this.moved = moved;
    }

    /** The controls without the quantities whose tables are too large, which are refused with the reason. */
    public static Controls without(Controls controls) {
        return without(controls, MOST);
    }

    /** The same with another limit. */
    static Controls without(Controls controls, int most) {
        LargeTables tables = new LargeTables(
                most,
                controls.quantities().stream()
                        .flatMap(quantity -> quantity.inputs().stream())
                        .collect(Collectors.toSet()));
        controls.alternatives().forEach(alternative -> alternative.model().ifPresent(tables::read));
        return tables.narrowed(controls);
    }

    /** Finds the tables over which a sum depends on each input that a quantity moves. */
    private void read(Model model) {
        IdentityHashMap<Term, Set<String>> inputs = new IdentityHashMap<>();
        for (Term term : model.determination().calculation().terms()) {
            Set<String> all = new HashSet<>();
            if (term.operation() == Operation.INPUT && moved.contains(term.address())) {
                all.add(term.address());
            }
            term.operands().forEach(operand -> all.addAll(inputs.getOrDefault(operand, Set.of())));
            if (all.isEmpty()) {
                continue;
            }
            inputs.put(term, all);
            if (term.operation().isOverRecords()) {
                all.forEach(input -> behind.computeIfAbsent(
                                input, absent -> Collections.newSetFromMap(new IdentityHashMap<>()))
                        .add(term.table()));
            }
        }
    }

    private Controls narrowed(Controls controls) {
        Set<RecordTable> carried = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Controls.Quantity> kept = new ArrayList<>();
        List<Controls.Refused> refused = new ArrayList<>(controls.refused());
        for (Controls.Quantity quantity : controls.quantities()) {
            Set<RecordTable> all = Collections.newSetFromMap(new IdentityHashMap<>());
            all.addAll(carried);
            quantity.inputs().forEach(input -> all.addAll(behind.getOrDefault(input, Set.of())));
            if (all.size() > carried.size() && prices(all) > most) {
                refused.add(new Controls.Refused(
                        quantity.address(),
                        "The sums that follow it are over records with " + NumberText.count(prices(all), "price")
                                + ", of which a page carries at most " + Figure.COUNT.text(most)
                                + "; sweep and simulate have no such limit."));
            } else {
                kept.add(quantity);
                carried.addAll(all);
            }
        }
        return new Controls(kept, controls.choices(), controls.alternatives(), refused);
    }

    private static int prices(Set<RecordTable> tables) {
        return tables.stream().mapToInt(RecordTable::knots).sum();
    }
}
