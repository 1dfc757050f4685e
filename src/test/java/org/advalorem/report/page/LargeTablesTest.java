package org.advalorem.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.advalorem.facts.Problems;
import org.advalorem.whatif.AdjustableRange;
import org.advalorem.whatif.Controls;
import org.advalorem.whatif.Model;
import org.advalorem.whatif.Progress;
import org.junit.jupiter.api.Test;

/** Quantities behind whose sums there are more records than a page carries. */
final class LargeTablesTest {
    private static final Path CASE = Path.of("src/test/resources/bracketing/case.yaml");
    private static final String DUTY = "benchmarks.strip.import-duty";
    private static final String MARKUP = "companies.hillside.export-value-adjustment.markup";

    private static Controls controls() {
        Problems problems = new Problems();
        Model model = Model.load(CASE);
        List<AdjustableRange> adjustable =
                AdjustableRange.read(model, List.of(DUTY + "=4% to 8%", MARKUP + "=5% to 9%"), problems);
        Controls controls = Controls.of(model, List.of(), adjustable, 1, Progress.NONE, problems);
        problems.throwIfAny();
        return controls;
    }

    private static List<String> offered(Controls controls) {
        return controls.quantities().stream().map(Controls.Quantity::address).toList();
    }

    @Test
    void aTableThatFitsIsCarried() {
        assertThat(offered(LargeTables.without(controls(), LargeTables.MOST))).containsExactly(DUTY, MARKUP);
    }

    /** The purchases have 24 prices in 24 tables, one for each month and grade. */
    @Test
    void theLastThatFitsAndTheFirstThatDoesNot() {
        assertThat(offered(LargeTables.without(controls(), 24))).containsExactly(DUTY, MARKUP);
        Controls narrowed = LargeTables.without(controls(), 23);
        assertThat(offered(narrowed)).containsExactly(MARKUP);
        assertThat(narrowed.refused())
                .containsExactly(new Controls.Refused(
                        DUTY,
                        "The sums that follow it are over records with 24 prices, of which a page carries at most 23;"
                                + " sweep and simulate have no such limit."));
    }
}
