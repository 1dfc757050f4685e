package org.advalorem.facts;

/**
 * One value being read.
 *
 * @param given what was written
 * @param address the address of the value
 * @param context what it is read with
 * @param descriptive whether no result depends on it
 */
record Reading(SourceNode given, Address address, FactsContext context, boolean descriptive) {

    Reading at(SourceNode child, String key) {
        return new Reading(child, address.child(key), context, descriptive);
    }

    Reading of(SourceNode other) {
        return new Reading(other, address, context, descriptive);
    }

    UnusableFactsException problem(Problem.Code code, String message, String advice) {
        context.problems().add(code, given.origin(), message, advice);
        return new UnusableFactsException();
    }

    UnusableFactsException wrongShape(String expected) {
        String found = switch (shape()) {
            case "scalar" -> "the single value (" + ((SourceNode.Scalar) given).text() + ")";
            case "mapping" -> "a mapping";
            default -> "a list";
        };
        return problem(Problem.Code.AV203, "(" + address + ") is " + found + "; expected " + expected + ".", "");
    }

    private String shape() {
        return given instanceof SourceNode.Scalar ? "scalar" : given instanceof SourceNode.Mapping ? "mapping" : "list";
    }
}
