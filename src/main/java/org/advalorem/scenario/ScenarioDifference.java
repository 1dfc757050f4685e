package org.advalorem.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.facts.Address;
import org.advalorem.facts.ChildField;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Origin;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.WrittenNumber;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two scenarios, and scenarios that take some of them from the one and some from the other.
 *
 * <p>Mappings are compared key by key, down to single values; lists, records and anything that only one scenario has
 * are compared as a whole; data files are compared by content. Corrected cells of a data file are compared one by one. A different status or source of a value is not a
 * difference, nor is another way of writing the same quantity.
 */
public final class ScenarioDifference {
    /** Keys that no result depends on. */
    private static final Set<String> ASIDE = Set.of(
            "format", "title", "notes", "illustrative", "uncertain", "correlations", "adjustable", "issues", "expect");

    private static final String FILE = "file";
    private static final String CORRECTED = "corrected";
    private static final int SHORT = 12;
    private static final int LONGEST = 60;

    private final Scenario first;
    private final Scenario second;
    private final Map<String, Path> folders;
    private final ScenarioFiles files;
    private final Map<Address, Difference> differences = new LinkedHashMap<>();
    private final List<String> aside = new ArrayList<>();

    /**
     * A difference.
     *
     * @param first the text in the first scenario, abbreviated; empty if nothing is written there
     * @param second the text in the second scenario, likewise
     * @param origin where it is written in the second scenario, or in the first if the second has nothing there
     */
    public record Difference(Address address, String first, String second, Origin origin) {}

    private ScenarioDifference(Scenario first, Scenario second) {
        this.first = first;
        this.second = second;
        this.folders = new LinkedHashMap<>(first.folders());
        this.folders.putAll(second.folders());
        this.files = new ScenarioFiles(folders, first.data().filesRead());
        FieldType<?> kind = FieldType.section(first.root());
        compare(
                new Side(first.tree(), content(first, kind)),
                new Side(second.tree(), content(second, kind)),
                Address.ROOT,
                kind);
    }

    /** The differences between two scenarios. */
    public static ScenarioDifference between(Scenario first, Scenario second) {
        return new ScenarioDifference(first, second);
    }

    /** The differences that a result may depend on, in the order of the first scenario. */
    public List<Difference> differences() {
        return List.copyOf(differences.values());
    }

    /** The addresses of differences that no result depends on, such as the title. */
    public List<String> aside() {
        return List.copyOf(aside);
    }

    /**
     * The first scenario with some of the differences taken from the second.
     *
     * @param fromSecond the addresses of the differences to take from the second scenario
     */
    public Scenario with(Set<Address> fromSecond) {
        SourceNode tree = mixed(first.tree(), second.tree(), Address.ROOT, FieldType.section(first.root()), fromSecond);
        return new Scenario(first.root(), (SourceNode.Mapping) tree, folders, files, List.of());
    }

    /** A value as written, and with every data file replaced by its content. */
    private record Side(SourceNode written, SourceNode content) {}

    private SourceNode content(Scenario scenario, FieldType<?> kind) {
        return DataNames.replaced(scenario.tree(), kind, name -> {
            try {
                String digest = files.digest(name.text(), name.origin());
                return new SourceNode.Scalar("content " + digest.substring(0, SHORT), true, name.origin());
            } catch (DataFiles.DataFileException e) {
                return name;
            }
        });
    }

    private void compare(Side first, Side second, Address address, FieldType<?> type) {
        Side one = new Side(asFile(first.written(), second.written()), asFile(first.content(), second.content()));
        Side other = new Side(asFile(second.written(), first.written()), asFile(second.content(), first.content()));
        SourceNode.Mapping a = mapping(one.content());
        SourceNode.Mapping b = mapping(other.content());
        if (one.written() instanceof SourceNode.Sequence list
                && other.written() instanceof SourceNode.Sequence others
                && haveTheSameItems(list, others, type)) {
            List<String> names = type.itemNames(list);
            for (int i = 0; i < names.size(); i++) {
                compare(item(one, i), item(other, i), address.child(names.get(i)), below(type, names.get(i), list));
            }
            return;
        }
        if (a == null || b == null) {
            if (!same(plain(one.content()), plain(other.content()))) {
                add(address, Optional.of(one), Optional.of(other));
            } else if (!Scenario.writeTheSame(one.content(), other.content())) {
                aside.add(address.toString());
            }
            return;
        }
        for (String key : keys(a, b)) {
            Optional<Side> before = below(one, key);
            Optional<Side> after = below(other, key);
            Address at = address.child(key);
            if (address.segments().isEmpty() && ASIDE.contains(key)) {
                if (!before.map(side -> Canonical.text(side.content()))
                        .equals(after.map(side -> Canonical.text(side.content())))) {
                    aside.add(key);
                }
            } else if (before.isPresent() && after.isPresent()) {
                compare(before.get(), after.get(), at, below(type, key, a));
            } else if (holdsCorrections(a, b, address, key)) {
                Side nothing = new Side(Trees.NOTHING, Trees.NOTHING);
                compare(before.orElse(nothing), after.orElse(nothing), at, below(type, key, a));
            } else {
                add(at, before, after);
            }
        }
    }

    private static Side item(Side side, int place) {
        return new Side(
                ((SourceNode.Sequence) side.written()).items().get(place),
                ((SourceNode.Sequence) side.content()).items().get(place));
    }

    private static FieldType<?> below(FieldType<?> type, String key, SourceNode given) {
        return type.below(key, given).<FieldType<?>>map(ChildField::type).orElse(type);
    }

    /**
     * Whether two lists have the same items, so that they are compared item by item: items of the same names, or any that are
     * the same but for corrected cells. A place in a list is no name.
     */
    private static boolean haveTheSameItems(SourceNode.Sequence one, SourceNode.Sequence other, FieldType<?> type) {
        List<String> names = type.itemNames(one);
        boolean named = !names.isEmpty()
                && names.equals(type.itemNames(other))
                && Set.copyOf(names).size() == names.size()
                && names.stream().noneMatch(name -> name.matches("[0-9]+"));
        return named || differOnlyInCorrections(one, other);
    }

    private static boolean differOnlyInCorrections(SourceNode.Sequence one, SourceNode.Sequence other) {
        return Scenario.writeTheSame(uncorrected(one), uncorrected(other)) && !Scenario.writeTheSame(one, other);
    }

    private static SourceNode uncorrected(SourceNode given) {
        if (given instanceof SourceNode.Sequence list) {
            return new SourceNode.Sequence(
                    list.items().stream().map(ScenarioDifference::uncorrected).toList(), list.origin());
        }
        if (given instanceof SourceNode.Mapping mapping) {
            boolean isFile = mapping.entries().containsKey(FILE);
            SourceNode.Mapping kept = isFile ? Trees.without(mapping, CORRECTED) : mapping;
            Map<String, SourceNode> entries = new LinkedHashMap<>();
            kept.entries().forEach((key, value) -> entries.put(key, uncorrected(value)));
            SourceNode file = entries.get(FILE);
            return file != null && entries.size() == 1
                    ? file
                    : new SourceNode.Mapping(entries, kept.keys(), kept.origin());
        }
        return given;
    }

    /** The name of a data file as the mapping that it stands for, where the other scenario has such a mapping. */
    private static SourceNode asFile(SourceNode given, SourceNode other) {
        return given instanceof SourceNode.Scalar
                        && other instanceof SourceNode.Mapping mapping
                        && mapping.entries().containsKey(FILE)
                ? Trees.around(FILE, given)
                : given;
    }

    /**
     * Whether the key is that of the corrected cells of a data file, or of a row among them. Each cell is a difference of
     * its own, even if only one scenario has any.
     */
    private static boolean holdsCorrections(SourceNode.Mapping a, SourceNode.Mapping b, Address address, String key) {
        boolean inFile = a.entries().containsKey(FILE) && b.entries().containsKey(FILE);
        List<String> above = address.segments();
        return (inFile && key.equals(CORRECTED))
                || (!above.isEmpty() && above.get(above.size() - 1).equals(CORRECTED) && key.matches("[0-9]+"));
    }

    private static Set<String> keys(SourceNode.Mapping a, SourceNode.Mapping b) {
        Set<String> keys = new LinkedHashSet<>(a.entries().keySet());
        keys.addAll(b.entries().keySet());
        return keys;
    }

    /** The mapping, if it is to be compared key by key; null for anything else. */
    private static SourceNode.@Nullable Mapping mapping(SourceNode given) {
        return given instanceof SourceNode.Mapping mapping && !Trees.isWrapped(mapping) ? mapping : null;
    }

    private static Optional<Side> below(Side side, String key) {
        SourceNode written = ((SourceNode.Mapping) side.written()).entries().get(key);
        SourceNode content = ((SourceNode.Mapping) side.content()).entries().get(key);
        return written == null || content == null ? Optional.empty() : Optional.of(new Side(written, content));
    }

    /** The value without its provenance. */
    private static SourceNode plain(SourceNode given) {
        return given instanceof SourceNode.Mapping mapping && Trees.isWrapped(mapping)
                ? mapping.entries().getOrDefault("value", given)
                : given;
    }

    private static boolean same(SourceNode one, SourceNode other) {
        if (Scenario.writeTheSame(one, other)) {
            return true;
        }
        if (one instanceof SourceNode.Scalar a && other instanceof SourceNode.Scalar b) {
            Optional<WrittenNumber> x = WrittenNumber.parse(a.text());
            Optional<WrittenNumber> y = WrittenNumber.parse(b.text());
            return x.isPresent()
                    && y.isPresent()
                    && x.get().number().compareTo(y.get().number()) == 0
                    && x.get().percent() == y.get().percent()
                    && x.get().unit().equals(y.get().unit());
        }
        return false;
    }

    private void add(Address address, Optional<Side> before, Optional<Side> after) {
        Origin origin =
                after.or(() -> before).map(side -> side.written().origin()).orElse(Origin.of(second.name(), 0, 0, ""));
        differences.put(
                address,
                new Difference(
                        address,
                        before.map(ScenarioDifference::words).orElse(""),
                        after.map(ScenarioDifference::words).orElse(""),
                        origin));
    }

    private static String words(Side side) {
        SourceNode written = plain(side.written());
        SourceNode content = plain(side.content());
        if (written instanceof SourceNode.Scalar scalar && content instanceof SourceNode.Scalar read) {
            return shortened(scalar.text() + (scalar.text().equals(read.text()) ? "" : " (" + read.text() + ")"));
        }
        return shortened(flow(written));
    }

    private static String flow(SourceNode given) {
        if (given instanceof SourceNode.Scalar scalar) {
            return scalar.text();
        }
        List<String> parts = new ArrayList<>();
        if (given instanceof SourceNode.Sequence list) {
            list.items().forEach(item -> parts.add(flow(item)));
            return "[" + String.join(", ", parts) + "]";
        }
        ((SourceNode.Mapping) given).entries().forEach((key, value) -> parts.add(key + ": " + flow(value)));
        return "{" + String.join(", ", parts) + "}";
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }

    private static SourceNode mixed(
            SourceNode first, SourceNode second, Address address, FieldType<?> type, Set<Address> fromSecond) {
        if (fromSecond.contains(address)) {
            return second;
        }
        SourceNode one = asFile(first, second);
        SourceNode other = asFile(second, first);
        if (one instanceof SourceNode.Sequence list
                && other instanceof SourceNode.Sequence others
                && haveTheSameItems(list, others, type)) {
            List<String> names = type.itemNames(list);
            List<SourceNode> items = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                items.add(mixed(
                        list.items().get(i),
                        others.items().get(i),
                        address.child(names.get(i)),
                        below(type, names.get(i), list),
                        fromSecond));
            }
            return new SourceNode.Sequence(items, list.origin());
        }
        SourceNode.Mapping a = mapping(one);
        SourceNode.Mapping b = mapping(other);
        if (a == null || b == null) {
            return one;
        }
        Map<String, SourceNode> entries = new LinkedHashMap<>();
        Map<String, Origin> origins = new LinkedHashMap<>();
        for (String key : keys(a, b)) {
            SourceNode before = a.entries().get(key);
            SourceNode after = b.entries().get(key);
            Address at = address.child(key);
            if (before != null && after != null) {
                entries.put(key, mixed(before, after, at, below(type, key, a), fromSecond));
                origins.put(key, a.keyOrigin(key));
            } else if (holdsCorrections(a, b, address, key)) {
                SourceNode some = mixed(
                        before == null ? Trees.NOTHING : before,
                        after == null ? Trees.NOTHING : after,
                        at,
                        below(type, key, a),
                        fromSecond);
                entries.put(key, some);
                origins.put(key, (before == null ? b : a).keyOrigin(key));
            } else if (before != null && !fromSecond.contains(at)) {
                entries.put(key, before);
                origins.put(key, a.keyOrigin(key));
            } else if (after != null && fromSecond.contains(at)) {
                entries.put(key, after);
                origins.put(key, b.keyOrigin(key));
            }
        }
        return new SourceNode.Mapping(entries, origins, a.origin());
    }
}
