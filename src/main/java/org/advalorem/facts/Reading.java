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

    UnusableFactsException wrongShape(FieldType<?> type) {
        return wrongShape(
                type.expected(),
                given instanceof SourceNode.Scalar scalar
                        ? type.written(scalar.text()).map(this::line).orElse("")
                        : "");
    }

    /** The advice to write a value under the last key of the address. */
    String line(String value) {
        return address.segments().isEmpty()
                ? ""
                : "Write " + address.segments().get(address.segments().size() - 1) + ": " + value + ".";
    }

    UnusableFactsException wrongShape(String expected) {
        return wrongShape(expected, "");
    }

    private UnusableFactsException wrongShape(String expected, String advice) {
        String found = switch (shape()) {
            case "scalar" -> "the single value (" + ((SourceNode.Scalar) given).text() + ")";
            case "mapping" -> "a mapping";
            default -> "a list";
        };
        return problem(Problem.Code.AV203, "(" + address + ") is " + found + "; expected " + expected + ".", advice);
    }

    private String shape() {
        return given instanceof SourceNode.Scalar ? "scalar" : given instanceof SourceNode.Mapping ? "mapping" : "list";
    }
}
