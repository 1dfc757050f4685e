package org.advalorem.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.calculation.Term;
import org.advalorem.plot.Chart;
import org.advalorem.plot.Fill;
import org.advalorem.plot.Mark;
import org.advalorem.plot.RowChart;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.NumberText;
import org.advalorem.report.RateFinding;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.ProgramResult;

/** The chart of {@code rate}: the programs that make up each company's rate, and the de minimis threshold. */
public final class RateChart {
    private final EvaluatedScenario scenario;
    private final RateFinding finding;

    private RateChart(EvaluatedScenario scenario) {
        this.scenario = scenario;
        this.finding = RateFinding.of(scenario);
    }

    /** The chart of all companies reported, with published rates, so that its figures are those of the report. */
    public static Chart of(EvaluatedScenario scenario) {
        return new RateChart(scenario).chart();
    }

    private Chart chart() {
        boolean factsAvailable = scenario.companies().stream()
                .flatMap(company -> finding.programs(company).stream())
                .anyMatch(ProgramResult::factsAvailable);
        return new RowChart(
                Captions.of(
                        scenario,
                        finding.finding(),
                        List.of("programs countervailed, largest first, laid end to end"),
                        false,
                        ""),
                AxisNumbers.PERCENT.axis("Ad valorem rate"),
                factsAvailable
                        ? List.of(
                                new RowChart.Entry(Fill.SKY, "other programs"),
                                new RowChart.Entry(Fill.AMBER, "facts available"))
                        : List.of(),
                List.of(""),
                scenario.companies().stream().map(this::stack).toList(),
                true);
    }

    /** The programs of a company laid end to end, and its rate. */
    private RowChart.Panel stack(CompanyResult company) {
        List<RowChart.Row> rows = new ArrayList<>();
        double level = 0;
        for (ProgramResult program : finding.programs(company)) {
            double rate = value(program.countedRounded());
            Fill fill = program.factsAvailable() ? Fill.AMBER : Fill.SKY;
            RowChart.Bar bar = new RowChart.Bar(level, level + rate, fill);
            rows.add(RowChart.Row.of(program.name(), bar, RowChart.Text.of(NumberText.percent(rate))));
            level += rate;
        }
        rows.add(RowChart.Row.of(
                "Net subsidy rate, " + finding.verdict(company),
                new RowChart.Bar(0, value(company.published()), Fill.SLATE),
                new RowChart.Text(finding.rate(company), true)));
        Mark threshold =
                new Mark(company.inclusive() ? "de minimis up to" : "de minimis below", value(company.threshold()));
        return new RowChart.Panel(company.name() + " (" + company.id() + ")", rows, List.of(threshold), List.of());
    }

    private double value(Term term) {
        return scenario.values().of(term);
    }
}
