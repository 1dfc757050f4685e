package org.advalorem.engine;

import java.util.Arrays;

/**
 * A worker that runs a plan over ranges of draws, block by block, in buffers of its own. For one thread at a time; it
 * allocates nothing while it runs.
 */
public final class BatchWorker {
    static final int LARGEST_BLOCK = 1024;
    private static final int SMALLEST_BLOCK = 256;

    /** The most numbers that the buffers may hold together: half a megabyte, which a core mostly has to itself. */
    private static final int MOST_NUMBERS = 1 << 16;

    private static final int LINE = 8;
    private static final int HEADER = 2;

    private final BatchPlan plan;
    private final int blockSize;
    private final Program.Instruction[] instructions;
    private final double[][] buffers;
    private final double[][] own;
    private final double[][] outputs;
    private final RequirementTally tally;

    BatchWorker(BatchPlan plan, int blockSize) {
        this.plan = plan;
        this.blockSize = blockSize;
        Program program = plan.program();
        instructions = program.instructions().toArray(Program.Instruction[]::new);
        buffers = new double[program.buffers() + program.constants().size()][];
        for (int i = 0; i < buffers.length; i++) {
            buffers[i] = new double[length(blockSize)];
            if (i >= program.buffers()) {
                Arrays.fill(buffers[i], program.constants().get(i - program.buffers()));
            }
        }
        own = buffers.clone();
        outputs = new double[plan.outputs().size()][];
        tally = new RequirementTally(plan.calculation().requirements());
    }

    /**
     * Evaluates draws {@code firstDraw} to {@code firstDraw + count - 1} and hands over their outputs in order.
     *
     * @param firstDraw the number of the first draw, not negative
     * @param count the number of draws, not negative
     * @param source supplies the varied columns
     * @param sink receives the outputs of each block
     */
    public void run(long firstDraw, long count, BlockSource source, BlockSink sink) {
        long end = firstDraw + count;
        for (long draw = firstDraw; draw < end; draw += blockSize) {
            int n = (int) Math.min(blockSize, end - draw);
            for (Program.Instruction instruction : instructions) {
                if (instruction instanceof Program.Run run) {
                    run.pass().run(buffers, n);
                } else if (instruction instanceof Program.Fill fill) {
                    buffers[fill.place()] = source.column(fill.column(), draw, n, own[fill.place()]);
                } else if (instruction instanceof Program.Check check) {
                    tally.count(check.requirement(), buffers[check.place()], draw, n);
                }
            }
            for (int i = 0; i < plan.unmet().size(); i++) {
                tally.add(plan.unmet().get(i), n, draw);
            }
            for (int i = 0; i < outputs.length; i++) {
                outputs[i] = buffers[plan.outputPlace(i)];
            }
            sink.take(draw, n, outputs);
        }
    }

    /** The requirements counted in all runs so far. */
    public RequirementTally tally() {
        return tally;
    }

    /**
     * The number of draws in a block: as large as possible, so that starting a pass costs little, unless the buffers
     * would no longer fit in the cache. A power of two, which divides {@link BatchRun#CHUNK}.
     */
    static int blockSize(Program program) {
        return blockSize(program.buffers() + program.constants().size());
    }

    /** The block size for a given number of buffers; see {@link #blockSize(Program)}. */
    static int blockSize(int buffers) {
        int size = LARGEST_BLOCK;
        while (size > SMALLEST_BLOCK && (long) size * buffers > MOST_NUMBERS) {
            size /= 2;
        }
        return size;
    }

    /**
     * An array length that makes consecutive arrays in memory start at the same offset within a cache line: with its
     * header, each takes whole lines of 64 bytes. Vector loads of all operands are then aligned, which saves up to a
     * third of the time.
     */
    static int length(int blockSize) {
        return (blockSize + HEADER + LINE - 1) / LINE * LINE - HEADER;
    }
}
