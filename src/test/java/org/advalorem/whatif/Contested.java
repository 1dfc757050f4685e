package org.advalorem.whatif;

import java.nio.file.Path;
import org.advalorem.Shipped;
import org.advalorem.facts.InvalidScenarioException;
import org.advalorem.facts.Problems;
import org.advalorem.rules.Programs;

/** Models of scenario files, for tests of analyses. */
final class Contested {
    /** Two grants over 100 million of sales, 60 million of them through an affiliate that adds a fifth. */
    static final Path FILE = Path.of("src/test/resources/whatif/contested.yaml");

    private Contested() {}

    static Model model(Path file, String... sets) {
        Problems problems = new Problems();
        return Model.of(Shipped.read(file, sets), Programs.shipped(), problems)
                .orElseThrow(() -> new InvalidScenarioException(problems.sorted()));
    }
}
