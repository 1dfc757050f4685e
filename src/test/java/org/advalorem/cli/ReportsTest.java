package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reports in {@code reports/} are those that the commands in {@code reports/make} write. */
final class ReportsTest {
    private static final Path REPORTS = Path.of("reports");
    private static final Pattern VERSION =
            Pattern.compile("advalorem\\s+(?:\\(development\\)|\\d+\\.\\d+[.\\d]*(?:-\\s*SNAPSHOT)?)");
    private static final Pattern WORDS = Pattern.compile("<desc>(.*?)</desc>", Pattern.DOTALL);
    private static final Pattern CHART = Pattern.compile("<svg xmlns=.*?<desc>(.*?)</desc>.*?</svg>", Pattern.DOTALL);
    private static final Pattern DATA = Pattern.compile("data:[a-z/+]+;charset=utf-8;base64,([^\"]*)");
    private static final String AGAIN = "\nWrite it again: reports/make";
    private static final Pattern SIZE = Pattern.compile("<svg [^>]*width=\"(\\d+)\" height=\"(\\d+)\"");

    /** As deep as those of the reports, since a report names the folder it was made in as seen from its own. */
    private Path folder;

    @BeforeEach
    void createFolder() throws IOException {
        folder = Files.createTempDirectory(Path.of("target"), "reports");
    }

    @AfterEach
    void deleteFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** What a line of {@code make} writes. */
    private enum Writes {
        REPORT(".md"),
        DRAWN(".md .svg .png"),
        PAGE(".html"),
        WORKBOOK(".xlsx");

        private final String endings;

        Writes(String endings) {
            this.endings = endings;
        }

        List<String> endings() {
            return List.of(endings.split(" ", -1));
        }

        static Optional<Writes> of(String line) {
            String word = line.split(" ", -1)[0].toUpperCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(writes -> writes.name().equals(word))
                    .findFirst();
        }
    }

    static Stream<String> lines() throws IOException {
        return Files.readAllLines(REPORTS.resolve("make"), StandardCharsets.UTF_8).stream()
                .filter(line -> Writes.of(line).isPresent());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void isWhatItsCommandWrites(String line) throws IOException {
        List<String> words = ReadmeTest.words(line);
        Writes writes = Writes.of(line).orElseThrow();
        Path written = REPORTS.resolve(words.get(1))
                .resolve(words.get(2) + writes.endings().get(0));
        Path anew = folder.resolve("report" + writes.endings().get(0));
        Path svg = folder.resolve("chart.svg");
        List<String> args = new ArrayList<>(words.subList(3, words.size()));
        args.addAll(List.of("--output", anew.toString()));
        if (writes == Writes.DRAWN) {
            args.addAll(List.of("--chart", svg.toString()));
        }
        Run run = Run.of(args.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        switch (writes) {
            case REPORT, PAGE -> assertThat(text(anew)).as(written + AGAIN).isEqualTo(text(written));
            case DRAWN -> {
                assertThat(text(anew)).as(written + AGAIN).isEqualTo(text(written));
                drawnAlike(written.resolveSibling(words.get(2) + ".svg"), svg);
            }
            case WORKBOOK -> assertThat(parts(anew)).as(written + AGAIN).containsExactlyEntriesOf(parts(written));
        }
    }

    private static void drawnAlike(Path chart, Path anew) throws IOException {
        assertThat(words(text(anew))).as(chart + AGAIN).isEqualTo(words(text(chart)));
        BufferedImage picture =
                ImageIO.read(Path.of(chart.toString().replaceAll("svg$", "png")).toFile());
        Matcher size = SIZE.matcher(text(chart));
        assertThat(size.find()).isTrue();
        assertThat((double) picture.getWidth() / picture.getHeight())
                .isCloseTo(Double.parseDouble(size.group(1)) / Double.parseDouble(size.group(2)), within(0.01));
    }

    /** Nothing in the folder is left over from a command that is no longer there. */
    @Test
    void everyFileHasItsCommand() throws IOException {
        List<String> expected = new ArrayList<>(List.of("make", "README.md"));
        lines().forEach(line -> {
            String[] words = line.split(" ", -1);
            Writes.of(line).orElseThrow().endings().forEach(ending -> expected.add(words[1] + "/" + words[2] + ending));
        });
        try (Stream<Path> files = Files.walk(REPORTS)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> REPORTS.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** The text; of a chart in a page, the words, since outlines of letters differ from one Java to the next. */
    private static String text(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        if (file.toString().endsWith(".html")) {
            String saved = DATA.matcher(text)
                    .replaceAll(link -> Matcher.quoteReplacement(
                            new String(Base64.getDecoder().decode(link.group(1)), StandardCharsets.UTF_8)));
            return CHART.matcher(withoutVersion(saved)).replaceAll("$1");
        }
        return withoutVersion(text);
    }

    private static String withoutVersion(String text) {
        return VERSION.matcher(text).replaceAll("advalorem");
    }

    /** The parts of a workbook, by name. */
    private static Map<String, String> parts(Path file) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(),
                        withoutVersion(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        return parts;
    }

    private static String words(String svg) {
        Matcher words = WORDS.matcher(svg);
        assertThat(words.find()).isTrue();
        return withoutVersion(words.group(1).replaceAll("\\s+", " "));
    }
}
