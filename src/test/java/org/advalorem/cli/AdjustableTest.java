package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be adjusted is told before a page is written. */
final class AdjustableTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|(nonsense) is no single value",
                "companies.beta.uses.stated.1.ratee=1% to 5%|(companies.beta.uses.stated.1.ratee) is no single value",
                "companies.beta|(companies.beta) is no single value",
                "companies.beta.uses.stated.1.rate=5 to|companies.beta.uses.stated.1.rate",
                "companies.beta.uses.stated.1.rate=1 to 5|is a rate without a percent sign",
                "programs.first.applied=perhaps|programs.first.applied"
            })
    void whatCannotBeMovedIsTold(String adjust, String told, @TempDir Path folder) {
        Path page = folder.resolve("page.html");
        Run run = Run.of("report", SampleArguments.CASE, "--adjust", adjust, "-o", page.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains(told);
        assertThat(Files.exists(page)).isFalse();
    }
}
