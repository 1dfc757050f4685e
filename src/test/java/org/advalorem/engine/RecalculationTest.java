package org.advalorem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.advalorem.Shipped;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Term;
import org.junit.jupiter.api.Test;

/** Values computed again downstream of moved inputs are those of a whole pass, bit for bit. */
final class RecalculationTest {
    private final Calculation calculation = Shipped.determination(Path.of("scenarios/every-program/scenario.yaml"))
            .calculation();

    @Test
    void everyInputMovedInTurnGivesTheValuesOfAWholePass() {
        SplittableRandom random = new SplittableRandom(3);
        List<Term> terms = calculation.terms();
        List<Term> results = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            results.add(terms.get(random.nextInt(terms.size())));
        }
        Values base = Values.of(calculation);
        Recalculation recalculation = new Recalculation(base, results);
        for (Term input : calculation.inputs().values()) {
            double moved = input.decimal().doubleValue() * 1.25 + 0.001;
            Values whole = Values.of(calculation, Map.of(input.address(), moved));
            Recalculation.Downstream downstream = recalculation.downstream(List.of(input));
            recalculation.move(downstream, new double[] {moved});
            for (Term result : results) {
                assertThat(recalculation.of(result)).as(input + " on " + result).isEqualTo(whole.of(result));
                if (Double.compare(whole.of(result), base.of(result)) != 0) {
                    assertThat(recalculation.inputsOf(result)).contains(input);
                }
            }
        }
    }
}
