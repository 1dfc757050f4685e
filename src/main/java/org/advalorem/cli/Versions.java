package org.advalorem.cli;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.advalorem.report.Report;
import picocli.CommandLine.ParseResult;

/** The versions of a report that a run writes, and where each of them goes. */
final class Versions {
    private final Map<Version, To> written;

    private Versions(Map<Version, To> written) {
        this.written = written;
    }

    /** Where a version goes. */
    private record To(ReportOutput report, Optional<ChartOption> chart) {}

    /** Makes a version of a report. */
    @FunctionalInterface
    interface Maker {
        /**
         * The report, after its chart has been drawn if one is asked for; empty if the user stopped it before there was one.
         *
         * @throws IOException if the chart cannot be written
         */
        Optional<Report> make(Version version, Optional<ChartOption> chart) throws IOException;
    }

    /** The versions asked for; a name that is none for its kind is refused here. */
    static Versions of(ParseResult given, Session session) {
        List<Version> versions = Version.of(given);
        Map<Version, To> written = new EnumMap<>(Version.class);
        for (Version version : versions) {
            written.put(
                    version,
                    new To(
                            ReportOutput.of(given, session, version, versions),
                            ChartOption.of(given, session, version, versions)));
        }
        return new Versions(written);
    }

    /** The complete report alone, going to that output. */
    static Versions complete(ReportOutput output, Optional<ChartOption> chart) {
        return new Versions(Map.of(Version.COMPLETE, new To(output, chart)));
    }

    /** Whether programs read the report, in whatever version. */
    boolean isForPrograms() {
        return written.values().iterator().next().report().isForPrograms();
    }

    /**
     * Makes and writes them. The proprietary version has its brackets where the public one has them, which is therefore made
     * first: if it is refused, neither is written.
     *
     * @param partial whether the run was stopped, so that the reports take the place of no file
     * @return whether there was a report to write
     */
    boolean write(Maker maker, BooleanSupplier partial) throws IOException {
        List<Version> made = written.containsKey(Version.PROPRIETARY)
                ? List.of(Version.PUBLIC, Version.PROPRIETARY)
                : List.copyOf(written.keySet());
        Optional<Report> twin = Optional.empty();
        for (Version version : made) {
            Optional<To> to = Optional.ofNullable(written.get(version));
            Optional<Report> report = maker.make(version, to.flatMap(To::chart));
            if (report.isEmpty()) {
                return false;
            }
            if (to.isPresent()) {
                to.get().report().write(twin.map(report.get()::asTwinOf).orElse(report.get()), partial.getAsBoolean());
            }
            twin = report;
        }
        return true;
    }
}
