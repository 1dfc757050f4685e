package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/gallery.md} shows the chart of every command that draws one; {@code ReportsTest} compares the pictures. */
final class GalleryDocumentTest {
    private static final Path PAGE = Path.of("docs/gallery.md");
    private static final Pattern SHOWN = Pattern.compile("\n`([a-z-]+)`\\. [^\n]+\n\n!\\[[^]]+]\\(([^)]+)\\)\n");

    @Test
    void hasEveryChart() throws IOException {
        List<String> commands = new ArrayList<>();
        SHOWN.matcher(Files.readString(PAGE)).results().forEach(shown -> {
            commands.add(shown.group(1));
            assertThat(Path.of("docs").resolve(shown.group(2))).exists();
        });
        assertThat(commands)
                .containsExactlyInAnyOrderElementsOf(Entry.words().stream()
                        .filter(word -> Entry.of(word).orElseThrow().is(Trait.CHART))
                        .toList());
    }
}
