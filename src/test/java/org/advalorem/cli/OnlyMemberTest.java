package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What there is only one of need not be named, and years are written with or without the word. */
final class OnlyMemberTest {
    private static final String SCENARIO = """
            format: advalorem/1
            title: One company
            proceeding:
              segment: investigation final
              initiated: 2024-06-01
              country: {name: X, developing: no}
              period: 2023
              average-useful-life: %s
            programs: {g: {type: grant, recurrence: recurring}}
            companies:
              acme:
                currency: USD
                %s
                sales: %s
                uses: {g: [{%s received: [{on: 2023-05-01, amount: 3 million}]}]}
            """;

    @TempDir
    private Path folder;

    private Run rate(String years, String members, String sales, String to) throws IOException {
        Path file = folder.resolve("one.yaml");
        Files.writeString(file, SCENARIO.formatted(years, members, sales, to));
        return Run.of("rate", file.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                  | ''              | ''
            ''                                  | 'seller: acme,' | ''
            ''                                  | 'seller: acme,' | 'to: acme,'
            'members: {mill: {role: producer}}' | ''              | ''
            'members: {mill: {role: producer}}' | 'seller: mill,' | 'to: mill,'
            """)
    void aliasesOfOneFact(String members, String seller, String to) throws IOException {
        Run run = rate("12", members, "[{year: 2023, " + seller + " gross: 100 million}]", to);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("3.00%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"year,gross\n2023,100000000\n", "year,seller,gross\n2023,,100000000\n"})
    void inAFile(String ledger) throws IOException {
        Files.writeString(folder.resolve("sales.csv"), ledger);
        Run run = rate("12", "", "sales.csv", "");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("3.00%");
    }

    @Test
    void severalMembersMustBeNamed() throws IOException {
        Run run = rate(
                "12",
                "members: {mill: {role: producer}, works: {role: producer}}",
                "[{year: 2023, gross: 60 million}, {year: 2023, gross: 40 million}]",
                "to: mill,");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .containsOnlyOnce("A sale names no seller, and there are several members.")
                .contains("Write in the column seller which member sold: mill, works.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "12 years", "12years", "1 year", "\"12\"", "{value: 12, status: published}"})
    void yearsWithOrWithoutTheWord(String years) throws IOException {
        Run run = rate(years, "", "[{year: 2023, gross: 100 million}]", "");
        assertThat(run.exit()).as(run.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12 months", "12%", "0", "101", "12.5", "-12", "twelve"})
    void whatIsNotYears(String years) throws IOException {
        Run run = rate(years, "", "[{year: 2023, gross: 100 million}]", "");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("expected whole years from 1 to 100, such as 12 years");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "programs.g.allocation-period=%s",
                "companies.acme.own-useful-life={years: %s}",
                "benchmarks.b={type: interest-table, up-to: %s, base: [{currency: USD, year: 2023, rate: 5%%}]}",
                "programs.l={type: loan, benchmark-rate: 5%%, uncreditworthy: {term: %s, default-investment-grade: 1%%, default-below: 35%%}}",
                "programs.l={type: loan-different-schedule, benchmark-rate: 5%%, principal: 1 million USD, life: %s, government-interest: {2023: 1 USD}}"
            })
    void everyNumberOfYears(String set) throws IOException {
        Path file = folder.resolve("one.yaml");
        Files.writeString(file, SCENARIO.formatted("12", "", "[{year: 2023, gross: 100 million}]", ""));
        for (String years : new String[] {"7", "7 years"}) {
            Run run = Run.of("check", file.toString(), "--set", set.formatted(years));
            assertThat(run.exit()).as(run.err()).isZero();
        }
    }
}
