package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Spider;

/**
 * The report of {@code spider}: every rate along each input's change, and where verdicts turn.
 *
 * <p>The JSON format, {@code advalorem-spider/2}, is a contract described in {@code docs/json.md}.
 */
public final class SpiderReport {
    private final EvaluatedScenario scenario;
    private final Spider.Result result;

    private SpiderReport(EvaluatedScenario scenario, Spider.Result result) {
        this.scenario = scenario.withRun(result.run());
        this.result = result;
    }

    /** The report on a spider. */
    public static Report of(EvaluatedScenario scenario, Spider.Result result) {
        SpiderReport report = new SpiderReport(scenario, result);
        return Report.of("advalorem-spider/2", report.scenario, report::document, () -> FlatTable.of(report.steps()));
    }

    /** A step of an input. */
    private record Row(Spider.Leg leg, Spider.Step step) {
        boolean isFirst() {
            return leg.steps().get(0).equals(step);
        }
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        result.legs().forEach(leg -> leg.steps().forEach(step -> rows.add(new Row(leg, step))));
        return rows;
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Header.open(scenario, "Spider: ", SpiderFinding.of(scenario, result).finding(), document);
        document.view(table());
        if (result.turns().isEmpty()) {
            document.paragraph("No verdict turns at any step.");
        } else {
            document.view(turns());
        }
        document.items(result.legs().stream()
                .map(leg -> InputNames.withAddress(scenario, leg.address()) + ": " + leg.source())
                .toList());
        return Header.close(
                scenario,
                document.data(inputs())
                        .data(steps())
                        .data(turnData())
                        .data(ListingType.ofWords("leftOut", "address", "Choices, which have no order.")
                                .of(result.leftOut())));
    }

    /** One row per step, one column per rate. */
    private Listing<Row> table() {
        ListingType<Row> type = ListingType.<Row>of("steps", "step", "")
                .shown(
                        "input",
                        row -> row.isFirst() ? InputNames.of(scenario, row.leg().address()) : "")
                .shown(Figure.SHARE, "change", row -> row.step().change())
                .shown(Figure.SHARE, "quantile", row -> row.step().share())
                .shownRight("value", row -> NumberText.written(row.step().value()));
        for (ResultKey key : EvaluatedScenario.totals(result.cases().keys(), Measure.RATE)) {
            type.shownRight(
                    scenario.name(key),
                    row -> SweepReport.rate(result.cases(), key, row.step().row(), Figure.PUBLISHED));
        }
        return type.of("Published rates", rows()).note(SweepReport.MARKED);
    }

    private Listing<Spider.Turn> turns() {
        return ListingType.<Spider.Turn>of("turns", "turn", "")
                .shown("company", turn -> scenario.name(turn.verdict()))
                .shown("becomes", turn -> Verdict.words(turn.verdict(), turn.becomes()))
                .shown("with", turn -> InputNames.of(scenario, turn.address()))
                .shownRight("at", turn -> NumberText.written(turn.words()))
                .shown(Figure.PUBLISHED, "published rate", Spider.Turn::published)
                .of("Where verdicts turn", result.turns());
    }

    private Listing<Spider.Leg> inputs() {
        return ListingType.<Spider.Leg>of("inputs", "input", "The inputs, moved one at a time.")
                .text("address", Spider.Leg::address, "The input's address.")
                .text("name", leg -> InputNames.of(scenario, leg.address()), "Its name.")
                .text("source", Spider.Leg::source, "Where its steps come from.")
                .of(result.legs());
    }

    /** Every step of every input with every rate and verdict. */
    private Listing<Row> steps() {
        ListingType<Row> type = ListingType.<Row>of("steps", "step", "Every result at every step of every input.")
                .text("input", row -> row.leg().address(), "The input's address.")
                .number(
                        Figure.SHARE,
                        "change",
                        row -> row.step().change(),
                        "The change as a fraction of its value; none if that is zero or not a single number.")
                .number(
                        Figure.SHARE,
                        "quantile",
                        row -> row.step().share(),
                        "The share of its distribution below the value; none if it has no distribution.")
                .text("value", row -> row.step().value(), "The value, as written after --set.");
        for (ResultKey key : result.cases().keys()) {
            type.number(
                            OtherResults.forPrograms(key),
                            key.toString(),
                            row -> result.cases().number(key, row.step().row()),
                            "The result at that address.")
                    .field(key.toString());
        }
        return type.of(rows());
    }

    private Listing<Spider.Turn> turnData() {
        return ListingType.<Spider.Turn>of("turns", "turn", "Values at which a verdict turns, between two steps.")
                .text("input", Spider.Turn::address, "The input's address.")
                .text("verdict", turn -> turn.verdict().toString(), "The address of the verdict.")
                .text("value", Spider.Turn::value, "The first value beyond the turn, as written after --set.")
                .truth("becomes", Spider.Turn::becomes, "The verdict there.")
                .number(Figure.RATE, "published", Spider.Turn::published, "The published rate there.")
                .of(result.turns());
    }
}
