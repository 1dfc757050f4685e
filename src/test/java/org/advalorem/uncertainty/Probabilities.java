package org.advalorem.uncertainty;

import java.util.ArrayList;
import java.util.List;

/** Probabilities over the full range: 20 in each octave from 2^-53 to one half, and one less each. */
final class Probabilities {
    private Probabilities() {}

    static double[] all() {
        List<Double> all = new ArrayList<>();
        for (int exponent = -53; exponent < -1; exponent++) {
            for (int part = 0; part < 20; part++) {
                double p = Math.scalb(1.0 + part / 20.0, exponent);
                all.add(p);
                all.add(1.0 - p);
            }
        }
        all.add(0.5);
        // the borders of the pieces and regions that approximations are made of
        for (double border : new double[] {0.025, 0.975, 0.25, 0.75, 0.125, 0.3}) {
            all.add(Math.nextDown(border));
            all.add(border);
            all.add(Math.nextUp(border));
        }
        return all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
