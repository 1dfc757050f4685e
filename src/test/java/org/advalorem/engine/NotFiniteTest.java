package org.advalorem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.junit.jupiter.api.Test;

/** Where a calculation stops being one. */
final class NotFiniteTest {
    private final CalculationBuilder builder = new CalculationBuilder();
    private final Term benefit = builder.input("benefit", new BigDecimal("12"), Unit.FRACTION);
    private final Term sales = builder.input("sales", BigDecimal.ZERO, Unit.FRACTION);
    private final Term share = benefit.dividedBy(sales);

    @Test
    void theFirstStepAndTheInputsOfItsDivisorAreNamed() {
        builder.outline().line("Share", share, Authority.law("x"));
        Term result = share.plus(benefit).positivePart();
        builder.outline().line("Result", result, Authority.law("x"));
        Values values = Values.of(builder.build());
        NotFinite found = NotFinite.below(result, values).orElseThrow();
        assertThat(found.term()).isSameAs(share);
        assertThat(found.step().orElseThrow().label()).isEqualTo("Share");
        assertThat(found.numbers()).isEqualTo("12 / 0");
        assertThat(found.inputs()).containsExactly(sales);
        assertThat(values.areFinite()).isFalse();
    }

    /** The smaller of infinity and 12 is 12: a number, but made of none. */
    @Test
    void whatIsSwallowedOnTheWayIsFoundToo() {
        Term result = share.smaller(benefit);
        Values values = Values.of(builder.build());
        assertThat(values.of(result)).isEqualTo(12.0);
        assertThat(NotFinite.below(result, values)).map(NotFinite::term).contains(share);
    }

    @Test
    void anAlternativeThatIsNotChosenHasNoEffect() {
        Term result = builder.truth(false).choose(share, benefit);
        Values values = Values.of(builder.build());
        assertThat(NotFinite.below(result, values)).isEmpty();
        assertThat(values.areFinite()).isFalse();
    }
}
