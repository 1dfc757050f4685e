package org.advalorem.report.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;

/** The names of cells in the formula of one of them, once all have their places. */
final class Resolver implements CellFormula.Names {
    /** The numbers that a formula may hold: those of units, and none and all of a whole. */
    private static final Set<BigDecimal> PLAIN = Set.of("0", "1", "12", "100", "360", "365").stream()
            .map(BigDecimal::new)
            .collect(Collectors.toSet());

    private final Places places;
    private final ConstantsPage constants;
    private final Spot from;

    Resolver(Places places, ConstantsPage constants, Spot from) {
        this.places = places;
        this.constants = constants;
        this.from = from;
    }

    @Override
    public String of(Node node) {
        if (node instanceof Node.Quantity quantity && quantity.term().operation() == Operation.LITERAL) {
            return literal(quantity.term());
        }
        return spot(node).from(from.page());
    }

    private String literal(Term literal) {
        if (literal.unit().equals(Unit.TRUTH)) {
            return literal.decimal().signum() == 0 ? "FALSE" : "TRUE";
        }
        if (isPlain(literal)) {
            return literal.decimal().stripTrailingZeros().toPlainString();
        }
        return places.stated(literal, from)
                .orElseGet(() -> constants.of(literal))
                .from(from.page());
    }

    static boolean isPlain(Term literal) {
        return PLAIN.stream().anyMatch(plain -> plain.compareTo(literal.decimal()) == 0);
    }

    private Spot spot(Node node) {
        return places.nearest(node, from)
                .orElseThrow(() -> new IllegalStateException("(" + node + ") has no cell, for " + from.local() + " of "
                        + from.page().name() + "."));
    }

    @Override
    public int together(List<Node> nodes) {
        if (nodes.isEmpty()) {
            return 0;
        }
        Spot first = spot(nodes.get(0));
        int down = 1;
        while (down < nodes.size() && isAt(nodes.get(down), first, down, 0)) {
            down++;
        }
        int across = 1;
        while (down == 1 && across < nodes.size() && isAt(nodes.get(across), first, 0, across)) {
            across++;
        }
        return Math.max(down, across);
    }

    private boolean isAt(Node node, Spot first, int rows, int columns) {
        Spot spot = spot(node);
        return spot.page() == first.page()
                && spot.row() == first.row() + rows
                && spot.column() == first.column() + columns;
    }

    @Override
    public String range(List<Node> nodes) {
        return spot(nodes.get(0)).from(from.page()) + ":"
                + spot(nodes.get(nodes.size() - 1)).local();
    }

    @Override
    public String prices(RecordTable records) {
        return range(places.table(records), records);
    }

    @Override
    public String quantities(RecordTable records) {
        Spot first = places.table(records);
        return range(new Spot(first.page(), first.row(), first.column() + 1), records);
    }

    private String range(Spot first, RecordTable records) {
        Spot last = new Spot(first.page(), first.row() + records.rows() - 1, first.column());
        return first.from(from.page()) + ":" + last.local();
    }
}
