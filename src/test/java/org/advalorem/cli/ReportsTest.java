package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reports in {@code reports/} are those that the commands in {@code reports/make} write. */
final class ReportsTest {
    private static final Path REPORTS = Path.of("reports");
    private static final Pattern VERSION = Pattern.compile("\\(advalorem(?: [^()]*|\\s*\\(development\\)\\s*)\\)");
    private static final Pattern WORDS = Pattern.compile("<desc>(.*?)</desc>", Pattern.DOTALL);
    private static final Pattern SIZE = Pattern.compile("<svg [^>]*width=\"(\\d+)\" height=\"(\\d+)\"");

    @TempDir
    private Path folder;

    static Stream<String> lines() throws IOException {
        return Files.readAllLines(REPORTS.resolve("make"), StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("report ") || line.startsWith("drawn "));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void isWhatItsCommandWrites(String line) throws IOException {
        List<String> words = ReadmeTest.words(line);
        Path written = REPORTS.resolve(words.get(1)).resolve(words.get(2) + ".md");
        Path svg = folder.resolve("chart.svg");
        boolean drawn = words.get(0).equals("drawn");
        List<String> args = new ArrayList<>(words.subList(3, words.size()));
        args.addAll(List.of("--output", folder.resolve("report.md").toString()));
        if (drawn) {
            args.addAll(List.of("--chart", svg.toString()));
        }
        Run run = Run.of(args.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        String again = "\nWrite it again: reports/make";
        assertThat(text(folder.resolve("report.md"))).as(written + again).isEqualTo(text(written));
        if (drawn) {
            Path chart = written.resolveSibling(words.get(2) + ".svg");
            assertThat(words(text(svg))).as(chart + again).isEqualTo(words(text(chart)));
            BufferedImage picture =
                    ImageIO.read(written.resolveSibling(words.get(2) + ".png").toFile());
            Matcher size = SIZE.matcher(text(chart));
            assertThat(size.find()).isTrue();
            assertThat((double) picture.getWidth() / picture.getHeight())
                    .isCloseTo(
                            Double.parseDouble(size.group(1)) / Double.parseDouble(size.group(2)),
                            org.assertj.core.api.Assertions.within(0.01));
        }
    }

    /** Nothing in the folder is left over from a command that is no longer there. */
    @Test
    void everyFileHasItsCommand() throws IOException {
        List<String> expected = new ArrayList<>(List.of("make", "README.md"));
        lines().forEach(line -> {
            String[] words = line.split(" ", -1);
            for (String ending : words[0].equals("drawn") ? List.of(".md", ".svg", ".png") : List.of(".md")) {
                expected.add(words[1] + "/" + words[2] + ending);
            }
        });
        try (Stream<Path> files = Files.walk(REPORTS)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> REPORTS.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static String text(Path file) throws IOException {
        return VERSION.matcher(Files.readString(file, StandardCharsets.UTF_8)).replaceAll("(advalorem)");
    }

    private static String words(String svg) {
        Matcher words = WORDS.matcher(svg);
        assertThat(words.find()).isTrue();
        return VERSION.matcher(words.group(1).replaceAll("\\s+", " ")).replaceAll("(advalorem)");
    }
}
