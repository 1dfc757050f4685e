package org.advalorem.whatif;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Exception for a draw in which a condition of the calculation fails, such as a negative markup. */
public final class BrokenConditionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<BrokenCondition> broken;
    private final transient Map<String, String> inputs = new LinkedHashMap<>();
    private String remedy = "";

    BrokenConditionException(List<BrokenCondition> broken, UncertainModel uncertainty, Sampling.Layout layout) {
        this(broken, uncertainty, layout, layout, Set.of());
    }

    /** The exception where some inputs are drawn from a second layout. */
    BrokenConditionException(
            List<BrokenCondition> broken,
            UncertainModel uncertainty,
            Sampling.Layout layout,
            Sampling.Layout second,
            Set<Integer> fromSecond) {
        super(broken.get(0).message());
        this.broken = List.copyOf(broken);
        List<Integer> all =
                IntStream.range(0, uncertainty.inputs().size()).boxed().toList();
        double[] value = new double[1];
        for (int input : all) {
            uncertainty
                    .sources(fromSecond.contains(input) ? second : layout, all)
                    .get()
                    .fill(input, broken.get(0).firstDraw(), 1, value);
            UncertainModel.Input of = uncertainty.inputs().get(input);
            inputs.put(of.address(), of.text(value[0], uncertainty.model()));
            if (value[0] < 0 && PositiveForm.fits(of) && isAbout(broken.get(0), of.address())) {
                remedy = PositiveForm.of(of, uncertainty.model());
            }
        }
    }

    BrokenConditionException(List<BrokenCondition> broken, Map<String, Double> inputs) {
        super(broken.get(0).message());
        this.broken = List.copyOf(broken);
        inputs.forEach((address, value) -> this.inputs.put(address, Double.toString(value)));
    }

    /** The conditions that failed in the draws made so far, ordered by the first draw in which they did. */
    public List<BrokenCondition> broken() {
        return broken;
    }

    private static boolean isAbout(BrokenCondition condition, String address) {
        return condition.message().contains("(" + address + ")")
                || condition.message().contains("negative");
    }

    /** What to write in place of the distribution that gave a negative value in the first such draw; empty if none did. */
    public String remedy() {
        return remedy;
    }

    /** The uncertain inputs in the first such draw, by address, as written after {@code --set}. */
    public Map<String, String> inputs() {
        return inputs;
    }
}
