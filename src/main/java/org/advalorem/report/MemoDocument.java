package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Worksheet;
import org.advalorem.engine.Explanation;
import org.advalorem.engine.SheetFormulas;
import org.advalorem.engine.Step;

/**
 * The calculation memorandum as a document for people: worksheets with their formulas in the heading, and lines between
 * them.
 */
final class MemoDocument {
    private static final int DEEPEST_HEADING = 6;
    /** The number of rows above which rows that underlie no rate are left out. */
    private static final int FEW_ROWS = 6;

    private static final int FEW_NAMES = 4;

    private final EvaluatedScenario scenario;
    private final Explanation explanation;
    private final SheetFormulas formulas;
    private final Basis basis;
    private final Document.Builder document = new Document.Builder();
    private final List<Document.Line> lines = new ArrayList<>();
    private final List<String> general = new ArrayList<>();
    private int part;

    private MemoDocument(EvaluatedScenario scenario) {
        this.scenario = scenario;
        this.explanation = Explanation.of(scenario.values());
        this.formulas = SheetFormulas.of(explanation, FormulaNames::of);
        List<Term> shown = new ArrayList<>(UsedAssumptions.results(scenario));
        shown.addAll(selected(scenario));
        this.basis = Basis.of(scenario.values(), shown);
    }

    /** Which candidates are the rates selected on facts available, so that their rows are shown. */
    private static List<Term> selected(EvaluatedScenario scenario) {
        return scenario.companies().stream()
                .flatMap(company -> company.programs().stream())
                .flatMap(program -> program.uses().stream())
                .flatMap(use -> use.selection().stream())
                .flatMap(selection -> selection.candidates().stream())
                .flatMap(candidate -> candidate.taken().stream())
                .filter(scenario.values()::holds)
                .toList();
    }

    static Document of(EvaluatedScenario scenario, boolean records) {
        MemoDocument memo = new MemoDocument(scenario);
        Header.open(
                scenario, "Calculation memorandum: ", RateFinding.of(scenario).finding(), memo.document);
        Statuses statuses = new Statuses(scenario);
        memo.document.view(RateSummary.of(scenario, statuses));
        memo.document.paragraph(
                "Formulas refer to columns by name and to lines by number; memo --steps derives every number step by step.");
        for (Outline.Item item : MemoOutline.items(scenario)) {
            memo.write(item, "", 1);
        }
        memo.flush();
        MemoParts parts = new MemoParts(scenario, statuses, memo.document, memo.part);
        parts.dispositions();
        parts.reconciliations();
        parts.assumptions();
        parts.leftOut();
        parts.statedInputs();
        if (records) {
            parts.transactions();
        }
        return Header.close(scenario, memo.document);
    }

    private void write(Outline.Item item, String number, int depth) {
        if (item instanceof Outline.Line line) {
            line(line);
        } else if (item instanceof Outline.Note note) {
            note(note);
        } else if (item instanceof Outline.Section section) {
            flush();
            section(section, number, depth);
        } else if (item instanceof Worksheet sheet) {
            sheet(sheet);
        }
    }

    private void section(Outline.Section section, String inner, int depth) {
        String number = depth == 1 ? Integer.toString(++part) : inner;
        List<Outline.Item> items = section.items().stream()
                .filter(item -> !MemoOutline.isEmpty(item))
                .toList();
        StringBuilder title = new StringBuilder(section.title());
        while (items.size() == 1 && depth > 1 && items.get(0) instanceof Outline.Section only) {
            title.append(" - ").append(only.title());
            items = only.items().stream()
                    .filter(item -> !MemoOutline.isEmpty(item))
                    .toList();
        }
        document.heading(Math.min(depth + 1, DEEPEST_HEADING), number + " " + title);
        int sections = 0;
        for (Outline.Item item : items) {
            sections += item instanceof Outline.Section ? 1 : 0;
            write(item, number + "." + sections, depth + 1);
        }
        flush();
    }

    /** Writes the pending lines and sentences. */
    private void flush() {
        if (!general.isEmpty()) {
            lines.add(new Document.Line(0, assumptions()));
        }
        if (!lines.isEmpty()) {
            document.add(new Document.Lines(List.copyOf(lines)));
            lines.clear();
        }
    }

    private void line(Outline.Line line) {
        Step step = explanation.step(line);
        String formula = formulas.repeatsCell(line)
                ? ""
                : formulas.of(line).map(words -> words + " = ").orElse("");
        add(
                0,
                "[" + explanation.lineNumber(step) + "] " + line.label() + " = " + formula + Figure.withUnit(step)
                        + " (" + Formulas.shortAuthority(line.authority()) + ")");
    }

    /** Adds a note; for a general assumption, only its number, because the list of assumptions states it in full. */
    private void note(Outline.Note note) {
        if (note.general()) {
            general.add(note.authority().flatMap(Authority::assumption).orElseThrow());
        } else {
            add(0, note.words());
        }
    }

    private String assumptions() {
        String which = (general.size() == 1 ? "Assumption " : "Assumptions ") + String.join(", ", general) + ".";
        general.clear();
        return which;
    }

    private void add(int depth, String words) {
        if (!general.isEmpty()) {
            lines.add(new Document.Line(0, assumptions()));
        }
        lines.add(new Document.Line(depth, words));
    }

    private void sheet(Worksheet sheet) {
        List<Integer> idle = new ArrayList<>();
        for (int row = 0; row < sheet.rows().size(); row++) {
            if (isIdle(sheet.rows().get(row))) {
                idle.add(row);
            }
        }
        List<Integer> left = idle.size() > FEW_ROWS ? idle : List.of();
        String leftOut = left.size() + " rows that do not enter the rates: memo --steps.";
        if (left.size() == sheet.rows().size() && !left.isEmpty()) {
            add(0, sheet.title() + ": " + leftOut);
        } else if (sheet.columns().size() == 2 && SheetTables.hasOnlyWords(sheet)) {
            pairs(sheet);
        } else {
            computed(sheet, formulas.of(sheet), left, leftOut);
        }
    }

    private void computed(Worksheet sheet, SheetFormulas.OfSheet computed, List<Integer> left, String leftOut) {
        int listed = listed(sheet, computed);
        if (sheet.rows().size() - left.size() == 1) {
            row(sheet, computed, shown(left), left.isEmpty() ? "" : leftOut);
        } else if (listed >= 0) {
            list(sheet, listed);
        } else {
            flush();
            table(sheet, computed, left, leftOut);
        }
    }

    private static int shown(List<Integer> left) {
        int row = 0;
        while (left.contains(row)) {
            row++;
        }
        return row;
    }

    private static String title(Worksheet sheet) {
        return sheet.title() + authority(sheet);
    }

    private static String authority(Worksheet sheet) {
        return " (" + Formulas.shortAuthority(sheet.authority()) + ")";
    }

    /** Writes a question and its answer in each row. */
    private void pairs(Worksheet sheet) {
        List<String> pairs = new ArrayList<>();
        for (List<Outline.Cell> row : sheet.rows()) {
            pairs.add(((Outline.Words) row.get(0)).text() + " - " + ((Outline.Words) row.get(1)).text());
        }
        if (pairs.size() == 1) {
            add(0, title(sheet) + ": " + pairs.get(0));
        } else {
            add(0, title(sheet));
            pairs.forEach(words -> add(1, words));
        }
    }

    /** Writes the only row of a worksheet: what it states, then a line for each quantity computed. */
    private void row(Worksheet sheet, SheetFormulas.OfSheet computed, int row, String leftOut) {
        Table table = SheetTables.of(sheet, scenario.values(), shown -> shown == row, cell -> 0);
        List<String> stated = new ArrayList<>();
        List<String> lower = new ArrayList<>();
        for (int column = 0; column < sheet.columns().size(); column++) {
            String name = sheet.columns().get(column).name();
            String text = withUnit(table.rows().get(0).get(column), sheet, column);
            Optional<String> formula = formula(computed, row, column);
            if (formula.isPresent()) {
                lower.add(name + " = " + formula.get() + " = " + text);
            } else if (!text.isEmpty()) {
                stated.add(name + " " + text);
            }
        }
        add(0, title(sheet) + (stated.isEmpty() ? "" : ": " + String.join("; ", stated)));
        if (!leftOut.isEmpty()) {
            lower.add(leftOut);
        }
        if (!lower.isEmpty()) {
            add(1, String.join("; ", lower));
        }
    }

    /** Writes rows of one stated quantity each on a single line. */
    private void list(Worksheet sheet, int column) {
        Table table = SheetTables.of(sheet, scenario.values(), row -> true, cell -> 0);
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            rows.add(sheet.name(row) + " = " + withUnit(table.rows().get(row).get(column), sheet, column));
        }
        add(0, title(sheet) + ": " + sheet.columns().get(column).name() + " of " + String.join("; ", rows));
    }

    private static String withUnit(Cell cell, Worksheet sheet, int column) {
        return (cell.text() + " " + SheetTables.unitText(sheet, column)).stripTrailing();
    }

    /** The only column of quantities, if there are few rows and nothing is computed in them; otherwise negative. */
    private static int listed(Worksheet sheet, SheetFormulas.OfSheet computed) {
        int found = -1;
        for (int column = 0; column < sheet.columns().size(); column++) {
            SheetColumn heading = sheet.columns().get(column);
            if (!heading.key()) {
                found = found == -1 && heading.quality() != Quality.TEXT ? column : -2;
            }
        }
        boolean few = sheet.rows().size() <= FEW_ROWS && sheet.totals().isEmpty();
        boolean stated = computed.columns().stream().noneMatch(Optional::isPresent)
                && computed.differences().isEmpty();
        return few && stated ? found : -1;
    }

    private static Optional<String> formula(SheetFormulas.OfSheet computed, int row, int column) {
        for (SheetFormulas.Difference difference : computed.differences()) {
            if (difference.column() == column && difference.rows().contains(row)) {
                return Optional.of(difference.formula());
            }
        }
        return computed.columns().get(column);
    }

    private void table(Worksheet sheet, SheetFormulas.OfSheet computed, List<Integer> left, String leftOut) {
        List<String> headings = new ArrayList<>();
        for (int column = 0; column < sheet.columns().size(); column++) {
            String name = sheet.columns().get(column).name();
            computed.columns().get(column).ifPresent(formula -> headings.add(name + " = " + formula));
        }
        List<String> differences = new ArrayList<>();
        for (SheetFormulas.Difference difference : computed.differences()) {
            List<Integer> rows = difference.rows().stream()
                    .filter(row -> !left.contains(row))
                    .toList();
            if (!rows.isEmpty()) {
                differences.add(names(sheet, rows) + ": "
                        + sheet.columns().get(difference.column()).name() + " = " + difference.formula());
            }
        }
        if (!left.isEmpty()) {
            differences.add(leftOut);
        }
        Table table = SheetTables.of(sheet, scenario.values(), row -> !left.contains(row), cell -> 0);
        document.add(new Document.Sheet(
                table.title() + authority(sheet),
                new Table("", table.columns(), table.rows(), ""),
                headings,
                differences));
    }

    /** Whether a row computes something, but nothing that underlies a rate. */
    private boolean isIdle(List<Outline.Cell> row) {
        boolean computes = false;
        for (Outline.Cell cell : row) {
            if (cell instanceof Outline.Quantity quantity && explanation.isDefinition(explanation.step(quantity))) {
                boolean computed = !quantity.term().operands().isEmpty();
                if (computed && basis.contains(quantity.term())) {
                    return false;
                }
                computes |= computed;
            }
        }
        return computes;
    }

    private static String names(Worksheet sheet, List<Integer> rows) {
        String names = rows.stream().limit(FEW_NAMES).map(sheet::name).collect(Collectors.joining("; "));
        return rows.size() > FEW_NAMES ? names + " and " + (rows.size() - FEW_NAMES) + " more" : names;
    }
}
