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

    /** Writes a step and returns its term. */
    public Term line(String label, Term term, Authority authority) {
        items.add(new Outline.Line(label, term, authority));
        return term;
    }

    /** Writes a step that has a part in the result only where a truth holds, and returns its term. */
    public Term line(String label, Term term, Authority authority, Term when) {
        items.add(new Outline.Line(label, term, authority, Optional.of(when)));
        return term;
    }

    /** Writes words. */
    public void note(String text) {
        items.add(new Outline.Note(text));
    }

    /** Writes steps side by side. */
    public void table(String heading, List<String> columns, List<List<Outline.Cell>> rows, Authority authority) {
        items.add(new Outline.Table(heading, columns, rows, authority));
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
