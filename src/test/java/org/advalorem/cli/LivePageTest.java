package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.advalorem.Shipped;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Problems;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.rules.ResultKey;
import org.advalorem.scenario.Assignment;
import org.advalorem.scenario.SetArgument;
import org.advalorem.whatif.Model;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code report} in a real browser: whatever the reader moves, the page has the bits of {@code rate --set}, asks for nothing,
 * says nothing on the console, and can be read by everybody.
 *
 * <p>{@code -Dadvalorem.page.combinations=1000} tries more combinations than the usual ones.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LivePageTest {
    private static final String FOIL = "scenarios/aluminum-foil/scenario.yaml";
    private static final long SEED = 20_261_202L;
    private static final int COMBINATIONS = Integer.getInteger("advalorem.page.combinations", 60);
    private static final int ADJUSTED = 8;

    /** Moves every control at random, as a reader does by slider, field and list; says what was set and what came out. */
    private static final String MOVE = """
            let seed = arguments[0];
            const random = () => {
              seed = (seed + 0x6d2b79f5) | 0;
              let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
              t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
              return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
            };
            const choices = Array.from(document.querySelectorAll("#controls select"));
            const sliders = Array.from(document.querySelectorAll("#controls input[type=range]"));
            const found = [];
            for (let i = 0; i < arguments[1]; i++) {
              for (const choice of choices) {
                choice.value = Math.floor(random() * choice.options.length);
                choice.dispatchEvent(new Event("change"));
              }
              for (const slider of sliders) {
                const chance = random();
                slider.value = Math.floor(random() * (Number(slider.max) + 1));
                slider.dispatchEvent(new Event("input"));
                const field = document.getElementById(slider.id + "-value");
                if (chance < 0.2) {
                  field.value = "";
                  field.dispatchEvent(new Event("change"));
                } else if (chance < 0.6) {
                  const digits = String(Math.floor(random() * 1e9));
                  field.value = field.value + (field.value.includes(".") ? "" : ".") + digits;
                  field.dispatchEvent(new Event("change"));
                }
              }
              found.push([advalorem.settings(), advalorem.results().map(([address, value]) =>
                [address, value === undefined ? "none" : Object.is(value, -0) ? "-0.0" : String(value)])]);
            }
            return found;
            """;

    private Path folder;
    private Browser browser;

    @BeforeAll
    void start(@TempDir Path shared) throws IOException {
        folder = shared;
        assumeThat(Browser.isInstalled())
                .as("Chromium and its driver are not installed: apt-get install chromium chromium-driver")
                .isTrue();
        browser = Browser.start(Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    void end() {
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<Path> scenarios() {
        return Shipped.files().stream();
    }

    private Path page(String scenario, String... options) {
        Path file = folder.resolve("page-" + scenario.replaceAll("[^a-z]+", "-") + ".html");
        List<String> args = new ArrayList<>(List.of("report", scenario, "--draws", "2000", "-o", file.toString()));
        args.addAll(List.of(options));
        Run run = Run.of(args.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return file;
    }

    /** Numbers of the scenario, chosen at random, to be moved besides what it says itself. */
    private static List<String> adjusted(Model model) {
        List<String> numbers = new ArrayList<>();
        for (FactRegister.Fact fact : model.determination().register().all()) {
            boolean moves = fact.term().isPresent()
                    && fact.origin().place().endsWith(".yaml")
                    && WrittenNumber.parse(fact.text())
                            .filter(number -> number.number().signum() != 0)
                            .isPresent();
            if (moves) {
                numbers.add(fact.address().toString());
            }
        }
        Random random = new Random(SEED);
        List<String> chosen = new ArrayList<>();
        while (chosen.size() < Math.min(ADJUSTED, numbers.size())) {
            String next = numbers.get(random.nextInt(numbers.size()));
            if (!chosen.contains(next)) {
                chosen.add(next);
            }
        }
        return chosen;
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyCombinationHasTheBitsOfSet(Path scenario) {
        Model model = Model.load(scenario);
        String[] adjust = adjusted(model).stream()
                .flatMap(address -> Stream.of("--adjust", address))
                .toArray(String[]::new);
        browser.open(page(scenario.toString(), adjust));
        long compared = 0;
        long different = 0;
        for (Object one : (List<?>) browser.run(MOVE, SEED, COMBINATIONS)) {
            List<?> combination = (List<?>) one;
            List<Assignment> settings = new ArrayList<>();
            Problems problems = new Problems();
            ((List<?>) combination.get(0))
                    .forEach(setting ->
                            SetArgument.parse((String) setting, problems).ifPresent(settings::add));
            Model set = model.with(settings, problems).orElse(model);
            for (Object result : (List<?>) combination.get(1)) {
                String address = (String) ((List<?>) result).get(0);
                String value = (String) ((List<?>) result).get(1);
                double expected = set.result(ResultKey.parse(address)).orElse(Double.NaN);
                boolean absent = value.equals("none") || value.equals("NaN");
                if (problems.isEmpty()) {
                    compared++;
                    different += absent
                            ? (Double.isNaN(expected) ? 0 : 1)
                            : Double.doubleToLongBits(Double.parseDouble(value)) == Double.doubleToLongBits(expected)
                                    ? 0
                                    : 1;
                    assertThat(different).as(address + " at " + combination.get(0) + ": " + value + ", not " + expected).isZero();
                }
            }
        }
        System.out.println(scenario + ": " + compared + " results compared");
        browser.assertIsQuiet();
    }
}
