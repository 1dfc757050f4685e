package org.advalorem.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.advalorem.facts.Address;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Problems;
import org.advalorem.plot.Chart;
import org.advalorem.report.AddressedValue;
import org.advalorem.report.AddressesReport;
import org.advalorem.report.CompareReport;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.ExplainedAddress;
import org.advalorem.report.InputNames;
import org.advalorem.report.IssuesReport;
import org.advalorem.report.MemoReport;
import org.advalorem.report.MorrisReport;
import org.advalorem.report.RateReport;
import org.advalorem.report.SimulationReport;
import org.advalorem.report.SobolReport;
import org.advalorem.report.SpiderReport;
import org.advalorem.report.SweepReport;
import org.advalorem.report.TornadoReport;
import org.advalorem.report.chart.CompareChart;
import org.advalorem.report.chart.GridChart;
import org.advalorem.report.chart.IssuesChart;
import org.advalorem.report.chart.RateChart;
import org.advalorem.report.chart.SensitivityChart;
import org.advalorem.report.chart.SimulationChart;
import org.advalorem.report.chart.SpiderChart;
import org.advalorem.report.chart.SweepChart;
import org.advalorem.report.chart.SwingsChart;
import org.advalorem.report.page.LivePage;
import org.advalorem.report.workbook.MemoFile;
import org.advalorem.rules.Programs;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.ScenarioFields;
import org.advalorem.scenario.Correlated;
import org.advalorem.scenario.Expectations;
import org.advalorem.scenario.FilesRead;
import org.advalorem.scenario.ScenarioFiles;
import org.advalorem.scenario.Uncertain;
import org.advalorem.whatif.Dependence;
import org.advalorem.whatif.Example;
import org.advalorem.whatif.IssueTable;
import org.advalorem.whatif.Model;
import org.advalorem.whatif.MorrisScreening;
import org.advalorem.whatif.Progress;
import org.advalorem.whatif.Sampling;
import org.advalorem.whatif.SobolAnalysis;
import org.advalorem.whatif.UncertainModel;
import org.advalorem.whatif.ValueRange;
import org.advalorem.whatif.Waterfall;

/**
 * A scenario of a countervailing-duty case: the facts, methods and rules from which the subsidy rates follow.
 *
 * <pre>{@code
 * Scenario scenario = Scenario.load(Path.of("case.yaml"));
 * Setting markup = scenario.find("markup").get(0).to("8%");
 * double rate = scenario.set(markup).evaluate().rate("acme").published();
 * }</pre>
 *
 * <p>A scenario that exists can be calculated: whatever is wrong is told, all at once, when it is made. It never changes;
 * {@link #set} makes another one. It may be shared by threads. Analyses run on all processors, and their results do not
 * depend on how many there are.
 */
public final class Scenario {
    private static final Path UNNAMED = Path.of("scenario text");
    private static final int MOST_THREADS = 1024;
    private static final long PAGE_DRAWS = 20_000;
    private static final long SEED = 1;

    private final Model model;
    private final String name;
    private final List<Setting> settings;
    private final List<Setting> uncertain;
    private final FilesRead read;
    private final List<String> notes;
    private final EvaluatedScenario evaluated;
    private final Lazy<EvaluatedScenario> hashed;
    private final Lazy<List<Value>> values;

    private Scenario(Model model, String name, List<Setting> settings, List<Setting> uncertain, FilesRead read) {
        this.model = model;
        this.name = name;
        this.settings = List.copyOf(settings);
        this.uncertain = List.copyOf(uncertain);
        this.read = read;
        this.notes = Stream.concat(
                        model.scenario().newNotes().stream(),
                        model.scenario().data().decided().stream().map(ScenarioFiles.Decided::sentence))
                .toList();
        this.evaluated = EvaluatedScenario.of(
                name,
                settings.stream().map(Setting::toString).toList(),
                List.of(),
                Optional.empty(),
                model.determination(),
                model.values(),
                List.of());
        this.hashed = new Lazy<>(() -> evaluated.withHash(model.scenario()));
        this.values = new Lazy<>(() -> AddressesReport.rows(model.scenario(), evaluated).stream()
                .map(this::value)
                .toList());
    }

    /**
     * The scenario in a file, with others laid over it in order.
     *
     * @param first in YAML or JSON
     * @param overlays files that change parts of it
     * @throws ScenarioException if a file cannot be read or the scenario cannot be calculated, with everything that is wrong
     */
    public static Scenario load(Path first, Path... overlays) {
        List<Path> files = new ArrayList<>(List.of(first));
        files.addAll(Arrays.asList(overlays));
        FilesRead read = new FilesRead();
        Programs programs = Programs.shipped();
        return of(
                problems -> org.advalorem.scenario.Scenario.read(
                        new ScenarioFields(programs).fields(), files, List.of(), read, problems),
                scenario -> String.join(
                        " ",
                        Stream.concat(
                                        Stream.of(scenario.name()),
                                        Arrays.stream(overlays).map(Path::toString))
                                .toList()),
                programs,
                read);
    }

    /**
     * The scenario that a text states, in YAML or JSON. Files that it names are found from the current folder.
     *
     * @throws ScenarioException if the scenario cannot be calculated, with everything that is wrong
     */
    public static Scenario parse(String yaml) {
        return parse(yaml, Path.of(""));
    }

    /**
     * The scenario that a text states, in YAML or JSON.
     *
     * @param folder where the files are that it names
     * @throws ScenarioException if the scenario cannot be calculated, with everything that is wrong
     */
    public static Scenario parse(String yaml, Path folder) {
        FilesRead read = new FilesRead();
        Programs programs = Programs.shipped();
        return of(
                problems -> org.advalorem.scenario.Scenario.parse(
                        new ScenarioFields(programs).fields(), folder.resolve(UNNAMED), yaml, read, problems),
                scenario -> UNNAMED.toString(),
                programs,
                read);
    }

    /** A scenario to be stated value by value. */
    public static ScenarioBuilder builder() {
        return new ScenarioBuilder();
    }

    private static Scenario of(
            Function<Problems, Optional<org.advalorem.scenario.Scenario>> reader,
            Function<org.advalorem.scenario.Scenario, String> name,
            Programs programs,
            FilesRead read) {
        return ScenarioException.unlessWrong(problems -> {
            Optional<org.advalorem.scenario.Scenario> scenario = reader.apply(problems);
            Optional<Model> model = scenario.flatMap(of -> Model.of(of, programs, problems));
            scenario.flatMap(of -> Optional.ofNullable(of.tree().entries().get("expect")))
                    .ifPresent(given -> Expectations.read(given, problems));
            problems.throwIfAny();
            return new Scenario(model.orElseThrow(), name.apply(scenario.orElseThrow()), List.of(), List.of(), read);
        });
    }

    /** The file as named, followed by its overlays; {@code scenario text} if it was no file. */
    public String name() {
        return name;
    }

    /**
     * What was decided in reading and not stated, each in a sentence: what a short address stood for, which line of a
     * workbook has its headings. Warnings about the case itself are in the reports.
     */
    public List<String> notes() {
        return notes;
    }

    /**
     * The scenario as one YAML file that needs no other but its data files.
     *
     * @param folder the folder that the file is meant for, from which it names its data files
     * @throws ScenarioException if a data file lies outside the folder
     */
    public String yaml(Path folder) {
        return ScenarioException.unlessWrong(problems -> model.scenario().resolved(folder, problems));
    }

    /** What was set since the scenario was read, in order. */
    public List<Setting> settings() {
        return settings;
    }

    /**
     * This scenario with one value set, as by {@code --set}.
     *
     * @param address whole, or short for one value
     * @param value as one writes it in a {@link Setting}: {@code 8%}, {@code ratio}, {@code times 1.05}
     * @throws ScenarioException if there is no such address or value, or the changed scenario cannot be calculated
     */
    public Scenario set(String address, String value) {
        return set(new Setting(address, value));
    }

    /**
     * This scenario with values set in order; only the result of all of them need be a scenario that can be calculated.
     *
     * @throws ScenarioException if there is no such address or value, or the changed scenario cannot be calculated
     */
    public Scenario set(Setting... changed) {
        return ScenarioException.unlessWrong(problems -> {
            org.advalorem.scenario.Scenario scenario =
                    model.scenario().set(arguments(Arrays.asList(changed)), problems);
            problems.throwIfAny();
            Optional<Model> made = Model.of(scenario, model.programs(), problems);
            problems.throwIfAny();
            return new Scenario(made.orElseThrow(), name, with(settings, changed), uncertain, read);
        });
    }

    /**
     * This scenario with a value made uncertain, besides what it states under {@code uncertain}, for {@link #simulate}, {@link
     * #sensitivity}, {@link #screening}, {@link #tornado} and {@link #spider}.
     *
     * @param address whole, or short for one value
     * @param distribution such as {@code triangular(2%, 6%, 12%)}, {@code times normal(1, 0.05)}, {@code bernoulli(60%)}
     * @throws ScenarioException if there is no such address or distribution, or the value cannot vary so
     */
    public Scenario uncertain(String address, String distribution) {
        Setting added = new Setting(address, distribution);
        Scenario with = new Scenario(model, name, settings, with(uncertain, added), read);
        ScenarioException.unlessWrong(problems -> with.uncertainty(problems).inputs());
        return with;
    }

    private static List<Setting> with(List<Setting> before, Setting... added) {
        return Stream.concat(before.stream(), Arrays.stream(added)).toList();
    }

    private static List<String> arguments(List<Setting> all) {
        return all.stream().map(Setting::toString).toList();
    }

    /**
     * The results and values whose address and name contain all words, best match first; if there are none, those that were
     * probably meant. {@code find("markup")} finds the markup of every company.
     *
     * @return empty if nothing is like the words
     */
    public List<Value> find(String words) {
        return new Search(values.get()).find(words);
    }

    /** Every result and every value read, results first. */
    public List<Value> values() {
        return values.get();
    }

    /**
     * The result or value at an address.
     *
     * @param address whole
     * @throws ScenarioException if nothing is there; the message names the nearest address
     */
    public Value value(String address) {
        return ScenarioException.unlessWrong(problems -> {
            String named = named(address);
            return values.get().stream()
                    .filter(value -> value.address().equals(named))
                    .findFirst()
                    .orElseThrow(() -> nothingAt(address));
        });
    }

    private String named(String address) {
        try {
            return model.scenario().named(Address.parse(address)).toString();
        } catch (IllegalArgumentException e) {
            throw ScenarioException.of(String.valueOf(e.getMessage()), "Look the address up: find(words).");
        }
    }

    private ScenarioException nothingAt(String address) {
        return ScenarioException.of(
                "There is nothing at (" + address + ").",
                Nearest.to(address, values.get().stream().map(Value::address).toList())
                        .map(near -> "Did you mean (" + near + ")?")
                        .orElse("Look the address up: find(words)."));
    }

    private Value value(AddressedValue of) {
        double number = of.number(evaluated);
        return new Value(
                of.address(),
                InputNames.of(evaluated, of.address()),
                switch (of.kind()) {
                    case "result" -> Value.Kind.RESULT;
                    case "number" -> Value.Kind.NUMBER;
                    case "choice" -> Value.Kind.CHOICE;
                    default -> Value.Kind.DESCRIPTION;
                },
                of.value(),
                Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty(),
                of.unit(),
                of.status(),
                of.source(),
                of.origin());
    }

    /** The rates. */
    public Rates evaluate() {
        return new Rates(
                evaluated,
                new Report(
                        new Lazy<>(() -> RateReport.of(evaluated)),
                        new Lazy<>(() -> RateReport.of(hashed.get())),
                        read),
                drawing(() -> RateChart.of(hashed.get())));
    }

    /**
     * How a number is derived, three levels deep.
     *
     * @param address that of a result, a company, a program or a number that was read, whole or short; also a row of
     *     purchases
     * @throws ScenarioException if there is no such number, or several
     */
    public Explanation explain(String address) {
        return explain(address, 3);
    }

    /**
     * How a number is derived.
     *
     * @param depth how many levels of operands to follow, at least 0
     * @throws ScenarioException if there is no such number, or several
     */
    public Explanation explain(String address, int depth) {
        return ScenarioException.unlessWrong(problems -> {
            org.advalorem.report.Report derived =
                    ExplainedAddress.report(model.scenario(), evaluated, address, depth, told -> {});
            return new Explanation(report(() -> derived));
        });
    }

    /**
     * The rates at every value of a range.
     *
     * @param range {@code 0% to 12%}, {@code 0% to 12% in 7}, {@code 0% to 12% step 1%}, {@code times 0.8 to 1.2}, {@code none,
     *     ratio}
     * @throws ScenarioException if there is no such address or range, or a value cannot be set
     */
    public Sweep sweep(String address, String range) {
        return sweep(new Setting(address, range));
    }

    /**
     * The rates while several values move together, one by one through their ranges.
     *
     * @param ranges at least one, all of the same number of values
     * @throws ScenarioException if there is no such address or range, or a value cannot be set
     */
    public Sweep sweep(Setting... ranges) {
        return ScenarioException.unlessWrong(problems -> {
            List<ValueRange> over = ranges(problems, ranges);
            org.advalorem.whatif.Sweep.Result result =
                    org.advalorem.whatif.Sweep.together(model, over, results(), Progress.NONE, problems);
            problems.throwIfAny();
            EvaluatedScenario shown = hashed.get().unused(Dependence.unused(model, over, result.places()));
            return new Sweep(
                    shown,
                    result,
                    report(() -> SweepReport.of(shown, result, false)),
                    drawing(() -> SweepChart.of(shown, result)));
        });
    }

    /**
     * The rates at all combinations of two ranges.
     *
     * @param down the address that varies from row to row, with its range
     * @param across the address that varies from column to column, with its range
     * @throws ScenarioException if there is no such address or range, or a value cannot be set
     */
    public Grid grid(Setting down, Setting across) {
        return ScenarioException.unlessWrong(problems -> {
            List<ValueRange> over = ranges(problems, down, across);
            org.advalorem.whatif.Sweep.Result result = org.advalorem.whatif.Sweep.grid(
                    model, over.get(0), over.get(1), results(), Progress.NONE, problems);
            problems.throwIfAny();
            EvaluatedScenario shown = hashed.get().unused(Dependence.unused(model, over, result.places()));
            return new Grid(
                    shown,
                    result,
                    report(() -> SweepReport.of(shown, result, false)),
                    drawing(() -> GridChart.of(shown, result)));
        });
    }

    /** The same with addresses and ranges one after another. */
    public Grid grid(String down, String downRange, String across, String acrossRange) {
        return grid(new Setting(down, downRange), new Setting(across, acrossRange));
    }

    private List<ValueRange> ranges(Problems problems, Setting... given) {
        List<ValueRange> ranges = ValueRange.read(model.scenario(), arguments(Arrays.asList(given)), problems);
        problems.throwIfAny();
        if (ranges.size() < given.length || ranges.isEmpty()) {
            throw ScenarioException.of("Nothing varies.", "Give an address and a range: \"markup\", \"0% to 12%\".");
        }
        return ranges;
    }

    private List<ResultKey> results() {
        return evaluated.reported(model.results().keys());
    }

    /**
     * The distribution of the rates, with independent draws and seed 1.
     *
     * @param draws at least 1
     * @throws ScenarioException if nothing is uncertain, or a draw violates a condition of the calculation
     * @throws IllegalArgumentException if there is less than one draw
     */
    public Simulation simulate(long draws) {
        return simulate(draws, SEED);
    }

    /**
     * The distribution of the rates, with independent draws.
     *
     * @param draws at least 1
     * @param seed the same seed gives the same bits
     * @throws ScenarioException if nothing is uncertain, or a draw violates a condition of the calculation
     * @throws IllegalArgumentException if there is less than one draw
     */
    public Simulation simulate(long draws, long seed) {
        org.advalorem.whatif.Simulation.Settings drawn = drawn(draws, seed);
        return ScenarioException.unlessWrong(problems -> {
            UncertainModel inputs = uncertainty(problems);
            List<ResultKey> keys = evaluated.reportedUnrounded(inputs.results());
            org.advalorem.whatif.Simulation.Result result =
                    org.advalorem.whatif.Simulation.run(inputs, keys, drawn, Progress.NONE);
            EvaluatedScenario shown = hashed.get();
            return new Simulation(
                    shown,
                    inputs,
                    result,
                    report(() -> SimulationReport.of(shown, inputs, result)),
                    drawing(() -> SimulationChart.of(shown, inputs, result)));
        });
    }

    private static org.advalorem.whatif.Simulation.Settings drawn(long draws, long seed) {
        return new org.advalorem.whatif.Simulation.Settings(
                new Sampling(Sampling.Kind.MONTE_CARLO, seed, draws),
                OptionalDouble.empty(),
                threads(),
                org.advalorem.whatif.Simulation.SHARES,
                false);
    }

    private static int threads() {
        return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    }

    private UncertainModel uncertainty(Problems problems) {
        List<Uncertain> entries = Uncertain.read(model.scenario(), arguments(uncertain), problems);
        List<Correlated> correlations = Correlated.read(model.scenario(), problems);
        problems.throwIfAny();
        if (entries.isEmpty()) {
            throw ScenarioException.of(
                    "Nothing is uncertain in (" + name + ").",
                    "Write distributions under (uncertain), or make a value uncertain"
                            + Example.of(model)
                                    .map(argument -> ", such as (" + argument + ").")
                                    .orElse("."));
        }
        Optional<UncertainModel> uncertainty = UncertainModel.of(model, entries, correlations, problems);
        problems.throwIfAny();
        return uncertainty.orElseThrow();
    }

    /**
     * Which uncertain inputs move a rate most, each moved alone between the 10th and 90th percentiles of its distribution.
     *
     * @param ranges further values to move, each between the ends of its range
     * @throws ScenarioException if nothing varies, or a value cannot be set
     */
    public Tornado tornado(Setting... ranges) {
        return ScenarioException.unlessWrong(problems -> {
            List<ValueRange> over = ranges.length == 0 ? List.of() : ranges(problems, ranges);
            Moved moved = moved(over, problems);
            org.advalorem.whatif.Tornado.Result result =
                    org.advalorem.whatif.Tornado.of(model, moved.inputs(), over, results(), Progress.NONE, problems);
            problems.throwIfAny();
            EvaluatedScenario shown = hashed.get().unused(moved.unused());
            return new Tornado(
                    report(() -> TornadoReport.of(shown, result)), drawing(() -> SwingsChart.of(shown, result)));
        });
    }

    /**
     * The rates along each uncertain input's change, each moved alone over quantiles of its distribution.
     *
     * @param ranges further values to move, each over its range of numbers
     * @throws ScenarioException if no number varies, or a value cannot be set
     */
    public Spider spider(Setting... ranges) {
        return ScenarioException.unlessWrong(problems -> {
            List<ValueRange> over = ranges.length == 0 ? List.of() : ranges(problems, ranges);
            Moved moved = moved(over, problems);
            org.advalorem.whatif.Spider.Result result =
                    org.advalorem.whatif.Spider.of(model, moved.inputs(), over, results(), Progress.NONE, problems);
            problems.throwIfAny();
            if (result.inputs() == 0) {
                throw ScenarioException.of(
                        "No number varies in (" + name + ").",
                        "Write distributions under (uncertain), or give a range such as (times 0.8 to 1.2).");
            }
            EvaluatedScenario shown = hashed.get().unused(moved.unused());
            return new Spider(
                    report(() -> SpiderReport.of(shown, result)), drawing(() -> SpiderChart.of(shown, result)));
        });
    }

    /**
     * What is moved besides ranges.
     *
     * @param unused the addresses on which no result depends
     */
    private record Moved(List<UncertainModel.Input> inputs, List<String> unused) {}

    /** The uncertain inputs, which there need not be if there are ranges. */
    private Moved moved(List<ValueRange> over, Problems problems) {
        boolean certain = !over.isEmpty()
                && Uncertain.read(model.scenario(), arguments(uncertain), problems)
                        .isEmpty();
        Optional<UncertainModel> inputs = certain ? Optional.empty() : Optional.of(uncertainty(problems));
        return new Moved(
                inputs.map(UncertainModel::inputs).orElse(List.of()),
                Stream.concat(
                                Dependence.unused(model, over).stream(),
                                inputs.map(UncertainModel::unused).orElse(List.of()).stream())
                        .distinct()
                        .toList());
    }

    /**
     * How the variance of each result divides among the uncertain inputs (Sobol' indices), with seed 1.
     *
     * @param draws of each of the two samples, at least 1; rounded up to a multiple of 4096
     * @throws ScenarioException if nothing is uncertain, inputs are correlated, or a draw violates a condition
     * @throws IllegalArgumentException if there is less than one draw
     */
    public Sensitivity sensitivity(long draws) {
        return sensitivity(draws, SEED);
    }

    /**
     * How the variance of each result divides among the uncertain inputs (Sobol' indices).
     *
     * @param draws of each of the two samples, at least 1; rounded up to a multiple of 4096
     * @param seed the same seed gives the same bits
     * @throws ScenarioException if nothing is uncertain, inputs are correlated, or a draw violates a condition
     * @throws IllegalArgumentException if there is less than one draw
     */
    public Sensitivity sensitivity(long draws, long seed) {
        SobolAnalysis.Settings drawn = new SobolAnalysis.Settings(seed, draws, threads(), 0, false);
        return ScenarioException.unlessWrong(problems -> {
            SobolAnalysis.Result result = SobolAnalysis.run(uncertainty(problems), analysed(), drawn, Progress.NONE);
            EvaluatedScenario shown = hashed.get();
            return new Sensitivity(
                    report(() -> SobolReport.of(shown, result)), drawing(() -> SensitivityChart.of(shown, result)));
        });
    }

    /**
     * The effects of the uncertain inputs along random paths (Morris), with seed 1.
     *
     * @param trajectories the number of paths, at least 2
     * @throws ScenarioException if nothing is uncertain, or a draw violates a condition of the calculation
     * @throws IllegalArgumentException if there are fewer than two paths
     */
    public Screening screening(int trajectories) {
        return screening(trajectories, SEED);
    }

    /**
     * The effects of the uncertain inputs along random paths (Morris).
     *
     * @param trajectories the number of paths, at least 2
     * @param seed the same seed gives the same bits
     * @throws ScenarioException if nothing is uncertain, or a draw violates a condition of the calculation
     * @throws IllegalArgumentException if there are fewer than two paths
     */
    public Screening screening(int trajectories, long seed) {
        MorrisScreening.Settings drawn = new MorrisScreening.Settings(seed, trajectories, threads());
        return ScenarioException.unlessWrong(problems -> {
            MorrisScreening.Result result =
                    MorrisScreening.run(uncertainty(problems), analysed(), drawn, Progress.NONE);
            EvaluatedScenario shown = hashed.get();
            return new Screening(
                    report(() -> MorrisReport.of(shown, result)), drawing(() -> SensitivityChart.of(shown, result)));
        });
    }

    private List<ResultKey> analysed() {
        return EvaluatedScenario.analysed(results());
    }

    /**
     * Every combination of the contested positions that the scenario lists under {@code issues}.
     *
     * @throws ScenarioException if there are none, or too many, or a position cannot be set at all
     */
    public Issues issues() {
        return ScenarioException.unlessWrong(problems -> {
            Optional<IssueTable.Result> found = IssueTable.of(model, List.of(), threads(), Progress.NONE, problems);
            problems.throwIfAny();
            IssueTable.Result result = found.orElseThrow();
            EvaluatedScenario shown = hashed.get();
            return new Issues(
                    report(() -> IssuesReport.of(shown, result, Optional.empty())),
                    drawing(() -> IssuesChart.of(shown, result)));
        });
    }

    /** What accounts for the difference between this scenario and another, change by change. */
    public Comparison compare(Scenario other) {
        return ScenarioException.unlessWrong(problems -> {
            Waterfall.Result result = Waterfall.of(model, other.model, SEED, threads(), Progress.NONE);
            EvaluatedScenario first = hashed.get();
            EvaluatedScenario second = other.hashed.get();
            return new Comparison(
                    report(() -> CompareReport.of(first, second, result)),
                    drawing(() -> CompareChart.of(first, second, result)));
        });
    }

    /**
     * The calculation memorandum: every worksheet with its formulas and authorities. Written as {@code .xlsx} it is a
     * workbook of live formulas, as {@code .docx} it is for Word.
     */
    public Report memorandum() {
        return report(() -> memorandum(hashed.get()));
    }

    private static org.advalorem.report.Report memorandum(EvaluatedScenario of) {
        return MemoReport.of(of, false, false).in(MemoFile.of(of, false, false));
    }

    /**
     * One HTML file with everything about the scenario, which computes. What is uncertain is simulated with 20,000 draws.
     *
     * @throws ScenarioException if what is uncertain, contested or adjustable cannot be read
     */
    public Page page() {
        return ScenarioException.unlessWrong(problems -> new Page(
                LivePage.of(
                        hashed.get(),
                        model.keeping(),
                        Optional.empty(),
                        List.of(),
                        drawn(PAGE_DRAWS, SEED),
                        Progress.NONE,
                        problems),
                read));
    }

    private Report report(Supplier<org.advalorem.report.Report> maker) {
        Lazy<org.advalorem.report.Report> report = new Lazy<>(maker);
        return new Report(report, report, read);
    }

    private Drawing drawing(Supplier<Chart> maker) {
        return new Drawing(new Lazy<>(maker), read);
    }

    /** The name, followed by what was set. */
    @Override
    public String toString() {
        return evaluated.source();
    }
}
