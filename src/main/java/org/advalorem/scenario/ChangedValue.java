package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.facts.Address;
import org.advalorem.facts.ChildField;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;

/**
 * The outcome of a setting for the node at the end of its address: a value, a series, a column or every value below it.
 */
final class ChangedValue {
    private static final int MOST_NAMED = 3;

    private final Assignment setting;
    private final Change change;
    private final Problems problems;

    ChangedValue(Assignment setting, Change change, Problems problems) {
        this.setting = setting;
        this.change = change;
        this.problems = problems;
    }

    /**
     * The node at the end of the address, changed.
     *
     * @throws ImpossibleSettingException if it cannot be changed that way; the reason has been reported
     */
    SourceNode changed(SourceNode old, ChildField child) {
        if (change instanceof Change.Replace replace) {
            boolean keepsTheRest = Trees.isWrapped(old) && replace.value() instanceof SourceNode.Scalar;
            if (keepsTheRest && old instanceof SourceNode.Mapping wrapped) {
                SourceNode value = Trees.replacing(wrapped.entries().getOrDefault("value", old), replace.value());
                return Trees.with(wrapped, "value", setting.value().origin(), value);
            }
            checkShape(old, replace.value(), child.type());
            return Trees.replacing(old, replace.value());
        }
        if (old instanceof SourceNode.Scalar scalar) {
            return Trees.isFileName(scalar, child.type())
                    ? changedColumn(Trees.around("file", scalar), priceColumn(child.type()))
                    : changedQuantity(scalar, child.type());
        }
        if (old instanceof SourceNode.Mapping mapping) {
            return changedAll(mapping, child.type());
        }
        return changedItems((SourceNode.Sequence) old, child.type());
    }

    /**
     * Refuses a single value in place of a mapping or list whose type has no such form, and names the values in it that it
     * fits.
     */
    private void checkShape(SourceNode old, SourceNode value, FieldType<?> type) {
        if (old instanceof SourceNode.Scalar || !(value instanceof SourceNode.Scalar scalar) || type.takesSingle()) {
            return;
        }
        String text = scalar.text().strip();
        List<String> fitting = fitting(old, type, setting.address(), text).stream()
                .limit(MOST_NAMED)
                .map(address -> address + "=" + text)
                .toList();
        throw impossible(
                "(" + setting.address() + ") is a " + (old instanceof SourceNode.Mapping ? "mapping" : "list")
                        + ", which the single value (" + text + ") cannot replace.",
                fitting.isEmpty()
                        ? "Name one of its values: " + String.join(", ", keys(old, type)) + "."
                        : "Did you mean (" + String.join(") or (", fitting) + ")?");
    }

    private static List<Address> fitting(SourceNode node, FieldType<?> type, Address address, String text) {
        List<Address> found = new ArrayList<>();
        if (node instanceof SourceNode.Mapping mapping) {
            for (String key : keys(node, type)) {
                type.below(key, mapping)
                        .map(ChildField::type)
                        .filter(FieldType::takesSingle)
                        .flatMap(child -> child.written(text))
                        .filter(written -> written.equalsIgnoreCase(text))
                        .ifPresent(fits -> found.add(address.child(key)));
            }
        } else if (node instanceof SourceNode.Sequence list) {
            List<String> names = type.itemNames(list);
            for (int i = 0; i < names.size(); i++) {
                SourceNode item = list.items().get(i);
                Address below = address.child(names.get(i));
                type.below(names.get(i), list)
                        .ifPresent(child -> found.addAll(fitting(item, child.type(), below, text)));
            }
        }
        return found;
    }

    private static Set<String> keys(SourceNode node, FieldType<?> type) {
        if (node instanceof SourceNode.Sequence list) {
            return new LinkedHashSet<>(type.itemNames(list));
        }
        Set<String> keys =
                new LinkedHashSet<>(((SourceNode.Mapping) node).entries().keySet());
        keys.addAll(type.keys(node));
        return keys;
    }

    /**
     * A value where none was written; a scale or an addition is applied to the default.
     *
     * @throws ImpossibleSettingException if there is no default to change; the reason has been reported
     */
    SourceNode created(ChildField child) {
        if (change instanceof Change.Replace replace) {
            return replace.value();
        }
        String text = child.defaultText()
                .orElseThrow(() -> impossible(
                        "There is no value at (" + setting.address() + ") to scale or add to.",
                        "Write the value itself."));
        return changedQuantity(
                new SourceNode.Scalar(text, false, setting.value().origin()), child.type());
    }

    private SourceNode changedQuantity(SourceNode.Scalar old, FieldType<?> type) {
        if (!type.isQuantity()) {
            throw notAQuantity();
        }
        try {
            String text = change instanceof Change.Scale scale
                    ? Quantities.scaled(old.text(), scale.factor())
                    : Quantities.added(old.text(), ((Change.Add) change).amount());
            return Trees.replacing(
                    old, new SourceNode.Scalar(text, false, setting.value().origin()));
        } catch (Quantities.Refused e) {
            throw impossible(e.message(), e.advice());
        }
    }

    private SourceNode changedAll(SourceNode.Mapping mapping, FieldType<?> type) {
        if (Trees.isWrapped(mapping)) {
            SourceNode value = mapping.entries().getOrDefault("value", mapping);
            return Trees.with(
                    mapping,
                    "value",
                    setting.value().origin(),
                    changed(value, new ChildField(type, Optional.empty(), true)));
        }
        if (type.isFileName("") && mapping.entries().containsKey("file")) {
            return changedColumn(mapping, priceColumn(type));
        }
        if (!type.isQuantity() && !type.keys(mapping).isEmpty()) {
            throw impossible(
                    "(" + setting.address() + ") holds several fields, which cannot be scaled or added to together.",
                    "Name one of them: " + String.join(", ", mapping.entries().keySet()) + ".");
        }
        Map<String, SourceNode> all = new LinkedHashMap<>();
        for (Map.Entry<String, SourceNode> entry : mapping.entries().entrySet()) {
            ChildField child = type.below(entry.getKey(), mapping).orElseThrow(this::notAQuantity);
            all.put(entry.getKey(), changed(entry.getValue(), child));
        }
        return new SourceNode.Mapping(all, mapping.keys(), mapping.origin());
    }

    private SourceNode changedItems(SourceNode.Sequence list, FieldType<?> type) {
        if (type.isFileName("")) {
            return changedRows(list, type, priceColumn(type));
        }
        List<SourceNode> items = new ArrayList<>();
        for (SourceNode item : list.items()) {
            items.add(changed(item, type.below("1", list).orElseThrow(this::notAQuantity)));
        }
        return new SourceNode.Sequence(items, list.origin());
    }

    /**
     * A data file with a changed column: the file itself stays as it is, and its entry records how the column is
     * changed.
     */
    SourceNode changedColumn(SourceNode.Mapping file, String column) {
        SourceNode.Mapping changes = below(file, "change");
        SourceNode.Mapping ofColumn = below(changes, column);
        ColumnChange old = ColumnChange.of(ofColumn)
                .orElseThrow(() -> impossible(
                        "The change to (" + column + ") written at " + ofColumn.origin() + " is not a number.",
                        "Write {scale: 1.05}."));
        Origin here = setting.value().origin();
        SourceNode.Mapping changed = old.then(change, ofColumn, here)
                .orElseThrow(() -> impossible(
                        "A whole column can be scaled, or shifted by a number without a unit.",
                        "Write times 1.05 or plus 10; for rates, plus 0.5%."));
        return Trees.with(file, "change", here, Trees.with(changes, column, here, changed));
    }

    private SourceNode.Mapping below(SourceNode.Mapping mapping, String key) {
        return mapping.entries().get(key) instanceof SourceNode.Mapping child
                ? child
                : new SourceNode.Mapping(Map.of(), Map.of(), setting.value().origin());
    }

    /** Rows written in the scenario, with one column changed. */
    SourceNode changedRows(SourceNode.Sequence list, FieldType<?> type, String column) {
        List<SourceNode> rows = new ArrayList<>();
        for (SourceNode item : list.items()) {
            if (item instanceof SourceNode.Mapping row && row.entries().get(column) instanceof SourceNode.Scalar cell) {
                ChildField child = type.below("1", list)
                        .flatMap(mapping -> mapping.type().below(column, row))
                        .orElseThrow(this::notAQuantity);
                rows.add(Trees.with(row, column, row.keyOrigin(column), changed(cell, child)));
            } else {
                rows.add(item);
            }
        }
        return new SourceNode.Sequence(rows, list.origin());
    }

    private String priceColumn(FieldType<?> type) {
        List<String> columns = type.numberColumns();
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
                "Name one after the address: "
                        + String.join(
                                ", ",
                                columns.stream()
                                        .map(setting.address()::child)
                                        .map(Address::toString)
                                        .toList())
                        + ".");
    }

    private ImpossibleSettingException notAQuantity() {
        return impossible(
                "(" + setting.address() + ") is not a quantity, and cannot be scaled or added to.",
                "Write the new value itself; put text that begins with times or plus in quotes.");
    }

    private ImpossibleSettingException impossible(String message, String advice) {
        problems.add(Problem.Code.AV212, setting.value().origin(), message, advice);
        return new ImpossibleSettingException();
    }
}
