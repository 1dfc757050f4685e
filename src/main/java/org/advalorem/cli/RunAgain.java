package org.advalorem.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.advalorem.facts.Problems;
import org.advalorem.receipts.KeptDraws;
import org.advalorem.receipts.KeptResult;
import org.advalorem.receipts.Made;
import org.advalorem.scenario.Fingerprint;
import org.advalorem.scenario.Scenario;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * A command run again, in the folder where it was typed. A kept result may come from anybody, so only commands that
 * calculate are run, and none of their options that write a file.
 *
 * @param output what the command wrote
 * @param files the scenario files that it read
 * @param sets the values of {@code --set}
 * @param names the names of scenario files given anew, and those in the kept result
 */
record RunAgain(String output, List<Path> files, List<String> sets, List<Renamed> names) {
    private static final Set<Group> THAT_CALCULATE = Set.of(Group.CALCULATE, Group.WHAT_IF);
    private static final Set<String> THAT_WRITE = Set.of("--output", "-o", "--chart", "--draws-to");

    /** A scenario file given anew. */
    private record Renamed(String kept, String given) {}

    /** Copies the lists. */
    RunAgain {
        files = List.copyOf(files);
        sets = List.copyOf(sets);
        names = List.copyOf(names);
    }

    /**
     * Runs the command of a kept result.
     *
     * @param path the kept result
     * @param files scenario files to take the place of those that the command names; empty for those
     */
    static RunAgain of(Path path, KeptResult kept, List<String> files, Session session) throws IOException {
        return of(path, kept.made(), List.of("--format", kept.kind().format()), files, session);
    }

    /**
     * Runs the command of a kept table, which is made in another file.
     *
     * @param again the file to make
     */
    static RunAgain of(KeptDraws kept, Path again, List<String> files, Session session) throws IOException {
        return of(
                kept.file(),
                kept.made(),
                List.of("--output", again.toAbsolutePath().toString()),
                files,
                session);
    }

    private static RunAgain of(Path path, Made kept, List<String> as, List<String> files, Session session)
            throws IOException {
        List<String> command = kept.command();
        List<String> args = new ArrayList<>(command.subList(1, command.size()));
        ParseResult parsed = parsed(args);
        List<String> named = CommonOptions.positionals(parsed);
        List<Renamed> names = renamed(named, files);
        for (Renamed name : names) {
            args.set(args.indexOf(name.kept()), name.given());
        }
        if (!CommonOptions.formatGiven(parsed) || !as.get(0).equals("--format")) {
            args.addAll(as);
        }
        Path folder = folder(path, kept.folder(), named, files.isEmpty());
        List<String> read = files.isEmpty() ? named : files;
        return new RunAgain(
                isHere(folder) ? here(args, session) : elsewhere(args, folder),
                read.stream()
                        .map(name -> files.isEmpty() ? folder.resolve(name) : PathArgument.of(name))
                        .toList(),
                CommonOptions.set(parsed),
                names);
    }

    private static ParseResult parsed(List<String> args) {
        Entry entry = args.isEmpty() ? null : Entry.of(args.get(0)).orElse(null);
        if (entry == null || !THAT_CALCULATE.contains(entry.group())) {
            throw new UsageException("The kept result names a command (" + String.join(" ", args)
                    + ") that does not calculate. It is not run.");
        }
        try {
            CommandLine line = Commands.parser(entry, entry.command());
            ParseResult parsed = line.parseArgs(args.toArray(String[]::new)).subcommand();
            if (THAT_WRITE.stream().anyMatch(parsed::hasMatchedOption)) {
                throw new UsageException(
                        "The command of the kept result writes a file. It is not run: " + String.join(" ", args) + ".");
            }
            return parsed;
        } catch (ParameterException e) {
            throw new UsageException(
                    "The command of the kept result is not understood: " + String.join(" ", args) + ".");
        }
    }

    private static List<Renamed> renamed(List<String> named, List<String> files) {
        if (!files.isEmpty() && files.size() != named.size()) {
            throw new UsageException("The command of the kept result names " + named.size() + " scenario file(s), ("
                    + String.join(", ", named) + "), but " + files.size() + " are given. Name as many.");
        }
        List<Renamed> names = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            names.add(new Renamed(
                    named.get(i), PathArgument.of(files.get(i)).toAbsolutePath().toString()));
        }
        return names;
    }

    /** Where the command was typed: as the result says, else beside it if the scenario is there, else here. */
    private static Path folder(Path path, Optional<String> stated, List<String> named, boolean asNamed) {
        Path beside = OutputFile.folderOf(path.toAbsolutePath().normalize());
        Path here = Path.of("").toAbsolutePath();
        try {
            List<Path> candidates = stated.map(
                            way -> List.of(beside.resolve(Path.of(way)).normalize(), here))
                    .orElse(List.of(beside, here));
            return candidates.stream()
                    .filter(folder -> !asNamed
                            || named.stream().allMatch(name -> Files.isRegularFile(folder.resolve(Path.of(name)))))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("There is no (" + String.join(", ", named) + ") in "
                            + candidates.get(0) + ". Name the scenario files after the result."));
        } catch (InvalidPathException e) {
            throw new UsageException("The kept result names a file that is none: (" + e.getInput() + ").");
        }
    }

    private static boolean isHere(Path folder) {
        return folder.equals(Path.of("").toAbsolutePath().normalize());
    }

    private static String here(List<String> args, Session session) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                args.toArray(String[]::new),
                new Session(new Console(out, err), session.programs(), session.interruption()));
        return checked(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs it in a Java of its own: no Java can change its folder. */
    private static String elsewhere(List<String> args, Path folder) throws IOException {
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                Main.class.getName()));
        java.addAll(args);
        Path err = Files.createTempFile("advalorem", ".txt");
        try {
            Process process = new ProcessBuilder(java)
                    .directory(folder.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return checked(process.waitFor(), out, Files.readString(err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        } finally {
            Files.deleteIfExists(err);
        }
    }

    private static String absolute(String classPath) {
        String separator = System.getProperty("path.separator");
        return String.join(
                separator,
                Arrays.stream(classPath.split(Pattern.quote(separator)))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }

    private static String checked(int code, String out, String err) {
        if (code != ExitCode.FINE && code != ExitCode.EXPECTATION_FAILED) {
            throw new NotRunException(err);
        }
        return out;
    }

    /** What the scenario says now, value by value; empty if it cannot be read. */
    Optional<Fingerprint> fingerprint(Session session) {
        return Scenario.read(Loaded.root(session), files, sets, session.files().read(), new Problems())
                .map(Scenario::fingerprint);
    }

    /** A command that does not run any more, with what it says. */
    static final class NotRunException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotRunException(String said) {
            super(said);
        }
    }

    /** A text with the names of files given anew as they are in the kept result. */
    String asKept(String text) {
        String kept = text;
        for (Renamed name : names) {
            kept = kept.replace(name.given(), name.kept());
        }
        return kept;
    }
}
