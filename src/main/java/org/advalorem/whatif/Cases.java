package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.advalorem.engine.PackedReader;
import org.advalorem.engine.PackedWriter;
import org.advalorem.engine.Varied;
import org.advalorem.engine.Workers;
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
    private static final String CASES = "cases";

    /** The cases that a worker does as one piece. */
    private static final int MOST_AT_ONCE = 4096;

    private final Model model;
    private final List<ValueRange> ranges;
    private final List<Boolean> moved;
    private final Problems problems;

    /** Cases for which the calculation is built once, by their places. */
    private record Slice(List<Integer> structure, List<Integer> places) {}

    /** Receives a result of one of the cases of a slice, by its place in the slice. */
    @FunctionalInterface
    private interface Sink {
        void put(int of, int key, double value);
    }

    private Cases(Model model, List<ValueRange> ranges, Problems problems) {
        this.model = model;
        this.ranges = ranges;
        this.problems = problems;
        this.moved = ranges.stream().map(this::isMoved).toList();
    }

    /** The same cases with problems noted elsewhere. */
    private Cases(Cases same, Problems problems) {
        this.model = same.model;
        this.ranges = same.ranges;
        this.problems = problems;
        this.moved = same.moved;
    }

    /**
     * The results in every case; a case that is not reached or cannot be calculated has none.
     *
     * @param cases for each case, the index of the value it takes in every range
     * @param workers who evaluates them; empty for the current thread
     * @param problems receives the cases that cannot be calculated
     */
    static ResultFrame evaluate(
            Model model,
            List<ValueRange> ranges,
            List<List<Integer>> cases,
            List<ResultKey> keys,
            Optional<Workers> workers,
            Progress progress,
            Problems problems) {
        Cases all = new Cases(model, ranges, problems);
        ResultFrame results = ResultFrame.empty(keys, cases.size());
        if (all.areInPercent() && all.areApart()) {
            List<Slice> slices = all.slices(cases, workers.isPresent() ? MOST_AT_ONCE : Integer.MAX_VALUE);
            if (workers.isPresent()) {
                all.evaluate(slices, cases, results, workers.get(), progress);
            } else {
                all.evaluate(slices, cases, results, progress);
            }
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

    /** The cases by structure, in order, with at most that many in a slice. */
    private List<Slice> slices(List<List<Integer>> cases, int most) {
        Map<List<Integer>, List<Integer>> byStructure = new LinkedHashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            byStructure
                    .computeIfAbsent(structure(cases.get(i)), key -> new ArrayList<>())
                    .add(i);
        }
        List<Slice> slices = new ArrayList<>();
        byStructure.forEach((structure, places) -> {
            for (int from = 0; from < places.size(); from += Math.min(most, places.size())) {
                slices.add(new Slice(structure, places.subList(from, from + Math.min(most, places.size() - from))));
            }
        });
        return slices;
    }

    private void evaluate(List<Slice> slices, List<List<Integer>> cases, ResultFrame results, Progress progress) {
        long done = 0;
        for (Slice slice : slices) {
            boolean built = evaluate(
                    slice,
                    cases,
                    results.keys(),
                    (of, key, value) -> results.put(slice.places().get(of), key, value));
            done += slice.places().size();
            if (repeats(built) || !progress.reached(CASES, done, cases.size())) {
                break;
            }
        }
    }

    /** Whether one invalid number says what is wrong with all of them; words may each be misspelt in their own way. */
    private boolean repeats(boolean built) {
        return !built && ranges.stream().noneMatch(range -> range.numbers().isEmpty());
    }

    /** The same with slices evaluated by workers; one with a problem is evaluated again here, where it is noted. */
    private void evaluate(
            List<Slice> slices, List<List<Integer>> cases, ResultFrame results, Workers workers, Progress progress) {
        List<ResultKey> keys = results.keys();
        List<Optional<double[][]>> made = RemotePieces.untilStopped(
                workers,
                slices.size(),
                new byte[0],
                known -> piece -> columns(slices.get(piece), cases, keys),
                new ColumnsForm(keys.size()),
                CASES,
                progress);
        for (int i = 0; i < made.size(); i++) {
            Slice slice = slices.get(i);
            if (made.get(i).isEmpty()) {
                boolean built = evaluate(
                        slice,
                        cases,
                        keys,
                        (of, key, value) -> results.put(slice.places().get(of), key, value));
                if (repeats(built)) {
                    return;
                }
            } else {
                put(slice, made.get(i).get(), results);
            }
        }
    }

    private static void put(Slice slice, double[][] columns, ResultFrame results) {
        for (int key = 0; key < columns.length; key++) {
            for (int of = 0; of < columns[key].length; of++) {
                results.put(slice.places().get(of), key, columns[key][of]);
            }
        }
    }

    /** The results of a slice, with a column for each key that the model has; empty if there is a problem. */
    private Optional<double[][]> columns(Slice slice, List<List<Integer>> cases, List<ResultKey> keys) {
        double[][] columns = new double[keys.size()][0];
        Problems own = new Problems();
        new Cases(this, own).evaluate(slice, cases, keys, (of, key, value) -> {
            if (columns[key].length == 0) {
                columns[key] = new double[slice.places().size()];
            }
            columns[key][of] = value;
        });
        return own.isEmpty() ? Optional.of(columns) : Optional.empty();
    }

    /** The bytes of the columns of a slice. */
    private record ColumnsForm(int keys) implements RemotePieces.Form<Optional<double[][]>> {
        @Override
        public boolean write(Optional<double[][]> columns, PackedWriter out) {
            columns.ifPresent(of -> Arrays.stream(of).forEach(column -> out.numbers(column, column.length)));
            return columns.isPresent();
        }

        @Override
        public Optional<double[][]> read(int piece, PackedReader in) {
            double[][] columns = new double[keys][];
            Arrays.setAll(columns, key -> in.numbers());
            return Optional.of(columns);
        }
    }

    /** Evaluates a slice; whether its calculation could be built. */
    private boolean evaluate(Slice slice, List<List<Integer>> cases, List<ResultKey> keys, Sink sink) {
        List<Assignment> settings = new ArrayList<>();
        for (int r = 0; r < ranges.size(); r++) {
            if (!moved.get(r)) {
                settings.add(ranges.get(r).assignment(slice.structure().get(r)));
            }
        }
        Optional<Model> of = settings.isEmpty() ? Optional.of(model) : model.with(settings, problems);
        of.ifPresent(built -> evaluate(built, slice.places(), cases, keys, sink));
        return of.isPresent();
    }

    /** The case with the indices of ranges that only move inputs masked out. */
    private List<Integer> structure(List<Integer> of) {
        return IntStream.range(0, ranges.size())
                .mapToObj(r -> moved.get(r) ? -1 : of.get(r))
                .toList();
    }

    private void evaluate(
            Model built, List<Integer> places, List<List<Integer>> cases, List<ResultKey> keys, Sink sink) {
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
        for (int key = 0; key < keys.size(); key++) {
            Optional<Term> term = built.results().find(keys.get(key));
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
                        for (int output = 0; output < computed.length; output++) {
                            sink.put((int) first + i, known.get(output), computed[output][i]);
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
