package org.advalorem.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document written block by block, with a blank line between blocks; each format decides how a block looks. */
abstract class BlockWriter {
    private final StringBuilder text = new StringBuilder();

    /** The document as text. */
    final String text(Document document) {
        Document.@Nullable Block before = null;
        for (Document.Block block : document.blocks()) {
            if (block instanceof Document.Listed listed && !listed.isForPeople()) {
                continue;
            }
            if (before != null && isApart(before, block)) {
                emptyLine();
            }
            write(block);
            before = block;
        }
        return text.toString();
    }

    /** Whether a blank line separates two blocks. */
    boolean isApart(Document.Block before, Document.Block after) {
        return true;
    }

    private void write(Document.Block block) {
        if (block instanceof Document.Heading heading) {
            heading(heading);
        } else if (block instanceof Document.Paragraph paragraph) {
            paragraph(paragraph.text());
        } else if (block instanceof Document.Warning warning) {
            warning(warning.text());
        } else if (block instanceof Document.Items items) {
            items(items.items());
        } else if (block instanceof Document.Step step) {
            step(step);
        } else if (block instanceof Document.Lines lines) {
            lines(lines);
        } else if (block instanceof Document.Tabular tabular) {
            table(tabular.table());
        } else if (block instanceof Document.Listed listed) {
            table(listed.listing().printed());
        } else if (block instanceof Document.Sheet sheet) {
            sheet(sheet);
        } else if (block instanceof Document.Tree tree) {
            tree.branches().forEach(this::branch);
        }
    }

    abstract void heading(Document.Heading heading);

    abstract void paragraph(String words);

    abstract void warning(String words);

    abstract void items(List<String> items);

    abstract void step(Document.Step step);

    abstract void lines(Document.Lines lines);

    abstract void table(Table table);

    abstract void sheet(Document.Sheet sheet);

    abstract void branch(Document.Branch branch);

    final void line(String words) {
        text.append(words.stripTrailing()).append('\n');
    }

    final void emptyLine() {
        text.append('\n');
    }
}
