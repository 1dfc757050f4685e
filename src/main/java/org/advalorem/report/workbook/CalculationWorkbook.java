package org.advalorem.report.workbook;

import java.io.IOException;
import java.io.OutputStream;
import org.advalorem.report.EvaluatedScenario;

/**
 * The calculation as a workbook: every number that is computed is a formula over the cells it comes from, so that whoever changes
 * an input in a spreadsheet sees the rate that Advalorem would compute.
 *
 * <p>The operations of the graph are written as formulas; the rules are not written a second time.
 */
public final class CalculationWorkbook {
    private final Draft draft;

    private CalculationWorkbook(Draft draft) {
        this.draft = draft;
    }

    /** The workbook of a scenario. */
    public static CalculationWorkbook of(EvaluatedScenario scenario) {
        return new CalculationWorkbook(Draft.of(scenario));
    }

    /**
     * Writes the workbook; the same scenario gives the same bytes.
     *
     * @param to is left open
     * @throws IOException if it cannot be written to
     */
    public void write(OutputStream to) throws IOException {
        SheetWriter.write(draft, to);
    }

    Draft draft() {
        return draft;
    }
}
