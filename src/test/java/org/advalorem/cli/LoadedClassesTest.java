package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Commands of every day start fast because they load nothing they do not need. */
final class LoadedClassesTest {
    private static final List<String> HEAVY = List.of(
            "tech.tablesaw.",
            "org.advalorem.plot.",
            "org.advalorem.report.chart.",
            "org.apache.pdfbox.",
            "org.apache.fontbox.",
            "org.apache.poi.",
            "org.duckdb.",
            "org.advalorem.report.ParquetFile",
            "org.advalorem.scenario.RuleChange",
            "org.apache.parquet.",
            "org.apache.hadoop.",
            "org.slf4j.",
            "org.apache.commons.math3.",
            "tools.jackson.",
            "com.fasterxml.",
            "com.networknt.",
            "javax.swing.",
            "java.awt.");

    @Test
    void rateLoadsNoLibraryForTablesChartsWorkbooksOrDatabases() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.advalorem.cli.Main",
                        "rate",
                        Run.SMALL)
                .redirectErrorStream(true)
                .start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(log).contains("org.advalorem.report.RateReport source:");
        List<String> heavy = log.lines()
                .filter(line -> line.contains(" source:"))
                .filter(line -> HEAVY.stream().anyMatch(line::contains))
                .toList();
        assertThat(heavy).isEmpty();
        assertThat(Pattern.compile("org\\.advalorem\\.cli\\.(\\w+Command) source:")
                        .matcher(log)
                        .results()
                        .map(match -> match.group(1)))
                .containsExactly("RateCommand");
    }
}
