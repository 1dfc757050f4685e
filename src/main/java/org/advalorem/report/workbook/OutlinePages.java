package org.advalorem.report.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Transactions;
import org.advalorem.calculation.Worksheet;
import org.advalorem.report.MemoWords;

/**
 * The outline laid out on sheets: one for each company and one for each other part, in the order of the memorandum. A step that
 * the outline does not show, but that a formula needs, is a row above its line or a column before its own.
 */
final class OutlinePages {
    private static final int VALUE = 1;
    private static final int UNIT = 2;
    private static final int AUTHORITY = 3;
    private static final int WORDS = 5;
    private static final List<Integer> WIDTHS = List.of(46, 18, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16);

    private final MemoWords words;
    private final Liveness liveness;
    private final Splits splits;
    private final Places places;
    private final RecordsPage records;
    private final SheetNames names;
    private final List<Page> pages = new ArrayList<>();
    private final Map<Term, Integer> definers = new HashMap<>();
    private final List<Contents> contents = new ArrayList<>();
    private final List<Total> totals = new ArrayList<>();
    private int counter;

    /**
     * A total and the cells that it adds up.
     *
     * @param first the first of the cells
     */
    record Total(String title, Term term, Spot total, Spot first) {}

    /** A heading of the table of contents. */
    record Contents(String title, int depth, Spot spot) {}

    OutlinePages(
            MemoWords words, Liveness liveness, Splits splits, Places places, RecordsPage records, SheetNames names) {
        this.words = words;
        this.liveness = liveness;
        this.splits = splits;
        this.places = places;
        this.records = records;
        this.names = names;
    }

    List<Page> pages() {
        return pages;
    }

    List<Contents> contents() {
        return contents;
    }

    List<Total> totals() {
        return totals;
    }

    /** Lays out the items of the memorandum. */
    void add(List<Outline.Item> items) {
        items.forEach(this::count);
        counter = 0;
        Page loose = null;
        for (Outline.Item item : items) {
            if (item instanceof Outline.Section section) {
                Page page = page(section.about().startsWith("companies.") ? company(section.about()) : section.title());
                section(page, section, "", 0);
            } else {
                loose = loose == null ? page("Basis") : loose;
                item(loose, item, 1);
            }
        }
    }

    private static String company(String about) {
        return about.substring(about.indexOf('.') + 1);
    }

    private Page page(String name) {
        Page page = new Page(names.sheet(name));
        page.widths().addAll(WIDTHS);
        pages.add(page);
        return page;
    }

    /** Counts the places that show a term; the first defines it, or else the first that lists the columns it comes from. */
    private void count(Outline.Item item) {
        if (item instanceof Outline.Section section) {
            section.items().forEach(this::count);
        } else if (item instanceof Outline.Line line) {
            definers.putIfAbsent(line.term(), counter++);
        } else if (item instanceof Worksheet sheet) {
            sheet.rows().forEach(this::countCells);
            countCells(sheet.totals());
        }
    }

    private void countCells(List<Outline.Cell> cells) {
        for (Outline.Cell cell : cells) {
            if (cell instanceof Outline.Quantity quantity) {
                definers.putIfAbsent(quantity.term(), counter++);
            }
        }
    }

    private void section(Page page, Outline.Section section, String before, int depth) {
        List<Outline.Item> items = section.items().stream()
                .filter(item -> !MemoWords.isEmpty(item))
                .toList();
        String title = before.isEmpty() ? section.title() : before + " - " + section.title();
        if (depth > 0 && items.size() == 1 && items.get(0) instanceof Outline.Section only) {
            section(page, only, title, depth);
            return;
        }
        if (depth > 0) {
            page.skip(1);
        }
        int row = page.row();
        page.words(row, 0, title, depth == 0 ? Look.Role.TITLE : Look.Role.PART);
        contents.add(new Contents(title, depth, new Spot(page, row, 0)));
        if (depth == 0) {
            page.freeze();
        }
        List<String> assumptions = new ArrayList<>();
        for (Outline.Item item : items) {
            if (item instanceof Outline.Note note && note.general()) {
                assumptions.add(note.authority()
                        .flatMap(authority -> authority.assumption())
                        .orElse(""));
            } else {
                item(page, item, depth + 1);
            }
        }
        if (!assumptions.isEmpty()) {
            page.words(
                    page.row(),
                    0,
                    (assumptions.size() == 1 ? "Assumption " : "Assumptions ") + String.join(", ", assumptions) + ".",
                    Look.Role.TEXT);
        }
    }

    private void item(Page page, Outline.Item item, int depth) {
        if (item instanceof Outline.Section section) {
            section(page, section, "", depth);
        } else if (item instanceof Outline.Line line) {
            line(page, line);
        } else if (item instanceof Outline.Note note) {
            page.words(page.row(), 0, note.words(), Look.Role.WRAPPED);
        } else if (item instanceof Worksheet sheet) {
            table(page, sheet);
        }
    }

    private void line(Page page, Outline.Line line) {
        int id = counter++;
        Term term = line.term();
        Node node = new Node.Quantity(term);
        boolean defines = isDefinedBy(term, id);
        if (defines && liveness.isLive(term)) {
            for (Node step : missing(node)) {
                step(page, step);
            }
        }
        int row = page.row();
        page.words(row, 0, words.label(line), Look.Role.LABEL);
        Look.Role role = line.quality() == Quality.PUBLISHED_RATE ? Look.Role.RESULT : Look.Role.VALUE;
        shown(page, row, VALUE, term, defines, format(line.quality(), term), role);
        page.words(row, UNIT, NumberFormats.unit(term.unit(), format(line.quality(), term)), Look.Role.UNIT);
        page.words(row, AUTHORITY, MemoWords.authority(line.authority()), Look.Role.TEXT);
        page.words(row, WORDS, (words.formula(line) + guard(term)).strip(), Look.Role.TEXT);
    }

    void step(Page page, Node step) {
        int row = page.row();
        page.words(row, 0, label(step), Look.Role.STEP_LABEL);
        places.define(step, page.put(row, VALUE, new Content.Definition(step), Look.of(Look.Role.STEP, format(step))));
        page.words(
                row,
                UNIT,
                step instanceof Node.Digits
                        ? "digits"
                        : NumberFormats.unit(step.term().unit(), format(step)),
                Look.Role.UNIT);
        page.words(row, WORDS, (step instanceof Node.Quantity ? guard(step.term()) : "").strip(), Look.Role.TEXT);
        page.step(row);
    }

    /** What is said of a quotient that the engine leaves undefined where its divisor is zero, and the workbook shows as 0. */
    private String guard(Term term) {
        return term.operation() == Operation.QUOTIENT && splits.isGuarded(term)
                ? " (if its divisor is 0: not defined, shown as 0; counts only where chosen)"
                : "";
    }

    private String label(Node step) {
        if (step instanceof Node.Quantity) {
            return words.name(step.term());
        }
        return label(step, words.name(step.term()));
    }

    private static String label(Node step, String of) {
        if (step instanceof Node.Legal) {
            return of + ", to 13 digits";
        }
        if (step instanceof Node.Part part) {
            return of + ", part " + (part.index() + 1);
        }
        if (step instanceof Node.Recorded) {
            return of + ", in the prices as recorded";
        }
        return step instanceof Node.Digits ? of + ", decimal places kept" : "sum over the records";
    }

    private static String format(Node step) {
        return step instanceof Node.Digits
                ? NumberFormats.WHOLE
                : format(Quality.of(step.term().unit()), step.term());
    }

    private static String format(Quality quality, Term term) {
        boolean rate = quality == Quality.RATE || quality == Quality.SHARE || quality == Quality.TRUTH;
        return term.operation() == Operation.LITERAL && rate
                ? NumberFormats.of(term.unit(), term.decimal())
                : NumberFormats.of(quality);
    }

    private boolean isDefinedBy(Term term, int id) {
        return term.operation() != Operation.INPUT
                && term.operation() != Operation.LITERAL
                && Objects.equals(definers.get(term), id);
    }

    /** Puts a term: its definition, a reference to it, or the number that it states. */
    private void shown(Page page, int row, int column, Term term, boolean defines, String format, Look.Role role) {
        Node node = new Node.Quantity(term);
        if (term.operation() == Operation.LITERAL) {
            boolean truth = format.isEmpty();
            Content number = truth
                    ? new Content.Truth(term.decimal().signum() != 0)
                    : new Content.Stated(term.decimal().doubleValue());
            places.state(term, page.put(row, column, number, Look.of(Look.Role.CONSTANT, format)));
        } else if (defines) {
            places.define(
                    node,
                    page.put(row, column, liveness.of(term, new Content.Definition(node)), Look.of(role, format)));
        } else {
            places.show(
                    node, page.put(row, column, liveness.of(term, new Content.Mirror(node)), Look.of(role, format)));
        }
    }

    /** What the formula of a node needs that has no place yet and that the outline does not show, operands first. */
    List<Node> missing(Node node) {
        List<Node> missing = new ArrayList<>();
        collect(node, missing);
        return missing;
    }

    private void collect(Node node, List<Node> missing) {
        Referred referred = Referred.by(node, splits);
        for (RecordTable table : referred.tables()) {
            if (!places.hasTable(table)) {
                records.add(table);
            }
        }
        for (Node operand : referred.nodes()) {
            if (!hasPlace(operand) && !missing.contains(operand)) {
                collect(operand, missing);
                missing.add(operand);
            }
        }
    }

    private boolean hasPlace(Node node) {
        boolean shown = node instanceof Node.Quantity quantity
                && (quantity.term().operation() == Operation.LITERAL
                        || quantity.term().operation() == Operation.INPUT
                        || definers.containsKey(quantity.term()));
        return shown || places.definition(node).isPresent();
    }

    private void table(Page page, Worksheet sheet) {
        int start = counter;
        int width = sheet.columns().size();
        List<List<List<Node>>> steps = new ArrayList<>();
        int[] before = new int[width];
        List<List<Outline.Cell>> rows = new ArrayList<>(sheet.rows());
        rows.add(sheet.totals());
        // what one row has placed, another needs not place again: found row by row before any cell is put
        Set<Node> placed = new HashSet<>();
        for (List<Outline.Cell> row : rows) {
            List<List<Node>> ofRow = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                List<Node> needed = new ArrayList<>();
                if (row.get(column) instanceof Outline.Quantity quantity
                        && isDefinedBy(quantity.term(), counter++)
                        && liveness.isLive(quantity.term())) {
                    for (Node node : missing(new Node.Quantity(quantity.term()))) {
                        if (placed.add(node)) {
                            needed.add(node);
                        }
                    }
                }
                before[column] = Math.max(before[column], needed.size());
                ofRow.add(needed);
            }
            steps.add(ofRow);
        }
        counter = start;
        page.skip(1);
        int title = page.row();
        page.words(title, 0, sheet.title(), Look.Role.SECTION);
        page.words(title, AUTHORITY, MemoWords.authority(sheet.authority()), Look.Role.TEXT);
        headings(page, sheet, before, steps);
        for (int row = 0; row < rows.size(); row++) {
            if (!rows.get(row).isEmpty()) {
                cells(
                        page,
                        sheet,
                        rows.get(row),
                        before,
                        steps.get(row),
                        row == sheet.rows().size());
            }
        }
        page.skip(1);
    }

    private void headings(Page page, Worksheet sheet, int[] before, List<List<List<Node>>> steps) {
        int heading = page.row();
        int units = page.row();
        MemoWords.Formulas formulas = words.formulas(sheet);
        int at = 0;
        for (int column = 0; column < sheet.columns().size(); column++) {
            for (int i = 0; i < before[column]; i++) {
                page.words(heading, at, stepHeading(steps, column, i), Look.Role.STEP_LABEL);
                at++;
            }
            boolean text = sheet.columns().get(column).quality() == Quality.TEXT
                    || sheet.columns().get(column).quality() == Quality.DATE;
            page.put(
                    heading,
                    at,
                    new Content.Words(sheet.columns().get(column).name()),
                    Look.of(text ? Look.Role.HEADING : Look.Role.NUMBER_HEADING),
                    formulas.of(column));
            page.words(units, at, words.unit(sheet, column), Look.Role.NUMBER_UNIT);
            at++;
        }
    }

    private String stepHeading(List<List<List<Node>>> steps, int column, int index) {
        for (List<List<Node>> row : steps) {
            if (row.size() > column && row.get(column).size() > index) {
                Node first = row.get(column).get(index);
                return first instanceof Node.Quantity
                        ? words.operation(first.term()) + guard(first.term())
                        : label(first, words.shortName(first.term()));
            }
        }
        return "step";
    }

    private void cells(
            Page page, Worksheet sheet, List<Outline.Cell> cells, int[] before, List<List<Node>> steps, boolean total) {
        int row = page.row();
        int at = 0;
        for (int column = 0; column < cells.size(); column++) {
            for (int i = 0; i < before[column]; i++) {
                if (i < steps.get(column).size()) {
                    Node step = steps.get(column).get(i);
                    places.define(
                            step,
                            page.put(row, at, new Content.Definition(step), Look.of(Look.Role.STEP, format(step))));
                }
                at++;
            }
            Quality quality = sheet.columns().get(column).quality();
            Outline.Cell cell = cells.get(column);
            if (cell instanceof Outline.Words text) {
                page.widen(at, text.text().length());
                page.words(
                        row,
                        at,
                        total && column == 0 ? "total" : text.text(),
                        at == 0 ? Look.Role.LABEL : Look.Role.TEXT);
            } else if (cell instanceof Outline.Count count) {
                page.put(row, at, new Content.Stated(count.number()), Look.of(Look.Role.CONSTANT, NumberFormats.WHOLE));
            } else if (cell instanceof Outline.Quantity quantity) {
                Term term = quantity.term();
                boolean defines = isDefinedBy(term, counter++);
                boolean published = total || quality == Quality.PUBLISHED_RATE;
                shown(
                        page,
                        row,
                        at,
                        term,
                        defines,
                        format(quality, term),
                        published ? Look.Role.RESULT : Look.Role.VALUE);
                if (total && quality != Quality.TRUTH && isLive(sheet, column)) {
                    totals.add(new Total(
                            sheet.title() + ", " + sheet.columns().get(column).name(),
                            term,
                            new Spot(page, row, at),
                            new Spot(page, row - sheet.rows().size(), at)));
                }
            }
            at++;
        }
    }

    private boolean isLive(Worksheet sheet, int column) {
        return sheet.rows().stream().allMatch(row -> liveness.isLive(row.get(column)))
                && liveness.isLive(sheet.totals().get(column));
    }

    /** Registers the transactions that describe records. */
    static List<Transactions> transactions(List<Outline.Item> items) {
        List<Transactions> all = new ArrayList<>();
        for (Outline.Item item : items) {
            if (item instanceof Outline.Section section) {
                all.addAll(transactions(section.items()));
            } else if (item instanceof Transactions transactions) {
                all.add(transactions);
            }
        }
        return all;
    }
}
