package org.advalorem.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Transactions;

/**
 * The part of the outline that a memorandum shows, without companies not requested, without notes that are not to the point
 * and without empty sections.
 */
public final class MemoOutline {
    private MemoOutline() {}

    static List<Outline.Item> items(EvaluatedScenario scenario) {
        return all(scenario).stream()
                .flatMap(item -> relevant(item, scenario))
                .filter(item -> !isEmpty(item))
                .toList();
    }

    /** The same with the notes that are not to the point, for a reader who can make them be. */
    public static List<Outline.Item> all(EvaluatedScenario scenario) {
        Set<String> hidden = scenario.determination().companies().stream()
                .filter(company -> !scenario.companies().contains(company))
                .map(company -> company.address().toString())
                .collect(Collectors.toSet());
        List<String> parts = hidden.stream()
                .flatMap(address -> Stream.of(address + ".year.", address + ".product."))
                .toList();
        return scenario.determination().calculation().outline().items().stream()
                .filter(item -> !(item instanceof Outline.Section section)
                        || (!hidden.contains(section.about()) && parts.stream().noneMatch(section.about()::startsWith)))
                .filter(item -> !isEmpty(item))
                .toList();
    }

    /** An item without the notes in it whose truth does not hold. */
    private static Stream<Outline.Item> relevant(Outline.Item item, EvaluatedScenario scenario) {
        if (item instanceof Outline.Section section) {
            return Stream.of(new Outline.Section(
                    section.title(),
                    section.about(),
                    section.items().stream()
                            .flatMap(inner -> relevant(inner, scenario))
                            .toList()));
        }
        return item instanceof Outline.Note note
                        && !note.when().map(scenario.values()::holds).orElse(true)
                ? Stream.empty()
                : Stream.of(item);
    }

    /** Whether an item shows nothing: a section with no content, or transactions, which are listed only on request. */
    public static boolean isEmpty(Outline.Item item) {
        return item instanceof Transactions
                || (item instanceof Outline.Section section
                        && section.items().stream().allMatch(MemoOutline::isEmpty));
    }
}
