package org.advalorem.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.advalorem.facts.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LessThanAdequateRemunerationTest {
    private static final String HEADER = "date,supplier,status,grade,quantity,price";

    /** RULES 2.8: quantities 100/200/150, prices 700/790/760, benchmarks 820/780/810. */
    private static RemunerationScenario example() {
        return new RemunerationScenario("less-than-adequate-remuneration")
                .root("benchmarks", benchmark("world", Given.mapping("domestic", byMonth("820", "780", "810"))))
                .program("benchmark", "ingot")
                .use("purchases", "aluminium.csv")
                .file("aluminium.csv", HEADER, rows());
    }

    private static List<String> rows() {
        return List.of(
                "2016-01-15,Chalco,authority,,100,700",
                "2016-02-15,Chalco,authority,,200,790",
                "2016-03-15,Chalco,authority,,150,760");
    }

    private static Given byMonth(String january, String february, String march) {
        return Given.mapping("2016-01", january, "2016-02", february, "2016-03", march);
    }

    private static Given benchmark(Object... more) {
        Object[] all = new Object[more.length + 4];
        all[0] = "type";
        all[1] = "price";
        all[2] = "unit";
        all[3] = "CNY/t";
        System.arraycopy(more, 0, all, 4, more.length);
        return Given.mapping("ingot", Given.mapping(all));
    }

    @Test
    void oneConstantBenchmark() {
        RemunerationScenario.Result result = example()
                .root("benchmarks", benchmark("world", Given.mapping("domestic", "800")))
                .result();
        // (800 - 700) * 100 + (800 - 790) * 200 + (800 - 760) * 150
        assertThat(result.benefit()).isEqualTo(18_000);
        assertThat(result.values().of(result.use().rate())).isEqualTo(0.0018);
    }

    @ParameterizedTest
    @CsvSource({"transaction, 19500", "month, 19500", "none, 17500"})
    void zeroingOfTheExample(String zeroing, double benefit) {
        assertThat(example().use("zeroing", zeroing).result().benefit()).isEqualTo(benefit);
    }
}
