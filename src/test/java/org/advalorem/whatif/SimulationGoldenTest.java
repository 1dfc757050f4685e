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

    /** What is no rate of the period, and what became a result after the hashes were taken. */
    private static final Set<Measure> OTHERS = Set.of(
            Measure.BENEFIT,
            Measure.SLICE,
            Measure.DENOMINATOR,
            Measure.RATE_UNVERIFIED,
            Measure.RATE_VERIFYING,
            Measure.RUN_OFF,
            Measure.RATE_PROJECTED,
            Measure.IMPLIED_WEIGHT,
            Measure.DEPOSIT);

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
            put(hashes, kind + ", quantities", simulated(quantities, kind));
            put(hashes, kind + ", choices", simulated(choices, kind));
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
                .filter(key -> !OTHERS.contains(key.measure()))
                .filter(key -> key.measure() != Measure.RATE_EXPORT_CONTINGENT
                        || key.subject().level() != Subject.Level.ALL_OTHERS)
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

    /** Histograms apart from the rest, as their edges are a matter of layout. */
    private static void put(Map<String, String> hashes, String name, Simulation.Result result)
            throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        MessageDigest histograms = MessageDigest.getInstance("SHA-256");
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
            of.histogram().edges().forEach(edge -> add(histograms, edge));
            of.histogram().counts().forEach(count -> add(histograms, count));
        }
        hashes.put(name, HexFormat.of().formatHex(digest.digest()));
        hashes.put(name + ", histograms", HexFormat.of().formatHex(histograms.digest()));
    }

    private static void add(MessageDigest digest, double number) {
        add(digest, Double.doubleToRawLongBits(number));
    }

    private static void add(MessageDigest digest, long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private static final String EXPECTED = """
            1a3532949517073c228d085fb435c0f735611d3066c3c9ca22d797535f301eef|factorial, choices
            53ea921def71451a267b6b7113906df440abab08ca7c0d3a621c89d5037d2f21|factorial, choices, histograms
            5101a4d9b9848b5d023cbbb9cb604747920bbd151167e5295dd94050373b67c2|factorial, quantities
            59a7b6a187e852c4d7b28f7c1a58c6a8012d95b3f587298f405104625a719dd1|factorial, quantities, histograms
            36cb20b4c4cfc2c3fe883cf3f63a127bd65436cb5b151a4f156198e1a2a07268|indices, choices
            779cb2abd6261ca61b89251c886df67b4c17964e5946c5f31dfc91b60ee83c10|indices, choices, bootstrap
            7af44a6a2421a790e385275aaabc9698f2c6951cae6c26494564921633e19164|indices, quantities
            d5d21e3b16077c9cec7b6913416df416eee9b2f42b0bd799923c70f15cd5a0af|indices, quantities, bootstrap
            31496b22f49b050d9a9373ec83df48b5acdb4a067133629704d830e4c2d0634b|latin-hypercube, choices
            b82aaa8d2197d6ba604c8396f6e42d148130b3e6400f5a7ffcc7ba47c00c5c50|latin-hypercube, choices, histograms
            ea5c122c643617c556b8fe8233c0c48e9b36120ea4d985db8ed1e5016117aaaa|latin-hypercube, quantities
            aebce6e19319c3a819e58a005cce1e60de92b9f12e2355bcf7ab4e2794c3e232|latin-hypercube, quantities, histograms
            9e06f6c94a5dcfd4616cebe1bf99ac890fedfeaaa54b07930c30d3422931c99a|monte-carlo, choices
            2151feab0d98760308cbd7ef33ff98c759b16342995631e8ee9d480fddb6ee16|monte-carlo, choices, histograms
            73e538f6eda8abe93d725f8133f4c78a1ab1579db0dca7058d69802fc0132f06|monte-carlo, quantities
            480bbad59331ceaae16aa5103d4a99158a81485bfe8a6a2a5423b7dd47b4bdab|monte-carlo, quantities, histograms
            c25eaf13dbe95c88495c83a0a0060e5b964a3561dc370c53a2f52eced7603f14|screening, choices
            bd3af6ddbfce2c7f4197e911e1e05514e1ff17e0263bfc3bc582660610c6cd9d|screening, quantities
            c37ea67aefa5313568c9ca1d8fd5440f99e6dd1f0afb9939cb7838b1add76376|sobol, choices
            de319fa0c946915dfc03e4b781b6d2fffe63fab7023a1b88d76dd8b3acc19d72|sobol, choices, histograms
            0ab094823e7615533926e80e673dc6b4b7cc2fb689d01bb4eb7044e3c73639e7|sobol, quantities
            8cddc428c8bd281ee72fdd0d2b85ab7536a87ae1b8022dfd0417d9b75d38b97b|sobol, quantities, histograms
            """;
}
