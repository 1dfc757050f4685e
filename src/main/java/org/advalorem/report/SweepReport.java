package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.report.JsonText.Json;
import org.advalorem.whatif.Sweep;
import org.advalorem.whatif.ValueRange;

/**
 * The reports of {@code sweep} and {@code grid}.
 *
 * <p>JSON is a contract, {@code advalorem-sweep/1} and {@code advalorem-grid/1}, described in {@code docs/json.md}.
 */
public final class SweepReport {
    private static final double YES = 0.5;
    private static final String NONE = "negative";

    private SweepReport() {}

    /** The report. */
    public static Report of(EvaluatedScenario scenario, Sweep.Result result) {
        return Report.of(
                () -> document(scenario, result),
                () -> Header.comments(scenario, !result.complete()),
                () -> flat(result),
                () -> json(scenario, result));
    }

    private static Document document(EvaluatedScenario scenario, Sweep.Result result) {
        Document.Builder document = new Document.Builder();
        Header.write(scenario, result.grid() ? "Grid: " : "Sweep: ", !result.complete(), document);
        document.paragraph(Header.version() + ".");
        if (result.grid()) {
            for (String address : ResultAddresses.totals(result.addresses(), ResultAddresses.PUBLISHED)) {
                document.table(grid(scenario, result, address));
            }
        } else {
            document.items(crossings(scenario, result));
            document.table(sweep(scenario, result, ResultAddresses.PUBLISHED, Figure.PUBLISHED, "Rates as published"));
            document.table(sweep(scenario, result, ResultAddresses.UNROUNDED, Figure.RATE, "Rates unrounded"));
        }
        return document.build();
    }

    /** One row a case, one column a company. */
    private static Table sweep(
            EvaluatedScenario scenario, Sweep.Result result, String last, Figure figure, String title) {
        List<String> headings = new ArrayList<>();
        result.ranges().forEach(range -> headings.add("#" + range.address()));
        List<String> addresses = ResultAddresses.totals(result.addresses(), last);
        addresses.forEach(address -> headings.add("#" + Subject.name(address, scenario)));
        Table.Builder table = Table.titled(title, headings.toArray(String[]::new));
        List<Cell> base = new ArrayList<>();
        result.ranges().forEach(range -> base.add(Cell.of("as it is")));
        Sweep.Case baseline = new Sweep.Case(List.of(), result.base());
        addresses.forEach(address -> base.add(cell(baseline, result, address, figure)));
        table.row(base);
        for (Sweep.Case of : result.cases()) {
            List<Cell> cells = new ArrayList<>();
            of.values().forEach(value -> cells.add(Cell.of(value)));
            addresses.forEach(address -> cells.add(cell(of, result, address, figure)));
            table.row(cells);
        }
        return table.note("* de minimis").build();
    }

    private static Cell cell(Sweep.Case of, Sweep.Result result, String address, Figure figure) {
        if (of.results().isEmpty()) {
            return Cell.of("not reached");
        }
        if (address.startsWith(ResultAddresses.ALL_OTHERS)
                && holds(of, result, ResultAddresses.negativeBehind(address))) {
            return Cell.of(NONE);
        }
        double value = of.results().get(result.addresses().indexOf(address));
        return isDeMinimis(of, result, address) ? Cell.of(figure.text(value) + "*") : Cell.of(value, figure);
    }

    private static boolean isDeMinimis(Sweep.Case of, Sweep.Result result, String address) {
        return holds(of, result, ResultAddresses.beside(address, ResultAddresses.VERDICT));
    }

    private static boolean holds(Sweep.Case of, Sweep.Result result, String truth) {
        int place = result.addresses().indexOf(truth);
        return place >= 0 && of.results().get(place) > YES;
    }

    /** Between which two values a verdict changes. */
    private static List<String> crossings(EvaluatedScenario scenario, Sweep.Result result) {
        List<String> lines = new ArrayList<>();
        List<String> truths =
                result.addresses().stream().filter(ResultAddresses::isTruth).toList();
        for (String address : truths) {
            int place = result.addresses().indexOf(address);
            for (int i = 1; i < result.cases().size(); i++) {
                Sweep.Case before = result.cases().get(i - 1);
                Sweep.Case after = result.cases().get(i);
                if (!before.results().isEmpty()
                        && !after.results().isEmpty()
                        && !before.results().get(place).equals(after.results().get(place))) {
                    lines.add(turn(address, after.results().get(place) > YES, scenario) + " between "
                            + String.join(", ", before.values()) + " and " + String.join(", ", after.values())
                            + ". The exact value: advalorem solve; that of every input: advalorem flip.");
                }
            }
        }
        return lines;
    }

    private static String turn(String address, boolean holds, EvaluatedScenario scenario) {
        return Subject.name(address, scenario) + " becomes "
                + (ResultAddresses.isNegative(address)
                        ? holds ? "negative" : "affirmative"
                        : holds ? "de minimis" : "not de minimis");
    }

    private static Table grid(EvaluatedScenario scenario, Sweep.Result result, String address) {
        ValueRange rows = result.ranges().get(0);
        ValueRange columns = result.ranges().get(1);
        List<String> headings = new ArrayList<>();
        headings.add("#" + rows.address());
        columns.values().forEach(value -> headings.add("#" + value));
        Table.Builder table = Table.titled(
                Subject.name(address, scenario) + ", rate as published; across: " + columns.address(),
                headings.toArray(String[]::new));
        for (int row = 0; row < rows.size(); row++) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(rows.values().get(row)));
            for (int column = 0; column < columns.size(); column++) {
                cells.add(cell(result.cases().get(row * columns.size() + column), result, address, Figure.PUBLISHED));
            }
            table.row(cells);
        }
        return table.note("* de minimis").build();
    }

    /** One row a case and result. */
    private static Table flat(Sweep.Result result) {
        List<String> headings = new ArrayList<>();
        result.ranges().forEach(range -> headings.add(range.address().toString()));
        headings.addAll(result.addresses());
        Table.Builder table = Table.titled("", headings.toArray(String[]::new));
        for (Sweep.Case of : result.cases()) {
            List<Cell> cells = new ArrayList<>();
            of.values().forEach(value -> cells.add(Cell.of(value)));
            for (int i = 0; i < result.addresses().size(); i++) {
                cells.add(
                        of.results().isEmpty()
                                ? Cell.empty()
                                : Cell.of(of.results().get(i), Figure.PLAIN));
            }
            table.row(cells);
        }
        return table.build();
    }

    private static Json json(EvaluatedScenario scenario, Sweep.Result result) {
        Json json = new Json().put("format", result.grid() ? "advalorem-grid/1" : "advalorem-sweep/1");
        Header.write(scenario, json);
        return json.put("version", Header.version())
                .put("partial", !result.complete())
                .put(
                        "ranges",
                        result.ranges().stream()
                                .map(range -> new Json()
                                        .put("address", range.address().toString())
                                        .put("values", range.values()))
                                .toList())
                .put("asItIs", results(result.addresses(), result.base()))
                .put(
                        "cases",
                        result.cases().stream()
                                .map(of -> new Json()
                                        .put("values", of.values())
                                        .put("results", results(result.addresses(), of.results())))
                                .toList());
    }

    /** Results by address; empty when there are none. */
    static Json results(List<String> addresses, List<Double> results) {
        Json json = new Json();
        for (int i = 0; i < results.size(); i++) {
            json.put(addresses.get(i), results.get(i));
        }
        return json;
    }
}
