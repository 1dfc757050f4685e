package org.advalorem.benchmarks;

import java.util.List;
import org.advalorem.engine.BlockSource;
import org.advalorem.uncertainty.Design;
import org.advalorem.uncertainty.Distribution;
import org.advalorem.uncertainty.Variation;

/** Columns of draws as they are needed: numbers of a design between 0 and 1, turned into values. For one thread. */
final class Sampling implements BlockSource {
    private final Design design;
    private final Distribution[] distributions;
    private final double[] u = new double[4096];

    Sampling(Design design, List<Variation> variations) {
        this.design = design;
        this.distributions = variations.stream().map(Variation::distribution).toArray(Distribution[]::new);
    }

    @Override
    public void fill(int column, long firstDraw, int count, double[] out) {
        design.fill(column, firstDraw, count, u, 0);
        distributions[column].quantiles(u, 0, count, out);
    }
}
