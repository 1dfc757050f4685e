package org.advalorem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.scenario.Expectation.Form;
import org.advalorem.scenario.Expectations.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationTest {
    private final Problems problems = new Problems();

    private List<Expectation> read(String text) {
        return Expectations.read(SourceNode.mapping("companies.zhongji.rate", text), problems);
    }

    @ParameterizedTest
    @CsvSource({
        // the average of 20.33 % and 2.04 % is published as 11.19 %, though its double is below 11.185
        "11.19%, 0.11185, true",
        "11.18%, 0.11185, false",
        "17.14%, 0.171449, true",
        "17.14%, 0.171450, false",
        "17.1%, 0.1714, false",
        "17.1%, 0.171, true",
        "17%, 0.170049, true",
        "== 17.1412%, 0.17141249, true",
        "== 17.1412%, 0.17141251, false",
        "== 17.14% +- 0.005%, 0.17145, true",
        "== 17.14% +- 0.005%, 0.171451, false",
        "17.14% within 0.01pp, 0.1715, true",
        "17.14% within 0.01 pp, 0.17151, false",
        "17.14% ± 0.01%, 0.1713, true",
        "< 20%, 0.2, false",
        "< 20%, 0.19999, true",
        "<= 20%, 0.2, true",
        "<=20%, 0.2000001, false",
        "> 1%, 0.01, false",
        ">= 1%, 0.01, true",
        // three programs that sum to exactly 1.00 %
        ">= 1%, 0.009999999999999998, true",
        "> 1%, 0.010000000000000002, false",
        "20 percent, 0.2, true",
        "-0.5%, -0.005, true",
    })
    void comparesRatesAsTheDecimalsTheyStandFor(String text, double found, boolean met) {
        assertThat(read(text)).hasSize(1);
        assertThat(read(text).get(0).form()).isEqualTo(Form.RATE);
        assertThat(read(text).get(0).isMetBy(found)).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5 million CNY, NUMBER, 1500000, true",
        "1.5 million, NUMBER, 1500000.004, true",
        "1.5 million, NUMBER, 1500000.006, false",
        "== 100 +- 0.5, NUMBER, 100.5, true",
        "< 3, NUMBER, 3, false",
        "yes, YES_NO, 1, true",
        "yes, YES_NO, 0, false",
        "no, YES_NO, 0, true",
        "true, YES_NO, 1, true",
    })
    void comparesAmountsAndVerdicts(String text, Form form, double found, boolean met) {
        Expectation expectation = read(text).get(0);
        assertThat(expectation.form()).isEqualTo(form);
        assertThat(expectation.isMetBy(found)).isEqualTo(met);
        assertThat(expectation.isMetBy(Double.NaN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "about 20%",
                "",
                "<",
                "< x",
                "17% within",
                "17% within 5",
                "== 5 +- -1",
                "17.14%%",
                "=< 5%",
                "5 apples"
            })
    void refusesWhatIsNoComparison(String text) {
        assertThat(read(text)).isEmpty();
        assertThat(problems.sorted()).hasSize(1);
    }

    @Test
    void checksResultsAndKnowsTheNearest() {
        List<Expectation> expectations = Expectations.read(
                SourceNode.mapping("a.rate", "< 20%", "a.raet", "< 20%", "a.deMinimis", "< 20%"), problems);
        List<Expectations.Outcome> outcomes = Expectations.check(
                expectations,
                address -> switch (address.toString()) {
                    case "a.rate" -> Optional.of(new Found(0.25, Form.RATE));
                    case "a.deMinimis" -> Optional.of(new Found(0, Form.YES_NO));
                    default -> Optional.empty();
                },
                List.of("a.rate", "a.deMinimis"),
                problems);
        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.get(0).met()).isFalse();
        assertThat(outcomes.get(0).found()).isEqualTo(0.25);
        assertThat(outcomes.get(0).expectation().address()).isEqualTo(Address.parse("a.rate"));
        assertThat(problems.sorted())
                .extracting(problem -> problem.message() + " " + problem.advice())
                .containsExactly(
                        "There is no result (a.raet). Did you mean (a.rate)?",
                        "(a.deMinimis) is yes or no, but (< 20%) is a rate. Compare it with a value such as yes.");
    }
}
