package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.advalorem.whatif.BrokenCondition;
import org.advalorem.whatif.BrokenConditionException;
import org.advalorem.whatif.Distributed;
import org.advalorem.whatif.Sampling;
import org.advalorem.whatif.Simulation;
import org.advalorem.whatif.UncertainModel;

/**
 * The report of {@code simulate}: how every rate is distributed, and in what share of draws a company is de minimis.
 *
 * <p>JSON is a contract, {@code advalorem-simulation/1}, described in {@code docs/json.md}.
 */
public final class SimulationReport {
    private static final double CONFIDENCE = 1.96;

    private SimulationReport() {}

    /** The results that are reported: unrounded rates and verdicts of the companies reported, and the all-others rate. */
    public static List<String> addresses(UncertainModel uncertainty, EvaluatedScenario scenario) {
        return ResultAddresses.unroundedOf(uncertainty.results(), scenario);
    }

    /** What broke in which draw, for a run that was refused. */
    public static String broken(BrokenConditionException broken) {
        BrokenCondition first = broken.broken().get(0);
        return "In draw " + (first.firstDraw() + 1) + ": " + first.message() + " The uncertain inputs of that draw: "
                + broken.inputs().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /** The report. */
    public static Report of(EvaluatedScenario scenario, UncertainModel uncertainty, Simulation.Result result) {
        return Report.of(
                () -> document(scenario, uncertainty, result),
                () -> comments(scenario, result),
                () -> SimulationTables.flat(result),
                () -> SimulationJson.of(scenario, uncertainty, result));
    }

    private static List<String> comments(EvaluatedScenario scenario, Simulation.Result result) {
        List<String> comments = new ArrayList<>(Header.comments(scenario));
        comments.add(run(result));
        return comments;
    }

    private static Document document(EvaluatedScenario scenario, UncertainModel uncertainty, Simulation.Result result) {
        Document.Builder document = new Document.Builder();
        Header.write(scenario, "Simulation: ", document);
        notices(uncertainty, result).forEach(words -> document.add(new Document.Warning(words)));
        document.paragraph(run(result) + " " + Header.version() + ".");
        document.table(SimulationTables.rates(scenario, result));
        document.items(verdicts(scenario, result));
        document.table(SimulationTables.quantiles(scenario, result));
        document.table(SimulationTables.programs(scenario, result));
        document.table(SimulationTables.inputs(uncertainty));
        document.paragraph("Rates are unrounded. " + errors(result)
                + " Shares are shares of draws under the distributions below, not"
                + " chances that a determination comes out so.");
        return document.build();
    }

    private static String errors(Simulation.Result result) {
        String interval = "The error is half of a 95 percent interval of the mean; a quantile stands with the order"
                + " statistics that bound it with 95 percent confidence.";
        return switch (result.settings().sampling().errors()) {
            case ESTIMATE -> interval;
            case UPPER_BOUND ->
                interval + " Both are computed as if draws were independent, and so are upper bounds: a Latin hypercube"
                        + " has smaller errors.";
            case NONE -> "Nothing is random in this design, so there are no errors of simulation.";
        };
    }

    /** Seed, design and number of draws in one line. */
    public static String run(Simulation.Result result) {
        return Figure.QUANTITY.text((double) result.draws()) + " draws, "
                + result.settings().sampling().kind().label() + " design, seed "
                + result.settings().sampling().seed() + (result.partial() ? " (partial: stopped before the end)" : "")
                + ".";
    }

    /** What must not be overlooked. */
    static List<String> notices(UncertainModel uncertainty, Simulation.Result result) {
        List<String> notices = new ArrayList<>();
        if (result.partial()) {
            notices.add(
                    "PARTIAL: the run was stopped after " + Figure.QUANTITY.text((double) result.draws()) + " draws.");
        }
        if (!result.exactQuantiles()) {
            notices.add("Quantiles have four digits: the run was stopped before exact ones were found.");
        }
        if (result.settings().until().isPresent() && !result.precise()) {
            notices.add("The precision asked for was not reached.");
        }
        for (String address : uncertainty.unused()) {
            notices.add("Nothing depends on (" + address + ").");
        }
        uncertainty
                .repaired()
                .ifPresent(change -> notices.add(
                        "The correlations contradict each other. The nearest possible ones are used; the largest change"
                                + " is " + Figure.QUANTITY.text(change) + "."));
        for (BrokenCondition broken : result.broken()) {
            notices.add(
                    Figure.SHARE.text(broken.share()) + " of draws (" + Figure.QUANTITY.text((double) broken.draws())
                            + ", first draw " + (broken.firstDraw() + 1) + ") break a condition: " + broken.message());
        }
        return notices;
    }

    private static List<String> verdicts(EvaluatedScenario scenario, Simulation.Result result) {
        List<String> lines = new ArrayList<>();
        for (Distributed truth : result.results()) {
            if (ResultAddresses.isNegative(truth.address())) {
                lines.add(
                        0,
                        Subject.name(truth.address(), scenario) + ": negative, the all-others rate zero, in "
                                + share(truth, result));
            } else if (ResultAddresses.isTruth(truth.address())) {
                lines.add(Subject.name(truth.address(), scenario) + " is de minimis in " + share(truth, result));
            }
        }
        return lines;
    }

    private static String share(Distributed truth, Simulation.Result result) {
        boolean bound = result.settings().sampling().errors() == Sampling.Errors.UPPER_BOUND;
        return Figure.SHARE.text(truth.mean()) + " of draws"
                + (truth.meanError() > 0.0
                        ? " (± " + (bound ? "at most " : "") + Figure.POINTS.text(CONFIDENCE * truth.meanError()) + ")."
                        : ".");
    }
}
