package org.advalorem.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.advalorem.scenario.StarterScenario;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code new}: a commented starter scenario. */
final class NewCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description("It can be calculated as it stands.")
                .footer("", "Example:", "  advalorem new my-case.yaml");
        CommonOptions.files(spec, "FILE", "The file to write, which must not exist; - is standard output.");
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        List<String> parameters = CommonOptions.positionals(given);
        if (parameters.size() > 1) {
            throw new UsageException("Unexpected argument (" + parameters.get(1) + "). Name one file.");
        }
        String scenario = StarterScenario.of(session.programs());
        if (parameters.get(0).equals("-")) {
            session.console().result(scenario);
        } else {
            write(PathArgument.of(parameters.get(0)), scenario);
            session.console().tell("Wrote " + parameters.get(0) + ". Try: advalorem rate " + parameters.get(0));
        }
        return ExitCode.FINE;
    }

    private static void write(Path file, String scenario) throws IOException {
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        if (!Files.isDirectory(folder)) {
            throw new UsageException("There is no folder (" + folder + "). Create it.");
        }
        try {
            Files.write(
                    file,
                    scenario.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException("(" + file + ") already exists and is not overwritten. Name another file.");
        } catch (IOException e) {
            throw Output.refused(file, e);
        }
    }
}
