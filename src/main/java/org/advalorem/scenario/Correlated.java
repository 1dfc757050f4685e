package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.advalorem.facts.Address;
import org.advalorem.facts.KnownKeys;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.Source;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.WrittenNumber;

/**
 * An entry of {@code correlations}: two uncertain inputs and their Spearman rank correlation, {@code {of: [a, b], rank:
 * 0.6}}.
 *
 * @param rank from -1 to 1
 * @param origin where the rank is written
 */
public record Correlated(Address first, Address second, double rank, Origin origin) {
    /** The pair and its correlation, plus the provenance keys that any value may have. */
    private static final List<String> KEYS = List.of("of", "rank", "status", "source", "public");

    private static final String FORM =
            "Write {of: [first address, second address], rank: 0.6}, with a rank from -1 to 1.";

    /** The correlations of a scenario; unreadable entries are reported as problems. */
    public static List<Correlated> read(Scenario scenario, Problems problems) {
        List<Correlated> correlations = new ArrayList<>();
        SourceNode given = scenario.tree().entries().get("correlations");
        if (given instanceof SourceNode.Sequence list) {
            for (SourceNode item : list.items()) {
                int before = problems.size();
                Optional<Correlated> read = of(item, scenario, problems);
                read.filter(correlated -> isNew(correlated, correlations, problems))
                        .ifPresent(correlations::add);
                if (read.isEmpty() && problems.size() == before) {
                    problems.add(Problem.Code.AV502, item.origin(), "This is not a correlation of two inputs.", FORM);
                }
            }
        } else if (given != null) {
            problems.add(Problem.Code.AV502, given.origin(), "(correlations) must be a list.", FORM);
        }
        return List.copyOf(correlations);
    }

    /**
     * The correlation; empty if it is not readable, in which case a problem is reported only when it is more specific
     * than the general one.
     */
    private static Optional<Correlated> of(SourceNode item, Scenario scenario, Problems problems) {
        if (!(item instanceof SourceNode.Mapping mapping)) {
            return Optional.empty();
        }
        KnownKeys.check(mapping, KEYS, "in a correlation", problems);
        Source.check(mapping, Address.ROOT.child("correlations"), problems);
        if (!(mapping.entries().get("of") instanceof SourceNode.Sequence pair)
                || pair.items().size() != 2
                || !(pair.items().get(0) instanceof SourceNode.Scalar first)
                || !(pair.items().get(1) instanceof SourceNode.Scalar second)
                || !(mapping.entries().get("rank") instanceof SourceNode.Scalar rank)) {
            return Optional.empty();
        }
        Optional<WrittenNumber> measure =
                WrittenNumber.parse(rank.text()).filter(read -> read.unit().isEmpty());
        try {
            Address from = scenario.named(Address.parse(first.text()));
            Address to = scenario.named(Address.parse(second.text()));
            return measure.map(read -> new Correlated(from, to, read.value().doubleValue(), rank.origin()))
                    .filter(read -> isPossible(read, rank, second, problems));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isPossible(
            Correlated read, SourceNode.Scalar rank, SourceNode.Scalar second, Problems problems) {
        int before = problems.size();
        if (read.first().equals(read.second())) {
            problems.add(
                    Problem.Code.AV502,
                    second.origin(),
                    "(" + read.second() + ") is correlated with itself.",
                    "Name two different inputs.");
        }
        if (Math.abs(read.rank()) > 1.0) {
            problems.add(
                    Problem.Code.AV502,
                    rank.origin(),
                    "The rank correlation is (" + rank.text() + "); it must be from -1 to 1.",
                    "");
        }
        return problems.size() == before;
    }

    /** Whether no earlier entry has the same pair, in either order; a duplicate is reported. */
    private static boolean isNew(Correlated read, List<Correlated> earlier, Problems problems) {
        Optional<Correlated> same = earlier.stream()
                .filter(other -> Set.of(other.first(), other.second()).equals(Set.of(read.first(), read.second())))
                .findFirst();
        same.ifPresent(other -> problems.add(
                Problem.Code.AV502,
                read.origin(),
                "The correlation of (" + read.first() + ") and (" + read.second() + ") is given twice, first at "
                        + other.origin() + ".",
                "Keep one of them."));
        return same.isEmpty();
    }
}
