package org.advalorem.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.advalorem.report.Sensitive.Ranked;
import org.advalorem.whatif.Estimate;
import org.advalorem.whatif.SobolAnalysis;
import org.advalorem.whatif.SobolAnalysis.Frequency;
import org.advalorem.whatif.SobolAnalysis.Index;

/**
 * The report of {@code sensitivity --method sobol}: Sobol' indices of every uncertain input.
 *
 * <p>The JSON format, {@code advalorem-sensitivity/2}, is a contract described in {@code docs/json.md}.
 */
public final class SobolReport {
    private static final int PLACES = 3;

    private final EvaluatedScenario scenario;
    private final SobolAnalysis.Result result;

    private SobolReport(EvaluatedScenario scenario, SobolAnalysis.Result result) {
        this.scenario = scenario.withRun(result.run());
        this.result = result;
    }

    /** The report on a Sobol' analysis. */
    public static Report of(EvaluatedScenario scenario, SobolAnalysis.Result result) {
        SobolReport report = new SobolReport(scenario, result);
        return Report.of(
                        "advalorem-sensitivity/2",
                        report.scenario,
                        report::document,
                        () -> FlatTable.of(report.results(), "inputs"))
                .withComments(report::computed);
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Header.open(scenario, "Sensitivity: ", SobolFinding.of(scenario, result).finding(), document);
        document.items(computed());
        result.results().forEach(indices -> result(indices, document));
        document.items(InputNames.withAddresses(
                scenario,
                result.results().stream()
                        .flatMap(indices -> indices.ranking().stream())
                        .flatMap(index -> index.inputs().stream())));
        document.heading(2, "How to read this");
        document.items(List.of(
                "First: the share of the variance of the result that would vanish if this input were known.",
                "Total: the share that would remain if every other input were known. Total minus first is the input's"
                        + " interaction with others.",
                "An input whose total index is near zero can be ignored; one whose first-order index is large is worth"
                        + " settling.",
                "Each interval covers the true index with a probability of 95 percent, unless a note says that it may be too"
                        + " narrow. Four times as many draws halve its length."));
        return Header.close(scenario, document.one(method().of(List.of(result))).data(results()));
    }

    private void result(SobolAnalysis.Indices indices, Document.Builder document) {
        if (OtherResults.isOther(indices.key()) && indices.standardDeviation() == 0.0 && !indices.isUnseen()) {
            return;
        }
        document.heading(2, Sensitive.name(scenario, indices.key()));
        if (!Double.isFinite(indices.mean())) {
            document.warning(
                    "The result is not a number in some draws, so it has no variance to divide. Narrow the ranges that make a"
                            + " denominator zero.");
            return;
        }
        document.paragraph("Baseline " + Sensitive.value(indices.key(), indices.base()) + "; mean over the draws "
                + Sensitive.value(indices.key(), indices.mean()) + ", standard deviation "
                + (OtherResults.isShare(indices.key())
                        ? Sensitive.points(indices.standardDeviation())
                        : OtherResults.difference(indices.key(), indices.standardDeviation()))
                + ".");
        if (indices.isUnseen()) {
            document.paragraph("No uncertain input changed it in " + draws() + ".");
            Sensitive.unseen(unseen(indices), document);
            return;
        }
        if (indices.standardDeviation() == 0.0) {
            document.paragraph("No uncertain input changes it.");
            return;
        }
        if (indices.hasHeavyTails()) {
            document.warning("Intervals may be too narrow: the distribution has heavy tails (kurtosis "
                    + Sensitive.number(indices.kurtosis(), 0) + "; a normal distribution has 3).");
        }
        List<Ranked<Index>> moving = Sensitive.ranked(
                indices.ranking().stream().filter(index -> index.changes() > 0).toList());
        document.view(ListingType.<Ranked<Index>>of("inputs", "input", "")
                .shown(Figure.COUNT, "", Ranked::rank)
                .shown("input", ranked -> SobolFinding.names(scenario, ranked.of()))
                .shownRight("first", ranked -> number(ranked.of().first()))
                .shown("95% interval", ranked -> interval(ranked.of().first()))
                .shownRight("total", ranked -> number(ranked.of().total()))
                .shown("95% interval", ranked -> interval(ranked.of().total()))
                .of(moving)
                .note("Not explained by the inputs individually: " + number(indices.unexplained()) + " ("
                        + interval(indices.unexplained()) + ")."));
        List<String> few = indices.ranking().stream()
                .filter(Index::hasFewEvents)
                .map(index -> SobolFinding.names(scenario, index) + " (" + Sensitive.count(index.changes()) + ")")
                .toList();
        List<String> unreached = indices.ranking().stream()
                .filter(index -> !index.reaches())
                .map(index -> SobolFinding.names(scenario, index))
                .toList();
        Sensitive.notes(few, draws(), unseen(indices), unreached, document);
    }

    private String draws() {
        return Sensitive.count(result.draws()) + " draws";
    }

    /** The inputs whose effect, if there is one, no draw shows. */
    private List<String> unseen(SobolAnalysis.Indices indices) {
        return indices.ranking().stream()
                .filter(Index::isUnseen)
                .map(index -> SobolFinding.names(scenario, index) + ": no effect in " + draws() + drawn(index))
                .toList();
    }

    /** How often the positions of a choice were drawn, without the most frequent one; empty for a quantity. */
    private static String drawn(Index index) {
        List<String> seldom = new ArrayList<>();
        for (String input : index.inputs()) {
            index.drawn().stream()
                    .filter(of -> of.input().equals(input))
                    .sorted(Comparator.comparingLong((Frequency of) -> -of.draws()))
                    .skip(1)
                    .map(of -> (index.inputs().size() > 1 ? input + " " : "") + of.position() + " "
                            + Sensitive.count(of.draws()) + " times")
                    .forEach(seldom::add);
        }
        return seldom.isEmpty() ? "" : ": drawn " + String.join(", ", seldom);
    }

    private static String number(Estimate estimate) {
        return Sensitive.number(estimate.value(), PLACES);
    }

    private static String interval(Estimate estimate) {
        return Sensitive.number(estimate.low(), PLACES) + " to " + Sensitive.number(estimate.high(), PLACES);
    }

    /** An index for programs; none if no draw shows an effect, zero if there can be none. */
    private static Estimate shown(Index index, Estimate estimate) {
        return index.isUnseen() ? Sensitive.NO_ESTIMATE : index.reaches() ? estimate : new Estimate(0.0, 0.0, 0.0);
    }

    private List<String> computed() {
        SobolAnalysis.Cost cost = result.cost();
        return List.of(
                "Seed " + result.settings().seed() + ", " + Sensitive.count(result.draws())
                        + " draws in each of two Monte Carlo samples, " + Sensitive.count(cost.evaluations())
                        + " evaluations"
                        + (cost.downstreamOnly()
                                ? ", each only of what is downstream of the exchanged input."
                                : ", each in full, because choices are uncertain."),
                "Sobol' indices; intervals "
                        + (result.settings().resamples() == 0
                                ? "asymptotic."
                                : "by bootstrap, "
                                        + Sensitive.count(result.settings().resamples())
                                        + " resamples of 256 batches."));
    }

    private static ListingType<SobolAnalysis.Result> method() {
        return ListingType.<SobolAnalysis.Result>of("method", "method", "How the indices were computed.")
                .text("name", of -> "sobol", "The method.")
                .number(
                        Figure.COUNT,
                        "draws",
                        SobolAnalysis.Result::draws,
                        "Number of draws in each of the two samples.")
                .number(
                        Figure.COUNT,
                        "evaluations",
                        of -> of.cost().evaluations(),
                        "Number of evaluations of all results.")
                .truth(
                        "downstream-only",
                        of -> of.cost().downstreamOnly(),
                        "Whether only what is downstream of an exchanged input was evaluated again.")
                .truth("correlated-together", of -> of.settings().together(), "Whether correlated inputs count as one.")
                .number(Figure.SHARE, "interval-level", of -> 0.95, "The confidence level of the intervals.")
                .text(
                        "interval-kind",
                        of -> of.settings().resamples() == 0 ? "asymptotic" : "bootstrap",
                        "How the intervals were computed.")
                .number(Figure.COUNT, "resamples", of -> of.settings().resamples(), "Number of bootstrap resamples.");
    }

    private Listing<SobolAnalysis.Indices> results() {
        ListingType<Ranked<Index>> inputs = ListingType.<Ranked<Index>>of(
                        "inputs", "input", "The inputs, those with the largest total index first.")
                .number(Figure.COUNT, "rank", Ranked::rank, "The rank, from 1.")
                .text(
                        "input",
                        ranked -> ranked.of().name(),
                        "The address; addresses that count as one are joined by +.");
        Sensitive.reaches(inputs, ranked -> ranked.of().reaches())
                .number(
                        Figure.COUNT,
                        "changed-draws",
                        ranked -> ranked.of().changes(),
                        "Number of draws in which exchanging the input changed the result; if 0 although the input reaches it,"
                                + " there is no index.")
                .with(
                        ListingType.<Frequency>of("drawn", "position", "How often each position of a choice was drawn.")
                                .text("input", Frequency::input, "The address of the choice.")
                                .text("position", Frequency::position, "The position.")
                                .number(
                                        Figure.COUNT,
                                        "draws",
                                        Frequency::draws,
                                        "Number of draws of both samples with that position."),
                        ranked -> ranked.of().drawn());
        Sensitive.estimate(
                inputs,
                "first",
                ranked -> shown(ranked.of(), ranked.of().first()),
                "The first-order index: its share of the variance on its own.");
        Sensitive.estimate(
                inputs,
                "total",
                ranked -> shown(ranked.of(), ranked.of().total()),
                "The total index: that share plus its interactions with others.");
        ListingType<SobolAnalysis.Indices> results = ListingType.<SobolAnalysis.Indices>of(
                        "results", "result", "The indices of each result.")
                .text("result", indices -> indices.key().toString(), "The address of the result.")
                .number(Figure.PLAIN, "baseline", SobolAnalysis.Indices::base, "The baseline; a rate is a fraction.")
                .number(Figure.PLAIN, "mean", SobolAnalysis.Indices::mean, "Over both samples.")
                .number(
                        Figure.PLAIN,
                        "standard-deviation",
                        SobolAnalysis.Indices::standardDeviation,
                        "Over both samples.")
                .number(
                        Figure.PLAIN,
                        "skewness",
                        SobolAnalysis.Indices::skewness,
                        "Over both samples, 0 for a symmetric distribution.")
                .number(
                        Figure.PLAIN,
                        "kurtosis",
                        SobolAnalysis.Indices::kurtosis,
                        "Over both samples, 3 for a normal distribution; above "
                                + Sensitive.number(SobolAnalysis.HEAVY_TAILS, 0) + " intervals may be too narrow.");
        return Sensitive.estimate(
                        results,
                        "unexplained",
                        indices -> indices.isUnseen() ? Sensitive.NO_ESTIMATE : indices.unexplained(),
                        "One minus the sum of the first-order indices.")
                .with(inputs, indices -> Sensitive.ranked(indices.ranking()))
                .of(result.results());
    }
}
