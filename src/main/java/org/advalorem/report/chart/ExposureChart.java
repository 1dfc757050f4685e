package org.advalorem.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.advalorem.plot.Axis;
import org.advalorem.plot.Chart;
import org.advalorem.plot.LinesChart;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.ExposureCash;
import org.advalorem.report.Finding;
import org.advalorem.report.NumberText;
import org.advalorem.rules.exposure.Assessment;

/** The chart of {@code exposure}: what an importer has paid by the end of each month. */
public final class ExposureChart {
    private static final int MONTHS = 12;

    /** Months of the Gregorian calendar as numbers: years, with a twelfth for each month. */
    private static final Axis.Numbers YEARS = new Axis.Numbers() {
        @Override
        public String value(double value) {
            return Long.toString((long) StrictMath.floor(value));
        }

        @Override
        public String tick(BigDecimal value, BigDecimal step) {
            if (value.stripTrailingZeros().scale() <= 0) {
                return value.toBigInteger().toString();
            }
            int month = value.remainder(BigDecimal.ONE)
                    .multiply(BigDecimal.valueOf(MONTHS))
                    .setScale(0, RoundingMode.HALF_UP)
                    .intValue();
            return value.toBigInteger() + String.format(Locale.ROOT, "-%02d", month + 1);
        }
    };

    private ExposureChart() {}

    /** The chart of entries on which something is paid; a line at nothing if there are none. */
    public static Chart of(EvaluatedScenario scenario, Assessment assessment) {
        List<ExposureCash.Month> months = ExposureCash.of(scenario, assessment);
        return new LinesChart(
                Captions.of(scenario, finding(scenario, assessment), List.of("at the end of each month"), false, ""),
                new Axis("Month of entry or liquidation", YEARS),
                AxisNumbers.PLAIN.axis("USD, summed up"),
                List.of(
                        new LinesChart.Series("paid", steps(months, of -> of.deposits() + of.bills() - of.refunds())),
                        new LinesChart.Series("deposits", steps(months, ExposureCash.Month::deposits)),
                        new LinesChart.Series("bills", steps(months, ExposureCash.Month::bills)),
                        new LinesChart.Series("refunds", steps(months, ExposureCash.Month::refunds))),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static Finding finding(EvaluatedScenario scenario, Assessment assessment) {
        return new Finding(
                "The entries cost "
                        + NumberText.plain(StrictMath.rint(scenario.values().of(assessment.owed())))
                        + " USD in the end",
                "Deposits, bills and refunds with interest");
    }

    /** The sum so far, which steps at the end of each month. */
    private static List<LinesChart.Point> steps(
            List<ExposureCash.Month> months, ToDoubleFunction<ExposureCash.Month> amount) {
        List<LinesChart.Point> points = new ArrayList<>();
        double sum = 0;
        for (ExposureCash.Month month : months) {
            double end = place(month.month());
            points.add(new LinesChart.Point(end, sum));
            sum += amount.applyAsDouble(month);
            points.add(new LinesChart.Point(end, sum));
        }
        return points.isEmpty() ? List.of(new LinesChart.Point(0, 0)) : points;
    }

    /** The end of a month in years. */
    private static double place(String month) {
        int dash = month.indexOf('-');
        return Integer.parseInt(month.substring(0, dash))
                + Integer.parseInt(month.substring(dash + 1)) / (double) MONTHS;
    }
}
