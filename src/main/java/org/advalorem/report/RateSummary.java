package org.advalorem.report;

import org.advalorem.rules.CompanyResult;

/** One line a company and one for all others: what most readers want first. */
final class RateSummary {
    private RateSummary() {}

    static Table of(EvaluatedScenario scenario) {
        Table.Builder table = Table.titled(
                "Rates", "company", "#rate", "#unrounded", "verdict", "#assumed or disputed (share of rate)");
        for (CompanyResult company : scenario.companies()) {
            table.row(
                    Cell.of(company.name()),
                    Cell.of(scenario.value(company.published()), Figure.PUBLISHED),
                    Cell.of(scenario.value(company.rate()), Figure.RATE),
                    Cell.of(Verdict.of(scenario, company).words()
                            + (company.entirelyFactsAvailable() ? ", entirely on facts available" : "")),
                    Cell.of(Reliance.of(scenario, company).share().doubleValue(), Figure.PUBLISHED));
        }
        scenario.allOthers()
                .ifPresent(allOthers -> table.row(
                        Cell.of("All others"),
                        Cell.of(scenario.value(allOthers.published()), Figure.PUBLISHED),
                        Cell.of(scenario.value(allOthers.rate()), Figure.RATE),
                        Cell.of(Verdict.words(scenario, allOthers)),
                        Cell.empty()));
        return table.build();
    }
}
