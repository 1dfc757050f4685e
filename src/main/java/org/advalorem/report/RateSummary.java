package org.advalorem.report;

import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Part;

/** One line a company and one for all others: what most readers want first. */
final class RateSummary {
    private RateSummary() {}

    static Table of(EvaluatedScenario scenario) {
        Table.Builder table = Table.titled(
                "Rates", "company", "#rate", "#unrounded", "verdict", "#assumed or disputed (share of rate)");
        for (CompanyResult company : scenario.companies()) {
            row(company, company.name() + PartNames.of(company.scope(), scenario), scenario, table);
            scenario.otherParts(company)
                    .forEach(part -> row(part, company.name() + PartNames.of(part.scope(), scenario), scenario, table));
        }
        for (Part part : scenario.determination().withParts()) {
            if (scenario.repeats(part.scope())) {
                continue;
            }
            scenario.allOthers(part)
                    .ifPresent(allOthers -> table.row(
                            Cell.of("All others" + PartNames.of(part.scope(), scenario)),
                            Cell.of(scenario.value(allOthers.published()), Figure.PUBLISHED),
                            Cell.of(scenario.value(allOthers.rate()), Figure.RATE),
                            Cell.of(Verdict.words(scenario, allOthers)),
                            Cell.empty()));
        }
        return table.build();
    }

    private static void row(CompanyResult company, String name, EvaluatedScenario scenario, Table.Builder table) {
        table.row(
                Cell.of(name),
                Cell.of(scenario.value(company.published()), Figure.PUBLISHED),
                Cell.of(scenario.value(company.rate()), Figure.RATE),
                Cell.of(Verdict.of(scenario, company).words()
                        + (company.entirelyFactsAvailable() ? ", entirely on facts available" : "")),
                Cell.of(Reliance.of(scenario, company).share().doubleValue(), Figure.PUBLISHED));
    }
}
