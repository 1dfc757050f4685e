package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.facts.VisibleText;

/** A document as plain text for a terminal: aligned tables, wrapped paragraphs. */
final class TextWriter extends BlockWriter {
    private static final String FORMULAS_APART = ";   ";

    private final int columns;

    private TextWriter(int columns) {
        this.columns = columns;
    }

    /**
     * The document in lines of at most the given number of columns where possible.
     *
     * @param columns at least 40
     */
    static String write(Document document, int columns) {
        return new TextWriter(columns).text(document);
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
    void items(List<String> items) {
        items.forEach(words -> wrapped("- ", "  ", words));
    }

    @Override
    void heading(Document.Heading heading) {
        int width = 0;
        for (String line : VisibleText.lines(clean(heading.text()), columns)) {
            line(line);
            width = Math.max(width, VisibleText.width(line));
        }
        if (heading.level() <= 2) {
            line((heading.level() == 1 ? "=" : "-").repeat(width));
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
        TextTable.lines(table, columns).forEach(this::line);
        if (!table.note().isEmpty()) {
            wrapped("", "", table.note());
        }
    }

    /**
     * Whether a blank line separates two blocks; lines and worksheets follow a heading, and each other, without one.
     */
    @Override
    boolean isApart(Document.Block before, Document.Block after) {
        boolean lines = after instanceof Document.Lines;
        boolean sheet = after instanceof Document.Sheet;
        boolean heading = before instanceof Document.Heading of
                && (lines || sheet || (of.level() == 2 && after instanceof Document.Heading));
        boolean worksheets = (lines || sheet) && (before instanceof Document.Sheet || before instanceof Document.Lines);
        return !heading && !worksheets;
    }

    @Override
    void lines(Document.Lines lines) {
        for (Document.Line line : lines.lines()) {
            String indent = "  ".repeat(line.depth());
            wrapped(indent, indent + "    ", line.words(), columns);
        }
    }

    @Override
    void sheet(Document.Sheet sheet) {
        wrapped("", "    ", sheet.title(), columns);
        packed(sheet.formulas()).forEach(formula -> wrapped("  ", "      ", formula, columns));
        TextTable.lines(sheet.table(), columns).forEach(this::line);
        sheet.notes().forEach(note -> wrapped("  ", "      ", note, columns));
    }

    /** The formulas packed several to a line, without breaking any. */
    private List<String> packed(List<String> formulas) {
        List<String> lines = new ArrayList<>();
        for (String formula : formulas) {
            String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
            String longer = last + FORMULAS_APART + formula;
            if (!last.isEmpty() && longer.length() <= columns - 2) {
                lines.set(lines.size() - 1, longer);
            } else {
                lines.add(formula);
            }
        }
        return lines;
    }

    private void wrapped(String first, String later, String words) {
        wrapped(first, later, words, columns);
    }

    private void wrapped(String first, String later, String words, int width) {
        String indent = first;
        for (String part : VisibleText.lines(clean(words), width - Math.max(first.length(), later.length()))) {
            line(indent + part);
            indent = later;
        }
    }

    /** The words on one line, free of anything that moves a terminal's cursor. */
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
