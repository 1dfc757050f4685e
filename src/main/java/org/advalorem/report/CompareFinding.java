package org.advalorem.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.whatif.Waterfall;

/** What a comparison found: the reported rate that changes most, and the change that accounts for most of it. */
public final class CompareFinding {
    private final EvaluatedScenario first;
    private final Waterfall.Result result;
    private final Waterfall.Way way;
    private final List<Waterfall.Bar> bars;

    private CompareFinding(EvaluatedScenario first, Waterfall.Result result) {
        this.first = first;
        this.result = result;
        this.way = Findings.most(
                result.ways().stream()
                        .filter(of -> Findings.isReported(first, of.subject()))
                        .toList(),
                of -> of.subject().isCompany(),
                of -> of.bars().stream()
                        .mapToInt(bar -> Math.abs(bar.hundredths()))
                        .sum());
        this.bars = way.bars().stream()
                .sorted(Comparator.comparingInt((Waterfall.Bar bar) -> -Math.abs(bar.hundredths()))
                        .thenComparingInt(Waterfall.Bar::step))
                .toList();
    }

    /** The finding on the way from a first scenario to a second. */
    public static CompareFinding of(EvaluatedScenario first, Waterfall.Result result) {
        return new CompareFinding(first, result);
    }

    /** The way that it is about. */
    public Waterfall.Way way() {
        return way;
    }

    /** The contributions, the largest first. */
    public List<Waterfall.Bar> bars() {
        return bars;
    }

    /** The finding in words. */
    public Finding finding() {
        return new Finding(headline(), context());
    }

    private String headline() {
        String rates = first.name(way.subject()) + ": ";
        if (way.hundredths() == 0) {
            rates += NumberText.percent(way.from().published()) + " in both scenarios";
        } else {
            rates += "from " + NumberText.percent(way.from().published()) + " to "
                    + NumberText.percent(way.to().published());
        }
        if (bars.isEmpty() || bars.get(0).hundredths() == 0) {
            return rates;
        }
        return rates + "; " + moved(result.steps().get(bars.get(0).step())) + " accounts for "
                + NumberText.points(bars.get(0).change())
                + (way.hundredths() == 0 ? "" : " of " + NumberText.points(way.change())) + " points"
                + verdict();
    }

    private String verdict() {
        Optional<Boolean> before = way.from().deMinimis();
        Optional<Boolean> after = way.to().deMinimis();
        if (before.isEmpty() || after.isEmpty()) {
            return "";
        }
        return before.equals(after)
                ? "; " + Verdict.words(before.get()) + " in either"
                : "; " + Verdict.words(after.get()) + " in the second only";
    }

    private String context() {
        long none = bars.stream().filter(bar -> bar.hundredths() == 0).count();
        List<String> words = new ArrayList<>();
        words.add("Contribution of each change in percentage points, its mean over "
                + (result.orders().isPresent()
                        ? result.orders().getAsInt() + " random orders of the changes (seed " + result.seed() + ")"
                        : "all orders of the changes"));
        if (none > 0) {
            words.add(NumberText.count(none, "change") + " that " + (none == 1 ? "contributes" : "contribute")
                    + " nothing");
        }
        return String.join("; ", words);
    }

    /** The name of a step, of all its changes where these are valid only together. */
    public String label(Waterfall.Step step) {
        return step.together() == Waterfall.Together.VALID_ONLY_TOGETHER
                ? step.changes().stream()
                        .map(change -> InputNames.of(
                                first, result.changes().get(change).address()))
                        .collect(Collectors.joining(" + "))
                : InputNames.of(first, step.name());
    }

    /** The label of a step, marked if the step removes what it names. */
    private String moved(Waterfall.Step step) {
        boolean removed = step.changes().stream()
                .allMatch(change -> result.changes().get(change).to().isEmpty());
        return label(step) + (removed ? " (removed)" : "");
    }
}
