package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.facts.ChildField;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;

/**
 * An editor that applies one setting to a tree: it follows the address to the node that {@link ChangedValue} changes.
 */
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

    /** The tree with the setting applied, or the same tree if it cannot be applied; the reason is reported. */
    static SourceNode.Mapping set(FieldSet root, SourceNode.Mapping tree, Assignment setting, Problems problems) {
        Optional<Change> change = Change.of(setting.value());
        if (change.isEmpty()) {
            problems.add(
                    Problem.Code.AV212,
                    setting.value().origin(),
                    "(" + ((SourceNode.Scalar) setting.value()).text() + ") is not a change.",
                    "Write times 1.05, plus 10 or plus 2%; put text that begins with times or plus in quotes.");
            return tree;
        }
        Optional<String> beyond = change.get().beyondSize();
        if (beyond.isPresent()) {
            problems.add(
                    Problem.Code.AV209,
                    setting.value().origin(),
                    "The number in (" + ((SourceNode.Scalar) setting.value()).text() + ") is " + beyond.get() + ".",
                    "");
            return tree;
        }
        FieldType<?> type = FieldType.section(root);
        Editor editor = new Editor(
                setting,
                change.get(),
                new ChangedValue(setting, change.get(), problems),
                new UnknownAddress(type, tree, setting, problems));
        try {
            return (SourceNode.Mapping) editor.edit(tree, new ChildField(type, Optional.empty(), true), 0);
        } catch (ImpossibleSettingException noted) {
            return tree;
        }
    }

    private SourceNode edit(SourceNode node, ChildField child, int depth) {
        if (depth == segments.size()) {
            return changed.changed(node, child);
        }
        if (node instanceof SourceNode.Mapping mapping) {
            return inMapping(mapping, child.type(), depth);
        }
        if (node instanceof SourceNode.Sequence list) {
            return inList(list, child.type(), depth);
        }
        return inScalar((SourceNode.Scalar) node, child, depth);
    }

    private SourceNode inMapping(SourceNode.Mapping mapping, FieldType<?> type, int depth) {
        String key = segments.get(depth);
        boolean last = depth == segments.size() - 1;
        if (last && isColumn(type, key) && !mapping.entries().containsKey(key)) {
            return changed.changedColumn(mapping, key);
        }
        SourceNode old = mapping.entries().get(key);
        ChildField below = type.below(key, mapping).orElse(null);
        boolean invented = old == null
                && (below == null || !(below.declared() || (last && !(setting.value() instanceof SourceNode.Scalar))));
        if (invented) {
            throw unknown.in(mapping, type, depth);
        }
        ChildField child = below == null ? new ChildField(type, Optional.empty(), true) : below;
        if (last && Trees.removes(setting.value(), child.type())) {
            return Trees.without(mapping, key);
        }
        if (old != null) {
            return Trees.with(mapping, key, mapping.keyOrigin(key), edit(old, child, depth + 1));
        }
        Origin here = setting.value().origin();
        SourceNode fresh = last
                ? changed.created(child)
                : edit(new SourceNode.Mapping(Map.of(), Map.of(), here), child, depth + 1);
        return Trees.with(mapping, key, here, fresh);
    }

    private SourceNode inList(SourceNode.Sequence list, FieldType<?> type, int depth) {
        String name = segments.get(depth);
        boolean last = depth == segments.size() - 1;
        if (last && isColumn(type, name) && !(change instanceof Change.Replace)) {
            return changed.changedRows(list, type, name);
        }
        int place = ListItems.of(list, type).find(name).orElseThrow(() -> unknown.in(list, type, depth));
        List<SourceNode> items = new ArrayList<>(list.items());
        ChildField child = type.below(name, list).orElse(new ChildField(type, Optional.empty(), true));
        if (last && Trees.removes(setting.value(), child.type())) {
            items.remove(place);
        } else {
            items.set(place, edit(items.get(place), child, depth + 1));
        }
        return new SourceNode.Sequence(items, list.origin());
    }

    /**
     * Below a single value there are only its provenance keys or, if it names a data file, the options for reading
     * that file; below the words of a source, what else a source may state.
     */
    private SourceNode inScalar(SourceNode.Scalar scalar, ChildField child, int depth) {
        String key = segments.get(depth);
        if (Trees.isFileName(scalar, child.type())) {
            return inMapping(Trees.around("file", scalar), child.type(), depth);
        }
        if (child.type().below(key, scalar).isEmpty()) {
            throw unknown.in(scalar, child.type(), depth);
        }
        String single = child.type().keyOfSingle();
        return key.equals(single)
                ? edit(scalar, child, depth + 1)
                : inMapping(Trees.around(single, scalar), child.type(), depth);
    }

    private static boolean isColumn(FieldType<?> type, String key) {
        return type.numberColumns().contains(key);
    }
}
