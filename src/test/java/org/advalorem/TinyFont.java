package org.advalorem;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** A TrueType font of one letter, a triangle as wide and high as the size of the font. */
public final class TinyFont {
    private static final int EM = 1000;

    private TinyFont() {}

    private interface Body {
        void write(DataOutputStream out) throws IOException;
    }

    /** The font with its letter at that code point. */
    public static byte[] of(int code) {
        return of(code, 1);
    }

    /** The font with an outline that promises more points than it has. */
    public static byte[] damaged(int code) {
        return of(code, 30_000);
    }

    private static byte[] of(int code, int contours) {
        byte[] triangle = table(out -> {
            shorts(out, contours, 0, 0, EM, EM);
            shorts(out, 2, 0);
            out.write(new byte[] {1, 1, 1});
            shorts(out, 0, EM, -EM / 2);
            shorts(out, 0, 0, EM);
            out.writeByte(0);
        });
        Map<String, byte[]> tables = new TreeMap<>();
        tables.put("cmap", table(out -> {
            shorts(out, 0, 1, 3, 10);
            ints(out, 12);
            shorts(out, 12, 0);
            ints(out, 28, 0, 1, code, code, 1);
        }));
        tables.put("glyf", triangle);
        tables.put("head", table(out -> {
            ints(out, 0x10000, 0x10000, 0, 0x5F0F3CF5);
            shorts(out, 0, EM);
            ints(out, 0, 0, 0, 0);
            shorts(out, 0, 0, EM, EM, 0, 8, 2, 1, 0);
        }));
        tables.put("hhea", table(out -> {
            ints(out, 0x10000);
            shorts(out, EM, 0, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, 2);
        }));
        tables.put("hmtx", table(out -> shorts(out, EM, 0, EM, 0)));
        tables.put("loca", table(out -> ints(out, 0, 0, triangle.length)));
        tables.put("maxp", table(out -> {
            ints(out, 0x10000);
            shorts(out, 2, 3, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
        }));
        tables.put("name", table(out -> shorts(out, 0, 0, 6)));
        tables.put("post", table(out -> ints(out, 0x30000, 0, 0, 0, 0, 0, 0, 0)));
        return file(tables);
    }

    private static byte[] file(Map<String, byte[]> tables) {
        return table(out -> {
            ints(out, 0x10000);
            shorts(out, tables.size(), 128, 3, 16);
            int offset = 12 + 16 * tables.size();
            for (Map.Entry<String, byte[]> entry : tables.entrySet()) {
                out.writeBytes(entry.getKey());
                ints(out, 0, offset, entry.getValue().length);
                offset += entry.getValue().length;
            }
            for (byte[] body : tables.values()) {
                out.write(body);
            }
        });
    }

    private static byte[] table(Body body) {
        var bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            body.write(out);
            while (out.size() % 4 != 0) {
                out.writeByte(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void shorts(DataOutputStream out, int... values) throws IOException {
        for (int value : values) {
            out.writeShort(value);
        }
    }

    private static void ints(DataOutputStream out, int... values) throws IOException {
        for (int value : values) {
            out.writeInt(value);
        }
    }
}
