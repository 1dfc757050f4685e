package org.advalorem.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.advalorem.tables.MonthNames;

/**
 * Sentences that differ only in a day, month, year or row, told as one: {@code There is no rate for 2024-01 to
 * 2024-12.}
 */
final class LikeSentences {
    private static final String YEAR_DIGITS = "(?:19|2[01])\\d\\d";
    private static final String MONTH_DIGITS = YEAR_DIGITS + "-(?:0[1-9]|1[0-2])";

    /** The most days, months or years written before the rest are counted. */
    private static final int FEW = 6;

    /** From this length on, a run is written as its first and last. */
    private static final int RUN = 3;

    /** What may vary. */
    private enum Kind {
        DAY("(?<![\\d.,-])" + MONTH_DIGITS + "-\\d\\d(?![\\d-])"),
        MONTH("(?<![\\d.,-])" + MONTH_DIGITS + "(?![\\d-])"),
        MONTH_IN_WORDS("(?:" + String.join("|", MonthNames.ALL) + ") " + YEAR_DIGITS + "(?!\\d)"),
        YEAR("(?<![\\d.,/-])" + YEAR_DIGITS + "(?![\\d/-]|[.,]\\d)"),
        /** A number within an address. */
        ROW("(?<=[\\w'])\\.\\d+(?=\\.[a-z])"),
        /** The line after the name of a file. */
        LINE("(?<=\\.[a-zA-Z]{1,5}):\\d+");

        private final Pattern pattern;

        Kind(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }

        /** A number that is one higher for the next day, month or year. */
        private long number(String written) {
            return switch (this) {
                case DAY ->
                    YearMonth.parse(written.substring(0, "2024-01".length()))
                                    .atDay(1)
                                    .toEpochDay()
                            + Long.parseLong(written.substring("2024-01-".length()));
                case MONTH -> month(written);
                case MONTH_IN_WORDS -> {
                    int space = written.indexOf(' ');
                    yield 12 * Long.parseLong(written.substring(space + 1))
                            + MonthNames.ALL.indexOf(written.substring(0, space));
                }
                case YEAR -> Long.parseLong(written);
                case ROW, LINE -> 0;
            };
        }

        private static long month(String written) {
            return 12 * Long.parseLong(written.substring(0, 4)) + Long.parseLong(written.substring(5, 7));
        }
    }

    /** A part of a sentence that varies. */
    private record Varying(Kind kind, String written) {}

    /** A sentence in parts: each part that varies follows the fixed one of the same place. */
    private record Parts(List<String> fixed, List<Varying> varying) {
        static Parts of(String sentence) {
            List<String> fixed = new ArrayList<>();
            List<Varying> varying = new ArrayList<>();
            Map<Kind, Matcher> matchers = new EnumMap<>(Kind.class);
            for (Kind kind : Kind.values()) {
                matchers.put(kind, kind.pattern.matcher(sentence));
            }
            int from = 0;
            while (true) {
                Map.Entry<Kind, Matcher> first = null;
                for (Map.Entry<Kind, Matcher> of : matchers.entrySet()) {
                    if (of.getValue().find(from)
                            && (first == null
                                    || of.getValue().start() < first.getValue().start())) {
                        first = of;
                    }
                }
                if (first == null) {
                    fixed.add(sentence.substring(from));
                    return new Parts(fixed, varying);
                }
                Matcher found = first.getValue();
                fixed.add(sentence.substring(from, found.start()));
                varying.add(new Varying(first.getKey(), found.group()));
                from = found.end();
            }
        }

        String frame() {
            return fixed + " " + varying.stream().map(Varying::kind).toList();
        }
    }

    private LikeSentences() {}

    /**
     * The items in groups of those whose sentences are alike, in the order of their first members.
     *
     * @param sentences all of an item that must be alike
     */
    static <T> Collection<List<T>> groups(List<T> items, Function<T, String> sentences) {
        Map<String, List<T>> groups = new LinkedHashMap<>();
        for (T item : items) {
            groups.computeIfAbsent(Parts.of(sentences.apply(item)).frame(), absent -> new ArrayList<>())
                    .add(item);
        }
        return groups.values();
    }

    /** Sentences that are alike as one, with all days, months and years, and the first row. */
    static String merged(List<String> sentences) {
        List<Parts> all = sentences.stream().map(Parts::of).toList();
        Parts first = all.get(0);
        StringBuilder merged = new StringBuilder();
        for (int place = 0; place < first.fixed().size(); place++) {
            merged.append(first.fixed().get(place));
            if (place < first.varying().size()) {
                int at = place;
                merged.append(range(
                        first.varying().get(place).kind(),
                        all.stream()
                                .map(parts -> parts.varying().get(at).written())
                                .toList()));
            }
        }
        return merged.toString();
    }

    private static String range(Kind kind, List<String> written) {
        if (kind == Kind.ROW || kind == Kind.LINE) {
            return written.get(0);
        }
        TreeMap<Long, String> ordered = new TreeMap<>();
        written.forEach(word -> ordered.put(kind.number(word), word));
        return runs(ordered);
    }

    /** Numbered words in order; of words that follow each other without a gap, the first and the last. */
    static String runs(SortedMap<Long, String> ordered) {
        List<String> parts = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        List<Long> numbers = new ArrayList<>(ordered.keySet());
        int start = 0;
        for (int i = 1; i <= numbers.size(); i++) {
            if (i < numbers.size() && numbers.get(i) == numbers.get(i - 1) + 1) {
                continue;
            }
            if (i - start >= RUN) {
                parts.add(ordered.get(numbers.get(start)) + " to " + ordered.get(numbers.get(i - 1)));
                sizes.add(i - start);
            } else {
                for (int single = start; single < i; single++) {
                    parts.add(ordered.get(numbers.get(single)));
                    sizes.add(1);
                }
            }
            start = i;
        }
        if (parts.size() <= FEW) {
            return parts.size() < 2
                    ? String.join("", parts)
                    : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
        }
        int rest = sizes.subList(FEW - 1, sizes.size()).stream()
                .mapToInt(Integer::intValue)
                .sum();
        return String.join(", ", parts.subList(0, FEW - 1)) + " and " + rest + " more";
    }
}
