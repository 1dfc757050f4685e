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
 * The bits of simulations: the same for a seed on every JVM and processor, interpreted or compiled, with vectors of any
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
        Map<String, String> expected = new LinkedHashMap<>();
        EXPECTED.lines().forEach(line -> expected.put(line.substring(65), line.substring(0, 64)));
        assertThat(hashes).containsExactlyInAnyOrderEntriesOf(expected);
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
            9221f0ff1d49cbe6e97ebf562bece382831da4040f811f497655f3b8764e9848|factorial, choices
            1466834cc8683c82f8e2741e0a8454eab7bc681148c67322ab47c766d5342a37|factorial, quantities
            33e97a946d18d9b9379043bbde0e884aebd2f00412d4cad61e0c6682479ecf50|latin-hypercube, choices
            58a9b47f5d7d2c06f5f9566393d86678e4dd8eed5966b7651b7f20987083d06c|latin-hypercube, quantities
            7892dd7d35ca25e41e7c291781a8fe7886d7d4193b3cf0118abbc122bd4f9444|monte-carlo, choices
            77364ad4abb12ac2cdf45db56fefa8ab883f62dc0dcc118a140dda425a0d64c6|monte-carlo, quantities
            99ea3cb5647894eb948dac3f7c8f73a36ca1e2d392477af8f778cde126de2fdf|sobol, choices
            2e38bdb11fd117652bad992096139f8b2c7789e394c4b55ed288abbb45307108|sobol, quantities
            """;
}
