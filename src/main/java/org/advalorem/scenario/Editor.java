package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.Given;
import org.advalorem.facts.Kind;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.Slot;

/** One setting made in a tree: the walk along its address and the change at its end. */
final class Editor {
    private final Kind<?> root;
    private final Assignment setting;
    private final List<String> segments;
    private final Change change;
    private final Problems problems;
    private Given.Mapping whole = Trees.NOTHING;

    private Editor(FieldSet root, Assignment setting, Change change, Problems problems) {
        this.root = Kind.section(root);
        this.setting = setting;
        this.segments = setting.address().segments();
        this.change = change;
        this.problems = problems;
    }

    /** The tree with the setting made; the same tree after noting why it cannot be made. */
    static Given.Mapping set(FieldSet root, Given.Mapping tree, Assignment setting, Problems problems) {
        Optional<Change> change = Change.of(setting.value());
        if (change.isEmpty()) {
            problems.add(
                    Problem.Code.AV212,
                    setting.value().origin(),
                    "(" + ((Given.Scalar) setting.value()).text() + ") is not a change.",
                    "Write times 1.05, plus 10 or plus 2%; put text that begins so in quotes.");
            return tree;
        }
        Editor editor = new Editor(root, setting, change.get(), problems);
        editor.whole = tree;
        try {
            return (Given.Mapping) editor.edit(tree, new Slot(editor.root, Optional.empty(), true), 0);
        } catch (Impossible noted) {
            return tree;
        }
    }

    private Given edit(Given node, Slot slot, int depth) {
        if (depth == segments.size()) {
            return changed(node, slot);
        }
        if (node instanceof Given.Mapping mapping) {
            return inMapping(mapping, slot.kind(), depth);
        }
        if (node instanceof Given.Sequence list) {
            return inList(list, slot.kind(), depth);
        }
        return inScalar((Given.Scalar) node, slot, depth);
    }

    private Given inMapping(Given.Mapping mapping, Kind<?> kind, int depth) {
        String key = segments.get(depth);
        boolean last = depth == segments.size() - 1;
        if (last && isColumn(kind, key) && !mapping.entries().containsKey(key)) {
            return changedColumn(mapping, key);
        }
        Given old = mapping.entries().get(key);
        Slot below = kind.below(key, mapping).orElse(null);
        boolean invented =
                old == null && (below == null || !(below.declared() || (last && !isSingle(setting.value()))));
        if (invented) {
            throw unknown(mapping, kind, depth);
        }
        Slot slot = below == null ? new Slot(kind, Optional.empty(), true) : below;
        if (last && Trees.removes(setting.value(), slot.kind())) {
            return Trees.without(mapping, key);
        }
        if (old != null) {
            return Trees.with(mapping, key, mapping.keyOrigin(key), edit(old, slot, depth + 1));
        }
        Origin here = setting.value().origin();
        Given fresh = last ? created(slot) : edit(new Given.Mapping(Map.of(), Map.of(), here), slot, depth + 1);
        return Trees.with(mapping, key, here, fresh);
    }

    private Given inList(Given.Sequence list, Kind<?> kind, int depth) {
        String name = segments.get(depth);
        boolean last = depth == segments.size() - 1;
        if (last && isColumn(kind, name) && !(change instanceof Change.Replace)) {
            return changedRows(list, kind, name);
        }
        List<String> names = kind.itemNames(list);
        int place = names.indexOf(name);
        if (place < 0 && name.matches("[1-9][0-9]{0,6}") && Integer.parseInt(name) <= names.size()) {
            place = Integer.parseInt(name) - 1;
        }
        if (place < 0) {
            throw unknown(list, kind, depth);
        }
        List<Given> items = new ArrayList<>(list.items());
        Slot slot = kind.below(name, list).orElse(new Slot(kind, Optional.empty(), true));
        if (last && Trees.removes(setting.value(), slot.kind())) {
            items.remove(place);
        } else {
            items.set(place, edit(items.get(place), slot, depth + 1));
        }
        return new Given.Sequence(items, list.origin());
    }

    /** Below a single value there are only the words about it and, when it names a data file, how to read that. */
    private Given inScalar(Given.Scalar scalar, Slot slot, int depth) {
        String key = segments.get(depth);
        if (Trees.isFileName(scalar, slot.kind())) {
            return inMapping(Trees.around("file", scalar), slot.kind(), depth);
        }
        if (key.equals("value") && slot.kind().below(key, scalar).isPresent()) {
            return edit(scalar, slot, depth + 1);
        }
        if (slot.kind().below(key, scalar).isPresent()) {
            return inMapping(Trees.around("value", scalar), slot.kind(), depth);
        }
        throw unknown(scalar, slot.kind(), depth);
    }

    /** What stands at the end of the address, changed. */
    private Given changed(Given old, Slot slot) {
        if (change instanceof Change.Replace replace) {
            boolean keepsTheRest = Trees.isWrapped(old) && isSingle(replace.value());
            if (keepsTheRest && old instanceof Given.Mapping wrapped) {
                Given value = Trees.replacing(wrapped.entries().getOrDefault("value", old), replace.value());
                return Trees.with(wrapped, "value", setting.value().origin(), value);
            }
            return Trees.replacing(old, replace.value());
        }
        if (old instanceof Given.Scalar scalar) {
            return Trees.isFileName(scalar, slot.kind())
                    ? changedColumn(Trees.around("file", scalar), priceColumn(slot.kind()))
                    : changedQuantity(scalar, slot.kind());
        }
        if (old instanceof Given.Mapping mapping) {
            return changedAll(mapping, slot.kind());
        }
        return changedItems((Given.Sequence) old, slot.kind());
    }

    /** A value where none was written: a change is made to what would be read there. */
    private Given created(Slot slot) {
        if (change instanceof Change.Replace replace) {
            return replace.value();
        }
        String text = slot.defaultText()
                .orElseThrow(() -> impossible(
                        "Nothing is written at (" + setting.address() + ") that could be scaled or added to.",
                        "Write the value itself."));
        return changedQuantity(new Given.Scalar(text, false, setting.value().origin()), slot.kind());
    }

    private Given changedQuantity(Given.Scalar old, Kind<?> kind) {
        if (!kind.isQuantity()) {
            throw notAQuantity();
        }
        try {
            String text = change instanceof Change.Scale scale
                    ? Quantities.scaled(old.text(), scale.factor())
                    : Quantities.added(old.text(), ((Change.Add) change).amount());
            return Trees.replacing(
                    old, new Given.Scalar(text, false, setting.value().origin()));
        } catch (Quantities.Refused e) {
            throw impossible(e.message(), e.advice());
        }
    }

    private Given changedAll(Given.Mapping mapping, Kind<?> kind) {
        if (Trees.isWrapped(mapping)) {
            Given value = mapping.entries().getOrDefault("value", mapping);
            return Trees.with(
                    mapping, "value", setting.value().origin(), changed(value, new Slot(kind, Optional.empty(), true)));
        }
        if (kind.isFileName("") && mapping.entries().containsKey("file")) {
            return changedColumn(mapping, priceColumn(kind));
        }
        if (!kind.isQuantity() && !kind.keys(mapping).isEmpty()) {
            throw impossible(
                    "(" + setting.address() + ") holds different fields, which cannot be scaled or added to together.",
                    "Name one of them: " + String.join(", ", mapping.entries().keySet()) + ".");
        }
        Given.Mapping all = mapping;
        for (Map.Entry<String, Given> entry : mapping.entries().entrySet()) {
            Slot slot = kind.below(entry.getKey(), mapping).orElseThrow(this::notAQuantity);
            all = Trees.with(all, entry.getKey(), mapping.keyOrigin(entry.getKey()), changed(entry.getValue(), slot));
        }
        return all;
    }

    private Given changedItems(Given.Sequence list, Kind<?> kind) {
        if (kind.isFileName("")) {
            return changedRows(list, kind, priceColumn(kind));
        }
        List<Given> items = new ArrayList<>();
        for (Given item : list.items()) {
            items.add(changed(item, kind.below("1", list).orElseThrow(this::notAQuantity)));
        }
        return new Given.Sequence(items, list.origin());
    }

    /** A column of a data file: the file stays, and says how its column is changed. */
    private Given changedColumn(Given.Mapping file, String column) {
        Given.Mapping changes = below(file, "change");
        Given.Mapping ofColumn = below(changes, column);
        ColumnChange old = ColumnChange.of(ofColumn)
                .orElseThrow(() -> impossible(
                        "The change of (" + column + ") written at " + ofColumn.origin() + " is not a number.",
                        "Write {scale: 1.05}."));
        Origin here = setting.value().origin();
        Given.Mapping changed = old.then(change, ofColumn, here)
                .orElseThrow(() -> impossible(
                        "A whole column can be scaled, or shifted by a number without a unit.",
                        "Write times 1.05 or plus 10, for rates plus 0.5%."));
        return Trees.with(file, "change", here, Trees.with(changes, column, here, changed));
    }

    private Given.Mapping below(Given.Mapping mapping, String key) {
        return mapping.entries().get(key) instanceof Given.Mapping child
                ? child
                : new Given.Mapping(Map.of(), Map.of(), setting.value().origin());
    }

    /** A column of rows written in the scenario. */
    private Given changedRows(Given.Sequence list, Kind<?> kind, String column) {
        List<Given> rows = new ArrayList<>();
        for (Given item : list.items()) {
            if (item instanceof Given.Mapping row && row.entries().get(column) instanceof Given.Scalar cell) {
                Slot slot = kind.below("1", list)
                        .flatMap(mapping -> mapping.kind().below(column, row))
                        .orElseThrow(this::notAQuantity);
                rows.add(Trees.with(row, column, row.keyOrigin(column), changed(cell, slot)));
            } else {
                rows.add(item);
            }
        }
        return new Given.Sequence(rows, list.origin());
    }

    private static boolean isColumn(Kind<?> kind, String key) {
        return kind.numberColumns().contains(key);
    }

    private String priceColumn(Kind<?> kind) {
        List<String> columns = kind.numberColumns();
        if (columns.contains("price")) {
            return "price";
        }
        if (columns.size() == 1) {
            return columns.get(0);
        }
        if (columns.isEmpty()) {
            throw notAQuantity();
        }
        throw impossible(
                "(" + setting.address() + ") has more than one column of numbers.",
                "Name one behind the address: "
                        + String.join(
                                ", ",
                                columns.stream()
                                        .map(setting.address()::child)
                                        .map(Address::toString)
                                        .toList())
                        + ".");
    }

    private static boolean isSingle(Given given) {
        return given instanceof Given.Scalar;
    }

    private Impossible notAQuantity() {
        return impossible(
                "(" + setting.address() + ") is not a quantity, and cannot be scaled or added to.",
                "Write the new value itself; put text that begins with times or plus in quotes.");
    }

    private Impossible impossible(String message, String advice) {
        problems.add(Problem.Code.AV212, setting.value().origin(), message, advice);
        return new Impossible();
    }

    private Impossible unknown(Given node, Kind<?> kind, int depth) {
        Address parent = new Address(segments.subList(0, depth));
        String where = depth == 0 ? "a scenario" : "(" + parent + ")";
        String key = segments.get(depth);
        String message = node instanceof Given.Scalar scalar
                ? where + " is the single value (" + scalar.text() + "); it has no (" + key + ")."
                : "There is no (" + key + ") in " + where + ".";
        problems.add(Problem.Code.AV211, setting.origin(), message, advice(key, parent, node, kind, depth));
        return new Impossible();
    }

    private static Collection<String> candidates(Given node, Kind<?> kind) {
        if (node instanceof Given.Mapping mapping) {
            Collection<String> names = new LinkedHashSet<>(mapping.entries().keySet());
            names.addAll(kind.keys(mapping));
            return names;
        }
        return node instanceof Given.Sequence list ? kind.itemNames(list) : List.of();
    }

    private String advice(String key, Address parent, Given node, Kind<?> kind, int depth) {
        if (kind.isFileName("") && !(node instanceof Given.Sequence) && key.matches("[0-9]+")) {
            return "Change a row in the data file itself"
                    + (kind.numberColumns().isEmpty()
                            ? "."
                            : ", or a whole column: "
                                    + parent.child(kind.numberColumns().get(0)) + "=times 1.05.");
        }
        Collection<String> candidates = candidates(node, kind);
        Optional<String> near = Nearest.to(key, candidates);
        if (near.isPresent()) {
            Address meant = parent.child(near.get());
            for (String rest : segments.subList(depth + 1, segments.size())) {
                meant = meant.child(rest);
            }
            return "Did you mean (" + meant + ")?";
        }
        List<String> elsewhere = new Addresses(root).endingIn(segments.get(segments.size() - 1), whole);
        return elsewhere.isEmpty()
                ? Nearest.advice(key, candidates)
                : "Did you mean (" + String.join(") or (", elsewhere) + ")?";
    }

    /** The setting cannot be made; the reason has been noted. */
    private static final class Impossible extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Impossible() {
            super("", null, false, false);
        }
    }
}
