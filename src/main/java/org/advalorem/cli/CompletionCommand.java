package org.advalorem.cli;

import java.io.IOException;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code generate-completion}: completion for bash and zsh. */
final class CompletionCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description("Prints a script that completes commands and options in bash and zsh.")
                .footer("", "Example:", "  source <(advalorem generate-completion)");
        CommonOptions.output(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        String script = AutoComplete.bash(Commands.PROGRAM, Commands.parser());
        CommonOptions.output(given).write(script.endsWith("\n") ? script : script + "\n", session.console());
        return ExitCode.FINE;
    }
}
