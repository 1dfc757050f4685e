package org.advalorem.calculation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An immutable graph of quantities with the outline that explains it. Terms are in order, operands first. */
public final class Calculation {
    private final List<Term> terms;
    private final Map<String, Term> inputs;
    private final List<Requirement> requirements;
    private final Map<Term, String> names;
    private final Outline.Section outline;

    Calculation(
            List<Term> terms,
            Map<String, Term> inputs,
            List<Requirement> requirements,
            Map<Term, String> names,
            Outline.Section outline) {
        this.terms = List.copyOf(terms);
        this.inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        this.requirements = List.copyOf(requirements);
        this.names = Map.copyOf(names);
        this.outline = outline;
    }

    /** This calculation with another outline of the same terms. */
    public Calculation explainedBy(Outline.Section other) {
        return new Calculation(terms, inputs, requirements, names, other);
    }

    /** All terms, operands before the terms that use them; a term's position is its {@link Term#index()}. */
    public List<Term> terms() {
        return terms;
    }

    /** The inputs by address, in the order in which they were read. */
    public Map<String, Term> inputs() {
        return inputs;
    }

    /** The input at an address. */
    public Optional<Term> input(String address) {
        return Optional.ofNullable(inputs.get(address));
    }

    /** The conditions that must hold. */
    public List<Requirement> requirements() {
        return requirements;
    }

    /** The name of an input in formulas, where its address alone is not informative. */
    public Optional<String> name(Term input) {
        return Optional.ofNullable(names.get(input));
    }

    /** The outline. */
    public Outline.Section outline() {
        return outline;
    }
}
