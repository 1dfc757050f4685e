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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.advalorem.Keys;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Values;
import org.advalorem.facts.Address;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.report.ProblemText;
import org.advalorem.rules.Determination;
import org.advalorem.rules.Programs;
import org.advalorem.rules.ScenarioFields;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

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
        SourceNode benchmarks = scenario.tree().entries().get("benchmarks");
        SourceNode lending = ((SourceNode.Mapping) benchmarks).entries().get("lending");
        assertThat(Toy.show(((SourceNode.Mapping) lending).entries().get("base")))
                .isEqualTo("{file: lending-rates.csv, change: {rate: {scale: 2, shift: 0.5%}}}");
        double plain = rate(determine(read(file)));
        assertThat(rate(determine(scenario))).isGreaterThan(plain * 1.01);
    }

    private static double rate(Determination determination) {
        return Values.of(determination.calculation())
                .of(determination
                        .results()
                        .find(Keys.of("companies.zhongji.rate"))
                        .orElseThrow());
    }

    /** A change of a value, a series in a file or not, or a column is made by moving inputs, without building anew. */
    @ParameterizedTest
    @CsvSource({
        "aluminum-foil, programs.export-buyers-credit.rate, times 1.5, 1",
        "aluminum-foil, programs.export-buyers-credit.rate, plus 2%, 1",
        "aluminum-foil, benchmarks.ingot.world.LME, times 1.05, 12",
        "aluminum-foil, benchmarks.ingot.world.LME, plus 20, 12",
        "aluminum-foil, benchmarks.ingot.world, times 1.05, 24",
        "aluminum-foil, benchmarks.ingot.ocean-freight, times 2, 2",
        "aluminum-foil, companies.zhongji.uses.aluminum-ltar.zj.purchases, times 0.9, 2",
        "aluminum-foil, companies.zhongji.uses.aluminum-ltar.zj.purchases.quantity, times 0.9, 1",
        "aluminum-foil, companies.zhongji.uses.aluminum-ltar.zj.purchases, plus 100, 1",
        "aluminum-foil, companies.zhongji.sales.gross, times 1.1, 1",
        "aluminum-foil, companies.zhongji.uses.policy-loans.zj.events.amount, times 1.1, 96",
        "every-program, benchmarks.resin.world.Exchange A, times 1.1, 2",
        "every-program, benchmarks.resin.vat, plus 1%, 2",
        "every-program, benchmarks.lending.base, times 2, 1",
        "every-program, benchmarks.scrap.world.Yard, times 1.1, 5",
        "every-program, exchange-rates.rate, times 1.1, 3",
        "every-program, companies.northern.uses.scrap-ltar.works.purchases, times 0.5, 2",
        "every-program, companies.southern.sales.gross, times 1.1, 6",
    })
    void aWholeSeriesOrColumnIsMovedByItsInputs(String name, String address, String change, int inputs) {
        Scenario scenario = read(Path.of("scenarios", name, "scenario.yaml"));
        Determination plain = determine(scenario);
        Assignment setting =
                new Assignment(Address.parse(address), SourceNode.scalar(change), Origin.of("--set", 0, 0, ""));
        List<Term> moved = scenario.moved(setting, plain.calculation(), problems);
        assertThat(moved).hasSize(inputs).doesNotHaveDuplicates();
        Values base = Values.of(plain.calculation());
        double number = Double.parseDouble(change.replaceAll("times |plus |%", "")) / (change.endsWith("%") ? 100 : 1);
        Map<String, Double> values = new HashMap<>();
        for (Term input : moved) {
            double old = base.of(input);
            values.put(input.address(), change.startsWith("times") ? old * number : old + number);
        }
        Values there = Values.of(plain.calculation(), values);
        Determination anew = determine(scenario.with(List.of(setting), problems));
        Values expected = Values.of(anew.calculation());
        plain.results()
                .keys()
                .forEach(key -> assertThat(there.of(plain.results().find(key).orElseThrow()))
                        .as(key.toString())
                        .isCloseTo(
                                expected.of(anew.results().find(key).orElseThrow()), Percentage.withPercentage(1e-9)));
        assertThat(plain.results().terms())
                .anySatisfy(term -> assertThat(there.of(term)).isNotEqualTo(base.of(term)));
    }

    @Test
    void whatInputsCannotDoIsBuiltAnew() {
        Scenario scenario = read(Path.of("scenarios/aluminum-foil/scenario.yaml"));
        Determination plain = determine(scenario);
        for (String setting : List.of(
                "companies.zhongji.sales.gross=plus 1",
                "companies.zhongji.export-value-adjustment.method=ratio",
                "benchmarks.ingot.world.LME=1500")) {
            Assignment made = SetArgument.parse(setting, problems).orElseThrow(this::told);
            assertThat(scenario.moved(made, plain.calculation(), problems)).isEmpty();
        }
        Scenario scaled = read(Path.of("scenarios/every-program/scenario.yaml"));
        Assignment shift =
                SetArgument.parse("benchmarks.lending.base=plus 1%", problems).orElseThrow(this::told);
        assertThat(scaled.moved(shift, determine(scaled).calculation(), problems))
                .isEmpty();
        assertThat(problems.sorted()).isEmpty();
        Assignment wrong =
                SetArgument.parse("companies.zhongji=times 2", problems).orElseThrow(this::told);
        assertThat(scenario.moved(wrong, plain.calculation(), problems)).isEmpty();
        assertThat(problems.sorted()).hasSize(1);
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
            SourceNode.Scalar value = SourceNode.scalar(fact.text());
            Scenario changed = scenario.with(List.of(new Assignment(fact.address(), value, value.origin())), here);
            boolean cell = here.sorted().stream()
                    .anyMatch(problem -> problem.code() == Problem.Code.AV211
                            && problem.advice().startsWith("Correct a cell of the data file"));
            if (cell) {
                continue;
            }
            assertThat(here.sorted()).as(fact.address().toString()).isEmpty();
            // a default written out where the role of a member has no use for the field is refused
            boolean written = fact.origin().line() > 0;
            if (set++ % DETERMINED == 0 && written) {
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
            SourceNode.Scalar value = SourceNode.scalar("1");
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
        assertThat(again.content().hash()).isEqualTo(scenario.content().hash());
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
        SourceNode tree = SourceText.ofFile(file.toString(), Files.readAllBytes(file), problems)
                .flatMap(source -> YamlReader.read(source, problems))
                .orElseThrow(this::told);
        String json = JsonMapper.shared().writeValueAsString(ScenarioSchemaTest.json(tree));
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }
}
