package org.advalorem.scenario;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;

/** The text of a file or an argument, and the positions in it. */
final class SourceText {
    private static final int TOLD = 5;
    private static final String SAVE_AS_UTF_8 = "Save the file as UTF-8 text.";

    private final String place;
    private final String text;
    private final int[] lineStarts;
    private final Optional<String> argument;
    private final int before;
    private final boolean linesShown;

    private SourceText(String place, String text, Optional<String> argument, int before, boolean linesShown) {
        this.place = place;
        this.text = text;
        this.lineStarts = lineStarts(text);
        this.argument = argument;
        this.before = before;
        this.linesShown = linesShown;
    }

    /**
     * The text of a file; empty if the bytes are not valid text, in which case the reason is reported.
     *
     * @param place the file's name as shown to the user
     */
    static Optional<SourceText> ofFile(String place, byte[] bytes, Problems problems) {
        return ofFile(place, bytes, true, problems);
    }

    /**
     * The text of a file; empty if the bytes are not valid text, in which case the reason is reported.
     *
     * @param place the file's name as shown to the user
     * @param linesShown whether positions in the file show its lines to the user
     */
    static Optional<SourceText> ofFile(String place, byte[] bytes, boolean linesShown, Problems problems) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            problems.add(
                    Problem.Code.AV108, Origin.of(place, 0, 0, ""), "The file is written in UTF-16.", SAVE_AS_UTF_8);
            return Optional.empty();
        }
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length - start);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        SourceText source = new SourceText(place, out.flip().toString(), Optional.empty(), 0, linesShown);
        if (result.isError()) {
            problems.add(
                    Problem.Code.AV108,
                    source.endOf(),
                    "The byte 0x" + hex(bytes[in.position()] & 0xFF, 2) + " at position " + (in.position() + 1)
                            + " of the file is not UTF-8.",
                    SAVE_AS_UTF_8);
            return Optional.empty();
        }
        return source.noteControls(problems) ? Optional.empty() : Optional.of(source);
    }

    /**
     * The text of a value in a command-line argument; empty if it contains control characters, which are reported.
     *
     * @param before the number of code points in the argument before the value
     */
    static Optional<SourceText> ofArgument(String place, String argument, String value, int before, Problems problems) {
        SourceText source = new SourceText(place, value, Optional.of(argument), before, true);
        return source.noteControls(problems) ? Optional.empty() : Optional.of(source);
    }

    String text() {
        return text;
    }

    /**
     * The origin at a position.
     *
     * @param line counted from 0
     * @param column counted from 0, in code points
     */
    Origin at(int line, int column) {
        return argument.isPresent()
                ? Origin.of(place, 0, before + column + 1, argument.get())
                : Origin.of(place, line + 1, column + 1, linesShown ? line(line) : "");
    }

    /** The origin at an offset in the text. */
    Origin atOffset(int offset) {
        int line = lineStarts.length - 1;
        while (lineStarts[line] > offset) {
            line--;
        }
        return at(line, text.codePointCount(lineStarts[line], offset));
    }

    private Origin endOf() {
        return atOffset(text.length());
    }

    private String line(int line) {
        if (line >= lineStarts.length) {
            return "";
        }
        int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
        while (end > lineStarts[line] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(lineStarts[line], end);
    }

    /** Whether the text contains characters that YAML does not allow; the first few are reported. */
    private boolean noteControls(Problems problems) {
        int found = 0;
        int line = 0;
        for (int i = 0; i < text.length(); i++) {
            while (line + 1 < lineStarts.length && lineStarts[line + 1] <= i) {
                line++;
            }
            char c = text.charAt(i);
            if (isAllowed(c)) {
                continue;
            }
            found++;
            if (found <= TOLD) {
                problems.add(
                        Problem.Code.AV108,
                        at(line, text.codePointCount(lineStarts[line], i)),
                        c == 0
                                ? "A NUL byte: this is not a text file, or it is written in UTF-16."
                                : "The control character U+" + hex(c, 4) + " is not allowed in a scenario.",
                        c == 0 ? SAVE_AS_UTF_8 : "Delete it or, in double quotes, write it as an escape.");
            }
            if (c == 0) {
                break;
            }
        }
        return found > 0;
    }

    private static boolean isAllowed(char c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c < 0x7F)
                || c == 0x85
                || (c >= 0xA0 && c != 0xFEFF && c < 0xFFFE);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, toBytes(mark), 0, mark.length);
    }

    private static byte[] toBytes(int[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static String hex(int value, int digits) {
        return String.format(Locale.ROOT, "%0" + digits + "X", value);
    }

    /** The start of each line. As in YAML, a line ends with a line feed, a carriage return or both. */
    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
