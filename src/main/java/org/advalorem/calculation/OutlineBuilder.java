package org.advalorem.calculation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the items of one section of the outline, in the order they are written. */
public final class OutlineBuilder {
    private final String title;
    private final String about;
    private final List<Object> items = new ArrayList<>();

    OutlineBuilder(String title, String about) {
        this.title = title;
        this.about = about;
    }

    /** Opens a section inside this one, about the same. */
    public OutlineBuilder section(String sectionTitle) {
        return section(sectionTitle, about);
    }

    /**
     * Opens a section inside this one.
     *
     * @param sectionAbout the address of what it is about
     */
    public OutlineBuilder section(String sectionTitle, String sectionAbout) {
        OutlineBuilder section = new OutlineBuilder(sectionTitle, sectionAbout);
        items.add(section);
        return section;
    }

    /** Writes a step, of the kind that its unit makes it, and returns its term. */
    public Term line(String label, Term term, Authority authority) {
        return line(label, term, Quality.of(term.unit()), authority);
    }

    /** Writes a step of that kind and returns its term. */
    public Term line(String label, Term term, Quality quality, Authority authority) {
        items.add(new Outline.Line(label, term, quality, authority, Optional.empty()));
        return term;
    }

    /** Writes a step that has a part in the result only where a truth holds, and returns its term. */
    public Term line(String label, Term term, Authority authority, Term when) {
        return line(label, term, Quality.of(term.unit()), authority, when);
    }

    /** Writes a step of that kind that has a part in the result only where a truth holds, and returns its term. */
    public Term line(String label, Term term, Quality quality, Authority authority, Term when) {
        items.add(new Outline.Line(label, term, quality, authority, Optional.of(when)));
        return term;
    }

    /** Writes a sentence that rests on nothing. */
    public void note(String text) {
        items.add(new Outline.Note(text, Optional.empty(), false, Optional.empty()));
    }

    /** Writes a sentence and what it rests on. */
    public void note(String text, Authority authority) {
        items.add(new Outline.Note(text, Optional.of(authority), false, Optional.empty()));
    }

    /** Writes the statement of an assumption. */
    public void assumption(String statement, Authority assumption) {
        items.add(new Outline.Note(statement, Optional.of(assumption), true, Optional.empty()));
    }

    /** Writes the statement of an assumption that has a part in the result only where a truth holds. */
    public void assumption(String statement, Authority assumption, Term when) {
        items.add(new Outline.Note(statement, Optional.of(assumption), true, Optional.of(when)));
    }

    /** Writes a worksheet without totals. */
    public void sheet(String heading, List<SheetColumn> columns, List<List<Outline.Cell>> rows, Authority authority) {
        items.add(new Worksheet(heading, columns, rows, List.of(), authority, Optional.empty()));
    }

    /** Writes a worksheet whose authority has a part in the result only where a truth holds. */
    public void sheet(
            String heading, List<SheetColumn> columns, List<List<Outline.Cell>> rows, Authority authority, Term when) {
        items.add(new Worksheet(heading, columns, rows, List.of(), authority, Optional.of(when)));
    }

    /** Keeps the transactions behind a worksheet. */
    public void transactions(Transactions transactions) {
        items.add(transactions);
    }

    /** Writes a worksheet. */
    public void sheet(Worksheet worksheet) {
        items.add(worksheet);
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
