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
                units.add(Unit.of(key, fragment.element("h" + Math.min(depth, DEEPEST), section.title())));
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
            to.text(note.words()).close("p");
        } else if (item instanceof Worksheet sheet) {
            sheet(sheet, to);
        }
    }

    private void line(Outline.Line line, Fragment to) {
        Step step = live.explanation().step(line);
        to.open("details", "class", "line").open("summary").text(step.label() + " = ");
        value(step, to);
        to.close("summary").open("div");
        how(step, to);
        to.open("p", "class", "authority")
                .text(Formulas.shortAuthority(line.authority()))
                .close("p");
        to.close("div").close("details");
    }

    private static void value(Step step, Fragment to) {
        boolean counted = step.quality() == Quality.COUNT;
        to.number(step.term(), Figure.of(step.quality()), counted ? "" : Figure.unitText(step.unit()));
    }

    /** The formula in words and in numbers; of an input, where it comes from. */
    private void how(Step step, Fragment to) {
        Term term = step.term();
        if (term.operation() == Operation.INPUT) {
            to.open("p").text(origin(term)).close("p");
        } else if (!term.operands().isEmpty()) {
            String words = step.formula().replaceAll(STEP_NUMBER, "");
            String marked = live.explanation().marked(step);
            to.open("p").open("code").text(words).close("code").close("p");
            if (!words.equals(marked)) {
                to.open("p")
                        .open("code")
                        .text("= ")
                        .marked(marked)
                        .close("code")
                        .close("p");
            }
        }
    }

    private String origin(Term input) {
        Optional<FactRegister.Fact> fact =
                live.scenario().determination().register().find(input.address());
        return input.address()
                + fact.map(of -> " = " + of.text() + ", "
                                + of.provenance().status().label()
                                + (of.provenance().source().isStated()
                                        ? ": " + of.provenance().source().words()
                                        : "") + " (" + of.origin() + ")")
                        .orElse("");
    }

    private void sheet(Worksheet sheet, Fragment to) {
        SheetFormulas.OfSheet computed = live.formulas().of(sheet);
        String common = SheetTables.commonUnit(sheet);
        String title = sheet.title() + (common.isEmpty() ? "" : ", in " + common);
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
        for (List<Outline.Cell> row : sheet.rows()) {
            row(sheet, row, to);
        }
        if (!sheet.totals().isEmpty()) {
            to.open("tr", "class", "total");
            for (int column = 0; column < sheet.columns().size(); column++) {
                cell(
                        sheet,
                        column,
                        column == 0 ? Outline.words("total") : sheet.totals().get(column),
                        to);
            }
            to.close("tr");
        }
        to.close("tbody").close("table").close("div");
        formulas(sheet, computed, to);
    }

    private void formulas(Worksheet sheet, SheetFormulas.OfSheet computed, Fragment to) {
        List<String> lines = new ArrayList<>();
        for (int column = 0; column < sheet.columns().size(); column++) {
            String name = sheet.columns().get(column).name();
            computed.columns().get(column).ifPresent(formula -> lines.add(name + " = " + formula));
        }
        for (SheetFormulas.Difference difference : computed.differences()) {
            lines.add(sheet.name(difference.rows().get(0)) + (difference.rows().size() > 1 ? " and others" : "") + ": "
                    + sheet.columns().get(difference.column()).name() + " = " + difference.formula());
        }
        if (!lines.isEmpty()) {
            to.open("ul", "class", "formulas");
            lines.forEach(words ->
                    to.open("li").open("code").numbered(words).close("code").close("li"));
            to.close("ul");
        }
    }

    private static boolean isNumber(Worksheet sheet, int column) {
        Quality quality = sheet.columns().get(column).quality();
        return quality != Quality.TEXT && quality != Quality.DATE;
    }

    /** A row, and a row below it that tells how its cells came about. */
    private void row(Worksheet sheet, List<Outline.Cell> row, Fragment to) {
        to.open("tr");
        for (int column = 0; column < row.size(); column++) {
            cell(sheet, column, row.get(column), to);
        }
        to.close("tr");
        Map<String, Step> steps = new LinkedHashMap<>();
        for (int column = 0; column < row.size(); column++) {
            if (row.get(column) instanceof Outline.Quantity quantity
                    && quantity.term().operation() != Operation.LITERAL) {
                steps.put(sheet.columns().get(column).name(), live.explanation().step(quantity));
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
            to.open("p").text(column + " = ");
            value(step, to);
            to.close("p");
            how(step, to);
        });
        to.close("details").close("td").close("tr");
    }

    private void cell(Worksheet sheet, int column, Outline.Cell cell, Fragment to) {
        String tag = column == 0 ? "th" : "td";
        if (column == 0) {
            to.open(tag, "scope", "row");
        } else if (isNumber(sheet, column)) {
            to.open(tag, "class", "n");
        } else {
            to.open(tag);
        }
        if (cell instanceof Outline.Words words) {
            to.text(words.text());
        } else if (cell instanceof Outline.Count count) {
            to.text(Figure.QUANTITY.text((double) count.number()));
        } else if (cell instanceof Outline.Quantity quantity) {
            boolean headed = sheet.unit(column).isPresent();
            to.number(
                    quantity.term(),
                    Figure.of(sheet.columns().get(column).quality()),
                    headed ? "" : Figure.unitText(quantity.term().unit()));
        }
        to.close(tag);
    }
}
