package org.advalorem.whatif;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.engine.Values;
import org.advalorem.engine.Varied;
import org.advalorem.facts.Address;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.rules.Measure;
import org.advalorem.scenario.Assignment;

/**
 * Check that perturbations may move inputs of the existing calculation: at one point where all have moved, rebuilding
 * the calculation from the same values must give the same unrounded rates.
 *
 * <p>This catches a value that also shapes the calculation, or that is read in another unit, before it leads to a wrong
 * number, and reports every problem with a value as for {@code --set}.
 */
final class PerturbationCheck {
    /** The relative tolerance: a decimal and a double product of the same two numbers may differ in the last place. */
    private static final double SAME = 1e-9;

    private PerturbationCheck() {}

    /**
     * A perturbation and a number it can take.
     *
     * @param number decimal, so that it can be written into a scenario
     * @param key where the address is written
     * @param origin where the range or distribution is written
     */
    record Place(Perturbation perturbation, BigDecimal number, Origin key, Origin origin) {
        Assignment assignment(Model model) {
            return perturbation.assignment(number, model, key, origin);
        }
    }

    /** Whether the perturbations agree with a rebuilt model; each that does not is reported. */
    static boolean passes(Model model, List<Place> places, Problems problems) {
        List<Place> shaping = places.stream()
                .filter(place -> shapes(place.perturbation(), model))
                .toList();
        shaping.forEach(place -> refuse(place, problems));
        List<Place> moving =
                places.stream().filter(place -> !shaping.contains(place)).toList();
        return movesAlike(model, moving, problems) && shaping.isEmpty();
    }

    private static boolean movesAlike(Model model, List<Place> places, Problems problems) {
        int before = problems.size();
        List<Assignment> settings =
                places.stream().map(place -> place.assignment(model)).toList();
        Problems together = new Problems();
        Optional<Model> rebuilt = model.with(settings, together);
        if (rebuilt.isEmpty()) {
            for (int i = 0; i < places.size(); i++) {
                Problems alone = new Problems();
                model.with(List.of(settings.get(i)), alone);
                ProblemLocator.tell(
                        written(alone, places.get(i), model),
                        List.of(settings.get(i)),
                        places.get(i).origin(),
                        problems);
            }
            if (problems.size() == before) {
                ProblemLocator.tell(together, settings, places.get(0).origin(), problems);
            }
            return false;
        }
        if (agree(model, places, rebuilt.get())) {
            return true;
        }
        for (Place place : places) {
            Optional<Model> alone = model.with(List.of(place.assignment(model)), problems);
            if (alone.isPresent() && !agree(model, List.of(place), alone.get())) {
                refuse(place, problems);
            }
        }
        if (problems.size() == before) {
            problems.add(
                    Problem.Code.AV502,
                    places.get(0).origin(),
                    "Together, the varied values change how the rate is calculated, although none does on its own.",
                    "Vary fewer of them at once.");
        }
        return false;
    }

    /**
     * Whether the value is read but is not a number of the calculation, so that all it can do is shape it, whether or
     * not it does so at the point tried.
     */
    private static boolean shapes(Perturbation perturbation, Model model) {
        return perturbation.change() == Varied.Change.REPLACE
                && perturbation.inputs(model).isEmpty()
                && model.determination()
                        .register()
                        .find(perturbation.address().toString())
                        .map(fact -> fact.term().isEmpty() && !fact.descriptive())
                        .orElse(false);
    }

    private static void refuse(Place place, Problems problems) {
        problems.add(
                Problem.Code.AV502,
                place.origin(),
                "(" + place.perturbation().address() + ") changes how the rate is calculated, not only a number in it.",
                "Give it a list of values (sweep) or named choices (discrete) instead of a range or a"
                        + " distribution.");
    }

    /** The problems at a place, with a complaint about the form of a number replaced if there is no value to vary. */
    private static Problems written(Problems alone, Place place, Model model) {
        if (place.perturbation().isWritten(model)) {
            return alone;
        }
        Problems told = new Problems();
        for (Problem problem : alone.sorted()) {
            boolean ofForm =
                    problem.code() == Problem.Code.AV205 && problem.origin().equals(place.origin());
            told.add(
                    ofForm ? Problem.Code.AV502 : problem.code(),
                    problem.origin(),
                    ofForm
                            ? "No value is written at (" + place.perturbation().address()
                                    + "), so nothing there can vary."
                            : problem.message(),
                    ofForm ? "Write a value there first." : problem.advice());
        }
        return told;
    }

    /** Whether moving the inputs gives the unrounded rates of the rebuilt model. */
    static boolean agree(Model model, List<Place> places, Model rebuilt) {
        Map<String, Double> numbers = new HashMap<>();
        places.forEach(
                place -> numbers.putAll(place.perturbation().at(place.number().doubleValue(), model)));
        Values moved = Values.of(model.determination().calculation(), numbers);
        return model.results().keys().stream()
                .filter(key -> key.measure() == Measure.RATE_UNROUNDED)
                .allMatch(key -> rebuilt.result(key)
                        .filter(after -> same(moved.of(model.results().find(key).orElseThrow()), after))
                        .isPresent());
    }

    private static boolean same(double moved, double rebuilt) {
        return Double.compare(moved, rebuilt) == 0
                || Math.abs(moved - rebuilt) <= SAME * Math.max(Math.abs(moved), Math.abs(rebuilt));
    }

    /** Whether no two perturbations move the same input; those that do are reported. */
    static boolean apart(Model model, List<Place> places, Problems problems) {
        Map<String, Place> movedBy = new HashMap<>();
        int before = problems.size();
        for (Place place : places) {
            for (String input : place.perturbation().inputs(model)) {
                Place other = movedBy.putIfAbsent(input, place);
                if (other == null) {
                    continue;
                }
                if (other.perturbation().address().equals(place.perturbation().address())) {
                    variesTwice(place.perturbation().address(), place.origin(), problems);
                    break;
                }
                problems.add(
                        Problem.Code.AV502,
                        place.origin(),
                        "(" + place.perturbation().address() + ") and ("
                                + other.perturbation().address() + ") move the same value (" + input + ").",
                        "Vary only one of them.");
            }
        }
        return problems.size() == before;
    }

    /** Reports that a value varies in two ways. The two addresses written may differ in form. */
    static void variesTwice(Address address, Origin origin, Problems problems) {
        problems.add(
                Problem.Code.AV502,
                origin,
                "(" + address + ") varies twice.",
                "Vary it only once, whether its address names an item of a list or gives its place.");
    }
}
