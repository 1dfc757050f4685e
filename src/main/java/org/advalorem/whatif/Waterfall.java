package org.advalorem.whatif;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.facts.Address;
import org.advalorem.facts.Problems;
import org.advalorem.rules.Subject;
import org.advalorem.scenario.ScenarioDifference;
import org.advalorem.uncertainty.RandomStream;

/**
 * Breakdown of the difference between two scenarios' rates into the contribution of each change, independent of the
 * order in which the changes are made.
 *
 * <p>A change contributes its mean change of the published rate over the orders in which the changes can be made
 * ({@link RandomOrder}; the Shapley value if every combination is possible), so that the contributions add up to the
 * difference. As printed, in hundredths of a percentage point, they add up exactly: each is rounded down, then those
 * with the largest remainders are rounded up instead.
 *
 * <p>Changes that are valid only together form one step. If more than {@link #MOST_INVALID} are not valid alone, those
 * of the same program or section are grouped first and, if too many remain, those of the same part of the scenario.
 * More than {@link #MOST_EXACT} steps are grouped by program and section; if there are still more, {@link #ORDERS}
 * random orders represent all orders.
 */
public final class Waterfall {
    /** The largest number of steps for which every combination is calculated. */
    public static final int MOST_EXACT = 12;

    /** The largest number of changes, not valid alone, for which the changes they require are searched one by one. */
    public static final int MOST_INVALID = 16;

    /** The number of random orders that represent all orders if there are more steps. */
    public static final int ORDERS = 128;

    private static final double HUNDREDTH = 1e-4;
    private static final int DIGITS = 9;
    private static final int MOST_NAMED = 3;

    private final Model first;
    private final ScenarioDifference difference;
    private final List<Address> addresses;
    private final long seed;
    private final int threads;
    private final Progress progress;
    private final ResultFrame before;
    private final ResultFrame after;
    private final List<Subject> subjects;
    private final Map<BitSet, Outcome> known = new ConcurrentHashMap<>();

    /**
     * A change of one value, list or data file.
     *
     * @param from as written in the first scenario; empty if it has nothing there
     * @param to as written in the second scenario; empty if it has nothing there
     */
    public record Change(String address, String from, String to) {}

    /** The reason changes form one step. */
    public enum Together {
        /** The step is a single change. */
        ALONE,
        /** At least one of the changes is not valid without the others. */
        VALID_ONLY_TOGETHER,
        /** The changes belong to the same program or section, and there are too many to separate. */
        SAME_SECTION
    }

    /**
     * A step: one change, or several made together.
     *
     * @param name the address of a single change; the program or section, or the addresses, of several
     * @param changes their indices among the changes
     */
    public record Step(String name, List<Integer> changes, Together together) {
        /** Copies the list. */
        public Step {
            changes = List.copyOf(changes);
        }
    }

    /**
     * The contribution of a step to a rate.
     *
     * @param step its index among the steps
     * @param effect the mean change of the published rate, a fraction
     * @param hundredths the bar as printed, in hundredths of a percentage point
     * @param alone the change if the step is made first
     * @param rateAlone the rate if nothing but the step is made
     * @param last the change if the step is made last; empty if the others are not valid without it
     */
    public record Bar(int step, double effect, int hundredths, double alone, Rate rateAlone, OptionalDouble last) {
        /** The bar as printed, a fraction. */
        public double change() {
            return hundredths * HUNDREDTH;
        }
    }

    /** The breakdown of one rate. */
    public record Way(Subject subject, Rate from, Rate to, List<Bar> bars) {
        /** Copies the list. */
        public Way {
            bars = List.copyOf(bars);
        }

        /** The difference of the published rates in hundredths of a percentage point. */
        public int hundredths() {
            return Waterfall.hundredths(to.published()) - Waterfall.hundredths(from.published());
        }

        /** The difference of the published rates, a fraction. */
        public double change() {
            return hundredths() * HUNDREDTH;
        }
    }

    /**
     * The outcome of a comparison.
     *
     * @param aside the addresses of differences on which no result depends
     * @param orders the number of random orders that represent all; empty if every combination was calculated
     * @param partial whether the work was stopped with fewer than {@link #ORDERS} random orders made
     * @param seed the seed of the random orders
     * @param ways the breakdowns for the subjects with a rate in both scenarios
     * @param onlyInOne the subjects with a rate in only one scenario
     */
    public record Result(
            List<Change> changes,
            List<String> aside,
            List<Step> steps,
            OptionalInt orders,
            boolean partial,
            long seed,
            List<Way> ways,
            List<Subject> onlyInOne) {
        /** Copies the lists. */
        public Result {
            changes = List.copyOf(changes);
            aside = List.copyOf(aside);
            steps = List.copyOf(steps);
            ways = List.copyOf(ways);
            onlyInOne = List.copyOf(onlyInOne);
        }

        /** The extent of the run: the random orders made, if these represent all orders; else the steps. */
        public Run run() {
            return orders.isPresent()
                    ? Run.drawn(ORDERS, orders.getAsInt(), partial, seed, "random orders")
                    : Run.of(steps.size(), steps.size(), false);
        }
    }

    private Waterfall(
            Model first,
            Model second,
            ScenarioDifference difference,
            List<Address> addresses,
            long seed,
            int threads,
            Progress progress) {
        this.first = first;
        this.difference = difference;
        this.addresses = addresses;
        this.seed = seed;
        this.threads = threads;
        this.progress = progress;
        this.before = ResultFrame.ofRates(first);
        this.after = ResultFrame.ofRates(second);
        this.subjects =
                before.totals().stream().filter(after.totals()::contains).toList();
    }

    /**
     * The outcome of comparing two models.
     *
     * @param first the model from which the changes start
     * @param second the model to which they lead
     * @param seed the seed of the random orders, used if there are too many steps for every combination
     * @param threads at least one
     * @throws IllegalArgumentException if {@code threads} is less than one
     * @throws java.util.concurrent.CancellationException if the listener stops the work
     */
    public static Result of(Model first, Model second, long seed, int threads, Progress progress) {
        ScenarioDifference difference = ScenarioDifference.between(first.scenario(), second.scenario());
        List<String> aside = new ArrayList<>(difference.aside());
        List<Change> changes = new ArrayList<>();
        List<Address> addresses = new ArrayList<>();
        for (ScenarioDifference.Difference change : difference.differences()) {
            String address = change.address().toString();
            if (isDescriptive(first, address) || isDescriptive(second, address)) {
                aside.add(address);
            } else {
                changes.add(new Change(address, change.first(), change.second()));
                addresses.add(change.address());
            }
        }
        return new Waterfall(first, second, difference, addresses, seed, threads, progress).result(changes, aside);
    }

    private static boolean isDescriptive(Model model, String address) {
        return model.determination().register().describes(address);
    }

    /** A set of changes made in one step. */
    private record Group(BitSet changes, Together together) {
        Group and(Group other, Together why) {
            BitSet union = (BitSet) changes.clone();
            union.or(other.changes);
            return new Group(union, why);
        }
    }

    /**
     * The contributions of the groups.
     *
     * @param effects the effects of each group, by subject
     * @param orders the number of random orders; empty if every combination was calculated
     */
    private record Contributions(List<double[]> effects, List<Group> groups, OptionalInt orders) {}

    private Result result(List<Change> changes, List<String> aside) {
        List<Group> groups = validAlone();
        if (groups.size() > MOST_EXACT) {
            groups = together(groups, Waterfall::section);
        }
        Contributions found = contributions(groups);
        List<Step> steps = found.groups().stream().map(this::step).toList();
        List<Way> ways = new ArrayList<>();
        for (int w = 0; w < subjects.size(); w++) {
            Subject of = subjects.get(w);
            Rate from = before.rate(of, 0).orElseThrow();
            Rate to = after.rate(of, 0).orElseThrow();
            ways.add(new Way(of, from, to, bars(w, from, to, found)));
        }
        List<Subject> onlyInOne = Stream.concat(before.totals().stream(), after.totals().stream())
                .filter(subject -> !subjects.contains(subject))
                .toList();
        boolean partial = found.orders().isPresent() && found.orders().getAsInt() < ORDERS;
        return new Result(changes, aside, steps, found.orders(), partial, seed, ways, onlyInOne);
    }

    private Step step(Group group) {
        List<Integer> changes = group.changes().stream().boxed().toList();
        List<String> names =
                changes.stream().map(change -> addresses.get(change).toString()).toList();
        String name = group.together() == Together.SAME_SECTION
                ? common(changes.stream().map(addresses::get).toList())
                : names.size() <= MOST_NAMED
                        ? String.join(" + ", names)
                        : names.get(0) + " and " + (names.size() - 1) + " others";
        return new Step(name, changes, group.together());
    }

    /**
     * The outcome with some of the changes made.
     *
     * @param rates the rates by subject; empty if the combination is impossible
     * @param problems the number of problems; 0 if the combination is possible
     */
    private record Outcome(Optional<List<Rate>> rates, int problems) {}

    /** The published rates with some of the changes made; empty if that is impossible. */
    private Optional<double[]> values(BitSet changes) {
        return outcome(changes)
                .rates()
                .map(rates -> rates.stream().mapToDouble(Rate::published).toArray());
    }

    private Outcome outcome(BitSet changes) {
        Outcome earlier = known.get(changes);
        if (earlier != null) {
            return earlier;
        }
        Outcome found = calculated(changes);
        known.put((BitSet) changes.clone(), found);
        return found;
    }

    private Outcome calculated(BitSet changes) {
        if (changes.isEmpty()) {
            return new Outcome(Optional.of(rates(before)), 0);
        }
        if (changes.cardinality() == addresses.size()) {
            return new Outcome(Optional.of(rates(after)), 0);
        }
        Set<Address> taken = new HashSet<>();
        changes.stream().forEach(change -> taken.add(addresses.get(change)));
        Problems problems = new Problems();
        Optional<List<Rate>> found = Model.of(difference.with(taken), first.programs(), problems)
                .map(ResultFrame::ofRates)
                .filter(rates -> rates.totals().containsAll(subjects))
                .map(this::rates);
        return new Outcome(found, found.isPresent() ? 0 : Math.max(1, problems.size()));
    }

    private List<Rate> rates(ResultFrame frame) {
        return subjects.stream().map(of -> frame.rate(of, 0).orElseThrow()).toList();
    }

    private boolean possible(BitSet changes) {
        return values(changes).isPresent();
    }

    /**
     * Groups each of which is valid without the others. A group that is not is repeatedly merged with the one that
     * resolves the most of its problems.
     */
    private List<Group> validAlone() {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            BitSet change = new BitSet();
            change.set(i);
            groups.add(new Group(change, Together.ALONE));
        }
        List<Outcome> alone = outcomes(groups);
        for (Function<Address, String> section :
                List.<Function<Address, String>>of(Waterfall::section, Waterfall::part)) {
            if (alone.stream().filter(outcome -> outcome.problems() > 0).count() > MOST_INVALID) {
                groups = invalidTogether(groups, alone, section);
                alone = outcomes(groups);
            }
        }
        return settled(groups, new ArrayList<>(alone));
    }

    private List<Group> settled(List<Group> groups, List<Outcome> alone) {
        while (true) {
            int from = IntStream.range(0, alone.size())
                    .filter(i -> alone.get(i).problems() > 0)
                    .findFirst()
                    .orElse(-1);
            if (from < 0) {
                return groups;
            }
            Group invalid = groups.get(from);
            List<Outcome> unions = InOrder.of(
                    groups.size(),
                    threads,
                    i -> outcome(invalid.and(groups.get(i), Together.VALID_ONLY_TOGETHER)
                            .changes()),
                    "changes together",
                    progress);
            int partner = IntStream.range(0, groups.size())
                    .filter(i -> i != from)
                    .boxed()
                    .max(Comparator.comparingInt((Integer i) ->
                                    alone.get(i).problems() - unions.get(i).problems())
                            .thenComparing(i -> sameSection(invalid, groups.get(i)))
                            .thenComparing(i -> alone.get(i).problems() > 0)
                            .thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
            int kept = Math.min(from, partner);
            groups.set(kept, invalid.and(groups.get(partner), Together.VALID_ONLY_TOGETHER));
            alone.set(kept, unions.get(partner));
            groups.remove(Math.max(from, partner));
            alone.remove(Math.max(from, partner));
        }
    }

    private List<Outcome> outcomes(List<Group> groups) {
        return InOrder.of(groups.size(), threads, i -> outcome(groups.get(i).changes()), "changes", progress);
    }

    /**
     * The groups, with those not valid alone merged by section, since between unrelated scenarios most are not valid
     * alone.
     */
    private List<Group> invalidTogether(List<Group> groups, List<Outcome> alone, Function<Address, String> section) {
        List<Group> apart = new ArrayList<>();
        List<Group> invalid = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            (alone.get(i).problems() > 0 ? invalid : apart).add(groups.get(i));
        }
        List<Group> all = together(invalid, section);
        all.addAll(apart);
        all.sort(Comparator.comparingInt(group -> group.changes().nextSetBit(0)));
        return all;
    }

    private boolean sameSection(Group one, Group other) {
        return section(addresses.get(one.changes().nextSetBit(0)))
                .equals(section(addresses.get(other.changes().nextSetBit(0))));
    }

    private List<Group> together(List<Group> groups, Function<Address, String> section) {
        Map<String, Group> sections = new LinkedHashMap<>();
        for (Group group : groups) {
            String of = section.apply(addresses.get(group.changes().nextSetBit(0)));
            sections.merge(of, group, (one, other) -> one.and(other, Together.SAME_SECTION));
        }
        return new ArrayList<>(sections.values());
    }

    /** The program or the section of the scenario to which an address belongs. */
    private static String section(Address address) {
        List<String> segments = address.segments();
        if (segments.size() > 3
                && segments.get(0).equals("companies")
                && segments.get(2).equals("uses")) {
            return new Address(List.of("programs", segments.get(3))).toString();
        }
        int depth = segments.get(0).equals("companies") ? 3 : 2;
        return new Address(segments.subList(0, Math.min(depth, segments.size()))).toString();
    }

    /** The section, or failing that the part, that addresses have in common. */
    private static String common(List<Address> of) {
        boolean oneSection = of.stream().map(Waterfall::section).distinct().count() == 1;
        return oneSection ? section(of.get(0)) : part(of.get(0));
    }

    /** The part of the scenario to which an address belongs: a company, or any other top-level entry. */
    private static String part(Address address) {
        List<String> segments = address.segments();
        int depth = segments.get(0).equals("companies") ? 2 : 1;
        return new Address(segments.subList(0, Math.min(depth, segments.size()))).toString();
    }

    private Contributions contributions(List<Group> separate) {
        List<Group> groups = separate;
        while (true) {
            List<Group> now = groups;
            boolean exact = groups.size() <= MOST_EXACT;
            double[][] effects = new double[groups.size()][subjects.size()];
            List<Order> orders = exact ? List.of() : orders(now);
            Optional<BitSet> stuck = exact ? exact(now, effects) : sampled(orders, effects);
            if (stuck.isEmpty()) {
                return new Contributions(
                        List.of(effects), now, exact ? OptionalInt.empty() : OptionalInt.of(orders.size()));
            }
            groups = joined(now, stuck.get());
        }
    }

    /** The groups, with all those merged that cannot be made one by one once the stuck set has been made. */
    private static List<Group> joined(List<Group> groups, BitSet stuck) {
        List<Group> joined = new ArrayList<>();
        Optional<Group> rest = Optional.empty();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            if (stuck.get(i)) {
                joined.add(group);
            } else {
                rest = Optional.of(rest.map(before -> before.and(group, Together.VALID_ONLY_TOGETHER))
                        .orElse(group));
            }
        }
        rest.ifPresent(joined::add);
        return joined;
    }

    private static BitSet union(List<Group> groups, BitSet set) {
        BitSet union = new BitSet();
        set.stream().forEach(i -> union.or(groups.get(i).changes()));
        return union;
    }

    private static BitSet bits(int set) {
        return BitSet.valueOf(new long[] {set});
    }

    /**
     * Fills in the effects from every combination; returns a set of groups after which no other can be made, if there
     * is one.
     */
    private Optional<BitSet> exact(List<Group> groups, double[][] effects) {
        int count = 1 << groups.size();
        List<Optional<double[]>> values =
                InOrder.of(count, threads, set -> values(union(groups, bits(set))), "combinations", progress);
        RandomOrder order = RandomOrder.of(
                groups.size(),
                set -> values.get(set).isPresent(),
                set -> values.get(set).orElseThrow());
        for (int i = 0; i < effects.length; i++) {
            effects[i] = order.change(i);
        }
        return order.ends().stream().findFirst().map(Waterfall::bits);
    }

    /** The random orders walked; fewer than {@link #ORDERS} if the work is stopped. */
    private List<Order> orders(List<Group> groups) {
        RandomStream random = RandomStream.of(seed, "compare.orders");
        return InOrder.untilStopped(
                ORDERS, threads, number -> walk(groups, shuffled(groups.size(), number, random)), "orders", progress);
    }

    /** Fills in the effects as {@link #exact} does, from random orders. */
    private Optional<BitSet> sampled(List<Order> orders, double[][] effects) {
        for (Order order : orders) {
            if (order.stuck().isPresent()) {
                return order.stuck();
            }
            for (int i = 0; i < effects.length; i++) {
                for (int w = 0; w < subjects.size(); w++) {
                    effects[i][w] += order.effects().get(i)[w] / orders.size();
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The outcome of making the groups in one order.
     *
     * @param effects the effects of each group, by subject; incomplete if stuck
     * @param stuck the groups made before no other could be made; empty if all were made
     */
    private record Order(List<double[]> effects, Optional<BitSet> stuck) {}

    private static List<Integer> shuffled(int size, int number, RandomStream random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        for (int i = size - 1; i > 0; i--) {
            int other = (int) (random.uniform((long) number * size + i) * (i + 1));
            Integer moved = order.get(other);
            order.set(other, order.get(i));
            order.set(i, moved);
        }
        return order;
    }

    /** The outcome of making the groups in that order, where an impossible one waits until it is possible. */
    private Order walk(List<Group> groups, List<Integer> order) {
        double[][] effects = new double[groups.size()][subjects.size()];
        List<Integer> waiting = new ArrayList<>(order);
        BitSet made = new BitSet();
        double[] before = values(new BitSet()).orElseThrow();
        while (!waiting.isEmpty()) {
            Optional<Integer> next = waiting.stream()
                    .filter(group -> possible(union(groups, and(made, group))))
                    .findFirst();
            if (next.isEmpty()) {
                return new Order(List.of(effects), Optional.of(made));
            }
            int group = next.get();
            waiting.remove(next.get());
            made.set(group);
            double[] after = values(union(groups, made)).orElseThrow();
            for (int w = 0; w < after.length; w++) {
                effects[group][w] = after[w] - before[w];
            }
            before = after;
        }
        return new Order(List.of(effects), Optional.empty());
    }

    private static BitSet and(BitSet set, int one) {
        BitSet larger = (BitSet) set.clone();
        larger.set(one);
        return larger;
    }

    private List<Bar> bars(int of, Rate from, Rate to, Contributions found) {
        List<Group> groups = found.groups();
        double[] effects = new double[groups.size()];
        for (int i = 0; i < effects.length; i++) {
            effects[i] = found.effects().get(i)[of];
        }
        int[] printed = printed(effects, hundredths(to.published()) - hundredths(from.published()));
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < effects.length; i++) {
            BitSet all = new BitSet();
            all.set(0, addresses.size());
            all.andNot(groups.get(i).changes());
            Rate alone = outcome(groups.get(i).changes()).rates().orElseThrow().get(of);
            Optional<double[]> without = values(all);
            bars.add(new Bar(
                    i,
                    effects[i],
                    printed[i],
                    alone.published() - from.published(),
                    alone,
                    without.isPresent()
                            ? OptionalDouble.of(to.published() - without.get()[of])
                            : OptionalDouble.empty()));
        }
        return bars;
    }

    private static int hundredths(double published) {
        return (int) Math.round(published / HUNDREDTH);
    }

    /**
     * The effects in hundredths of a percentage point, rounded so that they add up to the total: each down, then those
     * with the largest remainders up instead.
     */
    static int[] printed(double[] effects, int total) {
        int[] printed = new int[effects.length];
        BigDecimal[] remainders = new BigDecimal[effects.length];
        int sum = 0;
        for (int i = 0; i < effects.length; i++) {
            BigDecimal exact =
                    LegalDecimals.decimal(effects[i]).movePointRight(4).setScale(DIGITS, RoundingMode.HALF_EVEN);
            BigDecimal down = exact.setScale(0, RoundingMode.FLOOR);
            printed[i] = down.intValueExact();
            remainders[i] = exact.subtract(down);
            sum += printed[i];
        }
        Map<Integer, BigDecimal> byStep = new HashMap<>();
        for (int i = 0; i < remainders.length; i++) {
            byStep.put(i, remainders[i]);
        }
        List<Integer> largestFirst = byStep.entrySet().stream()
                .sorted(Map.Entry.<Integer, BigDecimal>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        for (int i = 0; i < total - sum; i++) {
            printed[largestFirst.get(i)]++;
        }
        return printed;
    }
}
