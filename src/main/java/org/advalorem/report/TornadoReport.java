package org.advalorem.report;

import java.util.List;
import java.util.stream.Collectors;
import org.advalorem.report.JsonText.Json;
import org.advalorem.whatif.Tornado;

/**
 * The report of {@code tornado}.
 *
 * <p>JSON is a contract, {@code advalorem-tornado/1}, described in {@code docs/json.md}.
 */
public final class TornadoReport {
    private TornadoReport() {}

    /** The report. */
    public static Report of(EvaluatedScenario scenario, Tornado.Result result) {
        return Report.of(
                () -> document(scenario, result),
                () -> Header.comments(scenario, result.partial()),
                () -> flat(result),
                () -> json(scenario, result));
    }

    private static Document document(EvaluatedScenario scenario, Tornado.Result result) {
        Document.Builder document = new Document.Builder();
        Header.write(scenario, "Tornado: ", result.partial(), document);
        document.paragraph(Header.version() + ". One input at a time, everything else as it is; rates unrounded.");
        for (String address : ResultAddresses.totals(result.addresses(), ResultAddresses.UNROUNDED)) {
            int place = result.addresses().indexOf(address);
            if (result.bars().stream().anyMatch(bar -> bar.swing(place) > 0.0)) {
                document.table(table(scenario, result, address, place));
            } else {
                document.paragraph(Subject.name(address, scenario) + ": none of the inputs moves "
                        + Figure.SHORT_RATE.text(result.base().get(place)) + ".");
            }
        }
        document.items(turns(result));
        if (!result.bars().isEmpty()) {
            document.paragraph("Where the ends come from:");
            document.items(result.bars().stream()
                    .map(bar -> bar.address() + ": " + bar.source() + tried(bar))
                    .toList());
        }
        return document.build();
    }

    /** The ends of inputs at which the determination comes out the other way. */
    private static List<String> turns(Tornado.Result result) {
        int place = result.addresses().indexOf(ResultAddresses.NEGATIVE);
        if (place < 0) {
            return List.of();
        }
        return result.bars().stream()
                .flatMap(bar -> bar.ends().stream()
                        .filter(end ->
                                !end.results().get(place).equals(result.base().get(place)))
                        .map(end -> "The determination becomes "
                                + (result.base().get(place) > 0 ? "affirmative" : "negative") + " with " + bar.address()
                                + " at " + end.value() + "."))
                .toList();
    }

    /** The values of an input with more than two, of which the tables tell two. */
    private static String tried(Tornado.Bar bar) {
        return bar.ends().size() <= 2
                ? ""
                : "; of " + bar.ends().stream().map(Tornado.End::value).collect(Collectors.joining(", "));
    }

    private static Table table(EvaluatedScenario scenario, Tornado.Result result, String address, int place) {
        double base = result.base().get(place);
        Table.Builder table = Table.titled(
                Subject.name(address, scenario) + ": " + Figure.SHORT_RATE.text(base) + " as it is",
                "input",
                "#lowest at",
                "#rate",
                "#highest at",
                "#rate",
                "#swing");
        for (Tornado.Bar bar : result.ordered(place)) {
            Tornado.End low = bar.min(place);
            Tornado.End high = bar.max(place);
            table.row(
                    Cell.of(bar.address()),
                    Cell.of(low.value()),
                    Cell.of(low.results().get(place), Figure.SHORT_RATE),
                    Cell.of(high.value()),
                    Cell.of(high.results().get(place), Figure.SHORT_RATE),
                    Cell.of(bar.swing(place), Figure.POINTS));
        }
        return table.build();
    }

    private static Table flat(Tornado.Result result) {
        Table.Builder table = Table.titled("", "input", "value", "result", "as-it-is", "at-value", "difference");
        for (Tornado.Bar bar : result.bars()) {
            for (Tornado.End end : bar.ends()) {
                for (int i = 0; i < result.addresses().size(); i++) {
                    table.row(
                            Cell.of(bar.address()),
                            Cell.of(end.value()),
                            Cell.of(result.addresses().get(i)),
                            Cell.of(result.base().get(i), Figure.PLAIN),
                            Cell.of(end.results().get(i), Figure.PLAIN),
                            Cell.of(end.results().get(i) - result.base().get(i), Figure.PLAIN));
                }
            }
        }
        return table.build();
    }

    private static Json json(EvaluatedScenario scenario, Tornado.Result result) {
        Json json = new Json().put("format", "advalorem-tornado/1");
        Header.write(scenario, json);
        List<Json> bars = result.bars().stream()
                .map(bar -> new Json()
                        .put("address", bar.address())
                        .put("source", bar.source())
                        .put(
                                "ends",
                                bar.ends().stream()
                                        .map(end -> new Json()
                                                .put("value", end.value())
                                                .put("results", SweepReport.results(result.addresses(), end.results())))
                                        .toList()))
                .toList();
        return json.put("version", Header.version())
                .put("partial", result.partial())
                .put("asItIs", SweepReport.results(result.addresses(), result.base()))
                .put("bars", bars);
    }
}
