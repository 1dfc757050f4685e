package org.advalorem.scenario;

import java.util.Optional;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;

/**
 * A command-line argument of the form {@code address=value}; the value is a single value, {@code [a list]} or {@code
 * {a: mapping}}.
 */
public final class SetArgument {
    private SetArgument() {}

    /**
     * The assignment that an argument expresses; empty if it is not readable, in which case the problem is reported.
     */
    public static Optional<Assignment> parse(String argument, Problems problems) {
        return parse(AddressArgument.SET, argument, problems);
    }

    /** The argument that expresses an assignment, without quotes for a shell. */
    public static String of(Assignment assignment) {
        return assignment.address() + "=" + YamlWriter.inFlow(assignment.value(), false, false);
    }

    /** The same for an argument that problems call by another name. */
    static Optional<Assignment> parse(AddressArgument.Form form, String argument, Problems problems) {
        return AddressArgument.parse(form, argument, problems).flatMap(split -> value(split, problems));
    }

    private static Optional<Assignment> value(AddressArgument split, Problems problems) {
        int before = problems.size();
        Optional<SourceNode> value = SourceText.ofArgument(
                        split.whole().place(), split.whole().text(), split.text(), split.offset(), problems)
                .flatMap(source -> YamlReader.read(source, problems));
        if (value.isEmpty() && problems.size() == before) {
            problems.add(
                    Problem.Code.AV109,
                    split.whole(),
                    "No value is given for (" + split.address() + ").",
                    "Write a value after the equals sign; none removes what is there.");
        }
        return value.map(given -> new Assignment(split.address(), given, split.whole()));
    }
}
