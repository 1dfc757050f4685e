package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Scope;
import org.advalorem.rules.Subject;
import org.advalorem.whatif.ResultFrame;
import org.advalorem.whatif.Tornado;

/**
 * The report of {@code tornado}: the effect on every result of moving each input to its ends.
 *
 * <p>The JSON format, {@code advalorem-tornado/2}, is a contract described in {@code docs/json.md}.
 */
public final class TornadoReport {
    private final EvaluatedScenario scenario;
    private final Tornado.Result result;

    private TornadoReport(EvaluatedScenario scenario, Tornado.Result result) {
        this.scenario = scenario.withRun(result.run());
        this.result = result;
    }

    /** The report on a tornado analysis. */
    public static Report of(EvaluatedScenario scenario, Tornado.Result result) {
        TornadoReport report = new TornadoReport(scenario, result);
        return Report.of(
                "advalorem-tornado/2", report.scenario, report::document, () -> FlatTable.of(report.effects()));
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Header.open(scenario, "Tornado: ", TornadoFinding.of(scenario, result).finding(), document);
        document.paragraph("Rates are unrounded.");
        for (ResultKey key : EvaluatedScenario.totals(result.cases().keys(), Measure.RATE_UNROUNDED)) {
            if (result.bars().stream().anyMatch(bar -> result.swing(bar, key) > 0.0)) {
                document.view(bars(key));
            } else {
                document.paragraph(scenario.name(key) + ": no input moves it from " + baseline(key) + ".");
            }
        }
        document.items(turns());
        if (!result.bars().isEmpty()) {
            document.paragraph("Where the ends come from:");
            document.items(result.bars().stream()
                    .map(bar -> InputNames.withAddress(scenario, bar.address()) + ": " + bar.source() + tried(bar))
                    .toList());
        }
        return Header.close(scenario, document.data(sources()).data(effects()));
    }

    private String baseline(ResultKey key) {
        return Figure.SHORT_RATE.text(result.baseline().number(key, 0));
    }

    /** The input values at which the determination is reversed. */
    private List<String> turns() {
        ResultKey negative = Subject.determination(Scope.WHOLE).key(Measure.NEGATIVE);
        if (!result.baseline().has(negative)) {
            return List.of();
        }
        boolean base = result.baseline().holds(negative, 0);
        return result.bars().stream()
                .flatMap(bar -> bar.ends().stream()
                        .filter(end -> result.cases().holds(negative, end.row()) != base)
                        .map(end -> "The determination becomes " + Verdict.words(negative, !base) + " with "
                                + InputNames.of(scenario, bar.address()) + " at " + end.value() + "."))
                .toList();
    }

    /** The values of an input that has more than two, of which the tables show only two. */
    private static String tried(Tornado.Bar bar) {
        return bar.ends().size() <= 2
                ? ""
                : "; of " + bar.ends().stream().map(Tornado.End::value).collect(Collectors.joining(", "));
    }

    private Listing<Tornado.Bar> bars(ResultKey key) {
        ResultFrame cases = result.cases();
        return ListingType.<Tornado.Bar>of("bars", "bar", "")
                .shown("input", bar -> InputNames.of(scenario, bar.address()))
                .shownRight("lowest at", bar -> result.min(bar, key).value())
                .shown(
                        Figure.SHORT_RATE,
                        "rate",
                        bar -> cases.number(key, result.min(bar, key).row()))
                .shownRight("highest at", bar -> result.max(bar, key).value())
                .shown(
                        Figure.SHORT_RATE,
                        "rate",
                        bar -> cases.number(key, result.max(bar, key).row()))
                .shown(Figure.POINTS, "swing", bar -> result.swing(bar, key))
                .of(scenario.name(key) + ": baseline " + baseline(key), result.ordered(key));
    }

    private Listing<Tornado.Bar> sources() {
        return ListingType.<Tornado.Bar>of("inputs", "input", "The inputs, moved one at a time.")
                .text("address", Tornado.Bar::address, "The input's address.")
                .text("source", Tornado.Bar::source, "Where its ends come from.")
                .of(result.bars());
    }

    /** A result at one end of an input. */
    private record Effect(String input, Tornado.End end, ResultKey key) {}

    private double baseline(Effect effect) {
        return result.baseline().number(effect.key(), 0);
    }

    private double atValue(Effect effect) {
        return result.cases().number(effect.key(), effect.end().row());
    }

    private static double rate(Effect effect, double number) {
        return effect.key().measure().isTruth() ? Double.NaN : number;
    }

    private static double truth(Effect effect, double number) {
        return effect.key().measure().isTruth() ? number : Double.NaN;
    }

    /** One row per end and result. */
    private Listing<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        for (Tornado.Bar bar : result.bars()) {
            for (Tornado.End end : bar.ends()) {
                result.cases().keys().forEach(key -> effects.add(new Effect(bar.address(), end, key)));
            }
        }
        return ListingType.<Effect>of("effects", "effect", "Every result at every end.")
                .text("input", Effect::input, "The input's address.")
                .text("value", effect -> effect.end().value(), "The value, as written after --set.")
                .text("result", effect -> effect.key().toString(), "The address of the result.")
                .number(Figure.RATE, "baseline", effect -> rate(effect, baseline(effect)), "The baseline rate.")
                .number(Figure.RATE, "at-value", effect -> rate(effect, atValue(effect)), "The rate at that value.")
                .number(
                        Figure.POINTS,
                        "difference",
                        effect -> rate(effect, atValue(effect) - baseline(effect)),
                        "The rate at that value minus the baseline rate.")
                .number(
                        Figure.TRUTH,
                        "baseline-holds",
                        effect -> truth(effect, baseline(effect)),
                        "The baseline verdict.")
                .number(Figure.TRUTH, "holds", effect -> truth(effect, atValue(effect)), "The verdict at that value.")
                .of(effects);
    }
}
