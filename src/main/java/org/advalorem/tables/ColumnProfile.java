package org.advalorem.tables;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What all cells of a column show about it.
 *
 * @param heading its heading
 * @param kind what its cells are
 * @param form how they are written, in words; empty if there is nothing special about it
 * @param row the row of the body, from 0, that decides, contradicts or has two readings; negative if there is none
 * @param first the first cell that is not empty, as written
 * @param reading what that cell, or the one with two readings, means
 * @param other the second reading; empty if there is none
 * @param blank the number of empty cells
 */
public record ColumnProfile(
        String heading, Kind kind, String form, int row, String first, String reading, String other, int blank) {
    private static final int MOST_WORDS = 12;

    /** What may be a date, and is a number unless it is known to be one: 20240301, 4.35. */
    private static final Pattern NUMBERS = Pattern.compile("\\d{6}|\\d{8}|\\d{1,2}\\.\\d{1,2}");

    private static final Set<String> IDENTIFIERS =
            Set.of("hts", "number", "no", "code", "id", "invoice", "case", "voucher", "barcode");

    /** What the cells of a column are. */
    public enum Kind {
        /** Nothing. */
        EMPTY("empty"),
        /** Days. */
        DATE("dates"),
        /** Months. */
        MONTH("months"),
        /** Numbers. */
        NUMBER("numbers"),
        /** Numbers with a percent sign. */
        RATE("rates"),
        /** Texts, and numbers that only identify. */
        TEXT("text");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The kind in a word. */
        public String word() {
            return word;
        }
    }

    /** Whether the cells have two readings and no row tells which is meant. */
    public boolean isAmbiguous() {
        return !other.isEmpty();
    }

    /** The column of a layout, by place from 0. */
    public static ColumnProfile of(Layout layout, int column) {
        return new Profiler(layout, column).profile();
    }

    /** The reading of one column. */
    private static final class Profiler {
        private final Layout layout;
        private final int column;
        private final String heading;
        private int first = -1;
        private int blank;
        private boolean dates = true;
        private boolean months = true;
        private boolean numbers = true;
        private boolean rates = true;
        private final Map<String, Integer> words = new LinkedHashMap<>();

        Profiler(Layout layout, int column) {
            this.layout = layout;
            this.column = column;
            this.heading = layout.headings().isEmpty()
                    ? CellRange.letters(column)
                    : layout.headings().get(column);
        }

        private String text(int row) {
            return Cell.strip(layout.grid().text(layout.body()[row], layout.first() + column));
        }

        private boolean isTyped(int row) {
            return layout.grid().isTyped(layout.body()[row], layout.first() + column);
        }

        ColumnProfile profile() {
            for (int row = 0; row < layout.body().length; row++) {
                add(row);
            }
            if (first < 0) {
                return profile(Kind.EMPTY, "", -1, "", "");
            }
            if (dates) {
                return dates();
            }
            return numbers && !identifies() ? numbers() : texts();
        }

        /** Whether the heading says that its numbers identify and do not count. */
        private boolean identifies() {
            String[] words = Heading.of(heading).key().split("[-./ ]+", -1);
            return Arrays.stream(words).anyMatch(IDENTIFIERS::contains)
                    || heading.endsWith("号码")
                    || heading.endsWith("代码");
        }

        private void add(int row) {
            String cell = text(row);
            if (cell.isEmpty()) {
                blank++;
                return;
            }
            first = first < 0 ? row : first;
            if (words.size() <= MOST_WORDS) {
                words.merge(cell, 1, Integer::sum);
            }
            if (dates) {
                Map<DateForm, DateText.Reading> readings = DateText.readings(cell);
                boolean serial = readings.size() == 1 && readings.containsKey(DateForm.SERIAL);
                dates = !readings.isEmpty() && !serial && !NUMBERS.matcher(cell).matches();
                months &= dates && readings.values().iterator().next().monthOnly();
            }
            if (numbers) {
                NumberForm.Parts parts = NumberForm.parts(cell);
                boolean identifies = parts.digits().matches("0\\d.*")
                        || (!parts.rest().isEmpty() && !parts.rest().equals("%"));
                numbers = !parts.digits().isEmpty() && !identifies;
                rates &= parts.rest().equals("%");
            }
        }

        private ColumnProfile dates() {
            DateColumn read = DateColumn.of(layout.body().length, this::text, months);
            Kind kind = months ? Kind.MONTH : Kind.DATE;
            if (read.contradictingRow() >= 0) {
                return profile(kind, "in more than one order of day and month", read.contradictingRow(), "", "");
            }
            if (read.isAmbiguous()) {
                String cell = text(read.ambiguousRow());
                String[] readings = read.possible().stream()
                        .map(form -> read.reading(cell, form))
                        .flatMap(Optional::stream)
                        .map(reading -> reading.day().toString())
                        .distinct()
                        .toArray(String[]::new);
                return new ColumnProfile(
                        heading,
                        kind,
                        read.possible().stream().map(DateForm::words).collect(Collectors.joining(" or ")),
                        read.ambiguousRow(),
                        cell,
                        readings[0],
                        readings[1],
                        blank);
            }
            String day = read.reading(text(first))
                    .map(reading -> reading.monthOnly()
                            ? reading.day().toString().substring(0, "2016-01".length())
                            : reading.day().toString())
                    .orElse("");
            return profile(kind, read.words(), read.decidingRow(), day, "");
        }

        private ColumnProfile numbers() {
            NumberColumn read = NumberColumn.of(layout.body().length, this::text, this::isTyped);
            Kind kind = rates ? Kind.RATE : Kind.NUMBER;
            if (read.contradictingRow() >= 0) {
                return profile(kind, "with more than one decimal sign", read.contradictingRow(), "", "");
            }
            if (read.isAmbiguous()) {
                String cell = text(read.ambiguousRow());
                return new ColumnProfile(
                        heading,
                        kind,
                        "a point or a comma as decimal sign",
                        read.ambiguousRow(),
                        cell,
                        read.form('.').map(form -> form.plain(cell)).orElse(""),
                        read.form(',').map(form -> form.plain(cell)).orElse(""),
                        blank);
            }
            NumberForm form = read.certain().orElse(NumberForm.PLAIN);
            String signs = String.join(", ", read.signs());
            String words = form.words(true);
            return profile(
                    kind,
                    signs.isEmpty() ? words : (words.isEmpty() ? "" : words + "; ") + "with the sign " + signs,
                    read.decidingRow(),
                    form.plain(text(first)),
                    "");
        }

        private ColumnProfile texts() {
            boolean few = words.size() <= MOST_WORDS && words.values().stream().anyMatch(count -> count > 1);
            return profile(Kind.TEXT, few ? String.join(", ", words.keySet()) : "", -1, text(first), "");
        }

        private ColumnProfile profile(Kind kind, String form, int row, String reading, String other) {
            return new ColumnProfile(heading, kind, form, row, first < 0 ? "" : text(first), reading, other, blank);
        }
    }
}
