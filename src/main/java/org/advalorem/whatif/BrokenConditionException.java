package org.advalorem.whatif;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** A draw in which a condition of the calculation does not hold, such as a negative markup. */
public final class BrokenConditionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<BrokenCondition> broken;
    private final transient Map<String, Double> inputs = new LinkedHashMap<>();

    BrokenConditionException(List<BrokenCondition> broken, Uncertainty uncertainty, Sampling.Layout layout) {
        this(broken, uncertainty, layout, layout, Set.of());
    }

    /** As above, with some inputs drawn from a second layout. */
    BrokenConditionException(
            List<BrokenCondition> broken,
            Uncertainty uncertainty,
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
            inputs.put(uncertainty.inputs().get(input).address(), value[0]);
        }
    }

    BrokenConditionException(List<BrokenCondition> broken, Map<String, Double> inputs) {
        super(broken.get(0).message());
        this.broken = List.copyOf(broken);
        this.inputs.putAll(inputs);
    }

    /** What does not hold, in the draws made so far; the first one's draw is where the run stopped. */
    public List<BrokenCondition> broken() {
        return broken;
    }

    /** The uncertain inputs in the first draw, by address. */
    public Map<String, Double> inputs() {
        return inputs;
    }
}
