package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.advalorem.bracketing.Disclosed;
import org.advalorem.engine.Workers;
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

    /** A what-if question, whose answer is mostly a report. */
    @FunctionalInterface
    interface Question<T> {
        /**
         * The answer, after the chart has been passed to {@link Asked#draw}.
         *
         * @param problems where what is wrong with the question is noted
         * @throws IOException if the chart cannot be written
         */
        T answer(Asked asked, Problems problems) throws IOException;
    }

    /**
     * What a question is put to.
     *
     * @param version which of the versions asked for it is
     * @param progress told how far the work is; also says when to stop
     * @param stopped whether the user has asked to stop
     * @param workers who does work that can be done elsewhere; empty for threads
     */
    record Asked(
            Loaded loaded,
            Model model,
            Optional<ChartOption> chart,
            Version version,
            Progress progress,
            BooleanSupplier stopped,
            Optional<Workers> workers) {
        /** Whether it is asked for the public version. */
        boolean isPublic() {
            return version == Version.PUBLIC;
        }

        /**
         * The scenario as the report shows it.
         *
         * @param others what a public version prints besides the scenario as written
         */
        EvaluatedScenario shown(Supplier<Stream<Disclosed>> others) {
            return loaded.as(version, others).evaluated();
        }

        /** Draws the chart of a scenario as the report shows it, if one is asked for. */
        void draw(EvaluatedScenario shown, Supplier<Chart> drawn) throws IOException {
            if (chart.isPresent()) {
                chart.get().showing(shown).write(drawn.get(), stopped.getAsBoolean());
            }
        }

        /** Draws the chart if one is asked for. */
        void draw(Supplier<Chart> drawn) throws IOException {
            draw(loaded.evaluated(), drawn);
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
    static int of(ParseResult given, Session session, Question<Report> question) throws IOException {
        return of(given, Versions.of(given, session), session, question);
    }

    /** The same, with the report going to that output. */
    static int of(ParseResult given, ReportOutput output, Session session, Question<Report> question)
            throws IOException {
        return of(given, Versions.complete(output, ChartOption.of(given, session)), session, question);
    }

    private static int of(ParseResult given, Versions versions, Session session, Question<Report> question)
            throws IOException {
        Loaded loaded = Loaded.of(
                        CommonOptions.positionals(given),
                        CommonOptions.set(given),
                        CommonOptions.company(given),
                        Expecting.NOTHING,
                        session)
                .withHash();
        Model model = Models.of(loaded, session);
        try (Interruption interruption = session.interruption().get()) {
            boolean made = versions.write(
                    (version, chart) -> answer(loaded, model, version, chart, session, interruption, question),
                    interruption::isAsked);
            return made && !interruption.isAsked() ? ExitCode.FINE : ExitCode.STOPPED;
        }
    }

    /** The answer; empty if the user stopped it before there was one. */
    static <T> Optional<T> answer(
            Loaded loaded,
            Model model,
            Version version,
            Optional<ChartOption> chart,
            Session session,
            Interruption interruption,
            Question<T> question)
            throws IOException {
        Problems problems = new Problems();
        ProgressBar bar = new ProgressBar(session.console(), interruption);
        try {
            T answer = question.answer(
                    new Asked(loaded, model, chart, version, bar, interruption::isAsked, session.workers()), problems);
            bar.clear();
            problems.throwIfAny();
            loaded.tellNewNotes(session.console());
            return Optional.of(answer);
        } catch (CancellationException e) {
            bar.clear();
            // said here, because the program ends when the listening does
            session.console().tell(Commands.PROGRAM + ": stopped before the end. There is nothing to report yet.");
            return Optional.empty();
        } finally {
            bar.clear();
        }
    }
}
