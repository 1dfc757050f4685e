package org.advalorem.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.AllOthersResult;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.ProgramResult;
import org.advalorem.rules.Subject;

/**
 * The rates of a scenario: what {@code advalorem rate} prints.
 *
 * <pre>{@code
 * Rates rates = scenario.evaluate();
 * double published = rates.rate("acme").published(); // 0.1714 is 17.14%
 * boolean excluded = rates.rate("acme").deMinimis().orElse(false);
 * }</pre>
 *
 * <p>Where a scenario has several years or products, the rates are those of the whole; the table and the report have the
 * others too.
 */
public final class Rates extends Charted {
    private final EvaluatedScenario scenario;
    private final List<Rate> companies;
    private final Optional<Rate> allOthers;

    Rates(EvaluatedScenario scenario, Report report, Drawing drawing) {
        super(report, drawing);
        this.scenario = scenario;
        this.companies = scenario.companies().stream().map(this::rate).toList();
        this.allOthers = scenario.allOthers().map(this::rate);
    }

    private Rate rate(CompanyResult company) {
        return new Rate(
                company.id(),
                company.name(),
                scenario.value(company.published()),
                scenario.value(company.rate()),
                Optional.of(scenario.values().holds(company.deMinimis())),
                company.programs().stream().map(this::rate).toList());
    }

    private ProgramRate rate(ProgramResult program) {
        return new ProgramRate(
                program.id(),
                program.name(),
                program.type(),
                scenario.value(program.countedRounded()),
                scenario.value(program.rate()),
                scenario.values().holds(program.measurable()),
                program.factsAvailable());
    }

    private Rate rate(AllOthersResult others) {
        return new Rate(
                Subjects.ALL_OTHERS,
                "All others",
                scenario.value(others.published()),
                scenario.value(others.rate()),
                others.deMinimis().map(scenario.values()::holds),
                List.of());
    }

    /** The respondents' rates, in the order of the scenario. */
    public List<Rate> companies() {
        return companies;
    }

    /** The rate of all others; empty if the determination is negative, unless by that rate. */
    public Optional<Rate> allOthers() {
        return allOthers;
    }

    /**
     * The rate of a company, or of all others.
     *
     * @param company its key, its name, or {@code all-others}
     * @throws ScenarioException if there is none; the message names the nearest
     */
    public Rate rate(String company) {
        Subject subject = Subjects.of(company, scenario);
        String id = subject.isCompany() ? subject.company() : Subjects.ALL_OTHERS;
        return Stream.concat(companies.stream(), allOthers.stream())
                .filter(rate -> rate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ScenarioException.of(
                        "There is no all-others rate: the determination is negative.", "Ask allOthers() first."));
    }

    /** Whether the determination is negative: every rate is de minimis. */
    public boolean isNegative() {
        return scenario.isNegative();
    }
}
