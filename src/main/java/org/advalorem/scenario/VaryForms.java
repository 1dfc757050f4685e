package org.advalorem.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.facts.Address;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.WrittenNumber;

/** What can be written after {@code --vary ADDRESS=}, proposed where nothing was, around the value that is there. */
final class VaryForms {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal MORE = new BigDecimal("1.5");

    private VaryForms() {}

    /** The addresses that an argument without an equals sign names; none, with the problem reported, if it names none. */
    static List<Address> addresses(Scenario scenario, String argument, AddressArgument.Form form, Problems problems) {
        Origin whole = Origin.of(form.place(), 0, 1, argument);
        try {
            Address written = Address.parse(argument.strip());
            List<Address> meant = scenario.meant(written, whole, problems);
            if (meant.isEmpty() || meant.stream().allMatch(scenario::canVary)) {
                return meant;
            }
        } catch (IllegalArgumentException e) {
            // not an address: said below
        }
        problems.add(
                Problem.Code.AV212,
                whole,
                "(" + argument + ") " + form.verb() + " nothing: it has no equals sign.",
                form.advice());
        return List.of();
    }

    /** Reports that a range is missing, with the ranges that can be written. */
    static void ofRange(Scenario scenario, Address address, Origin origin, Problems problems) {
        List<String> words = scenario.words(address);
        Optional<WrittenNumber> value = value(scenario, address);
        String forms;
        if (!words.isEmpty()) {
            forms = quoted(address, String.join(", ", words));
        } else if (value.isPresent()) {
            String low = text(value.get(), HALF);
            String high = text(value.get(), MORE);
            forms = quoted(address, low + " to " + high) + ", " + quoted(address, low + " to " + high + " in 11") + ", "
                    + quoted(address, low + ", " + high) + " or " + quoted(address, "times 0.8 to 1.2");
        } else {
            forms = quoted(address, "times 0.8 to 1.2") + " or " + quoted(address, "0% to 12% in 7");
        }
        missing("range", address, origin, forms, problems);
    }

    /** Reports that a distribution is missing, with the distributions that can be written. */
    static void ofDistribution(Scenario scenario, Address address, Origin origin, Problems problems) {
        List<String> words = scenario.words(address);
        Optional<WrittenNumber> value = value(scenario, address);
        String forms;
        if (!words.isEmpty()) {
            forms = quoted(address, discrete(words));
        } else if (value.isPresent()) {
            String low = text(value.get(), HALF);
            String high = text(value.get(), MORE);
            forms = quoted(address, low + " to " + high) + " (a 90% interval), "
                    + quoted(
                            address, "triangular(" + low + ", " + text(value.get(), BigDecimal.ONE) + ", " + high + ")")
                    + ", " + quoted(address, "positive " + low + " to " + high) + " or "
                    + quoted(address, "times normal(1, 0.1)");
        } else {
            forms = quoted(address, "times normal(1, 0.1)") + " or " + quoted(address, "triangular(2%, 6%, 12%)");
        }
        missing("distribution", address, origin, forms, problems);
    }

    /** The range from half of the value to half as much again; empty without a number other than zero. */
    static Optional<String> around(Scenario scenario, Address address) {
        return value(scenario, address).map(value -> text(value, HALF) + " to " + text(value, MORE));
    }

    private static void missing(String what, Address address, Origin origin, String forms, Problems problems) {
        problems.add(
                Problem.Code.AV502, origin, "No " + what + " is given for (" + address + ").", "Write " + forms + ".");
    }

    private static String quoted(Address address, String text) {
        return "'" + address.toString().replace("'", "'\\''") + "=" + text + "'";
    }

    /** Equal probabilities that add up to 100 percent. */
    private static String discrete(List<String> words) {
        int share = 100 / words.size();
        int first = 100 - share * (words.size() - 1);
        return words.stream()
                .map(word -> word + ": " + (word.equals(words.get(0)) ? first : share) + "%")
                .collect(Collectors.joining(", ", "discrete(", ")"));
    }

    private static Optional<WrittenNumber> value(Scenario scenario, Address address) {
        return scenario.written(address)
                .map(node -> node instanceof SourceNode.Mapping mapping && Trees.isWrapped(mapping)
                        ? mapping.entries().getOrDefault("value", mapping)
                        : node)
                .filter(SourceNode.Scalar.class::isInstance)
                .flatMap(node -> WrittenNumber.parse(((SourceNode.Scalar) node).text()))
                .filter(number -> number.hasSize() && number.number().signum() != 0);
    }

    private static String text(WrittenNumber value, BigDecimal factor) {
        String number = value.number()
                .multiply(factor, MathContext.DECIMAL64)
                .stripTrailingZeros()
                .toPlainString();
        return number + (value.percent() ? "%" : value.unit().isEmpty() ? "" : " " + value.unit());
    }
}
