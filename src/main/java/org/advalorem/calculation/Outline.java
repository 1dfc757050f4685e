package org.advalorem.calculation;

import java.util.List;
import java.util.Optional;

/** The order in which a calculation is explained: sections of lines, tables and notes, each pointing at terms. */
public final class Outline {
    private Outline() {}

    /** Something that stands in a section. */
    public sealed interface Item permits Section, Line, Table, Note {}

    /**
     * A titled group.
     *
     * @param about the address of what it is about, such as {@code companies.zhongji.programs.technology-grant}; empty when
     *     it is about the whole
     * @param items in order
     */
    public record Section(String title, String about, List<Item> items) implements Item {
        /** Copies the list. */
        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * One step: what it is called, the term, what it rests on.
     *
     * @param when the truth without which the step, and what it rests on, had no part in the result; none when it always has
     */
    public record Line(String label, Term term, Authority authority, Optional<Term> when) implements Item {
        /** A step that always has its part. */
        public Line(String label, Term term, Authority authority) {
            this(label, term, authority, Optional.empty());
        }
    }

    /** Words between the steps: a finding, a choice, a warning. */
    public record Note(String text) implements Item {}

    /**
     * Steps side by side.
     *
     * @param columns headings
     * @param rows cells, as many a row as there are headings
     */
    public record Table(String title, List<String> columns, List<List<Cell>> rows, Authority authority)
            implements Item {
        /** Copies and checks the rows. */
        public Table {
            columns = List.copyOf(columns);
            int width = columns.size();
            rows = rows.stream().map(List::copyOf).toList();
            if (rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("A row of (" + title + ") has not " + width + " cells.");
            }
        }
    }

    /** A cell: words, or a term whose value is printed. */
    public sealed interface Cell permits Words, Quantity {}

    /** A cell of words. */
    public record Words(String text) implements Cell {}

    /** A cell that shows the value of a term. */
    public record Quantity(Term term) implements Cell {}

    /** A cell of words. */
    public static Cell words(String text) {
        return new Words(text);
    }

    /** A cell that shows the value of a term. */
    public static Cell quantity(Term term) {
        return new Quantity(term);
    }
}
