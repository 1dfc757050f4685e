package org.advalorem.calculation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A builder of one section of the outline, which collects items in the order written. */
public final class OutlineBuilder {
    private final String title;
    private final String about;
    private final List<Object> items = new ArrayList<>();
    private UnaryOperator<Authority> cited;

    OutlineBuilder(String title, String about) {
        this(title, about, UnaryOperator.identity());
    }

    private OutlineBuilder(String title, String about, UnaryOperator<Authority> cited) {
        this.title = title;
        this.about = about;
        this.cited = cited;
    }

    /**
     * Sets how authorities are cited in everything written from now on, here and in sections opened from now on.
     *
     * @param how the authority to cite in place of the one given
     */
    public void cite(UnaryOperator<Authority> how) {
        this.cited = how;
    }

    /** A section of no calculation, for steps whose terms are needed and that are not written. */
    public static OutlineBuilder unwritten() {
        return new OutlineBuilder("", "");
    }

    /** Opens a section inside this one with the same subject. */
    public OutlineBuilder section(String sectionTitle) {
        return section(sectionTitle, about);
    }

    /**
     * Opens a section inside this one.
     *
     * @param sectionTitle the heading
     * @param sectionAbout the address of its subject
     */
    public OutlineBuilder section(String sectionTitle, String sectionAbout) {
        OutlineBuilder section = new OutlineBuilder(sectionTitle, sectionAbout, cited);
        items.add(section);
        return section;
    }

    /**
     * Writes a step of the kind that its unit implies, and returns its term.
     *
     * @param label the label
     * @param term the term whose value it shows
     * @param authority the authority on which it rests
     */
    public Term line(String label, Term term, Authority authority) {
        return line(label, term, Quality.of(term.unit()), authority);
    }

    /**
     * Writes a step of a given kind, and returns its term.
     *
     * @param label the label
     * @param term the term whose value it shows
     * @param quality the kind of number that the value is
     * @param authority the authority on which it rests
     */
    public Term line(String label, Term term, Quality quality, Authority authority) {
        items.add(new Outline.Line(label, term, quality, cited.apply(authority), Optional.empty()));
        return term;
    }

    /**
     * Writes a step that bears on the result only where a truth holds, and returns its term.
     *
     * @param label the label
     * @param term the term whose value it shows
     * @param authority the authority on which it rests
     * @param when the truth
     */
    public Term line(String label, Term term, Authority authority, Term when) {
        return line(label, term, Quality.of(term.unit()), authority, when);
    }

    /**
     * Writes a step of a given kind that bears on the result only where a truth holds, and returns its term.
     *
     * @param label the label
     * @param term the term whose value it shows
     * @param quality the kind of number that the value is
     * @param authority the authority on which it rests
     * @param when the truth
     */
    public Term line(String label, Term term, Quality quality, Authority authority, Term when) {
        items.add(new Outline.Line(label, term, quality, cited.apply(authority), Optional.of(when)));
        return term;
    }

    /** Writes a sentence that needs no authority. */
    public void note(String text) {
        items.add(new Outline.Note(text, Optional.empty(), false, Optional.empty()));
    }

    /** Writes a sentence that needs no authority and is to the point only where a truth holds. */
    public void note(String text, Term when) {
        items.add(new Outline.Note(text, Optional.empty(), false, Optional.of(when)));
    }

    /** Writes a sentence and the authority on which it rests. */
    public void note(String text, Authority authority) {
        items.add(new Outline.Note(text, Optional.of(cited.apply(authority)), false, Optional.empty()));
    }

    /** Writes the statement of an assumption. */
    public void assumption(String statement, Authority assumption) {
        items.add(new Outline.Note(statement, Optional.of(cited.apply(assumption)), true, Optional.empty()));
    }

    /**
     * Writes the statement of an assumption that bears on the result only where a truth holds.
     *
     * @param statement the assumption in a sentence
     * @param assumption its authority
     * @param when the truth
     */
    public void assumption(String statement, Authority assumption, Term when) {
        items.add(new Outline.Note(statement, Optional.of(cited.apply(assumption)), true, Optional.of(when)));
    }

    /**
     * Writes a worksheet without totals.
     *
     * @throws IllegalArgumentException if a row does not have one cell for each column, or a column is computed from an
     *     unknown one
     */
    public void sheet(String heading, List<SheetColumn> columns, List<List<Outline.Cell>> rows, Authority authority) {
        items.add(new Worksheet(heading, columns, rows, List.of(), cited.apply(authority), Optional.empty()));
    }

    /**
     * Writes a worksheet without totals whose authority bears on the result only where a truth holds.
     *
     * @param heading the heading
     * @param columns the columns in order
     * @param rows the cells, one for each column
     * @param authority the authority on which the rows rest
     * @param when the truth
     * @throws IllegalArgumentException if a row does not have one cell for each column, or a column is computed from an
     *     unknown one
     */
    public void sheet(
            String heading, List<SheetColumn> columns, List<List<Outline.Cell>> rows, Authority authority, Term when) {
        items.add(new Worksheet(heading, columns, rows, List.of(), cited.apply(authority), Optional.of(when)));
    }

    /** Records the transactions behind a worksheet. */
    public void transactions(Transactions transactions) {
        items.add(transactions);
    }

    /** Writes a worksheet. */
    public void sheet(Worksheet worksheet) {
        items.add(worksheet.under(cited.apply(worksheet.authority())));
    }

    Outline.Section build() {
        return new Outline.Section(
                title,
                about,
                items.stream()
                        .map(item -> item instanceof OutlineBuilder section ? section.build() : (Outline.Item) item)
                        .toList());
    }
}
