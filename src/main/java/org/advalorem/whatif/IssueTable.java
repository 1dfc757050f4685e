package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.advalorem.engine.PackedReader;
import org.advalorem.engine.PackedWriter;
import org.advalorem.engine.Workers;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Subject;
import org.advalorem.scenario.Assignment;
import org.advalorem.scenario.Change;
import org.advalorem.scenario.Issue;
import org.advalorem.scenario.Scenario;

/**
 * The rates under every combination of positions on contested issues, and the worth of each position.
 *
 * <p>The baseline is the scenario as written, where every issue stands at its base position; the settings of a position
 * are applied only if it is not the base position. The worth of a move from the base position of an issue to another is
 * its mean change of the unrounded rate over the orders in which the issues may move one after another
 * ({@link RandomOrder}); an issue with more than two positions moves to each of the others equally often. With two
 * positions each, and every combination possible, that is the Shapley value.
 */
public final class IssueTable {
    /** The largest number of combinations. */
    public static final int MOST = 4096;

    private static final String COMBINATIONS = "combinations";

    private static final String REGULATION = "proceeding.regulation";

    /** The name of the base position of an issue if none of its positions is the scenario as written. */
    public static final String AS_WRITTEN = "as written";

    private final Model model;
    private final boolean asPublished;
    private final List<Contested> issues;
    private final List<List<Issue.Position>> positions;
    private final List<Combination> combinations;
    private final ResultFrame rates;
    private final List<Subject> subjects;

    /** An evaluated combination, with its rates if it is possible. */
    private record Worked(Combination combination, Optional<ResultFrame> rates) {}

    /**
     * An issue.
     *
     * @param positions in the order written; {@link #AS_WRITTEN} first if none of them is the scenario as written
     * @param base the index of the position at which the issue stands in the baseline
     */
    public record Contested(String name, List<String> positions, int base) {
        /** Copies the list. */
        public Contested {
            positions = List.copyOf(positions);
        }
    }

    /**
     * A combination of positions.
     *
     * @param positions the index of one position for each issue
     * @param impossible why it cannot be calculated; empty if it can
     */
    public record Combination(List<Integer> positions, String impossible) {
        /** Copies the list. */
        public Combination {
            positions = List.copyOf(positions);
        }

        /** Whether the combination can be calculated, and so has rates. */
        public boolean possible() {
            return impossible.isEmpty();
        }
    }

    /**
     * The change of the unrounded rate, as a fraction, from moving an issue from its base position to another.
     *
     * @param worth mean change over all orders; empty if the move is never possible
     * @param made the share of orders in which the move can be made: 1 if every combination is possible
     * @param alone change while every other issue stays at its base position
     * @param min min change over all positions of the others
     * @param max max change over all positions of the others
     */
    public record Worth(
            int issue,
            int position,
            OptionalDouble worth,
            double made,
            OptionalDouble alone,
            OptionalDouble min,
            OptionalDouble max) {}

    /**
     * The effect of the issues on one company, or on all others.
     *
     * @param lowest the respondent's best combination; if several have the same rate, the one that moves the fewest
     *     issues
     * @param highest the petitioner's best combination, chosen likewise
     * @param sorted the possible combinations, lowest rate first
     */
    public record Outlook(Subject subject, List<Worth> worths, int lowest, int highest, List<Integer> sorted) {
        /** Copies the lists. */
        public Outlook {
            worths = List.copyOf(worths);
            sorted = List.copyOf(sorted);
        }
    }

    /**
     * The evaluation of all combinations.
     *
     * @param combinations with the last issue varying fastest
     * @param rates the rates of each combination
     * @param base the index of the baseline among the combinations
     */
    public record Result(
            List<Contested> issues,
            List<Combination> combinations,
            ResultFrame rates,
            int base,
            List<Outlook> outlooks) {
        /** Copies the lists. */
        public Result {
            issues = List.copyOf(issues);
            combinations = List.copyOf(combinations);
            outlooks = List.copyOf(outlooks);
        }

        /** The combinations that cannot be calculated. */
        public List<Combination> impossible() {
            return combinations.stream().filter(c -> !c.possible()).toList();
        }

        /**
         * The rate of a company or of all others in a combination.
         *
         * @param combination the index of the combination
         * @throws java.util.NoSuchElementException if there is no such rate, as in an impossible combination
         */
        public Rate rate(int combination, Subject subject) {
            return rates.rate(subject, combination).orElseThrow();
        }

        /**
         * The name of an issue's position in a combination.
         *
         * @param combination the index of the combination
         * @param issue the index of the issue
         */
        public String position(int combination, int issue) {
            return issues.get(issue)
                    .positions()
                    .get(combinations.get(combination).positions().get(issue));
        }
    }

    private IssueTable(
            Model model,
            List<Contested> issues,
            List<List<Issue.Position>> positions,
            boolean asPublished,
            int threads,
            Optional<Workers> workers,
            Progress progress) {
        this.model = model;
        this.asPublished = asPublished;
        this.issues = issues;
        this.positions = positions;
        int count = issues.stream().mapToInt(issue -> issue.positions().size()).reduce(1, (a, b) -> a * b);
        ResultFrame base = rates(model);
        this.subjects = List.copyOf(base.totals());
        List<Worked> worked = workers.isPresent()
                ? RemotePieces.of(
                        workers.get(),
                        count,
                        new byte[0],
                        known -> place -> worked(place, base),
                        new WorkedForm(base.keys()),
                        COMBINATIONS,
                        progress)
                : InOrder.of(count, threads, place -> worked(place, base), COMBINATIONS, progress);
        this.combinations = worked.stream().map(Worked::combination).toList();
        this.rates = ResultFrame.empty(base.keys(), count);
        for (int i = 0; i < count; i++) {
            int row = i;
            worked.get(i).rates().ifPresent(only -> rates.put(row, only));
        }
    }

    /** The same with the rates of the combinations unrounded. */
    public static Optional<Result> of(
            Model model, List<String> names, int threads, Progress progress, Problems problems) {
        return of(model, names, false, threads, progress, problems);
    }

    /**
     * The combinations of a model's issues; empty, with every problem reported, if there are no issues, too many
     * combinations, or a position that cannot be set at all.
     *
     * @param names the names of the issues; empty for all
     * @param asPublished whether worths and ranks are those of published rates, which a public version may print
     * @param threads at least one
     * @throws IllegalArgumentException if {@code threads} is less than one
     * @throws java.util.concurrent.CancellationException if the listener stops the work
     */
    public static Optional<Result> of(
            Model model, List<String> names, boolean asPublished, int threads, Progress progress, Problems problems) {
        return of(model, names, asPublished, threads, Optional.empty(), progress, problems);
    }

    /**
     * The same, with the combinations calculated by workers.
     *
     * @param workers empty for threads of this process
     */
    public static Optional<Result> of(
            Model model,
            List<String> names,
            boolean asPublished,
            int threads,
            Optional<Workers> workers,
            Progress progress,
            Problems problems) {
        int before = problems.size();
        List<Issue> issues = chosen(Issue.read(model.scenario(), problems), names, model.scenario(), problems);
        List<Contested> contested = new ArrayList<>();
        List<List<Issue.Position>> positions = new ArrayList<>();
        if (problems.size() > before) {
            return Optional.empty();
        }
        for (Issue issue : issues) {
            List<String> read = issue.positions().stream()
                    .map(Issue.Position::name)
                    .collect(Collectors.toCollection(ArrayList::new));
            List<Issue.Position> of = new ArrayList<>(issue.positions());
            int base = base(model, issue, problems);
            if (base < 0) {
                read.add(0, AS_WRITTEN);
                of.add(0, new Issue.Position(AS_WRITTEN, List.of(), issue.origin()));
            }
            contested.add(new Contested(issue.name(), read, Math.max(0, base)));
            positions.add(of);
        }
        long count = contested.stream()
                .mapToLong(issue -> issue.positions().size())
                .reduce(1, (a, b) -> Math.min(Integer.MAX_VALUE, a * b));
        if (count > MOST) {
            problems.add(
                    Problem.Code.AV503,
                    whole(model.scenario()),
                    "The " + contested.size() + " issues have more than " + MOST + " combinations.",
                    FewerIssues.advice(model, contested, positions, MOST));
        }
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(
                        new IssueTable(model, contested, positions, asPublished, threads, workers, progress).result());
    }

    /** The models of the combinations that can be calculated, in order, each made when it is reached. */
    public static Stream<Model> models(Model model, Result result) {
        Map<String, List<Issue.Position>> positions = Issue.read(model.scenario(), new Problems()).stream()
                .collect(Collectors.toMap(Issue::name, Issue::positions));
        return result.combinations().stream()
                .filter(Combination::possible)
                .flatMap(combination -> model.with(settings(combination, positions, result), new Problems()).stream());
    }

    private static List<Assignment> settings(
            Combination combination, Map<String, List<Issue.Position>> positions, Result result) {
        List<Assignment> settings = new ArrayList<>();
        for (int i = 0; i < result.issues().size(); i++) {
            Contested contested = result.issues().get(i);
            int at = combination.positions().get(i);
            if (at != contested.base()) {
                positions.getOrDefault(contested.name(), List.of()).stream()
                        .filter(position ->
                                position.name().equals(contested.positions().get(at)))
                        .forEach(position -> settings.addAll(position.settings()));
            }
        }
        return settings;
    }

    private static List<Issue> chosen(List<Issue> all, List<String> names, Scenario scenario, Problems problems) {
        if (all.isEmpty() && problems.isEmpty()) {
            problems.add(
                    Problem.Code.AV503,
                    whole(scenario),
                    "The scenario has no contested issues.",
                    "Write issues: {adjustment: {denied: {companies.acme.export-value-adjustment.method: none}, granted:"
                            + " {companies.acme.export-value-adjustment.method: ratio}}}.");
        }
        List<String> known = all.stream().map(Issue::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                problems.add(
                        Problem.Code.AV503,
                        Origin.of("--issue argument", 0, 1, name),
                        "There is no issue (" + name + ").",
                        Nearest.advice(name, known));
            }
        }
        return all.stream()
                .filter(issue -> names.isEmpty() || names.contains(issue.name()))
                .toList();
    }

    private static Origin whole(Scenario scenario) {
        return Origin.of(scenario.name(), 0, 0, "");
    }

    /**
     * The position that is the scenario as written: the first that writes the same text, else the first that is read as
     * the same values, else the first that gives the same results and contradicts no value of the scenario; -1 if there
     * is none.
     */
    static int base(Model model, Issue issue, Problems problems) {
        List<Integer> settable = new ArrayList<>();
        int writesTheSame = -1;
        for (int i = 0; i < issue.positions().size(); i++) {
            int before = problems.size();
            Scenario changed = model.scenario().with(issue.positions().get(i).settings(), problems);
            if (problems.size() > before) {
                continue;
            }
            settable.add(i);
            if (writesTheSame < 0 && changed.writesTheSameAs(model.scenario())) {
                writesTheSame = i;
            }
        }
        if (writesTheSame >= 0) {
            return writesTheSame;
        }
        Map<String, String> read = read(model);
        Map<ResultKey, Double> results = results(model);
        int agrees = -1;
        for (int i : settable) {
            Optional<Map<String, String>> other = model.with(
                            issue.positions().get(i).settings(), new Problems())
                    .filter(set -> results(set).equals(results))
                    .map(IssueTable::read);
            if (other.filter(read::equals).isPresent()) {
                return i;
            }
            if (agrees < 0 && other.filter(of -> agree(read, of)).isPresent()) {
                agrees = i;
            }
        }
        return agrees;
    }

    private static boolean agree(Map<String, String> read, Map<String, String> other) {
        return read.entrySet().stream()
                .allMatch(fact ->
                        other.getOrDefault(fact.getKey(), fact.getValue()).equals(fact.getValue()));
    }

    /** All values as read, including the regulation, whether stated or derived from a date. */
    private static Map<String, String> read(Model model) {
        Map<String, String> read = model.determination().register().all().stream()
                .collect(Collectors.toMap(fact -> fact.address().toString(), FactRegister.Fact::text));
        read.put(REGULATION, model.determination().proceeding().regime().toString());
        return read;
    }

    private static Map<ResultKey, Double> results(Model model) {
        Map<ResultKey, Double> results = new HashMap<>();
        model.results().keys().forEach(key -> results.put(key, model.result(key).orElseThrow()));
        return results;
    }

    /** The bytes of a combination that is possible; the reason why another is not is found again by those who tell it. */
    private final class WorkedForm implements RemotePieces.Form<Worked> {
        private final List<ResultKey> keys;

        WorkedForm(List<ResultKey> keys) {
            this.keys = keys;
        }

        @Override
        public boolean write(Worked worked, PackedWriter out) {
            worked.rates().ifPresent(only -> keys.forEach(key -> out.number(only.number(key, 0))));
            return worked.rates().isPresent();
        }

        @Override
        public Worked read(int place, PackedReader in) {
            ResultFrame only = ResultFrame.empty(keys, 1);
            for (int key = 0; key < keys.size(); key++) {
                only.put(0, key, in.number());
            }
            return new Worked(new Combination(positions(place), ""), Optional.of(only));
        }
    }

    private List<Integer> positions(int place) {
        Integer[] digits = new Integer[issues.size()];
        int rest = place;
        for (int i = issues.size() - 1; i >= 0; i--) {
            int size = issues.get(i).positions().size();
            digits[i] = rest % size;
            rest /= size;
        }
        return List.of(digits);
    }

    private int place(int[] at) {
        int place = 0;
        for (int i = 0; i < at.length; i++) {
            place = place * issues.get(i).positions().size() + at[i];
        }
        return place;
    }

    private int[] base() {
        return issues.stream().mapToInt(Contested::base).toArray();
    }

    private Worked worked(int place, ResultFrame base) {
        List<Integer> at = positions(place);
        List<Integer> moved = IntStream.range(0, issues.size())
                .filter(i -> at.get(i) != issues.get(i).base())
                .boxed()
                .toList();
        if (moved.isEmpty()) {
            return new Worked(new Combination(at, ""), Optional.of(base));
        }
        Optional<String> contradiction = contradiction(moved, at);
        if (contradiction.isPresent()) {
            return impossible(at, contradiction.get());
        }
        Problems problems = new Problems();
        List<Assignment> settings = moved.stream()
                .flatMap(i -> positions.get(i).get(at.get(i)).settings().stream())
                .toList();
        Optional<ResultFrame> found = model.with(settings, problems).map(this::rates);
        if (found.isEmpty()) {
            return impossible(at, reason(problems));
        }
        return found.get().totals().equals(base.totals())
                ? new Worked(new Combination(at, ""), found)
                : impossible(at, "It gives rates for other companies, years or products.");
    }

    private ResultFrame rates(Model of) {
        ResultFrame rates = ResultFrame.ofRates(of);
        return asPublished ? rates.asPublished() : rates;
    }

    private static Worked impossible(List<Integer> at, String why) {
        return new Worked(new Combination(at, why), Optional.empty());
    }

    /** The first problem, and the number of others. */
    static String reason(Problems problems) {
        List<Problem> sorted = problems.sorted();
        String first =
                sorted.isEmpty() ? "It cannot be calculated." : sorted.get(0).message();
        return sorted.size() < 2 ? first : first + " (and " + (sorted.size() - 1) + " more)";
    }

    /** The reason positions are incompatible whatever the rules say: they set different values at one address. */
    private Optional<String> contradiction(List<Integer> moved, List<Integer> at) {
        for (int a = 0; a < moved.size(); a++) {
            for (int b = a + 1; b < moved.size(); b++) {
                int one = moved.get(a);
                int other = moved.get(b);
                for (Assignment setting : positions.get(one).get(at.get(one)).settings()) {
                    for (Assignment second :
                            positions.get(other).get(at.get(other)).settings()) {
                        if (contradict(setting, second, model.scenario())) {
                            return Optional.of("(" + issues.get(one).name() + ") and ("
                                    + issues.get(other).name() + ") set different values for ("
                                    + model.scenario().named(setting.address()) + ").");
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Whether two settings are for the same value and cannot both be had. */
    static boolean contradict(Assignment one, Assignment other, Scenario scenario) {
        List<String> first = scenario.named(one.address()).segments();
        List<String> second = scenario.named(other.address()).segments();
        int shorter = Math.min(first.size(), second.size());
        if (!first.subList(0, shorter).equals(second.subList(0, shorter))) {
            return false;
        }
        Optional<Change> a = Change.of(one.value());
        Optional<Change> b = Change.of(other.value());
        boolean compose = (a.filter(Change.Scale.class::isInstance).isPresent()
                        && b.filter(Change.Scale.class::isInstance).isPresent())
                || (a.filter(Change.Add.class::isInstance).isPresent()
                        && b.filter(Change.Add.class::isInstance).isPresent());
        return !compose && !(first.equals(second) && Scenario.writeTheSame(one.value(), other.value()));
    }

    private Result result() {
        Means means = means();
        List<Outlook> outlooks = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            outlooks.add(outlook(subjects.get(i), i, means));
        }
        return new Result(issues, combinations, rates, place(base()), outlooks);
    }

    /** Means over all ways to choose one alternative position for each issue. */
    private static final class Means {
        /** The mean changes, by issue, position and subject. */
        final double[][][] change;
        /** The mean probabilities of the moves, by issue and position. */
        final double[][] made;

        Means(int issues, int positions, int subjects) {
            change = new double[issues][positions][subjects];
            made = new double[issues][positions];
        }
    }

    /**
     * The means over all games, equally weighted: the base position and one alternative position for each issue make
     * one game with two positions per issue.
     */
    private Means means() {
        int games =
                issues.stream().mapToInt(issue -> issue.positions().size() - 1).reduce(1, (a, b) -> a * b);
        double[][] unrounded = IntStream.range(0, combinations.size())
                .mapToObj(c -> combinations.get(c).possible()
                        ? subjects.stream()
                                .mapToDouble(subject -> rate(c, subject).unrounded())
                                .toArray()
                        : new double[0])
                .toArray(double[][]::new);
        int most = issues.stream()
                .mapToInt(issue -> issue.positions().size())
                .max()
                .orElse(0);
        Means means = new Means(issues.size(), most, subjects.size());
        for (int game = 0; game < games; game++) {
            int[] to = moves(game);
            RandomOrder order = RandomOrder.of(
                    to.length, set -> unrounded[place(set, to)].length > 0, set -> unrounded[place(set, to)]);
            for (int i = 0; i < to.length; i++) {
                int gamesOfMove = games / (issues.get(i).positions().size() - 1);
                means.made[i][to[i]] += order.made(i) / gamesOfMove;
                for (int w = 0; w < subjects.size(); w++) {
                    means.change[i][to[i]][w] += order.change(i)[w] / gamesOfMove;
                }
            }
        }
        return means;
    }

    /** The position to which each issue moves in the game of that number. */
    private int[] moves(int game) {
        int[] to = new int[issues.size()];
        int rest = game;
        for (int i = to.length - 1; i >= 0; i--) {
            int others = issues.get(i).positions().size() - 1;
            int other = rest % others;
            to[i] = other < issues.get(i).base() ? other : other + 1;
            rest /= others;
        }
        return to;
    }

    private int place(int set, int[] to) {
        int[] at = base();
        for (int i = 0; i < at.length; i++) {
            at[i] = (set & 1 << i) == 0 ? at[i] : to[i];
        }
        return place(at);
    }

    private Outlook outlook(Subject subject, int number, Means means) {
        Comparator<Integer> byRate = (a, b) -> rate(a, subject).compareTo(rate(b, subject));
        Comparator<Integer> byMoves = Comparator.comparingInt(this::moved);
        List<Integer> possible = IntStream.range(0, combinations.size())
                .filter(c -> combinations.get(c).possible())
                .boxed()
                .toList();
        List<Worth> worths = new ArrayList<>();
        for (int i = 0; i < issues.size(); i++) {
            for (int p = 0; p < issues.get(i).positions().size(); p++) {
                if (p != issues.get(i).base()) {
                    worths.add(worth(i, p, subject, means.change[i][p][number], means.made[i][p]));
                }
            }
        }
        return new Outlook(
                subject,
                worths,
                possible.stream().min(byRate.thenComparing(byMoves)).orElseThrow(),
                possible.stream().min(byRate.reversed().thenComparing(byMoves)).orElseThrow(),
                possible.stream().sorted(byRate.thenComparing(byMoves)).toList());
    }

    private Worth worth(int issue, int position, Subject subject, double mean, double share) {
        double[] changes = IntStream.range(0, combinations.size())
                .filter(c -> combinations.get(c).positions().get(issue) == position)
                .filter(c -> combinations.get(c).possible()
                        && combinations.get(without(c, issue)).possible())
                .mapToDouble(c -> rate(c, subject).unrounded()
                        - rate(without(c, issue), subject).unrounded())
                .sorted()
                .toArray();
        int[] at = base();
        at[issue] = position;
        int alone = place(at);
        return new Worth(
                issue,
                position,
                share > 0 ? OptionalDouble.of(mean) : OptionalDouble.empty(),
                // rounding: three probabilities of 1/3 sum to slightly less than one
                Math.abs(share - 1) < 1e-9 ? 1 : share,
                combinations.get(alone).possible()
                        ? OptionalDouble.of(rate(alone, subject).unrounded()
                                - rate(place(base()), subject).unrounded())
                        : OptionalDouble.empty(),
                changes.length > 0 ? OptionalDouble.of(changes[0]) : OptionalDouble.empty(),
                changes.length > 0 ? OptionalDouble.of(changes[changes.length - 1]) : OptionalDouble.empty());
    }

    private int without(int combination, int issue) {
        int[] at = combinations.get(combination).positions().stream()
                .mapToInt(Integer::intValue)
                .toArray();
        at[issue] = issues.get(issue).base();
        return place(at);
    }

    private Rate rate(int combination, Subject subject) {
        return rates.rate(subject, combination).orElseThrow();
    }

    private int moved(int combination) {
        return (int) IntStream.range(0, issues.size())
                .filter(i -> combinations.get(combination).positions().get(i)
                        != issues.get(i).base())
                .count();
    }
}
