package org.advalorem.facts;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.advalorem.tables.Cell;
import org.advalorem.tables.DateColumn;
import org.advalorem.tables.NumberForm;
import org.jspecify.annotations.Nullable;

/** The cells of one column of a file or list, with the form in which all of them are written. */
final class ColumnCells {
    private final Source source;
    private final Map<String, String> values;
    private final Optional<RateUnit> rates;
    private final Optional<DatePattern> pattern;
    private final Forms forms;
    private @Nullable NumberForm numbers;
    private @Nullable DateColumn dates;
    private @Nullable DateColumn months;

    /** Where cells come from. */
    interface Source {
        /** The text of a cell, from 0. */
        String text(int row);

        /** The origin of a cell, from 0. */
        Origin origin(int row);
    }

    /** What all cells of a column decide together. */
    interface Forms {
        /** The form of numbers. */
        NumberForm numbers();

        /** The form of dates, of which perhaps only the month matters. */
        DateColumn dates(boolean months);

        /** Whether cells may have no value. */
        boolean haveGaps();

        /** Says that so many cells have no value, the first of them in a row. */
        void announceGaps(int count, int first);
    }

    /**
     * The cells of a column of a file.
     *
     * @param rates what a rate without a percent sign means; null if nothing is stated
     */
    ColumnCells(DataTable table, Column column, int place, @Nullable RateUnit rates) {
        this.source = new Source() {
            @Override
            public String text(int row) {
                return table.text(row, place);
            }

            @Override
            public Origin origin(int row) {
                return table.origin(row, place);
            }
        };
        this.values = table.options().values().getOrDefault(column.name(), Map.of());
        this.rates = Optional.ofNullable(rates);
        this.pattern = table.options().dates().flatMap(DatePattern::of);
        this.forms = new Forms() {
            @Override
            public NumberForm numbers() {
                NumberForm form = table.numbers(place);
                String words = form.words(table.options().decimal().isEmpty());
                if (!words.isEmpty() && table.options().thousands().isEmpty()) {
                    table.announce("(" + table.header().get(place) + ") has " + words);
                }
                return form;
            }

            @Override
            public DateColumn dates(boolean monthsOnly) {
                DateColumn read = table.dates(place, monthsOnly);
                if (!read.words().isEmpty()) {
                    String shown = read.decidingRow() < 0
                            ? ""
                            : ", as (" + Cell.strip(table.text(read.decidingRow(), place)) + ") shows";
                    table.announce("(" + table.header().get(place) + ") holds " + read.words() + shown);
                }
                return read;
            }

            @Override
            public boolean haveGaps() {
                return column.gaps();
            }

            @Override
            public void announceGaps(int count, int first) {
                String text = Cell.strip(table.text(first, place));
                table.announce("(" + table.header().get(place) + ") has no value in " + count
                        + (count == 1 ? " row" : " rows")
                        + (text.isEmpty() ? "" : " (" + text + ")") + ", the first on line "
                        + table.origin(first, place).line());
            }
        };
    }

    /** The cells of a column of a list, which are written as the format says. */
    ColumnCells(Source source) {
        this.source = source;
        this.values = Map.of();
        this.rates = Optional.empty();
        this.pattern = Optional.empty();
        this.forms = new Forms() {
            @Override
            public NumberForm numbers() {
                return NumberForm.PLAIN;
            }

            @Override
            public DateColumn dates(boolean monthsOnly) {
                return DateColumn.of(0, row -> "", monthsOnly);
            }

            @Override
            public boolean haveGaps() {
                return false;
            }

            @Override
            public void announceGaps(int count, int first) {
                throw new IllegalStateException("Lists have no gaps.");
            }
        };
    }

    /** The text of a cell without white space around it, or what it stands for. */
    String text(int row) {
        String text = Cell.strip(source.text(row));
        return values.isEmpty() ? text : values.getOrDefault(text, text);
    }

    /** The text of a cell as it is written. */
    String written(int row) {
        return Cell.strip(source.text(row));
    }

    Origin origin(int row) {
        return source.origin(row);
    }

    /** Whether a cell is one that may have no value, and has none. */
    boolean isGap(int row) {
        return forms.haveGaps() && Cell.hasNoValue(source.text(row));
    }

    /** Says that so many cells have no value, the first of them in a row. */
    void announceGaps(int count, int first) {
        forms.announceGaps(count, first);
    }

    /** The pattern of dates that the user states. */
    Optional<DatePattern> pattern() {
        return pattern;
    }

    /** What a rate without a percent sign means, if that is stated. */
    Optional<RateUnit> rates() {
        return rates;
    }

    /**
     * The form of the column's numbers.
     *
     * @throws DataFiles.DataFileException if there is none, or two that differ
     */
    NumberForm numbers() {
        NumberForm known = numbers;
        if (known == null) {
            known = forms.numbers();
            numbers = known;
        }
        return known;
    }

    /**
     * The day that a cell names.
     *
     * @throws DataFiles.DataFileException if the column has no order of day, month and year, or two that differ
     */
    Optional<LocalDate> day(int row) {
        DateColumn known = dates;
        if (known == null) {
            known = forms.dates(false);
            dates = known;
        }
        return known.reading(source.text(row))
                .filter(reading -> !reading.monthOnly())
                .map(reading -> reading.day());
    }

    /**
     * The first day of the month that a cell names.
     *
     * @throws DataFiles.DataFileException if the column has no order of day, month and year, or two that differ
     */
    Optional<LocalDate> month(int row) {
        DateColumn known = months;
        if (known == null) {
            known = forms.dates(true);
            months = known;
        }
        return known.reading(source.text(row)).map(reading -> reading.day());
    }
}
