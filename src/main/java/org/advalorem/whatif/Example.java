package org.advalorem.whatif;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Problems;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.scenario.Uncertain;

/** A usable example of {@code ADDRESS=DISTRIBUTION} for a scenario in which nothing is uncertain yet. */
public final class Example {
    private static final int MOST_TRIED = 20;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Example() {}

    /**
     * A triangular distribution around a rate of the scenario, or a factor on another value; empty if nothing can vary.
     */
    public static Optional<String> of(Model model) {
        return model.determination().register().all().stream()
                .filter(Example::isWrittenNumber)
                .flatMap(fact -> WrittenNumber.parse(fact.text()).stream()
                        .filter(measure -> measure.number().signum() > 0)
                        .map(measure -> new Written(fact.address().toString(), measure)))
                // the argument is shown in single quotes, which the shell cannot nest
                .filter(written -> written.address().indexOf('\'') < 0)
                .sorted(Comparator.comparing(written -> !written.measure().percent()))
                .limit(MOST_TRIED)
                .map(written -> written.address() + "=" + distribution(written.measure()))
                .filter(argument -> isUsable(argument, model))
                .findFirst();
    }

    private record Written(String address, WrittenNumber measure) {}

    private static boolean isWrittenNumber(FactRegister.Fact fact) {
        return !fact.origin().place().isEmpty() && fact.term().isPresent();
    }

    private static String distribution(WrittenNumber base) {
        return base.percent()
                ? Stream.of(HALF, BigDecimal.ONE, HALF.add(BigDecimal.ONE))
                        .map(factor -> base.number()
                                        .multiply(factor)
                                        .stripTrailingZeros()
                                        .toPlainString()
                                + "%")
                        .collect(Collectors.joining(", ", "triangular(", ")"))
                : "times normal(1, 0.05)";
    }

    private static boolean isUsable(String argument, Model model) {
        Problems quiet = new Problems();
        List<Uncertain> entries = Uncertain.read(model.scenario(), List.of(argument), quiet);
        return UncertainModel.of(model, entries, List.of(), quiet)
                .filter(uncertainty -> uncertainty.unused().isEmpty())
                .isPresent();
    }
}
