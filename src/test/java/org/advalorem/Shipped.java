package org.advalorem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.advalorem.facts.InvalidScenarioException;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.Determination;
import org.advalorem.rules.Programs;
import org.advalorem.rules.ScenarioFields;
import org.advalorem.scenario.Scenario;

/** The scenarios that are shipped, read as the program reads them. */
public final class Shipped {
    private Shipped() {}

    /** Every {@code scenario.yaml} under {@code scenarios/}. */
    public static List<Path> files() {
        return find(file -> file.endsWith("scenario.yaml"));
    }

    /** Every scenario under {@code scenarios/} as the files it is read from: an overlay follows what it is laid over. */
    public static List<List<Path>> withOverlays() {
        return find(file -> file.toString().endsWith(".yaml")).stream()
                .map(file -> file.endsWith("scenario.yaml")
                        ? List.of(file)
                        : List.of(file.resolveSibling("scenario.yaml"), file))
                .toList();
    }

    private static List<Path> find(Predicate<Path> wanted) {
        try (Stream<Path> found = Files.walk(Path.of("scenarios"))) {
            return found.filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That file read, with arguments of {@code --set}. */
    public static Scenario read(Path file, String... sets) {
        return read(List.of(file), sets);
    }

    /** Those files laid over each other from left to right. */
    public static Scenario read(List<Path> files, String... sets) {
        Problems problems = new Problems();
        Scenario scenario = Scenario.read(
                        new ScenarioFields(Programs.shipped()).fields(), files, List.of(sets), problems)
                .orElseThrow(() -> new InvalidScenarioException(problems.sorted()));
        problems.throwIfAny();
        return scenario;
    }

    /** The determination of that file, with arguments of {@code --set}. */
    public static Determination determination(Path file, String... sets) {
        Scenario scenario = read(file, sets);
        return determination(scenario, scenario.tree());
    }

    /** The determination of those files laid over each other, with arguments of {@code --set}. */
    public static Determination determination(List<Path> files, String... sets) {
        Scenario scenario = read(files, sets);
        return determination(scenario, scenario.tree());
    }

    /** The determination of a tree that stands in for the scenario's own. */
    public static Determination determination(Scenario scenario, SourceNode.Mapping tree) {
        Problems problems = new Problems();
        return Determination.of(tree, scenario.data(), Programs.shipped(), problems)
                .orElseThrow(() -> new InvalidScenarioException(problems.sorted()));
    }
}
