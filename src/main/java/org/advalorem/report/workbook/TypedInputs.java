package org.advalorem.report.workbook;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.tables.CellRange;
import org.advalorem.tables.Grid;
import org.advalorem.tables.TableException;
import org.advalorem.tables.Workbook;

/**
 * What somebody typed into the input cells of a workbook.
 *
 * @param changes the inputs whose numbers are no longer those of the scenario, in the order of the sheet
 * @param wrong what cannot be taken over, each with sheet and cell
 */
public record TypedInputs(List<Change> changes, List<Wrong> wrong) {
    private static final String PERCENT = "%";
    /** Hexadecimal digits of a digest in messages. */
    private static final int DIGITS = 8;

    /** Copies the lists. */
    public TypedInputs {
        changes = List.copyOf(changes);
        wrong = List.copyOf(wrong);
    }

    /**
     * An input that was changed.
     *
     * @param cell sheet and cell
     * @param before the number in the scenario, in the unit of the input
     * @param after the number typed, in the same unit
     */
    public record Change(String cell, Term input, BigDecimal before, BigDecimal after) {}

    /**
     * A cell that cannot be taken over.
     *
     * @param cell sheet and cell
     * @param message what was found
     * @param advice what to do
     */
    public record Wrong(String cell, String message, String advice) {}

    /**
     * Reads a workbook.
     *
     * @param file the workbook, saved by a spreadsheet
     * @param base the scenario from which it was made
     * @throws TableException if it cannot be read, or was not made from that scenario
     */
    public static TypedInputs read(Path file, EvaluatedScenario base) {
        Draft draft = Draft.of(base);
        try (Workbook workbook = Workbook.open(file)) {
            if (!workbook.sheets().contains(draft.summary().digestSpot().page().name())) {
                throw new TableException(
                        0,
                        "",
                        "It is no workbook written by memo.",
                        "Import one that memo --format xlsx wrote; its sheets keep their names.");
            }
            checkScenario(workbook, draft);
            Map<Spot, Term> inputs = new HashMap<>();
            draft.inputs().spots().forEach((input, spot) -> inputs.put(spot, input));
            List<Change> changes = new ArrayList<>();
            List<Wrong> wrong = new ArrayList<>();
            Page inputsPage = draft.inputs().page();
            for (Page page : draft.pages()) {
                Sheet sheet = new Sheet(workbook, page);
                page.read((row, cells) -> {
                    for (Page.Cell cell : cells) {
                        Optional<Term> input = Optional.ofNullable(inputs.get(cell.spot()));
                        if (input.isPresent()) {
                            read(sheet, cell, input.get(), changes, wrong);
                        } else if (cell.content() instanceof Content.Stated number) {
                            unchanged(sheet, cell, number, wrong);
                        } else if (page == inputsPage
                                && cell.spot().column() != InputsPage.WRITTEN // as seen from where it was written
                                && cell.content() instanceof Content.Words words) {
                            unchanged(sheet, cell, words, wrong);
                        }
                    }
                });
            }
            return new TypedInputs(changes, wrong);
        }
    }

    /** Refuses the workbook of another scenario: whose content has another digest. */
    private static void checkScenario(Workbook workbook, Draft draft) {
        String digest = SummaryPage.digest(draft.scenario());
        Spot spot = draft.summary().digestSpot();
        Sheet summary = new Sheet(workbook, spot.page());
        String found = summary.text(spot);
        if (found.isEmpty() || !found.equals(digest)) {
            throw new TableException(
                    0,
                    "",
                    "The workbook was made from another scenario"
                            + (found.isEmpty() ? "" : ", or from an earlier state of it (content " + start(found) + ")")
                            + ": this one has the content " + start(digest) + ".",
                    "Name the files it was made from with --base, or write it anew with memo --format xlsx.");
        }
    }

    private static void read(Sheet sheet, Page.Cell cell, Term input, List<Change> changes, List<Wrong> wrong) {
        String text = sheet.text(cell.spot());
        Optional<BigDecimal> number = number(text, input);
        String where = cell.spot().whole();
        if (number.isEmpty()) {
            wrong.add(new Wrong(
                    where,
                    text.isEmpty()
                            ? "There is no number for " + input.address() + "."
                            : "(" + text + ") is not a number for " + input.address() + ".",
                    "Type a number" + (input.unit().isFraction() ? ", such as 7%." : ".")));
        } else if (number.get().doubleValue() != input.decimal().doubleValue()) {
            changes.add(new Change(where, input, input.decimal(), number.get()));
        }
    }

    private static Optional<BigDecimal> number(String text, Term input) {
        if (input.unit().equals(Unit.TRUTH)) {
            return text.equals("yes")
                    ? Optional.of(BigDecimal.ONE)
                    : text.equals("no") ? Optional.of(BigDecimal.ZERO) : Optional.empty();
        }
        return number(text);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(
                    text.endsWith(PERCENT)
                            ? new BigDecimal(text.substring(0, text.length() - 1)).movePointLeft(2)
                            : new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Notes a number that was changed where it is no input. */
    private static void unchanged(Sheet sheet, Page.Cell cell, Content.Stated number, List<Wrong> wrong) {
        String text = sheet.text(cell.spot());
        boolean same = number(text)
                .map(found -> found.doubleValue() == number.number())
                .orElse(false);
        if (!same) {
            wrong.add(new Wrong(
                    cell.spot().whole(),
                    "(" + text + ") stands in place of " + plain(number.number()) + ", which is no input.",
                    "Change records and dates in the data files; a workbook brings back the sheet Inputs alone."));
        }
    }

    /** Notes a unit, an address or other words beside an input that were changed: they decide nothing. */
    private static void unchanged(Sheet sheet, Page.Cell cell, Content.Words words, List<Wrong> wrong) {
        String text = sheet.text(cell.spot());
        if (!plain(text).equals(plain(words.text()))) {
            wrong.add(new Wrong(
                    cell.spot().whole(),
                    "(" + text + ") stands in place of (" + words.text() + "), which is no input.",
                    "Change numbers in the column of values alone; units and addresses belong to the scenario."));
        }
    }

    /** Words as they come back from a sheet, whose ends and line breaks programs write in their own way. */
    private static String plain(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    /** The number without a decimal point that says nothing. */
    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** As much of a digest as tells two apart. */
    private static String start(String digest) {
        int algorithm = digest.indexOf(':') + 1;
        return digest.substring(0, Math.min(digest.length(), algorithm + DIGITS));
    }

    /** The texts of a sheet by their places. */
    private static final class Sheet {
        private final Grid grid;
        private final Map<Integer, Integer> rows = new HashMap<>();

        Sheet(Workbook workbook, Page page) {
            this.grid = workbook.cells(page.name(), CellRange.ALL).grid();
            for (int row = 0; row < grid.rows(); row++) {
                rows.put(grid.line(row) - 1, row);
            }
        }

        /** Empty if there is nothing. */
        String text(Spot spot) {
            Integer row = rows.get(spot.row());
            return row == null || spot.column() >= grid.width(row)
                    ? ""
                    : grid.text(row, spot.column()).strip();
        }
    }
}
