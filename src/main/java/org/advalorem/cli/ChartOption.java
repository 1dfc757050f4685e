package org.advalorem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.bracketing.PublicVersion;
import org.advalorem.facts.Problems;
import org.advalorem.facts.VisibleText;
import org.advalorem.plot.Chart;
import org.advalorem.plot.ChartFont;
import org.advalorem.plot.ChartFormat;
import org.advalorem.plot.ChartWriter;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.PublicReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code --chart FILE} and {@code --show}: the result as a chart in a file or a window, beside the report. No chart class is
 * loaded unless one of them is given.
 *
 * @param file where the chart goes, if to a file
 * @param windows where it is shown, if in a window
 * @param font from {@code --font}, for characters that the font of the program lacks
 * @param publicVersion what is confidential in the chart of a public version
 * @param console told of text that the chart cannot show
 */
record ChartOption(
        Optional<OutputFile> file,
        Optional<Windows> windows,
        Optional<ChartFont> font,
        Console console,
        Optional<PublicVersion> publicVersion) {
    private static final String CHART = "--chart";
    static final String SHOW = "--show";
    private static final String FONT = "--font";
    private static final int MOST_NAMED = 3;

    /**
     * Adds the option to a command.
     *
     * @param shows what the chart shows, such as {@code the programs of each rate}
     */
    static void add(CommandSpec spec, String shows) {
        spec.addOption(OptionSpec.builder(CHART)
                .paramLabel("FILE")
                .type(String.class)
                .description("Also draws " + shows + " to this file (svg, png or pdf).")
                .build());
        spec.addOption(OptionSpec.builder(SHOW)
                .description("Shows the chart in a window, to point at and enlarge; to a file if there is no display.")
                .build());
        spec.addOption(OptionSpec.builder(FONT)
                .paramLabel("FILE")
                .type(String.class)
                .description(
                        "Takes from this font (ttf, otf or ttc) the characters that the font of charts lacks, such as"
                                + " Chinese ones.")
                .build());
    }

    /** The option as given. A wrong ending or folder, or a broken font, is refused here, before anything is calculated. */
    static Optional<ChartOption> of(ParseResult given, Session session) {
        return of(given, session, Version.COMPLETE, List.of(Version.COMPLETE));
    }

    /** The same for one of the versions that are written. */
    static Optional<ChartOption> of(ParseResult given, Session session, Version version, List<Version> all) {
        String name = Version.file(given.matchedOptionValue(CHART, ""), version, all);
        boolean isFontGiven = given.hasMatchedOption(FONT);
        if (!isGiven(given)) {
            if (isFontGiven) {
                throw new UsageException("(" + FONT + ") is for charts, and none is drawn. Add " + CHART + " FILE.");
            }
            return Optional.empty();
        }
        Optional<ChartFont> font =
                isFontGiven ? Optional.of(font(given.matchedOptionValue(FONT, ""), session)) : Optional.empty();
        Optional<OutputFile> file =
                given.hasMatchedOption(CHART) ? Optional.of(file(CHART, name, session)) : Optional.empty();
        Optional<Windows> windows = given.hasMatchedOption(SHOW) ? Optional.of(session.windows()) : Optional.empty();
        if (windows.isPresent()) {
            String obstacle = session.windows().obstacle();
            if (!obstacle.isEmpty()) {
                windows = Optional.empty();
                file = Optional.of(file.orElseGet(() -> file(SHOW, free(given, version, all), session)));
                session.console()
                        .tell("note: " + obstacle + ": the chart goes to ("
                                + file.get().path() + ").");
            }
        }
        return Optional.of(new ChartOption(file, windows, font, session.console(), Optional.empty()));
    }

    /** The name of a file that is not there yet, in the current folder. */
    private static String free(ParseResult given, Version version, List<Version> all) {
        String command = given.commandSpec().name();
        String name = Version.file(command + ".png", version, all);
        for (int i = 2; Files.exists(Path.of(name)); i++) {
            name = Version.file(command + "-" + i + ".png", version, all);
        }
        return name;
    }

    private static OutputFile file(String option, String name, Session session) {
        if (name.equals("-")) {
            throw new UsageException("A chart needs a file: --chart=FILE.svg, .png or .pdf.");
        }
        List<String> endings =
                ChartFormat.endings().stream().map(ending -> "." + ending).toList();
        return OutputFile.of(option, name, new FileKind("a chart", endings, true), session)
                .checked();
    }

    private static ChartFont font(String name, Session session) {
        try {
            session.files().read().add(Path.of(name), "the font (" + name + ")");
            return ChartFont.read(Path.of(name));
        } catch (InvalidPathException e) {
            throw new UsageException("(" + name + ") is not a path.");
        } catch (IOException e) {
            throw new UsageException("The font (" + name + ") cannot be read. Check the name of the file.");
        } catch (IllegalArgumentException e) {
            throw new UsageException("(" + name + ") is not a font that can be read."
                    + " Name a TrueType or OpenType font: a file that ends in .ttf, .otf or .ttc.");
        }
    }

    /** Whether a chart is asked for. */
    static boolean isGiven(ParseResult given) {
        return given.hasMatchedOption(CHART) || given.hasMatchedOption(SHOW);
    }

    /** This option for the chart of a scenario, which is read for what is confidential if it is a public version. */
    ChartOption showing(EvaluatedScenario scenario) {
        return new ChartOption(file, windows, font, console, scenario.publicVersion());
    }

    /** Draws the chart and writes the file, in full or not at all. */
    void write(Chart chart) throws IOException {
        write(chart, false);
    }

    /**
     * Draws the chart and writes the file, in full or not at all.
     *
     * @param partial whether the run was stopped, so that the chart takes the place of no file
     */
    void write(Chart chart, boolean partial) throws IOException {
        if (publicVersion.isPresent()) {
            Problems problems = new Problems();
            try {
                PublicReport.check(publicVersion.get(), ChartWriter.texts(chart), "the chart", problems);
            } catch (IOException e) {
                throw undrawn(e);
            }
            problems.throwIfAny();
        }
        if (windows.isPresent()) {
            windows.get().show(chart);
        }
        if (file.isPresent()) {
            write(chart, file.get(), partial);
        }
    }

    private void write(Chart chart, OutputFile to, boolean partial) throws IOException {
        to.files().check();
        byte[] bytes;
        try {
            ChartFormat format = ChartFormat.ofName(to.path().toString()).orElseThrow();
            bytes = ChartWriter.bytes(chart, format, font, this::tell);
        } catch (IOException e) {
            throw undrawn(e);
        }
        to.write(bytes, partial);
    }

    private static UsageException undrawn(IOException e) {
        return new UsageException("The chart cannot be drawn: " + e.getMessage() + ".");
    }

    /** Tells of texts that have boxes in place of characters. */
    private void tell(List<String> missing) {
        if (missing.isEmpty()) {
            return;
        }
        String named = missing.stream()
                .limit(MOST_NAMED)
                .map(text -> "(" + VisibleText.of(text) + ")")
                .collect(Collectors.joining(", "));
        int others = missing.size() - MOST_NAMED;
        console.tell("note: the chart has empty boxes for characters that "
                + (font.isPresent() ? "neither its font nor that of " + FONT + " has" : "its font lacks") + ", in "
                + named + (others > 0 ? " and " + others + " more" : "") + ". Name a font that has them: " + FONT
                + " FILE.");
    }
}
