package org.advalorem.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.advalorem.calculation.Withheld;

/**
 * The proprietary twin of a public version: the same document with everything in place, in brackets where the public one has
 * empty ones (19 CFR 351.304(b)(1)).
 *
 * <p>The two are laid side by side, block by block and cell by cell. Where they do not fit, since one of them tells of something
 * that the other leaves out, the text stays without brackets.
 */
final class Brackets {
    /** How far ahead the counterpart of a block is looked for. */
    private static final int AHEAD = 6;

    /** The flag of a proprietary version. */
    static final String PROPRIETARY = "BUSINESS PROPRIETARY VERSION: what stands in [brackets] is business proprietary"
            + " information (19 CFR 351.304(b)).";

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d,]*(?:\\.\\d+)?%?");

    private Brackets() {}

    /** Part of a document with brackets where that of its public version has empty ones, or nothing. */
    static Document within(Document complete, Document shown) {
        return new Document(aligned(complete.blocks(), shown.blocks(), Brackets::fitted, Brackets::whole));
    }

    /** A text in the brackets of its public version; where the two do not fit, between the words that they share. */
    static String text(String complete, String shown) {
        return fitted(complete, shown).orElseGet(() -> betweenSharedWords(complete, shown));
    }

    /** Brackets around the words that are not in the longest sequence of words that both have. */
    private static String betweenSharedWords(String complete, String shown) {
        String[] one = complete.split(" ", -1);
        String[] other = shown.split(" ", -1);
        int[][] longest = new int[one.length + 1][other.length + 1];
        for (int i = one.length - 1; i >= 0; i--) {
            for (int j = other.length - 1; j >= 0; j--) {
                longest[i][j] = one[i].equals(other[j])
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        List<String> words = new ArrayList<>();
        List<String> own = new ArrayList<>();
        int j = 0;
        for (int i = 0; i < one.length; i++) {
            while (j < other.length && !one[i].equals(other[j]) && longest[i][j] == longest[i][j + 1]) {
                j++;
            }
            if (j < other.length && one[i].equals(other[j])) {
                addBracketed(own, words);
                words.add(one[i]);
                j++;
            } else {
                own.add(one[i]);
            }
        }
        addBracketed(own, words);
        return String.join(" ", words);
    }

    private static void addBracketed(List<String> own, List<String> words) {
        if (!own.isEmpty()) {
            words.add(whole(String.join(" ", own)));
            own.clear();
        }
    }

    /** A text that the public version leaves out. */
    static String whole(String text) {
        return text.isEmpty() ? text : "[" + text + "]";
    }

    /** A block that the public version leaves out. */
    private static Document.Block whole(Document.Block block) {
        if (block instanceof Document.Paragraph paragraph) {
            return new Document.Paragraph(whole(paragraph.text()));
        }
        if (block instanceof Document.Items items) {
            return new Document.Items(
                    items.items().stream().map(Brackets::whole).toList());
        }
        return table(block)
                .<Document.Block>map(of -> new Document.Tabular(new Table(
                        of.title(),
                        of.columns(),
                        of.rows().stream().map(Brackets::whole).toList(),
                        of.note())))
                .orElse(block);
    }

    private static List<Cell> whole(List<Cell> row) {
        return row.stream().map(cell -> Cell.of(whole(cell.text()))).toList();
    }

    /** The same for a whole document, which is flagged. */
    static Document around(Document complete, Document shown) {
        List<Document.Block> blocks = aligned(complete.blocks(), shown.blocks(), Brackets::fitted, one -> one);
        int flag = shown.blocks().indexOf(new Document.Warning(Header.PUBLIC));
        blocks.add(flag, new Document.Warning(PROPRIETARY));
        return new Document(blocks);
    }

    /** The comments above a table, flagged where those of its public version are. */
    static List<String> flagged(List<String> complete, List<String> shown) {
        List<String> comments = new ArrayList<>(complete);
        comments.add(shown.indexOf(Header.PUBLIC), PROPRIETARY);
        return comments;
    }

    /** A block in the brackets of its counterpart; empty if it is not the counterpart. */
    private static Optional<Document.Block> fitted(Document.Block block, Document.Block shown) {
        if (block instanceof Document.Heading one && shown instanceof Document.Heading other) {
            return fitted(one.text(), other.text()).map(text -> new Document.Heading(one.level(), text));
        }
        if (block instanceof Document.Paragraph one && shown instanceof Document.Paragraph other) {
            return fitted(one.text(), other.text()).map(Document.Paragraph::new);
        }
        if (block instanceof Document.Warning one && shown instanceof Document.Warning other) {
            return fitted(one.text(), other.text()).map(Document.Warning::new);
        }
        if (block instanceof Document.Items one && shown instanceof Document.Items other) {
            return Optional.of(new Document.Items(texts(one.items(), other.items())));
        }
        if (block instanceof Document.Step one
                && shown instanceof Document.Step other
                && one.number() == other.number()) {
            return Optional.of(new Document.Step(
                    one.number(),
                    one.label(),
                    fitted(one.value(), other.value()).orElse(one.value()),
                    texts(one.formulas(), other.formulas()),
                    one.authority()));
        }
        if (block instanceof Document.Lines one && shown instanceof Document.Lines other) {
            return Optional.of(new Document.Lines(lines(one.lines(), other.lines())));
        }
        if (block instanceof Document.Sheet one
                && shown instanceof Document.Sheet other
                && one.title().equals(other.title())) {
            return Optional.of(
                    new Document.Sheet(one.title(), table(one.table(), other.table()), one.formulas(), one.notes()));
        }
        Optional<Table> one = table(block);
        Optional<Table> other = table(shown);
        return one.isPresent()
                        && other.isPresent()
                        && one.get().title().equals(other.get().title())
                ? Optional.of(new Document.Tabular(table(one.get(), other.get())))
                : Optional.empty();
    }

    private static Optional<Table> table(Document.Block block) {
        if (block instanceof Document.Tabular tabular) {
            return Optional.of(tabular.table());
        }
        return block instanceof Document.Listed listed && listed.isForPeople()
                ? Optional.of(listed.listing().printed())
                : Optional.empty();
    }

    /** A table cell by cell, if the other has the same columns; rows that the other leaves out are in brackets as a whole. */
    private static Table table(Table complete, Table shown) {
        if (complete.columns().size() != shown.columns().size()) {
            return complete;
        }
        List<List<Cell>> rows = new ArrayList<>();
        if (complete.rows().size() == shown.rows().size()) {
            for (int row = 0; row < complete.rows().size(); row++) {
                rows.add(cells(complete.rows().get(row), shown.rows().get(row)));
            }
        } else {
            rows.addAll(aligned(
                    complete.rows(),
                    shown.rows(),
                    (row, other) -> row.get(0).text().equals(other.get(0).text())
                            ? Optional.of(cells(row, other))
                            : Optional.empty(),
                    Brackets::whole));
        }
        return new Table(complete.title(), complete.columns(), rows, complete.note());
    }

    private static List<Cell> cells(List<Cell> complete, List<Cell> shown) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < complete.size(); i++) {
            Cell cell = complete.get(i);
            String other = shown.get(i).text();
            cells.add(cell.text().equals(other) ? cell : Cell.of(text(cell.text(), other)));
        }
        return cells;
    }

    /** Texts with brackets where those of the public version have empty ones; others as they are. */
    static List<String> texts(List<String> complete, List<String> shown) {
        return aligned(complete, shown, Brackets::fitted, one -> one);
    }

    /**
     * Each of some things as it fits the next of others that it fits at all.
     *
     * @param fitted one in the brackets of its counterpart; empty if it is not the counterpart
     * @param alone one without a counterpart
     */
    private static <T> List<T> aligned(
            List<T> complete, List<T> shown, BiFunction<T, T, Optional<T>> fitted, UnaryOperator<T> alone) {
        List<T> all = new ArrayList<>();
        int next = 0;
        for (T one : complete) {
            Optional<T> bracketed = Optional.empty();
            for (int at = next; at < Math.min(next + AHEAD, shown.size()); at++) {
                Optional<T> fitting = fitted.apply(one, shown.get(at));
                if (fitting.isPresent()) {
                    bracketed = fitting;
                    next = at + 1;
                    break;
                }
            }
            all.add(bracketed.orElseGet(() -> alone.apply(one)));
        }
        return all;
    }

    private static List<Document.Line> lines(List<Document.Line> complete, List<Document.Line> shown) {
        List<String> texts = texts(
                complete.stream().map(Document.Line::words).toList(),
                shown.stream().map(Document.Line::words).toList());
        List<Document.Line> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            lines.add(new Document.Line(complete.get(i).depth(), texts.get(i)));
        }
        return lines;
    }

    /** A text with brackets around what fills the empty ones of another; empty if it is not the same text otherwise. */
    private static Optional<String> fitted(String complete, String shown) {
        if (!shown.contains(Withheld.BRACKETS)) {
            return complete.equals(shown) ? Optional.of(complete) : withOtherNumbers(complete, shown);
        }
        String[] parts = shown.split(Pattern.quote(Withheld.BRACKETS), -1);
        Matcher filled = Pattern.compile(
                        Arrays.stream(parts).map(Pattern::quote).collect(Collectors.joining("(.+?)")), Pattern.DOTALL)
                .matcher(complete);
        if (!filled.matches()) {
            return Optional.empty();
        }
        StringBuilder bracketed = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            bracketed.append('[').append(filled.group(i)).append(']').append(parts[i]);
        }
        return Optional.of(bracketed.toString());
    }

    /** A text with brackets around the numbers that differ; empty if anything else does. */
    private static Optional<String> withOtherNumbers(String complete, String shown) {
        if (!NUMBER.matcher(complete)
                .replaceAll("#")
                .equals(NUMBER.matcher(shown).replaceAll("#"))) {
            return Optional.empty();
        }
        Matcher one = NUMBER.matcher(complete);
        Matcher other = NUMBER.matcher(shown);
        StringBuilder bracketed = new StringBuilder();
        while (one.find() && other.find()) {
            one.appendReplacement(
                    bracketed,
                    Matcher.quoteReplacement(
                            one.group().equals(other.group()) ? one.group() : "[" + one.group() + "]"));
        }
        return Optional.of(one.appendTail(bracketed).toString());
    }
}
