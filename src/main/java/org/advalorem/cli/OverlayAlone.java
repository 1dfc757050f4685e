package org.advalorem.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.scenario.Scenario;

/**
 * An overlay that lies on nothing. What is missing in it is not told key by key: its base is missing.
 *
 * <p>It is told from a scenario that somebody has begun to write by having neither a title nor a proceeding, not even a
 * misspelt one, nor a company with sales of its own.
 */
final class OverlayAlone {
    private static final Set<String> WHOLE = Set.of("title", "proceeding");
    private static final Set<String> OF_A_COMPANY = Set.of("sales", "sales-ledger", "members");

    private OverlayAlone() {}

    /** Whether that is all that was read. */
    private static boolean is(Scenario scenario, FieldSet root, Problems found) {
        SourceNode.Mapping tree = scenario.tree();
        List<String> keys = tree.entries().keySet().stream()
                .filter(key -> !key.equals("format"))
                .toList();
        List<String> unknown =
                keys.stream().filter(key -> root.find(key).isEmpty()).toList();
        boolean settings = found.sorted().stream().anyMatch(problem -> problem.code() == Problem.Code.AV211);
        return (!keys.isEmpty() || settings)
                && keys.stream().noneMatch(WHOLE::contains)
                && WHOLE.stream().noneMatch(key -> Nearest.to(key, unknown).isPresent())
                && companies(tree)
                        .noneMatch(
                                company -> company.entries().keySet().stream().anyMatch(OF_A_COMPANY::contains));
    }

    private static Stream<SourceNode.Mapping> companies(SourceNode.Mapping tree) {
        return tree.entries().get("companies") instanceof SourceNode.Mapping companies
                ? companies.entries().values().stream()
                        .filter(SourceNode.Mapping.class::isInstance)
                        .map(SourceNode.Mapping.class::cast)
                : Stream.empty();
    }

    /**
     * Reads files and, where they are an overlay alone, reports that and nothing else.
     *
     * @param read reads them, given where to note problems
     */
    static Optional<Scenario> refused(
            Function<Problems, Optional<Scenario>> read, List<String> files, FieldSet root, Problems problems) {
        Problems found = new Problems();
        Optional<Scenario> scenario = read.apply(found);
        if (scenario.filter(of -> is(of, root, found)).isEmpty()) {
            problems.addAll(found.sorted());
            return scenario;
        }
        String first = files.get(0);
        add(
                first,
                "If it is laid over a scenario, name that first (scenario.yaml " + first
                        + "), or write (extends: scenario.yaml) in it.",
                problems);
        return Optional.empty();
    }

    /** Reports each of several positions that is an overlay alone. */
    static void checkEach(List<String> files, Session session) {
        FieldSet root = Loaded.root(session);
        List<String> alone = new ArrayList<>();
        for (String file : files) {
            if (!file.equals("-") && isAlone(file, root, session)) {
                alone.add(file);
            }
        }
        Problems problems = new Problems();
        Optional<String> base =
                files.stream().filter(file -> !alone.contains(file)).findFirst();
        for (String file : alone) {
            add(
                    file,
                    "For report each file is a position of its own: write (extends: "
                            + base.map(of -> seenFrom(file, of)).orElse("scenario.yaml") + ") in it.",
                    problems);
        }
        problems.throwIfAny();
    }

    private static boolean isAlone(String file, FieldSet root, Session session) {
        Problems found = new Problems();
        return Scenario.read(
                        root,
                        List.of(PathArgument.of(file)),
                        List.of(),
                        session.files().read(),
                        found)
                .filter(scenario -> is(scenario, root, found))
                .isPresent();
    }

    /** The base as the file would name it after {@code extends}. */
    static String seenFrom(String file, String base) {
        Path folder = Optional.ofNullable(
                        PathArgument.of(file).toAbsolutePath().normalize().getParent())
                .orElse(Path.of(""));
        return folder.relativize(PathArgument.of(base).toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
    }

    private static void add(String file, String advice, Problems problems) {
        problems.add(
                Problem.Code.AV202,
                Origin.of(file, 0, 0, ""),
                "The file states no whole scenario: it has neither title nor proceeding, and extends no scenario.",
                advice);
    }
}
