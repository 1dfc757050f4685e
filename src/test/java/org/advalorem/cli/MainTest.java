package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class MainTest {
    @Test
    void versionNamesTheProgram() {
        var out = new ByteArrayOutputStream();
        int exit = Main.run(new String[] {"--version"}, out, new ByteArrayOutputStream());
        assertThat(exit).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("advalorem ");
    }
}
