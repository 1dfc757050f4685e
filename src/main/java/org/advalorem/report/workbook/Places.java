package org.advalorem.report.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Term;

/** Where the nodes are: each has one definition and may be shown again elsewhere. */
final class Places {
    private final Map<Node, Spot> definitions = new HashMap<>();
    private final Map<Term, List<Spot>> shown = new HashMap<>();
    private final Map<Row, Map<Term, Spot>> stated = new HashMap<>();
    private final Map<Object, Spot> tables = new HashMap<>();

    private record Row(Page page, int row) {}

    /** Registers the definition of a node. */
    void define(Node node, Spot spot) {
        definitions.put(node, spot);
        show(node, spot);
    }

    /** Registers a place that shows a node. */
    void show(Node node, Spot spot) {
        if (node instanceof Node.Quantity quantity) {
            shown.computeIfAbsent(quantity.term(), absent -> new ArrayList<>()).add(spot);
        }
    }

    /** Registers a number that a row states. */
    void state(Term literal, Spot spot) {
        stated.computeIfAbsent(new Row(spot.page(), spot.row()), absent -> new HashMap<>())
                .putIfAbsent(literal, spot);
    }

    /** The place of the definition. */
    Optional<Spot> definition(Node node) {
        return Optional.ofNullable(definitions.get(node));
    }

    /** The place of a number that the row of another cell states to the left of it. */
    Optional<Spot> stated(Term literal, Spot from) {
        Map<Term, Spot> row = stated.getOrDefault(new Row(from.page(), from.row()), Map.of());
        Spot spot = row.get(literal);
        return spot == null || spot.column() >= from.column() ? Optional.empty() : Optional.of(spot);
    }

    /**
     * The place to which a formula refers: in its own row to the left, else the definition if that is on its page, else the
     * last place above that shows it, else the definition.
     */
    Optional<Spot> nearest(Node node, Spot from) {
        Spot definition = definitions.get(node);
        if (definition == null) {
            return Optional.empty();
        }
        if (!(node instanceof Node.Quantity quantity)) {
            return Optional.of(definition);
        }
        Spot above = null;
        for (Spot spot : shown.getOrDefault(quantity.term(), List.of())) {
            if (spot.page() == from.page() && spot.row() == from.row() && spot.column() < from.column()) {
                return Optional.of(spot);
            }
            if (spot.page() == from.page() && spot.row() < from.row()) {
                above = spot;
            }
        }
        return Optional.of(definition.page() == from.page() || above == null ? definition : above);
    }

    /** Registers where the first record of a table is: its price; the quantity is beside it. */
    void table(Object table, Spot first) {
        tables.put(table, first);
    }

    boolean hasTable(Object table) {
        return tables.containsKey(table);
    }

    /** The price of the first record of a table. */
    Spot table(Object table) {
        Spot first = tables.get(table);
        if (first == null) {
            throw new IllegalStateException("The records (" + table + ") have no place.");
        }
        return first;
    }

    /** All nodes that have a definition. */
    Set<Node> nodes() {
        return new HashSet<>(definitions.keySet());
    }
}
