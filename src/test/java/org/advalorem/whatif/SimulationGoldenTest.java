package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The bits of simulations and of indices of sensitivity: the same for a seed on every JVM and processor, interpreted or compiled, with vectors of any
 * length. {@code .ci/run} runs this class on several of them. Whoever changes a hash changes the result of every simulation,
 * to be announced.
 */
final class SimulationGoldenTest {
    private static final int DRAWS = 6_000;

    @Test
    void resultsNeverChange() throws NoSuchAlgorithmException {
        Model model = Line.model(Line.FOIL, "companies.zhongji.export-value-adjustment.method=denominator");
        Uncertainty quantities = Line.uncertainty(model);
        Uncertainty choices = Line.uncertainty(
                model,
                "issues.parent=discrete(cross-owned: 70%, not-cross-owned: 30%)",
                "programs.export-buyers-credit.applied=bernoulli(40%)");
        Map<String, String> hashes = new LinkedHashMap<>();
        for (Sampling.Kind kind : Sampling.Kind.values()) {
            hashes.put(kind + ", quantities", hash(Line.run(quantities, Line.settings(kind, DRAWS, 2))));
            hashes.put(kind + ", choices", hash(Line.run(choices, Line.settings(kind, DRAWS, 2))));
        }
        for (int resamples : new int[] {0, 100}) {
            String intervals = resamples == 0 ? "" : ", bootstrap";
            hashes.put("indices, quantities" + intervals, hash(indices(quantities, resamples)));
            hashes.put("indices, choices" + intervals, hash(indices(choices, resamples)));
        }
        hashes.put("screening, quantities", hash(screened(quantities)));
        hashes.put("screening, choices", hash(screened(choices)));
        Map<String, String> expected = new LinkedHashMap<>();
        EXPECTED.lines().forEach(line -> expected.put(line.substring(65), line.substring(0, 64)));
        assertThat(hashes).containsExactlyInAnyOrderEntriesOf(expected);
    }

    private static Sensitivity.Result indices(Uncertainty uncertainty, int resamples) {
        return Sensitivity.run(
                uncertainty,
                uncertainty.results(),
                new Sensitivity.Settings(1, DRAWS, 2, resamples, false),
                Progress.NONE);
    }

    private static Screening.Result screened(Uncertainty uncertainty) {
        return Screening.run(uncertainty, uncertainty.results(), new Screening.Settings(1, 50, 2), Progress.NONE);
    }

    private static String hash(Sensitivity.Result result) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        add(digest, result.draws());
        for (Sensitivity.Indices of : result.results()) {
            add(digest, of.base());
            add(digest, of.mean());
            add(digest, of.standardDeviation());
            add(digest, of.unexplained());
            of.ranking().forEach(index -> {
                add(digest, index.first());
                add(digest, index.total());
            });
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String hash(Screening.Result result) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Screening.Effects of : result.results()) {
            add(digest, of.base());
            of.ranking().forEach(effect -> {
                add(digest, effect.meanAbsolute());
                add(digest, effect.mean());
                add(digest, effect.deviation());
            });
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Estimate estimate) {
        add(digest, estimate.value());
        add(digest, estimate.low());
        add(digest, estimate.high());
    }

    private static String hash(Simulation.Result result) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        add(digest, result.draws());
        for (Distributed of : result.results()) {
            add(digest, of.count());
            add(digest, of.base());
            add(digest, of.mean());
            add(digest, of.meanError());
            add(digest, of.standardDeviation());
            add(digest, of.least());
            add(digest, of.greatest());
            of.quantiles().forEach(quantile -> {
                add(digest, quantile.value());
                add(digest, quantile.low());
                add(digest, quantile.high());
            });
            of.histogram().edges().forEach(edge -> add(digest, edge));
            of.histogram().counts().forEach(count -> add(digest, count));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, double number) {
        add(digest, Double.doubleToRawLongBits(number));
    }

    private static void add(MessageDigest digest, long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private static final String EXPECTED = """
            8f62c5e9b35a36756d27d01a9969087156a6b29d06bdff57820648a93183e5f8|factorial, choices
            b859eac7080902487f77f7acdbba5234d048fc2971be0222b60d1b8d6a9a5dc4|factorial, quantities
            17f9a815273db83c3714d0798164a858d3dedbb67ee306b656b91ce384dc90c7|indices, choices
            dfc083570b07db6793c02bf0ac44805d463cecc4734b42ad6915fbeb752ac5d6|indices, choices, bootstrap
            7d0278b7661ebdea9a1078e254874375743b088da3129b54791c229a84f8c085|indices, quantities
            f281d1bb4d430027aaafdc06ad8a79d2520ada8e5e99968acbd3b809e8c8d684|indices, quantities, bootstrap
            2bb9eb34066661e3ff44d651b16cbfa7f2a28cf9140a83fb466e21dabb5c21d0|latin-hypercube, choices
            011ba5309fbb7198c2b90b7ba1e8b0a49436e7d223637b9247d8fe35a0d07ec6|latin-hypercube, quantities
            0f1562912b3e729468b18e51cc21b5dc07df742eea6d43a1c44ec971891c4cfa|monte-carlo, choices
            ea8f21637eb5edd14d19a0268b649fa82dae1564df6700c69f7cbd60fb7026fa|monte-carlo, quantities
            9042ee00d5509ca85201fb979351e319d7ff007ba07aff5d5a6efd55a2d4ac0a|screening, choices
            bb7ab22481ceb7d69276a2404775820e60228922383f40e3f96ddbb4b3728cfb|screening, quantities
            5ea8d8332219fb4450e6d733d5ada6412c5768719c4ddd8ac58b53a61552b152|sobol, choices
            ec75f8e41a1b2f2f4b7931df87dfb1086ce85f286510bebf66ac3a880993be88|sobol, quantities
            """;
}
