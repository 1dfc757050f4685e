package org.advalorem.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Address;
import org.advalorem.facts.AddressPattern;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.ShortAddress;
import org.advalorem.scenario.Scenario;

/** The number that an address, whole or short, asks to explain. */
public final class ExplainedAddress {
    private static final int MOST_NAMED = 8;
    private static final String LIST = "To list addresses: advalorem addresses FILE.";

    private ExplainedAddress() {}

    /**
     * The derivation of the number at an address or, if nothing is there, of the one for which it is short.
     *
     * @param scenario as read
     * @param evaluated the same evaluated
     * @param depth the number of levels to show
     * @param told given the sentence that says what a short address stood for
     * @throws NoNumberException if there is no such number, or several
     */
    public static Report report(
            Scenario scenario, EvaluatedScenario evaluated, String written, int depth, Consumer<String> told) {
        String address = meant(named(written, scenario), evaluated, told);
        Map<String, Term> terms = ExplainReport.terms(evaluated, address);
        Optional<Report> report = terms.isEmpty()
                ? ExplainReport.transaction(evaluated, address, depth)
                : Optional.of(ExplainReport.of(evaluated, terms, depth));
        return report.orElseThrow(() -> unknown(evaluated, address));
    }

    /** The address as reports write it, with the items of lists by name. */
    private static String named(String written, Scenario scenario) {
        try {
            return scenario.named(Address.parse(written)).toString();
        } catch (IllegalArgumentException e) {
            throw new NoNumberException(String.valueOf(e.getMessage()), LIST);
        }
    }

    /** The address itself if something is there, else that for which it is short. */
    private static String meant(String written, EvaluatedScenario scenario, Consumer<String> told) {
        List<String> all = AddressesReport.all(scenario);
        AddressPattern below = AddressPattern.of(written);
        if (all.stream().anyMatch(below::matches)
                || !ExplainReport.terms(scenario, written).isEmpty()
                || scenario.determination().register().find(written).isPresent()) {
            return written;
        }
        List<Address> meant = ShortAddress.meant(
                Address.parse(written), all.stream().map(Address::parse).toList());
        if (meant.size() > 1) {
            throw new NoNumberException(
                    "(" + written + ") is short for " + meant.size() + " values: "
                            + meant.stream()
                                    .limit(MOST_NAMED)
                                    .map(Address::toString)
                                    .collect(Collectors.joining(", "))
                            + (meant.size() > MOST_NAMED ? ", ..." : "") + ".",
                    "Name one of them.");
        }
        meant.forEach(address -> told.accept("(" + written + ") is (" + address + ")"));
        return meant.isEmpty() ? written : meant.get(0).toString();
    }

    private static NoNumberException unknown(EvaluatedScenario scenario, String address) {
        Optional<FactRegister.Fact> choice = scenario.determination().register().find(address);
        if (choice.isPresent()) {
            return new NoNumberException(
                    "(" + address + ") is a choice, not a number: "
                            + choice.get().text() + ".",
                    "Explain a result that depends on it, such as a company's rate.");
        }
        List<String> all = AddressesReport.all(scenario);
        AddressPattern below = AddressPattern.of(address);
        List<String> inside = all.stream().filter(below::matches).toList();
        if (!inside.isEmpty()) {
            return new NoNumberException(
                    "(" + address + ") holds several values: "
                            + String.join(", ", inside.subList(0, Math.min(MOST_NAMED, inside.size())))
                            + (inside.size() > MOST_NAMED ? ", ..." : "") + ".",
                    "Name one of them.");
        }
        return new NoNumberException(
                "There is no number (" + address + ").",
                Nearest.to(address, all)
                        .map(near -> "Did you mean (" + near + ")?")
                        .orElse(LIST));
    }
}
