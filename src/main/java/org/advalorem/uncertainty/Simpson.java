package org.advalorem.uncertainty;

import java.util.function.DoubleUnaryOperator;

/** Simpson's rule with 2,000 panels, for moments without a convenient closed form. */
final class Simpson {
    private static final int PANELS = 2_000;

    private Simpson() {}

    static double integral(DoubleUnaryOperator f, double from, double to) {
        double half = (to - from) / (2 * PANELS);
        double ends = 0.0;
        double middles = 0.0;
        for (int i = 0; i < PANELS; i++) {
            double left = from + 2 * i * half;
            ends += f.applyAsDouble(left);
            middles += f.applyAsDouble(left + half);
        }
        // each panel has counted its left end once; the two outermost points count half
        ends += (f.applyAsDouble(to) - f.applyAsDouble(from)) / 2;
        return half / 3 * (2 * ends + 4 * middles);
    }
}
