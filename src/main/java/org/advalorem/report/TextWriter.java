package org.advalorem.report;

import org.advalorem.facts.VisibleText;

/** A document as plain text for a terminal: aligned tables, wrapped paragraphs. */
final class TextWriter extends BlockWriter {
    private TextWriter() {}

    static String write(Document document) {
        return new TextWriter().text(document);
    }

    @Override
    void paragraph(String words) {
        wrapped("", "", words);
    }

    @Override
    void warning(String words) {
        wrapped("", "", words);
    }

    @Override
    void item(String words) {
        wrapped("- ", "  ", words);
    }

    @Override
    void heading(Document.Heading heading) {
        String words = clean(heading.text());
        line(words);
        if (heading.level() <= 2) {
            line((heading.level() == 1 ? "=" : "-").repeat(VisibleText.width(words)));
        }
    }

    @Override
    void step(Document.Step step) {
        String number = "[" + step.number() + "] ";
        wrapped(number, " ".repeat(number.length()), step.label() + " = " + step.value());
        for (String formula : step.formulas()) {
            wrapped("      = ", "        ", formula);
        }
        if (!step.authority().isEmpty()) {
            wrapped("      ", "      ", step.authority());
        }
    }

    @Override
    void branch(Document.Branch branch) {
        String indent = "  ".repeat(branch.depth());
        wrapped(indent, indent + "    ", branch.text());
        branch.details().forEach(detail -> wrapped(indent + "  = ", indent + "    ", detail));
    }

    @Override
    void table(Table table) {
        if (!table.title().isEmpty()) {
            line(clean(table.title()));
        }
        TextTable.lines(table).forEach(this::line);
        if (!table.note().isEmpty()) {
            wrapped("", "", table.note());
        }
    }

    private void wrapped(String first, String later, String words) {
        String indent = first;
        for (String part :
                VisibleText.lines(clean(words), VisibleText.WIDTH - Math.max(first.length(), later.length()))) {
            line(indent + part);
            indent = later;
        }
    }

    /** On one line, without anything that moves a terminal's cursor. */
    static String clean(String words) {
        StringBuilder line = new StringBuilder(words.length());
        boolean space = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                space = !line.isEmpty();
            } else {
                line.append(space ? " " : "").append(c);
                space = false;
            }
        }
        return VisibleText.of(line.toString());
    }
}
