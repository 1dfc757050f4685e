package org.advalorem.calculation;

import java.util.List;
import java.util.Optional;

/** The order in which a calculation is explained: sections of lines, worksheets and notes, each pointing at terms. */
public final class Outline {
    private static final Cell NOTHING = new Words("");

    private Outline() {}

    /** Something that stands in a section. */
    public sealed interface Item permits Section, Line, Worksheet, Transactions, Note {}

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
     * @param quality what kind of number it is
     * @param when the truth without which the step, and what it rests on, had no part in the result; none when it always has
     */
    public record Line(String label, Term term, Quality quality, Authority authority, Optional<Term> when)
            implements Item {
        /** A step that always has its part, of the kind that its unit makes it. */
        public Line(String label, Term term, Authority authority) {
            this(label, term, Quality.of(term.unit()), authority, Optional.empty());
        }
    }

    /**
     * Words between the steps: a finding, a choice, a warning.
     *
     * @param text a sentence
     * @param authority what it rests on; none for a mere remark
     * @param general whether the sentence is what the authority, an assumption, says anywhere
     * @param when the truth without which the authority had no part in the result; none when it always has
     */
    public record Note(String text, Optional<Authority> authority, boolean general, Optional<Term> when)
            implements Item {
        /** The sentence with what it rests on in parentheses before its point. */
        public String words() {
            if (authority.isEmpty()) {
                return text;
            }
            boolean point = text.endsWith(".");
            return text.substring(0, text.length() - (point ? 1 : 0)) + " ("
                    + authority.get().words() + ")" + (point ? "." : "");
        }
    }

    /** A cell: words, a count, or a term whose value is printed. */
    public sealed interface Cell permits Words, Count, Quantity {}

    /** A cell of words. */
    public record Words(String text) implements Cell {}

    /** A cell that counts what the scenario holds: records, days. */
    public record Count(long number) implements Cell {}

    /** A cell that shows the value of a term. */
    public record Quantity(Term term) implements Cell {}

    /** A cell of words. */
    public static Cell words(String text) {
        return new Words(text);
    }

    /** A cell without anything. */
    public static Cell nothing() {
        return NOTHING;
    }

    /** A cell that counts what the scenario holds. */
    public static Cell count(long number) {
        return new Count(number);
    }

    /** A cell that shows the value of a term. */
    public static Cell quantity(Term term) {
        return new Quantity(term);
    }
}
