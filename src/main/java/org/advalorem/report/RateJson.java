package org.advalorem.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;
import org.advalorem.report.JsonText.Json;
import org.advalorem.rules.AllOthersResult;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Period;
import org.advalorem.rules.ProgramResult;
import org.advalorem.rules.Scope;
import org.advalorem.rules.UseResult;

/** The contract {@code advalorem-rate/1}: fields may be added to it, none changed or removed. */
final class RateJson {
    private static final String RATE = "rate";
    private static final String PUBLISHED = "ratePublished";

    private final EvaluatedScenario scenario;

    private RateJson(EvaluatedScenario scenario) {
        this.scenario = scenario;
    }

    static Json of(EvaluatedScenario scenario) {
        RateJson report = new RateJson(scenario);
        Json json = new Json().put("format", "advalorem-rate/1");
        Header.write(scenario, json);
        json.put(
                "companies",
                scenario.companies().stream().map(report::withParts).toList());
        json.put("allOthers", scenario.allOthers().map(report::allOthersWithParts));
        json.put("assumptions", assumptions(scenario));
        return json;
    }

    /** The assumptions used. */
    static List<Json> assumptions(EvaluatedScenario scenario) {
        List<Json> assumptions = new ArrayList<>();
        UsedAssumptions.of(scenario)
                .forEach((number, statement) ->
                        assumptions.add(new Json().put("number", number).put("statement", statement)));
        return assumptions;
    }

    private Json withParts(CompanyResult company) {
        List<CompanyResult> parts = scenario.parts(company);
        Function<Scope, Optional<Json>> find = scope -> parts.stream()
                .filter(part -> part.scope().equals(scope))
                .findFirst()
                .map(this::company);
        return company(company).put("years", years(find)).put("products", products(Scope.WHOLE, find));
    }

    private Json allOthersWithParts(AllOthersResult whole) {
        Function<Scope, Optional<Json>> find = scope -> scenario.determination().parts().stream()
                .filter(part -> part.scope().equals(scope))
                .findFirst()
                .flatMap(scenario::allOthers)
                .map(this::allOthers);
        return allOthers(whole).put("years", years(find)).put("products", products(Scope.WHOLE, find));
    }

    /** What there is of each year; empty where there is one year. */
    private List<Json> years(Function<Scope, Optional<Json>> find) {
        Period period = scenario.determination().proceeding().period();
        List<Json> years = new ArrayList<>();
        for (int year : period.years()) {
            Scope scope = Scope.of(year);
            find.apply(scope)
                    .ifPresent(json -> years.add(json.put("year", year)
                            .put("entriesFrom", period.firstEntry(year).toString())
                            .put("entriesTo", period.lastEntry(year).toString())
                            .put("products", products(scope, find))));
        }
        return years;
    }

    /** What there is of each product in the same year; empty where there is one rate for all. */
    private List<Json> products(Scope year, Function<Scope, Optional<Json>> find) {
        List<Json> products = new ArrayList<>();
        for (String product : scenario.determination().proceeding().products()) {
            find.apply(year.of(product)).ifPresent(json -> products.add(json.put("product", product)));
        }
        return products;
    }

    private Json company(CompanyResult company) {
        Verdict verdict = Verdict.of(scenario, company);
        return new Json()
                .put("id", company.id())
                .put("name", company.name())
                .put("currency", company.currency().toString())
                .put(RATE, value(company.rate()))
                .percent(PUBLISHED, value(company.published()))
                .put("rateDropped", value(company.dropped()))
                .percent("ratePublishedOtherRounding", value(company.otherRounding()))
                .put("deMinimis", verdict.deMinimis())
                .put("deMinimisThreshold", value(company.threshold()))
                .put("deMinimisInclusive", company.inclusive())
                .put("roundingFlipsVerdict", verdict.flipped())
                .put("entirelyFactsAvailable", company.entirelyFactsAvailable())
                .put("voluntary", company.voluntary())
                .put("exportsToUs", company.exportsToUs().flatMap(this::number))
                .put("publicExportsToUs", company.publicExportsToUs().flatMap(this::number))
                .put("ratePerUnit", company.ratePerUnit().flatMap(this::number))
                .put("unit", company.ratePerUnit().map(rate -> rate.unit().toString()))
                .put("programs", company.programs().stream().map(this::program).toList())
                .put("notUsed", company.notUsed())
                .put("reliance", reliance(Reliance.of(scenario, company)));
    }

    private Json program(ProgramResult program) {
        return new Json()
                .put("id", program.id())
                .put("name", program.name())
                .put("type", program.type())
                .put("specificity", program.specificity().toString())
                .put("factsAvailable", program.factsAvailable())
                .put("measurable", scenario.values().holds(program.measurable()))
                .put("benefit", ofOneUse(program, UseResult::benefit))
                .put("slice", ofOneUse(program, UseResult::slice))
                .put("denominator", ofOneUse(program, UseResult::denominator))
                .put(RATE, value(program.rate()))
                .percent(PUBLISHED, value(program.countedRounded()))
                .put("uses", program.uses().stream().map(this::use).toList());
    }

    /** A program with several uses has no one benefit or denominator: rates are added, not benefits. */
    private Optional<BigDecimal> ofOneUse(ProgramResult program, Function<UseResult, Optional<Term>> part) {
        return program.uses().size() == 1 ? part.apply(program.uses().get(0)).flatMap(this::number) : Optional.empty();
    }

    private Json use(UseResult use) {
        return new Json()
                .put("recipient", use.recipient())
                .put("benefit", use.benefit().flatMap(this::number))
                .put("slice", use.slice().flatMap(this::number))
                .put("denominator", use.denominator().flatMap(this::number))
                .put("denominatorOf", use.denominatorLabel())
                .put(RATE, value(use.rate()))
                .put("factsAvailable", use.factsAvailable())
                .put("authority", authority(use.authority()));
    }

    /** What a step rests on. */
    static Json authority(Authority authority) {
        return new Json()
                .put("citation", authority.citation())
                .put("support", authority.support().label())
                .put("assumption", authority.assumption());
    }

    static Json reliance(Reliance reliance) {
        Json byStatus = new Json();
        reliance.byStatus().forEach((status, share) -> byStatus.put(status.label(), Optional.of(share)));
        return new Json()
                .put("assumedOrDisputedShare", Optional.of(reliance.share()))
                .put("byStatus", byStatus)
                .put("definition", Reliance.DEFINITION);
    }

    private Json allOthers(AllOthersResult allOthers) {
        Json json = new Json()
                .put(RATE, value(allOthers.rate()))
                .percent(PUBLISHED, value(allOthers.published()))
                .put("deMinimis", allOthers.deMinimis().map(scenario.values()::holds))
                .put("method", allOthers.method())
                .put("qualifying", value(allOthers.qualifying()));
        AllOthersWorkings workings = AllOthersWorkings.of(allOthers, scenario);
        json.put(
                "considered",
                workings.considered().stream()
                        .map(company -> new Json()
                                .put("name", company.name())
                                .percent(PUBLISHED, company.rate())
                                .put("qualifies", company.qualifies())
                                .put("reason", company.reason()))
                        .toList());
        json.put(
                "workings",
                workings.steps().stream()
                        .map(step -> new Json()
                                .put("label", step.label())
                                .put("value", step.value())
                                .put("used", step.role() == AllOthersWorkings.Role.RATE)
                                .put("role", step.role().toString())
                                .put("authority", authority(step.authority())))
                        .toList());
        return json;
    }

    private double value(Term term) {
        return scenario.value(term);
    }

    private Optional<BigDecimal> number(Term term) {
        return Optional.ofNullable(JsonText.number(value(term)));
    }
}
