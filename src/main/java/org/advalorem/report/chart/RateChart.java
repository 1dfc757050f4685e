package org.advalorem.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.advalorem.calculation.Term;
import org.advalorem.plot.Chart;
import org.advalorem.plot.Fill;
import org.advalorem.plot.Mark;
import org.advalorem.plot.RowChart;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.ProgramResult;

/** The chart of {@code rate}: the programs that make up each company's rate, and the de minimis threshold. */
public final class RateChart {
    /** The most companies named in the title. */
    private static final int FEW = 3;

    private final EvaluatedScenario scenario;

    private RateChart(EvaluatedScenario scenario) {
        this.scenario = scenario;
    }

    /** The chart of all companies reported, with published rates, so that its figures are those of the report. */
    public static Chart of(EvaluatedScenario scenario) {
        return new RateChart(scenario).chart();
    }

    private Chart chart() {
        boolean factsAvailable = scenario.companies().stream()
                .flatMap(company -> programs(company).stream())
                .anyMatch(ProgramResult::factsAvailable);
        return new RowChart(
                Findings.caption(scenario, title(), subtitle(), false, ""),
                NumberText.PERCENT.axis("Ad valorem rate"),
                factsAvailable
                        ? List.of(
                                new RowChart.Entry(Fill.SKY, "other programs"),
                                new RowChart.Entry(Fill.AMBER, "facts available"))
                        : List.of(),
                List.of(""),
                scenario.companies().stream().map(this::stack).toList(),
                true);
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

    /** The share of the largest program, in words; empty unless there are several. */
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

    /** The programs of a company laid end to end, and its rate. */
    private RowChart.Panel stack(CompanyResult company) {
        List<RowChart.Row> rows = new ArrayList<>();
        double level = 0;
        for (ProgramResult program : programs(company)) {
            double rate = value(program.countedRounded());
            Fill fill = program.factsAvailable() ? Fill.AMBER : Fill.SKY;
            RowChart.Bar bar = new RowChart.Bar(level, level + rate, fill);
            rows.add(RowChart.Row.of(program.name(), bar, RowChart.Text.of(percent(rate))));
            level += rate;
        }
        rows.add(RowChart.Row.of(
                "Net subsidy rate, " + verdict(company),
                new RowChart.Bar(0, value(company.published()), Fill.SLATE),
                new RowChart.Text(rate(company), true)));
        Mark threshold =
                new Mark(company.inclusive() ? "de minimis up to" : "de minimis below", value(company.threshold()));
        return new RowChart.Panel(company.name() + " (" + company.id() + ")", rows, List.of(threshold), List.of());
    }

    private double value(Term term) {
        return scenario.values().of(term);
    }

    private static String percent(double rate) {
        return NumberText.PERCENT.value(rate);
    }
}
