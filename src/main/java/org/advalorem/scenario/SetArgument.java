package org.advalorem.scenario;

import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.facts.Given;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;

/** An argument {@code address=value}; the value is a single value, {@code [a list]} or {@code {a: mapping}}. */
final class SetArgument {
    static final String PLACE = "--set argument";
    private static final String FORM = "Write address=value, for example companies.zhongji.applied=no.";

    private SetArgument() {}

    static Optional<Assignment> parse(String argument, Problems problems) {
        int equals = equalsSign(argument);
        Origin whole = Origin.of(PLACE, 0, 1, argument);
        if (equals < 0) {
            problems.add(Problem.Code.AV212, whole, "(" + argument + ") sets nothing: it has no equals sign.", FORM);
            return Optional.empty();
        }
        Address address;
        try {
            address = Address.parse(argument.substring(0, equals).strip());
        } catch (IllegalArgumentException e) {
            problems.add(Problem.Code.AV211, whole, String.valueOf(e.getMessage()), FORM);
            return Optional.empty();
        }
        int before = problems.size();
        Optional<Given> value = SourceText.ofArgument(
                        PLACE,
                        argument,
                        argument.substring(equals + 1),
                        argument.codePointCount(0, equals + 1),
                        problems)
                .flatMap(source -> YamlReader.read(source, problems));
        if (value.isEmpty() && problems.size() == before) {
            problems.add(
                    Problem.Code.AV109,
                    whole,
                    "Nothing is written for (" + address + ").",
                    "Write a value behind the equals sign; none removes what is there.");
        }
        return value.map(given -> new Assignment(address, given, whole));
    }

    /** The first equals sign outside quotes; a name in quotes may hold one. */
    private static int equalsSign(String argument) {
        boolean quoted = false;
        for (int i = 0; i < argument.length(); i++) {
            if (argument.charAt(i) == '\'') {
                quoted = !quoted;
            } else if (argument.charAt(i) == '=' && !quoted) {
                return i;
            }
        }
        return -1;
    }
}
