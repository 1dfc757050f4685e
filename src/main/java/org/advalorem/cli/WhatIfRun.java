package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.advalorem.facts.Problems;
import org.advalorem.plot.Chart;
import org.advalorem.report.Format;
import org.advalorem.report.Report;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Model;
import org.advalorem.whatif.Progress;
import picocli.CommandLine.ParseResult;

/** The run of a command that asks a what-if question of a scenario and writes a report. */
final class WhatIfRun {
    private WhatIfRun() {}

    /** A question: works out the answer. */
    @FunctionalInterface
    interface Question {
        /**
         * The report, after the chart has been handed to {@link Asked#draw}.
         *
         * @param problems where everything wrong with the question is noted
         */
        Report answer(Asked asked, Problems problems) throws IOException;
    }

    /**
     * What a question is asked of.
     *
     * @param progress also the way for Ctrl-C
     */
    record Asked(Loaded loaded, Model model, Optional<ChartOption> chart, Progress progress) {
        /** Draws the chart if there is to be one. */
        void draw(Supplier<Chart> drawn) throws IOException {
            if (chart.isPresent()) {
                chart.get().write(drawn.get());
            }
        }

        /** The results that are reported. */
        List<ResultKey> results() {
            return loaded.evaluated().reported(model.results().keys());
        }
    }

    /**
     * Reads, asks and writes; when the user stops it, what is known by then. What the scenario expects holds for it as it is,
     * and is not compared.
     */
    static int of(ParseResult given, Session session, Question question) throws IOException {
        return of(given, CommonOptions.output(given), session, question);
    }

    /** The same with the report in another place. */
    static int of(ParseResult given, Output output, Session session, Question question) throws IOException {
        Format format = CommonOptions.format(given, output);
        Optional<ChartOption> chart = ChartOption.of(given, output);
        Loaded loaded = Loaded.of(
                        CommonOptions.positionals(given),
                        CommonOptions.set(given),
                        CommonOptions.company(given),
                        Expecting.NOTHING,
                        session)
                .withHash();
        Problems problems = new Problems();
        try (Interruption interruption = session.interruption().get()) {
            ProgressBar bar = new ProgressBar(session.console(), interruption);
            Report report;
            try {
                report = question.answer(new Asked(loaded, Models.of(loaded, session), chart, bar), problems);
            } catch (CancellationException e) {
                bar.clear();
                // told here: once the listening ends, so does the program
                session.console().tell(Commands.PROGRAM + ": stopped before the end. There is nothing to report yet.");
                return ExitCode.STOPPED;
            } finally {
                bar.clear();
            }
            problems.throwIfAny();
            output.write(report, format, session.console());
            return interruption.isAsked() ? ExitCode.STOPPED : ExitCode.FINE;
        }
    }
}
