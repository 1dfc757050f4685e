package org.advalorem.engine;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Numbers and text as bytes, for {@link PackedReader}: small counts take one byte, doubles keep all their bits. */
public final class PackedWriter {
    private static final int DIGITS = 7;
    private static final int MORE = 1 << DIGITS;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** Writes a number from 0 up, in seven binary digits a byte; any other takes ten bytes. */
    public PackedWriter count(long number) {
        long rest = number;
        while (rest < 0 || rest >= MORE) {
            bytes.write((int) (rest & MORE - 1) | MORE);
            rest >>>= DIGITS;
        }
        bytes.write((int) rest);
        return this;
    }

    /** Writes a number. */
    public PackedWriter number(double number) {
        try {
            out.writeDouble(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Writes the first numbers of an array, with how many there are. */
    public PackedWriter numbers(double[] numbers, int n) {
        count(n);
        for (int i = 0; i < n; i++) {
            number(numbers[i]);
        }
        return this;
    }

    /** Writes counts, with how many there are. */
    public PackedWriter counts(long[] counts) {
        count(counts.length);
        for (long number : counts) {
            count(number);
        }
        return this;
    }

    /** Writes counts, with how many there are; a stretch of zeros takes one or two bytes. */
    public PackedWriter counts(int[] counts) {
        count(counts.length);
        int i = 0;
        while (i < counts.length) {
            int from = i;
            while (i < counts.length && counts[i] == 0) {
                i++;
            }
            if (i > from) {
                count(0).count(i - from);
            } else {
                count(counts[i++]);
            }
        }
        return this;
    }

    /** Writes a text. */
    public PackedWriter text(String text) {
        byte[] utf = text.getBytes(StandardCharsets.UTF_8);
        count(utf.length);
        bytes.writeBytes(utf);
        return this;
    }

    /** All that was written. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
