package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;

/** A document as plain text for a terminal: aligned tables, wrapped paragraphs. */
final class TextWriter {
    private static final int WIDTH = 110;

    private final StringBuilder text = new StringBuilder();

    private TextWriter() {}

    static String write(Document document) {
        TextWriter writer = new TextWriter();
        for (Document.Block block : document.blocks()) {
            if (!writer.text.isEmpty()) {
                writer.text.append('\n');
            }
            writer.write(block);
        }
        return writer.text.toString();
    }

    private void write(Document.Block block) {
        if (block instanceof Document.Heading heading) {
            heading(heading);
        } else if (block instanceof Document.Paragraph paragraph) {
            wrapped("", "", paragraph.text());
        } else if (block instanceof Document.Warning warning) {
            wrapped("", "", warning.text());
        } else if (block instanceof Document.Items items) {
            items.items().forEach(item -> wrapped("- ", "  ", item));
        } else if (block instanceof Document.Step step) {
            step(step);
        } else if (block instanceof Document.Tabular tabular) {
            table(tabular.table());
        } else if (block instanceof Document.Tree tree) {
            tree.branches().forEach(this::branch);
        }
    }

    private void heading(Document.Heading heading) {
        String words = clean(heading.text());
        line(words);
        if (heading.level() <= 2) {
            line((heading.level() == 1 ? "=" : "-").repeat(VisibleText.width(words)));
        }
    }

    private void step(Document.Step step) {
        String number = "[" + step.number() + "] ";
        wrapped(number, " ".repeat(number.length()), step.label() + " = " + step.value());
        for (String formula : step.formulas()) {
            wrapped("      = ", "        ", formula);
        }
        if (!step.authority().isEmpty()) {
            wrapped("      ", "      ", step.authority());
        }
    }

    private void branch(Document.Branch branch) {
        String indent = "  ".repeat(branch.depth());
        wrapped(indent, indent + "    ", branch.text());
        branch.details().forEach(detail -> wrapped(indent + "  = ", indent + "    ", detail));
    }

    private void table(Table table) {
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
        for (String part : lines(clean(words), WIDTH - Math.max(first.length(), later.length()))) {
            line(indent + part);
            indent = later;
        }
    }

    private void line(String words) {
        text.append(words.stripTrailing()).append('\n');
    }

    /** The words in lines of at most that width where they can be broken; one empty line for none. */
    static List<String> lines(String words, int width) {
        if (VisibleText.width(words) <= width) {
            return List.of(words);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int start = 0;
        while (start <= words.length()) {
            int space = words.indexOf(' ', start);
            int end = space < 0 ? words.length() : space;
            String word = words.substring(start, end);
            if (!line.isEmpty() && VisibleText.width(line.toString()) + 1 + VisibleText.width(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            start = end + 1;
        }
        lines.add(line.toString());
        return lines;
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
