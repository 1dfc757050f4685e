package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disclosed figures beside a calculation of 2 + 3 million over 100 million. */
final class DisclosureCheckTest {
    @TempDir
    private Path folder;

    private Optional<DisclosureCheck.Result> check(Problems problems, String... lines) throws IOException {
        Path file = folder.resolve("published.csv");
        Files.writeString(file, String.join("\n", lines) + "\n");
        return DisclosureCheck.of(Contested.model(Contested.FILE), file, problems, decided -> {});
    }

    private DisclosureCheck.Result check(String... lines) throws IOException {
        Problems problems = new Problems();
        Optional<DisclosureCheck.Result> result = check(problems, lines);
        assertThat(problems.sorted()).isEmpty();
        return result.orElseThrow();
    }

    @Test
    void figuresAreComparedToTheDecimalsPrinted() throws IOException {
        List<DisclosureCheck.Figure> figures = check(
                        "address,value",
                        "companies.acme.rate,5.00%",
                        "companies.acme,5%",
                        "companies.acme.programs.first,2.0%",
                        "companies.acme.programs.first.rate-unrounded,2.01%",
                        "companies.acme.uses.first.mill.received.2023-02-01.amount,\"2,000,000\"",
                        "companies.acme.uses.second.mill.received.2023-02-01.amount,3 million USD",
                        "companies.acme.uses.second.mill.received.2023-02-01.amount,2.9 million USD",
                        "companies.acme.de-minimis,no",
                        "\"Acme / Net subsidy rate / Net subsidy rate, unrounded\",5.0000%",
                        "Acme / Program: second / Received by Mill / Ad valorem rate,3%",
                        "Simple average of qualifying rates,0.04",
                        "step 11,100 million")
                .figures();
        assertThat(figures.stream().map(figure -> figure.matches() ? "" : figure.printed()))
                .containsExactly("", "", "", "2.01%", "", "", "2.9 million USD", "", "", "", "", "");
        assertThat(figures.get(6).difference()).isEqualByComparingTo("100000");
    }

    @Test
    void aLabelOfSeveralStepsNeedsItsSections() throws IOException {
        Problems problems = new Problems();
        assertThat(check(problems, "address,value", "Ad valorem rate,2%")).isEmpty();
        assertThat(problems.sorted().get(0).message()).isEqualTo("Several steps are called (Ad valorem rate).");
    }

    @Test
    void theFirstThatDiffersIsFirstInTheCalculation() throws IOException {
        DisclosureCheck.Result result = check(
                "address,value",
                "all-others,3.99%",
                "companies.acme,4.99%",
                "companies.acme.programs.second,3.00%",
                "companies.acme.programs.first,1.99%");
        assertThat(result.figures().stream().map(DisclosureCheck.Figure::matches))
                .containsExactly(false, false, true, false);
        assertThat(result.first()).hasValue(3);
        assertThat(result.figures().get(3).difference()).isEqualByComparingTo("0.0001");
    }

    @Test
    void nothingDiffers() throws IOException {
        assertThat(check("address,value", "companies.acme,5.00%").first()).isEmpty();
    }

    @Test
    void whatCannotBeComparedIsTold() throws IOException {
        Problems problems = new Problems();
        assertThat(check(
                        problems,
                        "address,value",
                        "companies.acm.rate,5.00%",
                        "companies.acme.rate,five",
                        "companies.acme.rate,5 USD",
                        "companies.acme.de-minimis,5%"))
                .isEmpty();
        assertThat(problems.sorted().stream().map(Problem::code))
                .containsExactly(Problem.Code.AV211, Problem.Code.AV303, Problem.Code.AV206, Problem.Code.AV303);
        assertThat(problems.sorted().get(0).advice()).isEqualTo("Did you mean (companies.acme.rate)?");
        Problems columns = new Problems();
        assertThat(check(columns, "name,figure", "a,b")).isEmpty();
        assertThat(columns.sorted().get(0).code()).isEqualTo(Problem.Code.AV302);
        Problems file = new Problems();
        assertThat(DisclosureCheck.of(Contested.model(Contested.FILE), folder.resolve("none.csv"), file, decided -> {}))
                .isEmpty();
        assertThat(file.sorted().get(0).code()).isEqualTo(Problem.Code.AV301);
    }
}
