package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.report.Sensitive.Ranked;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Estimate;
import org.advalorem.whatif.MorrisScreening;
import org.advalorem.whatif.MorrisScreening.Effect;

/**
 * The report of {@code sensitivity --method morris}: elementary effects of every uncertain input.
 *
 * <p>The JSON format, {@code advalorem-sensitivity/2}, is a contract described in {@code docs/json.md}.
 */
public final class MorrisReport {
    private final EvaluatedScenario scenario;
    private final MorrisScreening.Result result;

    private MorrisReport(EvaluatedScenario scenario, MorrisScreening.Result result) {
        this.scenario = scenario.withRun(result.run());
        this.result = result;
    }

    /** The report on a Morris screening. */
    public static Report of(EvaluatedScenario scenario, MorrisScreening.Result result) {
        MorrisReport report = new MorrisReport(scenario, result);
        return Report.of(
                        "advalorem-sensitivity/2",
                        report.scenario,
                        report::document,
                        () -> FlatTable.of(report.results(), "inputs"))
                .withComments(report::computed);
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Header.open(scenario, "Screening: ", MorrisFinding.of(scenario, result).finding(), document);
        document.items(computed());
        for (MorrisScreening.Effects effects : result.results()) {
            boolean still = effects.ranking().stream().noneMatch(effect -> effect.changes() > 0 || effect.isUnseen());
            if (OtherResults.isOther(effects.key()) && still) {
                continue;
            }
            document.heading(2, Sensitive.name(scenario, effects.key()));
            document.paragraph("Baseline " + Sensitive.value(effects.key(), effects.base()) + ".");
            List<Effect> seen = effects.ranking().stream()
                    .filter(effect -> effect.changes() > 0)
                    .toList();
            if (seen.isEmpty()) {
                document.paragraph("No uncertain input changed it.");
            } else {
                table(effects.key(), seen, document);
            }
            notes(effects, document);
        }
        document.items(InputNames.withAddresses(
                scenario,
                result.results().stream()
                        .flatMap(effects -> effects.ranking().stream())
                        .map(Effect::input)));
        document.heading(2, "How to read this");
        document.items(List.of(
                "The effect of an input is how far the result moves (a rate in percentage points) when the input moves by half of its"
                        + " probability (such as from its 20th to its 70th percentile) and nothing else moves.",
                "mu*: the mean absolute effect, by which inputs are ranked. mu: the mean effect, with its sign.",
                "sigma: how much the effect differs from point to point. If it is large relative to mu*, the input"
                        + " interacts with others or its effect is not linear.",
                "Inputs with a small mu* can be left out before Sobol' indices are computed."));
        return Header.close(scenario, document.one(method().of(List.of(result))).data(results()));
    }

    private void table(ResultKey key, List<Effect> seen, Document.Builder document) {
        document.view(ListingType.<Ranked<Effect>>of("inputs", "input", "")
                .shown(Figure.COUNT, "", Ranked::rank)
                .shown("input", ranked -> name(ranked.of()))
                .shownRight(
                        "mu*", ranked -> size(key, ranked.of().meanAbsolute().value()))
                .shown("95% interval", ranked -> interval(key, ranked.of().meanAbsolute()))
                .shownRight("mu", ranked -> size(key, ranked.of().mean()))
                .shownRight("sigma", ranked -> size(key, ranked.of().deviation()))
                .of(
                        OtherResults.isShare(key) ? "In percentage points" : "In the unit of the result",
                        Sensitive.ranked(seen)));
    }

    private String name(Effect effect) {
        return InputNames.of(scenario, effect.input());
    }

    private void notes(MorrisScreening.Effects effects, Document.Builder document) {
        List<String> few = effects.ranking().stream()
                .filter(result::hasFewEvents)
                .map(effect -> name(effect) + " (" + Sensitive.count(effect.changes()) + ")")
                .toList();
        List<String> unseen = effects.ranking().stream()
                .filter(Effect::isUnseen)
                .map(effect -> name(effect) + ": no effect in " + trajectories())
                .toList();
        List<String> unreached = effects.ranking().stream()
                .filter(effect -> !effect.reaches())
                .map(this::name)
                .toList();
        Sensitive.notes(few, trajectories(), unseen, unreached, document);
    }

    private String trajectories() {
        return Sensitive.count(result.trajectories()) + " trajectories";
    }

    /** A number for programs; none if no trajectory shows an effect. */
    private static double shown(Effect effect, double number) {
        return effect.isUnseen() ? Double.NaN : number;
    }

    private static String size(ResultKey key, double effect) {
        return OtherResults.isShare(key) ? Sensitive.barePoints(effect) : OtherResults.difference(key, effect);
    }

    private static String interval(ResultKey key, Estimate estimate) {
        return size(key, estimate.low()) + " to " + size(key, estimate.high());
    }

    private List<String> computed() {
        List<String> lines = new ArrayList<>();
        lines.add("Seed " + result.settings().seed() + ", " + Sensitive.count(result.trajectories())
                + " trajectories from random points, " + Sensitive.count(result.evaluations()) + " evaluations.");
        if (!result.correlated().isEmpty()) {
            lines.add("Correlations are left out; every input moves on its own: "
                    + String.join(", ", result.correlated()) + ".");
        }
        return lines;
    }

    private static ListingType<MorrisScreening.Result> method() {
        return ListingType.<MorrisScreening.Result>of("method", "method", "How the effects were computed.")
                .text("name", of -> "morris", "The method.")
                .number(
                        Figure.COUNT,
                        "trajectories",
                        MorrisScreening.Result::trajectories,
                        "Number of trajectories made.")
                .number(
                        Figure.COUNT,
                        "evaluations",
                        MorrisScreening.Result::evaluations,
                        "Number of evaluations of all results.")
                .number(Figure.SHARE, "step", MorrisScreening.Result::step, "The probability by which an input moves.")
                .with(
                        ListingType.ofWords("correlationsLeftOut", "input", "Inputs whose correlation was left out."),
                        MorrisScreening.Result::correlated);
    }

    private Listing<MorrisScreening.Effects> results() {
        ListingType<Ranked<Effect>> inputs = ListingType.<Ranked<Effect>>of(
                        "inputs", "input", "The inputs, those with the largest mean absolute effect first.")
                .number(Figure.COUNT, "rank", Ranked::rank, "The rank, from 1.")
                .text("input", ranked -> ranked.of().input(), "The address.");
        Sensitive.reaches(inputs, ranked -> ranked.of().reaches())
                .number(
                        Figure.COUNT,
                        "changed-trajectories",
                        ranked -> ranked.of().changes(),
                        "Number of trajectories in which moving the input changed the result; if 0 although the input reaches"
                                + " it, there is no effect to give.");
        Sensitive.estimate(
                        inputs,
                        "mean-absolute",
                        ranked -> ranked.of().isUnseen()
                                ? Sensitive.NO_ESTIMATE
                                : ranked.of().meanAbsolute(),
                        "The mean absolute effect, mu*.")
                .number(
                        Figure.PLAIN,
                        "mean",
                        ranked -> shown(ranked.of(), ranked.of().mean()),
                        "The mean effect with its sign, mu.")
                .number(
                        Figure.PLAIN,
                        "standard-deviation",
                        ranked -> shown(ranked.of(), ranked.of().deviation()),
                        "The standard deviation of the effect, sigma.");
        return ListingType.<MorrisScreening.Effects>of("results", "result", "The effects on each result.")
                .text("result", effects -> effects.key().toString(), "The address of the result.")
                .number(Figure.PLAIN, "baseline", MorrisScreening.Effects::base, "The baseline; a rate is a fraction.")
                .with(inputs, effects -> Sensitive.ranked(effects.ranking()))
                .of(result.results());
    }
}
