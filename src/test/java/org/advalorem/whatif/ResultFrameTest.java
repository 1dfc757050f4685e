package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.advalorem.Keys;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Subject;
import org.junit.jupiter.api.Test;

/** Results in several cases, some of which were not reached. */
final class ResultFrameTest {
    private static final Subject ACME = Keys.subject("companies.acme");
    private static final Subject ALL_OTHERS = Keys.subject("all-others");
    private static final ResultKey DE_MINIMIS = ACME.key(Measure.DE_MINIMIS);
    private static final ResultKey YEARLY = Keys.of("companies.acme.programs.yearly.rate");
    private static final ResultKey NEGATIVE = Keys.of("determination.negative");

    /** 4 %; 0.75 % and so de minimis; the third case is not reached, the fourth lacks a program. */
    private static ResultFrame frame() {
        ResultFrame frame = ResultFrame.empty(
                List.of(
                        Line.PUBLISHED,
                        Line.RATE,
                        DE_MINIMIS,
                        YEARLY,
                        ALL_OTHERS.key(Measure.RATE),
                        ALL_OTHERS.key(Measure.RATE_UNROUNDED),
                        NEGATIVE),
                4);
        frame.put(0, Line.model(Line.FILE));
        frame.put(1, Line.model(Line.FILE, Line.STATED + "=0.25%", Line.GRANT + "=5 million"));
        frame.put(3, Line.model(Line.FILE, "programs.yearly.applied=no"));
        return frame;
    }

    @Test
    void numbersAreThoseOfTheModels() {
        ResultFrame frame = frame();
        assertThat(frame.column(Line.PUBLISHED)).containsExactly(0.04, 0.0075, Double.NaN, 0.03);
        assertThat(frame.column(Line.RATE)).containsExactly(0.04, 0.0075, Double.NaN, 0.03);
        assertThat(frame.column(YEARLY)).containsExactly(0.01, 0.005, Double.NaN, Double.NaN);
        assertThat(frame.number(YEARLY, 1)).isEqualTo(0.005);
        assertThat(frame.number(YEARLY, 3)).isNaN();
    }

    @Test
    void aCaseThatWasNotReachedIsKnownFromOneThatLacksAResult() {
        ResultFrame frame = frame();
        assertThat(frame.cases()).isEqualTo(4);
        assertThat(frame.made()).isEqualTo(3);
        assertThat(frame.isMade(1)).isTrue();
        assertThat(frame.isMade(2)).isFalse();
        assertThat(frame.isMade(3)).isTrue();
    }

    @Test
    void verdictsAreYesNoOrNothing() {
        ResultFrame frame = frame();
        assertThat(frame.truth(DE_MINIMIS, 0)).contains(false);
        assertThat(frame.truth(DE_MINIMIS, 1)).contains(true);
        assertThat(frame.truth(DE_MINIMIS, 2)).isEmpty();
        assertThat(frame.holds(DE_MINIMIS, 0)).isFalse();
        assertThat(frame.holds(DE_MINIMIS, 1)).isTrue();
        assertThat(frame.holds(DE_MINIMIS, 2)).isFalse();
        assertThat(frame.negative(0)).contains(false);
        assertThat(frame.negative(1)).contains(true);
        assertThat(frame.negative(2)).isEmpty();
    }

    @Test
    void ratesAreReadWithTheirVerdicts() {
        ResultFrame frame = frame();
        assertThat(frame.rate(ACME, 0)).contains(new Rate(0.04, 0.04, Optional.of(false), false));
        assertThat(frame.rate(ACME, 1)).contains(new Rate(0.0075, 0.0075, Optional.of(true), false));
        assertThat(frame.rate(ACME, 2)).isEmpty();
        assertThat(frame.rate(Keys.subject("companies.nobody"), 0)).isEmpty();
    }

    /** Acme is the only company examined: its verdict makes the determination negative. */
    @Test
    void aNegativeDeterminationHasNoRateOfAllOthers() {
        ResultFrame frame = frame();
        assertThat(frame.rate(ALL_OTHERS, 0)).contains(new Rate(0.04, 0.04, Optional.empty(), false));
        assertThat(frame.rate(ALL_OTHERS, 1)).contains(new Rate(0, 0, Optional.empty(), true));
        assertThat(frame.isNone(ALL_OTHERS, 1)).isTrue();
        assertThat(frame.isNone(ACME, 1)).isFalse();
    }

    @Test
    void whatIsNotMeasuredIsNoNumber() {
        ResultFrame frame = frame();
        ResultKey dropped = ACME.key(Measure.RATE_DROPPED);
        assertThat(frame.has(Line.RATE)).isTrue();
        assertThat(frame.has(dropped)).isFalse();
        assertThat(frame.number(dropped, 0)).isNaN();
        assertThat(frame.truth(dropped, 0)).isEmpty();
        assertThat(frame.column(dropped)).containsExactly(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    @Test
    void rowsComeFromOtherFramesToo() {
        ResultFrame frame = ResultFrame.empty(List.of(YEARLY, Line.RATE), 2);
        frame.put(1, ResultFrame.of(Line.model(Line.FILE), List.of(Line.RATE)));
        assertThat(frame.isMade(0)).isFalse();
        assertThat(frame.isMade(1)).isTrue();
        assertThat(frame.number(Line.RATE, 1)).isEqualTo(0.04);
        assertThat(frame.number(YEARLY, 1)).isNaN();
    }

    @Test
    void aColumnIsACopy() {
        ResultFrame frame = frame();
        frame.column(Line.RATE)[0] = 1;
        assertThat(frame.number(Line.RATE, 0)).isEqualTo(0.04);
    }

    @Test
    void theRatesOfAModelAreThoseOfCompaniesAndAllOthers() {
        ResultFrame rates = ResultFrame.ofRates(Line.model(Line.FILE));
        assertThat(rates.totals()).containsExactly(ACME, ALL_OTHERS);
        assertThat(rates.keys()).contains(Line.RATE, NEGATIVE, DE_MINIMIS).doesNotContain(YEARLY);
        assertThat(frame().totals()).containsExactly(ACME, ALL_OTHERS);
    }
}
