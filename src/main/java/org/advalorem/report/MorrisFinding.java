package org.advalorem.report;

import java.util.List;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.MorrisScreening;

/** What a screening shows: the input with the largest effect on the rate, or else the result, that moves most. */
public final class MorrisFinding {
    private final EvaluatedScenario scenario;
    private final List<MorrisScreening.Effect> ranking;
    private final String name;
    private final ResultKey key;
    private final long unseen;

    private MorrisFinding(EvaluatedScenario scenario, MorrisScreening.Result result) {
        this.scenario = scenario;
        MorrisScreening.Effects most = Findings.mostOfRates(
                result.results(),
                MorrisScreening.Effects::key,
                of -> of.ranking().stream()
                        .mapToDouble(effect -> effect.meanAbsolute().value())
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0.0));
        this.ranking = most.ranking().stream()
                .filter(effect -> Double.isFinite(effect.meanAbsolute().value()) && effect.changes() > 0)
                .toList();
        this.unseen =
                most.ranking().stream().filter(MorrisScreening.Effect::isUnseen).count();
        this.name = Findings.name(scenario, most.key());
        this.key = most.key();
    }

    /** The finding of a screening. */
    public static MorrisFinding of(EvaluatedScenario scenario, MorrisScreening.Result result) {
        return new MorrisFinding(scenario, result);
    }

    /** The effects on that rate that were seen, the largest first. */
    public List<MorrisScreening.Effect> ranking() {
        return ranking;
    }

    /** The number of inputs that the calculation leads from, but that had no effect at the points tried. */
    public long unseen() {
        return unseen;
    }

    /** What it is about, in a sentence: a rate, or another result. */
    public String word() {
        return OtherResults.word(key);
    }

    /** Whether effects on it are differences of fractions. */
    public boolean isInPoints() {
        return OtherResults.isShare(key);
    }

    /** The finding in words. */
    public Finding finding() {
        if (ranking.isEmpty()) {
            return new Finding(name + ": no input has an effect at the points tried", "");
        }
        MorrisScreening.Effect first = ranking.get(0);
        return new Finding(
                name + ": " + InputNames.after(name, scenario, first.input()) + " moves the " + word() + " most, by "
                        + Findings.size(key, first.meanAbsolute().value()) + " on average",
                "Mean absolute effect when an input moves by half of its probability, with 95% intervals");
    }
}
