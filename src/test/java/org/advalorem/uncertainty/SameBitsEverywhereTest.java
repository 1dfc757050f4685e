package org.advalorem.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Hashes of the bits of 20,000 draws: the same on every Java version and processor, and from one release to the next. A
 * changed hash is a changed result of every simulation, to be announced.
 */
final class SameBitsEverywhereTest {
    private static final int DRAWS = 20_000;

    @Test
    void drawsNeverChange() {
        Map<String, String> hashes = new LinkedHashMap<>();
        double[] u = new double[DRAWS];
        RandomStream.of(42, "companies.zhongji.markup").uniforms(1_000_000, DRAWS, u, 0);
        hashes.put("uniforms", hash(u));
        for (Distribution distribution : Samples.all()) {
            double[] x = new double[DRAWS];
            distribution.quantiles(u, 0, DRAWS, x);
            hashes.put(distribution.toString(), hash(x));
        }
        List<String> addresses = List.of("a", "b");
        double[][] drawn = new double[2][DRAWS];
        LatinHypercube.of(42, addresses, DRAWS).fill(1, 0, DRAWS, drawn[1], 0);
        hashes.put("Latin hypercube", hash(drawn[1]));
        Sobol.of(42, addresses).fill(1, 0, DRAWS, drawn[1], 0);
        hashes.put("Sobol'", hash(drawn[1]));
        MonteCarlo.of(42, addresses).fill(0, 0, DRAWS, drawn[0], 0);
        double[][] coupled = new double[2][DRAWS];
        RankCorrelation.ofSpearman(List.of(new double[] {1, 0.5}, new double[] {0.5, 1}))
                .couple(drawn, 0, DRAWS, coupled);
        hashes.put("coupled", hash(coupled[1]));
        assertThat(hashes).containsExactlyInAnyOrderEntriesOf(expected());
    }

    private static Map<String, String> expected() {
        Map<String, String> expected = new LinkedHashMap<>();
        EXPECTED.lines().forEach(line -> {
            int bar = line.indexOf('|');
            expected.put(line.substring(bar + 1), line.substring(0, bar));
        });
        return expected;
    }

    private static String hash(double[] values) {
        long hash = 0;
        for (double value : values) {
            hash = StableHash.mix(hash + StableHash.GOLDEN + Double.doubleToRawLongBits(value));
        }
        return String.format("%016x", hash);
    }

    private static final String EXPECTED = """
            35f03f12a1a8aa49|Latin hypercube
            9d066f15addaf2f3|Sobol'
            8376e288d462c5b4|bernoulli(0.6)
            cea60484957d211c|beta(0.5, 0.7, 10, 20)
            62de1e1ecfaed1ac|beta(2, 3)
            87e96d45b3f36807|beta(400, 20)
            18056a098504d54c|coupled
            11ff0661964b7e41|discrete(denied: 0.4, granted: 0.35, split: 0.25)
            f6f072a4c6e005ae|empirical(rates.csv)
            05c31f5601a986f1|lognormal(0.07071067811865475, 1.2345441368401413)
            91dd70454a6fc33c|lognormal(62, 1.4)
            c39e0316617213c9|normal(0.07500000000000001, 0.01519892079779423)
            bc828133fcffccb9|normal(1, 0.05)
            9f64050da8291f6f|pert(-2, -2, 5)
            ded8a26c084952ab|pert(0.02, 0.06, 0.12)
            833ef578730b1be4|positive quantiles(p5: 1, p50: 2, p95: 7.5)
            6990b538ed5e17aa|quantiles(p5: 1, p50: 2, p95: 7.5)
            d5171740fd739936|triangular(-1, -1, 0)
            5909a7d7dc49cb78|triangular(0, 3000000, 3000000)
            0b3b63a37623d631|triangular(0.02, 0.06, 0.12)
            43b462c7cb1086a7|truncated normal(0, 1, -30, -6)
            afca9cedfd64224f|truncated normal(0, 1, 5, 9)
            5d45694fe0241cfe|truncated normal(1, 0.1, 0.9, 1.3)
            808305d076edfbef|uniform(0.02, 0.12)
            5133455a18faf5ad|uniforms
            """;
}
