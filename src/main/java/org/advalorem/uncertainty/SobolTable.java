package org.advalorem.uncertainty;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * The direction numbers of S. Joe and F. Y. Kuo (SIAM Journal on Scientific Computing 30 (2008) 2635-2654,
 * doi:10.1137/070709359), read from the table in Commons Math: number {@code j} of a dimension is the contribution of
 * bit {@code j} of the draw's index, with its first binary digit in the highest bit.
 */
final class SobolTable {
    static final int DIMENSIONS = 1_000;
    /** The number of binary digits of a point, and of an index. */
    static final int DIGITS = 52;

    private static final String RESOURCE = "/assets/org/apache/commons/math3/random/new-joe-kuo-6.1000";

    private SobolTable() {}

    /**
     * The direction numbers of the first dimensions.
     *
     * @throws IllegalStateException if the table is missing
     * @throws UncheckedIOException if the table cannot be read
     */
    static List<long[]> read(int dimensions) {
        List<long[]> directions = new ArrayList<>();
        if (dimensions > 0) {
            directions.add(vanDerCorput());
        }
        try (InputStream resource = SobolSequenceGenerator.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("The direction numbers " + RESOURCE + " are missing.");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.US_ASCII));
            String line = lines.readLine();
            while (directions.size() < dimensions && (line = lines.readLine()) != null) {
                directions.add(directions(line.strip().split("\\s+")));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return directions;
    }

    private static long[] vanDerCorput() {
        long[] v = new long[DIGITS];
        for (int j = 0; j < DIGITS; j++) {
            v[j] = 1L << (Long.SIZE - 1 - j);
        }
        return v;
    }

    /**
     * The direction numbers in a line of the table, which gives the dimension, the degree of the polynomial, its inner
     * coefficients and the initial numbers.
     */
    private static long[] directions(String[] line) {
        int degree = Integer.parseInt(line[1]);
        int coefficients = Integer.parseInt(line[2]);
        long[] v = new long[DIGITS];
        for (int j = 0; j < DIGITS; j++) {
            if (j < degree) {
                v[j] = Long.parseLong(line[3 + j]) << (Long.SIZE - 1 - j);
                continue;
            }
            v[j] = v[j - degree] ^ (v[j - degree] >>> degree);
            for (int k = 1; k < degree; k++) {
                if ((coefficients >>> (degree - 1 - k) & 1) == 1) {
                    v[j] ^= v[j - k];
                }
            }
        }
        return v;
    }
}
