package org.advalorem.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The registry of commands, in the order of {@code --help}. Help and completion are made from it; the launchers, the
 * documentation and the tests that run every command are checked against it.
 */
@SuppressWarnings("ImmutableEnumChecker") // the sets are those of Set.of
enum Entry {
    RATE(
            "rate",
            Group.CALCULATE,
            "Computes the rate of each program, each company and all others.",
            Set.of("advalorem-rate/2"),
            Trait.CHART),
    MEMO(
            "memo",
            Group.CALCULATE,
            "Writes the calculation memorandum: every step, with its authority.",
            Set.of("advalorem-memo/2", "advalorem-exhibits/1")),
    REPORT(
            "report",
            Group.CALCULATE,
            "Writes one HTML file that shows the calculation and computes it anew.",
            Set.of(),
            Trait.LONG,
            Trait.BUILDS),
    EXPLAIN(
            "explain",
            Group.CALCULATE,
            "Shows how a result is derived, or where an input comes from and what uses it.",
            Set.of("advalorem-explain/2")),
    ADDRESSES(
            "addresses",
            Group.CALCULATE,
            "Lists every input and result by address, with its value and source.",
            Set.of("advalorem-addresses/2")),
    PROJECT(
            "project",
            Group.CALCULATE,
            "Shows what stays countervailable in later years, and the rate of one of them.",
            Set.of("advalorem-projection/1")),
    DEPOSIT(
            "deposit",
            Group.CALCULATE,
            "Shows what an entry deposits, by its exporter, producer and day.",
            Set.of("advalorem-deposit/1")),
    EXPOSURE(
            "exposure",
            Group.CALCULATE,
            "Shows what an importer's entries deposited, and what they cost in the end.",
            Set.of("advalorem-exposure/1"),
            Trait.CHART),
    SCREEN(
            "screen",
            Group.CALCULATE,
            "Shows whether petitions, agreements and corrections pass their tests.",
            Set.of("advalorem-screens/1"),
            Trait.CHART),
    VERIFY_SAMPLE(
            "verify-sample",
            Group.CALCULATE,
            "Draws the transactions to trace at a verification; weighs its corrections.",
            Set.of("advalorem-sample/1", "advalorem-corrections/1")),
    CALENDAR(
            "calendar",
            Group.CALCULATE,
            "Derives every date of an investigation, with its paragraph, from those known.",
            Set.of("advalorem-calendar/1")),
    PORTFOLIO(
            "portfolio",
            Group.CALCULATE,
            "Computes the rates of every scenario of a folder, in one table.",
            Set.of("advalorem-portfolio/1"),
            Trait.LONG),
    SWEEP(
            "sweep",
            Group.WHAT_IF,
            "Computes the rates at each value of a list or range.",
            Set.of("advalorem-sweep/2"),
            Trait.LONG,
            Trait.CHART),
    GRID(
            "grid",
            Group.WHAT_IF,
            "Computes the rates at every combination of two lists or ranges.",
            Set.of("advalorem-grid/2"),
            Trait.LONG,
            Trait.CHART),
    SPIDER(
            "spider",
            Group.WHAT_IF,
            "Computes the rates along each input's change, one input at a time.",
            Set.of("advalorem-spider/2"),
            Trait.LONG,
            Trait.CHART),
    TORNADO(
            "tornado",
            Group.WHAT_IF,
            "Ranks the inputs by how far each, on its own, moves a rate.",
            Set.of("advalorem-tornado/2"),
            Trait.LONG,
            Trait.CHART),
    FLIP(
            "flip",
            Group.WHAT_IF,
            "Finds the smallest changes that reverse a de minimis verdict.",
            Set.of("advalorem-flip/2"),
            Trait.LONG,
            Trait.CHART),
    SOLVE(
            "solve",
            Group.WHAT_IF,
            "Finds the values of an input at which a result reaches a goal.",
            Set.of("advalorem-solve/2"),
            Trait.LONG,
            Trait.CHART),
    SIMULATE(
            "simulate",
            Group.WHAT_IF,
            "Draws the uncertain inputs at random and shows the distribution of each rate.",
            Set.of("advalorem-simulation/2"),
            Trait.LONG,
            Trait.CHART,
            Trait.DRAWS),
    SENSITIVITY(
            "sensitivity",
            Group.WHAT_IF,
            "Shows which uncertain inputs each rate depends on, and how much.",
            Set.of("advalorem-sensitivity/2"),
            Trait.LONG,
            Trait.CHART),
    ISSUES(
            "issues",
            Group.WHAT_IF,
            "Computes the rates under every combination of contested positions.",
            Set.of("advalorem-issues/2"),
            Trait.LONG,
            Trait.CHART),
    EVA(
            "eva",
            Group.WHAT_IF,
            "Compares the methods of the export value adjustment.",
            Set.of("advalorem-eva/2"),
            Trait.LONG,
            Trait.CHART),
    COMPARE(
            "compare",
            Group.WHAT_IF,
            "Attributes the difference between two scenarios to the changes between them.",
            Set.of("advalorem-compare/2", "advalorem-disclosure/2"),
            Trait.LONG,
            Trait.CHART),
    SHELL("shell", Group.WHAT_IF, "Opens JShell with the scenario, tables to group, and charts in windows.", Set.of()),
    NEW("new", Group.FILES, "Writes a commented starter scenario.", Set.of()),
    CHECK(
            "check",
            Group.FILES,
            "Checks a scenario and shows every error with its position.",
            Set.of("advalorem-check/2")),
    VERIFY(
            "verify",
            Group.FILES,
            "Makes a kept result again, and says whether it is the same to the last bit.",
            Set.of("advalorem-verification/1")),
    INSPECT(
            "inspect",
            Group.FILES,
            "Shows how a data file is read, and the mapping to write for it.",
            Set.of("advalorem-inspect/1")),
    IMPORT("import", Group.FILES, "Turns the inputs changed in a workbook into an overlay.", Set.of()),
    REFERENCE(
            "reference",
            Group.FILES,
            "Prints the tables that come with the program, with their sources.",
            Set.of("advalorem-reference/1")),
    SET("set", Group.FILES, "Writes values back into a scenario file, keeping comments and layout.", Set.of()),
    RESOLVE("resolve", Group.FILES, "Merges scenario files and --set into one file.", Set.of()),
    SCHEMA("schema", Group.FILES, "Prints the JSON Schema of scenario files, for editors.", Set.of()),
    COMPLETION("generate-completion", Group.FILES, "Prints a completion script for bash and zsh.", Set.of());

    private final String word;
    private final Group group;
    private final String purpose;
    private final Set<String> formats;
    private final Set<Trait> traits;

    Entry(String word, Group group, String purpose, Set<String> formats, Trait... traits) {
        this.word = word;
        this.group = group;
        this.purpose = purpose;
        this.formats = formats;
        this.traits = Set.of(traits);
    }

    /** The command of that name. */
    static Optional<Entry> of(String word) {
        for (Entry entry : values()) {
            if (entry.word.equals(word)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** The names of all commands. */
    static List<String> words() {
        return Arrays.stream(values()).map(Entry::word).toList();
    }

    /** The name, as typed. */
    String word() {
        return word;
    }

    /** The group under which {@code --help} lists it. */
    Group group() {
        return group;
    }

    /** What it does, in a sentence of one line. */
    String purpose() {
        return purpose;
    }

    /** The values of {@code format} in its JSON; none if it writes no JSON. */
    Set<String> formats() {
        return formats;
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** The command itself. */
    Command command() {
        return switch (this) {
            case RATE -> new RateCommand();
            case MEMO -> new MemoCommand();
            case REPORT -> new ReportCommand();
            case EXPLAIN -> new ExplainCommand();
            case ADDRESSES -> new AddressesCommand();
            case SWEEP -> new SweepCommand();
            case GRID -> new GridCommand();
            case SPIDER -> new SpiderCommand();
            case TORNADO -> new TornadoCommand();
            case FLIP -> new FlipCommand();
            case SOLVE -> new SolveCommand();
            case SIMULATE -> new SimulateCommand();
            case SENSITIVITY -> new SensitivityCommand();
            case ISSUES -> new IssuesCommand();
            case EVA -> new EvaCommand();
            case SHELL -> new ShellCommand();
            case COMPARE -> new CompareCommand();
            case PORTFOLIO -> new PortfolioCommand();
            case NEW -> new NewCommand();
            case CHECK -> new CheckCommand();
            case PROJECT -> new ProjectCommand();
            case DEPOSIT -> new DepositCommand();
            case EXPOSURE -> new ExposureCommand();
            case SCREEN -> new ScreenCommand();
            case CALENDAR -> new CalendarCommand();
            case VERIFY -> new VerifyCommand();
            case VERIFY_SAMPLE -> new VerifySampleCommand();
            case INSPECT -> new InspectCommand();
            case IMPORT -> new ImportCommand();
            case REFERENCE -> new ReferenceCommand();
            case SET -> new SetCommand();
            case RESOLVE -> new ResolveCommand();
            case SCHEMA -> new SchemaCommand();
            case COMPLETION -> new CompletionCommand();
        };
    }
}
