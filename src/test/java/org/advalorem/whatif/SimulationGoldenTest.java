package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Subject;
import org.junit.jupiter.api.Test;

/**
 * The bits of simulations and of indices of sensitivity: the same for a seed on every JVM and processor, interpreted or compiled, with vectors of any
 * length. {@code .ci/run} runs this class on several of them. Whoever changes a hash changes the result of every simulation,
 * to be announced.
 */
final class SimulationGoldenTest {
    private static final int DRAWS = 6_000;

    private static final Set<Measure> AMOUNTS = Set.of(Measure.BENEFIT, Measure.SLICE, Measure.DENOMINATOR);

    @Test
    void resultsNeverChange() throws NoSuchAlgorithmException {
        Model model = Line.model(Line.FOIL, "companies.zhongji.export-value-adjustment.method=denominator");
        UncertainModel quantities = Line.uncertainty(model);
        UncertainModel choices = Line.uncertainty(
                model,
                "issues.parent=discrete(cross-owned: 70%, not-cross-owned: 30%)",
                "programs.export-buyers-credit.applied=bernoulli(40%)");
        Map<String, String> hashes = new LinkedHashMap<>();
        for (Sampling.Kind kind : Sampling.Kind.values()) {
            hashes.put(kind + ", quantities", hash(simulated(quantities, kind)));
            hashes.put(kind + ", choices", hash(simulated(choices, kind)));
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

    /** Rates and verdicts, not of single uses of a program: the results that there were when the hashes were taken. */
    private static List<ResultKey> results(UncertainModel uncertainty) {
        return uncertainty.results().stream()
                .filter(key -> key.subject().level() != Subject.Level.USE)
                .filter(key -> !AMOUNTS.contains(key.measure()))
                .toList();
    }

    private static Simulation.Result simulated(UncertainModel uncertainty, Sampling.Kind kind) {
        return Simulation.run(uncertainty, results(uncertainty), Line.settings(kind, DRAWS, 2), Progress.NONE);
    }

    private static SobolAnalysis.Result indices(UncertainModel uncertainty, int resamples) {
        return SobolAnalysis.run(
                uncertainty,
                results(uncertainty),
                new SobolAnalysis.Settings(1, DRAWS, 2, resamples, false),
                Progress.NONE);
    }

    private static MorrisScreening.Result screened(UncertainModel uncertainty) {
        return MorrisScreening.run(
                uncertainty, results(uncertainty), new MorrisScreening.Settings(1, 50, 2), Progress.NONE);
    }

    private static String hash(SobolAnalysis.Result result) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        add(digest, result.draws());
        for (SobolAnalysis.Indices of : result.results()) {
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

    private static String hash(MorrisScreening.Result result) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (MorrisScreening.Effects of : result.results()) {
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
            add(digest, of.min());
            add(digest, of.max());
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
            0f191f05147609c31658f2446a17d067cbad9dee1034fc8e3597a787de6c3c0d|factorial, choices
            c8b819e80a4d293cc7b02b321f7bffa362127b76cf380ea73cff4cfb5e36ec7d|factorial, quantities
            36cb20b4c4cfc2c3fe883cf3f63a127bd65436cb5b151a4f156198e1a2a07268|indices, choices
            779cb2abd6261ca61b89251c886df67b4c17964e5946c5f31dfc91b60ee83c10|indices, choices, bootstrap
            7af44a6a2421a790e385275aaabc9698f2c6951cae6c26494564921633e19164|indices, quantities
            d5d21e3b16077c9cec7b6913416df416eee9b2f42b0bd799923c70f15cd5a0af|indices, quantities, bootstrap
            31415d3ef39f4eba7ccb59d2c986cbf49a01903e93d77b90a0e360f051ce4d3a|latin-hypercube, choices
            1c0b626e3e4334ede7b018f1da296c9f689449ec11342faf49a1293ee1516f37|latin-hypercube, quantities
            439eee42b0bdc09d5ec71a69735c12aec4e64d0f9de04602ace5c7a47a0a86f1|monte-carlo, choices
            1d838d261c5768caef64649b16b36f0865e7073593f5636cbb19ff3f36099a89|monte-carlo, quantities
            c25eaf13dbe95c88495c83a0a0060e5b964a3561dc370c53a2f52eced7603f14|screening, choices
            bd3af6ddbfce2c7f4197e911e1e05514e1ff17e0263bfc3bc582660610c6cd9d|screening, quantities
            2da895da5a8fcc811fa8c68d7799f4f0b2d8e79103e0d09d3d3ff2506e32f2b7|sobol, choices
            4c33fdb15d24668dfbfa1ac809543dda799dadc7d4208de788dfa9811131ebf3|sobol, quantities
            """;
}
