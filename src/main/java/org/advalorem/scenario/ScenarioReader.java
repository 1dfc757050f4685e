package org.advalorem.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.facts.Address;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;

/**
 * A reader that assembles a scenario. Each file in turn is laid over the tree so far: first what it extends, then its
 * own keys, then its settings; the command-line settings come last.
 */
final class ScenarioReader {
    private static final String STDIN = "-";

    /** Standard input as a file, which may be one that the shell has opened. */
    private static final Path STDIN_FILE = Path.of("/dev/stdin");

    private static final String EXTENDS = "extends";
    private static final String SET = "set";

    private final FieldSet root;
    private final FieldType<?> rootKind;
    private final InputStream standardInput;
    private final FilesRead filesRead;
    private final Problems problems;
    private final Map<String, Path> folders = new LinkedHashMap<>();
    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private boolean complete = true;
    private SourceNode.Mapping tree = Trees.NOTHING;

    /** The folder of the file on the command line from which the current one is reached. */
    private Path home = Path.of("");

    ScenarioReader(FieldSet root, InputStream standardInput, FilesRead filesRead, Problems problems) {
        this.root = root;
        this.rootKind = FieldType.section(root);
        this.standardInput = standardInput;
        this.filesRead = filesRead;
        this.problems = problems;
    }

    /** This reader with the content of a file, which is then not read. */
    ScenarioReader with(Path file, byte[] content) {
        contents.put(place(file), content);
        return this;
    }

    Optional<Scenario> read(List<Path> files, List<String> sets) {
        for (Path file : files) {
            home = identity(folder(file));
            add(file, Origin.of(place(file), 0, 0, ""), Problem.Code.AV101, List.of());
        }
        for (String argument : sets) {
            SetArgument.parse(argument, problems)
                    .filter(setting -> complete)
                    .ifPresent(setting -> tree = MeantAddresses.set(root, tree, setting, notes, problems));
        }
        if (!complete || folders.isEmpty()) {
            return Optional.empty();
        }
        FormatVersion.check(tree, problems);
        return Optional.of(new Scenario(root, tree, folders, filesRead, notes));
    }

    /**
     * Lays a file over the tree.
     *
     * @param named where the file is named
     * @param code the code of a problem reported there
     * @param chain the files that led to this one, to detect circles
     */
    private void add(Path file, Origin named, Problem.Code code, List<Path> chain) {
        if (chain.contains(identity(file))) {
            circle(file, named, chain);
            return;
        }
        filesRead.add(isStandardInput(file) ? STDIN_FILE : file, "the scenario file (" + place(file) + ")");
        // a file that a scenario names may be anyone's: its content is shown only if it lies with the scenario
        boolean linesShown = chain.isEmpty() || identity(file).startsWith(home);
        Optional<SourceNode.Mapping> read = load(file, named, code, linesShown);
        folders.put(place(file), folder(file));
        if (read.isEmpty()) {
            complete = false;
            return;
        }
        SourceNode.Mapping own = read.get();
        List<Path> longer = new ArrayList<>(chain);
        longer.add(identity(file));
        text(own, EXTENDS).ifPresent(base -> extend(file, base, longer));
        tree = Overlay.lay(tree, Trees.without(Trees.without(own, EXTENDS), SET), rootKind);
        if (complete) {
            set(own);
        }
    }

    private void extend(Path file, SourceNode.Scalar base, List<Path> chain) {
        try {
            Path other = folder(file).resolve(base.text()).normalize();
            if (!Scenario.isFileName(base.text()) && !Files.isDirectory(other)) {
                problems.add(
                        Problem.Code.AV107,
                        base.origin(),
                        "(" + base.text() + ") is not the name of a scenario file.",
                        "Name a file that ends in .yaml, .yml or .json.");
                complete = false;
                return;
            }
            add(other, base.origin(), Problem.Code.AV107, chain);
        } catch (InvalidPathException e) {
            problems.add(Problem.Code.AV107, base.origin(), "(" + base.text() + ") is not the name of a file.", "");
            complete = false;
        }
    }

    private void circle(Path file, Origin named, List<Path> chain) {
        List<Path> circle = new ArrayList<>(chain.subList(chain.indexOf(identity(file)), chain.size()));
        circle.add(identity(file));
        problems.add(
                Problem.Code.AV107,
                named,
                "The files extend each other in a circle: "
                        + circle.stream().map(path -> name(path)).collect(Collectors.joining(" -> ")) + ".",
                "Remove extends from one of them.");
        complete = false;
    }

    private static String name(Path path) {
        return Optional.ofNullable(path.getFileName()).orElse(path).toString();
    }

    private Optional<SourceNode.Mapping> load(Path file, Origin named, Problem.Code code, boolean linesShown) {
        String place = place(file);
        byte[] known = contents.get(place);
        Optional<byte[]> bytes;
        if (known != null) {
            bytes = Optional.of(known);
        } else {
            bytes = isStandardInput(file) ? standardInput(place) : FileBytes.read(file, place, named, code, problems);
        }
        int before = problems.size();
        Optional<SourceNode> given = bytes.flatMap(content -> SourceText.ofFile(place, content, linesShown, problems))
                .flatMap(source -> YamlReader.read(source, problems));
        if (given.isEmpty()) {
            if (bytes.isPresent() && problems.size() == before) {
                problems.add(
                        Problem.Code.AV109,
                        Origin.of(place, 0, 0, ""),
                        "The file contains no values.",
                        "Begin with format: advalorem/1.");
            }
            return Optional.empty();
        }
        if (given.get() instanceof SourceNode.Mapping mapping) {
            return Optional.of(mapping);
        }
        problems.add(
                Problem.Code.AV110,
                given.get().origin(),
                "A scenario is a mapping of keys; this is "
                        + (given.get() instanceof SourceNode.Sequence ? "a list." : "a single value."),
                "Begin with format: advalorem/1.");
        return Optional.empty();
    }

    private Optional<byte[]> standardInput(String place) {
        if (folders.containsKey(place)) {
            problems.add(Problem.Code.AV101, Origin.of(place, 0, 0, ""), "Standard input can be read only once.", "");
            return Optional.empty();
        }
        try {
            return FileBytes.read(standardInput, place, problems);
        } catch (IOException e) {
            problems.add(Problem.Code.AV101, Origin.of(place, 0, 0, ""), "Standard input cannot be read.", "");
            return Optional.empty();
        }
    }

    private Optional<SourceNode.Scalar> text(SourceNode.Mapping own, String key) {
        SourceNode given = own.entries().get(key);
        if (given == null || given instanceof SourceNode.Scalar) {
            return Optional.ofNullable((SourceNode.Scalar) given);
        }
        problems.add(
                Problem.Code.AV203,
                given.origin(),
                "(" + key + ") must name one file.",
                "Write " + key + ": base.yaml.");
        return Optional.empty();
    }

    private void set(SourceNode.Mapping own) {
        SourceNode given = own.entries().get(SET);
        if (given == null) {
            return;
        }
        if (!(given instanceof SourceNode.Mapping settings)) {
            problems.add(
                    Problem.Code.AV203,
                    given.origin(),
                    "(" + SET + ") must be a mapping from addresses to values.",
                    "Write " + SET + ": {programs.NAME.applied: no}.");
            return;
        }
        settings.entries().forEach((address, value) -> {
            Origin at = settings.keyOrigin(address);
            try {
                tree = Editor.set(root, tree, new Assignment(Address.parse(address), value, at), problems);
            } catch (IllegalArgumentException e) {
                problems.add(Problem.Code.AV211, at, String.valueOf(e.getMessage()), "");
            }
        });
    }

    private static Path folder(Path file) {
        return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    }

    private static boolean isStandardInput(Path file) {
        return file.toString().equals(STDIN);
    }

    /** The name shown to the user, with forward slashes on every platform. */
    private static String place(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static Path identity(Path file) {
        try {
            return isStandardInput(file) ? file : file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }
}
