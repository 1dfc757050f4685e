package org.advalorem.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a {@link PackedWriter} wrote, read in the same order. */
public final class PackedReader {
    private static final int DIGITS = 7;
    private static final int MORE = 1 << DIGITS;

    private final ByteBuffer bytes;

    /** Begins to read. */
    public PackedReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** Whether there is anything left. */
    public boolean hasMore() {
        return bytes.hasRemaining();
    }

    /** The next count. */
    public long count() {
        long number = 0;
        int shift = 0;
        byte next = bytes.get();
        while (next < 0) {
            number |= (long) (next & MORE - 1) << shift;
            shift += DIGITS;
            next = bytes.get();
        }
        return number | (long) next << shift;
    }

    /** The next count, which is an int. */
    public int size() {
        return Math.toIntExact(count());
    }

    /** The next number. */
    public double number() {
        return bytes.getDouble();
    }

    /** The next array of numbers. */
    public double[] numbers() {
        double[] numbers = new double[size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number();
        }
        return numbers;
    }

    /** The next array of counts. */
    public long[] longCounts() {
        long[] counts = new long[size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = count();
        }
        return counts;
    }

    /** The next array of counts with stretches of zeros. */
    public int[] counts() {
        int[] counts = new int[size()];
        int i = 0;
        while (i < counts.length) {
            int next = size();
            if (next == 0) {
                i += size();
            } else {
                counts[i++] = next;
            }
        }
        return counts;
    }

    /** The next text. */
    public String text() {
        byte[] utf = new byte[size()];
        bytes.get(utf);
        return new String(utf, StandardCharsets.UTF_8);
    }
}
