package org.advalorem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.advalorem.facts.Given;
import org.advalorem.facts.InvalidScenarioException;
import org.advalorem.facts.Problems;
import org.advalorem.rules.Determination;
import org.advalorem.rules.Programs;
import org.advalorem.rules.ScenarioFields;
import org.advalorem.scenario.Scenario;

/** The scenarios that are shipped, read as the program reads them. */
public final class Shipped {
    private Shipped() {}

    /** Every {@code scenario.yaml} under {@code scenarios/}. */
    public static List<Path> files() {
        try (Stream<Path> found = Files.walk(Path.of("scenarios"))) {
            return found.filter(file -> file.endsWith("scenario.yaml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That file read, with arguments of {@code --set}. */
    public static Scenario read(Path file, String... sets) {
        Problems problems = new Problems();
        Scenario scenario = Scenario.read(
                        new ScenarioFields(Programs.shipped()).fields(), List.of(file), List.of(sets), problems)
                .orElseThrow(() -> new InvalidScenarioException(problems.sorted()));
        problems.throwIfAny();
        return scenario;
    }

    /** The determination of that file, with arguments of {@code --set}. */
    public static Determination determination(Path file, String... sets) {
        Scenario scenario = read(file, sets);
        return determination(scenario, scenario.tree());
    }

    /** The determination of a tree that stands in for the scenario's own. */
    public static Determination determination(Scenario scenario, Given.Mapping tree) {
        Problems problems = new Problems();
        return Determination.of(tree, scenario.data(), Programs.shipped(), problems)
                .orElseThrow(() -> new InvalidScenarioException(problems.sorted()));
    }
}
