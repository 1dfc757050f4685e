package org.advalorem.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;

/** The text of a scenario that is stated value by value. */
public final class ScenarioText {
    private ScenarioText() {}

    /**
     * The YAML that states what the arguments state, in the order in which the parts are first named; the later of two values
     * at one address counts. Whether the addresses mean anything is seen when the text is read.
     *
     * @param arguments of the form {@code address=value}; one that cannot be read is reported and left out
     */
    public static String of(List<String> arguments, Problems problems) {
        SourceNode.Mapping tree = Trees.NOTHING;
        for (String argument : arguments) {
            Optional<Assignment> stated = SetArgument.parse(AddressArgument.WRITTEN, argument, problems);
            if (stated.isPresent()) {
                tree = with(tree, stated.get(), 0, problems);
            }
        }
        return YamlWriter.write(tree);
    }

    private static SourceNode.Mapping with(SourceNode.Mapping in, Assignment stated, int depth, Problems problems) {
        List<String> segments = stated.address().segments();
        String key = segments.get(depth);
        if (depth == segments.size() - 1) {
            return Trees.with(in, key, stated.origin(), stated.value());
        }
        SourceNode below = in.entries().getOrDefault(key, new SourceNode.Mapping(Map.of(), Map.of(), stated.origin()));
        if (below instanceof SourceNode.Mapping mapping) {
            return Trees.with(in, key, stated.origin(), with(mapping, stated, depth + 1, problems));
        }
        problems.add(
                Problem.Code.AV212,
                stated.origin(),
                "Nothing can be stated at (" + stated.address() + "): ("
                        + String.join(".", segments.subList(0, depth + 1)) + ") is stated as a "
                        + (below instanceof SourceNode.Scalar ? "single value." : "list."),
                "State either the whole or its parts.");
        return in;
    }
}
