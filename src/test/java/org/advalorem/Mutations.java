package org.advalorem;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Small random damage to texts that are right, the same for the same random numbers. */
public final class Mutations {
    private static final String SPICE = "{}[]:,-?&*!|>'\"%@`#\t\n\r \u0000\u001b\u00a0<=~.$\\\ufeff\ud83d\ude00";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.%-]+");

    /** What stands in the place of a word: numbers at the edge of what can be calculated, days, and words of YAML. */
    private static final List<String> HOSTILE = List.of(
            "0",
            "-1",
            "1",
            "-0",
            "100%",
            "-100%",
            "-99%",
            "1000000%",
            "0%",
            "1e308",
            "-1e308",
            "1e400",
            "4.9e-324",
            "1e-18",
            "1e18",
            "999999999999999999999999",
            "0x1F",
            "1_000",
            "1,000.5",
            ".5",
            "5.",
            "+3",
            "--3",
            "NaN",
            "Infinity",
            "-Infinity",
            "null",
            "~",
            "yes",
            "no",
            "true",
            "[]",
            "{}",
            "''",
            "9999-12-31",
            "0000-00-00",
            "2023-02-29",
            "1900-01-01",
            "2200-12-31",
            "0000",
            "2023-13",
            "2023-05",
            "2023-05-05",
            "01/02/2023",
            "1/0",
            "none",
            "times 0",
            "plus -1",
            "times 1e9",
            "uniform(0, 0)",
            "normal(0, 0)",
            "a",
            "*a",
            "&a",
            "!!float 3",
            "USD",
            "EUR/t",
            "t/t",
            "years",
            "12 years",
            "\u202eabc",
            "\u0130");

    private Mutations() {}

    /** A text with one to four changes of bytes: other bytes, and bytes added, left out, replaced or repeated. */
    public static byte[] ofBytes(byte[] text, Random random) {
        byte[] bytes = text.clone();
        for (int change = 1 + random.nextInt(4); change > 0; change--) {
            int at = random.nextInt(bytes.length);
            int length = random.nextInt(Math.min(12, bytes.length - at));
            byte[] spice = SPICE.substring(random.nextInt(SPICE.length()))
                    .substring(0, 1)
                    .repeat(1 + random.nextInt(3))
                    .getBytes(StandardCharsets.UTF_8);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = spliced(bytes, at, 0, spice);
                case 2 -> bytes = spliced(bytes, at, length, new byte[0]);
                case 3 -> bytes = spliced(bytes, at, length, spice);
                default ->
                    bytes = spliced(bytes, random.nextInt(bytes.length), 0, Arrays.copyOfRange(bytes, at, at + length));
            }
            if (bytes.length == 0) {
                return text;
            }
        }
        return bytes;
    }

    /** A text with one to three words replaced by others, of the text itself or hostile ones. */
    public static String ofWords(String text, Random random) {
        String changed = text;
        for (int change = 1 + random.nextInt(3); change > 0; change--) {
            List<int[]> words = words(changed);
            if (words.isEmpty()) {
                return changed;
            }
            int[] replaced = words.get(random.nextInt(words.size()));
            int[] other = words.get(random.nextInt(words.size()));
            String by = random.nextInt(3) == 0
                    ? changed.substring(other[0], other[1])
                    : HOSTILE.get(random.nextInt(HOSTILE.size()));
            changed = changed.substring(0, replaced[0]) + by + changed.substring(replaced[1]);
        }
        return changed;
    }

    /** A text with one to three digits changed, or a zero or a sign put before them: most such numbers can be read. */
    public static String ofDigits(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int change = 1 + random.nextInt(3); change > 0; change--) {
            int[] digits = IntStream.range(0, changed.length())
                    .filter(at -> Character.isDigit(changed.charAt(at)))
                    .toArray();
            if (digits.length == 0) {
                return text;
            }
            int at = digits[random.nextInt(digits.length)];
            switch (random.nextInt(6)) {
                case 0 -> changed.insert(at, '0');
                case 1 -> changed.insert(at, '-');
                case 2 -> changed.insert(at + 1, "000");
                case 3 -> changed.setCharAt(at, '0');
                default -> changed.setCharAt(at, (char) ('0' + random.nextInt(10)));
            }
        }
        return changed.toString();
    }

    /** A text with a line left out, repeated, moved or indented otherwise. */
    public static String ofLines(String text, Random random) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(5)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> lines.add(random.nextInt(lines.size()), lines.remove(at));
            case 3 -> lines.set(at, " ".repeat(1 + random.nextInt(4)) + line);
            default -> lines.set(at, line.stripLeading());
        }
        return String.join("\n", lines);
    }

    private static List<int[]> words(String text) {
        List<int[]> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(new int[] {word.start(), word.end()});
        }
        return words;
    }

    private static byte[] spliced(byte[] bytes, int at, int without, byte[] with) {
        byte[] result = new byte[bytes.length - without + with.length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(with, 0, result, at, with.length);
        System.arraycopy(bytes, at + without, result, at + with.length, bytes.length - at - without);
        return result;
    }
}
