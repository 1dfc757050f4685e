package org.advalorem;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.advalorem.engine.Values;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.InvalidScenarioException;
import org.advalorem.facts.Origin;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Determination;
import org.advalorem.rules.Programs;
import org.advalorem.rules.ScenarioFields;
import org.advalorem.rules.deposits.Deposits;
import org.advalorem.rules.deposits.FirmName;
import org.advalorem.rules.deposits.RateTable;
import org.advalorem.scenario.Scenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No field is read and then forgotten: some other value of every single value of the scenario that uses every rule changes
 * some result, under its own text of the regulation or under an earlier one, unless its field is declared descriptive.
 */
@Tag("slow")
class InertnessTest {
    private static final Path EVERY_PROGRAM = Path.of("scenarios/every-program/scenario.yaml");
    private static final Pattern NUMBER = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(.*)");
    private static final Set<String> BESIDE_A_VALUE = Set.of("status", "source", "public");
    private static final Set<String> ELSEWHERE = Set.of("uncertain", "issues", "expect");

    private static final List<String> FIRMS = List.of(
            "Northern Group",
            "Northern Agency",
            "Northern Mill",
            "Southern Trading",
            "First Producer",
            "Second Producer",
            "Eastern Works",
            "Old Foundry",
            "Harbor Steel",
            "A firm of no table");
    private static final List<RateTable.Entry> ENTRIES = entries();

    @Test
    void everySingleValueMatters() {
        Scenario scenario = Shipped.read(EVERY_PROGRAM);
        Determination determination = Shipped.determination(scenario, scenario.tree());
        Set<Origin> descriptive = new LinkedHashSet<>();
        Set<Origin> quantities = new LinkedHashSet<>();
        for (FactRegister.Fact fact : determination.register().all()) {
            if (fact.descriptive()) {
                descriptive.add(fact.origin());
            }
            if (fact.term().isPresent()) {
                quantities.add(fact.origin());
            }
        }
        Collection<Set<String>> words = words(scenario.tree());
        Scenario earlier = Shipped.read(EVERY_PROGRAM, "proceeding.regulation=2024");
        Grounds now = new Grounds(scenario);
        Grounds before = new Grounds(earlier);
        List<String> inert = new ArrayList<>();
        for (TreeWalk.Leaf leaf : TreeWalk.leaves(scenario.tree())) {
            boolean asked = !descriptive.contains(leaf.scalar().origin())
                    && !ELSEWHERE.contains(leaf.path().get(0))
                    && !isBesideAValue(leaf)
                    && !isNotApplied(leaf)
                    && !isOfNoCount(leaf);
            boolean quantity = quantities.contains(leaf.scalar().origin());
            if (asked
                    && Stream.of(now.alone(leaf), before.alone(leaf), now.whole(), before.whole())
                            .flatMap(Optional::stream)
                            .noneMatch(ground -> matters(ground, leaf, words, quantity))) {
                inert.add(leaf.toString());
            }
        }
        assertThat(inert).isEmpty();
    }

    private static boolean isBesideAValue(TreeWalk.Leaf leaf) {
        int parts = leaf.path().size();
        if (parts > 1 && leaf.path().get(parts - 2).equals("source")) {
            return true;
        }
        return leaf.key() instanceof String key
                && BESIDE_A_VALUE.contains(key)
                && leaf.ancestors().get(leaf.ancestors().size() - 1) instanceof SourceNode.Mapping mapping
                && mapping.entries().containsKey("value");
    }

    /** What belongs to a program that is not applied cannot matter, except the word that says so. */
    private static boolean isNotApplied(TreeWalk.Leaf leaf) {
        return !leaf.key().equals("applied")
                && says(leaf.ancestors().get(leaf.ancestors().size() - 1), "applied", "no");
    }

    /**
     * What a change of a program that does not count, a rate that is not in force, or one of another kind of importer says for
     * the case that it did.
     */
    private static boolean isOfNoCount(TreeWalk.Leaf leaf) {
        List<Object> path = leaf.path();
        if (leaf.key().equals("overpayment-corporate")) {
            return true;
        }
        return path.get(0).equals("deposits")
                && path.size() > 3
                && leaf.ancestors().stream()
                        .anyMatch(part -> (says(part, "terminated", "yes")
                                        && List.of("on", "rates").contains(path.get(3)))
                                || (says(part, "status", "deactivated")
                                        && !leaf.key().equals("status")));
    }

    private static boolean says(SourceNode part, String key, String word) {
        return part instanceof SourceNode.Mapping mapping
                && mapping.entries().get(key) instanceof SourceNode.Scalar scalar
                && scalar.text().equals(word);
    }

    /** A tree in which values are changed, and the results before. */
    private record Ground(Scenario scenario, SourceNode.Mapping tree, Map<String, Double> results) {
        static Optional<Ground> of(Scenario scenario, SourceNode.Mapping tree) {
            try {
                return Optional.of(
                        new Ground(scenario, tree, InertnessTest.results(Shipped.determination(scenario, tree))));
            } catch (InvalidScenarioException needsTheOthers) {
                return Optional.empty();
            }
        }
    }

    /** A scenario whole, and with one program alone: a value of a program is tried there first, which is quicker. */
    private static final class Grounds {
        private final Scenario scenario;
        private final Optional<Ground> whole;
        private final Map<Object, Optional<Ground>> alone = new HashMap<>();

        Grounds(Scenario scenario) {
            this.scenario = scenario;
            this.whole = Ground.of(scenario, scenario.tree());
        }

        Optional<Ground> whole() {
            return whole;
        }

        /** The scenario with the program alone to which the value belongs, if there is one that stands alone. */
        Optional<Ground> alone(TreeWalk.Leaf leaf) {
            List<Object> path = leaf.path();
            Optional<Object> program = isIn(path, 2, "programs")
                    ? Optional.of(path.get(1))
                    : isIn(path, 4, "companies") && path.get(2).equals("uses")
                            ? Optional.of(path.get(3))
                            : Optional.empty();
            return program.flatMap(name -> alone.computeIfAbsent(
                    name, of -> Ground.of(scenario, TreeWalk.without(scenario.tree(), way -> isOther(way, of)))));
        }

        private static boolean isOther(List<Object> path, Object program) {
            return (path.size() == 2
                            && path.get(0).equals("programs")
                            && !path.get(1).equals(program))
                    || (path.size() == 4
                            && path.get(0).equals("companies")
                            && path.get(2).equals("uses")
                            && !path.get(3).equals(program));
        }

        private static boolean isIn(List<Object> path, int deep, String first) {
            return path.size() > deep && path.get(0).equals(first);
        }
    }

    private static boolean matters(Ground ground, TreeWalk.Leaf leaf, Collection<Set<String>> words, boolean quantity) {
        for (String text : others(leaf.scalar().text(), words)) {
            SourceNode.Scalar changed = new SourceNode.Scalar(
                    text, leaf.scalar().quoted(), leaf.scalar().origin());
            SourceNode.Mapping tree = TreeWalk.replaced(ground.tree(), leaf.path(), given -> Optional.of(changed));
            try {
                if (!results(Shipped.determination(ground.scenario(), tree)).equals(ground.results())) {
                    return true;
                }
            } catch (InvalidScenarioException invalid) {
                // a quantity that is refused has not shown what it does; structure that leads elsewhere has
                if (!quantity) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Map<String, Double> results(Determination determination) {
        Values values = Values.of(determination.calculation());
        Map<String, Double> results = new LinkedHashMap<>();
        determination
                .results()
                .keys()
                .forEach(key -> results.put(
                        key.toString(),
                        values.of(determination.results().find(key).orElseThrow())));
        results.put("failed", (double) values.failed().size());
        deposits(determination.deposits(), values, results);
        return results;
    }

    /** What entries deposit under the tables of dated rates: that is asked entry by entry, and is no result. */
    private static void deposits(Deposits deposits, Values values, Map<String, Double> results) {
        deposits.otherDuties().forEach((name, rate) -> results.put("duty " + name, values.of(rate)));
        List<RateTable> tables = Stream.of(deposits.dated(), deposits.antidumpingTable())
                .flatMap(Optional::stream)
                .toList();
        for (RateTable table : tables) {
            for (RateTable.Entry entry : ENTRIES) {
                results.put(
                        tables.indexOf(table) + " " + entry,
                        table.find(entry).lines().stream()
                                .mapToDouble(line -> values.of(line.deposit()))
                                .max()
                                .orElse(Double.NaN));
            }
        }
    }

    /** An entry of every pair of firms that the tables name, on days before, within and after those of the rates. */
    private static List<RateTable.Entry> entries() {
        List<RateTable.Entry> entries = new ArrayList<>();
        for (String exporter : FIRMS) {
            for (String producer : FIRMS) {
                for (String day : List.of("2025-04-28", "2025-08-18", "2025-08-25", "2025-12-31", "2026-01-01")) {
                    entries.add(new RateTable.Entry(
                            FirmName.of(exporter),
                            Optional.of(FirmName.of(producer)),
                            Optional.of(LocalDate.parse(day))));
                }
            }
        }
        return List.copyOf(entries);
    }

    private static Set<String> others(String text, Collection<Set<String>> words) {
        Set<String> others = new LinkedHashSet<>();
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            LocalDate day = LocalDate.parse(text);
            for (LocalDate other : List.of(
                    day.plusYears(1), day.minusYears(1), day.plusDays(40), day.minusDays(40), day.minusYears(20))) {
                others.add(other.toString());
            }
            return others;
        }
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            double value = Double.parseDouble(number.group(1));
            for (double other : new double[] {
                value + 1, value * 0.75, value * 1.25, Math.max(0, value - 1), value * 4, value / 16, value * 40
            }) {
                String written = BigDecimal.valueOf(other).stripTrailingZeros().toPlainString();
                others.add(written + number.group(2));
            }
        }
        for (Set<String> set : words) {
            if (set.contains(text)) {
                set.stream().filter(word -> !word.equals(text)).forEach(others::add);
            }
        }
        if (!number.matches()) {
            others.add("domestic");
            others.add(text + "x");
        }
        return others;
    }

    /** Sets of words that may stand for one another: choices of the schema, and names of parts of the scenario. */
    private static Collection<Set<String>> words(SourceNode.Mapping tree) {
        List<Set<String>> words = new ArrayList<>();
        collectEnums(new ScenarioFields(Programs.shipped()).fields().schema(), words);
        collectNames(tree, words);
        return words;
    }

    private static void collectEnums(Object schema, List<Set<String>> words) {
        if (schema instanceof Map<?, ?> map) {
            if (map.get("enum") instanceof List<?> list) {
                Set<String> set = new LinkedHashSet<>();
                list.forEach(word -> set.add(word.toString()));
                words.add(set);
            }
            map.values().forEach(value -> collectEnums(value, words));
        } else if (schema instanceof List<?> list) {
            list.forEach(value -> collectEnums(value, words));
        }
    }

    private static void collectNames(SourceNode given, List<Set<String>> words) {
        if (given instanceof SourceNode.Mapping mapping) {
            words.add(mapping.entries().keySet());
            mapping.entries().values().forEach(value -> collectNames(value, words));
        } else if (given instanceof SourceNode.Sequence sequence) {
            sequence.items().forEach(item -> collectNames(item, words));
        }
    }
}
