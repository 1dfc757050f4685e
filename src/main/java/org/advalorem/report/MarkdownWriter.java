package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;

/** A document as Markdown (with GitHub tables) that can be pasted into a brief. */
final class MarkdownWriter extends BlockWriter {
    private static final String SPECIAL = "\\`*_{}[]<>|#~";

    private MarkdownWriter() {}

    static String write(Document document) {
        return new MarkdownWriter().text(document);
    }

    @Override
    void heading(Document.Heading heading) {
        line("#".repeat(heading.level()) + " " + escaped(heading.text()));
    }

    @Override
    void paragraph(String words) {
        line(escaped(words));
    }

    @Override
    void warning(String words) {
        line("> **" + escaped(words) + "**");
    }

    @Override
    void items(List<String> items) {
        items.forEach(words -> line("- " + escaped(words)));
    }

    @Override
    void step(Document.Step step) {
        List<String> lines = new ArrayList<>();
        lines.add("**" + escaped("[" + step.number() + "] " + step.label()) + "** = **" + escaped(step.value()) + "**");
        step.formulas().forEach(formula -> lines.add("= " + code(formula)));
        if (!step.authority().isEmpty()) {
            lines.add("*" + escaped(step.authority()) + "*");
        }
        line(String.join("  \n", lines));
    }

    @Override
    void branch(Document.Branch branch) {
        String indent = "  ".repeat(branch.depth());
        line(indent + "- " + escaped(branch.text()));
        branch.details().forEach(detail -> line(indent + "  = " + code(detail)));
    }

    @Override
    void table(Table table) {
        if (!table.title().isEmpty()) {
            line("**" + escaped(table.title()) + "**");
            emptyLine();
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
            emptyLine();
            line("*" + escaped(table.note()) + "*");
        }
    }

    @Override
    void sheet(Document.Sheet sheet) {
        Table table = sheet.table();
        line("**" + escaped(sheet.title()) + "**");
        emptyLine();
        if (!sheet.formulas().isEmpty()) {
            sheet.formulas().forEach(formula -> line("- " + code(formula)));
            emptyLine();
        }
        table(new Table("", table.columns(), table.rows(), ""));
        if (!sheet.notes().isEmpty()) {
            emptyLine();
            sheet.notes().forEach(note -> line("- " + escaped(note)));
        }
    }

    @Override
    void lines(Document.Lines lines) {
        lines.lines().forEach(line -> line("  ".repeat(line.depth()) + "- " + escaped(line.words())));
    }

    private void row(List<String> cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    /** The words in a code span, which a backtick within it would end. */
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
