package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A command's output for people: headings, paragraphs, lists, steps and tables, in order.
 *
 * @param blocks the parts of the document, in order
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

    /** A paragraph of text. */
    record Paragraph(String text) implements Block {}

    /** A flag that the reader must not overlook. */
    record Warning(String text) implements Block {}

    /** A list. */
    record Items(List<String> items) implements Block {}

    /**
     * A numbered step of a calculation.
     *
     * @param formulas the formula in words and in numbers; empty for an input that needs none
     * @param authority empty if stated elsewhere
     */
    record Step(int number, String label, String value, List<String> formulas, String authority) implements Block {}

    /** Consecutive lines with no blank line between them. */
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
     * @param single whether it has one row, which programs find without an enclosing list, or not at all if there is
     *     none
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
     * @param title the title, with the authority
     * @param table without title and note
     * @param formulas the formulas of its columns
     * @param notes notes on rows that depart from them
     */
    record Sheet(String title, Table table, List<String> formulas, List<String> notes) implements Block {}

    /** A tree of nested lines. */
    record Tree(List<Branch> branches) implements Block {}

    /**
     * A line of a tree.
     *
     * @param depth 0 at the root
     * @param details further lines
     */
    record Branch(int depth, String text, List<String> details) {}

    /** A builder that collects blocks. */
    static final class Builder {
        private final List<Block> blocks = new ArrayList<>();

        Builder heading(int level, String text) {
            return add(new Heading(level, text));
        }

        Builder paragraph(String text) {
            return add(new Paragraph(text));
        }

        /** Adds a flag that the reader must not overlook. */
        Builder warning(String text) {
            return add(new Warning(text));
        }

        Builder items(List<String> items) {
            return items.isEmpty() ? this : add(new Items(List.copyOf(items)));
        }

        /** Adds a listing for people and programs. */
        Builder listing(Listing<?> listing) {
            return add(new Listed(listing, Column.Audience.ALL, false));
        }

        /** Adds a listing for people only, where programs need another view. */
        Builder view(Listing<?> listing) {
            return add(new Listed(listing, Column.Audience.PEOPLE, false));
        }

        /** Adds a listing for programs only, where people read its content in other words. */
        Builder data(Listing<?> listing) {
            return add(new Listed(listing, Column.Audience.PROGRAMS, false));
        }

        /** Adds, for programs, an item of which there is at most one. */
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

        Builder addAll(List<Block> more) {
            blocks.addAll(more);
            return this;
        }

        Document build() {
            return new Document(blocks);
        }
    }
}
