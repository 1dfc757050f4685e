package org.advalorem.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.engine.Batch;
import org.advalorem.engine.BatchChoice;
import org.advalorem.engine.BatchPlan;
import org.advalorem.engine.BlockSource;
import org.advalorem.engine.Varied;
import org.advalorem.facts.Address;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.YesNo;
import org.advalorem.rules.ResultKey;
import org.advalorem.scenario.Assignment;
import org.advalorem.scenario.Correlated;
import org.advalorem.scenario.Issue;
import org.advalorem.scenario.Uncertain;
import org.advalorem.uncertainty.Bernoulli;
import org.advalorem.uncertainty.Discrete;
import org.advalorem.uncertainty.Distribution;
import org.advalorem.uncertainty.Empirical;
import org.advalorem.uncertainty.MonteCarlo;
import org.advalorem.uncertainty.RankCorrelation;
import org.advalorem.uncertainty.Variation;

/**
 * A model with uncertain inputs: quantities with distributions, which move inputs of the calculation, and choices with
 * probabilities, each combination of which has its own calculation.
 */
public final class UncertainModel {
    /** Up to this change a correlation was not repaired but computed: a rank correlation of 1 is not exactly possible. */
    private static final double LEAST_CHANGE = 1e-6;

    /** The quantile at which a quantity is tried: not the median, where factors are often one and additions zero. */
    private static final double TRIED = 0.45;

    /** The max relative distance by which a computed quantile may lie beyond the outermost one. */
    private static final double ROUNDING = 1e-9;

    private final Model model;
    private final List<Input> inputs;
    private final List<Integer> choices;
    private final List<Model> alternatives;
    private final Optional<Coupling> coupling;
    private final OptionalInt blockSize;

    /**
     * An uncertain input.
     *
     * @param entry the input as stated in the scenario or on the command line
     * @param perturbation the perturbation that a draw of a quantity sets; empty for a choice
     * @param positions the settings of each position of a choice; empty for a quantity
     */
    public record Input(Uncertain entry, Optional<Perturbation> perturbation, List<List<Assignment>> positions) {
        /** Copies the lists. */
        public Input {
            positions = List.copyOf(positions);
        }

        /** The address, as written. */
        public String address() {
            return entry.address().toString();
        }

        /** The names of the positions; empty for a quantity. */
        public List<String> names() {
            return positions.isEmpty()
                    ? List.of()
                    : distribution() instanceof Discrete discrete ? discrete.names() : List.of(YesNo.NO, YesNo.YES);
        }

        /** A draw as written after {@code --set}, or the name of a position. */
        String text(double drawn, Model model) {
            return perturbation
                    .map(of -> of.text(new BigDecimal(Double.toString(drawn)), model))
                    .orElseGet(() -> names().get((int) drawn));
        }

        /** The distribution of the draws. */
        public Distribution distribution() {
            return entry.variation().distribution();
        }
    }

    /**
     * The correlation of inputs.
     *
     * @param members the indices of the inputs, in the order of the matrix
     */
    record Coupling(RankCorrelation correlation, List<Integer> members) {}

    private UncertainModel(
            Model model,
            List<Input> inputs,
            List<Model> alternatives,
            Optional<Coupling> coupling,
            OptionalInt blockSize) {
        this.model = model;
        this.inputs = List.copyOf(inputs);
        this.choices = choices(inputs);
        this.alternatives = List.copyOf(alternatives);
        this.coupling = coupling;
        this.blockSize = blockSize;
    }

    /**
     * A model with the uncertain inputs that its scenario states.
     *
     * @param vary further inputs, as after {@code --vary}: an address, {@code =} and a distribution
     * @throws org.advalorem.facts.InvalidScenarioException if an input cannot be read, or cannot vary as stated
     */
    public static UncertainModel of(Model model, String... vary) {
        Problems problems = new Problems();
        List<Uncertain> entries = Uncertain.read(model.scenario(), List.of(vary), problems);
        List<Correlated> correlations = Correlated.read(model.scenario(), problems);
        problems.throwIfAny();
        Optional<UncertainModel> uncertainty = of(model, entries, correlations, problems);
        problems.throwIfAny();
        return uncertainty.orElseThrow();
    }

    /**
     * A model with uncertain inputs; empty, with every problem reported, if one cannot vary as stated.
     *
     * @param entries the inputs, from {@code uncertain} and the command line
     */
    public static Optional<UncertainModel> of(
            Model model, List<Uncertain> entries, List<Correlated> correlations, Problems problems) {
        int before = problems.size();
        List<Issue> issues = Issue.read(model.scenario(), problems);
        List<Input> inputs = new ArrayList<>();
        entries.forEach(entry -> input(entry, issues, problems).ifPresent(inputs::add));
        inputs.forEach(input -> checkVaries(input, model, problems));
        ConflictingInputs.check(inputs, model.scenario(), problems);
        Optional<Coupling> coupling = coupling(inputs, correlations, problems);
        if (problems.size() > before) {
            return Optional.empty();
        }
        List<Model> alternatives = alternatives(model, inputs, problems);
        for (Model alternative : alternatives) {
            inputs.forEach(input -> input.perturbation().ifPresent(perturbation -> {
                checkPercent(input, perturbation, alternative, problems);
                checkUnit(input, perturbation, alternative, problems);
            }));
            List<PerturbationCheck.Place> places = places(inputs);
            if (!PerturbationCheck.apart(alternative, places, problems)
                    || !PerturbationCheck.passes(alternative, places, problems)) {
                return Optional.empty();
            }
        }
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new UncertainModel(model, inputs, alternatives, coupling, OptionalInt.empty()));
    }

    private static Optional<Input> input(Uncertain entry, List<Issue> issues, Problems problems) {
        Variation variation = entry.variation();
        if (variation.distribution() instanceof Discrete discrete) {
            return named(entry, discrete.names(), issues, problems)
                    .map(positions -> new Input(entry, Optional.empty(), positions));
        }
        if (variation.distribution() instanceof Bernoulli && variation.effect() == Variation.Effect.REPLACE) {
            return Optional.of(new Input(
                    entry,
                    Optional.empty(),
                    List.of(List.of(setting(entry, YesNo.NO)), List.of(setting(entry, YesNo.YES)))));
        }
        Varied.Change change = switch (variation.effect()) {
            case REPLACE -> Varied.Change.REPLACE;
            case TIMES -> Varied.Change.TIMES;
            case PLUS -> Varied.Change.PLUS;
        };
        return Optional.of(new Input(entry, Optional.of(new Perturbation(entry.address(), change)), List.of()));
    }

    /** The settings of each named choice: a value at the address, or the position of a contested issue. */
    private static Optional<List<List<Assignment>>> named(
            Uncertain entry, List<String> names, List<Issue> issues, Problems problems) {
        List<String> segments = entry.address().segments();
        if (!segments.get(0).equals("issues")) {
            return Optional.of(
                    names.stream().map(name -> List.of(setting(entry, name))).toList());
        }
        Optional<Issue> issue = issues.stream()
                .filter(known -> segments.size() == 2 && known.name().equals(segments.get(1)))
                .findFirst();
        if (issue.isEmpty()) {
            problems.add(
                    Problem.Code.AV211,
                    entry.key(),
                    "There is no issue (" + entry.address() + ").",
                    Nearest.advice(
                            segments.get(segments.size() - 1),
                            issues.stream().map(Issue::name).toList()));
            return Optional.empty();
        }
        List<String> known =
                issue.get().positions().stream().map(Issue.Position::name).toList();
        List<List<Assignment>> settings = new ArrayList<>();
        for (String name : names) {
            int place = place(name, known);
            if (place < 0) {
                problems.add(
                        Problem.Code.AV210,
                        entry.origin(),
                        "The issue (" + issue.get().name() + ") has no position (" + name + ").",
                        Nearest.advice(name, known));
                return Optional.empty();
            }
            settings.add(issue.get().positions().get(place).settings());
        }
        return Optional.of(settings);
    }

    /** The index of a position, -1 if there is none; positions called yes and no may be named as any answer may. */
    private static int place(String name, List<String> known) {
        int exact = known.indexOf(name);
        return exact >= 0
                ? exact
                : IntStream.range(0, known.size())
                        .filter(i -> YesNo.same(known.get(i), name))
                        .findFirst()
                        .orElse(-1);
    }

    private static Assignment setting(Uncertain entry, String value) {
        return new Assignment(entry.address(), new SourceNode.Scalar(value, false, entry.origin()), entry.key());
    }

    private static List<Integer> choices(List<Input> inputs) {
        return IntStream.range(0, inputs.size())
                .filter(i -> inputs.get(i).perturbation().isEmpty())
                .boxed()
                .toList();
    }

    /** The model under every combination of positions, the last choice varying fastest. */
    private static List<Model> alternatives(Model model, List<Input> inputs, Problems problems) {
        List<List<Assignment>> combinations = List.of(List.of());
        for (int choice : choices(inputs)) {
            List<List<Assignment>> longer = new ArrayList<>();
            for (List<Assignment> combination : combinations) {
                for (List<Assignment> position : inputs.get(choice).positions()) {
                    List<Assignment> together = new ArrayList<>(combination);
                    together.addAll(position);
                    longer.add(together);
                }
            }
            combinations = longer;
            if (combinations.size() > BatchChoice.MOST) {
                problems.add(
                        Problem.Code.AV502,
                        inputs.get(choice).entry().origin(),
                        "The uncertain choices have more than " + BatchChoice.MOST + " combinations.",
                        "Make fewer of them uncertain, or examine them one at a time with (issues).");
                return List.of();
            }
        }
        List<Model> models = new ArrayList<>();
        for (List<Assignment> combination : combinations) {
            if (combination.isEmpty()) {
                models.add(model);
            } else {
                model.with(combination, problems).ifPresent(models::add);
            }
        }
        return models;
    }

    private static List<PerturbationCheck.Place> places(List<Input> inputs) {
        List<PerturbationCheck.Place> places = new ArrayList<>();
        for (Input input : inputs) {
            input.perturbation()
                    .ifPresent(perturbation -> places.add(new PerturbationCheck.Place(
                            perturbation,
                            tried(input),
                            input.entry().key(),
                            input.entry().origin())));
        }
        return places;
    }

    private static BigDecimal tried(Input input) {
        return new BigDecimal(Double.toString(input.distribution().quantile(TRIED)));
    }

    /** Reports an input that no number can replace: a result, or descriptive text. */
    private static void checkVaries(Input input, Model model, Problems problems) {
        Address address = input.entry().address();
        if (model.results().key(address).isPresent()) {
            problems.add(
                    Problem.Code.AV211,
                    input.entry().key(),
                    "(" + address
                            + ") is a result: it cannot be set, and varies with the values it is calculated from.",
                    "Vary an input; (advalorem addresses) lists them.");
        } else if (input.perturbation().isPresent()) {
            model.determination()
                    .register()
                    .find(address.toString())
                    .filter(FactRegister.Fact::descriptive)
                    .ifPresent(fact -> problems.add(
                            Problem.Code.AV502,
                            input.entry().origin(),
                            "(" + address + ") is the text (" + fact.text() + "), which cannot vary as a number.",
                            "Vary an amount, a rate or a series."));
        }
    }

    /** Reports a distribution in percent for a value written without a percent sign, or the reverse. */
    private static void checkPercent(Input input, Perturbation perturbation, Model model, Problems problems) {
        Uncertain entry = input.entry();
        boolean percent = entry.variation().percent();
        if (perturbation.change() == Varied.Change.TIMES
                || isNought(entry)
                || perturbation.inputs(model).isEmpty()
                || percent == perturbation.percent(model)) {
            return;
        }
        problems.add(
                Problem.Code.AV205,
                entry.sample().map(Uncertain.Cell::origin).orElse(entry.origin()),
                "(" + input.address() + ") is written " + (percent ? "without" : "with")
                        + " a percent sign, its distribution (" + entry.text() + ") "
                        + (percent ? "with one." : "without."),
                percent
                        ? "Remove the percent signs, or put times before the distribution if a factor is meant."
                        : entry.sample()
                                .map(cell -> cell.written().adviceForRate())
                                .orElse("Write percent signs, as in triangular(2%, 6%, 12%)."));
    }

    /** Reports a distribution in another unit than that of the value; a unit that is left out is the value's own. */
    private static void checkUnit(Input input, Perturbation perturbation, Model model, Problems problems) {
        String written = input.entry().variation().unit();
        Optional<Unit> own = perturbation.inputs(model).stream()
                .findFirst()
                .flatMap(model.determination().calculation()::input)
                .map(Term::unit);
        if (!written.isEmpty() && own.isPresent() && !Unit.parse(written).equals(own)) {
            problems.add(
                    Problem.Code.AV205,
                    input.entry().origin(),
                    "(" + input.address() + ") is "
                            + (own.get().isFraction() ? "a number without a unit" : "in " + own.get())
                            + "; its distribution (" + input.entry().text() + ") is in " + written + ".",
                    own.get().isFraction() ? "Leave the unit out." : "Write it in " + own.get() + ".");
        }
    }

    /** Whether the entry is a sample of zeros, which need no percent sign. */
    private static boolean isNought(Uncertain entry) {
        return entry.variation().distribution() instanceof Empirical
                && entry.sample().isEmpty();
    }

    /** Reports correlations of addresses that are not those of uncertain inputs. */
    static void checkCorrelated(List<Correlated> correlations, List<String> addresses, Problems problems) {
        for (Correlated correlated : correlations) {
            for (String address :
                    List.of(correlated.first().toString(), correlated.second().toString())) {
                if (!addresses.contains(address)) {
                    problems.add(
                            Problem.Code.AV502,
                            correlated.origin(),
                            "(" + address + ") is correlated but not uncertain.",
                            Nearest.advice(address, addresses));
                }
            }
        }
    }

    private static Optional<Coupling> coupling(List<Input> inputs, List<Correlated> correlations, Problems problems) {
        List<String> addresses = inputs.stream().map(Input::address).toList();
        checkCorrelated(correlations, addresses, problems);
        Set<Integer> members = new LinkedHashSet<>();
        for (Correlated correlated : correlations) {
            members.add(addresses.indexOf(correlated.first().toString()));
            members.add(addresses.indexOf(correlated.second().toString()));
        }
        members.remove(-1);
        List<Integer> order = members.stream().sorted().toList();
        List<double[]> matrix = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            double[] row = new double[order.size()];
            row[i] = 1.0;
            matrix.add(row);
        }
        for (Correlated correlated : correlations) {
            int first = order.indexOf(addresses.indexOf(correlated.first().toString()));
            int second = order.indexOf(addresses.indexOf(correlated.second().toString()));
            if (first >= 0 && second >= 0) {
                matrix.get(first)[second] = correlated.rank();
                matrix.get(second)[first] = correlated.rank();
            }
        }
        return order.isEmpty()
                ? Optional.empty()
                : Optional.of(new Coupling(RankCorrelation.ofSpearman(matrix), order));
    }

    /** This model evaluated in blocks of {@code draws}, with bit-identical results; for tests and benchmarks. */
    UncertainModel inBlocksOf(int draws) {
        return new UncertainModel(model, inputs, alternatives, coupling, OptionalInt.of(draws));
    }

    /** The baseline model. */
    public Model model() {
        return model;
    }

    /** The uncertain inputs, in the order written. */
    public List<Input> inputs() {
        return inputs;
    }

    /**
     * The model under every combination of choices, the last varying fastest; without choices, the baseline model
     * alone.
     */
    public List<Model> alternatives() {
        return alternatives;
    }

    /** The addresses of inputs on which no result depends under any combination of choices. */
    public List<String> unused() {
        return inputs.stream()
                .filter(input -> input.perturbation()
                        .filter(perturbation -> alternatives.stream()
                                .noneMatch(alternative -> Dependence.moves(perturbation, alternative)))
                        .isPresent())
                .map(Input::address)
                .toList();
    }

    /** The largest change of a correlation, where those requested contradict each other; empty if they do not. */
    public OptionalDouble repaired() {
        return coupling.map(of -> of.correlation().largestChange())
                .filter(change -> change > LEAST_CHANGE)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    /**
     * A pair of inputs whose correlation differs from the one requested.
     *
     * @param first the address of one input
     * @param second the address of the other
     * @param requested the rank correlation requested; 0 for a pair that is not listed
     * @param used the rank correlation used
     */
    public record Repair(String first, String second, double requested, double used) {
        private double change() {
            return Math.abs(used - requested);
        }
    }

    /** The pairs whose correlations are repaired by an amount that matters, largest change first; empty if none are. */
    public List<Repair> repairs() {
        List<Repair> repairs = new ArrayList<>();
        coupling.filter(of -> of.correlation().repaired()).ifPresent(of -> {
            List<Integer> members = of.members();
            for (int i = 0; i < members.size(); i++) {
                for (int j = i + 1; j < members.size(); j++) {
                    repairs.add(new Repair(
                            inputs.get(members.get(i)).address(),
                            inputs.get(members.get(j)).address(),
                            of.correlation().requested(i, j),
                            of.correlation().used(i, j)));
                }
            }
        });
        repairs.removeIf(repair -> repair.change() <= LEAST_CHANGE);
        repairs.sort(Comparator.comparingDouble(Repair::change).reversed());
        return List.copyOf(repairs);
    }

    /** The indices of the inputs that are correlated. */
    List<Integer> correlated() {
        return coupling.map(Coupling::members).orElse(List.of());
    }

    /**
     * The Cholesky factor of the correlation of some correlated inputs' normal scores while those of the others stay
     * fixed.
     *
     * @param places at least one index into {@link #correlated}
     */
    double[][] factor(List<Integer> places) {
        return coupling.orElseThrow().correlation().factor(places);
    }

    /** The results that exist under at least one combination of choices. */
    public List<ResultKey> results() {
        Set<ResultKey> keys = new LinkedHashSet<>(model.results().keys());
        alternatives.forEach(alternative -> keys.addAll(alternative.results().keys()));
        return List.copyOf(keys);
    }

    /**
     * The evaluation of certain results.
     *
     * @param columns for every column requested from a source, the index of its input
     */
    record Evaluation(Batch batch, List<Integer> columns) {}

    /** The evaluation of these results; a result that an alternative lacks is zero there. */
    Evaluation evaluation(List<ResultKey> results) {
        if (choices.isEmpty()) {
            List<Integer> columns = new ArrayList<>();
            BatchPlan plan = plan(
                    model,
                    columns,
                    results.stream()
                            .map(key -> model.results().find(key).orElseThrow())
                            .toList());
            return new Evaluation(plan, columns);
        }
        List<BatchChoice.Alternative> plans = new ArrayList<>();
        for (Model alternative : alternatives) {
            List<Integer> columns = new ArrayList<>();
            List<Term> outputs = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            for (ResultKey key : results) {
                Optional<Term> term = alternative.results().find(key);
                places.add(term.isEmpty() ? -1 : outputs.size());
                term.ifPresent(outputs::add);
            }
            plans.add(new BatchChoice.Alternative(plan(alternative, columns, outputs), columns, places));
        }
        List<BatchChoice.Choice> chosen = choices.stream()
                .map(choice -> new BatchChoice.Choice(
                        choice, inputs.get(choice).positions().size()))
                .toList();
        List<Integer> all = IntStream.range(0, inputs.size()).boxed().toList();
        return new Evaluation(BatchChoice.of(chosen, plans, inputs.size()), all);
    }

    private BatchPlan plan(Model of, List<Integer> columns, List<Term> outputs) {
        List<Varied> varied = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Optional<Varied> moved = inputs.get(i).perturbation().flatMap(perturbation -> perturbation.varied(of));
            if (moved.isPresent()) {
                columns.add(i);
                varied.add(withinReach(moved.get(), inputs.get(i).distribution()));
            }
        }
        BatchPlan plan = BatchPlan.of(of.determination().calculation(), varied, outputs);
        return blockSize.isPresent() ? plan.inBlocksOf(blockSize.getAsInt()) : plan;
    }

    /** The column bounded by the outermost quantiles, which no draw exceeds except by rounding. */
    private static Varied withinReach(Varied column, Distribution distribution) {
        double min = distribution.quantile(Distribution.LEAST_PROBABILITY);
        double most = distribution.quantile(1.0 - Distribution.LEAST_PROBABILITY);
        double margin = ROUNDING * Math.max(Math.abs(min), Math.abs(most));
        return column.within(min - margin, most + margin);
    }

    /** The layout of draws for the inputs. */
    Sampling.Layout layout(Sampling sampling) {
        return sampling.layout(inputs.stream().map(Input::address).toList());
    }

    /** A layout of independent draws for the inputs, independent also of the Monte Carlo layout with the same seed. */
    Sampling.Layout secondLayout(long seed, long draws) {
        List<String> addresses = inputs.stream().map(Input::address).toList();
        return new Sampling.Layout(List.of(MonteCarlo.second(seed, addresses)), draws, draws);
    }

    /** A supplier of sources of draws, one per thread, whose columns are those of an evaluation. */
    Supplier<BlockSource> sources(Sampling.Layout layout, List<Integer> columns) {
        List<Distribution> distributions =
                inputs.stream().map(Input::distribution).toList();
        return () -> new DrawSource(layout, distributions, coupling, columns);
    }
}
