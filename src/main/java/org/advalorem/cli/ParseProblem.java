package org.advalorem.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.advalorem.facts.Nearest;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The parser's complaints in the wording of our messages. */
final class ParseProblem {
    private ParseProblem() {}

    static UsageException of(ParameterException e, String command) {
        String help = " See: " + Commands.PROGRAM + " " + command + " --help";
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unknown(unmatched.getUnmatched().get(0), e, help);
        }
        if (e instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            boolean absent = String.valueOf(e.getMessage()).startsWith("Missing required option");
            return missing(missing.getMissing(), absent, help);
        }
        if (e instanceof OverwrittenOptionException repeated) {
            return new UsageException("(" + name(repeated.getOverwritten()) + ") is given more than once." + help);
        }
        return new UsageException(String.valueOf(e.getMessage()) + "." + help);
    }

    private static UsageException unknown(String argument, ParameterException e, String help) {
        String name = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
        if (!name.startsWith("-")) {
            return new UsageException("Unexpected argument (" + argument + ")." + help);
        }
        List<String> known = new ArrayList<>();
        for (OptionSpec option : e.getCommandLine().getCommandSpec().options()) {
            known.addAll(List.of(option.names()));
        }
        return UsageException.of("There is no option (" + name + ").", Nearest.advice(name, known) + help);
    }

    /**
     * What is missing.
     *
     * @param absent whether an option was not given at all; otherwise it was, without its value
     */
    private static UsageException missing(List<ArgSpec> arguments, boolean absent, String help) {
        String names = arguments.stream()
                .map(argument -> argument.isOption()
                        ? name(argument) + (absent ? " is missing: " : " needs a value: ") + name(argument) + "="
                                + argument.paramLabel()
                        : argument.paramLabel() + " is missing")
                .collect(Collectors.joining(", "));
        return new UsageException(names + "." + help);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
