package org.advalorem.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.advalorem.uncertainty.Variation.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VariationTest {
    @Test
    void readsEveryForm() {
        reads("uniform(1, 2)", new Uniform(1, 2));
        reads("triangular(2%, 6%, 12%)", new Triangular(0.02, 0.06, 0.12));
        reads("pert(0, 1.5 million, 3.2 million)", Pert.of(0, 1.5e6, 3.2e6));
        reads("normal(1, 0.05)", new Normal(1, 0.05));
        reads("truncated normal(1, 0.1, 0.9, 1.3)", TruncatedNormal.of(1, 0.1, 0.9, 1.3));
        reads("lognormal(62, 1.4)", new Lognormal(62, 1.4));
        reads("beta(2, 3)", Beta.of(2, 3));
        reads("beta(2, 3, 10%, 20%)", Beta.of(2, 3, 0.1, 0.2));
        reads("5% to 10%", Normal.ofInterval(0.05, 0.10));
        reads("normal(5% to 10%)", Normal.ofInterval(0.05, 0.10));
        reads("positive 5% to 10%", Lognormal.ofInterval(0.05, 0.10));
        reads("lognormal(5 percent to 10 percent)", Lognormal.ofInterval(0.05, 0.10));
        reads(
                "quantiles(p5: 1, p50: 2, p97.5: 7.5)",
                ElicitedQuantiles.of(Map.of(0.05, 1.0, 0.5, 2.0, 0.975, 7.5), false));
        reads("positive quantiles(p5: 1%, p95: 2%)", ElicitedQuantiles.of(Map.of(0.05, 0.01, 0.95, 0.02), true));
        reads("bernoulli(60%)", new Bernoulli(0.6));
        reads("bernoulli(0.6)", new Bernoulli(0.6));
        reads(
                "discrete(denied: 40%, fully granted: 60%)",
                Discrete.of(List.of("denied", "fully granted"), List.of(0.4, 0.6)));
        reads("empirical(past rates.csv)", Empirical.of("past rates.csv", new double[] {1, 2, 3}));
    }

    @Test
    void readsNumbersAsPeopleWriteThem() {
        reads("uniform(-1.5e-3,+.5)", new Uniform(-0.0015, 0.5));
        reads("  Uniform ( 2 thousand , 3 billion )  ", new Uniform(2_000, 3e9));
        reads("1 million to 2 million", Normal.ofInterval(1e6, 2e6));
        reads("10.54 % to 12 %", Normal.ofInterval(0.1054, 0.12));
        reads("uniform(0, 5%)", new Uniform(0, 0.05));
    }

    @Test
    void saysWhetherValuesWereInPercent() {
        assertThat(parse("triangular(0, 6%, 12%)").percent()).isTrue();
        assertThat(parse("normal(1, 0.05)").percent()).isFalse();
        assertThat(parse("bernoulli(60%)").percent()).isFalse();
        assertThat(parse("beta(2, 3, 10%, 20%)").percent()).isTrue();
    }

    @Test
    void readsWhatADrawDoes() {
        Variation times = parse("times normal(1, 0.05)");
        assertThat(times.effect()).isEqualTo(Effect.TIMES);
        assertThat(times).hasToString("times normal(1, 0.05)");
        assertThat(parse(times.toString())).isEqualTo(times);
        assertThat(parse("plus -1% to 1%").effect()).isEqualTo(Effect.PLUS);
        assertThat(parse("times 95% to 105%").distribution()).isEqualTo(Normal.ofInterval(0.95, 1.05));
    }

    @Test
    void valuesMayStateTheirUnit() {
        assertThat(parse("uniform(10 USD/t, 20 USD / t)"))
                .isEqualTo(new Variation(Effect.REPLACE, new Uniform(10, 20), false, "USD/t"));
        assertThat(parse("1.2 million CNY to 2 million CNY").distribution())
                .isEqualTo(Normal.ofInterval(1_200_000, 2_000_000));
        assertThat(parse("truncated normal(5 short tons, 1, 0, 9 short tons)").unit())
                .isEqualTo("short tons");
        assertThat(parse("lognormal(3 kWh, 2)").unit()).isEqualTo("kWh");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            triangular(2%, 6%) | 17 | Found ()); expected a comma and more, as in triangular(low, mode, high).
            triangular(2%, 6%, 12%, 13%) | 22 | Found (,); expected a closing bracket, as in triangular(low, mode, high).
            triangular 2% | 11 | Found (2); expected an opening bracket, as in triangular(low, mode, high).
            triangle(1, 2, 3) | 0 | Found (triangle); expected a distribution: uniform, triangular, pert, normal, truncated normal, lognormal, beta, quantiles, bernoulli, discrete, empirical, or (low to high).
            "" | 0 | Found the end; expected a distribution such as triangular(2%, 6%, 12%), or (low to high).
            times | 5 | Found the end; expected a distribution such as triangular(2%, 6%, 12%), or (low to high).
            uniform(2%, 6) | 12 | Some values have a percent sign and some have none. Write it for all or for none.
            uniform(two, 6) | 8 | Found (two); expected a number such as 6%, 0.06 or 3.2 million.
            uniform(1 EUR, 6 CNY) | 15 | Found the units (EUR) and (CNY). Write the same unit for all values.
            lognormal(1, 6 CNY) | 13 | Found the unit (CNY); expected a plain number.
            bernoulli(0.5 CNY) | 10 | Found the unit (CNY); expected a probability.
            times uniform(1 CNY, 2) | 6 | A factor has no unit. Leave out (CNY).
            uniform(1_000, 6) | 9 | Found (_) in a number. Write numbers with a decimal point and without grouping: 1420000 or 1.42 million.
            uniform(6, 1) | 0 | The low end (6) is not below the high end (1). Write uniform(low, high), or a plain number when nothing varies.
            "times pert(1, 5, 3)" | 6 | The mode (5) is not between the low end (1) and the high end (3). Write pert(low, mode, high).
            uniform(1, 2) or so | 14 | Found (or); expected nothing more.
            5% | 2 | Found the end; expected (to), as in low to high.
            5% to | 5 | Found the end; expected a number such as 6%, 0.06 or 3.2 million.
            truncated(1, 2, 3, 4) | 9 | Found ((); expected truncated normal(mean, standard deviation, low, high).
            positive normal(1, 2) | 9 | Found (normal); expected (low to high) or quantiles(...) after (positive).
            positive -1 to 2 | 9 | The low end of a positive interval (-1) is not positive. Write a number above zero.
            lognormal(5%, 20%) | 14 | Found a percentage; expected a plain number.
            quantiles(p5: 1, p100: 2) | 17 | Found (p100); expected a percentile such as p5 or p97.5, as in quantiles(p5: low, p50: middle, p95: high).
            quantiles(p5: 1, p5: 2) | 17 | Found (p5) twice.
            quantiles(p5 1) | 10 | Found (p5 1); expected a percentile such as p5 or p97.5, as in quantiles(p5: low, p50: middle, p95: high).
            quantiles(p5, p50) | 12 | Found (,); expected a colon and a value after (p5), as in quantiles(p5: low, p50: middle, p95: high).
            discrete(denied: 40%, granted: 50%) | 0 | The probabilities of (denied, granted) sum to 90%. They must sum to 100%.
            discrete(denied, granted) | 15 | Found (,); expected a choice, a colon and its probability, as in discrete(name: probability, name: probability).
            times discrete(denied: 40%, granted: 60%) | 6 | Named choices cannot be multiplied or added. Leave out (times).
            bernoulli(160%) | 0 | The probability (160%) is not between 0% and 100%. Write one such as 60% or 0.6.
            "triangular(2%, 16 percent, 12%)" | 0 | The mode (16 percent) is not between the low end (2%) and the high end (12%). Write triangular(low, mode, high).
            "normal(6%, -1%)" | 0 | The standard deviation (-1%) is not positive. Write a number above zero.
            bernoulli(60) | 0 | The probability (60) is not between 0% and 100%. Write one such as 60% or 0.6.
            empirical() | 10 | Found ()); expected the name of a file, as in empirical(file.csv).
            uniform(1, 1e999) | 11 | Found (1e999), which is too large for a quantity.
            """)
    void saysWhatIsWrongAndWhere(String text, int offset, String message) {
        DistributionSyntaxException refused =
                catchThrowableOfType(DistributionSyntaxException.class, () -> parse(text));
        assertThat(refused).isNotNull();
        assertThat(refused.getMessage()).isEqualTo("Column " + (offset + 1) + " of (" + text + "): " + message);
        assertThat(refused.offset()).isEqualTo(offset);
    }

    @Test
    void passesOnWhatTheReaderOfSamplesThrows() {
        IllegalStateException missing = new IllegalStateException("no such file");
        assertThatThrownBy(() -> Variation.parse("empirical(x.csv)", name -> {
                    throw missing;
                }))
                .isSameAs(missing);
        assertThatThrownBy(() -> parse("1".repeat(20_000))).isInstanceOf(DistributionSyntaxException.class);
    }

    private static void reads(String text, Distribution expected) {
        Variation read = parse(text);
        assertThat(read.distribution()).isEqualTo(expected);
        assertThat(read.effect()).isEqualTo(Effect.REPLACE);
    }

    private static Variation parse(String text) {
        return Variation.parse(text, name -> new double[] {1, 2, 3});
    }
}
