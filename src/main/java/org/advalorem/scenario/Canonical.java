package org.advalorem.scenario;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.advalorem.facts.Address;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.SourceNode;

/**
 * The canonical text of a scenario, from which its hash is computed: keys sorted, comments and layout dropped, each
 * data file represented by the digest of its bytes, as is each of the program's own tables that the calculation read. The
 * location of the files and the platform do not matter.
 */
final class Canonical {
    private static final String VERSION = "advalorem-scenario/1\n";

    private Canonical() {}

    /**
     * The digest of a tree.
     *
     * @param withContent the tree with the digest of every data file in place of its name
     */
    static String hash(SourceNode withContent, ScenarioFiles files) {
        StringBuilder text = new StringBuilder(VERSION).append(text(withContent));
        // a table of the program may be read because nothing else is stated
        files.shippedRead().forEach((name, digest) -> {
            append(name, text);
            append(digest, text);
        });
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of what is public: of the values that are, and of the data files whose rows are. */
    static String publicHash(
            SourceNode.Mapping tree, FieldType<?> root, ScenarioFiles files, Predicate<Address> isPublic) {
        SourceNode shown = publicPart(tree, Address.ROOT, isPublic).orElse(Trees.NOTHING);
        return hash(withContent((SourceNode.Mapping) shown, root, files), files);
    }

    private static Optional<SourceNode> publicPart(SourceNode given, Address at, Predicate<Address> isPublic) {
        if (!at.segments().isEmpty() && !isPublic.test(at)) {
            return Optional.empty();
        }
        if (given instanceof SourceNode.Sequence list) {
            List<SourceNode> items = new ArrayList<>();
            for (int i = 0; i < list.items().size(); i++) {
                publicPart(list.items().get(i), at.child(Integer.toString(i + 1)), isPublic)
                        .ifPresent(items::add);
            }
            return Optional.of(new SourceNode.Sequence(items, list.origin()));
        }
        if (given instanceof SourceNode.Mapping mapping) {
            Map<String, SourceNode> entries = new LinkedHashMap<>();
            mapping.entries()
                    .forEach((key, value) ->
                            publicPart(value, at.child(key), isPublic).ifPresent(part -> entries.put(key, part)));
            return Optional.of(new SourceNode.Mapping(entries, mapping.keys(), mapping.origin()));
        }
        return Optional.of(given);
    }

    /** The tree with the digest of every data file in place of its name. */
    static SourceNode withContent(SourceNode.Mapping tree, FieldType<?> root, ScenarioFiles files) {
        return DataNames.replaced(tree, root, name -> new SourceNode.Scalar(content(name, files), true, name.origin()));
    }

    /**
     * The canonical text of a node: identical for identical content, wherever and in whatever key order it is written.
     */
    static String text(SourceNode given) {
        StringBuilder text = new StringBuilder();
        append(given, text);
        return text.toString();
    }

    private static String content(SourceNode.Scalar name, ScenarioFiles files) {
        try {
            return "sha256:" + files.digest(name.text(), name.origin());
        } catch (DataFiles.DataFileException e) {
            return name.text();
        }
    }

    /** Prefixes every text with its length, so that no two trees share a canonical text. */
    private static void append(SourceNode given, StringBuilder text) {
        if (given instanceof SourceNode.Scalar scalar) {
            append(scalar.text(), text);
        } else if (given instanceof SourceNode.Sequence list) {
            text.append('[').append(list.items().size());
            list.items().forEach(item -> append(item, text));
        } else {
            SourceNode.Mapping mapping = (SourceNode.Mapping) given;
            text.append('{').append(mapping.entries().size());
            new TreeMap<>(mapping.entries()).forEach((key, value) -> {
                append(key, text);
                append(value, text);
            });
        }
    }

    private static void append(String part, StringBuilder text) {
        text.append('"').append(part.length()).append(':').append(part);
    }
}
