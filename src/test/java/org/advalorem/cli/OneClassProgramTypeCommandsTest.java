package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.advalorem.FieldReference;
import org.advalorem.rules.ForgoneFine;
import org.advalorem.rules.Programs;
import org.advalorem.rules.ScenarioFields;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every command serves {@link ForgoneFine}, a program type that is one class of the tests and its registration. */
final class OneClassProgramTypeCommandsTest {
    private static final Programs TYPES = Programs.shipped().and(new ForgoneFine());
    private static final String FINE = "companies.a.uses.fines.1.fine";
    private static final String PAID = "companies.a.uses.fines.1.paid";
    private static final String SCENARIO = """
            format: advalorem/1
            title: Fines
            proceeding:
              segment: investigation final
              regulation: 1998
              country: {name: Freedonia}
              period: 2016
              average-useful-life: 10 years
            programs:
              fines: {type: forgone-fine, name: Fines not collected}
            companies:
              a:
                currency: USD
                sales: [{year: 2016, seller: a, gross: 80000000}]
                uses:
                  fines: [{fine: {value: 500000, status: verified, source: ruling 7}, paid: 100000}]
            """;

    @TempDir
    private Path folder;

    private String file = "";

    @BeforeEach
    void write() throws IOException {
        file = written("case.yaml", SCENARIO);
    }

    private String written(String name, String scenario) throws IOException {
        return Files.writeString(folder.resolve(name), scenario).toString();
    }

    private static String out(String... args) {
        Run run = Run.with(TYPES, args);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return run.out();
    }

    /** What was printed, with every gap one blank. */
    private static String words(String... args) {
        return out(args).replaceAll("\\s+", " ");
    }

    private JsonNode json(String... args) {
        return JsonMapper.shared().readTree(out(args));
    }

    @Test
    void withoutItsRegistrationThereIsNoSuchType() {
        Run run = Run.of("rate", file);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("forgone-fine");
    }

    @Test
    void check() throws IOException {
        assertThat(out("check", file)).contains(" is valid.");
        Run misspelt = Run.with(TYPES, "check", written("bad.yaml", SCENARIO.replace("paid:", "payed:")));
        assertThat(misspelt.exit()).isEqualTo(2);
        assertThat(misspelt.err()).contains("bad.yaml:16:").contains("Did you mean (paid)?");
        Run unknown = Run.with(TYPES, "check", written("type.yaml", SCENARIO.replace("forgone-fine", "forgone-fee")));
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("Did you mean (forgone-fine)?");
    }

    /** 400,000 of 80 million. */
    @Test
    void rate() {
        assertThat(words("rate", file))
                .contains("Fines not collected a 400,000.00 400,000.00 80,000,000.00 (a) 0.500000% 0.50%");
        JsonNode program = json("rate", file, "--format", "json")
                .get("companies")
                .get(0)
                .get("programs")
                .get(0);
        assertThat(program.get("id").asString()).isEqualTo("fines");
        assertThat(program.get("type").asString()).isEqualTo("forgone-fine");
        assertThat(program.get("benefit").asDouble()).isEqualTo(400_000);
        assertThat(program.get("denominator").asDouble()).isEqualTo(80e6);
        assertThat(program.get("rate").asDouble()).isCloseTo(0.005, within(1e-17));
        assertThat(program.get("ratePublished").asDouble()).isEqualTo(0.50);
        assertThat(words("rate", file, "--set", FINE + "=900000")).contains("1.00%");
    }

    @Test
    void memo() {
        assertThat(words("memo", file))
                .contains("Program: Fines not collected")
                .contains("= max(0, fine - paid) = 400,000.00 USD");
        assertThat(words("memo", file, "--steps"))
                .contains("= max(0, " + FINE + " - " + PAID + ") = max(0, 500000 - 100000) = 400000");
        JsonNode memo = json("memo", file, "--format", "json", "--steps");
        assertThat(memo.findValuesAsString("formula"))
                .contains("max(0, fine - paid)", "max(0, " + FINE + " - " + PAID + ")");
        assertThat(memo.findValuesAsString("numbers")).contains("max(0, 500000 - 100000)");
        assertThat(memo.findValuesAsString("address")).contains(FINE, PAID);
    }

    @Test
    void explain() {
        assertThat(words("explain", file, "companies.a.programs.fines.rate"))
                .contains("0.50%")
                .contains("= max(0, 500000 - 100000) = 400000");
        assertThat(words("explain", file, FINE)).contains("500,000.00 USD").contains("ruling 7");
    }

    @Test
    void addresses() {
        assertThat(out("addresses", file, "companies.a.uses", "--format", "csv"))
                .contains(FINE + ",number,500000,500000,,USD,verified,ruling 7,")
                .contains(PAID + ",number,100000,100000,,USD,")
                .contains("case.yaml:16:");
    }

    @Test
    void resolve() throws IOException {
        String resolved = written("resolved.yaml", out("resolve", file));
        assertThat(words("rate", resolved)).contains("0.50%");
    }

    @Test
    void theSchemaAcceptsAndRefusesAsTheReaderDoes() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(out("schema"), InputFormat.JSON);
        assertThat(schema.validate(SCENARIO, InputFormat.YAML)).isEmpty();
        assertThat(schema.validate(SCENARIO.replace("paid:", "payed:"), InputFormat.YAML))
                .isNotEmpty();
        assertThat(schema.validate(SCENARIO.replace("forgone-fine", "forgone-fee"), InputFormat.YAML))
                .isNotEmpty();
        Schema shipped = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Run.of("schema").out(), InputFormat.JSON);
        assertThat(shipped.validate(SCENARIO, InputFormat.YAML)).isNotEmpty();
    }

    @Test
    void theStarterScenarioExplainsItAndTakesIt() throws IOException {
        String starter = out("new", "-");
        assertThat(starter)
                .contains("# type: forgone-fine (a fine that was not collected), on the program or on a use:")
                .contains("#   fine: The fine as imposed.")
                .contains("#   paid: What was paid of it.");
        String taken = starter.replace("programs:\n", "programs:\n  fines: {type: forgone-fine}\n")
                .replace("    uses:\n", "    uses:\n      fines: [{fine: 1 million}]\n");
        assertThat(words("rate", written("starter.yaml", starter))).doesNotContain("fines");
        assertThat(words("rate", written("taken.yaml", taken))).contains("fines Acme 1,000,000.00");
    }

    @Test
    void theDocumentationHasATableOfItsFields() {
        String reference = FieldReference.of(new ScenarioFields(TYPES).parts());
        assertThat(reference)
                .contains("### companies.uses: type forgone-fine\n\n| field | written as | needed | meaning |\n")
                .contains("| yes | The fine as imposed. |")
                .contains("| else 0 | What was paid of it. |");
        assertThat(FieldReference.of(new ScenarioFields(Programs.shipped()).parts()))
                .doesNotContain("forgone-fine");
    }
}
