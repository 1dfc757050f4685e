package org.advalorem.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.advalorem.facts.Problems;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often a single edit, planted at random in the shipped scenarios, is among the most plausible ones named from the
 * published rates alone. {@code mvn test -Dtest=PlantedEditsTest -Dplanted=200 -Dplanted.seed=7} for the long run.
 */
@Tag("slow")
final class PlantedEditsTest {
    private static final int COUNT = Integer.getInteger("planted", 8);
    private static final long SEED = Long.getLong("planted.seed", 20261201L);

    @TempDir
    private Path folder;

    @Test
    void mostPlantedEditsAreNamedFirst() throws IOException {
        PlantedEdits edits = new PlantedEdits(SEED, folder);
        Map<String, int[]> byKind = new TreeMap<>();
        PlantedEdits.kinds().forEach(kind -> byKind.put(kind, new int[3]));
        List<Integer> sizes = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        int named = 0;
        int listed = 0;
        for (int i = 0; i < COUNT; i++) {
            PlantedEdits.Planted planted = edits.next();
            Path file = folder.resolve("published.csv");
            Files.writeString(file, PlantedEdits.published(planted.changed(), planted.base()));
            long begun = System.nanoTime();
            DisclosureCheck.Result disclosure = DisclosureCheck.of(planted.base(), file, new Problems(), decided -> {})
                    .orElseThrow();
            SingleEdit.Result result =
                    SingleEdit.of(planted.base(), disclosure, 2, Progress.NONE).orElseThrow();
            times.add((System.nanoTime() - begun) / 1_000_000);
            boolean first = result.best().stream().anyMatch(planted::isNamed);
            boolean any = result.all().stream().anyMatch(planted::isNamed);
            int[] counts = byKind.get(planted.kind());
            counts[0]++;
            counts[1] += first ? 1 : 0;
            counts[2] += any ? 1 : 0;
            named += first ? 1 : 0;
            listed += any ? 1 : 0;
            sizes.add((int) result.best().stream()
                    .map(SingleEdit.Found::address)
                    .distinct()
                    .count());
            if (!first) {
                System.out.println("missed " + planted.kind() + " " + planted.address() + " " + planted.after()
                        + planted.ratio() + (any ? ", listed lower" : ", not listed") + "; tried " + result.tried()
                        + "; first named: "
                        + result.all().stream()
                                .limit(1)
                                .map(of -> of.kind() + " " + of.address() + " " + of.what() + " " + of.after())
                                .toList());
            }
        }
        Collections.sort(sizes);
        Collections.sort(times);
        System.out.println("seed " + SEED + ": of " + COUNT + " planted edits " + named + " are named first, " + listed
                + " at all; addresses named first: median " + sizes.get(COUNT / 2) + ", at most "
                + sizes.get(COUNT - 1) + "; milliseconds: median " + times.get(COUNT / 2) + ", at most "
                + times.get(COUNT - 1));
        byKind.forEach((kind, counts) -> System.out.println(
                "  " + kind + ": " + counts[1] + " first, " + counts[2] + " at all, of " + counts[0]));
        assertThat(named).isGreaterThanOrEqualTo(COUNT * 3 / 4);
    }
}
