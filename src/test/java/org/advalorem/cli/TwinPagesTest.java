package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code report --twins} in a real browser: the two pages differ in nothing but what stands in brackets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TwinPagesTest {
    /**
     * The texts of a page by section, without what is hidden: brackets emptied, and what is in them alone left out. The
     * receipt and the index of brackets differ, as each page has its own; so does the measure of the worth of an issue, which in
     * public is that of published rates. Records whose number is in brackets are "the records" in public, and an amount left out has
     * no origin.
     */
    private static final String TOLD = """
            const blocks = "h2,h3,h4,h5,h6,p,li,td,th,caption,summary,figcaption";
            const told = {};
            for (const bracketed of document.querySelectorAll(".bracketed")) {
              bracketed.textContent = "[ ]";
            }
            for (const section of document.querySelectorAll("main > section:not(#receipt, #brackets)")) {
              const texts = Array.from(section.querySelectorAll(blocks))
                .filter(block => !block.querySelector(blocks) && !block.closest("[hidden], .proprietary"))
                .map(block => block.textContent.replace(/\\[[^\\[\\]]*\\]/g, "[ ]")
                  .replace("the records", "[ ]").replace("[ ],", "[ ]").replace("amount[ ]", "amount").trim())
                .filter(text => !["", "[ ]"].includes(text) && !/^(Scenario|Command|Contested issues|Worth): |VERSION: /.test(text));
              const heading = section.querySelector("h2").textContent;
              if (texts.length > 1 || !section.querySelector(".proprietary")) {
                told[heading] = texts;
              }
            }
            return told;
            """;

    private static final String AXE = """
            const done = arguments[0];
            axe.run(document, {resultTypes: ["violations"]}).then(found => done(
              found.violations.map(of => of.id + ": " + of.help + " " + of.nodes[0].html.slice(0, 200))));
            """;

    private Path folder;
    private Path inPublic;
    private Path proprietary;
    private Browser browser;

    @BeforeAll
    void start(@TempDir Path shared) throws IOException {
        folder = shared;
        assumeThat(Browser.isInstalled())
                .as("Chromium and its driver are not installed: apt-get install chromium chromium-driver")
                .isTrue();
        browser = Browser.start(Files.createDirectory(folder.resolve("profile")));
        for (String name : List.of("case.yaml", "purchases.csv", "loans.csv")) {
            Files.copy(Path.of("src/test/resources/bracketing", name), folder.resolve(name));
        }
        // confidential as well: what is uncertain, and what a reader may move
        Path scenario = folder.resolve("case.yaml");
        Files.writeString(scenario, Files.readString(scenario) + """

                uncertain:
                  companies.hillside.export-value-adjustment.markup: uniform(6%, 9%)
                adjustable:
                  benchmarks.strip.import-duty: 4% to 8%
                """);
        Run run = Run.of(
                "report",
                scenario.toString(),
                "--twins",
                "--draws",
                "500",
                "-o",
                folder.resolve("page.html").toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        inPublic = folder.resolve("page-public.html");
        proprietary = folder.resolve("page-proprietary.html");
    }

    @AfterAll
    void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void thePublicPageHasNoScript() throws IOException {
        assertThat(Files.readString(inPublic))
                .doesNotContain("<script")
                .contains("script-src 'none'")
                .contains("[ ]");
    }

    @Test
    void nothingButWhatIsInBracketsDiffers() throws IOException {
        browser.open(inPublic);
        Map<?, ?> shown = (Map<?, ?>) browser.run(TOLD);
        Path plain = folder.resolve("plain.html");
        Files.writeString(plain, Files.readString(proprietary).replaceAll("(?s)<script>.*?</script>", ""));
        browser.open(plain);
        Map<?, ?> complete = (Map<?, ?>) browser.run(TOLD);
        assertThat(complete.keySet()).isEqualTo(shown.keySet());
        for (Map.Entry<?, ?> section : complete.entrySet()) {
            assertThat(new TreeSet<>(without((List<?>) section.getValue(), (List<?>) shown.get(section.getKey()))))
                    .as("only in the proprietary version: %s", section.getKey())
                    .isEmpty();
            List<String> missing = without((List<?>) shown.get(section.getKey()), (List<?>) section.getValue());
            // worths, sentences in place of records, and formulas over confidential records, which the proprietary
            // version has in brackets as a whole
            missing.removeIf(
                    text -> text.matches("\\+0\\.\\d{4}|.* = (sum|count) over .*|.* transactions are left out.*"));
            assertThat(new TreeSet<>(missing))
                    .as("only in the public version: %s", section.getKey())
                    .isEmpty();
        }
        assertThat(complete.toString()).contains("Worksheets", "[ ]");
    }

    /** The texts of one list that another does not have as often. */
    private static List<String> without(List<?> texts, List<?> others) {
        List<String> left = new ArrayList<>();
        texts.forEach(text -> left.add((String) text));
        others.forEach(left::remove);
        return left;
    }

    @Test
    void whatThePublicPageLeavesOutIsInBracketsAsAWhole() {
        browser.open(proprietary);
        assertThat(browser.run("""
                return Array.from(document.querySelectorAll(".proprietary")).map(of => of.parentNode.id);
                """)).isEqualTo(List.of("panel", "moves", "turns", "simulation"));
        assertThat(browser.run("return getComputedStyle(document.querySelector('.bracketed'), '::before').content"))
                .isEqualTo("\"[\"");
        assertThat((String) browser.run("return document.querySelector('#rates .still').textContent"))
                .contains("[What would turn a verdict: ", "[Simulation: ")
                .doesNotContain("[Contested issues");
    }

    @Test
    void bothAreAccessible() throws IOException {
        for (Path page : List.of(inPublic, proprietary)) {
            browser.open(page);
            browser.run(Files.readString(Path.of("src/test/resources/axe/axe.min.js")));
            assertThat((List<?>) browser.wait(AXE)).isEmpty();
        }
    }
}
