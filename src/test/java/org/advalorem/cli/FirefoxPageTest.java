package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.advalorem.whatif.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * {@code report} in Firefox: the bits of {@code rate --set}, nothing asked for, nothing on the console, nothing wider than
 * the window.
 *
 * <p>Only with {@code -Dadvalorem.page.firefox=true}, and with Firefox installed. {@code -Dadvalorem.page.pictures=FOLDER}
 * writes pictures of the pages there.
 */
final class FirefoxPageTest {
    private static final int COMBINATIONS = Integer.getInteger("advalorem.page.combinations", 60);
    private static final List<String> SCENARIOS = List.of("aluminum-foil", "active-anode-material", "tutorial");
    private static final List<Integer> WIDTHS = List.of(400, 1600, 3840);

    @TempDir
    private Path folder;

    @Test
    void theSameAsElsewhere() throws Exception {
        assumeThat(Boolean.getBoolean("advalorem.page.firefox") && Firefox.isInstalled())
                .as("Firefox is tested with -Dadvalorem.page.firefox=true, where it is installed")
                .isTrue();
        for (boolean dark : List.of(false, true)) {
            Path profile = Files.createDirectory(folder.resolve(dark ? "dark" : "light"));
            try (Firefox firefox = Firefox.start(profile, dark)) {
                for (String scenario : SCENARIOS) {
                    look(scenario, dark, firefox);
                }
            }
        }
    }

    private void look(String scenario, boolean dark, Firefox firefox) throws Exception {
        Path source = Path.of("scenarios", scenario, "scenario.yaml");
        Path page = folder.resolve(scenario + ".html");
        if (!Files.exists(page)) {
            assertThat(Run.of("report", source.toString(), "--draws", "2000", "-o", page.toString())
                            .exit())
                    .isZero();
        }
        firefox.open(page);
        for (int width : WIDTHS) {
            firefox.size(width, width > 2000 ? 2160 : 1200);
            assertThat(firefox.run("document.documentElement.scrollWidth - window.innerWidth")
                            .asInt())
                    .as("%s at %d", scenario, width)
                    .isLessThanOrEqualTo(0);
            String pictures = System.getProperty("advalorem.page.pictures", "");
            if (!pictures.isEmpty()) {
                String name = scenario + "-" + width + (dark ? "-dark" : "-light") + ".png";
                Files.write(Path.of(pictures, name), firefox.picture());
            }
        }
        if (!dark) {
            JsonNode found = firefox.run(
                    "(function() {" + LivePageTest.MOVE + "})(" + LivePageTest.SEED + ", " + COMBINATIONS + ")");
            long compared = LivePageTest.assertHasTheBitsOfSet(lists(found), Model.load(source));
            System.out.println(scenario + " in Firefox: " + compared + " results compared");
            firefox.assertIsQuiet();
        }
    }

    /** JSON of lists and texts as lists and texts. */
    private static List<Object> lists(JsonNode node) {
        List<Object> all = new ArrayList<>();
        node.forEach(one -> all.add(one.isArray() ? lists(one) : one.stringValue()));
        return all;
    }
}
