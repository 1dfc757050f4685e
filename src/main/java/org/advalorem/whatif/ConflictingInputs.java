package org.advalorem.whatif;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.advalorem.engine.Varied;
import org.advalorem.facts.Address;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.scenario.Scenario;

/**
 * Check for uncertain inputs that overwrite each other; those that move numbers are left to
 * {@link PerturbationCheck#apart}.
 */
final class ConflictingInputs {
    private ConflictingInputs() {}

    /** Reports every choice that sets a value also set by an earlier input or replaced by a distribution. */
    static void check(List<UncertainModel.Input> inputs, Scenario scenario, Problems problems) {
        for (int later = 1; later < inputs.size(); later++) {
            UncertainModel.Input second = inputs.get(later);
            for (UncertainModel.Input first : inputs.subList(0, later)) {
                both(first, second, scenario).ifPresent(value -> note(first, second, value, problems));
            }
        }
    }

    private static void note(
            UncertainModel.Input first, UncertainModel.Input second, Address value, Problems problems) {
        if (second.address().equals(first.address())) {
            PerturbationCheck.variesTwice(
                    second.entry().address(), second.entry().origin(), problems);
            return;
        }
        problems.add(
                Problem.Code.AV502,
                second.entry().origin(),
                "(" + second.address() + ") and (" + first.address() + ") move the same value (" + value + ").",
                "Vary only one of them.");
    }

    /** The value that both inputs set; empty if there is none. */
    private static Optional<Address> both(UncertainModel.Input first, UncertainModel.Input second, Scenario scenario) {
        if (first.perturbation().isPresent() && second.perturbation().isPresent()) {
            return Optional.empty();
        }
        return first.perturbation().isPresent()
                ? both(second, first, scenario)
                : settings(first, scenario)
                        .flatMap(address -> meeting(address, second, scenario).stream())
                        .findFirst();
    }

    private static Optional<Address> meeting(Address set, UncertainModel.Input other, Scenario scenario) {
        // a draw may move a number inside a section that a position selects, or scale a number that it selects
        return other.perturbation().isPresent()
                ? other.perturbation()
                        .filter(perturbation ->
                                perturbation.change() == Varied.Change.REPLACE && set.isBelow(perturbation.address()))
                        .map(perturbation -> set)
                : settings(other, scenario)
                        .flatMap(address -> deeper(set, address))
                        .findFirst();
    }

    private static Stream<Address> settings(UncertainModel.Input choice, Scenario scenario) {
        return choice.positions().stream().flatMap(List::stream).map(setting -> scenario.named(setting.address()));
    }

    private static Stream<Address> deeper(Address one, Address other) {
        return one.isBelow(other) ? Stream.of(one) : other.isBelow(one) ? Stream.of(other) : Stream.empty();
    }
}
