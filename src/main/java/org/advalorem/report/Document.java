package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What a command prints for people: headings, paragraphs, lists, steps and tables, in order.
 *
 * @param blocks in order
 */
record Document(List<Block> blocks) {
    /** Copies the list. */
    Document {
        blocks = List.copyOf(blocks);
    }

    /** A part of a document. */
    sealed interface Block permits Heading, Paragraph, Warning, Items, Step, Lines, Tabular, Sheet, Tree, Listed {}

    /**
     * A heading.
     *
     * @param level 1 for the title
     */
    record Heading(int level, String text) implements Block {}

    /** Words. */
    record Paragraph(String text) implements Block {}

    /** Words that must not be overlooked. */
    record Warning(String text) implements Block {}

    /** A list. */
    record Items(List<String> items) implements Block {}

    /**
     * A numbered step of a calculation.
     *
     * @param formulas from words to numbers, none for an input that needs none
     * @param authority empty where it stands elsewhere
     */
    record Step(int number, String label, String value, List<String> formulas, String authority) implements Block {}

    /**
     * Lines one below the other without an empty one between them.
     */
    record Lines(List<Line> lines) implements Block {}

    /**
     * A line.
     *
     * @param depth 1 below a title
     */
    record Line(int depth, String words) {}

    /** A table. */
    record Tabular(Table table) implements Block {}

    /**
     * A listing.
     *
     * @param audience who reads it; programs find it under its name
     * @param single whether it has one row, which programs find without a list around it; under no name if it has none
     */
    record Listed(Listing<?> listing, Column.Audience audience, boolean single) implements Block {
        boolean isForPeople() {
            return audience != Column.Audience.PROGRAMS;
        }

        boolean isForPrograms() {
            return audience != Column.Audience.PEOPLE;
        }
    }

    /**
     * A worksheet.
     *
     * @param title with what it rests on
     * @param table without title and note
     * @param formulas how its columns are computed
     * @param notes on rows that differ
     */
    record Sheet(String title, Table table, List<String> formulas, List<String> notes) implements Block {}

    /** Nested lines. */
    record Tree(List<Branch> branches) implements Block {}

    /**
     * A line of a tree.
     *
     * @param depth 0 at the root
     * @param details further lines
     */
    record Branch(int depth, String text, List<String> details) {}

    /** Collects blocks. */
    static final class Builder {
        private final List<Block> blocks = new ArrayList<>();

        Builder heading(int level, String text) {
            return add(new Heading(level, text));
        }

        Builder paragraph(String text) {
            return add(new Paragraph(text));
        }

        /** Words that must not be overlooked. */
        Builder warning(String text) {
            return add(new Warning(text));
        }

        Builder items(List<String> items) {
            return items.isEmpty() ? this : add(new Items(List.copyOf(items)));
        }

        /** A listing for people and programs. */
        Builder listing(Listing<?> listing) {
            return add(new Listed(listing, Column.Audience.ALL, false));
        }

        /** A listing for people, who need another view than programs. */
        Builder view(Listing<?> listing) {
            return add(new Listed(listing, Column.Audience.PEOPLE, false));
        }

        /** A listing for programs, whose content people read in other words. */
        Builder data(Listing<?> listing) {
            return add(new Listed(listing, Column.Audience.PROGRAMS, false));
        }

        /** What there is one of, or none, for programs. */
        Builder one(Listing<?> listing) {
            return add(new Listed(listing, Column.Audience.PROGRAMS, true));
        }

        Builder table(Table table) {
            return add(new Tabular(table));
        }

        Builder add(Block block) {
            blocks.add(block);
            return this;
        }

        Document build() {
            return new Document(blocks);
        }
    }
}
