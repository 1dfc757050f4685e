package org.advalorem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the program prints, compared with a file under {@code src/test/resources}. {@code mvn test -Dsnapshots=write}
 * writes the files instead; read the difference before you commit it.
 */
public final class Snapshots {
    private static final boolean WRITE = "write".equals(System.getProperty("snapshots"));
    private static final Path FOLDER = Path.of("src/test/resources");

    private Snapshots() {}

    /** Compares with, or writes, the file of that name below the folder of test resources. */
    public static void compare(String name, String printed) throws IOException {
        compare(FOLDER.resolve(name), printed);
    }

    /** Compares with, or writes, a file of the project. */
    public static void compare(Path file, String printed) throws IOException {
        if (WRITE) {
            assertThat(System.getenv("CI"))
                    .as("Snapshots are not written by a build that checks them.")
                    .isNull();
            Files.writeString(file, printed);
        }
        assertThat(printed)
                .as("Differs from " + file
                        + ". If that is wanted: mvn test -Dsnapshots=write, and read the difference.")
                .isEqualTo(Files.readString(file));
    }
}
