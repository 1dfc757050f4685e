package org.advalorem.report.chart;

import java.util.List;
import java.util.Optional;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.plot.Chart;
import org.advalorem.plot.LinesChart;
import org.advalorem.report.AdjustmentFinding;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.CompanyResult;
import org.advalorem.whatif.AdjustmentComparison.Company;
import org.advalorem.whatif.AdjustmentComparison.Curve;
import org.advalorem.whatif.AdjustmentComparison.Point;
import org.advalorem.whatif.Rate;

/** The chart of {@code eva}: the rate against the markup by every method, of the company for which it matters most. */
public final class AdjustmentChart {
    private final EvaluatedScenario scenario;
    private final AdjustmentFinding finding;
    private final Company company;
    private final List<Curve> curves;

    private AdjustmentChart(EvaluatedScenario scenario, List<Company> companies) {
        this.scenario = scenario;
        this.finding = AdjustmentFinding.of(companies);
        this.company = finding.company();
        this.curves = company.curves().stream()
                .filter(curve ->
                        curve.points().stream().anyMatch(point -> point.rate().isPresent()))
                .toList();
    }

    /** The chart of the company whose rate depends most on the method. */
    public static Chart of(EvaluatedScenario scenario, List<Company> companies) {
        return new AdjustmentChart(scenario, companies).chart();
    }

    private Chart chart() {
        List<CompanyResult> results = scenario.companies().stream()
                .filter(of -> of.id().equals(company.id()))
                .toList();
        return new LinesChart(
                Captions.of(scenario, finding.finding(), List.of(), false, ""),
                AxisNumbers.PERCENT.axis("Markup of " + company.through() + " on its purchases from the producer"),
                RateAxes.UNROUNDED,
                (curves.isEmpty() ? company.curves() : curves)
                        .stream()
                                .map(curve -> new LinesChart.Series(
                                        AdjustmentFinding.words(curve.method()),
                                        curve.points().stream()
                                                .map(AdjustmentChart::point)
                                                .toList()))
                                .toList(),
                RateAxes.thresholds(scenario, results),
                base(),
                List.of());
    }

    private static LinesChart.Point point(Point point) {
        return new LinesChart.Point(
                point.markup().doubleValue(), point.rate().map(Rate::unrounded).orElse(Double.NaN));
    }

    /** The scenario itself, if its markup is in the file. */
    private Optional<LinesChart.Point> base() {
        return company.markup()
                .flatMap(WrittenNumber::parse)
                .filter(WrittenNumber::percent)
                .flatMap(markup -> company.outcome(company.method())
                        .rate()
                        .map(rate -> new LinesChart.Point(markup.value().doubleValue(), rate.unrounded())));
    }
}
