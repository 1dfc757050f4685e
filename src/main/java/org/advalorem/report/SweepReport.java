package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Subject;
import org.advalorem.whatif.ResultFrame;
import org.advalorem.whatif.Sweep;
import org.advalorem.whatif.ValueRange;

/**
 * The reports of {@code sweep} and {@code grid}.
 *
 * <p>The JSON formats, {@code advalorem-sweep/2} and {@code advalorem-grid/2}, are contracts described in
 * {@code docs/json.md}.
 */
public final class SweepReport {
    /** The marker, among the cases, for the scenario as written. */
    private static final int BASELINE = -1;

    /** What the mark at a rate means. */
    static final String MARKED = "* de minimis";

    private static final String NOT_REACHED = "not reached";

    private final EvaluatedScenario scenario;
    private final Sweep.Result result;
    private final ResultFrame cases;
    private final boolean tidy;

    private SweepReport(EvaluatedScenario scenario, Sweep.Result result, boolean tidy) {
        this.scenario = scenario.withRun(result.run());
        this.result = result;
        this.cases = result.cases();
        this.tidy = tidy;
    }

    /**
     * The report on a sweep or grid.
     *
     * @param tidy whether programs get one row for each case and result rather than one for each case
     */
    public static Report of(EvaluatedScenario scenario, Sweep.Result result, boolean tidy) {
        SweepReport report = new SweepReport(scenario, result, tidy);
        return Report.of(
                result.grid() ? "advalorem-grid/2" : "advalorem-sweep/2",
                report.scenario,
                report::document,
                () -> FlatTable.of(report.forPrograms()));
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Header.open(
                scenario,
                result.grid() ? "Grid: " : "Sweep: ",
                result.grid()
                        ? GridFinding.of(scenario, result).finding()
                        : SweepFinding.of(scenario, result).finding(),
                document);
        if (result.grid()) {
            totals(Measure.RATE).forEach(key -> document.view(grid(key)));
            following().forEach(key -> document.view(gridOfFollowing(key)));
        } else {
            document.items(crossings());
            document.view(sweep(Measure.RATE, Figure.PUBLISHED, "Published rates"));
            document.view(sweep(Measure.RATE_UNROUNDED, Figure.RATE, "Unrounded rates"));
            others().ifPresent(document::view);
        }
        document.items(result.ranges().stream()
                .map(range -> InputNames.withAddress(scenario, range.address().toString()))
                .toList());
        ListingType<ValueRange> ranges = ListingType.<ValueRange>of("ranges", "range", "What varies.")
                .text("address", range -> range.address().toString(), "The address.")
                .with(
                        ListingType.ofWords("values", "value", "The values, each as written after --set."),
                        ValueRange::values);
        return Header.close(
                scenario,
                document.data(ranges.of(result.ranges()))
                        .one(results(wide("baseline", List.of())).of(List.of(BASELINE)))
                        .data(forPrograms()));
    }

    private String name(ValueRange range) {
        return InputNames.of(scenario, range.address().toString());
    }

    private List<ResultKey> totals(Measure measure) {
        return EvaluatedScenario.totals(cases.keys(), measure);
    }

    private List<Integer> rows() {
        return IntStream.range(0, cases.cases()).boxed().toList();
    }

    private double number(ResultKey key, int row) {
        return row == BASELINE ? result.baseline().number(key, 0) : cases.number(key, row);
    }

    /** One row per case, one column per company. */
    private Listing<Integer> sweep(Measure measure, Figure figure, String title) {
        ListingType<Integer> type = varied();
        totals(measure).forEach(key -> type.shownRight(scenario.name(key), row -> rate(key, row, figure)));
        return type.of(title, rowsWithBaseline()).note(MARKED);
    }

    /** One row per case, one column for every other result that moves, such as a deposit; empty if none does. */
    private Optional<Listing<Integer>> others() {
        List<ResultKey> moving = following();
        if (moving.isEmpty()) {
            return Optional.empty();
        }
        ListingType<Integer> type = varied();
        moving.forEach(key -> type.shownRight(OtherResults.name(scenario, key), row -> following(key, row)));
        return Optional.of(type.of("What follows from the rates", rowsWithBaseline()));
    }

    private ListingType<Integer> varied() {
        ListingType<Integer> type = ListingType.of("rates", "case", "");
        for (int i = 0; i < result.ranges().size(); i++) {
            int range = i;
            type.shownRight(
                    name(result.ranges().get(i)), row -> row == BASELINE ? "baseline" : result.value(range, row));
        }
        return type;
    }

    private List<Integer> rowsWithBaseline() {
        List<Integer> rows = new ArrayList<>(List.of(BASELINE));
        rows.addAll(rows());
        return rows;
    }

    /** The numbers that follow from the rates and vary. */
    private List<ResultKey> following() {
        return cases.keys().stream()
                .filter(OtherResults::isOther)
                .filter(key ->
                        rows().stream().anyMatch(row -> cases.isMade(row) && number(key, row) != number(key, BASELINE)))
                .toList();
    }

    private String following(ResultKey key, int row) {
        return row != BASELINE && !cases.isMade(row) ? NOT_REACHED : OtherResults.value(key, number(key, row));
    }

    private String rate(ResultKey key, int row, Figure figure) {
        return rate(row == BASELINE ? result.baseline() : cases, key, Math.max(0, row), figure);
    }

    /** The rate of a case, marked if it is de minimis; in words if the case has none. */
    static String rate(ResultFrame frame, ResultKey key, int row, Figure figure) {
        if (!frame.isMade(row)) {
            return NOT_REACHED;
        }
        if (frame.isNone(key.subject(), row)) {
            return "negative";
        }
        return figure.text(frame.number(key, row)) + (frame.holds(key.beside(Measure.DE_MINIMIS), row) ? "*" : "");
    }

    /** The pairs of values between which a verdict changes. */
    private List<String> crossings() {
        List<String> lines = new ArrayList<>();
        for (ResultKey key : cases.keys()) {
            for (int i = 1; key.measure().isTruth() && i < cases.cases(); i++) {
                Optional<Boolean> before = cases.truth(key, i - 1);
                Optional<Boolean> after = cases.truth(key, i);
                if (before.isPresent() && after.isPresent() && !before.equals(after)) {
                    lines.add(scenario.name(key) + " becomes " + Verdict.words(key, after.get()) + " between "
                            + String.join(", ", result.values(i - 1)) + " and " + String.join(", ", result.values(i))
                            + ". For the exact value: advalorem solve; for that of every input: advalorem flip.");
                }
            }
        }
        return lines;
    }

    private Listing<Integer> grid(ResultKey key) {
        return grid(scenario.name(key) + ", published rate", row -> rate(key, row, Figure.PUBLISHED))
                .note(MARKED);
    }

    private Listing<Integer> gridOfFollowing(ResultKey key) {
        return grid(OtherResults.name(scenario, key), row -> following(key, row));
    }

    private Listing<Integer> grid(String title, IntFunction<String> cell) {
        ValueRange down = result.ranges().get(0);
        ValueRange across = result.ranges().get(1);
        ListingType<Integer> type = ListingType.<Integer>of("rates", "case", "")
                .shownRight(name(down), row -> down.values().get(row));
        for (int i = 0; i < across.size(); i++) {
            int column = i;
            type.shownRight(across.values().get(i), row -> cell.apply(row * across.size() + column));
        }
        return type.of(
                title + "; across: " + name(across),
                IntStream.range(0, down.size()).boxed().toList());
    }

    private Listing<?> forPrograms() {
        return tidy ? tidy() : results(wide("cases", result.ranges())).of(rows());
    }

    private ListingType<Integer> wide(String name, List<ValueRange> ranges) {
        ListingType<Integer> type = ListingType.of(name, "case", "Every result, by its address, at the values taken.");
        return values(type, ranges, row -> row);
    }

    /** Adds the values that make a case. */
    private <R> ListingType<R> values(ListingType<R> type, List<ValueRange> ranges, ToIntFunction<R> row) {
        for (int i = 0; i < ranges.size(); i++) {
            int range = i;
            String address = ranges.get(i).address().toString();
            type.text(address, of -> result.value(range, row.applyAsInt(of)), "The value taken.")
                    .field(address);
        }
        return type;
    }

    private ListingType<Integer> results(ListingType<Integer> type) {
        for (ResultKey key : cases.keys()) {
            type.number(
                            OtherResults.forPrograms(key),
                            key.toString(),
                            row -> number(key, row),
                            "The result at that address.")
                    .field(key.toString());
        }
        return type;
    }

    /** A result in a case. */
    private record Point(int row, ResultKey key) {
        Subject subject() {
            return key.subject();
        }
    }

    /** One row per case and result. */
    private Listing<Point> tidy() {
        ListingType<Point> type = ListingType.<Point>of("results", "result", "Every result at the values taken.")
                .number(Figure.COUNT, "case", point -> point.row() + 1.0, "The number of the case, from 1.");
        values(type, result.ranges(), Point::row)
                .text("result", point -> point.key().toString(), "The address of the result.")
                .text("name", point -> scenario.name(point.key()), "Its name.")
                .text(
                        "company",
                        point -> point.subject().isOf(point.subject().company())
                                ? point.subject().company()
                                : "",
                        "The company's id; none for all others.")
                .text(
                        "program",
                        point -> point.subject().program(),
                        "The program's id, if the result is the rate of a program.")
                .text("year", point -> Scopes.year(point.subject().scope()), "The year; none for the latest.")
                .text("product", point -> Scopes.product(point.subject().scope()), "The product; none for all.")
                .text("measure", point -> point.key().measure().word(), "What is measured.")
                .number(
                        Figure.RATE,
                        "value",
                        point -> point.key().measure().isTruth() ? Double.NaN : number(point.key(), point.row()),
                        "The rate as a fraction.")
                .verdict(
                        "holds",
                        point -> point.key().measure().isTruth()
                                ? cases.truth(point.key(), point.row())
                                : Optional.empty(),
                        "The verdict.");
        return type.of(rows().stream()
                .flatMap(row -> cases.keys().stream().map(key -> new Point(row, key)))
                .toList());
    }
}
