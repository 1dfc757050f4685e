package org.advalorem.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.DrawSink;
import org.advalorem.whatif.Progress;
import org.advalorem.whatif.UncertainModel;

/**
 * The first draws of a simulation in memory, with the columns of {@link DrawsFile}. As the listener to its progress it stops
 * the simulation once it has them.
 */
public final class CollectedDraws implements DrawSink, Progress {
    private final List<DataColumn> columns;
    private final List<double[]> cells = new ArrayList<>();
    private int rows;
    private final int most;

    /**
     * Begins without a draw.
     *
     * @param results the results that each draw will supply
     * @param most the number of draws to keep
     */
    public CollectedDraws(UncertainModel uncertainty, List<ResultKey> results, int most) {
        this.columns = DrawsFile.columns(uncertainty, results);
        this.most = most;
        columns.forEach(column -> cells.add(new double[most]));
    }

    @Override
    public synchronized void take(long firstDraw, int count, double[][] inputs, double[][] results) {
        int taken = Math.min(count, most - rows);
        for (int i = 0; i < taken; i++) {
            cells.get(0)[rows + i] = (double) (firstDraw + i + 1);
        }
        for (int i = 0; i < inputs.length; i++) {
            System.arraycopy(inputs[i], 0, cells.get(1 + i), rows, taken);
        }
        for (int i = 0; i < results.length; i++) {
            System.arraycopy(results[i], 0, cells.get(1 + inputs.length + i), rows, taken);
        }
        rows = rows + taken;
    }

    @Override
    public synchronized boolean reached(String what, long done, long total) {
        return rows < most;
    }

    /** The columns, the first of which is the number of the draw. */
    public List<DataColumn> columns() {
        return columns;
    }

    /** The cells of a column, one for each draw, encoded as in {@link DataColumn}. */
    public synchronized double[] cells(int column) {
        return Arrays.copyOf(cells.get(column), rows);
    }
}
