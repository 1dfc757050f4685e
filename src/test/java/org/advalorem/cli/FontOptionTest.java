package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.advalorem.TinyFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --font FILE}: characters that the font of charts lacks. */
final class FontOptionTest {
    /** Letters that the font of charts lacks. */
    private static final int LETTER = 0x4E2D;

    private static final String NAME = Character.toString(LETTER).repeat(2);

    @TempDir
    private Path folder;

    private Run chart(String name, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "rate",
                Run.SMALL,
                "--no-expect",
                "--set=companies.acme.name=" + NAME,
                "--chart",
                folder.resolve(name).toString()));
        all.addAll(Arrays.asList(more));
        return Run.of(all.toArray(String[]::new));
    }

    private String font(byte[] bytes) throws IOException {
        return "--font=" + Files.write(folder.resolve("tiny.ttf"), bytes);
    }

    @Test
    void whatTheFontLacksIsTold() {
        Run run = chart("boxes.svg");
        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .startsWith("note: the chart has empty boxes for characters that its font lacks, in (")
                .contains("(" + NAME)
                .endsWith(". Name a font that has them: --font FILE.\n");
        assertThat(run.err().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chart.svg", "chart.png", "chart.pdf"})
    void theFileHasWhatTheFontLacks(String name) throws IOException {
        Run boxes = chart(name);
        byte[] withBoxes = Files.readAllBytes(folder.resolve(name));
        Run run = chart(name, font(TinyFont.of(LETTER)));
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(boxes.out());
        byte[] drawn = Files.readAllBytes(folder.resolve(name));
        assertThat(drawn).isNotEqualTo(withBoxes);
        chart(name, font(TinyFont.of(LETTER)));
        assertThat(Files.readAllBytes(folder.resolve(name))).isEqualTo(drawn);
    }

    /** The triangle has three corners; at the size of a heading, 12.5, it is 12.5 wide. */
    @Test
    void theOutlineIsThatOfTheFile() throws IOException {
        chart("chart.svg", font(TinyFont.of(LETTER)));
        assertThat(Files.readString(folder.resolve("chart.svg")))
                .contains("id=\"heading-4e2d\" d=\"M0 0L12.5 0L6.25 -12.5L0 0Z\"");
        chart("chart.png", font(TinyFont.of(LETTER)));
        BufferedImage image = ImageIO.read(folder.resolve("chart.png").toFile());
        assertThat(image.getWidth()).isEqualTo(1750);
    }

    @Test
    void whatNeitherFontHasIsTold() throws IOException {
        Run run = chart("chart.svg", font(TinyFont.of(LETTER + 1)));
        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains("neither its font nor that of --font has")
                .contains(NAME);
    }

    @Test
    void withoutMissingCharactersNothingIsTold() throws IOException {
        Path file = folder.resolve("plain.svg");
        Run.of("rate", Run.SMALL, "--chart=" + file);
        byte[] plain = Files.readAllBytes(file);
        Run run = Run.of("rate", Run.SMALL, "--chart=" + file, font(TinyFont.of('a')));
        assertThat(run.err()).isEmpty();
        // the font of the program draws what it has
        assertThat(Files.readAllBytes(file)).isEqualTo(plain);
    }

    private void refused(String message, String... more) {
        Run run = chart("none.svg", more);
        assertThat(run.err()).startsWith("advalorem: ").contains(message).doesNotContain("unexpected");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("none.svg")).doesNotExist();
    }

    @Test
    void aFileThatIsNoFontIsRefusedBeforeAnythingIsWritten() throws IOException {
        byte[] font = TinyFont.of(LETTER);
        refused("is not a font that can be read.", font(Arrays.copyOf(font, font.length / 2)));
        refused("is not a font that can be read.", font(new byte[] {'t', 't', 'c', 'f', 0, 1}));
        refused("is not a font that can be read.", "--font=" + Run.SMALL);
        refused("is not a font that can be read.", font(new byte[0]));
        refused("The font (no-such.ttf) cannot be read.", "--font=no-such.ttf");
        refused("The chart cannot be drawn", font(TinyFont.damaged(LETTER)));
    }

    @Test
    void aFontWithoutAChartIsRefused() throws IOException {
        Run run = Run.of("rate", Run.SMALL, font(TinyFont.of(LETTER)));
        assertThat(run.err()).isEqualTo("advalorem: (--font) is for charts, and none is drawn. Add --chart FILE.\n");
        assertThat(run.exit()).isEqualTo(2);
    }
}
