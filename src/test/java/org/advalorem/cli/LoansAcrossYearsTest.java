package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Loans that run from one year into the next, from the file to the printed benefit: RULES 2.2. */
final class LoansAcrossYearsTest {
    private static final String SCENARIO = """
            format: advalorem/1
            title: A loan across the end of the year
            proceeding:
              segment: investigation final
              regulation: 2024
              country: {name: X, developing: no}
              period: %s
              average-useful-life: 10 years
            programs: {l: {type: loan, benchmark-rate: 6%%, interest-by: %s}}
            companies:
              a:
                currency: USD
                uses:
                  l:
                    - over: 1 million
                      events:
                        - {loan: L, date: %s, event: drawdown, amount: 100000, term: 1, rate-kind: fixed}
                        - {loan: L, date: %s, event: interest, amount: %s%s}
                        - {loan: L, date: %s, event: repayment, amount: 100000}
            """;

    @TempDir
    private Path folder;

    private double benefit(String scenario) throws IOException {
        Path file = folder.resolve("loan.yaml");
        Files.writeString(file, scenario);
        Run run = Run.of("rate", file.toString(), "--format", "json");
        assertThat(run.exit()).as(run.err()).isZero();
        return JsonMapper.shared()
                .readTree(run.out())
                .at("/companies/0/programs/0/benefit")
                .asDouble();
    }

    @ParameterizedTest
    @CsvSource({
        "payment, 2022-10-01, 2023-03-31, 1500, 1475.34",
        "day, 2022-10-01, 2023-03-31, 1500, 725.44",
        "payment, 2023-10-01, 2024-03-31, 3000, 0",
        "day, 2023-10-01, 2024-03-31, 3000, 0"
    })
    void ofOneYear(String by, String taken, String repaid, int interest, double benefit) throws IOException {
        assertThat(benefit(SCENARIO.formatted("2023", by, taken, repaid, interest, "", repaid)))
                .isCloseTo(benefit, within(0.005));
    }

    // 2011/12 begins on 1 April: 90 days before it, 31 in it; or paid in it and due the day before
    @ParameterizedTest
    @CsvSource({
        "payment, '', 2010-04-01 to 2011-03-31, 0",
        "payment, '', 2011-04-01 to 2012-03-31, 1489.04",
        "payment, ', due: 2011-03-31', 2010-04-01 to 2011-03-31, 963.01",
        "payment, ', due: 2011-03-31', 2011-04-01 to 2012-03-31, 526.03",
        "day, '', 2010-04-01 to 2011-03-31, 1107.55",
        "day, '', 2011-04-01 to 2012-03-31, 381.49"
    })
    void ofAFiscalYear(String by, String due, String period, double benefit) throws IOException {
        String scenario = SCENARIO.formatted(period, by, "2011-01-01", "2011-05-02", 500, due, "2011-05-02");
        assertThat(benefit(scenario)).isCloseTo(benefit, within(0.005));
    }
}
