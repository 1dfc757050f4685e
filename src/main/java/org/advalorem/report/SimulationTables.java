package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.whatif.Distributed;
import org.advalorem.whatif.Sampling;
import org.advalorem.whatif.Simulation;
import org.advalorem.whatif.UncertainModel;

/** The tables of a simulation. */
final class SimulationTables {
    private static final double CONFIDENCE = 1.96;
    private static final double PERCENT = 100.0;

    private SimulationTables() {}

    /** One row a company and one for all others. */
    static Table rates(EvaluatedScenario scenario, Simulation.Result result) {
        return rows("Rates", "company", scenario, result, true);
    }

    /** One row a program whose rate varies. */
    static Table programs(EvaluatedScenario scenario, Simulation.Result result) {
        return rows("Programs whose rate varies", "program", scenario, result, false);
    }

    private static Table rows(
            String title, String subject, EvaluatedScenario scenario, Simulation.Result result, boolean totals) {
        Table.Builder table = Table.titled(
                title,
                subject,
                "#as it is",
                "#mean",
                "#" + error(result),
                "#sd",
                "#least",
                "#p5",
                "#p50",
                "#p95",
                "#greatest");
        for (Distributed of : result.results()) {
            boolean varies = of.min() != of.max();
            if (isRate(of) && Subject.isTotal(of.address()) == totals && (totals || varies)) {
                table.row(
                        Cell.of(Subject.name(of.address(), scenario)),
                        rate(of.base()),
                        rate(of.mean()),
                        Cell.of(CONFIDENCE * of.meanError(), Figure.POINTS),
                        Cell.of(of.standardDeviation(), Figure.POINTS),
                        rate(of.min()),
                        rate(of.quantile(0.05).value()),
                        rate(of.quantile(0.50).value()),
                        rate(of.quantile(0.95).value()),
                        rate(of.max()));
            }
        }
        return table.build();
    }

    private static String error(Simulation.Result result) {
        return result.settings().sampling().errors() == Sampling.Errors.UPPER_BOUND ? "± error at most" : "± error";
    }

    /** Quantiles, with the bounds of each where draws are random. */
    static Table quantiles(EvaluatedScenario scenario, Simulation.Result result) {
        boolean bounds = result.settings().sampling().errors() != Sampling.Errors.NONE;
        String share = "#share of draws at or below";
        Table.Builder table = bounds
                ? Table.titled("Quantiles, with 95 percent bounds", "company", share, "#rate", "#at least", "#at most")
                : Table.titled("Quantiles", "company", share, "#rate");
        for (Distributed of : result.results()) {
            if (isRate(of) && Subject.isTotal(of.address()) && of.min() != of.max()) {
                String name = Subject.name(of.address(), scenario);
                for (Distributed.Quantile quantile : of.quantiles()) {
                    List<Cell> cells = new ArrayList<>(List.of(
                            Cell.of(name),
                            Cell.of(Figure.QUANTITY.text(PERCENT * quantile.share()) + "%"),
                            rate(quantile.value())));
                    if (bounds) {
                        cells.add(rate(quantile.low()));
                        cells.add(rate(quantile.high()));
                    }
                    table.row(cells);
                    name = "";
                }
            }
        }
        return table.build();
    }

    /** The uncertain inputs as written. */
    static Table inputs(UncertainModel uncertainty) {
        Table.Builder table = Table.titled("Uncertain inputs", "address", "distribution", "written at");
        for (UncertainModel.Input input : uncertainty.inputs()) {
            table.row(
                    Cell.of(input.address()),
                    Cell.of(input.entry().text()),
                    Cell.of(input.entry().origin().toString()));
        }
        return table.build();
    }

    /** Everything, one row a result. */
    static Table flat(Simulation.Result result) {
        List<String> headings = new ArrayList<>(List.of(
                "address", "as-it-is", "draws", "not-a-number", "mean", "mean-error", "sd", "least", "greatest"));
        for (double share : result.settings().shares()) {
            String name = "p" + Figure.QUANTITY.text(PERCENT * share);
            headings.addAll(List.of(name, name + "-low", name + "-high"));
        }
        Table.Builder table = Table.titled("", headings.toArray(String[]::new));
        for (Distributed of : result.results()) {
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(of.address()),
                    plain(of.base()),
                    plain((double) of.count()),
                    plain((double) of.notFinite()),
                    plain(of.mean()),
                    plain(of.meanError()),
                    plain(of.standardDeviation()),
                    plain(of.min()),
                    plain(of.max())));
            for (Distributed.Quantile quantile : of.quantiles()) {
                cells.add(plain(quantile.value()));
                cells.add(plain(quantile.low()));
                cells.add(plain(quantile.high()));
            }
            table.row(cells);
        }
        return table.build();
    }

    private static boolean isRate(Distributed of) {
        return of.address().endsWith(ResultAddresses.UNROUNDED);
    }

    private static Cell rate(double value) {
        return Cell.of(value, Figure.SHORT_RATE);
    }

    private static Cell plain(double value) {
        return Cell.of(value, Figure.PLAIN);
    }
}
