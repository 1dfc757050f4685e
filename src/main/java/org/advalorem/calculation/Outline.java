package org.advalorem.calculation;

import java.util.List;
import java.util.Optional;

/** The order in which a calculation is explained: sections of lines, worksheets and notes, each referring to terms. */
public final class Outline {
    private static final Cell NOTHING = new Words("");

    private Outline() {}

    /** An item of a section. */
    public sealed interface Item permits Section, Line, Worksheet, Transactions, Note {}

    /**
     * A titled group of items.
     *
     * @param title the heading
     * @param about the address of its subject, such as {@code companies.zhongji.programs.technology-grant}; empty if it
     *     concerns the calculation as a whole
     * @param items the items in order
     */
    public record Section(String title, String about, List<Item> items) implements Item {
        /** Copies the list. */
        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * One step: its label, its term, and the authority on which it rests.
     *
     * @param label the label
     * @param term the term whose value it shows
     * @param quality the kind of number that the value is
     * @param authority the authority on which it rests
     * @param when the truth without which the step and its authority have no bearing on the result; empty if they
     *     always do
     */
    public record Line(String label, Term term, Quality quality, Authority authority, Optional<Term> when)
            implements Item {
        /** A step that always bears on the result, of the kind that its unit implies. */
        public Line(String label, Term term, Authority authority) {
            this(label, term, Quality.of(term.unit()), authority, Optional.empty());
        }
    }

    /**
     * Text between the steps: a finding, a choice, a warning.
     *
     * @param text a sentence
     * @param authority the authority on which it rests; empty for a mere remark
     * @param general whether the sentence states the authority, an assumption, as it applies everywhere
     * @param when the truth without which the sentence and its authority have no bearing on the result; empty if they
     *     always do
     */
    public record Note(String text, Optional<Authority> authority, boolean general, Optional<Term> when)
            implements Item {
        /** The sentence with its authority in parentheses before the full stop. */
        public String words() {
            if (authority.isEmpty()) {
                return text;
            }
            boolean point = text.endsWith(".");
            return text.substring(0, text.length() - (point ? 1 : 0)) + " ("
                    + authority.get().words() + ")" + (point ? "." : "");
        }
    }

    /** A cell: text, a count, or a term whose value is printed. */
    public sealed interface Cell permits Words, Count, Quantity {}

    /** A cell of text. */
    public record Words(String text) implements Cell {}

    /** A cell that counts items of the scenario: records, days. */
    public record Count(long number) implements Cell {}

    /** A cell that shows the value of a term. */
    public record Quantity(Term term) implements Cell {}

    /** A cell of text. */
    public static Cell words(String text) {
        return new Words(text);
    }

    /** An empty cell. */
    public static Cell nothing() {
        return NOTHING;
    }

    /** A cell that counts items of the scenario. */
    public static Cell count(long number) {
        return new Count(number);
    }

    /** A cell that shows the value of a term. */
    public static Cell quantity(Term term) {
        return new Quantity(term);
    }
}
