package org.advalorem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.advalorem.report.PortfolioReport;
import org.advalorem.scenario.Scenario;
import org.advalorem.whatif.Portfolio;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code portfolio}: the rates of every scenario of a folder. */
final class PortfolioCommand implements Command {
    private static final String DRAWS = "--draws";
    private static final long MOST_DRAWS = 1_000_000_000L;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(
                        "Reads every scenario.yaml in the folders and the folders below them, and every other .yaml or"
                                + " .yml file that is a scenario of its own: overlays, which leave to another file what"
                                + " every scenario must state, are passed over, as are names that begin with a point.",
                        "",
                        "One row for each scenario and company, and for all others, in the order of the files. A scenario"
                                + " with an error is a row with its first problem, and the others are computed all the"
                                + " same; the exit code is then 0 too, and standard error says how many.")
                .footer(
                        "",
                        "Examples:",
                        "  advalorem portfolio cases",
                        "  advalorem portfolio cases --draws 10000 --output rates.parquet",
                        "  advalorem portfolio cases-2024 cases-2025 --format csv --output rates.csv");
        CommonOptions.files(spec, "FOLDER...", "Folders with scenarios.");
        spec.addOption(OptionSpec.builder(DRAWS)
                .paramLabel("N")
                .type(String.class)
                .description(
                        "Also draws the uncertain inputs of each scenario so many times: the share of draws in which"
                                + " a rate is de minimis, and the rates that 5 and 95 percent of draws do not exceed.")
                .build());
        WhatIfOptions.seed(spec);
        WhatIfOptions.threads(spec);
        CommonOptions.format(spec);
        CommonOptions.output(spec);
        return spec;
    }

    @Override
    public int run(ParseResult given, Session session) throws IOException {
        ReportOutput output = ReportOutput.of(given, session);
        int threads = WhatIfOptions.threads(given);
        long seed = WhatIfOptions.seed(given);
        Optional<Portfolio.Draws> draws = given.hasMatchedOption(DRAWS)
                ? Optional.of(new Portfolio.Draws(
                        WhatIfOptions.whole(DRAWS, given.matchedOptionValue(DRAWS, ""), 1, MOST_DRAWS), seed))
                : Optional.empty();
        List<Path> files = files(CommonOptions.positionals(given), session.files());
        try (Interruption interruption = session.interruption().get()) {
            ProgressBar bar = new ProgressBar(session.console(), interruption);
            Portfolio.Result result;
            try {
                result = Portfolio.of(
                        files,
                        new Portfolio.Settings(session.programs(), draws, threads, session.workers()),
                        session.files().read(),
                        session.files().where(),
                        bar);
            } finally {
                bar.clear();
            }
            session.files().check();
            if (!result.faults().isEmpty()) {
                session.console()
                        .tell("note: " + result.faults().size() + " of " + result.scenarios()
                                + " scenarios have a fault.");
            }
            boolean partial = result.run().partial();
            output.write(PortfolioReport.of(result, session.command()), partial);
            return partial || interruption.isAsked() ? ExitCode.STOPPED : ExitCode.FINE;
        }
    }

    /** The files of the folders that may be scenarios, each once, in the order of their paths. */
    private static List<Path> files(List<String> folders, RunFiles run) throws IOException {
        TreeMap<String, Path> files = new TreeMap<>();
        for (String name : folders) {
            Path folder = run.path(name);
            if (!Files.isDirectory(folder)) {
                throw UsageException.of(
                        "There is no folder (" + name + ").",
                        Files.isRegularFile(folder) ? "It is a file: advalorem rate " + name + "." : "");
            }
            try (Stream<Path> found = Files.walk(folder)) {
                found.filter(path -> isShown(folder.relativize(path))
                                && Scenario.mayRead(path.toString())
                                && Files.isRegularFile(path))
                        .map(Path::normalize)
                        .forEach(path -> {
                            run.read().add(path, "a file of the portfolio");
                            if (isScenario(path)) {
                                files.put(path.toString().replace('\\', '/'), path);
                            }
                        });
            }
        }
        if (files.isEmpty()) {
            throw UsageException.of(
                    "There is no .yaml or .yml file in (" + String.join("), (", folders) + ").",
                    "Name another folder.");
        }
        return new ArrayList<>(files.values());
    }

    private static boolean isScenario(Path path) {
        String lower = path.toString().toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml");
    }

    private static boolean isShown(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .noneMatch(part -> part.toString().startsWith("."));
    }
}
