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
            8f62c5e9b35a36756d27d01a9969087156a6b29d06bdff57820648a93183e5f8|factorial, choices
            ba86732cb9d3adcd1ff3cc74d9c8e5bffffcb60201f3cc75e532204d950a5e28|factorial, quantities
            2e6d2c87fc2ea627182acc0aa33dc28ec32a12357bcd7fd67be71bfdc22d1763|latin-hypercube, choices
            66ff1b6898814f0f44679f8fc0cab6ec3037979971a2314caeeafa123a86d46c|latin-hypercube, quantities
            8614c769b2d8fbbf9c7ffa8b8a74b28705587e5634d2a8b3e7a57e20559f2076|monte-carlo, choices
            e02cc76805e731e5899f46e40c04ad1f8b4f7765f373ac90173062158876964d|monte-carlo, quantities
            1800cebb5b02e3c66c66e1a3abd9e4b42f256a64bb1c46fa613fd27eff31db3d|sobol, choices
            6925fd70207cef6f5612b65d87f9c785b050bff9f5ad983c4417f80bff1e02bd|sobol, quantities
            """;
}
