package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.advalorem.engine.Varied;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may stand behind {@code --vary ADDRESS=}. */
final class ValueRangeTest {
    private static final Scenario SCENARIO = Line.model(Line.FILE).scenario();

    private static ValueRange read(String text) {
        Problems problems = new Problems();
        List<ValueRange> ranges = ValueRange.read(SCENARIO, List.of("a.b=" + text), problems);
        problems.throwIfAny();
        return ranges.get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0% to 12% in 4 | 0%;4%;8%;12%",
                "0 to 12% in 3 | 0%;6%;12%",
                "0% to 12% step 5% | 0%;5%;10%",
                "12% to 0% step -6% | 12%;6%;0%",
                "0% to 0.3% step 0.1% | 0%;0.1%;0.2%;0.3%",
                "5 USD/t to 7 USD/t in 3 | 5 USD/t;6 USD/t;7 USD/t",
                "5 to 7 USD/t step 1 | 5 USD/t;6 USD/t;7 USD/t",
                "1 million to 3 million in 2 | 1000000;3000000",
                "-5 to 5 in 3 | -5;0;5",
                "times 0.8 to 1.2 step 0.2 | times 0.8;times 1;times 1.2",
                "plus -5% to 5% in 2 | plus -5%;plus 5%",
                "0% to 1% in 4 | 0%;0.3333333333333333%;0.6666666666666667%;1%",
                "none, ratio, denominator | none;ratio;denominator",
                "[none, ratio] | none;ratio",
                "13%, 17% | 13%;17%",
                "times 0.9, 1.1 | times 0.9;times 1.1",
                "times 0.9, times 1.1 | times 0.9;times 1.1",
                "plus -5%, plus 5% | plus -5%;plus 5%",
                "times 0.8 to times 1.2 in 2 | times 0.8;times 1.2",
                "0.9, times 1.1 | 0.9;times 1.1",
                "yes | yes"
            })
    void valuesAreWrittenAsBehindSet(String text, String values) {
        assertThat(read(text).values()).containsExactly(values.split(";", -1));
    }

    @Test
    void withoutANumberOfValuesThereAre25() {
        ValueRange range = read("0% to 12%");
        assertThat(range.size()).isEqualTo(25);
        assertThat(range.values()).startsWith("0%", "0.5%", "1%").endsWith("12%");
        assertThat(range.numbers().get(24)).isEqualByComparingTo("0.12");
    }

    @Test
    void numbersAreInTheUnitOfTheValueAndFractionsOfRates() {
        assertThat(read("times 0.8 to 1.2 in 2").change()).isEqualTo(Varied.Change.TIMES);
        assertThat(read("times 0.5, times 1").numbers()).containsExactly(new BigDecimal("0.5"), BigDecimal.ONE);
        assertThat(read("plus 1 to 2 in 2").change()).isEqualTo(Varied.Change.PLUS);
        assertThat(read("13%, 17%").numbers())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("0.13"), new BigDecimal("0.17"));
        assertThat(read("3 million, 5 million").numbers())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(BigDecimal.valueOf(3_000_000), BigDecimal.valueOf(5_000_000));
        assertThat(read("13%, none").numbers()).isEmpty();
        assertThat(read("13%, none").perturbation()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0% to 12% in 1 | A range has from 2 to 100000 values, not 1.",
                "0% to 12% in 2.5 | (2.5) is not a whole number of values.",
                "0% to 12% in 5% | (5%) is not a whole number of values.",
                "0% to 12% in 100001 | A range has from 2 to 100000 values, not 100001.",
                "0 to 1e30 step 1 | (1e30) is too large for a quantity.",
                "0% to 12% step 0% | Steps of (0%) do not lead from (0%) to (12%).",
                "0% to 12% step -1% | Steps of (-1%) do not lead from (0%) to (12%).",
                "0% to 12% step 1 | (1) has no percent sign, unlike the rest of the range.",
                "0 to 12 step 1% | (1%) has a percent sign, unlike the ends of the range.",
                "5 to 12% | (5) has no percent sign, unlike the rest of the range.",
                "5 USD/t to 7 CNY/t | The ends of (5 USD/t to 7 CNY/t) have different units: USD/t and CNY/t.",
                "5 USD/t to 7 USD/t step 1 kg | The step (1 kg) has a unit that the ends of the range do not have.",
                "6% to 6% | The range (6% to 6%) has no width.",
                "none to ratio | (none) is not a number with its unit.",
                "times 0.9, plus 5 | (plus 5) is in a range whose first value begins with (times), which applies to all"
                        + " of them.",
                ", | (,) holds no values."
            })
    void whatIsNoRangeIsRefused(String text, String message) {
        Problems problems = new Problems();
        assertThat(ValueRange.read(SCENARIO, List.of("a.b=" + text), problems)).isEmpty();
        assertThat(problems.sorted()).extracting(Problem::message).containsExactly(message);
        assertThat(problems.sorted().get(0).origin().column()).isEqualTo(5);
        assertThat(problems.sorted().get(0).advice()).startsWith("Write 0% to 12%");
    }
}
