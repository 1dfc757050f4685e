package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.advalorem.calculation.Term;
import org.advalorem.engine.BatchPlan;
import org.advalorem.facts.Problems;
import org.advalorem.rules.ResultKey;
import org.advalorem.scenario.Assignment;

/** Whether any result depends on what varies: none depends on a markup where no adjustment is made. */
public final class Dependence {
    /** The most values that are tried, and the most combinations of other values; beyond them nothing is claimed. */
    private static final int MOST = 16;

    private Dependence() {}

    /**
     * The addresses of the ranges on which no result depends, with the other ranges at any of their values.
     *
     * @param cases for each case, the index of the value it takes in every range
     */
    public static List<String> unused(Model model, List<ValueRange> ranges, List<List<Integer>> cases) {
        List<String> unused = new ArrayList<>();
        for (int r = 0; r < ranges.size(); r++) {
            ValueRange range = ranges.get(r);
            Set<List<Assignment>> others = others(model, ranges, cases, r);
            if (others.size() <= MOST && others.stream().noneMatch(settings -> depends(model, settings, range))) {
                unused.add(range.address().toString());
            }
        }
        return unused;
    }

    /** The addresses of the ranges, moved one at a time, on which no result depends. */
    public static List<String> unused(Model model, List<ValueRange> ranges) {
        return ranges.stream()
                .flatMap(range -> unused(model, List.of(range), List.of()).stream())
                .toList();
    }

    /** The combinations of the other ranges' values for which the calculation is built anew. */
    private static Set<List<Assignment>> others(
            Model model, List<ValueRange> ranges, List<List<Integer>> cases, int except) {
        List<Integer> rebuilding = IntStream.range(0, ranges.size())
                .filter(r -> r != except
                        && ranges.get(r)
                                .perturbation()
                                .filter(perturbation ->
                                        !perturbation.inputs(model).isEmpty())
                                .isEmpty())
                .boxed()
                .toList();
        Set<List<Integer>> places = new LinkedHashSet<>();
        cases.forEach(of -> places.add(rebuilding.stream().map(of::get).toList()));
        Set<List<Assignment>> others = new LinkedHashSet<>(List.of(List.of()));
        for (List<Integer> of : places) {
            others.add(IntStream.range(0, of.size())
                    .mapToObj(i -> ranges.get(rebuilding.get(i)).assignment(of.get(i)))
                    .toList());
        }
        return others;
    }

    private static boolean depends(Model model, List<Assignment> settings, ValueRange range) {
        Optional<Model> built = settings.isEmpty() ? Optional.of(model) : model.with(settings, new Problems());
        return built.filter(of ->
                        range.perturbation().filter(moved -> moves(moved, of)).isPresent() || changes(range, of))
                .isPresent();
    }

    /** Whether any result depends on the perturbation. */
    static boolean moves(Perturbation perturbation, Model model) {
        List<Term> results = model.results().terms();
        Optional<BatchPlan> plan = perturbation
                .varied(model)
                .map(varied -> BatchPlan.of(model.determination().calculation(), List.of(varied), results));
        return plan.filter(of -> IntStream.range(0, results.size())
                        .anyMatch(i -> of.constant(i).isEmpty()))
                .isPresent();
    }

    /**
     * Whether a value of the range that rebuilds the calculation changes a result: each word, or three of the numbers.
     * What cannot be told counts as a change.
     */
    private static boolean changes(ValueRange range, Model model) {
        IntStream places = range.numbers().isEmpty()
                ? IntStream.range(0, range.size())
                : IntStream.of(0, range.size() / 2, range.size() - 1).distinct();
        if (range.numbers().isEmpty() && range.size() > MOST) {
            return true;
        }
        List<Model> rebuilt = places.mapToObj(place -> model.with(List.of(range.assignment(place)), new Problems()))
                .flatMap(Optional::stream)
                .toList();
        return rebuilt.isEmpty() || rebuilt.stream().anyMatch(other -> differs(model, other));
    }

    private static boolean differs(Model one, Model other) {
        List<ResultKey> keys = one.results().keys();
        return !keys.equals(other.results().keys())
                || keys.stream().anyMatch(key -> !Objects.equals(one.result(key), other.result(key)));
    }
}
