package org.advalorem.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.advalorem.calculation.Term;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.ProgramResult;

/** The chart of {@code rate}: of what programs each company's rate is made, and where de minimis ends. */
public final class RateChart {
    private static final String FACTS_AVAILABLE = "facts available";
    /** So many companies are named in the title. */
    private static final int FEW = 3;

    private final EvaluatedScenario scenario;

    private RateChart(EvaluatedScenario scenario) {
        this.scenario = scenario;
    }

    /** The chart of all companies to be reported. Rates are those published, so that they are those of the report. */
    public static Chart of(EvaluatedScenario scenario) {
        return new RateChart(scenario).chart();
    }

    private StackChart chart() {
        return new StackChart(
                Findings.caption(scenario, title(), subtitle(), false, ""),
                Axis.percent("Ad valorem rate"),
                scenario.companies().stream().map(this::stack).toList());
    }

    private String title() {
        List<CompanyResult> companies = scenario.companies();
        CompanyResult first = companies.get(0);
        if (companies.size() == 1) {
            return first.name() + ": " + rate(first) + ", " + verdict(first) + share(first, "it");
        }
        List<CompanyResult> order = new ArrayList<>(companies);
        order.sort(Comparator.comparingDouble(company -> value(company.published())));
        CompanyResult lowest = order.get(0);
        CompanyResult highest = order.get(order.size() - 1);
        String rates = companies.size() <= FEW
                ? companies.stream()
                        .map(company -> company.name() + " " + rate(company))
                        .collect(Collectors.joining(", "))
                : companies.size() + " companies from " + rate(lowest) + " (" + lowest.name() + ") to " + rate(highest)
                        + " (" + highest.name() + ")";
        long below = companies.stream()
                .filter(company -> scenario.values().holds(company.deMinimis()))
                .count();
        CompanyResult most = companies.stream()
                .reduce((one, other) -> programs(other).size() > programs(one).size() ? other : one)
                .orElse(first);
        String verdicts = below == 0
                ? "none is de minimis"
                : below == companies.size() ? "all are de minimis" : below + " of " + companies.size() + " de minimis";
        return rates + "; " + verdicts + share(most, "the rate of " + most.name());
    }

    private String rate(CompanyResult company) {
        return percent(value(company.published()));
    }

    /** What part of that the largest of several programs is; empty with fewer. */
    private String share(CompanyResult company, String of) {
        double all = value(company.published());
        List<ProgramResult> programs = programs(company);
        return programs.size() < 2 || all <= 0
                ? ""
                : "; " + programs.get(0).name() + " is "
                        + Math.round(value(programs.get(0).countedRounded()) / all * 100) + "% of " + of;
    }

    private String subtitle() {
        return "Programs countervailed, largest first, laid end to end"
                + scenario.allOthers()
                        .map(allOthers -> "; all others " + percent(value(allOthers.published())))
                        .orElse("");
    }

    private String verdict(CompanyResult company) {
        return scenario.values().holds(company.deMinimis()) ? "de minimis" : "not de minimis";
    }

    private List<ProgramResult> programs(CompanyResult company) {
        List<ProgramResult> programs = new ArrayList<>(company.programs());
        programs.removeIf(program -> !scenario.values().holds(program.measurable()));
        programs.sort(Comparator.comparingDouble((ProgramResult program) -> value(program.countedRounded()))
                .reversed());
        return programs;
    }

    private StackChart.Stack stack(CompanyResult company) {
        return new StackChart.Stack(
                company.name() + " (" + company.id() + ")",
                programs(company).stream()
                        .map(program -> new StackChart.Part(
                                program.name(),
                                value(program.countedRounded()),
                                program.factsAvailable() ? FACTS_AVAILABLE : ""))
                        .toList(),
                new Mark("Net subsidy rate, " + verdict(company), value(company.published())),
                List.of(new Mark(
                        company.inclusive() ? "de minimis up to" : "de minimis below", value(company.threshold()))));
    }

    private double value(Term term) {
        return scenario.values().of(term);
    }

    private static String percent(double rate) {
        return NumberText.value(rate, Axis.Scale.PERCENT);
    }
}
