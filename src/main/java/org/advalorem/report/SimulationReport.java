package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.advalorem.rules.Measure;
import org.advalorem.whatif.BrokenCondition;
import org.advalorem.whatif.BrokenConditionException;
import org.advalorem.whatif.Distributed;
import org.advalorem.whatif.Sampling;
import org.advalorem.whatif.Simulation;
import org.advalorem.whatif.UncertainModel;

/**
 * The report of {@code simulate}: the distribution of every rate, and the share of draws in which a company is de
 * minimis.
 *
 * <p>The JSON format, {@code advalorem-simulation/2}, is a contract described in {@code docs/json.md}.
 */
public final class SimulationReport {
    private static final double PERCENT = 100.0;

    private final EvaluatedScenario scenario;
    private final UncertainModel uncertainty;
    private final Simulation.Result result;

    private SimulationReport(EvaluatedScenario scenario, UncertainModel uncertainty, Simulation.Result result) {
        this.scenario = scenario.withRun(result.run());
        this.uncertainty = uncertainty;
        this.result = result;
    }

    /** The report on a simulation. */
    public static Report of(EvaluatedScenario scenario, UncertainModel uncertainty, Simulation.Result result) {
        SimulationReport report = new SimulationReport(scenario, uncertainty, result);
        return Report.of(
                        "advalorem-simulation/2",
                        report.scenario,
                        report::document,
                        () -> FlatTable.of(report.results(ListingType.of("results", "result", ""))
                                .of(result.results())))
                .withComments(() -> List.of(run(result)));
    }

    /** The condition that failed and the draw in which it failed, for a run that was refused. */
    public static String broken(BrokenConditionException broken) {
        BrokenCondition first = broken.broken().get(0);
        return "In draw " + first.firstNumber() + ": " + first.message() + " The uncertain inputs of that draw: "
                + broken.inputs().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Header.open(
                scenario,
                "Simulation: ",
                SimulationFinding.of(scenario, uncertainty, result).finding(),
                document);
        notices().forEach(document::warning);
        document.view(rates("Rates", "company", true));
        document.items(verdicts());
        document.view(crossings());
        document.view(quantiles());
        document.view(rates("Programs whose rate varies", "program", false));
        others().ifPresent(document::view);
        document.listing(inputs());
        document.paragraph(run(result) + " Rates are unrounded. " + errors()
                + " Shares are shares of draws under the distributions stated, not"
                + " the chances of a determination.");
        return Header.close(
                scenario,
                document.one(ran().of(List.of(result)))
                        .data(ListingType.ofWords("notices", "notice", "Notes on the results.")
                                .of(notices()))
                        .data(withShape().of(result.results()))
                        .data(broken()));
    }

    private String errors() {
        String interval = "The error is half the 95 percent interval of the mean; each quantile is shown with the order"
                + " statistics that bound it with 95 percent confidence.";
        return switch (result.settings().sampling().errors()) {
            case ESTIMATE -> interval;
            case UPPER_BOUND ->
                interval + " Both are computed as if draws were independent, and so are upper bounds: a Latin hypercube"
                        + " has smaller errors.";
            case NONE -> "Nothing is random in this design, so there is no simulation error.";
        };
    }

    /** The seed, design and number of draws in one line. */
    public static String run(Simulation.Result result) {
        return Figure.QUANTITY.text((double) result.draws()) + " draws, "
                + result.settings().sampling().kind().label() + " design, seed "
                + result.settings().sampling().seed() + (result.partial() ? " (partial: stopped before the end)" : "")
                + ".";
    }

    /** The notices that the reader must not overlook. */
    private List<String> notices() {
        List<String> notices = new ArrayList<>();
        if (!result.exactQuantiles()) {
            notices.add(
                    "Quantiles are interpolated, within a hundredth of the range of each result: the run was stopped"
                            + " before exact ones were found.");
        }
        if (result.settings().until().isPresent() && !result.precise()) {
            notices.add("The precision requested was not reached.");
        }
        for (String address : uncertainty.unused()) {
            notices.add("Nothing depends on " + InputNames.withAddress(scenario, address) + ".");
        }
        uncertainty
                .repaired()
                .ifPresent(change -> notices.add(
                        "The correlations contradict each other. The nearest possible ones are used; the largest change"
                                + " is " + Figure.QUANTITY.text(change) + "."));
        for (BrokenCondition broken : result.broken()) {
            notices.add(
                    Figure.SHARE.text(broken.share()) + " of draws (" + Figure.QUANTITY.text((double) broken.draws())
                            + ", first draw " + broken.firstNumber() + ") break a condition: " + broken.message());
        }
        return notices;
    }

    private List<String> verdicts() {
        List<String> lines = new ArrayList<>();
        for (Distributed truth : result.results()) {
            if (truth.key().measure() == Measure.NEGATIVE) {
                lines.add(0, scenario.name(truth.key()) + ": negative, the all-others rate zero, in " + share(truth));
            } else if (truth.key().measure().isTruth()) {
                lines.add(
                        scenario.name(truth.key()) + " is " + Verdict.words(truth.key(), true) + " in " + share(truth));
            }
        }
        return lines;
    }

    private String share(Distributed truth) {
        boolean bound = result.settings().sampling().errors() == Sampling.Errors.UPPER_BOUND;
        return Figure.SHARE.text(truth.mean()) + " of draws"
                + (truth.meanError() > 0.0
                        ? " (± " + (bound ? "at most " : "") + Figure.POINTS.text(truth.meanMargin()) + ")."
                        : ".");
    }

    private static boolean isRate(Distributed of, boolean total) {
        return of.key().measure() == Measure.RATE_UNROUNDED
                && of.key().subject().isTotal() == total;
    }

    private static boolean varies(Distributed of) {
        return of.min() != of.max();
    }

    /** One row per company and one for all others, or one per program whose rate varies. */
    private Listing<Distributed> rates(String title, String subject, boolean totals) {
        boolean bound = result.settings().sampling().errors() == Sampling.Errors.UPPER_BOUND;
        return ListingType.<Distributed>of("rates", "rate", "")
                .shown(subject, of -> scenario.name(of.key()))
                .shown(Figure.SHORT_RATE, "baseline", Distributed::base)
                .shown(Figure.SHORT_RATE, "mean", Distributed::mean)
                .shown(Figure.POINTS, bound ? "± error at most" : "± error", Distributed::meanMargin)
                .shown(Figure.POINTS, "sd", Distributed::standardDeviation)
                .shown(Figure.SHORT_RATE, "min", Distributed::min)
                .shown(Figure.SHORT_RATE, "p5", of -> of.quantile(0.05).value())
                .shown(Figure.SHORT_RATE, "p50", of -> of.quantile(0.50).value())
                .shown(Figure.SHORT_RATE, "p95", of -> of.quantile(0.95).value())
                .shown(Figure.SHORT_RATE, "max", Distributed::max)
                .of(
                        title,
                        result.results().stream()
                                .filter(of -> isRate(of, totals) && (totals || varies(of)))
                                .toList());
    }

    /** One row for every other result that varies, such as a deposit or an amount owed; empty if none does. */
    private Optional<Listing<Distributed>> others() {
        List<Distributed> others = result.results().stream()
                .filter(of -> OtherResults.isOther(of.key()) && varies(of))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        boolean bound = result.settings().sampling().errors() == Sampling.Errors.UPPER_BOUND;
        ListingType<Distributed> type = ListingType.<Distributed>of("others", "result", "")
                .shown("result", of -> OtherResults.name(scenario, of.key()))
                .shownRight("baseline", of -> OtherResults.value(of.key(), of.base()))
                .shownRight("mean", of -> OtherResults.value(of.key(), of.mean()))
                .shownRight(
                        bound ? "± error at most" : "± error", of -> OtherResults.difference(of.key(), of.meanMargin()))
                .shownRight("sd", of -> OtherResults.difference(of.key(), of.standardDeviation()));
        type.shownRight("min", of -> OtherResults.value(of.key(), of.min()));
        for (double share : List.of(0.05, 0.50, 0.95)) {
            type.shownRight(
                    "p" + percent(share),
                    of -> OtherResults.value(of.key(), of.quantile(share).value()));
        }
        return Optional.of(type.shownRight("max", of -> OtherResults.value(of.key(), of.max()))
                .of("What follows from the rates", others));
    }

    /** A rate crossed by draws, with the name of their rate in its first row only. */
    private record Crossed(String name, String which, Distributed of, Distributed.Crossing crossing) {
        double share(long draws) {
            return of.count() == 0 ? Double.NaN : (double) draws / of.count();
        }
    }

    private static List<Crossed> crossed(Distributed of, String name) {
        List<Crossed> crossed = new ArrayList<>();
        for (Distributed.Crossing crossing : of.crossings()) {
            boolean own = crossed.isEmpty() && crossing.rate() == of.base();
            crossed.add(new Crossed(crossed.isEmpty() ? name : "", own ? "scenario" : "--crosses", of, crossing));
        }
        return crossed;
    }

    /** The shares of draws below and above the scenario's own rate and those asked for. */
    private Listing<Crossed> crossings() {
        return ListingType.<Crossed>of("crossings", "crossing", "")
                .shown("company", Crossed::name)
                .shown("rate of", Crossed::which)
                .shown(Figure.SHORT_RATE, "rate", crossed -> crossed.crossing().rate())
                .shown(
                        Figure.SHARE,
                        "draws below",
                        crossed -> crossed.share(crossed.crossing().below()))
                .shown(
                        Figure.SHARE,
                        "draws above",
                        crossed -> crossed.share(crossed.crossing().above()))
                .of(
                        "Draws below and above a rate",
                        result.results().stream()
                                .filter(of -> isRate(of, true) && varies(of))
                                .flatMap(of -> crossed(of, scenario.name(of.key())).stream())
                                .toList());
    }

    /** A quantile of a rate, with the rate's name in its first row only. */
    private record Line(String name, Distributed.Quantile quantile) {}

    /** The quantiles, with the bounds of each if draws are random. */
    private Listing<Line> quantiles() {
        List<Line> lines = new ArrayList<>();
        for (Distributed of : result.results()) {
            if (isRate(of, true) && varies(of)) {
                String name = scenario.name(of.key());
                for (Distributed.Quantile quantile : of.quantiles()) {
                    lines.add(new Line(name, quantile));
                    name = "";
                }
            }
        }
        ListingType<Line> type = ListingType.<Line>of("quantiles", "quantile", "")
                .shown("company", Line::name)
                .shownRight(
                        "share of draws at or below",
                        line -> percent(line.quantile().share()) + "%")
                .shown(Figure.SHORT_RATE, "rate", line -> line.quantile().value());
        if (result.settings().sampling().errors() == Sampling.Errors.NONE) {
            return type.of("Quantiles", lines);
        }
        return type.shown(Figure.SHORT_RATE, "at least", line -> line.quantile().low())
                .shown(Figure.SHORT_RATE, "at most", line -> line.quantile().high())
                .of("Quantiles, with 95 percent bounds", lines);
    }

    private static String percent(double share) {
        return Figure.QUANTITY.text(PERCENT * share);
    }

    /** The uncertain inputs as written. */
    private Listing<UncertainModel.Input> inputs() {
        return ListingType.<UncertainModel.Input>of("inputs", "input", "The uncertain inputs.")
                .shown("input", input -> InputNames.of(scenario, input.address()))
                .text("address", "address", UncertainModel.Input::address, "The input's address.")
                .text("distribution", "distribution", input -> input.entry().text(), "Its distribution as written.")
                .text(
                        "written-at",
                        "written at",
                        input -> input.entry().origin().toString(),
                        "File, line and column.")
                .of("Uncertain inputs", uncertainty.inputs());
    }

    private static ListingType<Simulation.Result> ran() {
        return ListingType.<Simulation.Result>of("precision", "run", "How precise the results are.")
                .text("errors", of -> of.settings().sampling().errors().toString(), "The kind of error stated.")
                .truth("exact-quantiles", Simulation.Result::exactQuantiles, "Whether quantiles are exact.")
                .number(
                        Figure.POINTS,
                        "until",
                        of -> ListingType.orNone(of.settings().until()),
                        "The precision requested, if any.")
                .truth("precise", Simulation.Result::precise, "Whether it was reached.");
    }

    private ListingType<Distributed> results(ListingType<Distributed> type) {
        type.text("address", of -> of.key().toString(), "The address of the result; a verdict counts as 1 or 0.")
                .text("name", of -> scenario.name(of.key()), "Its name.")
                .number(Figure.PLAIN, "baseline", Distributed::base, "The baseline result.")
                .number(Figure.COUNT, "draws", Distributed::count, "Number of draws in which it is a number.")
                .number(Figure.COUNT, "not-a-number", Distributed::notFinite, "Number of draws in which it is not.")
                .number(Figure.PLAIN, "mean", Distributed::mean, "Its mean.")
                .number(Figure.PLAIN, "mean-error", Distributed::meanError, "The standard error of the mean.")
                .number(
                        Figure.PLAIN,
                        "mean-margin",
                        Distributed::meanMargin,
                        "Half of the 95 percent interval of the mean.")
                .number(Figure.PLAIN, "sd", Distributed::standardDeviation, "Its standard deviation.")
                .number(Figure.PLAIN, "min", Distributed::min, "Its minimum.")
                .number(Figure.PLAIN, "max", Distributed::max, "Its maximum.");
        for (double share : result.settings().shares()) {
            String name = "p" + percent(share);
            type.number(Figure.PLAIN, name, of -> of.quantile(share).value(), "A quantile.")
                    .number(
                            Figure.PLAIN,
                            name + "-low",
                            of -> of.quantile(share).low(),
                            "Its lower 95 percent bound; none if there are too few draws for one.")
                    .number(
                            Figure.PLAIN,
                            name + "-high",
                            of -> of.quantile(share).high(),
                            "Its upper 95 percent bound; none if there are too few draws for one.");
        }
        return type;
    }

    /** A bar of a histogram. */
    private record Bar(double from, double to, long draws) {}

    private static List<Bar> bars(Distributed of) {
        Distributed.Histogram histogram = of.histogram();
        return IntStream.range(0, histogram.counts().size())
                .mapToObj(i -> new Bar(
                        histogram.edges().get(i),
                        histogram.edges().get(i + 1),
                        histogram.counts().get(i)))
                .toList();
    }

    private ListingType<Distributed> withShape() {
        return results(ListingType.of("results", "result", "How each result is distributed."))
                .with(
                        ListingType.<Bar>of(
                                        "histogram",
                                        "bar",
                                        "Counts between equally spaced edges; none if all draws agree.")
                                .number(Figure.PLAIN, "from", Bar::from, "The lower edge.")
                                .number(Figure.PLAIN, "to", Bar::to, "The upper edge.")
                                .number(Figure.COUNT, "draws", Bar::draws, "Number of draws between them."),
                        SimulationReport::bars)
                .with(
                        ListingType.<Crossed>of(
                                        "crossings",
                                        "crossing",
                                        "Draws on either side of the baseline rate and of the rates asked for.")
                                .number(
                                        Figure.PLAIN,
                                        "rate",
                                        crossed -> crossed.crossing().rate(),
                                        "The rate.")
                                .number(
                                        Figure.COUNT,
                                        "below",
                                        crossed -> crossed.crossing().below(),
                                        "Number of draws below it.")
                                .number(
                                        Figure.COUNT,
                                        "above",
                                        crossed -> crossed.crossing().above(),
                                        "Number of draws above it; draws within 1e-12 of it are neither."),
                        of -> crossed(of, ""));
    }

    private Listing<BrokenCondition> broken() {
        return ListingType.<BrokenCondition>of("broken", "condition", "Conditions that some draws break.")
                .text("condition", BrokenCondition::message, "The condition.")
                .number(Figure.COUNT, "draws", BrokenCondition::draws, "Number of draws that break it.")
                .number(Figure.SHARE, "share", BrokenCondition::share, "Their share.")
                .number(
                        Figure.COUNT,
                        "first-draw",
                        BrokenCondition::firstNumber,
                        "The number of the first such draw, from 1.")
                .of(result.broken());
    }
}
