package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.advalorem.facts.Address;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;

/**
 * A contested issue with its positions, an entry of {@code issues}.
 *
 * @param positions at least two, in the order written
 * @param origin where its name is written
 */
public record Issue(String name, List<Position> positions, Origin origin) {
    private static final String FORM = "Write {denied: {companies.acme.export-value-adjustment.method: none}, granted:"
            + " {companies.acme.export-value-adjustment.method: ratio}}.";

    /** The issue with an unmodifiable copy of the positions. */
    public Issue {
        positions = List.copyOf(positions);
    }

    /**
     * The position that one side takes.
     *
     * @param settings the values that the side would have, applied together; empty for the baseline
     * @param origin where its name is written
     */
    public record Position(String name, List<Assignment> settings, Origin origin) {
        /** The position with an unmodifiable copy of the settings. */
        public Position {
            settings = List.copyOf(settings);
        }
    }

    /** The contested issues of a scenario; unreadable ones are reported as problems. */
    public static List<Issue> read(Scenario scenario, Problems problems) {
        List<Issue> issues = new ArrayList<>();
        SourceNode given = scenario.tree().entries().get("issues");
        if (given instanceof SourceNode.Mapping mapping) {
            mapping.entries().forEach((name, value) -> {
                if (value instanceof SourceNode.Mapping positions
                        && positions.entries().size() > 1) {
                    issues.add(of(name, mapping.keyOrigin(name), positions, problems));
                } else {
                    problems.add(
                            Problem.Code.AV503,
                            value.origin(),
                            "The issue (" + name + ") must have at least two positions.",
                            FORM);
                }
            });
        } else if (given != null) {
            problems.add(
                    Problem.Code.AV503, given.origin(), "(issues) must be a mapping from issues to positions.", FORM);
        }
        return List.copyOf(issues);
    }

    private static Issue of(String name, Origin origin, SourceNode.Mapping positions, Problems problems) {
        List<Position> read = new ArrayList<>();
        for (Map.Entry<String, SourceNode> entry : positions.entries().entrySet()) {
            List<Assignment> settings = new ArrayList<>();
            if (entry.getValue() instanceof SourceNode.Mapping mapping) {
                mapping.entries().forEach((address, value) -> {
                    try {
                        settings.add(new Assignment(Address.parse(address), value, mapping.keyOrigin(address)));
                    } catch (IllegalArgumentException e) {
                        problems.add(
                                Problem.Code.AV211, mapping.keyOrigin(address), String.valueOf(e.getMessage()), "");
                    }
                });
            } else {
                problems.add(
                        Problem.Code.AV503,
                        entry.getValue().origin(),
                        "The position (" + entry.getKey() + ") must be a mapping from addresses to values.",
                        FORM);
            }
            read.add(new Position(entry.getKey(), settings, positions.keyOrigin(entry.getKey())));
        }
        return new Issue(name, read, origin);
    }
}
