package org.advalorem.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Varied;
import org.advalorem.facts.Address;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.scenario.Assignment;

/**
 * A change of a quantity: one value, a whole series, or a column of records is replaced, scaled or added to. It moves
 * inputs of the calculation without rebuilding it; {@link PerturbationCheck} makes sure that this gives the same rates
 * as rebuilding.
 *
 * @param address as after {@code --set}
 * @param change how a number changes the value read
 */
public record Perturbation(Address address, Varied.Change change) {
    /**
     * The inputs of a model that move; empty if nothing in its calculation depends on the value.
     *
     * <p>A column of records moves through its scale and shift. A series for which the file names neither moves number
     * by number.
     */
    public List<String> inputs(Model model) {
        Calculation calculation = model.determination().calculation();
        String whole = address.toString();
        if (calculation.input(whole).isPresent()) {
            return List.of(whole);
        }
        if (change == Varied.Change.REPLACE) {
            return calculation.inputs().keySet().stream()
                    .filter(input -> input.startsWith(whole + ".") && !input.startsWith(whole + ".change."))
                    .toList();
        }
        // the inputs moved do not depend on the number, so any number the change allows will do
        Assignment any = assignment(BigDecimal.ONE, model, Origin.PROGRAM, Origin.PROGRAM);
        return model.scenario().moved(any, calculation, new Problems()).stream()
                .map(Term::address)
                .toList();
    }

    /** The column that moves those inputs in a model; empty if there are none. */
    public Optional<Varied> varied(Model model) {
        List<String> inputs = inputs(model);
        return inputs.isEmpty()
                ? Optional.empty()
                : Optional.of(Varied.of(model.determination().calculation(), address.toString(), change, inputs));
    }

    /** The numbers of the inputs, by address, with the perturbation at {@code number}. */
    public Map<String, Double> at(double number, Model model) {
        Map<String, Double> numbers = new HashMap<>();
        for (String input : inputs(model)) {
            Term term = model.determination().calculation().input(input).orElseThrow();
            numbers.put(input, change.apply(model.values().of(term), number));
        }
        return numbers;
    }

    /** The number of the perturbation in the baseline; empty if it replaces several inputs, or none. */
    public Optional<Double> base(Model model) {
        return switch (change) {
            case TIMES -> Optional.of(1.0);
            case PLUS -> Optional.of(0.0);
            case REPLACE ->
                inputs(model).size() == 1
                        ? model.determination()
                                .calculation()
                                .input(inputs(model).get(0))
                                .map(model.values()::of)
                        : Optional.empty();
        };
    }

    /**
     * The number as written after {@code --set ADDRESS=}: preceded by the change and followed by a percent sign or
     * unit.
     */
    public String text(BigDecimal number, Model model) {
        Optional<WrittenNumber> written = written(model);
        boolean percent = change != Varied.Change.TIMES
                && written.map(WrittenNumber::percent).orElse(false);
        String unit = change == Varied.Change.TIMES
                ? ""
                : written.map(WrittenNumber::unit)
                        .filter(text -> !text.isEmpty())
                        .map(text -> " " + text)
                        .orElse("");
        String digits = (percent ? number.movePointRight(2) : number)
                .stripTrailingZeros()
                .toPlainString();
        String word = change == Varied.Change.REPLACE ? "" : change == Varied.Change.TIMES ? "times " : "plus ";
        return word + digits + (percent ? "%" : unit);
    }

    /**
     * The unit of the perturbation's number, such as {@code USD/t}; {@code %} for a fraction written as a percentage;
     * empty for other fractions and for factors.
     */
    public String unit(Model model) {
        if (change == Varied.Change.TIMES) {
            return "";
        }
        Calculation calculation = model.determination().calculation();
        return inputs(model).stream()
                .findFirst()
                .flatMap(calculation::input)
                .map(input -> input.unit().isFraction()
                        ? percent(model) ? "%" : ""
                        : input.unit().toString())
                .orElse("");
    }

    /** Whether there is a value to move, written or a default. */
    boolean isWritten(Model model) {
        return written(model).isPresent();
    }

    /** Whether the value is written with a percent sign. */
    public boolean percent(Model model) {
        return written(model).map(WrittenNumber::percent).orElse(false);
    }

    /** The value as written; of several, the first. */
    private Optional<WrittenNumber> written(Model model) {
        FactRegister register = model.determination().register();
        List<String> names = new ArrayList<>();
        names.add(address.toString());
        names.addAll(new Perturbation(address, Varied.Change.REPLACE).inputs(model));
        return names.stream()
                .flatMap(name -> register.find(name).stream())
                .findFirst()
                .flatMap(fact -> WrittenNumber.parse(fact.text()));
    }

    /**
     * The setting equivalent to the perturbation at {@code number}.
     *
     * @param key where the address is written
     * @param origin where the number is written
     */
    Assignment assignment(BigDecimal number, Model model, Origin key, Origin origin) {
        return new Assignment(address, new SourceNode.Scalar(text(number, model), false, origin), key);
    }
}
