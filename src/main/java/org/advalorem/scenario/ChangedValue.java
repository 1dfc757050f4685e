package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.facts.Given;
import org.advalorem.facts.Kind;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.Slot;

/** What a setting makes of that which stands at the end of its address: a value, a series, a column, all values below. */
final class ChangedValue {
    private final Assignment setting;
    private final Change change;
    private final Problems problems;

    ChangedValue(Assignment setting, Change change, Problems problems) {
        this.setting = setting;
        this.change = change;
        this.problems = problems;
    }

    /** What stands at the end of the address, changed. */
    Given changed(Given old, Slot slot) {
        if (change instanceof Change.Replace replace) {
            boolean keepsTheRest = Trees.isWrapped(old) && replace.value() instanceof Given.Scalar;
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
    Given created(Slot slot) {
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
    Given changedColumn(Given.Mapping file, String column) {
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
    Given changedRows(Given.Sequence list, Kind<?> kind, String column) {
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
