package org.advalorem.scenario;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.SourceNode;

/**
 * The content of a scenario as one text, for its hash: keys sorted, no comments or layout, each data file by the digest
 * of its bytes. Where the files lie and on which platform does not count.
 */
final class Canonical {
    private static final String VERSION = "advalorem-scenario/1\n";

    private Canonical() {}

    static String hash(SourceNode.Mapping tree, FieldType<?> root, ScenarioFiles files) {
        SourceNode named = DataNames.replaced(
                tree, root, name -> new SourceNode.Scalar(content(name, files), true, name.origin()));
        return Sha256.of((VERSION + text(named)).getBytes(StandardCharsets.UTF_8));
    }

    /** The content as text: the same for the same content, wherever and in whatever order of keys it is written. */
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

    /** Lengths before texts, so that no two trees have the same text. */
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
