package org.advalorem.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.advalorem.calculation.Requirement;

/**
 * A choice among several plans, made for each draw by its choice columns: draws over the structure of a calculation,
 * such as a method or whether a program is applied. Each plan runs only over the draws that select it, so many
 * alternatives cost little more than one, and every output has the same bits as {@link Values} at its draw.
 */
public final class BatchChoice extends Batch {
    /** The maximum number of alternatives. */
    public static final int MOST = 64;

    private final List<Choice> choices;
    private final List<Alternative> alternatives;
    private final int columns;
    private final int outputs;
    private final List<Requirement> requirements = new ArrayList<>();
    /** For each alternative, the number of the expression of each output. */
    private final List<List<Integer>> expressions = new ArrayList<>();

    /**
     * A column that selects alternatives by its numbers, from 0 to {@code positions - 1}.
     *
     * @param column its index among all columns of the draws
     * @param positions the number of positions
     */
    public record Choice(int column, int positions) {}

    /**
     * The calculation under one combination of positions.
     *
     * @param plan the plan of that calculation
     * @param columns for each varied column of the plan, its index among all columns of the draws
     * @param outputs for each requested output, its index among the outputs of the plan; -1 for one the calculation
     *     does not have, which is zero
     */
    public record Alternative(BatchPlan plan, List<Integer> columns, List<Integer> outputs) {
        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException if the number of columns is not that of the plan
         */
        public Alternative {
            columns = List.copyOf(columns);
            outputs = List.copyOf(outputs);
            if (columns.size() != plan.varied().size()) {
                throw new IllegalArgumentException(
                        "The plan has " + plan.varied().size() + " varied columns, and " + columns.size()
                                + " places are given for them.");
            }
        }

        OptionalDouble constant(int output) {
            int place = outputs.get(output);
            return place < 0 ? OptionalDouble.of(0.0) : plan.constant(place);
        }

        boolean reaches(int column, int output) {
            int own = columns.indexOf(column);
            int place = outputs.get(output);
            return own >= 0 && place >= 0 && plan.reaches(own, place);
        }
    }

    private BatchChoice(List<Choice> choices, List<Alternative> alternatives, int columns) {
        this.choices = List.copyOf(choices);
        this.alternatives = List.copyOf(alternatives);
        this.columns = columns;
        this.outputs = alternatives.get(0).outputs().size();
        alternatives.forEach(
                alternative -> requirements.addAll(alternative.plan().requirements()));
        Expressions numbering = new Expressions();
        alternatives.forEach(alternative -> expressions.add(expressions(alternative, numbering)));
    }

    private static List<Integer> expressions(Alternative alternative, Expressions numbering) {
        int[] nodes = numbering.of(alternative.plan().graph(), alternative.columns());
        return alternative.outputs().stream()
                .map(place -> place < 0
                        ? numbering.of(0.0)
                        : nodes[alternative.plan().outputNodes().get(place)])
                .toList();
    }

    /**
     * A choice among the given alternatives.
     *
     * @param choices the columns that select an alternative
     * @param alternatives one for every combination of positions, the last choice varying fastest
     * @param columns the total number of columns of the draws
     * @throws IllegalArgumentException if there is not one alternative for each combination, or there are more than
     *     {@link #MOST}
     */
    public static BatchChoice of(List<Choice> choices, List<Alternative> alternatives, int columns) {
        long combinations = 1;
        for (Choice choice : choices) {
            combinations *= choice.positions();
        }
        if (combinations != alternatives.size() || combinations > MOST) {
            throw new IllegalArgumentException("There are " + alternatives.size() + " alternatives for " + combinations
                    + " combinations of positions; there can be " + MOST + ".");
        }
        return new BatchChoice(choices, alternatives, columns);
    }

    @Override
    public List<Requirement> requirements() {
        return List.copyOf(requirements);
    }

    @Override
    public OptionalDouble constant(int output) {
        OptionalDouble common = alternatives.get(0).constant(output);
        boolean same = alternatives.stream()
                .allMatch(alternative -> alternative.constant(output).equals(common));
        return same ? common : OptionalDouble.empty();
    }

    /** A choice reaches an output that alternatives differing only in its position compute differently. */
    @Override
    public boolean reaches(int column, int output) {
        return isChosenBy(column, output)
                || alternatives.stream().anyMatch(alternative -> alternative.reaches(column, output));
    }

    private boolean isChosenBy(int column, int output) {
        int apart = 1;
        for (int i = choices.size() - 1; i >= 0; i--) {
            int positions = choices.get(i).positions();
            if (choices.get(i).column() == column) {
                for (int at = apart; at < alternatives.size(); at++) {
                    boolean isFirst = at / apart % positions == 0;
                    if (!isFirst
                            && !expressions
                                    .get(at)
                                    .get(output)
                                    .equals(expressions.get(at - apart).get(output))) {
                        return true;
                    }
                }
            }
            apart *= positions;
        }
        return false;
    }

    @Override
    int outputCount() {
        return outputs;
    }

    @Override
    int columnCount() {
        return columns;
    }

    @Override
    int operationsPerDraw() {
        return alternatives.stream()
                .mapToInt(alternative -> alternative.plan().operationsPerDraw())
                .max()
                .orElse(0);
    }

    @Override
    ChunkEvaluator evaluator(BlockSource source) {
        return new Evaluator(source);
    }

    /**
     * An evaluator that groups the draws of a chunk by alternative, runs each group, and restores the order of the
     * draws.
     */
    private final class Evaluator implements ChunkEvaluator {
        private final BlockSource source;
        private final List<BatchWorker> workers;
        private final double[][] drawn = new double[columns][];
        private final boolean[] filled = new boolean[columns];
        private final double[][] results = new double[outputs][BatchRun.CHUNK];
        private final int[] chosen = new int[BatchRun.CHUNK];
        private final int[] places = new int[BatchRun.CHUNK];
        private long firstDraw;
        private int count;

        Evaluator(BlockSource source) {
            this.source = source;
            this.workers = alternatives.stream()
                    .map(alternative -> alternative.plan().worker())
                    .toList();
        }

        @Override
        public double[][] columns() {
            return results;
        }

        @Override
        public RequirementTally evaluate(long first, int n) {
            firstDraw = first;
            count = n;
            Arrays.fill(filled, false);
            choose();
            RequirementTally tally = new RequirementTally(requirements);
            int offset = 0;
            for (int i = 0; i < alternatives.size(); i++) {
                run(i, offset, tally);
                offset += alternatives.get(i).plan().requirements().size();
            }
            return tally;
        }

        private void choose() {
            Arrays.fill(chosen, 0, count, 0);
            for (Choice choice : choices) {
                double[] positions = column(choice.column());
                for (int i = 0; i < count; i++) {
                    chosen[i] = chosen[i] * choice.positions() + (int) positions[i];
                }
            }
        }

        private double[] column(int column) {
            if (drawn[column] == null) {
                drawn[column] = new double[BatchRun.CHUNK];
            }
            if (!filled[column]) {
                source.fill(column, firstDraw, count, drawn[column]);
                filled[column] = true;
            }
            return drawn[column];
        }

        private void run(int number, int offset, RequirementTally tally) {
            int n = 0;
            for (int i = 0; i < count; i++) {
                if (chosen[i] == number) {
                    places[n++] = i;
                }
            }
            if (n == 0) {
                return;
            }
            Alternative alternative = alternatives.get(number);
            BatchWorker worker = workers.get(number);
            worker.tally().clear();
            worker.run(
                    0,
                    n,
                    (column, first, length, out) -> {
                        double[] values = column(alternative.columns().get(column));
                        for (int i = 0; i < length; i++) {
                            out[i] = values[places[(int) first + i]];
                        }
                    },
                    (first, length, computed) -> scatter(alternative, (int) first, length, computed));
            RequirementTally own = worker.tally();
            for (int i = 0; i < own.requirements().size(); i++) {
                if (own.failed(i) > 0) {
                    tally.add(offset + i, own.failed(i), firstDraw + places[(int) own.firstFailed(i)]);
                }
            }
        }

        private void scatter(Alternative alternative, int first, int length, double[][] computed) {
            for (int output = 0; output < outputs; output++) {
                int place = alternative.outputs().get(output);
                double[] result = results[output];
                for (int i = 0; i < length; i++) {
                    result[places[first + i]] = place < 0 ? 0.0 : computed[place][i];
                }
            }
        }
    }
}
