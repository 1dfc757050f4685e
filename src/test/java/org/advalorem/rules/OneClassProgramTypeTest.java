package org.advalorem.rules;

import static org.advalorem.rules.Scenarios.sale;
import static org.advalorem.rules.Scenarios.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.advalorem.calculation.Outline;
import org.advalorem.engine.Gradient;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Scenarios.Outcome;
import org.junit.jupiter.api.Test;

/**
 * A program type is one class: {@link ForgoneFine} is nothing but that and its registration, and everything that serves
 * the shipped types serves it.
 */
final class OneClassProgramTypeTest {
    private static final Programs TYPES = Programs.shipped().and(new ForgoneFine());

    private static Scenarios scenario(Object... use) {
        return Scenarios.investigation()
                .types(TYPES)
                .program("fines", "type", "forgone-fine", "name", "Fines not collected")
                .company(
                        "a",
                        "sales",
                        SourceNode.sequence(sale(2016, "a", "", "domestic", "80000000")),
                        "uses",
                        SourceNode.mapping("fines", use(use)));
    }

    @Test
    void theClassIsShort() throws IOException {
        Path source = Path.of("src/test/java/org/advalorem/rules/ForgoneFine.java");
        assertThat(Files.readAllLines(source)).hasSizeLessThan(40);
    }

    @Test
    void itsRate() {
        Outcome outcome = scenario("fine", "500000", "paid", "100000").run();
        assertThat(outcome.published("a")).isEqualTo("0.50");
        assertThat(outcome.program("a", "fines").type()).isEqualTo("forgone-fine");
    }

    @Test
    void nettingMeasurabilityAndSwitchesAreThoseOfAllTypes() {
        assertThat(scenario("fine", "500000", "less", SourceNode.mapping("fees", "100000"))
                        .run()
                        .published("a"))
                .isEqualTo("0.50");
        assertThat(scenario("fine", "500000", "applied", "no")
                        .run()
                        .company("a")
                        .notUsed())
                .containsExactly("Fines not collected");
        assertThat(scenario("fine", "500000", "over", "50 million").run().published("a"))
                .isEqualTo("1.00");
        assertThat(scenario("fine", "100000", "paid", "500000").run().published("a"))
                .as("a negative benefit is none")
                .isEqualTo("0.00");
    }

    @Test
    void itsFieldsAreChecked() {
        assertThat(scenario("fine", "500000", "payed", "1").problems())
                .containsExactly("(payed) is not a known key in (companies.a.uses.fines.1).");
        assertThat(scenario("paid", "1").problems())
                .singleElement()
                .asString()
                .startsWith("(fine) is missing in (companies.a.uses.fines.1)");
        assertThat(scenario("fine", "500000 EUR", "paid", "1 EUR").problems())
                .singleElement()
                .asString()
                .contains("does not state: between EUR and USD for a month of 2016.");
        assertThat(scenario("fine", "500000 EUR", "paid", "1 USD").problems())
                .singleElement()
                .asString()
                .contains("In (companies.a.uses.fines.1): The units differ");
        assertThat(scenario("fine", "500000", "recurrence", "non-recurring").problems())
                .singleElement()
                .asString()
                .contains("cannot be allocated");
    }

    @Test
    void itsInputsHaveAddressesAndAGradient() {
        Outcome outcome = scenario("fine", "500000", "paid", "100000").run();
        Gradient gradient = Gradient.of(outcome.values(), outcome.company("a").rate());
        assertThat(gradient.byInput("companies.a.uses.fines.1.fine")).isCloseTo(1 / 80e6, within(1e-20));
        assertThat(gradient.byInput("companies.a.uses.fines.1.paid")).isCloseTo(-1 / 80e6, within(1e-20));
    }

    @Test
    void itsStepsAreInTheOutline() {
        Outline.Section outline =
                scenario("fine", "500000").run().determination().calculation().outline();
        assertThat(titles(outline)).contains("Program: Fines not collected");
    }

    private static List<String> titles(Outline.Section section) {
        return section.items().stream()
                .filter(Outline.Section.class::isInstance)
                .map(Outline.Section.class::cast)
                .flatMap(inner -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(inner.title()), titles(inner).stream()))
                .toList();
    }

    @Test
    void itDescribesItself() {
        Map<String, Object> schema = new ScenarioFields(TYPES).fields().schema();
        assertThat(schema.toString()).contains("forgone-fine").contains("The fine as imposed.");
        assertThat(new ScenarioFields(Programs.shipped()).fields().schema().toString())
                .doesNotContain("forgone-fine");
    }
}
