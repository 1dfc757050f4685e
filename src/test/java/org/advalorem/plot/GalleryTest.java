package org.advalorem.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes one chart of each kind to {@code target/gallery}, in colour and in grey, to be looked at. */
final class GalleryTest {
    private static final Path FOLDER = Path.of("target/gallery");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sweep",
                "eva",
                "grid",
                "tornado",
                "histogram",
                "sobol",
                "waterfall",
                "issues",
                "stack",
                "distances",
                "solve"
            })
    void everyKindIsDrawn(String name) throws IOException {
        Chart chart = Samples.all().get(name);
        Files.createDirectories(FOLDER);
        byte[] png = ChartWriter.bytes(chart, ChartFormat.PNG);
        Files.write(FOLDER.resolve(name + ".png"), png);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isGreaterThan(1000);
        BufferedImage grey = new ColorConvertOp(ColorSpace.getInstance(ColorSpace.CS_GRAY), null).filter(image, null);
        ImageIO.write(grey, "png", FOLDER.resolve(name + "-grey.png").toFile());
        Files.write(FOLDER.resolve(name + ".svg"), ChartWriter.bytes(chart, ChartFormat.SVG));
        Files.write(FOLDER.resolve(name + ".pdf"), ChartWriter.bytes(chart, ChartFormat.PDF));
    }
}
