package org.advalorem.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.Snapshots;
import org.junit.jupiter.api.Test;

/** What other programs may use is listed, does not change unnoticed, and names nothing internal. */
final class ApiSurfaceTest {
    private static final Path LIST = Path.of("src/main/api/advalorem-api.txt");
    private static final Path SOURCES = Path.of("src/main/java/org/advalorem");
    private static final Set<String> PUBLIC = Set.of("api", "plot");

    private static List<String> without(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    /** The lines, each member with its type before it, so that a member that moves counts as removed. */
    private static List<String> whole(String surface) {
        String[] type = {""};
        return surface.lines()
                .map(line -> {
                    type[0] = line.startsWith(" ") ? type[0] : line;
                    return line.startsWith(" ") ? type[0] + line : line;
                })
                .toList();
    }

    @Test
    void noLineOfTheSurfaceChangesUnnoticed() throws IOException {
        String lines = PublicSurface.read().lines();
        if (!"write".equals(System.getProperty("snapshots"))) {
            List<String> listed = whole(Files.readString(LIST, StandardCharsets.UTF_8));
            assertThat(without(listed, whole(lines)))
                    .as("Gone or changed: programs that use it no longer compile. From version 1.0 on that takes a new"
                            + " major version, before it a new minor version, and a line under Changed in CHANGELOG.md."
                            + " To keep the old form beside a new one takes neither.")
                    .isEmpty();
            assertThat(without(whole(lines), listed))
                    .as("New: that takes a new minor version, and a promise to keep it. If that is wanted: mvn test"
                            + " -Dtest=ApiSurfaceTest -Dsnapshots=write, and read the difference.")
                    .isEmpty();
        }
        Snapshots.compare(LIST, lines);
    }

    @Test
    void nothingOnTheSurfaceIsInternal() throws IOException {
        Set<Class<?>> types = PublicSurface.read().types();
        assertThat(types).hasSizeGreaterThan(40).contains(Scenario.class, org.advalorem.plot.RowChart.class);
        assertThat(types.stream().map(Class::getPackageName).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("org.advalorem.api", "org.advalorem.plot");
    }

    @Test
    void everyOtherPackageSaysThatItIsInternal() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> all = files.filter(file -> file.endsWith("package-info.java"))
                    .filter(file ->
                            !PUBLIC.contains(SOURCES.relativize(file).getName(0).toString()))
                    .toList();
            assertThat(all)
                    .hasSizeGreaterThan(20)
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.UTF_8))
                            .contains(" * <p>Internal: may change in any version.\n"));
        }
    }
}
