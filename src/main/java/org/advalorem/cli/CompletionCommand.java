package org.advalorem.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code generate-completion}: completion for bash and zsh.
 *
 * <p>Not by picocli, whose script completes neither file names nor {@code --format=csv}.
 */
final class CompletionCommand implements Command {
    private static final String SCRIPT = """
            # Completion of @PROGRAM@ in bash, and in zsh after bashcompinit: source <(@PROGRAM@ generate-completion)
            _@PROGRAM@() {
                local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=
                COMPREPLY=()
                # bash makes the = of --format=csv a word of its own
                if [ "$current" = = ]; then
                    current=
                elif [ "$before" = = ] && [ "$COMP_CWORD" -gt 2 ]; then
                    before=${COMP_WORDS[COMP_CWORD-2]}
                fi
                if [ "$COMP_CWORD" -eq 1 ]; then
                    words='@COMMANDS@ help --help --version'
                else
                    case ${COMP_WORDS[1]}:$before in
                        help:*) words='@COMMANDS@' ;;
            @VALUES@
                        *) case ${COMP_WORDS[1]}:$current in
            @OPTIONS@
                        esac ;;
                    esac
                fi
                # without words of ours the shell completes file names
                [ -z "$words" ] || COMPREPLY=($(compgen -W "$words" -- "$current"))
            }
            [ -z "${ZSH_VERSION-}" ] || { autoload -U +X bashcompinit && bashcompinit; }
            complete -o default -F _@PROGRAM@ @PROGRAM@
            """;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description("The script completes commands, options and their values.")
                .footer("", "Example:", "  source <(advalorem generate-completion)");
        CommonOptions.output(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        FileKind kind = new FileKind("a completion script", List.of(".bash", ".zsh", ".sh"), false);
        Output output = Output.of(given, kind, session);
        output.write(script(Commands.parser()));
        return ExitCode.FINE;
    }

    private static String script(CommandLine parser) {
        Map<String, String> values = new TreeMap<>();
        TreeSet<String> free = new TreeSet<>();
        List<String> options = new ArrayList<>();
        parser.getSubcommands().forEach((command, line) -> {
            List<String> names = new ArrayList<>();
            for (OptionSpec option : line.getCommandSpec().options()) {
                names.add(option.longestName());
                if (option.completionCandidates() != null) {
                    values.put(option.longestName(), String.join(" ", option.completionCandidates()));
                } else if (option.arity().max() > 0 && !option.paramLabel().equals(CommonOptions.PATH)) {
                    free.add(option.longestName());
                }
            }
            options.add(" ".repeat(16) + command + ":-*) words='" + String.join(" ", names) + "' ;;");
        });
        List<String> cases = new ArrayList<>();
        values.forEach((option, words) -> cases.add(" ".repeat(12) + "*:" + option + ") words='" + words + "' ;;"));
        free.forEach(
                option -> cases.add(" ".repeat(12) + "*:" + option + ") compopt +o default 2>/dev/null; return 0 ;;"));
        return SCRIPT.replace("@VALUES@", String.join("\n", cases))
                .replace("@OPTIONS@", String.join("\n", options))
                .replace("@COMMANDS@", String.join(" ", parser.getSubcommands().keySet()))
                .replace("@PROGRAM@", Commands.PROGRAM);
    }
}
