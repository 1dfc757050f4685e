package org.advalorem.scenario;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;

/** The problem reported for a setting whose address leads nowhere, with the address that was probably meant. */
final class UnknownAddress {
    private final FieldType<?> root;
    private final SourceNode.Mapping whole;
    private final Assignment setting;
    private final List<String> segments;
    private final Problems problems;

    UnknownAddress(FieldType<?> root, SourceNode.Mapping whole, Assignment setting, Problems problems) {
        this.root = root;
        this.whole = whole;
        this.setting = setting;
        this.segments = setting.address().segments();
        this.problems = problems;
    }

    /**
     * The exception to throw, after reporting that there is no such part.
     *
     * @param depth the index of the unknown segment in the address
     */
    ImpossibleSettingException in(SourceNode node, FieldType<?> kind, int depth) {
        Address parent = new Address(segments.subList(0, depth));
        String where = depth == 0 ? "a scenario" : "(" + parent + ")";
        String key = segments.get(depth);
        String message = node instanceof SourceNode.Scalar scalar
                ? where + " is the single value (" + scalar.text() + "); it has no (" + key + ")."
                : "There is no (" + key + ") in " + where + ".";
        problems.add(Problem.Code.AV211, setting.origin(), message, advice(key, parent, node, kind, depth));
        return new ImpossibleSettingException();
    }

    private static Collection<String> candidates(SourceNode node, FieldType<?> kind) {
        if (node instanceof SourceNode.Mapping mapping) {
            Collection<String> names = new LinkedHashSet<>(mapping.entries().keySet());
            names.addAll(kind.keys(mapping));
            return names;
        }
        return node instanceof SourceNode.Sequence list ? kind.itemNames(list) : List.of();
    }

    private String advice(String key, Address parent, SourceNode node, FieldType<?> kind, int depth) {
        if (kind.isFileName("") && !(node instanceof SourceNode.Sequence) && key.matches("[0-9]+")) {
            return kind.numberColumns().isEmpty()
                    ? "Change a row in the data file itself."
                    : "Correct a cell of the data file: "
                            + parent.child("corrected")
                                    .child(key)
                                    .child(kind.numberColumns().get(0))
                            + "=95; or change a whole column: "
                            + parent.child(kind.numberColumns().get(0)) + "=times 1.05.";
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
        List<String> elsewhere = new Addresses(root, whole).endingIn(segments.get(segments.size() - 1));
        return elsewhere.isEmpty()
                ? Nearest.advice(key, candidates)
                : "Did you mean (" + String.join(") or (", elsewhere) + ")?";
    }
}
