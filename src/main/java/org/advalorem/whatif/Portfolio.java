package org.advalorem.whatif;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.advalorem.engine.PackedReader;
import org.advalorem.engine.PackedWriter;
import org.advalorem.engine.Workers;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Measure;
import org.advalorem.rules.Programs;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.ScenarioFields;
import org.advalorem.rules.Subject;
import org.advalorem.rules.base.Period;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.scenario.Correlated;
import org.advalorem.scenario.FilesRead;
import org.advalorem.scenario.Scenario;
import org.advalorem.scenario.Uncertain;

/**
 * The rates of many scenarios, each read and calculated by itself. A scenario that cannot be is a row with its fault, and
 * the others go on.
 */
public final class Portfolio {
    /** The share of draws at or below the low end of the range that a row states. */
    public static final double LOW = 0.05;

    /** The share of draws at or below its high end. */
    public static final double HIGH = 0.95;

    /** The name of a file that is a scenario whatever is missing in it. */
    private static final String NAME = "scenario.yaml";

    private final Settings settings;
    private final FilesRead read;
    private final UnaryOperator<Path> where;

    /**
     * How the scenarios are calculated.
     *
     * @param draws how each is simulated as well; empty for not at all
     * @param threads at least one
     * @param workers who calculates them; empty for threads of this process
     */
    public record Settings(Programs programs, Optional<Draws> draws, int threads, Optional<Workers> workers) {}

    /**
     * How each scenario is simulated.
     *
     * @param draws the number of draws, at least one
     */
    public record Draws(long draws, long seed) {}

    /**
     * A rate under uncertain inputs.
     *
     * @param deMinimis the share of draws in which it is de minimis; empty where there is no such verdict
     * @param low the unrounded rate at or below which {@link #LOW} of the draws are
     * @param high the same for {@link #HIGH}
     */
    public record Simulated(OptionalDouble deMinimis, double low, double high) {}

    /**
     * What is wrong with a scenario.
     *
     * @param code the kind of the first problem by file, line and column, explained in {@code docs/errors.md}
     * @param at the place of that problem
     * @param message what was found and what was expected
     * @param advice what to write instead; may be empty
     * @param problems the number of all problems
     */
    public record Fault(String code, String at, String message, String advice, int problems) {}

    /**
     * The rate of a company or of all others, or the fault of a scenario.
     *
     * @param file the scenario's file
     * @param title its title; empty if it could not be read
     * @param illustrative its watermark; empty for none
     * @param of the address whose rate it is; empty for a fault
     * @param name the name of the company or of all others; empty for a fault
     * @param rate empty for a fault
     * @param simulated empty unless the scenario was simulated and has uncertain inputs
     * @param fault empty for a rate
     */
    public record Row(
            String file,
            String title,
            String illustrative,
            String of,
            String name,
            Optional<Rate> rate,
            Optional<Simulated> simulated,
            Optional<Fault> fault) {}

    /**
     * What was found in a file.
     *
     * @param overlay whether it is an overlay, which is no scenario by itself
     * @param rows none for an overlay
     */
    record Found(String file, boolean overlay, List<Row> rows) {
        Found {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The rows of all scenarios, in the order of the files.
     *
     * @param files the number of files asked for
     * @param read the number of files read
     * @param overlays the files among them that are overlays
     */
    public record Result(int files, int read, List<String> overlays, List<Row> rows) {
        /** Copies the lists. */
        public Result {
            overlays = List.copyOf(overlays);
            rows = List.copyOf(rows);
        }

        /** The number of scenarios read. */
        public int scenarios() {
            return read - overlays.size();
        }

        /** The rows of scenarios with a fault. */
        public List<Row> faults() {
            return rows.stream().filter(row -> row.fault().isPresent()).toList();
        }

        /** The extent of the run. */
        public Run run() {
            return Run.of(files, read, read < files);
        }
    }

    private Portfolio(Settings settings, FilesRead read, UnaryOperator<Path> where) {
        this.settings = settings;
        this.read = read;
        this.where = where;
    }

    /**
     * The rates of the scenarios in files.
     *
     * @param files each with a scenario of its own, or an overlay, which is passed over
     * @param read told of every file before it is read
     * @param where where a file lies, if workers have it elsewhere than it is named
     * @param progress may stop the work; the rows are then those of the files read so far
     * @throws IllegalArgumentException if the number of threads is less than one
     */
    public static Result of(
            List<Path> files, Settings settings, FilesRead read, UnaryOperator<Path> where, Progress progress) {
        Portfolio portfolio = new Portfolio(settings, read, where);
        String what = "scenarios";
        List<Found> found = settings.workers().isPresent()
                ? RemotePieces.untilStopped(
                        settings.workers().get(),
                        files.size(),
                        names(files),
                        portfolio::finder,
                        new FoundForm(files),
                        what,
                        progress)
                : InOrder.untilStopped(
                        files.size(), settings.threads(), place -> portfolio.found(files.get(place)), what, progress);
        return result(files.size(), found);
    }

    private static byte[] names(List<Path> files) {
        PackedWriter out = new PackedWriter().count(files.size());
        files.forEach(file -> out.text(file.toString()));
        return out.bytes();
    }

    /** What reads a file by its place among those that are named. */
    private IntFunction<Found> finder(byte[] names) {
        PackedReader in = new PackedReader(names);
        List<Path> paths = IntStream.range(0, in.size())
                .mapToObj(i -> where.apply(Path.of(in.text())))
                .toList();
        return place -> found(paths.get(place));
    }

    private static Result result(int files, List<Found> found) {
        return new Result(
                files,
                found.size(),
                found.stream().filter(Found::overlay).map(Found::file).toList(),
                found.stream().flatMap(file -> file.rows().stream()).toList());
    }

    private Found found(Path path) {
        String file = name(path);
        Problems problems = new Problems();
        Optional<Scenario> scenario = Scenario.read(
                new ScenarioFields(settings.programs()).fields(), List.of(path), List.of(), read, problems);
        if (!isScenario(path) && scenario.filter(of -> !isWhole(of.tree())).isPresent()) {
            return new Found(file, true, List.of());
        }
        scenario.ifPresent(Scenario::locateData);
        Optional<Model> model = scenario.flatMap(of -> Model.of(of, settings.programs(), problems));
        if (!problems.isEmpty() || model.isEmpty()) {
            return new Found(file, false, List.of(fault(file, "", "", problems)));
        }
        return new Found(file, false, rows(file, model.get()));
    }

    static String name(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static boolean isScenario(Path path) {
        return String.valueOf(path.getFileName()).equals(NAME);
    }

    /** Whether all is stated that every scenario has to state; in an overlay some of it is left to its base. */
    private boolean isWhole(SourceNode.Mapping tree) {
        return states(new ScenarioFields(settings.programs()).fields(), tree)
                && tree.entries().get("proceeding") instanceof SourceNode.Mapping proceeding
                && states(Proceeding.FIELDS, proceeding);
    }

    private static boolean states(FieldSet fields, SourceNode.Mapping given) {
        return fields.fields().stream()
                .filter(Field::required)
                .allMatch(field -> given.entries().containsKey(field.name()));
    }

    private List<Row> rows(String file, Model model) {
        Period period = model.determination().proceeding().period();
        String title = model.determination().title();
        String watermark = model.determination().illustrative().orElse("");
        Problems problems = new Problems();
        Optional<Simulation.Result> simulated = settings.draws().flatMap(drawn -> simulated(model, drawn, problems));
        ResultFrame rates = ResultFrame.ofRates(model);
        List<Row> rows = new ArrayList<>();
        for (Subject subject : rates.totals()) {
            if (!subject.scope().repeatsTheWhole(period)) {
                rows.add(new Row(
                        file,
                        title,
                        watermark,
                        subject.address().toString(),
                        model.determination().name(subject),
                        rates.rate(subject, 0),
                        simulated.flatMap(result -> simulated(subject, result)),
                        Optional.empty()));
            }
        }
        if (!problems.isEmpty()) {
            rows.add(fault(file, title, watermark, problems));
        }
        return rows;
    }

    private static Row fault(String file, String title, String watermark, Problems problems) {
        Problem first = problems.sorted().get(0);
        return new Row(
                file,
                title,
                watermark,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Fault(
                        first.code().toString(),
                        first.origin().fileLine(),
                        first.message(),
                        first.advice(),
                        problems.size())));
    }

    /** The simulation of a scenario; empty if nothing in it is uncertain, or a problem was reported. */
    private static Optional<Simulation.Result> simulated(Model model, Draws settings, Problems problems) {
        List<Uncertain> entries = Uncertain.read(model.scenario(), List.of(), problems);
        List<Correlated> correlations = Correlated.read(model.scenario(), problems);
        if (entries.isEmpty() || !problems.isEmpty()) {
            return Optional.empty();
        }
        Optional<UncertainModel> uncertainty = UncertainModel.of(model, entries, correlations, problems);
        if (uncertainty.isEmpty()) {
            return Optional.empty();
        }
        Set<Measure> measures = Set.of(Measure.RATE_UNROUNDED, Measure.DE_MINIMIS);
        List<ResultKey> keys = uncertainty.get().results().stream()
                .filter(key -> measures.contains(key.measure()) && key.subject().isTotal())
                .toList();
        try {
            Sampling sampling = new Sampling(Sampling.Kind.MONTE_CARLO, settings.seed(), settings.draws());
            return Optional.of(Simulation.run(
                    uncertainty.get(),
                    keys,
                    new Simulation.Settings(sampling, OptionalDouble.empty(), 1, List.of(LOW, HIGH), false),
                    Progress.NONE));
        } catch (BrokenConditionException e) {
            problems.add(
                    Problem.Code.AV404,
                    entries.get(0).origin(),
                    "In draw " + e.broken().get(0).firstNumber() + ": " + e.getMessage(),
                    "Narrow the distribution.");
            return Optional.empty();
        }
    }

    private static Optional<Simulated> simulated(Subject subject, Simulation.Result result) {
        Optional<Distributed> rate = distributed(subject.key(Measure.RATE_UNROUNDED), result);
        return rate.map(of -> new Simulated(
                distributed(subject.key(Measure.DE_MINIMIS), result)
                        .map(verdict -> OptionalDouble.of(verdict.mean()))
                        .orElse(OptionalDouble.empty()),
                of.quantile(LOW).value(),
                of.quantile(HIGH).value()));
    }

    private static Optional<Distributed> distributed(ResultKey key, Simulation.Result result) {
        return result.results().stream().filter(of -> of.key().equals(key)).findFirst();
    }
}
