package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.advalorem.facts.Problems;
import org.advalorem.plot.Chart;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.Report;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Model;
import org.advalorem.whatif.Progress;
import picocli.CommandLine.ParseResult;

/** The run of a command that puts a what-if question to a scenario and writes a report. */
final class WhatIfRun {
    private WhatIfRun() {}

    /** A what-if question. */
    @FunctionalInterface
    interface Question {
        /**
         * The answer as a report, after the chart has been passed to {@link Asked#draw}.
         *
         * @param problems where what is wrong with the question is noted
         * @throws IOException if the chart cannot be written
         */
        Report answer(Asked asked, Problems problems) throws IOException;
    }

    /**
     * What a question is put to.
     *
     * @param progress told how far the work is; also says when to stop
     * @param stopped whether the user has asked to stop
     */
    record Asked(Loaded loaded, Model model, Optional<ChartOption> chart, Progress progress, BooleanSupplier stopped) {
        /** Draws the chart if one is asked for. */
        void draw(Supplier<Chart> drawn) throws IOException {
            if (chart.isPresent()) {
                chart.get().write(drawn.get(), stopped.getAsBoolean());
            }
        }

        /** The scenario as the report shows it, with what no result depends on. */
        EvaluatedScenario evaluated(List<String> unused) {
            return loaded.evaluated().unused(unused);
        }

        /** The results that are reported. */
        List<ResultKey> results() {
            return loaded.evaluated().reported(model.results().keys());
        }
    }

    /**
     * Reads the scenario, asks the question and writes the report, or what is known of it if the user stops the command. What
     * the scenario expects is not compared.
     */
    static int of(ParseResult given, Session session, Question question) throws IOException {
        return of(given, ReportOutput.of(given, session), session, question);
    }

    /** The same, with the report going to that output. */
    static int of(ParseResult given, ReportOutput output, Session session, Question question) throws IOException {
        Optional<ChartOption> chart = ChartOption.of(given, session);
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
                report = question.answer(
                        new Asked(loaded, Models.of(loaded, session), chart, bar, interruption::isAsked), problems);
            } catch (CancellationException e) {
                bar.clear();
                // said here, because the program ends when the listening does
                session.console().tell(Commands.PROGRAM + ": stopped before the end. There is nothing to report yet.");
                return ExitCode.STOPPED;
            } finally {
                bar.clear();
            }
            problems.throwIfAny();
            loaded.tellNewNotes(session.console());
            boolean stopped = interruption.isAsked();
            output.write(report, stopped);
            return stopped ? ExitCode.STOPPED : ExitCode.FINE;
        }
    }
}
