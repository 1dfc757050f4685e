package org.advalorem.engine;

import java.util.Arrays;
import java.util.List;

/** Exchanges in which every draw is fully re-evaluated. */
final class FullPickFreeze extends PickFreeze {
    FullPickFreeze(Batch batch, List<List<Integer>> exchanges) {
        super(batch, exchanges);
    }

    @Override
    public boolean downstreamOnly() {
        return false;
    }

    @Override
    public boolean reaches(int exchange, int output) {
        return batch().constant(output).isEmpty();
    }

    @Override
    public long operations() {
        return batch().operationsPerDraw();
    }

    @Override
    public long exchangeOperations() {
        return exchanges().size() * operations();
    }

    @Override
    Worker worker(BlockSource first, BlockSource second) {
        return new Mixed(first, second);
    }

    /** Draws whose columns come from either sample, kept for one chunk. */
    private final class Mixed implements Worker, BlockSource {
        private final Columns first;
        private final Columns second;
        private final boolean[] taken = new boolean[batch().columnCount()];
        private final ChunkEvaluator evaluator = batch().evaluator(this);
        private final double[][] firstOutputs = new double[batch().outputCount()][BatchRun.CHUNK];
        private final double[][] secondOutputs = new double[batch().outputCount()][BatchRun.CHUNK];

        Mixed(BlockSource first, BlockSource second) {
            this.first = new Columns(first, taken.length);
            this.second = new Columns(second, taken.length);
        }

        @Override
        public RequirementTally evaluate(long firstDraw, int count, Reader<?> reader) {
            first.begin(firstDraw, count);
            second.begin(firstDraw, count);
            RequirementTally tally = new RequirementTally(batch().requirements());
            Arrays.fill(taken, false);
            evaluate(firstDraw, count, tally, firstOutputs);
            Arrays.fill(taken, true);
            evaluate(firstDraw, count, tally, secondOutputs);
            reader.samples(0, count, firstOutputs, secondOutputs);
            for (int exchange = 0; exchange < exchanges().size(); exchange++) {
                Arrays.fill(taken, false);
                exchanges().get(exchange).forEach(column -> taken[column] = true);
                tally.add(evaluator.evaluate(firstDraw, count));
                reader.exchanged(exchange, 0, count, evaluator.columns());
            }
            return tally;
        }

        private void evaluate(long firstDraw, int count, RequirementTally tally, double[][] copy) {
            tally.add(evaluator.evaluate(firstDraw, count));
            for (int i = 0; i < copy.length; i++) {
                System.arraycopy(evaluator.columns()[i], 0, copy[i], 0, count);
            }
        }

        @Override
        public void fill(int column, long firstDraw, int count, double[] out) {
            (taken[column] ? second : first).copy(column, firstDraw, count, out);
        }
    }

    /** The columns of one sample in one chunk, drawn when first needed. */
    private static final class Columns {
        private final BlockSource source;
        private final double[][] drawn;
        private final boolean[] filled;
        private long firstDraw;
        private int count;

        Columns(BlockSource source, int columns) {
            this.source = source;
            drawn = new double[columns][0];
            filled = new boolean[columns];
        }

        void begin(long draw, int n) {
            firstDraw = draw;
            count = n;
            Arrays.fill(filled, false);
        }

        void copy(int column, long draw, int n, double[] out) {
            if (!filled[column]) {
                if (drawn[column].length == 0) {
                    drawn[column] = new double[BatchRun.CHUNK];
                }
                source.fill(column, firstDraw, count, drawn[column]);
                filled[column] = true;
            }
            System.arraycopy(drawn[column], (int) (draw - firstDraw), out, 0, n);
        }
    }
}
