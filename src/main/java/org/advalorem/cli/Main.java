package org.advalorem.cli;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.advalorem.engine.Work;
import org.advalorem.facts.InvalidScenarioException;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.VisibleText;
import org.advalorem.report.ProblemText;
import org.advalorem.rules.Programs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program's entry point. */
public final class Main {
    /** Nobody asks to stop a command whose work is done for another process. */
    private static final Interruption NEVER = new Interruption() {
        @Override
        public boolean isAsked() {
            return false;
        }

        @Override
        public void close() {
            // nothing was begun
        }
    };

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

    /**
     * Runs the program with those program types.
     *
     * @return one of {@link ExitCode}
     */
    public static int run(String[] args, OutputStream out, OutputStream err, Programs programs) {
        return run(args, new Session(new Console(out, err), programs, CtrlC::listen));
    }

    /**
     * Runs the program with the work of simulations, tables of issues, sensitivities and portfolios done elsewhere.
     *
     * @return one of {@link ExitCode}
     */
    public static int run(String[] args, OutputStream out, OutputStream err, Elsewhere elsewhere) {
        return run(args, new Session(new Console(out, err), Programs.shipped(), CtrlC::listen).with(elsewhere));
    }

    /**
     * The work of a command that another process began, whose results go there.
     *
     * @param command as {@link Elsewhere} was given it
     * @param where where a scenario file or folder lies here, from its name there
     * @throws IllegalStateException if the command ends before it comes to work that can be done elsewhere
     */
    public static Work work(List<String> command, UnaryOperator<Path> where) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        WorkTaken taken = new WorkTaken();
        Session session = new Session(
                        new Console(OutputStream.nullOutputStream(), told), Programs.shipped(), () -> NEVER)
                .with((words, files) -> taken)
                .with(where);
        String[] args = command.toArray(String[]::new);
        try {
            new Main(session.with(args)).guarded(args);
        } catch (WorkTaken.EndOfCommand e) {
            // as it should be
        }
        return taken.work()
                .orElseThrow(() -> new IllegalStateException("The command has no work for others: "
                        + told.toString(StandardCharsets.UTF_8).strip()));
    }

    static int run(String[] args, Session session) {
        return new Main(session.with(args)).guarded(args);
    }

    /** The exit code of a run, in which nothing ends in a stack trace unless one is asked for. */
    @SuppressWarnings("CatchingUnchecked") // the last line of defence
    private int guarded(String[] args) {
        Console console = session.console();
        try {
            return run(args);
        } catch (WorkTaken.EndOfCommand e) {
            throw e;
        } catch (UsageException e) {
            console.tell(Commands.PROGRAM + ": " + VisibleText.of(String.valueOf(e.getMessage())));
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
            trace.toString().lines().forEach(console::tell);
        }
        if (isClosedPipe(e)) {
            return ExitCode.PIPE_CLOSED;
        }
        if (e instanceof IOException) {
            console.tell(Commands.PROGRAM + ": cannot write the result: "
                    + Optional.ofNullable(e.getMessage()).orElse(describe(e)) + ".");
        } else if (e instanceof OutOfMemoryError) {
            console.tell(Commands.PROGRAM + ": the memory of "
                    + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MB is not enough. Use smaller data, or more memory: ADVALOREM_JAVA_OPTS=-Xmx16g.");
        } else {
            console.tell(Commands.PROGRAM + ": unexpected failure: " + describe(e) + ". Add " + Commands.DEBUG
                    + " for the stack trace.");
        }
        return ExitCode.FAILURE;
    }

    /** Whether the reader, such as head, has closed the pipe, which is not an error. */
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
            session.console().tellAll(Commands.help());
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
            return Commands.help();
        }
        Entry entry = entry(args[1]);
        return usage(Commands.parser(entry, entry.command()), entry);
    }

    private static String usage(CommandLine parser, Entry entry) {
        return Optional.ofNullable(parser.getSubcommands().get(entry.word()))
                .orElse(parser)
                .getUsageMessage();
    }

    private int run(String name, String[] args) throws IOException {
        Entry entry = entry(name);
        Command command = entry.command();
        CommandLine parser = Commands.parser(entry, command);
        ParseResult given;
        try {
            given = parser.parseArgs(args).subcommand();
        } catch (ParameterException e) {
            throw ParseProblem.of(e, name);
        }
        if (given.isUsageHelpRequested()) {
            session.console().result(usage(parser, entry));
            return ExitCode.FINE;
        }
        int code = command.run(given, session);
        session.windows().await();
        return code;
    }

    private static Entry entry(String name) {
        return Entry.of(name)
                .orElseThrow(() -> name.startsWith("-")
                        ? UsageException.of(
                                "There is no option (" + name + ").",
                                Nearest.advice(name, List.of("--help", "--version"))
                                        + " Put the options of a command after it.")
                        : UsageException.of(
                                "There is no command (" + name + ").", Nearest.advice(name, Entry.words())));
    }

    /** The program's name with the version in the manifest of its jar. */
    static String version() {
        @Nullable String version = Main.class.getPackage().getImplementationVersion();
        return Commands.PROGRAM + " " + (version == null ? "(development)" : version);
    }
}
