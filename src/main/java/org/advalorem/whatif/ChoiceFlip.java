package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.advalorem.facts.Address;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.YesNo;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Subject;
import org.advalorem.scenario.Assignment;

/**
 * The choices that flip a verdict: single ones, whether a program is applied or any choice written in the scenario, such as
 * a method, and, where no single program does, the smallest set of programs whose removal or addition does. Every
 * combination is calculated anew, since rates of programs do not add up exactly where they are rounded.
 */
public final class ChoiceFlip {
    /** The largest number of smaller sets that are calculated to prove a set of programs the smallest. */
    private static final long MOST = 100;

    private static final String PROGRAMS = "programs";
    private static final String APPLIED = "applied";

    private final Model model;
    private final List<Threshold> verdicts;
    private final List<Choice> programs;
    private final Map<Set<Integer>, Optional<Outcome>> known = new HashMap<>();

    /**
     * A choice made differently.
     *
     * @param address as after {@code --set}
     * @param value the word set
     * @param base the word in the baseline
     */
    public record Choice(String address, String value, String base) {}

    /**
     * Choices that, made together, flip a verdict.
     *
     * @param truth the label of the verdict
     * @param about the address it is about
     * @param becomes the verdict after the flip
     * @param proven whether every smaller set of the programs that move a rate on their own was calculated and does not
     *     flip it; if not, a smaller set may. True of single choices
     */
    public record Decision(List<Choice> choices, String truth, String about, boolean becomes, boolean proven) {
        /** Copies the list. */
        public Decision {
            choices = List.copyOf(choices);
        }
    }

    /**
     * The choices found.
     *
     * @param singles the single choices that flip a verdict
     * @param sets the smallest sets of programs, for the verdicts that no single program flips
     * @param tried the number of single choices tried
     * @param programsAlone whether only programs were tried, and no other choice
     * @param partial whether the work was stopped before its end
     */
    public record Result(
            List<Decision> singles, List<Decision> sets, int tried, boolean programsAlone, boolean partial) {
        /** Copies the lists. */
        public Result {
            singles = List.copyOf(singles);
            sets = List.copyOf(sets);
        }
    }

    /**
     * The outcome of a combination.
     *
     * @param truths the verdicts; empty for one that the changed scenario does not have
     * @param rates the unrounded rates of companies
     */
    private record Outcome(List<Optional<Boolean>> truths, Map<ResultKey, Double> rates) {}

    private ChoiceFlip(Model model, List<Threshold> verdicts) {
        this.model = model;
        this.verdicts = verdicts;
        this.programs = programs();
    }

    /** The choices that flip the verdicts among the thresholds. */
    static Result of(Model model, List<Threshold> thresholds, boolean programsAlone, int threads, Progress progress) {
        return new ChoiceFlip(
                        model, thresholds.stream().filter(Threshold::verdict).toList())
                .result(programsAlone, threads, progress);
    }

    private Result result(boolean programsAlone, int threads, Progress progress) {
        List<Choice> choices = new ArrayList<>(programs);
        if (!programsAlone) {
            choices.addAll(methods());
        }
        if (verdicts.isEmpty()) {
            return new Result(List.of(), List.of(), 0, programsAlone, false);
        }
        List<Optional<Outcome>> tried = InOrder.untilStopped(
                choices.size(), threads, i -> calculated(List.of(choices.get(i))), "choices", progress);
        List<Decision> singles = new ArrayList<>();
        Set<Integer> byProgram = new HashSet<>();
        for (int i = 0; i < tried.size(); i++) {
            boolean program = i < programs.size();
            if (program) {
                known.put(Set.of(i), tried.get(i));
            }
            for (int v = 0; v < verdicts.size(); v++) {
                if (tried.get(i).isPresent() && flips(tried.get(i).get(), v)) {
                    singles.add(decision(List.of(choices.get(i)), v, true));
                    if (program) {
                        byProgram.add(v);
                    }
                }
            }
        }
        boolean stopped = tried.size() < choices.size();
        List<Decision> sets = new ArrayList<>();
        for (int v = 0; v < verdicts.size() && !stopped; v++) {
            if (!byProgram.contains(v)) {
                smallest(v).ifPresent(sets::add);
            }
        }
        return new Result(singles, sets, tried.size(), programsAlone, stopped);
    }

    private Decision decision(List<Choice> choices, int verdict, boolean proven) {
        Threshold of = verdicts.get(verdict);
        return new Decision(choices, of.label(), of.about(), !base(verdict), proven);
    }

    private boolean base(int verdict) {
        return model.values().holds(verdicts.get(verdict).truth());
    }

    private boolean flips(Outcome outcome, int verdict) {
        return outcome.truths()
                .get(verdict)
                .filter(truth -> truth != base(verdict))
                .isPresent();
    }

    /** Whether each program is applied, the other way round. */
    private List<Choice> programs() {
        List<Choice> found = new ArrayList<>();
        if (model.scenario().tree().entries().get(PROGRAMS) instanceof SourceNode.Mapping all) {
            all.entries().forEach((id, program) -> {
                boolean applied = !(program instanceof SourceNode.Mapping fields)
                        || !isNo(Optional.ofNullable(fields.entries().get(APPLIED)));
                found.add(new Choice(address(id).toString(), YesNo.word(!applied), YesNo.word(applied)));
            });
        }
        return found;
    }

    private static Address address(String program) {
        return new Address(List.of(PROGRAMS, program, APPLIED));
    }

    private static boolean isNo(Optional<SourceNode> written) {
        return written.flatMap(node -> node instanceof SourceNode.Mapping given
                        ? Optional.ofNullable(given.entries().get("value"))
                        : Optional.of(node))
                .filter(node -> node instanceof SourceNode.Scalar scalar
                        && YesNo.parse(scalar.text()).equals(Optional.of(false)))
                .isPresent();
    }

    /** Every other choice written in the scenario and read by the calculation, with each of its other words. */
    private List<Choice> methods() {
        List<String> toggled = programs.stream().map(Choice::address).toList();
        List<Choice> found = new ArrayList<>();
        for (FactRegister.Fact fact : model.determination().register().all()) {
            if (fact.term().isEmpty()
                    && !fact.descriptive()
                    && !fact.origin().place().isEmpty()
                    && !toggled.contains(fact.address().toString())) {
                List<String> words = model.scenario().words(fact.address());
                words.stream()
                        .filter(word -> words.contains(fact.text()) && !word.equals(fact.text()))
                        .forEach(word -> found.add(new Choice(fact.address().toString(), word, fact.text())));
            }
        }
        return found;
    }

    private Optional<Outcome> outcome(Set<Integer> toggled) {
        return known.computeIfAbsent(
                toggled,
                of -> calculated(new TreeSet<>(of).stream().map(programs::get).toList()));
    }

    /** The outcome in the scenario calculated anew; empty if it cannot be calculated. */
    private Optional<Outcome> calculated(List<Choice> choices) {
        List<Assignment> settings = choices.stream()
                .map(choice -> new Assignment(
                        Address.parse(choice.address()),
                        new SourceNode.Scalar(choice.value(), false, Origin.PROGRAM),
                        Origin.PROGRAM))
                .toList();
        return model.with(settings, new Problems()).map(this::outcome);
    }

    private Outcome outcome(Model changed) {
        Map<String, Boolean> truths = new HashMap<>();
        Threshold.of(changed)
                .forEach(of -> truths.put(of.path(), changed.values().holds(of.truth())));
        return new Outcome(
                verdicts.stream()
                        .map(verdict -> Optional.ofNullable(truths.get(verdict.path())))
                        .toList(),
                rates(changed));
    }

    private static Map<ResultKey, Double> rates(Model of) {
        Map<ResultKey, Double> rates = new LinkedHashMap<>();
        of.results().keys().stream()
                .filter(key ->
                        key.measure() == Measure.RATE_UNROUNDED && key.subject().level() == Subject.Level.COMPANY)
                .forEach(key -> rates.put(key, of.result(key).orElseThrow()));
        return rates;
    }

    /** The smallest set of programs that flips a verdict; empty if none was found. */
    private Optional<Decision> smallest(int verdict) {
        double[] effects = effects(verdict);
        List<Integer> moving = IntStream.range(0, programs.size())
                .filter(i -> effects[i] != 0.0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -effects[i]))
                .toList();
        Optional<List<Integer>> greedy = greedy(verdict, moving, effects);
        if (greedy.isEmpty()) {
            return Optional.empty();
        }
        int most = greedy.get().size();
        boolean all = IntStream.range(2, most)
                        .mapToLong(size -> combinations(moving.size(), size))
                        .sum()
                <= MOST;
        Optional<List<Integer>> smaller = Optional.empty();
        for (int size = 2; size < most && all && smaller.isEmpty(); size++) {
            smaller = enumerated(verdict, moving, size);
        }
        return Optional.of(decision(choices(smaller.or(() -> greedy).orElseThrow()), verdict, all));
    }

    /** The number of sets of a size, or a number above {@link #MOST}. */
    private static long combinations(int all, int size) {
        long count = 1;
        for (int i = 0; i < size && count <= MOST * all; i++) {
            count = count * (all - i) / (i + 1);
        }
        return count;
    }

    private List<Choice> choices(List<Integer> toggled) {
        return toggled.stream().map(programs::get).toList();
    }

    /** How far each program on its own moves the rates of the verdict in the direction of a flip. */
    private double[] effects(int verdict) {
        Map<ResultKey, Double> before = rates(model);
        String about = verdicts.get(verdict).about();
        boolean one = before.keySet().stream().anyMatch(key -> isOf(key, about));
        double sign = base(verdict) ? 1.0 : -1.0;
        double[] effects = new double[programs.size()];
        for (int i = 0; i < effects.length; i++) {
            Map<ResultKey, Double> after =
                    outcome(Set.of(i)).map(Outcome::rates).orElse(before);
            for (ResultKey key : before.keySet()) {
                if (!one || isOf(key, about)) {
                    effects[i] += sign * (after.getOrDefault(key, before.get(key)) - before.get(key));
                }
            }
        }
        return effects;
    }

    private static boolean isOf(ResultKey key, String about) {
        return key.subject().address().toString().equals(about);
    }

    /** The programs that move the rate most towards the flip, as many as it takes. */
    private Optional<List<Integer>> greedy(int verdict, List<Integer> moving, double[] effects) {
        List<Integer> taken = new ArrayList<>();
        for (int program : moving) {
            if (effects[program] > 0.0) {
                taken.add(program);
                if (outcome(new HashSet<>(taken))
                        .filter(of -> flips(of, verdict))
                        .isPresent()) {
                    return Optional.of(taken);
                }
            }
        }
        return Optional.empty();
    }

    /** The first set of that size that flips a verdict, those of large effects first. */
    private Optional<List<Integer>> enumerated(int verdict, List<Integer> moving, int size) {
        int[] at = IntStream.range(0, size).toArray();
        while (true) {
            List<Integer> set = IntStream.of(at).mapToObj(moving::get).toList();
            if (outcome(new HashSet<>(set)).filter(of -> flips(of, verdict)).isPresent()) {
                return Optional.of(set);
            }
            int last = size - 1;
            while (last >= 0 && at[last] == moving.size() - size + last) {
                last--;
            }
            if (last < 0) {
                return Optional.empty();
            }
            at[last]++;
            for (int i = last + 1; i < size; i++) {
                at[i] = at[i - 1] + 1;
            }
        }
    }
}
