package org.advalorem.scenario;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.Problems;
import org.advalorem.report.ProblemText;
import org.advalorem.rules.Determination;
import org.advalorem.rules.Programs;
import org.advalorem.rules.ScenarioFields;

/** Any bytes as a scenario file: problems, or a scenario that reads back from what {@code resolve} writes of it. */
public final class ScenarioFuzzTarget {
    private static final Programs PROGRAMS = Programs.shipped();
    private static final FieldSet ROOT = new ScenarioFields(PROGRAMS).fields();

    private ScenarioFuzzTarget() {}

    /** The name that the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        Problems problems = new Problems();
        Optional<Scenario> scenario = read(input, problems);
        scenario.ifPresent(read -> Determination.of(read.tree(), read.data(), PROGRAMS, problems));
        String told = ProblemText.of(problems.sorted());
        if (told.indexOf('\u001b') >= 0) {
            throw new IllegalStateException("A problem acts on the terminal: " + told);
        }
        if (scenario.isPresent() && problems.isEmpty()) {
            readsBack(scenario.get());
        }
    }

    private static Optional<Scenario> read(byte[] input, Problems problems) {
        return Scenario.read(
                ROOT, List.of(Path.of("-")), List.of(), new ByteArrayInputStream(input), new FilesRead(), problems);
    }

    private static void readsBack(Scenario scenario) {
        Problems problems = new Problems();
        String written = scenario.resolved(Path.of(""), problems);
        if (!problems.isEmpty()) {
            // a data file of another folder cannot be named from here
            return;
        }
        boolean same = read(written.getBytes(StandardCharsets.UTF_8), problems)
                .filter(scenario::writesTheSameAs)
                .isPresent();
        if (!same || !problems.isEmpty()) {
            throw new IllegalStateException(
                    "Not the same when read back: " + ProblemText.of(problems.sorted()) + written);
        }
    }
}
