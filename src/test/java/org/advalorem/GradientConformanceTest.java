package org.advalorem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Term;
import org.advalorem.engine.ExactOracle;
import org.advalorem.engine.Gradient;
import org.advalorem.engine.Values;
import org.advalorem.rules.Determination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gradient of every company's rate and of the all-others rate, by every input, is the difference quotient.
 *
 * <p>The differences are taken in 40 digits and record by record, so the step can be so small, 1e-12 of the input, that
 * dense prices do not matter: a bend lies within it only where the scenario stands exactly on one.
 */
class GradientConformanceTest {
    private static final long SEED = 6_626L;
    private static final int DRAWS = 2;
    private static final BigDecimal STEP = new BigDecimal("1e-12");
    private static final double TOLERANCE = 1e-11;
    /** What rounding to 40 digits may add to a difference of two values of a rate that do not differ. */
    private static final double ROUNDING = 1e-38;

    private static final Path SMALL = Path.of("src/test/resources/cli/small.yaml");

    static Stream<List<Path>> scenarios() {
        return Stream.concat(Shipped.withOverlays().stream(), Stream.of(List.of(SMALL)));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void isTheDifferenceQuotient(List<Path> files) {
        Determination determination = Shipped.determination(files);
        assertThat(check(determination, Map.of()))
                .as("inputs that stand at a bend")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void isTheDifferenceQuotientElsewhereToo(List<Path> files) {
        Determination determination = Shipped.determination(files);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int draw = 0; draw < DRAWS; draw++) {
            Map<String, BigDecimal> moved = new HashMap<>();
            determination.calculation().inputs().forEach((address, input) -> {
                BigDecimal factor = BigDecimal.valueOf(random.nextInt(9_000, 11_000), 4);
                // a whole double, so that the exact values and the program's start from the same number
                moved.put(
                        address, new BigDecimal(input.decimal().multiply(factor).doubleValue()));
            });
            assertThat(check(determination, moved))
                    .as("inputs that stand at a bend")
                    .isEmpty();
        }
    }

    /** A purchase at exactly the benchmark: the slope is that towards a higher one, and no other input is touched. */
    @Test
    void atABendItIsTheSlopeTowardsMore() {
        Determination determination =
                Shipped.determination(SMALL, "companies.acme.uses.resin.mill.purchases.2.price=1045");
        List<String> bent = new ArrayList<>();
        for (String rate : List.of("acme", "all others")) {
            for (String input : List.of(
                    "benchmarks.resin.world.index",
                    "benchmarks.resin.ocean-freight.quote",
                    "benchmarks.resin.import-duty",
                    "companies.acme.uses.resin.mill.purchases.change.price.scale",
                    "companies.acme.uses.resin.mill.purchases.change.price.shift")) {
                bent.add(rate + " by " + input);
            }
        }
        assertThat(check(determination, Map.of())).containsExactlyInAnyOrderElementsOf(bent);
        Gradient gradient = Gradient.of(
                determination.calculation(), determination.companies().get(0).rate());
        // 1.1 for the duty, of 1,500 t bought at or below the benchmark in March and 2,000 t in July, by 1,000 million
        assertThat(gradient.byInput("benchmarks.resin.world.index")).isCloseTo(1.1 * 3500 / 1e9, within(1e-20));
    }

    /** Compares by every input; returns those at which the two one-sided slopes differ. */
    private static List<String> check(Determination determination, Map<String, BigDecimal> moved) {
        Calculation calculation = determination.calculation();
        Map<String, Double> numbers = new HashMap<>();
        moved.forEach((address, decimal) -> numbers.put(address, decimal.doubleValue()));
        Values values = Values.of(calculation, numbers);
        ExactOracle here = ExactOracle.of(calculation, moved);
        Map<String, Term> rates = new LinkedHashMap<>();
        determination.companies().forEach(company -> rates.put(company.id(), company.rate()));
        determination.allOthers().ifPresent(result -> rates.put("all others", result.rate()));
        Map<String, Gradient> gradients = new LinkedHashMap<>();
        rates.forEach((name, rate) -> gradients.put(name, Gradient.of(values, rate)));
        List<String> bent = new ArrayList<>();
        calculation.inputs().forEach((address, input) -> {
            BigDecimal at = moved.getOrDefault(address, input.decimal());
            BigDecimal step = at.signum() == 0 ? STEP : at.abs().multiply(STEP);
            ExactOracle above = here.stepped(address, at.add(step));
            ExactOracle below = here.stepped(address, at.subtract(step));
            gradients.forEach((name, gradient) -> {
                Term rate = rates.get(name);
                double more = quotient(above, here, rate, step);
                double less = quotient(here, below, rate, step);
                double slope = gradient.byInput(address);
                double rounding =
                        ROUNDING * here.value(rate).orElseThrow().abs().doubleValue() / step.doubleValue();
                double tolerance = TOLERANCE * Math.max(Math.abs(more), Math.abs(less)) + rounding;
                if (Math.abs(more - less) > tolerance) {
                    bent.add(name + " by " + address);
                    assertThat(Math.min(Math.abs(slope - more), Math.abs(slope - less)))
                            .as("%s by %s is %s, with slopes %s and %s", name, address, slope, less, more)
                            .isLessThanOrEqualTo(tolerance);
                } else {
                    assertThat(slope).as("%s by %s", name, address).isCloseTo(more, within(tolerance));
                }
            });
        });
        return bent;
    }

    private static double quotient(ExactOracle above, ExactOracle below, Term rate, BigDecimal step) {
        return above.value(rate)
                .orElseThrow()
                .subtract(below.value(rate).orElseThrow())
                .divide(step, MathContext.DECIMAL128)
                .doubleValue();
    }
}
