package org.advalorem.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.advalorem.engine.Values;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.Given;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.report.ProblemText;
import org.advalorem.rules.Determination;
import org.advalorem.rules.Programs;
import org.advalorem.rules.ScenarioFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios that come with the tool, through the reader and the whole scenario language. */
class ShippedScenariosTest {
    private static final FieldSet ROOT = new ScenarioFields(Programs.shipped()).fields();

    /** A whole determination is made for one in so many. */
    private static final int DETERMINED = 60;

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** Those that are not laid over another. */
    static List<Path> complete() throws IOException {
        return files().stream().filter(file -> file.endsWith("scenario.yaml")).toList();
    }

    private Scenario read(Path file) {
        Path base = file.resolveSibling("scenario.yaml");
        List<Path> files = Files.exists(base) && !file.equals(base) ? List.of(base, file) : List.of(file);
        Scenario scenario = Scenario.read(ROOT, files, List.of(), problems).orElseThrow(this::told);
        assertThat(problems.sorted()).isEmpty();
        return scenario;
    }

    private Determination determine(Scenario scenario) {
        return Determination.of(scenario.tree(), scenario.data(), Programs.shipped(), problems)
                .orElseThrow(this::told);
    }

    private AssertionError told() {
        return new AssertionError(ProblemText.of(problems.sorted()));
    }

    @Test
    void aWholeColumnOfRatesIsScaledAndShifted() {
        Path file = Path.of("scenarios/aluminum-foil/scenario.yaml");
        Scenario scenario = Scenario.read(
                        ROOT,
                        List.of(file),
                        List.of("benchmarks.lending.base=times 2", "benchmarks.lending.base.rate=plus 0.5%"),
                        problems)
                .orElseThrow(this::told);
        Given benchmarks = scenario.tree().entries().get("benchmarks");
        Given lending = ((Given.Mapping) benchmarks).entries().get("lending");
        assertThat(Toy.show(((Given.Mapping) lending).entries().get("base")))
                .isEqualTo("{file: lending-rates.csv, change: {rate: {scale: 2, shift: 0.5%}}}");
        double plain = rate(determine(read(file)));
        assertThat(rate(determine(scenario))).isGreaterThan(plain * 1.01);
    }

    private static double rate(Determination determination) {
        return Values.of(determination.calculation()).of(determination.results().get("companies.zhongji.rate"));
    }

    /** What varies, overrides or asserts is named by the addresses of the register, so each must lead somewhere. */
    @ParameterizedTest
    @MethodSource("files")
    void everyRegisteredAddressCanBeSet(Path file) {
        Scenario scenario = read(file);
        Determination plain = determine(scenario);
        int set = 0;
        for (FactRegister.Fact fact : plain.register().all()) {
            Problems here = new Problems();
            Given.Scalar value = Given.scalar(fact.text());
            Scenario changed = scenario.with(List.of(new Assignment(fact.address(), value, value.origin())), here);
            boolean cell = here.sorted().stream()
                    .anyMatch(problem -> problem.code() == Problem.Code.AV211
                            && problem.advice().startsWith("Change a row in the data file"));
            if (cell) {
                continue;
            }
            assertThat(here.sorted()).as(fact.address().toString()).isEmpty();
            if (set++ % DETERMINED == 0) {
                assertThat(determine(changed).calculation().inputs())
                        .as(fact.address().toString())
                        .hasSameSizeAs(plain.calculation().inputs());
            }
        }
        assertThat(set).isPositive();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aSlipInAnyRegisteredAddressIsFound(Path file) {
        Scenario scenario = read(file);
        for (FactRegister.Fact fact : determine(scenario).register().all()) {
            Problems here = new Problems();
            Given.Scalar value = Given.scalar("1");
            scenario.with(List.of(new Assignment(fact.address().child("zzz"), value, value.origin())), here);
            assertThat(here.sorted()).as(fact.address().toString()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsBackResolvedWithTheSameHash(Path file) throws IOException {
        Scenario scenario = read(file);
        Path copy = folder.resolve("copy");
        copy(file.getParent(), copy);
        Files.delete(copy.resolve("scenario.yaml"));
        Path resolved = Files.writeString(copy.resolve("resolved.yaml"), scenario.resolved(file.getParent(), problems));
        Scenario again = read(resolved);
        assertThat(Toy.show(again.tree())).isEqualTo(Toy.show(scenario.tree()));
        assertThat(again.hash()).isEqualTo(scenario.hash());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("complete")
    void theSchemaAcceptsThem(Path file) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ScenarioSchema.of(ROOT), InputFormat.JSON);
        Given tree = SourceText.ofFile(file.toString(), Files.readAllBytes(file), problems)
                .flatMap(source -> YamlReader.read(source, problems))
                .orElseThrow(this::told);
        String json = JsonWriter.write(ScenarioSchemaTest.json(tree));
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }
}
