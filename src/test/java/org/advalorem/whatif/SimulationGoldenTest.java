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
            e8cc2ffcc0eadb6eb464f46b15095594e3ceb989148c60275ed7447092eb0ed4|factorial, choices
            6ada59f0d21fa8b6a2d9ded34d47ce1230bb7f0ee1cb0c4abdfc767b67c46237|factorial, quantities
            649f5ee1af1c92f20c51ddc2aa44eb1f552e60d82f623eefead36a8ac7b88435|indices, choices
            b1d68119e779adb29d775f68f6ccd00bcd12903617d46dd4f1809cc1288e065c|indices, choices, bootstrap
            cb2b34584b38ff7ff54e51146e0ff28db0db9276ac8167dad66e039d6af95618|indices, quantities
            e7b2fbb9c6ed3c808af2e15846d182e67bbb12e1d92df4feab53452b370a6422|indices, quantities, bootstrap
            0ea34484fa60a8c3a328ef9d1624db809639aa78d07a260895bdb1df804ef865|latin-hypercube, choices
            6cedf8fb8035ba4b088825f1d61c0149ee68682cd33602d265235674f758663e|latin-hypercube, quantities
            a579d7d665c0452c6879f0118331d3726daf80998b1c59b04f5450fbcbc52d0f|monte-carlo, choices
            5513e090db30287a259c86bc5d850eccc7f09c9a576972385800ecddf168e658|monte-carlo, quantities
            5413428417b64e4042a8b02eb329abf2d5d4f4f10e36e419f8a5d762fe33a2a8|screening, choices
            489594db7ea2bf7ceffd34374835e2160403cd6911640820e0e9cfefeaa7e85c|screening, quantities
            6ec1993de28df7dc1c23e72b3137677a63cc25a69bd55ddfa8a924cac2ce94bc|sobol, choices
            398f8d6bc55d4deb62abba6a4cd1ed9a9ff5dc648224b61fe895c0d4c7d2a3df|sobol, quantities
            """;
}
