package org.advalorem.report;

import java.util.List;
import org.advalorem.facts.VisibleText;

/**
 * A document as HTML: the content of a section, without a page around it. Text is escaped; there are no scripts, styles or
 * links in it.
 */
final class HtmlWriter extends BlockWriter {
    private static final int DEEPEST = 6;

    private final int level;

    private HtmlWriter(int level) {
        this.level = level;
    }

    /**
     * The document as HTML.
     *
     * @param level the level of its title, from 1
     */
    static String write(Document document, int level) {
        HtmlWriter writer = new HtmlWriter(level);
        return writer.text(document);
    }

    /** A text as it stands between tags or in the quotes of an attribute. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        String clean = VisibleText.of(text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' '));
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Opens what a table stands in. */
    static String scrolling(String label) {
        return "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"" + escaped(label) + "\">";
    }

    @Override
    boolean isApart(Document.Block before, Document.Block after) {
        return false;
    }

    @Override
    void heading(Document.Heading heading) {
        String tag = "h" + Math.min(heading.level() + level - 1, DEEPEST);
        line("<" + tag + ">" + escaped(heading.text()) + "</" + tag + ">");
    }

    @Override
    void paragraph(String words) {
        line("<p>" + escaped(words) + "</p>");
    }

    @Override
    void warning(String words) {
        line("<p class=\"flag\">" + escaped(words) + "</p>");
    }

    @Override
    void items(List<String> items) {
        line("<ul>");
        items.forEach(words -> line("<li>" + escaped(words) + "</li>"));
        line("</ul>");
    }

    @Override
    void step(Document.Step step) {
        line("<p><b>" + escaped("[" + step.number() + "] " + step.label()) + "</b> = <b>" + escaped(step.value())
                + "</b>");
        step.formulas().forEach(formula -> line("<br>= <code>" + escaped(formula) + "</code>"));
        line((step.authority().isEmpty() ? "" : "<br><i>" + escaped(step.authority()) + "</i>") + "</p>");
    }

    @Override
    void lines(Document.Lines lines) {
        line("<ul class=\"lines\">");
        lines.lines().forEach(of -> line("<li class=\"depth" + of.depth() + "\">" + escaped(of.words()) + "</li>"));
        line("</ul>");
    }

    @Override
    void branch(Document.Branch branch) {
        line("<p class=\"depth" + branch.depth() + "\">" + escaped(branch.text()) + "</p>");
        branch.details().forEach(detail -> line("<p><code>= " + escaped(detail) + "</code></p>"));
    }

    @Override
    void sheet(Document.Sheet sheet) {
        Table table = sheet.table();
        table(new Table(sheet.title(), table.columns(), table.rows(), ""));
        if (!sheet.formulas().isEmpty()) {
            line("<ul class=\"formulas\">");
            sheet.formulas().forEach(formula -> line("<li><code>" + escaped(formula) + "</code></li>"));
            line("</ul>");
        }
        sheet.notes().forEach(this::paragraph);
    }

    @Override
    void table(Table table) {
        if (table.rows().isEmpty()) {
            return;
        }
        line(scrolling(table.title().isEmpty() ? "Table" : table.title()) + "<table>");
        if (!table.title().isEmpty()) {
            line("<caption>" + escaped(table.title()) + "</caption>");
        }
        line("<thead><tr>");
        for (Table.Column column : table.columns()) {
            line("<th scope=\"col\"" + number(column) + ">" + escaped(column.heading()) + "</th>");
        }
        line("</tr></thead><tbody>");
        for (List<Cell> row : table.rows()) {
            StringBuilder cells = new StringBuilder("<tr>");
            for (int i = 0; i < row.size(); i++) {
                cells.append("<td").append(number(table.columns().get(i))).append('>');
                cells.append(escaped(row.get(i).text())).append("</td>");
            }
            line(cells.append("</tr>").toString());
        }
        line("</tbody></table></div>");
        if (!table.note().isEmpty()) {
            line("<p class=\"note\">" + escaped(table.note()) + "</p>");
        }
    }

    private static String number(Table.Column column) {
        return column.numbers() ? " class=\"n\"" : "";
    }
}
