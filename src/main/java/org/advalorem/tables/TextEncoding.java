package org.advalorem.tables;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The encoding of a text file, found by what is certain: a byte order mark, the zero bytes of UTF-16, valid UTF-8; then
 * whichever of GB18030 and Windows-1252 can read the file at all. If both can and differ, neither is chosen.
 */
public enum TextEncoding {
    /** UTF-8, with or without a byte order mark. */
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    /** UTF-16, little-endian. */
    UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE),
    /** UTF-16, big-endian. */
    UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE),
    /** The Chinese standard, which contains GBK and GB 2312. */
    GB18030("GB18030", Charset.forName("GB18030")),
    /** What Windows writes in western Europe and the Americas. */
    WINDOWS_1252("windows-1252", Charset.forName("windows-1252"));

    private static final String STATED = "encoding";
    private static final int SHOWN = 60;

    private final String word;
    private final Charset charset;

    TextEncoding(String word, Charset charset) {
        this.word = word;
        this.charset = charset;
    }

    /** The name by which scenarios and messages call it. */
    public String word() {
        return word;
    }

    /** The encoding of that name, in any case; UTF-16 without a byte order is little-endian. */
    public static Optional<TextEncoding> of(String name) {
        String given = name.strip().toUpperCase(Locale.ROOT).replace('_', '-');
        return switch (given) {
            case "UTF8" -> Optional.of(UTF_8);
            case "UTF-16" -> Optional.of(UTF_16LE);
            case "GBK", "GB2312", "CP936" -> Optional.of(GB18030);
            case "CP1252", "ANSI", "LATIN-1", "ISO-8859-1" -> Optional.of(WINDOWS_1252);
            default ->
                Arrays.stream(values())
                        .filter(encoding ->
                                encoding.word.toUpperCase(Locale.ROOT).equals(given))
                        .findFirst();
        };
    }

    /** The names of all encodings. */
    public static List<String> words() {
        return Arrays.stream(values()).map(TextEncoding::word).toList();
    }

    /** A text in UTF-8, without a byte order mark. */
    static final class Decoded {
        private final byte[] utf8;
        private final TextEncoding encoding;

        private Decoded(byte[] utf8, TextEncoding encoding) {
            this.utf8 = utf8;
            this.encoding = encoding;
        }

        /** The text, which is not copied. */
        byte[] utf8() {
            return utf8;
        }

        /** How the file was encoded. */
        TextEncoding encoding() {
            return encoding;
        }
    }

    /**
     * The text of a file.
     *
     * @param stated the encoding that the user states, if any
     * @throws TableException if it is not text in the encoding stated, or in none or two of the known ones
     */
    static Decoded decode(byte[] bytes, Optional<TextEncoding> stated) {
        int mark = markLength(bytes);
        TextEncoding marked = mark == 0 ? null : mark == 3 ? UTF_8 : bytes[0] == (byte) 0xFF ? UTF_16LE : UTF_16BE;
        TextEncoding encoding = marked != null
                ? marked
                : stated.map(told -> told == UTF_16LE && hasZeros(bytes, 0) && !hasZeros(bytes, 1) ? UTF_16BE : told)
                        .orElseGet(() -> detect(bytes));
        byte[] content = mark == 0 ? bytes : Arrays.copyOfRange(bytes, mark, bytes.length);
        if (encoding == UTF_8) {
            boolean detected = marked == null && stated.isEmpty();
            if (!detected && !isUtf8(content)) {
                throw wrong(content, "UTF-8");
            }
            checkZero(content);
            return new Decoded(content, encoding);
        }
        byte[] utf8 = read(content, encoding.charset)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> wrong(content, encoding.word));
        checkZero(utf8);
        return new Decoded(utf8, encoding);
    }

    private static int markLength(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return 3;
        }
        boolean wide = bytes.length >= 2
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
        return wide ? 2 : 0;
    }

    /** The first encoding of which the bytes leave no doubt. */
    private static TextEncoding detect(byte[] bytes) {
        if (bytes.length % 2 == 0 && hasZeros(bytes, 1) && !hasZeros(bytes, 0)) {
            return UTF_16LE;
        }
        if (bytes.length % 2 == 0 && hasZeros(bytes, 0) && !hasZeros(bytes, 1)) {
            return UTF_16BE;
        }
        if (isUtf8(bytes)) {
            return UTF_8;
        }
        Optional<String> chinese = read(bytes, GB18030.charset);
        Optional<String> western = read(bytes, WINDOWS_1252.charset);
        if (chinese.isPresent() && western.isPresent()) {
            throw twoReadings(chinese.get(), western.get());
        }
        if (chinese.isEmpty() && western.isEmpty()) {
            throw wrong(bytes, "UTF-8");
        }
        return chinese.isPresent() ? GB18030 : WINDOWS_1252;
    }

    /** Whether there are zeros at the even or odd places, as UTF-16 has them in text of our alphabet. */
    private static boolean hasZeros(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i += 2) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUtf8(byte[] bytes) {
        int i = 0;
        while (i < bytes.length && bytes[i] > 0) {
            i++;
        }
        return i == bytes.length || read(bytes, StandardCharsets.UTF_8).isPresent();
    }

    private static Optional<String> read(byte[] bytes, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static TableException twoReadings(String chinese, String western) {
        String[] first = chinese.split("\\R", -1);
        String[] second = western.split("\\R", -1);
        int line = 0;
        while (line < Math.min(first.length, second.length) - 1 && first[line].equals(second[line])) {
            line++;
        }
        return new TableException(
                line + 1,
                "",
                "The file is not UTF-8, and two encodings read it: the line is (" + part(first[line])
                        + ") in GB18030 and (" + part(second[line]) + ") in windows-1252.",
                "Write " + STATED + ": GB18030 or " + STATED + ": windows-1252.");
    }

    /** The line from a little before the first character beyond ASCII. */
    private static String part(String line) {
        int beyond = 0;
        while (beyond < line.length() && line.charAt(beyond) < 128) {
            beyond++;
        }
        int start = line.length() <= SHOWN ? 0 : Math.max(0, Math.min(beyond - 20, line.length() - SHOWN));
        return line.substring(start, Math.min(line.length(), start + SHOWN)).strip();
    }

    private static TableException wrong(byte[] bytes, String expected) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int bad = text.indexOf('\uFFFD');
        return new TableException(
                line(text, bad),
                "",
                "The data file is not " + expected + " text.",
                "Save it as CSV in UTF-8, or name its encoding: one of " + String.join(", ", words()) + ".");
    }

    private static void checkZero(byte[] utf8) {
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] == 0) {
                throw new TableException(
                        line(new String(utf8, 0, i, StandardCharsets.UTF_8), i),
                        "",
                        "The data file is not text: it contains a zero byte.",
                        "Save it as CSV in UTF-8.");
            }
        }
    }

    private static int line(String text, int end) {
        return end < 0
                ? 1
                : 1
                        + (int) text.substring(0, Math.min(end, text.length()))
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
    }
}
