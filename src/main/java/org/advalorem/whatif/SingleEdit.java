package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Recalculation;
import org.advalorem.facts.Address;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problems;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Subject;
import org.advalorem.scenario.SetArgument;

/**
 * The single edit: which one input, method or rule, changed alone, gives the disclosed figures to the decimals printed.
 *
 * <p>Edits of numbers are tried in the calculation as it is, of which only what lies downstream is computed again; edits of
 * methods and rules take a new calculation. An input on which the first differing figure does not depend is not tried.
 */
public final class SingleEdit {
    /** The largest number of edits that are listed. */
    static final int MOST = 1000;

    /** The largest number of edits listed that explain the first difference only. */
    static final int MOST_PARTIAL = 10;

    private final Model model;
    private final DisclosureCheck.Result disclosure;
    private final List<Term> terms;
    private final int first;
    private final Recalculation recalculation;
    private final Reach reach;
    private final Sieve sieve;

    /** How an edit can be made by whoever wants to see it. */
    public enum Made {
        /** By the {@code --set} arguments given. */
        BY_SETTING,
        /** In the data file, at the place given: a single cell has no {@code --set}. */
        IN_THE_FILE,
        /** Not in a scenario, which refuses the value; only in the arithmetic. */
        REFUSED
    }

    /**
     * An edit that gives disclosed figures.
     *
     * @param address what is changed, as after {@code --set}
     * @param what what is done to it, such as {@code divided by 1,000}
     * @param before the value as written; empty for several values
     * @param after the value after it
     * @param settings the arguments of {@code --set} that make it, without quotes for a shell; empty unless it can be made
     *     by them
     * @param place where the value is written; empty for a default
     * @param group edits of the same number are equally plausible; 1 is the most plausible
     */
    public record Found(
            EditKind kind,
            String address,
            String what,
            String before,
            String after,
            Made made,
            List<String> settings,
            String place,
            int group) {
        /** Copies the list. */
        public Found {
            settings = List.copyOf(settings);
        }
    }

    /**
     * The outcome.
     *
     * @param all the edits that give every disclosed figure, most plausible first
     * @param firstOnly the most plausible of those that give the first differing figure but not every other
     * @param tried the number of edits tried
     * @param more the number of further edits that give every figure, less plausible than those listed and not proved
     * @param run what was asked and done
     */
    public record Result(List<Found> all, List<Found> firstOnly, int tried, int more, Run run) {
        /** Copies the lists. */
        public Result {
            all = List.copyOf(all);
            firstOnly = List.copyOf(firstOnly);
        }

        /** The most plausible of the edits that give every figure; several if they are equally plausible. */
        public List<Found> best() {
            return all.stream().filter(of -> of.group() == 1).toList();
        }
    }

    /**
     * An edit that gives figures.
     *
     * @param all whether it gives every figure
     * @param made whether the scenario was calculated with it, rather than inputs moved
     */
    private record Match(Edit edit, boolean all, boolean made) {}

    private SingleEdit(Model model, DisclosureCheck.Result disclosure) {
        this.model = model;
        this.disclosure = disclosure;
        List<Term> every = model.determination().calculation().terms();
        this.terms = disclosure.figures().stream()
                .map(figure -> every.get(figure.order()))
                .toList();
        this.first = disclosure.first().orElseThrow();
        this.recalculation = new Recalculation(model.values(), terms);
        Optional<Subject> subject = subject();
        this.reach = reach(subject);
        this.sieve = Sieve.of(model, name(first), subject, reach);
    }

    /**
     * The edits; empty if every figure matches.
     *
     * @param threads the number of calculations made at the same time
     */
    public static Optional<Result> of(Model model, DisclosureCheck.Result disclosure, int threads, Progress progress) {
        return disclosure.first().isPresent()
                ? Optional.of(new SingleEdit(model, disclosure).result(threads, progress))
                : Optional.empty();
    }

    private Result result(int threads, Progress progress) {
        AtomicInteger tried = new AtomicInteger();
        List<Edit> rules = RuleEdits.of(model).stream()
                .filter(reach::takesIn)
                .filter(sieve::takesIn)
                .toList();
        List<Match> matches = new ArrayList<>(numbers(tried));
        List<Optional<Match>> rebuilt =
                InOrder.untilStopped(rules.size(), threads, i -> rebuilt(rules.get(i)), "edits", progress);
        rebuilt.forEach(match -> match.ifPresent(matches::add));
        boolean partial = rebuilt.size() < rules.size();
        int asked = tried.get() + rules.size();
        tried.addAndGet(rebuilt.size());
        List<Match> full = ordered(matches, true);
        List<Match> parts = ordered(matches, false);
        List<Found> all = proved(full.subList(0, Math.min(MOST, full.size())), MOST, threads);
        List<Found> firstOnly = proved(parts, MOST_PARTIAL, threads);
        return new Result(
                all, firstOnly, tried.get(), Math.max(0, full.size() - MOST), Run.of(asked, tried.get(), partial));
    }

    /** The edits by plausibility, each once: of two that come to the same, the more plausible. */
    private static List<Match> ordered(List<Match> matches, boolean all) {
        Map<List<String>, Match> once = new LinkedHashMap<>();
        matches.stream()
                .filter(match -> match.all() == all)
                .sorted(Comparator.comparing(match -> match.edit().kind()))
                .forEach(match -> once.putIfAbsent(same(match.edit()), match));
        return List.copyOf(once.values());
    }

    /** What two edits that come to the same have in common. */
    private static List<String> same(Edit edit) {
        return edit.settings().isEmpty()
                ? List.of(edit.address(), edit.what())
                : edit.settings().stream().map(SetArgument::of).toList();
    }

    private List<Match> numbers(AtomicInteger tried) {
        Term sought = terms.get(first);
        List<Match> matches = new ArrayList<>();
        for (NumberSlot slot : NumberSlots.of(model, recalculation.inputsOf(sought)::contains)) {
            Recalculation.Downstream downstream = recalculation.downstream(slot.inputs());
            for (Slip slip : slot.slips()) {
                Optional<double[]> numbers = slot.after(slip);
                if (numbers.isPresent()) {
                    tried.incrementAndGet();
                    recalculation.move(downstream, numbers.get());
                    if (matches(first, recalculation.of(sought))) {
                        boolean all = true;
                        for (int i = 0; i < terms.size() && all; i++) {
                            all = matches(i, recalculation.of(terms.get(i)));
                        }
                        matches.add(new Match(slot.edit(slip, model), all, false));
                    }
                }
            }
        }
        return matches;
    }

    private String name(int figure) {
        return disclosure.figures().get(figure).address();
    }

    private boolean matches(int figure, double value) {
        return disclosure.figures().get(figure).matches(value);
    }

    private Optional<Match> rebuilt(Edit edit) {
        return sieve.small(edit)
                .with(edit.settings(), new Problems())
                .filter(changed -> matches(changed, first))
                .flatMap(passed -> model.with(edit.settings(), new Problems()))
                .filter(changed -> matches(changed, first))
                .map(changed -> new Match(edit, matchesAll(changed), true));
    }

    private boolean matchesAll(Model changed) {
        for (int i = 0; i < terms.size(); i++) {
            if (!matches(changed, i)) {
                return false;
            }
        }
        return true;
    }

    /** A program that is not counted has no rate: nothing, as a disclosure may print it. */
    private boolean matches(Model changed, int figure) {
        return matches(
                figure,
                DisclosureCheck.term(changed, name(figure))
                        .map(changed.values()::of)
                        .orElse(0.0));
    }

    /** What an edit must be about to move the first differing figure. */
    private Reach reach(Optional<Subject> subject) {
        Set<Term> behind = recalculation.inputsOf(terms.get(first));
        List<Address> inputs = model.determination().calculation().inputs().values().stream()
                .filter(behind::contains)
                .map(input -> Address.parse(input.address()))
                .toList();
        return new Reach(
                subject,
                inputs,
                RuleEdits.benchmarks(model),
                model.determination().register());
    }

    /** What the first differing figure is about, if it is a result. */
    private Optional<Subject> subject() {
        String name = name(first);
        Term sought = terms.get(first);
        return model.results().keys().stream()
                .filter(key -> model.results().find(key).equals(Optional.of(sought)))
                .filter(key -> key.toString().equals(name)
                        || key.subject().address().toString().equals(name))
                .map(ResultKey::subject)
                .findFirst();
    }

    /** The edits that rebuilding proves, in groups, up to a number of them. */
    private List<Found> proved(List<Match> edits, int most, int threads) {
        List<Found> found = new ArrayList<>();
        int group = 0;
        int rank = 0;
        for (int from = 0; from < edits.size() && found.size() < most; from += most) {
            List<Match> some = edits.subList(from, Math.min(edits.size(), from + most));
            List<Optional<Found>> made =
                    InOrder.of(some.size(), threads, i -> proved(some.get(i)), "proofs", Progress.NONE);
            for (Optional<Found> one : made) {
                if (one.isPresent() && found.size() < most) {
                    if (one.get().kind().rank() != rank) {
                        rank = one.get().kind().rank();
                        group++;
                    }
                    found.add(in(group, one.get()));
                }
            }
        }
        return found;
    }

    private static Found in(int group, Found of) {
        return new Found(
                of.kind(),
                of.address(),
                of.what(),
                of.before(),
                of.after(),
                of.made(),
                of.settings(),
                of.place(),
                group);
    }

    /** The edit made in the scenario; empty if that does not give the figure. */
    private Optional<Found> proved(Match match) {
        Edit edit = match.edit();
        String place = model.determination()
                .register()
                .find(edit.address())
                .map(FactRegister.Fact::origin)
                .map(Origin::fileLine)
                .orElse("");
        if (match.made()) {
            return Optional.of(found(edit, Made.BY_SETTING, place));
        }
        Problems problems = new Problems();
        if (!edit.settings().isEmpty()) {
            model.scenario().with(edit.settings(), problems);
        }
        if (edit.settings().isEmpty() || !problems.isEmpty()) {
            return Optional.of(found(edit, Made.IN_THE_FILE, place));
        }
        // the moved inputs gave every figure; what is left to see is whether the value also shapes the calculation
        Optional<Model> changed = sieve.small(edit).with(edit.settings(), problems);
        if (changed.isEmpty()) {
            // a spreadsheet takes a deduction of the wrong sign; other refused values are no numbers of a case
            return edit.kind() == EditKind.GROSS_FOR_NET
                    ? Optional.of(found(edit, Made.REFUSED, place))
                    : Optional.empty();
        }
        return matches(changed.get(), first) ? Optional.of(found(edit, Made.BY_SETTING, place)) : Optional.empty();
    }

    private static Found found(Edit edit, Made made, String place) {
        return new Found(
                edit.kind(),
                edit.address(),
                edit.what(),
                edit.before(),
                edit.after(),
                made,
                made == Made.BY_SETTING
                        ? edit.settings().stream().map(SetArgument::of).toList()
                        : List.of(),
                place,
                0);
    }
}
