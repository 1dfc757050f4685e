package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates on facts available, as the commands show them. */
final class AdverseFactsCommandsTest {
    private static final String FOIL = "scenarios/aluminum-foil/scenario.yaml";

    @TempDir
    private Path folder;

    /** Without the buyer's credit the company has 6.60 percent, and all others (6.60 + 19.98) / 2 = 13.29. */
    @ParameterizedTest
    @ValueSource(strings = {"findings.gap-defined=no", "findings.gap-defined=yes", "treatment=removed"})
    void aCooperatingCompanyBearsTheRateOnlyOnThreeFindings(String set) {
        String rates = Run.of("rate", FOIL, "--set", "programs.export-buyers-credit." + set)
                .out();
        assertThat(rates)
                .contains("Company Z 6.60%", "All others 13.29%")
                .contains("(companies.zhongji.uses.export-buyers-credit.zj) is not applied: ");
    }

    @Test
    void theFoilCaseItselfIsAsPublished() {
        assertThat(Run.of("rate", FOIL).out()).contains("Company Z 17.14%", "All others 18.56%");
    }

    /** 13.33 percent with the credit applied in full, 5.06 pro-rated by 21.56 percent of sales, 2.79 without it. */
    @Test
    void theTreatmentIsAnIssueOfThreePositions() throws IOException {
        Path file = folder.resolve("cabinets.yaml");
        Files.writeString(file, """
                format: advalorem/1
                title: Cabinets
                proceeding:
                  segment: review final
                  regulation: 1998
                  country: {name: China}
                  period: 2022
                  average-useful-life: 10 years
                programs:
                  other: {type: stated, name: Other programs, rate: 2.79%}
                  credit: {type: facts-available, name: Buyer's credit, rate: 10.54%, unverified-share: 21.56%}
                companies:
                  acme: {name: Acme, currency: USD, uses: {other: [{}], credit: [{}]}}
                issues:
                  credit:
                    applied: {programs.credit.treatment: applied}
                    pro-rated: {programs.credit.treatment: pro-rated}
                    removed: {programs.credit.treatment: removed}
                """);
        assertThat(Run.of("issues", file.toString()).out()).contains("13.33%", "5.06%", "2.79%");
        assertThat(Run.of("rate", file.toString()).out())
                .contains("By customer: 13.33% for those that did not verify non-use, 2.79% for those that did.");
        assertThat(Run.of("addresses", file.toString()).out())
                .contains("companies.acme.rate-unverified", "companies.acme.rate-verifying");
    }

    /** The rate selected follows that of the respondent that cooperated; below 0.5 percent the catalogue's takes over. */
    @Test
    void theRateOfACooperatingRespondentMayVary() throws IOException {
        Files.writeString(
                folder.resolve("rates.csv"),
                "country,proceeding,citation,program,type,rate,basis\nFreedonia,Paper,80 FR 1,Loans,loan,2.00%,calculated\n");
        Path file = folder.resolve("case.yaml");
        Files.writeString(file, """
                format: advalorem/1
                title: Case
                proceeding:
                  segment: investigation final
                  regulation: 2025
                  country: {name: Freedonia}
                  period: 2024
                  average-useful-life: 10 years
                catalogues: {own: rates.csv}
                programs:
                  loans: {type: stated, name: Loans, rate: 1.20%}
                  adverse: {type: facts-available, name: Loans, benefit-type: loan}
                companies:
                  answering: {name: Answering, currency: USD, uses: {loans: [{}]}}
                  silent: {name: Silent, currency: USD, uses: {adverse: [{}]}}
                """);
        String sweep = Run.of(
                        "sweep",
                        file.toString(),
                        "--vary",
                        "programs.loans.rate=0.3%, 0.5%, 1.2%",
                        "--company",
                        "silent",
                        "--format",
                        "csv")
                .out();
        assertThat(sweep).contains("0.02,", "0.005,", "0.012,");
        String memo = Run.of("memo", file.toString()).out().replaceAll("\\s+", " ");
        assertThat(memo)
                .contains(
                        "(i) identical, this investigation",
                        "(ii) identical, another proceeding",
                        "80 FR 1",
                        "19 CFR 351.308(j)(1)",
                        "19 U.S.C. 1677e(d)");
        assertThat(Run.of("rate", file.toString(), "--format", "json").out()).contains("\"taken\": true");
    }
}
