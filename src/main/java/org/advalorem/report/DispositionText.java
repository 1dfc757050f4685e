package org.advalorem.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Disposition;

/** What became of every program, alleged or reported, company by company. */
final class DispositionText {
    private DispositionText() {}

    /** A program of a company. */
    record Row(CompanyResult company, Disposition disposition) {}

    /** Whether a company's programs need a table: where the petition or the findings say more than the rates. */
    static boolean hasAllegedOrFound(CompanyResult company) {
        return company.dispositions().stream()
                .anyMatch(disposition ->
                        disposition.alleged() || disposition.result().isEmpty());
    }

    /** The programs of one company by disposition and source, a line each. */
    static List<String> lines(CompanyResult company, EvaluatedScenario scenario) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (Row row : rows(company)) {
            groups.computeIfAbsent(
                            words(row, scenario) + " (" + row.disposition().source() + ")", absent -> new ArrayList<>())
                    .add(row.disposition().program());
        }
        List<String> lines = new ArrayList<>();
        groups.forEach((group, programs) ->
                lines.add(company.name() + ", " + group + ": " + String.join("; ", programs) + "."));
        return lines.isEmpty() ? List.of(company.name() + ": no program.") : lines;
    }

    /** The programs of one company, for people. */
    static Listing<Row> of(CompanyResult company, EvaluatedScenario scenario) {
        return ListingType.<Row>of("dispositions", "program", "")
                .shown("program", row -> row.disposition().program())
                .shown("alleged", row -> row.disposition().alleged() ? "in the petition" : "")
                .shown("disposition", row -> words(row, scenario))
                .shown(Figure.PUBLISHED, "rate", row -> rate(row, scenario))
                .shown("source", row -> row.disposition().source())
                .of(company.name(), rows(company));
    }

    /** The programs of all companies reported, for programs. */
    static Listing<Row> listing(EvaluatedScenario scenario) {
        List<Row> all = new ArrayList<>();
        scenario.companies().forEach(company -> all.addAll(rows(company)));
        return ListingType.<Row>of("dispositions", "program", "What became of every program, alleged or reported.")
                .text("company", row -> row.company().id(), "The company's id.")
                .text("program", row -> row.disposition().program(), "The program's name.")
                .truth("alleged", row -> row.disposition().alleged(), "Whether the petition alleges it.")
                .text(
                        "disposition",
                        row -> words(row, scenario),
                        "Countervailed, on facts available, not used, not measurable, not countervailable, not applied or"
                                + " not stated.")
                .number(
                        Figure.PUBLISHED,
                        "rate-published",
                        row -> rate(row, scenario),
                        "The rate as published, together with the programs that count in it; none without a rate.")
                .text("source", row -> row.disposition().source(), "The authority, or the source of the finding.")
                .of(all);
    }

    private static List<Row> rows(CompanyResult company) {
        return company.dispositions().stream()
                .map(disposition -> new Row(company, disposition))
                .toList();
    }

    private static String words(Row row, EvaluatedScenario scenario) {
        boolean measurable = row.disposition()
                .result()
                .map(result -> scenario.values().holds(result.measurable()))
                .orElse(true);
        return (measurable ? row.disposition().outcome() : Disposition.Outcome.NOT_MEASURABLE).toString();
    }

    private static double rate(Row row, EvaluatedScenario scenario) {
        return row.disposition()
                .result()
                .map(result -> scenario.value(result.countedRounded()))
                .orElse(Double.NaN);
    }
}
