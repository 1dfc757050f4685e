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
    static final long SEED = 20_261_202L;
    private static final int COMBINATIONS = Integer.getInteger("advalorem.page.combinations", 60);
    private static final int ADJUSTED = 8;

    /** Moves every control at random, as a reader does by slider, field and list; says what was set and what came out. */
    static final String MOVE = """
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

    /** The page of the foil case, made once. */
    private Path foil() {
        Path file = folder.resolve("page-" + name(FOIL) + ".html");
        return Files.exists(file) ? file : page(FOIL);
    }

    private static String name(String scenario) {
        return scenario.replaceAll("[^a-z]+", "-");
    }

    private Path page(String scenario, String... options) {
        Path file = folder.resolve((options.length == 0 ? "page-" : "moved-") + name(scenario) + ".html");
        List<String> args = new ArrayList<>(List.of("report", scenario, "--draws", "2000", "-o", file.toString()));
        args.addAll(List.of(options));
        Run run = Run.of(args.toArray(String[]::new));
        // how a data file was read is told
        assertThat(run.err().lines().filter(line -> !line.startsWith("note: "))).isEmpty();
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
        long compared = assertHasTheBitsOfSet((List<?>) browser.run(MOVE, SEED, COMBINATIONS), model);
        System.out.println(scenario + ": " + compared + " results compared");
        browser.assertIsQuiet();
    }

    /** Makes sure that what was moved gives the bits of the scenario rebuilt; how many results were compared. */
    static long assertHasTheBitsOfSet(List<?> combinations, Model model) {
        long compared = 0;
        long different = 0;
        for (Object one : combinations) {
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
                    assertThat(different)
                            .as(address + " at " + combination.get(0) + ": " + value + ", not " + expected)
                            .isZero();
                }
            }
        }
        return compared;
    }

    /** The numbers that a page shows, in its order: what a script put there, or what was written. */
    private static final String SHOWN = """
            return Array.from(document.querySelectorAll("[data-f]"))
              .filter(element => !element.closest("[hidden]:not(.how)"))
              .map(element => element.dataset.f + " " + element.textContent);
            """;

    @Test
    void everyNumberShownFollows() {
        String[] sets = {
            "companies.zhongji.export-value-adjustment.markup=11.3%",
            "companies.zhongji.export-value-adjustment.method=denominator",
            "benchmarks.ingot.use-freight=[Xeneta]"
        };
        browser.open(page(
                FOIL, Stream.of(sets).flatMap(set -> Stream.of("--set", set)).toArray(String[]::new)));
        List<?> written = (List<?>) browser.run(SHOWN);
        browser.open(foil());
        List<?> before = (List<?>) browser.run(SHOWN);
        browser.wait("""
                const done = arguments[0];
                const field = document.querySelector("[aria-label$='markup, exact']");
                field.value = "11.3";
                field.dispatchEvent(new Event("change"));
                for (const [label, name] of [["adjustment", "granted"], ["freight", "lower"]]) {
                  const choice = Array.from(document.querySelectorAll("#controls select"))
                    .find(of => of.labels[0].textContent.startsWith(label));
                  choice.value = Array.from(choice.options).findIndex(option => option.textContent === name);
                  choice.dispatchEvent(new Event("change"));
                }
                requestAnimationFrame(() => setTimeout(done, 0));
                """);
        assertThat(written).hasSizeGreaterThan(1000);
        assertThat(firstDifference(written, before)).isNotEmpty();
        assertThat(firstDifference((List<?>) browser.run(SHOWN), written)).isEmpty();
    }

    /** Where two lists differ first; empty if they do not. */
    private static String firstDifference(List<?> one, List<?> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return i + ": " + one.get(i) + ", not " + other.get(i) + ", after "
                        + one.subList(Math.max(0, i - 4), i);
            }
        }
        return one.size() == other.size() ? "" : one.size() + " numbers, not " + other.size();
    }

    @Test
    void theSettingsCopiedAreWhatWasMoved() {
        browser.open(foil());
        browser.wait("""
                const done = arguments[0];
                const field = document.querySelector("[aria-label$='markup, exact']");
                field.value = "3.14159265358979";
                field.dispatchEvent(new Event("change"));
                field.value = "0.7";
                field.dispatchEvent(new Event("change"));
                requestAnimationFrame(() => setTimeout(done, 0));
                """);
        assertThat(browser.run("return advalorem.settings()"))
                .isEqualTo(List.of("companies.zhongji.export-value-adjustment.markup=3.14159265358979%"));
        assertThat(browser.run("return document.getElementById('problem').textContent"))
                .isEqualTo("(0.7) cannot be used. Enter a number from 2% to 12%.");
    }

    @Test
    void aVerdictThatChangesIsToldOnce() {
        browser.open(page(SampleArguments.CASE, "--adjust", "companies.beta.uses.stated.1.rate=0.1% to 3%"));
        String told = (String) browser.wait("""
                const done = arguments[0];
                const said = document.getElementById("said");
                let times = 0;
                new MutationObserver(() => times++).observe(said, {childList: true});
                const slider = document.querySelector("#controls input[type=range]");
                for (const place of [Number(slider.max), 3, 0]) {
                  slider.value = place;
                  slider.dispatchEvent(new Event("input"));
                }
                setTimeout(() => done(times + ": " + said.textContent), 1200);
                """);
        assertThat(told).isEqualTo("1: Beta: now de minimis.");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 800, 1600})
    void nothingIsWiderThanTheWindow(int width) throws IOException {
        browser.open(foil());
        browser.size(width, 1200);
        Files.write(Path.of("target/report-" + width + ".png"), browser.picture());
        assertThat(browser.run("return document.documentElement.scrollWidth - window.innerWidth"))
                .isEqualTo(0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void axeFindsNothing(String scheme) throws IOException {
        browser.open(foil());
        browser.size(1400, 1200);
        browser.media("screen", scheme);
        browser.run(Files.readString(Path.of("src/test/resources/axe/axe.min.js")));
        Map<?, ?> found = (Map<?, ?>) browser.wait("""
                const done = arguments[0];
                document.querySelectorAll("details").forEach(details => { details.open = true; });
                axe.run(document, {resultTypes: ["violations"]}).then(found => done({
                  violations: found.violations.map(of => of.id + ": " + of.help + " " + of.nodes[0].html.slice(0, 200)),
                  passes: found.passes.length}));
                """);
        Files.write(Path.of("target/report-" + scheme + ".png"), browser.picture());
        assertThat((List<?>) found.get("violations")).isEmpty();
        assertThat((Long) found.get("passes")).isGreaterThan(15);
    }

    @Test
    void theWholePageIsThereWithoutItsScript() throws IOException {
        Path file = foil();
        Path plain = folder.resolve("plain.html");
        Files.writeString(plain, Files.readString(file).replaceAll("(?s)<script>.*?</script>", ""));
        browser.open(plain);
        List<?> without = (List<?>) browser.run(SHOWN);
        browser.open(file);
        assertThat(firstDifference((List<?>) browser.run(SHOWN), without)).isEmpty();
    }

    private static final String AXE = """
            const done = arguments[0];
            axe.run(document, {resultTypes: ["violations"]}).then(found => done(
              found.violations.map(of => of.id + ": " + of.help + " " + of.nodes[0].html.slice(0, 200))));
            """;

    private void assertIsAccessible() throws IOException {
        browser.run(Files.readString(Path.of("src/test/resources/axe/axe.min.js")));
        assertThat((List<?>) browser.wait(AXE)).isEmpty();
    }

    @Test
    void positionsStandSideBySide() throws IOException {
        Path other = Files.writeString(folder.resolve("respondent.yaml"), """
                extends: %s
                title: The respondent's position
                set:
                  programs.first.applied: no
                """.formatted(
                        Path.of(SampleArguments.CASE).toAbsolutePath()));
        Path file = folder.resolve("positions.html");
        Run run = Run.of("report", SampleArguments.CASE, other.toString(), "-o", file.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        browser.open(file);
        assertThat(browser.run("""
                return Array.from(document.querySelectorAll("#rates tbody tr")).map(row =>
                  Array.from(row.cells).map(cell => cell.textContent).join(" | "));
                """))
                .isEqualTo(List.of(
                        "Acme | 5.00% | 3.00% | \u22122.00 pp",
                        "Beta | 3.00% | 3.00% | ", "All others | 4.00% | 3.00% | \u22121.00 pp"));
        assertIsAccessible();
    }

    @Test
    void positionsHaveNoTwins() {
        Run run = Run.of("report", SampleArguments.CASE, SampleArguments.CASE, "--public");
        assertThat(run.exit()).isEqualTo(ExitCode.BAD_USAGE_OR_SCENARIO);
        assertThat(run.err()).contains("Positions side by side have no public version");
    }
}
