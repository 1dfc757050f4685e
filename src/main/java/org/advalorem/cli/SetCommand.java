package org.advalorem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.advalorem.calculation.UnitException;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.VisibleText;
import org.advalorem.rules.Determination;
import org.advalorem.scenario.Scenario;
import org.advalorem.scenario.WrittenBack;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code set}: values written back into a scenario file. */
final class SetCommand implements Command {
    private static final String DRY_RUN = "--dry-run";
    private static final int LONGEST = 60;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Changes only the characters of the values, or adds a line where a value is not written yet; comments and layout stay. Either all values are written or none. The file is read again before it is replaced.")
                .footer(
                        "",
                        "A value that comes from another file, such as one that FILE extends or a data file, is not",
                        "changed: the message names the place.",
                        "",
                        "Examples:",
                        "  advalorem set case.yaml benchmarks.ingot.vat=13%%",
                        "  advalorem set case.yaml programs.grants.applied=no 'benchmarks.ingot.inland-freight=times 1.05'",
                        "  advalorem set case.yaml benchmarks.ingot.vat=13%% --dry-run");
        CommonOptions.files(spec, "FILE ADDRESS=VALUE...", "The scenario file, then the values to write into it.");
        spec.addOption(OptionSpec.builder(DRY_RUN)
                .description("Shows the lines that would change and writes nothing.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        List<String> parameters = CommonOptions.positionals(given);
        if (parameters.size() < 2) {
            throw new UsageException(
                    "ADDRESS=VALUE is missing: advalorem set FILE ADDRESS=VALUE. To list addresses: advalorem addresses FILE.");
        }
        if (parameters.get(0).equals("-")) {
            throw new UsageException("Standard input cannot be changed. Name a file.");
        }
        Path file = PathArgument.of(parameters.get(0));
        Problems problems = new Problems();
        byte[] bytes = bytes(file, session, problems);
        problems.throwIfAny();
        WrittenBack written = WrittenBack.of(
                        Loaded.root(session), file, bytes, parameters.subList(1, parameters.size()), problems)
                .orElseThrow(() -> ResolveCommand.failed(problems));
        written.before().newNotes().forEach(note -> session.console().tell("note: " + note));
        checkNothingNew(written, session);
        boolean dry = given.hasMatchedOption(DRY_RUN);
        if (!dry && !written.values().isEmpty()) {
            replace(file, bytes, written.content(), session);
        }
        session.console().result(told(written, dry));
        return ExitCode.FINE;
    }

    private static byte[] bytes(Path file, Session session, Problems problems) throws IOException {
        if (Files.isRegularFile(file)) {
            return Files.readAllBytes(file);
        }
        // says what is wrong with the name
        Loaded.read(List.of(file.toString()), List.of(), session, problems);
        problems.throwIfAny();
        throw new NoSuchFileException(file.toString());
    }

    /** Refuses values with which the scenario has problems that it does not have without them. */
    private static void checkNothingNew(WrittenBack written, Session session) {
        Set<String> known = new HashSet<>();
        problems(written.before(), session).forEach(problem -> known.add(problem.code() + problem.message()));
        Problems fresh = new Problems();
        problems(written.after(), session).stream()
                .filter(problem -> !known.contains(problem.code() + problem.message()))
                .forEach(problem -> fresh.addAll(List.of(problem)));
        if (!fresh.isEmpty()) {
            session.console().tell("note: nothing was written, because the scenario would then have these problems");
        }
        fresh.throwIfAny();
    }

    private static List<Problem> problems(Scenario scenario, Session session) {
        Problems found = new Problems();
        try {
            Determination.of(scenario.tree(), scenario.data(), session.programs(), found);
        } catch (UnitException e) {
            found.add(Problem.Code.AV206, Origin.of(scenario.name(), 0, 0, ""), String.valueOf(e.getMessage()), "");
        }
        return found.sorted();
    }

    /** Replaces the file, or that to which a link leads, unless it has changed in the meantime. */
    private static void replace(Path file, byte[] before, byte[] after, Session session) throws IOException {
        FileKind scenario = new FileKind("a scenario", List.of(".yaml", ".yml", ".json"), false);
        OutputFile.of("FILE", file.toString(), scenario, session)
                .make(
                        aside -> {
                            if (!Arrays.equals(before, Files.readAllBytes(file))) {
                                throw new UsageException(
                                        "(" + file + ") has been changed by another program. Run the command again.");
                            }
                            return OutputFile.whole(aside, after);
                        },
                        made -> false);
    }

    private static String told(WrittenBack written, boolean dry) {
        if (written.values().isEmpty()) {
            return "Nothing changes: the values are already written.\n";
        }
        StringBuilder text = new StringBuilder();
        for (WrittenBack.Value value : written.values()) {
            text.append(written.before().name())
                    .append(':')
                    .append(value.line())
                    .append(": ");
            text.append(dry ? "would set " : "set ")
                    .append('(')
                    .append(value.address())
                    .append(')');
            text.append(value.from().isEmpty() ? "" : " from (" + inOneLine(value.from()) + ")");
            text.append(" to (").append(inOneLine(value.to())).append(")\n");
            if (dry) {
                value.oldLines()
                        .forEach(line -> text.append("  - ").append(line).append('\n'));
                value.newLines()
                        .forEach(line -> text.append("  + ").append(line).append('\n'));
            }
        }
        return text.toString();
    }

    private static String inOneLine(String value) {
        String line = VisibleText.of(value.strip().replaceAll("\\s+", " "));
        return line.codePointCount(0, line.length()) > LONGEST
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "..."
                : line;
    }
}
