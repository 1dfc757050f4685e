package org.advalorem.calculation;

import java.util.ArrayList;
import java.util.List;

/** Collects the items of one section of the outline, in the order they are written. */
public final class OutlineBuilder {
    private final String title;
    private final List<Object> items = new ArrayList<>();

    OutlineBuilder(String title) {
        this.title = title;
    }

    /** Opens a section inside this one. */
    public OutlineBuilder section(String sectionTitle) {
        OutlineBuilder section = new OutlineBuilder(sectionTitle);
        items.add(section);
        return section;
    }

    /** Writes a step and returns its term. */
    public Term line(String label, Term term, Authority authority) {
        items.add(new Outline.Line(label, term, authority));
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
                items.stream()
                        .map(item -> item instanceof OutlineBuilder section ? section.build() : (Outline.Item) item)
                        .toList());
    }
}
