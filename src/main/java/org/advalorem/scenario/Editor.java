package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.Given;
import org.advalorem.facts.Kind;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.Slot;

/** One setting made in a tree: the walk along its address to what {@link ChangedValue} changes. */
final class Editor {
    private final Assignment setting;
    private final List<String> segments;
    private final Change change;
    private final ChangedValue changed;
    private final UnknownAddress unknown;

    private Editor(Assignment setting, Change change, ChangedValue changed, UnknownAddress unknown) {
        this.setting = setting;
        this.segments = setting.address().segments();
        this.change = change;
        this.changed = changed;
        this.unknown = unknown;
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
        Kind<?> kind = Kind.section(root);
        Editor editor = new Editor(
                setting,
                change.get(),
                new ChangedValue(setting, change.get(), problems),
                new UnknownAddress(kind, tree, setting, problems));
        try {
            return (Given.Mapping) editor.edit(tree, new Slot(kind, Optional.empty(), true), 0);
        } catch (ImpossibleSettingException noted) {
            return tree;
        }
    }

    private Given edit(Given node, Slot slot, int depth) {
        if (depth == segments.size()) {
            return changed.changed(node, slot);
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
            return changed.changedColumn(mapping, key);
        }
        Given old = mapping.entries().get(key);
        Slot below = kind.below(key, mapping).orElse(null);
        boolean invented = old == null
                && (below == null || !(below.declared() || (last && !(setting.value() instanceof Given.Scalar))));
        if (invented) {
            throw unknown.in(mapping, kind, depth);
        }
        Slot slot = below == null ? new Slot(kind, Optional.empty(), true) : below;
        if (last && Trees.removes(setting.value(), slot.kind())) {
            return Trees.without(mapping, key);
        }
        if (old != null) {
            return Trees.with(mapping, key, mapping.keyOrigin(key), edit(old, slot, depth + 1));
        }
        Origin here = setting.value().origin();
        Given fresh = last ? changed.created(slot) : edit(new Given.Mapping(Map.of(), Map.of(), here), slot, depth + 1);
        return Trees.with(mapping, key, here, fresh);
    }

    private Given inList(Given.Sequence list, Kind<?> kind, int depth) {
        String name = segments.get(depth);
        boolean last = depth == segments.size() - 1;
        if (last && isColumn(kind, name) && !(change instanceof Change.Replace)) {
            return changed.changedRows(list, kind, name);
        }
        List<String> names = kind.itemNames(list);
        int place = names.indexOf(name);
        if (place < 0 && name.matches("[1-9][0-9]{0,6}") && Integer.parseInt(name) <= names.size()) {
            place = Integer.parseInt(name) - 1;
        }
        if (place < 0) {
            throw unknown.in(list, kind, depth);
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
        throw unknown.in(scalar, slot.kind(), depth);
    }

    private static boolean isColumn(Kind<?> kind, String key) {
        return kind.numberColumns().contains(key);
    }
}
