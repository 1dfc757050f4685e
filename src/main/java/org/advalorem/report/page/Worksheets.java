package org.advalorem.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Worksheet;
import org.advalorem.engine.SheetFormulas;
import org.advalorem.engine.Step;
import org.advalorem.facts.FactRegister;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.Figure;
import org.advalorem.report.Formulas;
import org.advalorem.report.MemoOutline;
import org.advalorem.report.PageParts;
import org.advalorem.report.SheetTables;

/** The worksheets of the calculation memorandum, in rows that open. */
final class Worksheets {
    private static final int TOP = 3;
    private static final int DEEPEST = 6;
    private static final String STEP_NUMBER = " \\[\\d+]";

    private final Live live;
    private final List<Unit> units = new ArrayList<>();

    private Worksheets(Live live) {
        this.live = live;
    }

    /** The worksheets of an alternative, a unit for each heading, line, note and worksheet. */
    static List<Unit> of(Live live) {
        Worksheets all = new Worksheets(live);
        all.items(MemoOutline.all(live.scenario()), "", TOP);
        return all.units;
    }

    private void items(List<Outline.Item> items, String above, int depth) {
        for (Outline.Item item : items) {
            if (MemoOutline.isEmpty(item)) {
                continue;
            }
            Fragment fragment = new Fragment(live);
            if (item instanceof Outline.Section section) {
                String key = above + "/" + section.title();
                String title = live.bracketed(
                        section.title(),
                        inPublic(section, Outline.Section.class).map(Outline.Section::title));
                units.add(Unit.of(key, fragment.element("h" + Math.min(depth, DEEPEST), title)));
                items(section.items(), key, depth + 1);
            } else {
                write(item, fragment);
                units.add(Unit.of(above, fragment));
            }
        }
    }

    private void write(Outline.Item item, Fragment to) {
        if (item instanceof Outline.Line line) {
            line(line, to);
        } else if (item instanceof Outline.Note note) {
            if (note.when().isPresent()) {
                to.openWhen(note.when().get(), "p", "class", "note");
            } else {
                to.open("p", "class", "note");
            }
            to.text(live.bracketed(
                            note.words(), inPublic(note, Outline.Note.class).map(Outline.Note::words)))
                    .close("p");
        } else if (item instanceof Worksheet sheet) {
            sheet(sheet, to);
        }
    }

    /** What the public version has in place of an item, if the page has brackets. */
    private <T extends Outline.Item> Optional<T> inPublic(T item, Class<T> kind) {
        return live.inPublic().flatMap(shown -> shown.of(item, kind));
    }

    private void line(Outline.Line line, Fragment to) {
        Step step = live.explanation().step(line);
        Optional<Step> shown = inPublic(line, Outline.Line.class)
                .flatMap(of ->
                        live.inPublic().map(version -> version.explanation().step(of)));
        to.open("details", "class", "line")
                .open("summary")
                .text(live.bracketed(step.label(), shown.map(Step::label)) + " = ");
        value(step, to);
        to.close("summary").open("div");
        how(step, shown, to);
        to.open("p", "class", "authority")
                .text(Formulas.shortAuthority(line.authority()))
                .close("p");
        to.close("div").close("details");
    }

    private static void value(Step step, Fragment to) {
        boolean counted = step.quality() == Quality.COUNT;
        to.number(step.term(), Figure.of(step.quality()), counted ? "" : Figure.unitText(step.unit()));
    }

    /**
     * The formula in words and in numbers; of an input, where it comes from.
     *
     * @param shown the step of the public version
     */
    private void how(Step step, Optional<Step> shown, Fragment to) {
        Term term = step.term();
        if (term.operation() == Operation.INPUT) {
            to.open("p").text(origin(term)).close("p");
        } else if (!term.operands().isEmpty()) {
            String words = words(step);
            String marked = live.explanation().marked(step);
            to.open("p")
                    .element("code", live.bracketed(words, shown.map(Worksheets::words)))
                    .close("p");
            if (!words.equals(marked)) {
                to.open("p")
                        .open("code")
                        .text("= ")
                        .marked(
                                marked,
                                shown.flatMap(of -> live.inPublic()
                                        .map(version -> version.explanation().marked(of))))
                        .close("code")
                        .close("p");
            }
        }
    }

    private static String words(Step step) {
        return step.formula().replaceAll(STEP_NUMBER, "");
    }

    private String origin(Term input) {
        Optional<FactRegister.Fact> shown = live.inPublic().flatMap(of -> fact(of.scenario(), input));
        return input.address()
                + fact(live.scenario(), input)
                        .map(of -> shown.isEmpty()
                                ? live.bracketed(" = " + of.text() + ", " + whence(of), Optional.empty())
                                : " = " + live.bracketed(of.text(), shown.map(FactRegister.Fact::text)) + ", "
                                        + live.bracketed(whence(of), shown.map(Worksheets::whence)))
                        .orElse("");
    }

    private static Optional<FactRegister.Fact> fact(EvaluatedScenario of, Term input) {
        return of.determination().register().find(input.address());
    }

    private static String whence(FactRegister.Fact fact) {
        String source = fact.provenance().source().isStated()
                ? ": " + fact.provenance().source().words()
                : "";
        return fact.provenance().status().label() + source + " (" + fact.origin() + ")";
    }

    private static String title(Worksheet sheet) {
        String common = SheetTables.commonUnit(sheet);
        return sheet.title() + (common.isEmpty() ? "" : ", in " + common);
    }

    private void sheet(Worksheet sheet, Fragment to) {
        Optional<Worksheet> shown = inPublic(sheet, Worksheet.class);
        String common = SheetTables.commonUnit(sheet);
        String title = live.bracketed(title(sheet), shown.map(Worksheets::title));
        to.raw(PageParts.scrolling(title)).open("table");
        to.element("caption", title + " (" + Formulas.shortAuthority(sheet.authority()) + ")");
        to.open("thead").open("tr");
        for (int column = 0; column < sheet.columns().size(); column++) {
            String unit = common.isEmpty() ? SheetTables.unitText(sheet, column) : "";
            to.element(
                    "th",
                    sheet.columns().get(column).name() + (unit.isEmpty() ? "" : " (" + unit + ")"),
                    isNumber(sheet, column)
                            ? new String[] {"scope", "col", "class", "n"}
                            : new String[] {"scope", "col"});
        }
        to.close("tr").close("thead").open("tbody");
        for (int i = 0; i < sheet.rows().size(); i++) {
            int row = i;
            row(sheet, sheet.rows().get(row), shown.map(of -> of.rows().get(row)), to);
        }
        if (!sheet.totals().isEmpty()) {
            to.open("tr", "class", "total");
            for (int i = 0; i < sheet.columns().size(); i++) {
                int column = i;
                cell(
                        sheet,
                        column,
                        column == 0 ? Outline.words("total") : sheet.totals().get(column),
                        shown.map(of -> column == 0
                                ? Outline.words("total")
                                : of.totals().get(column)),
                        to);
            }
            to.close("tr");
        }
        to.close("tbody").close("table").close("div");
        List<String> formulas = formulas(sheet, live.formulas().of(sheet));
        List<String> told = shown.flatMap(of -> live.inPublic()
                        .map(version -> formulas(of, version.formulas().of(of))))
                .orElse(List.of());
        if (!formulas.isEmpty()) {
            to.open("ul", "class", "formulas");
            for (int i = 0; i < formulas.size(); i++) {
                String formula = formulas.get(i);
                Optional<String> other = told.contains(formula)
                        ? Optional.of(formula)
                        : told.size() == formulas.size() ? Optional.of(told.get(i)) : Optional.empty();
                to.open("li")
                        .open("code")
                        .numbered(live.bracketed(formula, other))
                        .close("code")
                        .close("li");
            }
            to.close("ul");
        }
    }

    private static List<String> formulas(Worksheet sheet, SheetFormulas.OfSheet computed) {
        List<String> lines = new ArrayList<>();
        for (int column = 0; column < sheet.columns().size(); column++) {
            String name = sheet.columns().get(column).name();
            computed.columns().get(column).ifPresent(formula -> lines.add(name + " = " + formula));
        }
        for (SheetFormulas.Difference difference : computed.differences()) {
            lines.add(sheet.name(difference.rows().get(0)) + (difference.rows().size() > 1 ? " and others" : "") + ": "
                    + sheet.columns().get(difference.column()).name() + " = " + difference.formula());
        }
        return lines;
    }

    private static boolean isNumber(Worksheet sheet, int column) {
        Quality quality = sheet.columns().get(column).quality();
        return quality != Quality.TEXT && quality != Quality.DATE;
    }

    /** A row, and a row below it that tells how its cells came about. */
    private void row(Worksheet sheet, List<Outline.Cell> row, Optional<List<Outline.Cell>> shown, Fragment to) {
        to.open("tr");
        for (int i = 0; i < row.size(); i++) {
            int column = i;
            cell(sheet, column, row.get(column), shown.map(of -> of.get(column)), to);
        }
        to.close("tr");
        Map<Integer, Step> steps = new LinkedHashMap<>();
        for (int column = 0; column < row.size(); column++) {
            if (row.get(column) instanceof Outline.Quantity quantity
                    && quantity.term().operation() != Operation.LITERAL) {
                steps.put(column, live.explanation().step(quantity));
            }
        }
        if (steps.isEmpty()) {
            return;
        }
        to.open("tr", "class", "how")
                .open("td", "colspan", Integer.toString(row.size()))
                .open("details")
                .element("summary", "How");
        steps.forEach((column, step) -> {
            to.open("p").text(sheet.columns().get(column).name() + " = ");
            value(step, to);
            to.close("p");
            Optional<Step> other = shown.map(of -> of.get(column))
                    .filter(Outline.Quantity.class::isInstance)
                    .flatMap(cell ->
                            live.inPublic().map(version -> version.explanation().step((Outline.Quantity) cell)));
            how(step, other, to);
        });
        to.close("details").close("td").close("tr");
    }

    /** A cell, in brackets where that of the public version is. */
    private void cell(Worksheet sheet, int column, Outline.Cell cell, Optional<Outline.Cell> shown, Fragment to) {
        String tag = column == 0 ? "th" : "td";
        if (column == 0) {
            to.open(tag, "scope", "row");
        } else if (isNumber(sheet, column)) {
            to.open(tag, "class", "n");
        } else {
            to.open(tag);
        }
        if (cell instanceof Outline.Words words) {
            to.text(live.bracketed(words.text(), shown.map(Worksheets::text)));
        } else if (cell instanceof Outline.Count count) {
            to.text(live.bracketed(text(count), shown.map(Worksheets::text)));
        } else if (cell instanceof Outline.Quantity quantity) {
            Term term = quantity.term();
            boolean bracketed = live.isBracketed(term)
                    || shown.filter(Outline.Words.class::isInstance).isPresent();
            to.number(term, Figure.of(sheet.columns().get(column).quality()), bracketed);
            String unit = sheet.unit(column).isPresent() ? "" : Figure.unitText(term.unit());
            if (!unit.isEmpty()) {
                to.raw(" ").text(unit);
            }
        }
        to.close(tag);
    }

    /** The text of a cell that shows no term. */
    private static String text(Outline.Cell cell) {
        return cell instanceof Outline.Words words
                ? words.text()
                : cell instanceof Outline.Count count ? Figure.QUANTITY.text((double) count.number()) : "";
    }
}
