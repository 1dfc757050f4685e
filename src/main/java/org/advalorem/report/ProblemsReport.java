package org.advalorem.report;

import java.util.List;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.report.JsonText.Json;

/** The problems of a scenario for programs, which want all of them however many there are. */
public final class ProblemsReport {
    private ProblemsReport() {}

    /** The report on the problems, in the order given. */
    public static Report of(List<Problem> problems) {
        Listing<Problem> listing = listing(problems);
        return Report.ofTree(
                () -> new Document.Builder().data(listing).build(),
                List::of,
                () -> FlatTable.of(listing),
                () -> new Json()
                        .put("format", "advalorem-problems/1")
                        .put("version", Header.version())
                        .put(listing));
    }

    private static Listing<Problem> listing(List<Problem> problems) {
        return ListingType.<Problem>of("problems", "problem", "All that is wrong, by file, line and column.")
                .text("code", problem -> problem.code().toString(), "The kind of problem, explained in docs/errors.md.")
                .text("kind", problem -> problem.code().title(), "The kind in words.")
                .text("file", problem -> problem.origin().place(), "The file as named, or the argument.")
                .number(
                        Figure.COUNT,
                        "line",
                        problem -> known(problem.origin().line()),
                        "The line, from 1; none if unknown.")
                .number(
                        Figure.COUNT,
                        "column",
                        problem -> known(problem.origin().column()),
                        "The column, from 1, in characters; none if unknown.")
                .text("message", Problem::message, "What was found and what was expected.")
                .text("help", Problem::advice, "What to write instead.")
                .text(
                        "overrides",
                        problem -> problem.origin()
                                .overridden()
                                .map(Origin::toString)
                                .orElse(""),
                        "Where the value was written that this one replaces.")
                .of(problems);
    }

    private static double known(int position) {
        return position > 0 ? position : Double.NaN;
    }
}
