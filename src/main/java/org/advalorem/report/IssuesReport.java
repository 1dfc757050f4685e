package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.advalorem.report.JsonText.Json;
import org.advalorem.whatif.IssueTable;
import org.advalorem.whatif.IssueTable.Combination;
import org.advalorem.whatif.IssueTable.Outlook;
import org.advalorem.whatif.IssueTable.Result;
import org.advalorem.whatif.IssueTable.Worth;
import org.advalorem.whatif.Rates;

/**
 * The report of {@code issues}: every combination of contested positions, what each position is worth, and each side's best
 * case.
 *
 * <p>JSON is a contract, {@code advalorem-issues/1}, described in {@code docs/json.md}.
 */
public final class IssuesReport {
    /** Combinations printed for people, from either end. */
    private static final int MOST_AT_AN_END = 32;

    private final EvaluatedScenario scenario;
    private final Result result;

    private IssuesReport(EvaluatedScenario scenario, Result result) {
        this.scenario = scenario;
        this.result = result;
    }

    /** The report. */
    public static Report of(EvaluatedScenario scenario, Result result) {
        IssuesReport report = new IssuesReport(scenario, result);
        return Report.of(report::document, () -> Header.commentsWithProgram(scenario), report::table, report::json);
    }

    /** Those of the companies reported, and all others. */
    private List<Outlook> outlooks() {
        return result.outlooks().stream()
                .filter(outlook -> Subject.isReported(outlook.whom(), scenario))
                .toList();
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Header.write(scenario, "Contested issues: ", document);
        document.paragraph("Program: " + Header.version() + ".");
        document.table(issues());
        List<Combination> impossible = result.impossible();
        long negative = result.combinations().stream()
                .filter(combination -> combination.rates().negative().orElse(false))
                .count();
        document.paragraph(result.combinations().size() + " combinations, "
                + (impossible.isEmpty() ? "all possible." : impossible.size() + " of them impossible.")
                + (negative > 0
                        ? " The determination is negative in " + negative + " of them; the all-others rate counts as"
                                + " zero there."
                        : "")
                + " The base is the scenario as written; an issue at its base position leaves the scenario as it is.");
        document.paragraph(
                "Worth: what a move away from the base changes the unrounded rate, in percentage points, on average"
                        + " over all orders in which the issues may be decided (Shapley value"
                        + (several() ? "; an issue of several positions moves to each of the others equally often" : "")
                        + (impossible.isEmpty()
                                ? ""
                                : "; a move that is impossible at its turn waits until it is possible")
                        + "). Alone: with every other issue at its base. Least and most: over all positions of the other issues.");
        List<String> unmoved = new ArrayList<>();
        for (Outlook outlook : outlooks()) {
            if (result.rate(outlook.lowest(), outlook.whom()).equals(result.rate(outlook.highest(), outlook.whom()))) {
                unmoved.add(outlook.name() + ": "
                        + Figure.PUBLISHED.text(
                                result.rate(outlook.lowest(), outlook.whom()).published())
                        + " in every combination.");
            } else {
                write(outlook, document);
            }
        }
        if (!unmoved.isEmpty()) {
            document.heading(2, "Not affected");
            document.items(unmoved);
        }
        if (!impossible.isEmpty()) {
            document.heading(2, "Impossible combinations");
            document.table(impossibleTable(impossible));
        }
        return document.build();
    }

    private boolean several() {
        return result.issues().stream().anyMatch(issue -> issue.positions().size() > 2);
    }

    private Table issues() {
        Table.Builder table = Table.titled("Issues", "issue", "base", "other positions");
        for (IssueTable.Contested issue : result.issues()) {
            List<String> others = new ArrayList<>(issue.positions());
            others.remove(issue.base());
            table.row(
                    Cell.of(issue.name()),
                    Cell.of(issue.positions().get(issue.base())),
                    Cell.of(String.join(", ", others)));
        }
        return table.build();
    }

    private void write(Outlook outlook, Document.Builder document) {
        document.heading(2, outlook.name());
        Table.Builder cases = combinations("Cases", "case");
        cases.row(cells(Cell.of("respondent's best"), outlook.lowest(), outlook.whom()));
        cases.row(cells(Cell.of("as written"), result.base(), outlook.whom()));
        cases.row(cells(Cell.of("petitioner's best"), outlook.highest(), outlook.whom()));
        document.table(cases.build());
        Table.Builder worths = Table.titled(
                "Worth of each issue, in percentage points", "issue", "move", "#worth", "#alone", "#least", "#most");
        boolean waits = outlook.worths().stream().anyMatch(worth -> worth.made() < 1);
        for (Worth worth : outlook.worths()) {
            worths.row(
                    Cell.of(result.issues().get(worth.issue()).name()),
                    Cell.of(move(worth)),
                    Cell.of(Points.text(worth.worth())),
                    Cell.of(Points.text(worth.alone())),
                    Cell.of(Points.text(worth.min())),
                    Cell.of(Points.text(worth.max())));
        }
        if (waits) {
            worths.note("A move that some order of the issues never allows counts as no change in that order.");
        }
        document.table(worths.build());
        List<Integer> sorted = outlook.sorted();
        boolean all = sorted.size() <= 2 * MOST_AT_AN_END;
        Table.Builder table = combinations(
                all
                        ? "Combinations, lowest rate first"
                        : "The " + MOST_AT_AN_END + " lowest and the " + MOST_AT_AN_END + " highest of " + sorted.size()
                                + " combinations",
                "rank");
        for (int i = 0; i < sorted.size(); i++) {
            if (all || i < MOST_AT_AN_END || i >= sorted.size() - MOST_AT_AN_END) {
                table.row(cells(Cell.of(Integer.toString(i + 1)), sorted.get(i), outlook.whom()));
            }
        }
        if (!all) {
            table.note("All combinations: --format csv or json.");
        }
        document.table(table.build());
    }

    private String move(Worth worth) {
        IssueTable.Contested issue = result.issues().get(worth.issue());
        return issue.positions().get(issue.base()) + " to " + issue.positions().get(worth.position());
    }

    private Table.Builder combinations(String title, String first) {
        List<String> headings = new ArrayList<>(List.of(first, "#rate", "#unrounded", "verdict"));
        result.issues().forEach(issue -> headings.add(issue.name()));
        return Table.titled(title, headings.toArray(new String[0]));
    }

    private List<Cell> cells(Cell first, int combination, String whom) {
        Rates.Rate rate = result.rate(combination, whom);
        List<Cell> cells = new ArrayList<>(List.of(
                first,
                Cell.of(rate.published(), Figure.PUBLISHED),
                Cell.of(rate.unrounded(), Figure.RATE),
                Cell.of(verdict(rate))));
        cells.addAll(positions(combination));
        return cells;
    }

    private List<Cell> positions(int combination) {
        return IntStream.range(0, result.issues().size())
                .mapToObj(issue -> Cell.of(result.position(combination, issue)))
                .toList();
    }

    /** In words; empty for all others of an affirmative determination. */
    static String verdict(Rates.Rate rate) {
        if (rate.none()) {
            return "none: negative determination";
        }
        return rate.deMinimis()
                .map(deMinimis -> deMinimis ? "de minimis" : "not de minimis")
                .orElse("");
    }

    private Table impossibleTable(List<Combination> impossible) {
        List<String> headings = new ArrayList<>();
        result.issues().forEach(issue -> headings.add(issue.name()));
        headings.add("why");
        Table.Builder table = Table.titled("", headings.toArray(new String[0]));
        for (Combination combination : impossible.subList(0, Math.min(impossible.size(), 2 * MOST_AT_AN_END))) {
            List<Cell> cells = new ArrayList<>(positions(result.combinations().indexOf(combination)));
            cells.add(Cell.of(combination.impossible()));
            table.row(cells);
        }
        return table.note(
                        impossible.size() > 2 * MOST_AT_AN_END
                                ? "And " + (impossible.size() - 2 * MOST_AT_AN_END) + " more: --format csv or json."
                                : "")
                .build();
    }

    private Table table() {
        List<String> headings = new ArrayList<>(List.of("of", "rank", "rate", "rate-published-percent", "de-minimis"));
        result.issues().forEach(issue -> headings.add("issue " + issue.name()));
        headings.addAll(List.of("impossible", "negative"));
        Table.Builder table = Table.titled("", headings.toArray(new String[0]));
        for (Outlook outlook : outlooks()) {
            for (int i = 0; i < outlook.sorted().size(); i++) {
                int combination = outlook.sorted().get(i);
                Rates.Rate rate = result.rate(combination, outlook.whom());
                List<Cell> cells = new ArrayList<>(List.of(
                        Cell.of(outlook.whom()),
                        Cell.of(i + 1, Figure.PLAIN),
                        Cell.of(rate.unrounded(), Figure.PLAIN),
                        Cell.of(rate.published(), Figure.PUBLISHED),
                        rate.deMinimis()
                                .map(yes -> Cell.of(yes ? 1 : 0, Figure.TRUTH))
                                .orElse(Cell.empty())));
                cells.addAll(positions(combination));
                cells.add(Cell.empty());
                cells.add(result.combinations()
                        .get(combination)
                        .rates()
                        .negative()
                        .map(yes -> Cell.of(yes ? 1 : 0, Figure.TRUTH))
                        .orElse(Cell.empty()));
                table.row(cells);
            }
        }
        for (Combination combination : result.impossible()) {
            List<Cell> cells =
                    new ArrayList<>(List.of(Cell.empty(), Cell.empty(), Cell.empty(), Cell.empty(), Cell.empty()));
            cells.addAll(positions(result.combinations().indexOf(combination)));
            cells.add(Cell.of(combination.impossible()));
            cells.add(Cell.empty());
            table.row(cells);
        }
        return table.build();
    }

    private Json json() {
        Json json = new Json().put("format", "advalorem-issues/1").put("version", Header.version());
        Header.write(scenario, json);
        json.put(
                "issues",
                result.issues().stream()
                        .map(issue -> new Json()
                                .put("name", issue.name())
                                .put("positions", issue.positions())
                                .put("base", issue.positions().get(issue.base())))
                        .toList());
        json.put("outlooks", outlooks().stream().map(this::json).toList());
        List<Json> combinations = new ArrayList<>();
        for (int c = 0; c < result.combinations().size(); c++) {
            combinations.add(json(c));
        }
        return json.put("base", result.base()).put("combinations", combinations);
    }

    private Json json(Outlook outlook) {
        return new Json()
                .put("of", outlook.whom())
                .put("name", outlook.name())
                .put("lowest", outlook.lowest())
                .put("highest", outlook.highest())
                .put(
                        "worths",
                        outlook.worths().stream()
                                .map(worth -> new Json()
                                        .put(
                                                "issue",
                                                result.issues()
                                                        .get(worth.issue())
                                                        .name())
                                        .put(
                                                "position",
                                                result.issues()
                                                        .get(worth.issue())
                                                        .positions()
                                                        .get(worth.position()))
                                        .put("worth", number(worth.worth()))
                                        .put("made", worth.made())
                                        .put("alone", number(worth.alone()))
                                        .put("least", number(worth.min()))
                                        .put("most", number(worth.max())))
                                .toList());
    }

    static Optional<?> number(OptionalDouble value) {
        return value.isPresent() ? Optional.ofNullable(JsonText.number(value.getAsDouble())) : Optional.empty();
    }

    private Json json(int place) {
        Combination combination = result.combinations().get(place);
        Json positions = new Json();
        IntStream.range(0, result.issues().size())
                .forEach(issue -> positions.put(result.issues().get(issue).name(), result.position(place, issue)));
        Json json = new Json()
                .put("positions", positions)
                .put("possible", combination.possible())
                .put("reason", combination.possible() ? Optional.empty() : Optional.of(combination.impossible()));
        List<Json> rates = new ArrayList<>();
        outlooks()
                .forEach(outlook -> combination
                        .rates()
                        .of(outlook.whom())
                        .ifPresent(rate -> rates.add(json(outlook.whom(), rate))));
        return json.put("negative", combination.rates().negative()).put("rates", rates);
    }

    static Json json(String whom, Rates.Rate rate) {
        return new Json()
                .put("of", whom)
                .put("rate", rate.unrounded())
                .percent("ratePublished", rate.published())
                .put("deMinimis", rate.deMinimis());
    }
}
