package org.advalorem.report.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.plot.Chart;
import org.advalorem.plot.LinesChart;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.rules.CompanyResult;
import org.advalorem.whatif.AdjustmentComparison;
import org.advalorem.whatif.AdjustmentComparison.BreakEven;
import org.advalorem.whatif.AdjustmentComparison.Company;
import org.advalorem.whatif.AdjustmentComparison.Curve;
import org.advalorem.whatif.AdjustmentComparison.Outcome;
import org.advalorem.whatif.AdjustmentComparison.Point;
import org.advalorem.whatif.Rate;

/** The chart of {@code eva}: the rate against the markup by every method, of the company for which it matters most. */
public final class AdjustmentChart {
    private final EvaluatedScenario scenario;
    private final Company company;
    private final List<Curve> curves;

    private AdjustmentChart(EvaluatedScenario scenario, List<Company> companies) {
        this.scenario = scenario;
        this.company = Findings.most(companies, of -> true, AdjustmentChart::swing);
        this.curves = company.curves().stream()
                .filter(curve ->
                        curve.points().stream().anyMatch(point -> point.rate().isPresent()))
                .toList();
    }

    private static double swing(Company company) {
        var rates = company.outcomes().stream()
                .flatMap(outcome -> outcome.rate().stream())
                .mapToDouble(Rate::published)
                .summaryStatistics();
        return rates.getCount() == 0 ? 0 : rates.getMax() - rates.getMin();
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
                Findings.caption(scenario, title(), subtitle(), false, ""),
                NumberText.PERCENT.axis("Markup of " + company.through() + " on its purchases from the producer"),
                Findings.UNROUNDED,
                (curves.isEmpty() ? company.curves() : curves)
                        .stream()
                                .map(curve -> new LinesChart.Series(
                                        words(curve.method()),
                                        curve.points().stream()
                                                .map(AdjustmentChart::point)
                                                .toList()))
                                .toList(),
                Findings.thresholds(scenario, results),
                base(),
                List.of());
    }

    private static String words(String method) {
        return method.equals(AdjustmentComparison.NONE) ? "no adjustment" : method;
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

    private String title() {
        List<String> rates = new ArrayList<>();
        for (Outcome outcome : company.outcomes()) {
            outcome.rate()
                    .ifPresent(rate -> rates.add(words(outcome.method()) + " " + Findings.percent(rate.unrounded())));
        }
        return company.name() + ": " + String.join(", ", rates) + "; " + breakEvens();
    }

    private String breakEvens() {
        boolean already = company.outcome(AdjustmentComparison.NONE)
                .rate()
                .flatMap(Rate::deMinimis)
                .orElse(false);
        if (already) {
            return "de minimis without an adjustment";
        }
        BigDecimal last = company.curves()
                .get(0)
                .points()
                .get(company.curves().get(0).points().size() - 1)
                .markup();
        List<String> found = company.breakEvens().stream()
                .filter(of -> of.markup()
                        .filter(markup -> markup.compareTo(last) <= 0)
                        .isPresent())
                .map(AdjustmentChart::breakEven)
                .toList();
        return found.isEmpty()
                ? "not de minimis at any markup up to " + Findings.percent(last.doubleValue())
                : "de minimis from a markup of " + String.join(", ", found);
    }

    private static String breakEven(BreakEven found) {
        return Findings.percent(found.markup().orElseThrow().doubleValue()) + " (" + found.method() + ")";
    }

    private String subtitle() {
        return "Export value adjustment by each method, at the scenario\u2019s markup ("
                + company.markup().orElse("from the ledger") + ") and at others"
                + company.outcomes().stream()
                        .filter(outcome -> !outcome.impossible().isEmpty())
                        .map(outcome -> "; impossible: " + outcome.method())
                        .collect(Collectors.joining())
                + ofRatio();
    }

    /** The ratio by destination, if the two differ. */
    private String ofRatio() {
        List<String> rates = company.byDestination().stream()
                .filter(found -> found.outcome().method().equals("ratio"))
                .flatMap(found -> found.outcome().rate().stream()
                        .map(rate -> Findings.percent(rate.unrounded()) + " of sales to "
                                + (found.destinations().equals("all") ? "all destinations" : "the United States")))
                .toList();
        boolean differ = company.byDestination().stream()
                        .filter(found -> found.outcome().method().equals("ratio"))
                        .flatMap(found -> found.outcome().rate().stream())
                        .map(Rate::published)
                        .distinct()
                        .count()
                > 1;
        return differ ? "; ratio " + String.join(", ", rates) : "";
    }
}
