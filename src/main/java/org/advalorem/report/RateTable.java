package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Part;
import org.advalorem.rules.ProgramResult;
import org.advalorem.rules.Scope;
import org.advalorem.rules.UseResult;

/** The rates as one flat table: one row a company, program and recipient; the all-others rate last. */
final class RateTable {
    private RateTable() {}

    static Table of(EvaluatedScenario scenario) {
        Table.Builder table = Table.titled(
                "",
                "company",
                "company-name",
                "company-rate",
                "company-rate-published-percent",
                "de-minimis",
                "program",
                "program-name",
                "type",
                "specificity",
                "program-rate",
                "program-rate-published-percent",
                "recipient",
                "currency",
                "benefit",
                "slice",
                "denominator",
                "denominator-of",
                "rate",
                "authority",
                "year",
                "product");
        List<CompanyResult> companies = new ArrayList<>();
        scenario.companies().forEach(company -> {
            companies.add(company);
            companies.addAll(scenario.parts(company));
        });
        for (CompanyResult company : companies) {
            if (company.programs().isEmpty()) {
                table.row(row(scenario, company, Optional.empty(), Optional.empty()));
            }
            for (ProgramResult program : company.programs()) {
                for (UseResult use : program.uses()) {
                    table.row(row(scenario, company, Optional.of(program), Optional.of(use)));
                }
            }
        }
        for (Part part : scenario.determination().withParts()) {
            scenario.allOthers(part)
                    .ifPresent(allOthers -> table.row(
                            Cell.of("all-others"),
                            Cell.of("All others"),
                            rate(scenario, allOthers.rate()),
                            published(scenario, allOthers.published()),
                            allOthers
                                    .deMinimis()
                                    .map(verdict -> Cell.of(scenario.value(verdict), Figure.TRUTH))
                                    .orElse(Cell.empty()),
                            Cell.empty(),
                            Cell.empty(),
                            Cell.empty(),
                            Cell.empty(),
                            Cell.empty(),
                            Cell.empty(),
                            Cell.empty(),
                            Cell.empty(),
                            Cell.empty(),
                            Cell.empty(),
                            Cell.empty(),
                            Cell.empty(),
                            Cell.empty(),
                            Cell.of(allOthers.method()),
                            year(part.scope()),
                            product(part.scope())));
        }
        return table.build();
    }

    private static Cell[] row(
            EvaluatedScenario scenario,
            CompanyResult company,
            Optional<ProgramResult> program,
            Optional<UseResult> use) {
        return new Cell[] {
            Cell.of(company.id()),
            Cell.of(company.name()),
            rate(scenario, company.rate()),
            published(scenario, company.published()),
            Cell.of(scenario.value(company.deMinimis()), Figure.TRUTH),
            program.map(p -> Cell.of(p.id())).orElse(Cell.empty()),
            program.map(p -> Cell.of(p.name())).orElse(Cell.empty()),
            program.map(p -> Cell.of(p.type())).orElse(Cell.empty()),
            program.map(p -> Cell.of(p.specificity().toString())).orElse(Cell.empty()),
            program.map(p -> rate(scenario, p.rate())).orElse(Cell.empty()),
            program.map(p -> published(scenario, p.countedRounded())).orElse(Cell.empty()),
            use.map(u -> Cell.of(u.recipient())).orElse(Cell.empty()),
            Cell.of(company.currency().toString()),
            money(scenario, use.flatMap(UseResult::benefit)),
            money(scenario, use.flatMap(UseResult::slice)),
            money(scenario, use.flatMap(UseResult::denominator)),
            use.map(u -> Cell.of(u.denominatorLabel())).orElse(Cell.empty()),
            use.map(u -> rate(scenario, u.rate())).orElse(Cell.empty()),
            use.map(u -> Cell.of(u.authority().toString())).orElse(Cell.empty()),
            year(company.scope()),
            product(company.scope())
        };
    }

    private static Cell year(Scope scope) {
        return scope.year().isPresent() ? Cell.of(Integer.toString(scope.year().getAsInt())) : Cell.empty();
    }

    private static Cell product(Scope scope) {
        return scope.product().map(Cell::of).orElse(Cell.empty());
    }

    private static Cell rate(EvaluatedScenario scenario, Term term) {
        return Cell.of(scenario.value(term), Figure.RATE);
    }

    private static Cell published(EvaluatedScenario scenario, Term term) {
        return Cell.of(scenario.value(term), Figure.PUBLISHED);
    }

    private static Cell money(EvaluatedScenario scenario, Optional<Term> term) {
        return term.map(t -> Cell.of(scenario.value(t), Figure.MONEY)).orElse(Cell.empty());
    }
}
