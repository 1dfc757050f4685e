package org.advalorem.whatif;

import java.util.List;
import java.util.Optional;
import org.advalorem.engine.BatchRun;
import org.advalorem.engine.BlockSource;
import org.advalorem.uncertainty.Distribution;

/**
 * A source of draws of uncertain inputs, block by block: the numbers of a design, coupled where inputs are correlated,
 * and mapped through the quantile function of each input's distribution. Not thread-safe.
 */
final class DrawSource implements BlockSource {
    private static final long NONE = -1;

    private final Sampling.Layout layout;
    private final Distribution[] distributions;
    private final Optional<UncertainModel.Coupling> coupling;
    private final int[] columns;
    /** For every input, its index among the coupled ones; -1 if it is independent. */
    private final int[] coupledPlaces;

    private final double[] free = new double[BatchRun.CHUNK];
    private final double[][] independent;
    private final double[][] coupled;
    private long coupledDraw = NONE;
    private int coupledCount;

    DrawSource(
            Sampling.Layout layout,
            List<Distribution> distributions,
            Optional<UncertainModel.Coupling> coupling,
            List<Integer> columns) {
        this.layout = layout;
        this.distributions = distributions.toArray(Distribution[]::new);
        this.coupling = coupling;
        this.columns = columns.stream().mapToInt(Integer::intValue).toArray();
        this.coupledPlaces = new int[distributions.size()];
        List<Integer> members = coupling.map(UncertainModel.Coupling::members).orElse(List.of());
        for (int i = 0; i < coupledPlaces.length; i++) {
            coupledPlaces[i] = members.indexOf(i);
        }
        independent = new double[members.size()][BatchRun.CHUNK];
        coupled = new double[members.size()][BatchRun.CHUNK];
    }

    @Override
    public void fill(int column, long firstDraw, int count, double[] out) {
        int input = columns[column];
        int place = coupledPlaces[input];
        double[] u = free;
        if (place < 0) {
            layout.fill(input, firstDraw, count, free);
        } else {
            couple(firstDraw, count);
            u = coupled[place];
        }
        distributions[input].quantiles(u, 0, count, out);
    }

    /** Draws all coupled inputs at once, when the first of them is requested for a block. */
    private void couple(long firstDraw, int count) {
        if (firstDraw == coupledDraw && count == coupledCount) {
            return;
        }
        coupling.ifPresent(of -> {
            for (int i = 0; i < independent.length; i++) {
                layout.fill(of.members().get(i), firstDraw, count, independent[i]);
            }
            of.correlation().couple(independent, 0, count, coupled);
        });
        coupledDraw = firstDraw;
        coupledCount = count;
    }
}
