package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Outline;
import org.advalorem.engine.Values;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Determination;

/**
 * How the all-others rate came about, as the outline tells it.
 *
 * @param considered the respondents, with the reason for those whose rate is left out
 * @param steps averages in order
 * @param notes words between them
 */
record AllOthersWorkings(List<Considered> considered, List<Step> steps, List<String> notes) {
    private static final String SECTION = "All-others rate";
    private static final String FALLBACK = "If every rate is excluded";
    private static final int RATE = 1;
    private static final int QUALIFIES = 2;

    /** A respondent. */
    record Considered(String name, double rate, boolean qualifies, String reason, String exports, String ranged) {}

    /** A step; not used when another alternative was chosen. */
    record Step(String label, double value, boolean used, Authority authority) {}

    static AllOthersWorkings of(EvaluatedScenario scenario) {
        List<Considered> considered = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Determination determination = scenario.determination();
        determination.allOthers().ifPresent(result -> {
            Basis basis = Basis.of(scenario.values(), List.of(result.published()));
            for (Outline.Item item : items(determination)) {
                if (item instanceof Outline.Table table) {
                    considered.addAll(considered(table, scenario));
                } else if (item instanceof Outline.Line line
                        && line.term() != result.rate()
                        && line.term() != result.published()) {
                    steps.add(new Step(
                            line.label(),
                            scenario.value(line.term()),
                            basis.contains(line.term()) && !isIdle(line, scenario),
                            line.authority()));
                } else if (item instanceof Outline.Note note) {
                    notes.add(note.text());
                }
            }
            considered.addAll(leftOut(determination, considered, scenario));
        });
        return new AllOthersWorkings(considered, steps, notes);
    }

    /**
     * Whether the line tells what would be done if no rate qualified, and one does. Of a single respondent that average is
     * its rate, a term that the rate taken rests on all the same.
     */
    static boolean isIdle(Outline.Line line, EvaluatedScenario scenario) {
        return line.label().startsWith(FALLBACK)
                && scenario.determination()
                        .allOthers()
                        .filter(result -> scenario.value(result.qualifying()) > 0)
                        .isPresent();
    }

    private static List<Outline.Item> items(Determination determination) {
        return determination.calculation().outline().items().stream()
                .filter(item -> item instanceof Outline.Section section
                        && section.title().equals(SECTION))
                .map(item -> ((Outline.Section) item).items())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Considered> considered(Outline.Table table, EvaluatedScenario scenario) {
        Table printed = OutlineTables.of(table, scenario.values(), cell -> 0);
        List<Considered> rows = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            List<Cell> cells = printed.rows().get(i);
            String name = cells.get(0).text();
            boolean qualifies = ((Cell.Amount) cells.get(QUALIFIES)).value() != 0;
            rows.add(new Considered(
                    name,
                    ((Cell.Amount) cells.get(RATE)).value(),
                    qualifies,
                    qualifies ? "" : reason(name, scenario),
                    cells.get(cells.size() - 2).text(),
                    cells.get(cells.size() - 1).text()));
        }
        return rows;
    }

    private static String reason(String name, EvaluatedScenario scenario) {
        return company(name, scenario)
                .map(company -> {
                    if (company.entirelyFactsAvailable()) {
                        return "entirely on facts available";
                    }
                    return scenario.value(company.published()) > 0 ? "de minimis" : "zero";
                })
                .orElse("");
    }

    private static Optional<CompanyResult> company(String name, EvaluatedScenario scenario) {
        return scenario.determination().companies().stream()
                .filter(company -> company.name().equals(name))
                .findFirst();
    }

    private static List<Considered> leftOut(
            Determination determination, List<Considered> considered, EvaluatedScenario scenario) {
        Values values = scenario.values();
        return determination.companies().stream()
                .filter(CompanyResult::voluntary)
                .filter(company ->
                        considered.stream().noneMatch(row -> row.name().equals(company.name())))
                .map(company -> new Considered(
                        company.name(),
                        values.of(company.published()),
                        false,
                        "voluntary respondent, left out by choice",
                        "",
                        ""))
                .toList();
    }
}
