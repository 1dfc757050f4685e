package org.advalorem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.advalorem.engine.Values;
import org.advalorem.facts.InvalidScenarioException;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Determination;
import org.advalorem.scenario.Scenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every single value of every shipped scenario, or every fourth of many, deleted, renamed, retyped and negated: each mutant gives
 * a result, or an error at the line of the mutation or of a mapping around it, or one that names what is missed; nothing else
 * ever.
 */
@Tag("slow")
class MutationWalkTest {
    private static final int SHORT = 100;

    /** Parts that the rate does not read; their own readers are tested apart. */
    private static final Set<String> ELSEWHERE = Set.of("expect", "uncertain", "issues");

    @ParameterizedTest
    @MethodSource("org.advalorem.Shipped#files")
    void everyMutantGivesAResultOrAnErrorAtItsPlace(Path file) {
        Scenario scenario = Shipped.read(file);
        int mutants = 0;
        List<String> misplaced = new ArrayList<>();
        List<TreeWalk.Leaf> leaves = TreeWalk.leaves(scenario.tree()).stream()
                .filter(leaf -> !ELSEWHERE.contains(leaf.path().get(0)))
                .toList();
        // long scenarios by steps, unless the whole walk is asked for
        int step = leaves.size() > SHORT ? Integer.getInteger("advalorem.walk.step", 4) : 1;
        for (TreeWalk.Leaf leaf : IntStream.iterate(0, i -> i < leaves.size(), i -> i + step)
                .mapToObj(leaves::get)
                .toList()) {
            for (Map.Entry<String, SourceNode.Mapping> mutant :
                    mutants(scenario.tree(), leaf).entrySet()) {
                judge(scenario, leaf, mutant.getKey(), mutant.getValue(), misplaced);
                mutants++;
            }
        }
        assertThat(misplaced).isEmpty();
        assertThat(mutants).isGreaterThan(50);
    }

    /** What is missed elsewhere, a source that is picked or a program's value in a use, is told with its name. */
    private static boolean names(Problem problem, TreeWalk.Leaf leaf) {
        return leaf.path().stream()
                .anyMatch(step -> step instanceof String name
                        && name.length() > 2
                        && !name.equals("companies")
                        && !name.equals("programs")
                        && Pattern.compile("[( .']" + Pattern.quote(name) + "[) .']")
                                .matcher(problem.message())
                                .find());
    }

    private static Map<String, SourceNode.Mapping> mutants(SourceNode.Mapping root, TreeWalk.Leaf leaf) {
        Origin origin = leaf.scalar().origin();
        Map<String, SourceNode.Mapping> mutants = new LinkedHashMap<>();
        mutants.put("deleted", TreeWalk.replaced(root, leaf.path(), given -> Optional.empty()));
        if (leaf.key() instanceof String key) {
            mutants.put("renamed", TreeWalk.renamed(root, leaf.path(), key + "x"));
        }
        mutants.put("retyped to a word", with(root, leaf, new SourceNode.Scalar("qqq", false, origin)));
        mutants.put(
                "retyped to a mapping",
                with(
                        root,
                        leaf,
                        new SourceNode.Mapping(
                                Map.of("qqq", new SourceNode.Scalar("1", false, origin)),
                                Map.of("qqq", origin),
                                origin)));
        mutants.put("retyped to a list", with(root, leaf, new SourceNode.Sequence(List.of(leaf.scalar()), origin)));
        mutants.put(
                "negated",
                with(root, leaf, new SourceNode.Scalar("-" + leaf.scalar().text(), false, origin)));
        return mutants;
    }

    private static SourceNode.Mapping with(SourceNode.Mapping root, TreeWalk.Leaf leaf, SourceNode value) {
        return TreeWalk.replaced(root, leaf.path(), given -> Optional.of(value));
    }

    private static void judge(
            Scenario scenario, TreeWalk.Leaf leaf, String how, SourceNode.Mapping mutant, List<String> misplaced) {
        try {
            Determination determination = Shipped.determination(scenario, mutant);
            Values values = Values.of(determination.calculation());
            determination
                    .results()
                    .keys()
                    .forEach(key -> assertThat(Double.isFinite(values.of(
                                            determination.results().find(key).orElseThrow()))
                                    || !values.failed().isEmpty())
                            .as("%s %s: %s is a number, or a requirement failed", leaf, how, key)
                            .isTrue());
        } catch (InvalidScenarioException invalid) {
            Set<Integer> lines = new TreeSet<>();
            lines.add(leaf.scalar().origin().line());
            leaf.ancestors().forEach(ancestor -> lines.add(ancestor.origin().line()));
            List<Problem> there = invalid.problems().stream()
                    .filter(problem -> lines.contains(problem.origin().line()) || names(problem, leaf))
                    .toList();
            if (there.isEmpty()) {
                misplaced.add(leaf + " " + how + " gives " + invalid.getMessage());
            }
        } catch (RuntimeException unexpected) {
            throw new AssertionError(leaf + " " + how + " gives " + unexpected, unexpected);
        }
    }
}
