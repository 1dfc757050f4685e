package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Address;

/**
 * The inputs of a calculation that a change at one address moves: the value itself, every value of a series or mapping,
 * or a column of records, through its cells or through its scale and shift.
 */
final class AffectedInputs {
    private static final String CHANGE = "change";
    private static final String PRICE = "price";

    private final Calculation calculation;
    private final Address address;
    private final BitSet used = new BitSet();
    private final List<Term> values = new ArrayList<>();
    private final Map<Address, Map<String, Column>> records = new LinkedHashMap<>();

    /** The inputs of one column of records. */
    private static final class Column {
        private final List<Term> cells = new ArrayList<>();
        private Optional<Term> scale = Optional.empty();
        private Optional<Term> shift = Optional.empty();

        /**
         * The inputs that a factor moves. Without a scale these are all the cells; a shift is applied after the scale
         * and so has to be multiplied as well.
         */
        List<Term> scaled() {
            List<Term> moved = new ArrayList<>();
            scale.ifPresentOrElse(moved::add, () -> moved.addAll(cells));
            shift.ifPresent(moved::add);
            return moved;
        }

        /**
         * The inputs that an addition moves. With a scale but no shift there are none: an addition to the cells would
         * be scaled too.
         */
        List<Term> shifted() {
            return shift.map(List::of).orElse(scale.isEmpty() ? cells : List.of());
        }
    }

    private AffectedInputs(Calculation calculation, Address address) {
        this.calculation = calculation;
        this.address = address;
        calculation.terms().forEach(term -> term.operands().forEach(operand -> used.set(operand.index())));
    }

    /**
     * The inputs that a factor or an addition at the address moves; empty when moving inputs cannot express the change.
     *
     * @param scaled whether the change is a factor rather than an addition
     */
    static List<Term> of(Calculation calculation, Address address, boolean scaled) {
        Optional<Term> itself = calculation.input(address.toString());
        return itself.map(List::of).orElseGet(() -> new AffectedInputs(calculation, address).below(scaled));
    }

    private List<Term> below(boolean scaled) {
        calculation.inputs().forEach((name, input) -> sort(Address.parse(name).segments(), input));
        List<Term> moved = new ArrayList<>(values);
        for (Map<String, Column> columns : records.values()) {
            Set<String> named = columns.containsKey(PRICE) ? Set.of(PRICE) : columns.keySet();
            for (Column column : named.stream().map(columns::get).toList()) {
                List<Term> inputs = scaled ? column.scaled() : column.shifted();
                if (inputs.isEmpty()) {
                    return List.of();
                }
                moved.addAll(inputs);
            }
        }
        return moved;
    }

    private void sort(List<String> input, Term term) {
        int end = input.size();
        List<String> asked = address.segments();
        if (end >= 3 && input.get(end - 3).equals(CHANGE)) {
            Optional<Column> column = column(asked, input.subList(0, end - 3), input.get(end - 2));
            // the total of a column uses its scale but leaves the shift next to it unused
            Optional<Term> change = Optional.of(term).filter(of -> used.get(of.index()));
            if (input.get(end - 1).equals("scale")) {
                column.ifPresent(of -> of.scale = change);
            } else {
                column.ifPresent(of -> of.shift = change);
            }
        } else if (end >= 2
                && input.get(end - 2).matches("[0-9]+")
                && !input.get(end - 1).matches("[0-9].*")) {
            column(asked, input.subList(0, end - 2), input.get(end - 1)).ifPresent(of -> of.cells.add(term));
        } else if (startsWith(input, asked)) {
            values.add(term);
        }
    }

    /** The column, if the address refers to it, to its records or to something that contains them. */
    private Optional<Column> column(List<String> asked, List<String> of, String name) {
        boolean isAsked = startsWith(of, asked)
                || (asked.size() == of.size() + 1
                        && startsWith(asked, of)
                        && asked.get(of.size()).equals(name));
        return isAsked
                ? Optional.of(records.computeIfAbsent(new Address(of), absent -> new LinkedHashMap<>())
                        .computeIfAbsent(name, absent -> new Column()))
                : Optional.empty();
    }

    private static boolean startsWith(List<String> segments, List<String> beginning) {
        return segments.size() >= beginning.size()
                && segments.subList(0, beginning.size()).equals(beginning);
    }
}
