package org.advalorem.scenario;

import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;

/**
 * A command-line argument of the form {@code address=text}.
 *
 * @param text what follows the equals sign
 * @param offset where the text starts in the argument, in code points from 0
 * @param whole the origin of the whole argument
 */
record AddressArgument(Address address, String text, int offset, Origin whole) {
    static final Form SET = new Form("--set argument", "sets", "programs.NAME.applied=no");
    static final Form WRITTEN = new Form("argument", "sets", "programs.NAME.applied=no");
    static final Form VARY = new Form("--vary argument", "varies", "'programs.NAME.rate=triangular(2%, 6%, 12%)'");
    static final Form RANGE = new Form("--vary argument", "varies", "'programs.NAME.rate=0% to 12%'");

    static final Form ADJUST = new Form("--adjust argument", "adjusts", "'programs.NAME.rate=0% to 12%'");

    /**
     * A use of such an argument, as described in problems.
     *
     * @param place the name of the argument in problems
     * @param verb what the argument does
     * @param example a valid argument
     */
    record Form(String place, String verb, String example) {
        String advice() {
            return "Write address=value, such as " + example
                    + "; (advalorem addresses FILE) lists the addresses of a scenario.";
        }
    }

    /** Whether an argument has an equals sign, and so a text. */
    static boolean hasText(String argument) {
        return equalsSign(argument) >= 0;
    }

    static Optional<AddressArgument> parse(Form form, String argument, Problems problems) {
        int equals = equalsSign(argument);
        Origin whole = Origin.of(form.place(), 0, 1, argument);
        if (equals < 0) {
            problems.add(
                    Problem.Code.AV212,
                    whole,
                    "(" + argument + ") " + form.verb() + " nothing: it has no equals sign.",
                    form.advice());
            return Optional.empty();
        }
        try {
            return Optional.of(new AddressArgument(
                    Address.parse(argument.substring(0, equals).strip()),
                    argument.substring(equals + 1),
                    argument.codePointCount(0, equals + 1),
                    whole));
        } catch (IllegalArgumentException e) {
            problems.add(Problem.Code.AV211, whole, String.valueOf(e.getMessage()), form.advice());
            return Optional.empty();
        }
    }

    /** The text as a scalar, without reading it as YAML. */
    SourceNode.Scalar scalar() {
        String stripped = text.stripLeading();
        int blanks = text.length() - stripped.length();
        return new SourceNode.Scalar(
                stripped.strip(), false, Origin.of(whole.place(), 1, offset + blanks + 1, whole.text()));
    }

    /** The index of the first equals sign outside quotes, or -1; a quoted name may contain one. */
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
