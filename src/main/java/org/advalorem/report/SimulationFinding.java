package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Distributed;
import org.advalorem.whatif.Simulation;
import org.advalorem.whatif.UncertainModel;

/** What a simulation found: the range of the reported rate that varies most, and how often it is de minimis. */
public final class SimulationFinding {
    /** The share of draws below the range named. */
    public static final double LOW = 0.05;

    /** The share of draws below the end of the range named. */
    public static final double HIGH = 0.95;

    private static final double MEDIAN = 0.5;

    /** The most inputs named. */
    private static final int FEW = 3;

    private final EvaluatedScenario scenario;
    private final UncertainModel uncertainty;
    private final Simulation.Result result;
    private final Distributed rate;
    private final Optional<CompanyResult> company;

    private SimulationFinding(EvaluatedScenario scenario, UncertainModel uncertainty, Simulation.Result result) {
        this.scenario = scenario;
        this.uncertainty = uncertainty;
        this.result = result;
        List<ResultKey> keys = result.results().stream().map(Distributed::key).toList();
        this.rate = result.result(Findings.most(
                EvaluatedScenario.totals(keys, Measure.RATE_UNROUNDED),
                key -> key.subject().isCompany(),
                key -> result.result(key).standardDeviation()));
        this.company = scenario.company(rate.key().subject());
    }

    /** The finding of a simulation. */
    public static SimulationFinding of(
            EvaluatedScenario scenario, UncertainModel uncertainty, Simulation.Result result) {
        return new SimulationFinding(scenario, uncertainty, result);
    }

    /** The rate that it is about. */
    public Distributed rate() {
        return rate;
    }

    /** The company whose rate it is; empty for all others. */
    public Optional<CompanyResult> company() {
        return company;
    }

    /** The finding in words. */
    public Finding finding() {
        String name = scenario.name(rate.key());
        String rates = rate.histogram().counts().isEmpty()
                ? NumberText.percent(rate.min()) + " in every draw"
                : NumberText.percent(rate.quantile(LOW).value()) + " to "
                        + NumberText.percent(rate.quantile(HIGH).value()) + " in 90% of draws";
        return new Finding(name + ": " + rates + (company.isPresent() ? "; " + verdict() : ""), context());
    }

    /**
     * A sentence for every rate that varies, companies first: its median, the range of 90 percent of the draws, and how often
     * a company is de minimis.
     */
    public String spread() {
        List<ResultKey> keys = EvaluatedScenario.totals(
                result.results().stream().map(Distributed::key).toList(), Measure.RATE_UNROUNDED);
        String spread = keys.stream()
                .map(result::result)
                .filter(of -> !of.histogram().counts().isEmpty())
                .map(this::spread)
                .collect(Collectors.joining(" "));
        return spread.isEmpty() ? finding().headline() + "." : spread;
    }

    private String spread(Distributed of) {
        boolean isCompany = scenario.company(of.key().subject()).isPresent();
        return scenario.name(of.key()) + ": median "
                + NumberText.percent(of.quantile(MEDIAN).value()) + ", "
                + NumberText.percent(of.quantile(LOW).value()) + " to "
                + NumberText.percent(of.quantile(HIGH).value()) + " in 90% of draws"
                + (isCompany ? "; " + verdict(of) : "") + ".";
    }

    private String verdict() {
        return verdict(rate);
    }

    private String verdict(Distributed of) {
        double share = result.result(of.key().beside(Measure.DE_MINIMIS)).mean();
        return share <= 0
                ? "never de minimis"
                : share >= 1 ? "always de minimis" : "de minimis in " + share(share) + " of them";
    }

    /** The share in words, never rounded to none or all. */
    private static String share(double share) {
        String text = NumberText.percent(share);
        return text.equals("0.00%") ? "less than 0.01%" : text.equals("100.00%") ? "more than 99.99%" : text;
    }

    private String context() {
        List<UncertainModel.Input> inputs = uncertainty.inputs();
        String base = Double.isFinite(rate.base()) ? "; baseline: " + NumberText.percent(rate.base()) : "";
        List<String> words = new ArrayList<>();
        words.add(NumberText.count(result.draws(), "draw"));
        words.add(
                inputs.size() <= FEW
                        ? inputs.stream()
                                .map(input -> InputNames.of(scenario, input.address()) + " "
                                        + input.entry().text())
                                .collect(Collectors.joining(", "))
                        : inputs.size() + " uncertain inputs");
        return String.join(" of ", words) + base;
    }
}
