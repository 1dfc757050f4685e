package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code set}: what is written where, and that everything else stays byte for byte. */
final class SetCommandTest {
    /** Comments, quotes, block scalars, braces over several lines, tabs, trailing spaces, a key without a value. */
    private static final String MESSY = """
            format: advalorem/1
            title: "tést 😀"   # the title  \s
            illustrative: |
              two
              lines

            proceeding: {segment: 'investigation final', # a comment, with: signs
               regulation: 1998,\t
              country: {name: 'Chi''na', nonmarket: yes,},
              period: 2016, average-useful-life: 12}
            # programs
            programs:
              a:   {type: stated}  \s
              "b 1":
                  type: grant   # why
                  # end of b
            companies:
              x:
                name:
                currency: CNY
                uses:
                  a: [{rate: 5%}]""";

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private static Run set(Path file, String... settings) {
        List<String> arguments = new ArrayList<>(List.of("set", file.toString()));
        arguments.addAll(List.of(settings));
        return Run.of(arguments.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "title=z | \"tést 😀\" | \"z\"",
                "title='say \"so\": it' | \"tést 😀\" | \"say \\\"so\\\": it\"",
                "proceeding.segment=review final | 'investigation final' | 'review final'",
                "proceeding.country.name=\"Cote d'Or\" | 'Chi''na' | 'Cote d''Or'",
                "proceeding.regulation=2024 | 1998 | 2024",
                "regulation=2024 | 1998 | 2024",
                "proceeding.country.developing=no | nonmarket: yes,} | nonmarket: yes, developing: no}",
                "programs.a.applied=no | {type: stated} | {type: stated, applied: no}",
                "programs.a.name=\"a, b\" | {type: stated} | {type: stated, name: \"a, b\"}",
                "companies.x.uses.a.1.rate=times 2 | 5% | 10%",
                "companies.x.uses.a.1.note=n | {rate: 5%} | {rate: 5%, note: n}",
                "companies.x.members.m.role=producer | | "
            })
    void onlyTheValueChanges(String setting, String old, String changed) throws IOException {
        for (String end : List.of("\n", "\r\n")) {
            for (String mark : List.of("", "\ufeff")) {
                String text = mark + MESSY.replace("\n", end);
                Path file = file("case.yaml", text);
                Run run = set(file, setting);
                String expected = old == null ? text : text.replace(old, changed);
                assertThat(Files.readString(file)).as(setting + run.err()).isEqualTo(expected);
                assertThat(run.exit()).isEqualTo(old == null ? 2 : 0);
            }
        }
    }

    /** A line is added after the last value of its mapping, with that mapping's indentation. */
    @Test
    void aLineIsAddedForAValueThatIsNotWritten() throws IOException {
        Path file = file("case.yaml", MESSY);
        Run run = set(file, "programs.'b 1'.applied=no", "companies.x.currency=USD", "companies.x.name=Big, Ltd");
        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(file))
                .isEqualTo(MESSY.replace("# why\n", "# why\n      applied: no\n")
                        .replace("CNY", "USD")
                        .replace("name:\n", "name: Big, Ltd\n"));
        assertThat(run.out())
                .isEqualTo(file + ":16: set (programs.'b 1'.applied) to (no)\n" + file
                        + ":20: set (companies.x.name) to (Big, Ltd)\n" + file
                        + ":21: set (companies.x.currency) from (CNY) to (USD)\n");
    }

    @Test
    void aBlockScalarIsReplacedAsAWhole() throws IOException {
        Path file = file("case.yaml", MESSY);
        assertThat(set(file, "illustrative=one").out())
                .isEqualTo(file + ":3: set (illustrative) from (two lines) to (one)\n");
        assertThat(Files.readString(file)).isEqualTo(MESSY.replace("|\n  two\n  lines\n", "one\n"));
    }

    @Test
    void jsonStaysJson() throws IOException {
        String text = "{\"format\": \"advalorem/1\", \"title\": \"x\",\n \"proceeding\": {\"period\": 2016}}";
        Path file = file("case.json", text);
        assertThat(set(file, "title=y", "proceeding.period=2017", "proceeding.segment=investigation final")
                        .exit())
                .isZero();
        assertThat(Files.readString(file))
                .isEqualTo(
                        text.replace("\"x\"", "\"y\"").replace("2016", "2017, \"segment\": \"investigation final\""));
    }

    @Test
    void aStarSetsAllThatItMatches() throws IOException {
        Path file = Files.copy(Path.of(SampleArguments.CASE), folder.resolve("case.yaml"));
        String before = Files.readString(file);
        Run run = set(file, "programs.*.applied=no");
        assertThat(run.err()).contains("(programs.*.applied) is 4 values: programs.first.applied, ");
        assertThat(Files.readString(file))
                .isEqualTo(before.replace("recurrence: recurring}", "recurrence: recurring, applied: no}")
                        .replace("{type: stated}", "{type: stated, applied: no}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title=y | (title) is written at base.yaml:2:8, not in | advalorem set base.yaml title=y",
                "proceeding.country.name=none | (proceeding.country.name) cannot be removed here. | Delete its line",
                "proceeding.nosuch=1 | There is no (nosuch) in (proceeding). | Known here",
                "programs.a=no | (programs.a) is a mapping | programs.a.applied=no",
                "exchange-rates=times 2 | comes from the data file (rates.csv). | Change it there"
            })
    void whatCannotBeWrittenIsRefusedAndNothingChanges(String setting, String why, String advice) throws IOException {
        file("base.yaml", "format: advalorem/1\ntitle: base\n");
        String text = """
                extends: base.yaml
                exchange-rates: rates.csv
                proceeding: {country: {name: A}}
                programs: {a: {type: stated}}
                companies: {x: {currency: USD, uses: {a: [{rate: 5%}]}}}
                """;
        file("rates.csv", "month,from,to,rate\n2016-01,CNY,USD,0.15\n");
        Path file = file("case.yaml", text);
        Run run = set(file, "proceeding.country.name=B", setting);
        String err = run.err().replace(folder + "/", "");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(err).contains(why).contains(advice);
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(text);
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).hasSize(3);
        }
    }

    @Test
    void aValueThatTheScenarioCannotHaveIsRefused() throws IOException {
        Path file = Files.copy(Path.of(SampleArguments.CASE), folder.resolve("case.yaml"));
        Run run = set(file, "markup=10%", "programs.credit.rate=abc");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("nothing was written")
                .contains("(programs.credit.rate) is (abc); expected a rate such as 10.54%.");
        assertThat(file).hasSameTextualContentAs(Path.of(SampleArguments.CASE));
    }

    @Test
    void aDryRunShowsTheLinesAndWritesNothing() throws IOException {
        Path file = file("case.yaml", MESSY);
        Run run = set(file, "companies.x.currency=USD", "programs.'b 1'.applied=no", "--dry-run");
        assertThat(run.out()).isEqualTo(file + """
                :16: would set (programs.'b 1'.applied) to (no)
                  +       applied: no
                """ + file + """
                :21: would set (companies.x.currency) from (CNY) to (USD)
                  -     currency: CNY
                  +     currency: USD
                """);
        assertThat(Files.readString(file)).isEqualTo(MESSY);
    }

    @Test
    void aValueThatIsThereAlreadyChangesNothing() throws IOException {
        Path file = file("case.yaml", MESSY);
        assertThat(set(file, "companies.x.currency=CNY").out())
                .isEqualTo("Nothing changes: the values are already written.\n");
        assertThat(Files.readString(file)).isEqualTo(MESSY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "", "nosuch.yaml", "."})
    void onlyAFileCanBeChanged(String name) {
        Run run = Run.of("set", name, "a=1");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).doesNotContain("()");
    }

    @Test
    void aValueIsNeeded() {
        assertThat(Run.of("set", Run.SMALL).err()).contains("ADDRESS=VALUE is missing");
        assertThat(Run.of("set", Run.SMALL, "title").err()).contains("(title) sets nothing: it has no equals sign.");
    }
}
