package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.advalorem.calculation.Term;
import org.advalorem.engine.BatchPlan;
import org.advalorem.engine.BatchWorker;
import org.advalorem.engine.Varied;
import org.advalorem.facts.Address;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.rules.ResultKey;
import org.advalorem.scenario.Assignment;

/**
 * Evaluation of a model in many cases, each of which takes one value from every range. Ranges of quantities move inputs
 * of the calculation; for every combination of the other values the calculation is rebuilt.
 */
final class Cases {
    private final Model model;
    private final List<ValueRange> ranges;
    private final List<Boolean> moved;
    private final Problems problems;

    private Cases(Model model, List<ValueRange> ranges, Problems problems) {
        this.model = model;
        this.ranges = ranges;
        this.problems = problems;
        this.moved = ranges.stream().map(this::isMoved).toList();
    }

    /**
     * The results in every case; a case that is not reached or cannot be calculated has none.
     *
     * @param cases for each case, the index of the value it takes in every range
     * @param problems receives the cases that cannot be calculated
     */
    static ResultFrame evaluate(
            Model model,
            List<ValueRange> ranges,
            List<List<Integer>> cases,
            List<ResultKey> keys,
            Progress progress,
            Problems problems) {
        Cases all = new Cases(model, ranges, problems);
        ResultFrame results = ResultFrame.empty(keys, cases.size());
        if (all.areInPercent() && all.areApart()) {
            all.evaluate(cases, results, progress);
        }
        return results;
    }

    private boolean areInPercent() {
        int before = problems.size();
        ranges.forEach(range -> range.isInPercent(model, problems));
        return problems.size() == before;
    }

    /** Whether no value is moved by two ranges; values that are moved twice are reported. */
    private boolean areApart() {
        List<PerturbationCheck.Place> places = ranges.stream()
                .flatMap(range -> range.perturbation().stream()
                        .map(perturbation -> new PerturbationCheck.Place(
                                perturbation, range.numbers().get(0), range.key(), range.origin())))
                .toList();
        boolean apart = PerturbationCheck.apart(model, places, problems);
        Set<Address> seen = new HashSet<>();
        for (ValueRange range : ranges) {
            if (!seen.add(range.address()) && apart) {
                PerturbationCheck.variesTwice(range.address(), range.origin(), problems);
                return false;
            }
        }
        return apart;
    }

    /** Whether the range only moves inputs. */
    private boolean isMoved(ValueRange range) {
        Optional<Perturbation> perturbation = range.perturbation();
        if (perturbation.isEmpty() || perturbation.get().inputs(model).isEmpty()) {
            return false;
        }
        // not the first value, where a factor may be one, nor the last, whose errors are reported with its case
        int place = range.size() / 2;
        Problems quiet = new Problems();
        return model.with(List.of(range.assignment(place)), quiet)
                .filter(rebuilt -> PerturbationCheck.agree(
                        model,
                        List.of(new PerturbationCheck.Place(
                                perturbation.get(), range.numbers().get(place), range.key(), range.origin())),
                        rebuilt))
                .isPresent();
    }

    private void evaluate(List<List<Integer>> cases, ResultFrame results, Progress progress) {
        Map<List<Integer>, List<Integer>> byStructure = new LinkedHashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            byStructure
                    .computeIfAbsent(structure(cases.get(i)), key -> new ArrayList<>())
                    .add(i);
        }
        long done = 0;
        for (Map.Entry<List<Integer>, List<Integer>> group : byStructure.entrySet()) {
            List<Assignment> settings = new ArrayList<>();
            for (int r = 0; r < ranges.size(); r++) {
                if (!moved.get(r)) {
                    settings.add(ranges.get(r).assignment(group.getKey().get(r)));
                }
            }
            Optional<Model> of = settings.isEmpty() ? Optional.of(model) : model.with(settings, problems);
            of.ifPresent(built -> evaluate(built, group.getValue(), cases, results));
            done += group.getValue().size();
            // one invalid number says what is wrong with all of them; words may each be misspelt in their own way
            boolean repeats = of.isEmpty()
                    && ranges.stream().noneMatch(range -> range.numbers().isEmpty());
            if (repeats || !progress.reached("cases", done, cases.size())) {
                break;
            }
        }
    }

    /** The case with the indices of ranges that only move inputs masked out. */
    private List<Integer> structure(List<Integer> of) {
        return IntStream.range(0, ranges.size())
                .mapToObj(r -> moved.get(r) ? -1 : of.get(r))
                .toList();
    }

    private void evaluate(Model built, List<Integer> places, List<List<Integer>> cases, ResultFrame results) {
        List<Varied> varied = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        for (int r = 0; r < ranges.size(); r++) {
            Optional<Varied> column = moved.get(r)
                    ? ranges.get(r).perturbation().flatMap(perturbation -> perturbation.varied(built))
                    : Optional.empty();
            if (column.isPresent()) {
                varied.add(column.get());
                columns.add(r);
            }
        }
        List<Term> outputs = new ArrayList<>();
        List<Integer> known = new ArrayList<>();
        for (int key = 0; key < results.keys().size(); key++) {
            Optional<Term> term = built.results().find(results.keys().get(key));
            if (term.isPresent()) {
                outputs.add(term.get());
                known.add(key);
            }
        }
        BatchWorker worker = BatchPlan.of(built.determination().calculation(), varied, outputs)
                .worker();
        worker.run(
                0,
                places.size(),
                (column, first, count, out) -> {
                    ValueRange range = ranges.get(columns.get(column));
                    for (int i = 0; i < count; i++) {
                        int of = cases.get(places.get((int) first + i)).get(columns.get(column));
                        out[i] = range.numbers().get(of).doubleValue();
                    }
                },
                (first, count, computed) -> {
                    for (int i = 0; i < count; i++) {
                        int row = places.get((int) first + i);
                        for (int output = 0; output < computed.length; output++) {
                            results.put(row, known.get(output), computed[output][i]);
                        }
                    }
                });
        for (int i = 0; i < worker.tally().requirements().size(); i++) {
            if (worker.tally().failed(i) > 0) {
                broken(worker.tally().requirements().get(i).message(), cases.get(places.get((int)
                        worker.tally().firstFailed(i))));
            }
        }
    }

    private void broken(String message, List<Integer> of) {
        String where = IntStream.range(0, ranges.size())
                .mapToObj(r ->
                        ranges.get(r).address() + "=" + ranges.get(r).values().get(of.get(r)))
                .collect(Collectors.joining(", "));
        problems.add(Problem.Code.AV404, ranges.get(0).origin(), "At " + where + ": " + message, "Narrow the range.");
    }
}
