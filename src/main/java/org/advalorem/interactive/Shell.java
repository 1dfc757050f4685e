package org.advalorem.interactive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.advalorem.api.Scenario;
import org.advalorem.api.Setting;

/** JShell with the library, its imports and a scenario. */
public final class Shell {
    /** What is imported, each by its name: names that JShell completes are then those that matter. */
    private static final List<String> IMPORTS = List.of(
            "java.nio.file.Path",
            "org.advalorem.api.Scenario",
            "org.advalorem.api.Setting",
            "tech.tablesaw.api.Table",
            "tech.tablesaw.aggregate.AggregateFunctions",
            "static org.advalorem.interactive.Tables.table",
            "static org.advalorem.interactive.Tables.tidy",
            "static org.advalorem.interactive.Tables.draws",
            "static org.advalorem.interactive.Tables.csv",
            "static org.advalorem.interactive.Tables.print",
            "static org.advalorem.interactive.Pictures.lines",
            "static org.advalorem.interactive.Pictures.histogram",
            "static org.advalorem.interactive.Pictures.box",
            "static org.advalorem.interactive.Pictures.heatMap",
            "static org.advalorem.interactive.Pictures.scatter",
            "static org.advalorem.interactive.Pictures.picture",
            "static org.advalorem.interactive.Pictures.show",
            "static org.advalorem.interactive.Pictures.save");

    /** Of the process in which lines run. The second compiler stays on: there are long simulations. */
    private static final List<String> REMOTE = List.of(
            "-R-XX:+UseSerialGC",
            "-R-Xshare:auto",
            "-R-XX:-UsePerfData",
            "-R-Dfile.encoding=UTF-8",
            "-R-Dstdout.encoding=UTF-8",
            "-R-Dstderr.encoding=UTF-8");

    private Shell() {}

    /**
     * Starts it.
     *
     * @return the exit code of JShell
     */
    static int start(List<String> files, List<String> settings, Optional<String> script) throws IOException {
        Path startup = Files.createTempFile("advalorem", ".jsh");
        Path end = Files.createTempFile("advalorem", ".jsh");
        try {
            Files.writeString(startup, String.join("\n", lines(files, settings)) + "\n", StandardCharsets.UTF_8);
            List<String> arguments = new ArrayList<>(List.of(
                    "--class-path",
                    System.getProperty("java.class.path"),
                    "--startup",
                    startup.toString(),
                    "--feedback",
                    // of a value, only the beginning and the end are shown: print shows it whole
                    script.isPresent() ? "concise" : "normal"));
            List<String> remote = new ArrayList<>(arguments);
            remote.addAll(REMOTE);
            remote.addAll(prepared());
            if (script.isPresent()) {
                Files.writeString(end, "/exit\n");
                remote.addAll(List.of(script.get(), end.toString()));
                arguments.addAll(List.of(script.get(), end.toString()));
            }
            ByteArrayOutputStream complaint = new ByteArrayOutputStream();
            int code = run(remote, script.isPresent(), complaint);
            String text = complaint.toString(StandardCharsets.UTF_8);
            if (!text.contains("execution engine")) {
                System.err.print(text);
                return code;
            }
            System.err.println("note: JShell cannot start a process of its own here, so lines run in this one.");
            arguments.addAll(0, List.of("--execution", "local"));
            return run(arguments, script.isPresent(), System.err);
        } finally {
            Files.deleteIfExists(startup);
            Files.deleteIfExists(end);
        }
    }

    /**
     * The class data of the launcher for the process in which lines run, which halves the time to load a scenario. They hold for
     * classes of the class path alone, not for those that JShell adds; a path with a blank in it cannot be handed on.
     */
    private static List<String> prepared() {
        String data = System.getProperty("advalorem.class.data", "");
        String path = System.getProperty("java.class.path");
        return data.isEmpty() || data.contains(" ") || path.contains(" ")
                ? List.of()
                : List.of("-R-XX:SharedArchiveFile=" + data, "-R--class-path=" + path);
    }

    /**
     * Runs it to its end.
     *
     * @param complaint takes what JShell says of its own start
     */
    private static int run(List<String> arguments, boolean script, OutputStream complaint) {
        // it would tell of the folder that it makes for the history of lines
        Logger preferences = Logger.getLogger("java.util.prefs");
        preferences.setLevel(Level.SEVERE);
        JavaShellToolBuilder builder = JavaShellToolBuilder.builder()
                .locale(Locale.ROOT)
                .err(new PrintStream(complaint, true, StandardCharsets.UTF_8), System.err);
        if (script) {
            builder = builder.in(InputStream.nullInputStream(), InputStream.nullInputStream());
        }
        try {
            return HelpSubject.added(builder, "advalorem", help()).start(arguments.toArray(String[]::new));
        } catch (IllegalStateException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first lines that JShell runs. */
    static List<String> lines(List<String> files, List<String> settings) {
        List<String> lines = new ArrayList<>();
        IMPORTS.forEach(name -> lines.add("import " + name + ";"));
        if (!files.isEmpty()) {
            lines.add("Scenario scenario = org.advalorem.interactive.Shell.scenario(" + list(files) + ", "
                    + list(settings) + ");");
        }
        return lines;
    }

    private static String list(List<String> texts) {
        return "java.util.List.of(" + texts.stream().map(Shell::literal).collect(Collectors.joining(", ")) + ")";
    }

    /** A text as Java writes it, in ASCII. */
    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(unit -> {
            if (unit == '"' || unit == '\\') {
                literal.append('\\').append((char) unit);
            } else if (unit < ' ') {
                // its escape as a character would end the line
                literal.append(String.format(Locale.ROOT, "\\%03o", unit));
            } else if (unit > '~') {
                literal.append(String.format(Locale.ROOT, "\\u%04x", unit));
            } else {
                literal.append((char) unit);
            }
        });
        return literal.append('"').toString();
    }

    /** The scenario of the shell; called by its first lines. */
    public static Scenario scenario(List<String> files, List<String> settings) {
        Path[] paths = files.stream().map(Path::of).toArray(Path[]::new);
        Setting[] changed = settings.stream()
                .map(setting -> setting.split("=", 2))
                .map(sides -> Setting.of(sides[0], sides[1]))
                .toArray(Setting[]::new);
        Scenario scenario = Scenario.load(paths[0], Arrays.copyOfRange(paths, 1, paths.length));
        return changed.length == 0 ? scenario : scenario.set(changed);
    }

    /** What {@code /help advalorem} says. */
    static String help() {
        return """
                Five lines to begin with:
                  print(scenario.evaluate())
                  print(scenario.find("markup"))
                  show(lines(scenario.sweep(scenario.find("markup").get(0).address(), "times 0.5 to 1.5 in 11")))
                  var s = scenario.simulate(100_000); show(histogram(s)); draws(s).summary()
                  print(table(scenario.issues()).summarize("rate", AggregateFunctions.range).by("of"))

                show(...) opens a window, save(..., "picture.png") writes a file, csv("mine.csv") reads a table to join.
                All that a scenario can do: type scenario. and press the tabulator. The whole API: docs/api.md.""";
    }
}
