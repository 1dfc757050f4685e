package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;

/** A document as Markdown (with GitHub's tables) that can be pasted into a brief. */
final class MarkdownWriter {
    private static final String SPECIAL = "\\`*_{}[]<>|#~";

    private final StringBuilder text = new StringBuilder();

    private MarkdownWriter() {}

    static String write(Document document) {
        MarkdownWriter writer = new MarkdownWriter();
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
            line("#".repeat(heading.level()) + " " + escaped(heading.text()));
        } else if (block instanceof Document.Paragraph paragraph) {
            line(escaped(paragraph.text()));
        } else if (block instanceof Document.Warning warning) {
            line("> **" + escaped(warning.text()) + "**");
        } else if (block instanceof Document.Items items) {
            items.items().forEach(item -> line("- " + escaped(item)));
        } else if (block instanceof Document.Step step) {
            step(step);
        } else if (block instanceof Document.Tabular tabular) {
            table(tabular.table());
        } else if (block instanceof Document.Tree tree) {
            tree.branches().forEach(this::branch);
        }
    }

    private void step(Document.Step step) {
        List<String> lines = new ArrayList<>();
        lines.add("**" + escaped("[" + step.number() + "] " + step.label()) + "** = **" + escaped(step.value()) + "**");
        step.formulas().forEach(formula -> lines.add("= " + code(formula)));
        if (!step.authority().isEmpty()) {
            lines.add("*" + escaped(step.authority()) + "*");
        }
        line(String.join("  \n", lines));
    }

    private void branch(Document.Branch branch) {
        String indent = "  ".repeat(branch.depth());
        line(indent + "- " + escaped(branch.text()));
        branch.details().forEach(detail -> line(indent + "  = " + code(detail)));
    }

    private void table(Table table) {
        if (!table.title().isEmpty()) {
            line("**" + escaped(table.title()) + "**");
            text.append('\n');
        }
        List<String> headings = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        for (Table.Column column : table.columns()) {
            headings.add(escaped(column.heading()));
            rules.add(column.numbers() ? "---:" : "---");
        }
        row(headings);
        row(rules);
        for (List<Cell> row : table.rows()) {
            row(row.stream().map(cell -> escaped(cell.text())).toList());
        }
        if (!table.note().isEmpty()) {
            text.append('\n');
            line("*" + escaped(table.note()) + "*");
        }
    }

    private void row(List<String> cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String words) {
        text.append(words.stripTrailing()).append('\n');
    }

    /** In a code span; a backtick in it would end it. */
    private static String code(String words) {
        return "`" + TextWriter.clean(words).replace('`', '\'') + "`";
    }

    private static String escaped(String words) {
        String clean = TextWriter.clean(words);
        StringBuilder escaped = new StringBuilder(clean.length() + 8);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            boolean bullet = i == 0 && (c == '-' || c == '+' || c == '=');
            escaped.append(SPECIAL.indexOf(c) >= 0 || bullet ? "\\" : "").append(c);
        }
        return escaped.toString();
    }
}
