package org.advalorem.report.workbook;

import java.util.List;
import java.util.Map;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.UsedAssumptions;

/** The numbered assumptions on which the rates rest. */
final class AssumptionsPage {
    private AssumptionsPage() {}

    static Page of(EvaluatedScenario scenario) {
        Page page = new Page("Assumptions");
        page.widths().addAll(List.of(10, 120));
        page.words(page.row(), 0, "Assumptions", Look.Role.TITLE);
        page.freeze();
        for (Map.Entry<String, String> assumption : UsedAssumptions.of(scenario).entrySet()) {
            int row = page.row();
            page.words(row, 0, assumption.getKey(), Look.Role.LABEL);
            page.words(row, 1, assumption.getValue(), Look.Role.WRAPPED);
        }
        return page;
    }
}
