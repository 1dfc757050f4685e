package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be adjusted is told before a page is written. */
final class AdjustableTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|There is no (nonsense) in a scenario",
                "companies.beta.uses.stated.1.ratee=1% to 5%|Did you mean (companies.beta.uses.stated.1.rate)?",
                "companies.beta|(companies.beta) is no single value",
                "companies.beta.uses.stated.1.rate=5 to|companies.beta.uses.stated.1.rate",
                "companies.beta.uses.stated.1.rate=3%, 3%|is a single number, not a range",
                "companies.beta.uses.stated.1.rate=-5% to 5%|(companies.beta.uses.stated.1.rate) is -5%; it must be at least 0%",
                "companies.beta.uses.stated.1.rate=1 to 5|is a rate without a percent sign",
                "programs.first.applied=perhaps|programs.first.applied",
                "title|(title) is a text, which cannot be adjusted"
            })
    void whatCannotBeMovedIsTold(String adjust, String told, @TempDir Path folder) {
        Path page = folder.resolve("page.html");
        Run run = Run.of("report", SampleArguments.CASE, "--adjust", adjust, "-o", page.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains(told);
        assertThat(Files.exists(page)).isFalse();
    }

    @Test
    void oneAddressIsGivenOnce() {
        String rate = "companies.beta.uses.stated.1.rate=";
        assertThat(Run.of("report", SampleArguments.CASE, "--adjust", rate + "1% to 5%", "--adjust", rate + "2% to 6%")
                        .err())
                .contains("is given twice with --adjust");
    }

    @Test
    void theAddressIsLookedUpFirst(@TempDir Path folder) throws IOException {
        Path overlay = folder.resolve("adjustable.yaml");
        Files.writeString(overlay, "adjustable: {companies.betta.name: yes}\n");
        assertThat(Run.of("report", SampleArguments.CASE).exit()).isZero();
        Run run = Run.of("check", SampleArguments.CASE, overlay.toString());
        assertThat(run.err()).contains("companies.beta").doesNotContain("No range");
    }

    @Test
    void thePublicPageHasNoControls() {
        Run run = Run.of(
                "report", SampleArguments.CASE, "--public", "--adjust", "companies.beta.uses.stated.1.rate=1% to 5%");
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains("the public page has no controls");
    }

    /** Written 3 %; a slider that could not stand there would refuse its own start. */
    @Test
    void aRangeHoldsTheValueAsWritten(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("page.html");
        Run run = Run.of(
                "report",
                SampleArguments.CASE,
                "--adjust",
                "companies.beta.uses.stated.1.rate=7% to 5%",
                "-o",
                page.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Files.readString(page)).contains("\"least\":\"0.03\",\"most\":\"0.0700\"");
    }

    @Test
    void allThatIsWrongIsToldAtOnce(@TempDir Path folder) {
        Path page = folder.resolve("page.html");
        Run run = Run.of(
                "report",
                SampleArguments.CASE,
                "--adjust",
                "companies.betta",
                "--adjust",
                "companies.beta.uses.stated.1.rate=-5% to 5%",
                "--adjust",
                "programs.first.applied=yes, perhaps",
                "-o",
                page.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains("companies.betta", "is -5%", "(perhaps)", "3 problems");
        assertThat(Files.exists(page)).isFalse();
    }

    @Test
    void checkLooksAtWhatIsAdjustable(@TempDir Path folder) throws IOException {
        Path overlay = folder.resolve("adjustable.yaml");
        Files.writeString(overlay, """
                adjustable:
                  companies.beta.uses.stated.1.rate: 5 to 7
                  programs.firstt.applied: yes
                """);
        Run run = Run.of("check", SampleArguments.CASE, overlay.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err())
                .contains(
                        "adjustable.yaml:2:38", "Write 5% to 7%.", "adjustable.yaml:3:3", "(programs.first.applied)?");
    }
}
