package org.advalorem.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.advalorem.facts.InvalidScenarioException;
import org.advalorem.facts.Nearest;
import org.advalorem.report.ProblemText;
import org.advalorem.rules.Programs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program's entry point. */
public final class Main {
    private final Session session;

    private Main(Session session) {
        this.session = session;
    }

    public static void main(String[] args) {
        System.exit(run(args, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err)));
    }

    /**
     * Runs the program.
     *
     * @param out where results go
     * @param err where everything else goes
     * @return one of {@link ExitCode}
     */
    public static int run(String[] args, OutputStream out, OutputStream err) {
        return run(args, out, err, Programs.shipped());
    }

    /** Runs the program with those program types. */
    public static int run(String[] args, OutputStream out, OutputStream err, Programs programs) {
        return run(args, new Session(new Console(out, err), programs, CtrlC::listen, List.of()));
    }

    static int run(String[] args, Session session) {
        return new Main(session.with(args)).guarded(args);
    }

    /** Nothing ever ends in a stack trace, unless it is asked for. */
    @SuppressWarnings("CatchingUnchecked") // the last line of defence
    private int guarded(String[] args) {
        Console console = session.console();
        try {
            return run(args);
        } catch (UsageException e) {
            console.tell(Commands.PROGRAM + ": " + e.getMessage());
            return ExitCode.BAD_USAGE_OR_SCENARIO;
        } catch (InvalidScenarioException e) {
            console.tellAll(ProblemText.of(e.problems()));
            return ExitCode.BAD_USAGE_OR_SCENARIO;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return failure(e, args);
        }
    }

    private int failure(Throwable e, String[] args) {
        Console console = session.console();
        if (Arrays.asList(args).contains(Commands.DEBUG)) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace, true));
            console.tellAll(trace.toString());
        }
        if (isClosedPipe(e)) {
            return ExitCode.FAILURE;
        }
        if (e instanceof IOException) {
            console.tell(Commands.PROGRAM + ": the result cannot be written: "
                    + Optional.ofNullable(e.getMessage()).orElse(describe(e)) + ".");
        } else {
            console.tell(Commands.PROGRAM + ": unexpected failure: " + describe(e) + ". Add " + Commands.DEBUG
                    + " for the trace.");
        }
        return ExitCode.FAILURE;
    }

    /** The reader, such as head, has seen enough: nothing to complain about. */
    static boolean isClosedPipe(Throwable e) {
        return e instanceof IOException
                && String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe");
    }

    private static String describe(Throwable e) {
        String message = e.getMessage();
        String name = e.getClass().getSimpleName();
        return message == null || message.isBlank()
                ? name
                : name + ": " + message.strip().replaceAll("\\s+", " ");
    }

    private int run(String[] args) throws IOException {
        if (args.length == 0) {
            session.console().tellAll(Commands.parser().getUsageMessage());
            return ExitCode.BAD_USAGE_OR_SCENARIO;
        }
        String first = args[0];
        switch (first) {
            case "-V", "--version" -> session.console().result(version() + "\n");
            case "-h", "--help", "help" -> session.console().result(help(args));
            default -> {
                return run(first, args);
            }
        }
        return ExitCode.FINE;
    }

    private static String help(String[] args) {
        if (args.length == 1) {
            return Commands.parser().getUsageMessage();
        }
        return usage(Commands.parser(args[1], command(args[1])), args[1]);
    }

    private static String usage(CommandLine parser, String name) {
        return Optional.ofNullable(parser.getSubcommands().get(name))
                .orElse(parser)
                .getUsageMessage();
    }

    private int run(String name, String[] args) throws IOException {
        Command command = command(name);
        CommandLine parser = Commands.parser(name, command);
        ParseResult given;
        try {
            given = parser.parseArgs(args).subcommand();
        } catch (ParameterException e) {
            throw ParseProblem.of(e, name);
        }
        if (given.isUsageHelpRequested()) {
            session.console().result(usage(parser, name));
            return ExitCode.FINE;
        }
        return command.run(given, session);
    }

    private static Command command(String name) {
        Supplier<Command> command = Commands.byName().get(name);
        if (command != null) {
            return command.get();
        }
        if (name.startsWith("-")) {
            throw UsageException.of(
                    "There is no option (" + name + ").",
                    Nearest.advice(name, List.of("--help", "--version")) + " Options of a command stand behind it.");
        }
        throw UsageException.of(
                "There is no command (" + name + ").",
                Nearest.advice(name, Commands.byName().keySet()));
    }

    /** The version written into the jar's manifest. */
    static String version() {
        @Nullable String version = Main.class.getPackage().getImplementationVersion();
        return Commands.PROGRAM + " " + (version == null ? "(development)" : version);
    }
}
