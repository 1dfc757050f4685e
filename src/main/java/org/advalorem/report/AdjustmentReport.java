package org.advalorem.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.advalorem.report.JsonText.Json;
import org.advalorem.whatif.AdjustmentComparison;
import org.advalorem.whatif.AdjustmentComparison.BreakEven;
import org.advalorem.whatif.AdjustmentComparison.ByDestination;
import org.advalorem.whatif.AdjustmentComparison.Company;
import org.advalorem.whatif.AdjustmentComparison.Curve;
import org.advalorem.whatif.AdjustmentComparison.Failing;
import org.advalorem.whatif.AdjustmentComparison.Outcome;
import org.advalorem.whatif.AdjustmentComparison.Point;
import org.advalorem.whatif.AdjustmentComparison.Program;
import org.advalorem.whatif.Entries;
import org.advalorem.whatif.Rates;

/**
 * The report of {@code eva}: the export value adjustment by every method side by side and by destination, what it is worth on
 * entries, the rate against the markup, the break-even markup, the criteria and the sales that fail one.
 *
 * <p>JSON is a contract, {@code advalorem-eva/1}, described in {@code docs/json.md}.
 */
public final class AdjustmentReport {
    private static final int MOST_ENTRIES = 50;
    private static final int MOST_SALES = 50;

    private final EvaluatedScenario scenario;
    private final List<Company> companies;
    private final Optional<Entries> entries;

    private AdjustmentReport(EvaluatedScenario scenario, List<Company> companies, Optional<Entries> entries) {
        this.scenario = scenario;
        this.companies = companies;
        this.entries = entries;
    }

    /** The report. */
    public static Report of(EvaluatedScenario scenario, List<Company> companies, Optional<Entries> entries) {
        AdjustmentReport report = new AdjustmentReport(scenario, companies, entries);
        return Report.of(report::document, report::comments, report::table, report::json);
    }

    private List<String> comments() {
        List<String> comments = new ArrayList<>(Header.commentsWithProgram(scenario));
        companies.forEach(company -> warnings(company).forEach(comments::add));
        return comments;
    }

    /** What holds of the methods compared and is not said above already, the scenario as written being without it. */
    private List<String> warnings(Company company) {
        List<String> said = Header.flags(scenario);
        return company.warnings().stream()
                .map(text -> "WARNING: " + text)
                .filter(text -> !said.contains(text))
                .toList();
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Header.write(scenario, "Export value adjustment: ", document);
        document.paragraph("Program: " + Header.version() + ".");
        companies.forEach(company -> write(company, document));
        return document.build();
    }

    private void write(Company company, Document.Builder document) {
        document.heading(2, company.name());
        warnings(company).forEach(text -> document.add(new Document.Warning(text)));
        document.items(List.of(
                "As written: method " + company.method() + ", through " + company.through() + ", markup "
                        + company.markup().orElse("from the ledger")
                        + company.destinations()
                                .map(words -> ", destinations " + words)
                                .orElse("") + ".",
                "Rates on facts available are " + (company.factsAvailable() ? "adjusted too." : "not adjusted.")));
        document.table(rates(company));
        document.items(company.outcomes().stream()
                .filter(outcome -> !outcome.impossible().isEmpty())
                .map(outcome -> outcome.method() + " is impossible: " + outcome.impossible())
                .toList());
        if (!company.switched().isEmpty()) {
            document.table(factsAvailable(company));
        }
        document.table(byDestination(company));
        entries.ifPresent(given -> {
            document.table(collected(company, given));
            if (given.entries().size() > 1) {
                document.table(byEntry(company, given));
            }
        });
        document.table(breakEvens(company));
        document.table(curves(company));
        document.table(criteria(company));
        if (!company.failing().isEmpty()) {
            document.table(failing(company));
        }
    }

    private static List<String> methods(Company company) {
        return company.outcomes().stream().map(Outcome::method).toList();
    }

    private static Table.Builder byMethod(Company company, String title, String first) {
        List<String> headings = new ArrayList<>(List.of(first));
        methods(company).forEach(method -> headings.add("#" + method));
        return Table.titled(title, headings.toArray(new String[0]));
    }

    private static List<Cell> row(String first, List<Outcome> outcomes, Function<Outcome, Cell> cell) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(first)));
        outcomes.forEach(
                outcome -> cells.add(outcome.impossible().isEmpty() ? cell.apply(outcome) : Cell.of(Figure.NONE)));
        return cells;
    }

    private static Cell published(Optional<Rates.Rate> rate) {
        return rate.map(found -> Cell.of(found.published(), Figure.PUBLISHED)).orElse(Cell.of(Figure.NONE));
    }

    private static Table rates(Company company) {
        Table.Builder table = byMethod(company, "Rates by method", "program");
        List<Program> programs = company.outcome(AdjustmentComparison.NONE).programs();
        for (Program program : programs) {
            table.row(row(
                    program.name() + (program.factsAvailable() ? " (facts available)" : ""),
                    company.outcomes(),
                    outcome -> outcome.programs().stream()
                            .filter(other -> other.id().equals(program.id()))
                            .findFirst()
                            .map(found -> Cell.of(found.published(), Figure.PUBLISHED))
                            .orElse(Cell.empty())));
        }
        table.row(row("Net subsidy rate", company.outcomes(), outcome -> published(outcome.rate())));
        table.row(row(
                "unrounded",
                company.outcomes(),
                outcome -> outcome.rate()
                        .map(rate -> Cell.of(rate.unrounded(), Figure.RATE))
                        .orElse(Cell.empty())));
        table.row(row(
                "verdict",
                company.outcomes(),
                outcome -> Cell.of(outcome.rate().map(IssuesReport::verdict).orElse(""))));
        if (company.outcomes().stream().anyMatch(outcome -> outcome.allOthers().isPresent())) {
            table.row(row("All others", company.outcomes(), outcome -> published(outcome.allOthers())));
        }
        return table.build();
    }

    private static Table factsAvailable(Company company) {
        Table.Builder table = byMethod(company, "Rates on facts available", "");
        List<Outcome> adjusted = company.factsAvailable() ? company.outcomes() : company.switched();
        List<Outcome> plain = company.factsAvailable() ? company.switched() : company.outcomes();
        table.row(row("not adjusted", plain, outcome -> published(outcome.rate())));
        table.row(row("adjusted too", adjusted, outcome -> published(outcome.rate())));
        List<String> why = adjusted.stream()
                .filter(outcome -> !outcome.impossible().isEmpty())
                .map(Outcome::impossible)
                .distinct()
                .toList();
        return table.note(String.join(" ", why)).build();
    }

    private static Table byDestination(Company company) {
        List<String> methods = company.byDestination().stream()
                .map(found -> found.outcome().method())
                .distinct()
                .toList();
        List<String> headings = new ArrayList<>(List.of("sales through the affiliate to"));
        methods.forEach(method -> headings.add("#" + method));
        Table.Builder table = Table.titled("Net subsidy rate by destination", headings.toArray(new String[0]));
        company.byDestination().stream()
                .map(ByDestination::destinations)
                .distinct()
                .forEach(destinations -> table.row(row(
                        destinations,
                        company.byDestination().stream()
                                .filter(found -> found.destinations().equals(destinations))
                                .map(ByDestination::outcome)
                                .toList(),
                        outcome -> published(outcome.rate()))));
        List<String> why = company.byDestination().stream()
                .map(found -> found.outcome().impossible())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        return table.note(String.join(
                        " ",
                        Stream.concat(
                                        Stream.of(
                                                "The ratio takes those to the United States and the denominator method all,"
                                                        + " unless destinations says otherwise."),
                                        why.stream())
                                .toList()))
                .build();
    }

    private static Table failing(Company company) {
        Table.Builder table = Table.titled(
                "Sales that fail a criterion, left at their entered value",
                "#row",
                "seller",
                "buyer",
                "destination",
                "invoice",
                "criterion",
                "#f.o.b.");
        List<Failing> shown = company.failing()
                .subList(0, Math.min(MOST_SALES, company.failing().size()));
        shown.forEach(sale -> table.row(
                Cell.of(Integer.toString(sale.row())),
                Cell.of(sale.seller()),
                Cell.of(sale.buyer()),
                Cell.of(sale.destination()),
                Cell.of(sale.invoice()),
                Cell.of(String.join(", ", sale.criteria())),
                Cell.of(sale.value(), Figure.MONEY)));
        return table.note(
                        shown.size() < company.failing().size()
                                ? "And " + (company.failing().size() - shown.size()) + " more: --format csv or json."
                                : "")
                .build();
    }

    private static BigDecimal saved(Company company, Outcome outcome, Function<Double, BigDecimal> duty) {
        double unadjusted = published(company.outcome(AdjustmentComparison.NONE));
        return duty.apply(unadjusted).subtract(duty.apply(published(outcome)));
    }

    private static double published(Outcome outcome) {
        return outcome.rate().map(Rates.Rate::published).orElse(Double.NaN);
    }

    /** The methods that are possible. */
    private static List<Outcome> possible(Company company) {
        return company.outcomes().stream()
                .filter(outcome -> outcome.rate().isPresent())
                .toList();
    }

    private static Table collected(Company company, Entries given) {
        String unit = given.currency();
        Table.Builder table = Table.titled(
                "Collected on entries of " + Figure.MONEY.text(given.value().doubleValue())
                        + (unit.isEmpty() ? "" : " " + unit) + " (" + given.source() + ")",
                "method",
                "#rate",
                "#duty",
                "#over-collected without it");
        for (Outcome outcome : possible(company)) {
            table.row(
                    Cell.of(outcome.method()),
                    published(outcome.rate()),
                    money(given.duty(published(outcome))),
                    money(saved(company, outcome, given::duty)));
        }
        return table.note("Published rates, on the entered value.").build();
    }

    private static Cell money(BigDecimal amount) {
        return Cell.of(amount.doubleValue(), Figure.MONEY);
    }

    private static Table byEntry(Company company, Entries given) {
        List<String> headings = new ArrayList<>(List.of("entry", "#value"));
        List<Outcome> possible = possible(company).stream()
                .filter(outcome -> !outcome.method().equals(AdjustmentComparison.NONE))
                .toList();
        possible.forEach(outcome -> headings.add("#over-collected without " + outcome.method()));
        Table.Builder table = Table.titled("By entry", headings.toArray(new String[0]));
        List<Entries.Entry> shown = given.entries()
                .subList(0, Math.min(MOST_ENTRIES, given.entries().size()));
        for (Entries.Entry entry : shown) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(entry.name()), money(entry.value())));
            possible.forEach(outcome -> cells.add(money(saved(company, outcome, entry::duty))));
            table.row(cells);
        }
        return table.note(
                        shown.size() < given.entries().size()
                                ? "And " + (given.entries().size() - shown.size()) + " more: --format csv or json."
                                : "")
                .build();
    }

    private static Table breakEvens(Company company) {
        Table.Builder table = Table.titled(
                "Markup at which the rate becomes de minimis",
                "method",
                "#markup",
                "#rate there",
                "#rate just below",
                "");
        for (BreakEven found : company.breakEvens()) {
            table.row(
                    Cell.of(found.method()),
                    Cell.of(found.markup().map(AdjustmentComparison::percent).orElse("none")),
                    exact(found.there()),
                    exact(found.before()),
                    Cell.of(words(found)));
        }
        return table.note(
                        "Found by bisection to a millionth of a percentage point; every markup tried was typed into the"
                                + " scenario and calculated anew. Just below: at a markup of a millionth of a point less.")
                .build();
    }

    private static String words(BreakEven found) {
        return found.markup().filter(markup -> markup.signum() == 0).isPresent()
                ? "De minimis without a markup."
                : found.why();
    }

    private static Cell exact(Optional<Rates.Rate> rate) {
        return rate.map(found -> Cell.of(found.unrounded(), Figure.EXACT_RATE)).orElse(Cell.empty());
    }

    private static Table curves(Company company) {
        Table.Builder table = byMethod(company, "Rate against markup", "markup");
        List<Point> markups = company.curves().get(0).points();
        for (int i = 0; i < markups.size(); i++) {
            List<Cell> cells = new ArrayList<>(
                    List.of(Cell.of(AdjustmentComparison.percent(markups.get(i).markup()))));
            for (Curve curve : company.curves()) {
                cells.add(published(curve.points().get(i).rate()));
            }
            table.row(cells);
        }
        return table.build();
    }

    private static Table criteria(Company company) {
        Table.Builder table = Table.titled("Criteria", "criterion", "finding", "status");
        company.criteria()
                .forEach(criterion -> table.row(
                        Cell.of(criterion.description()), Cell.of(criterion.finding()), Cell.of(criterion.status())));
        long met = company.criteria().stream()
                .filter(criterion -> criterion.finding().equals("yes"))
                .count();
        return table.note(met + " of " + company.criteria().size()
                        + " met; all are required, so that practice would deny the adjustment where one is not.")
                .build();
    }

    private Table table() {
        Table.Builder table = Table.titled(
                "",
                "company",
                "kind",
                "method",
                "facts-available-adjusted",
                "of",
                "markup",
                "rate",
                "rate-published-percent",
                "de-minimis",
                "value",
                "duty",
                "over-collected");
        for (Company company : companies) {
            List<Outcome> outcomes = new ArrayList<>(company.outcomes());
            outcomes.addAll(company.switched());
            for (Outcome outcome : outcomes) {
                Cell adjusted = Cell.of(outcome.factsAvailable() ? "yes" : "no");
                for (Program program : outcome.programs()) {
                    table.row(csv(
                            company,
                            "program",
                            outcome.method(),
                            adjusted,
                            program.id(),
                            Cell.empty(),
                            Optional.of(new Rates.Rate(program.published(), program.unrounded(), Optional.empty()))));
                }
                table.row(csv(company, "total", outcome.method(), adjusted, "", Cell.empty(), outcome.rate()));
                if (outcome.allOthers().isPresent()) {
                    table.row(csv(
                            company, "all-others", outcome.method(), adjusted, "", Cell.empty(), outcome.allOthers()));
                }
            }
            Cell written = Cell.of(company.factsAvailable() ? "yes" : "no");
            for (ByDestination found : company.byDestination()) {
                table.row(csv(
                        company,
                        "destinations",
                        found.outcome().method(),
                        written,
                        found.destinations(),
                        Cell.empty(),
                        found.outcome().rate()));
            }
            for (Failing sale : company.failing()) {
                List<Cell> cells = csv(
                        company,
                        "failing-sale",
                        "",
                        written,
                        "row " + sale.row() + ": " + String.join("; ", sale.criteria()),
                        Cell.empty(),
                        Optional.empty());
                cells.set(9, Cell.of(sale.value(), Figure.PLAIN));
                table.row(cells);
            }
            for (Curve curve : company.curves()) {
                for (Point point : curve.points()) {
                    table.row(csv(
                            company,
                            "markup",
                            curve.method(),
                            written,
                            "",
                            Cell.of(point.markup().doubleValue(), Figure.PLAIN),
                            point.rate()));
                }
            }
            for (BreakEven found : company.breakEvens()) {
                table.row(csv(
                        company,
                        "break-even",
                        found.method(),
                        written,
                        "",
                        found.markup()
                                .map(markup -> Cell.of(markup.doubleValue(), Figure.PLAIN))
                                .orElse(Cell.empty()),
                        found.there()));
            }
            entries.ifPresent(given -> given.entries()
                    .forEach(entry -> possible(company).forEach(outcome -> {
                        List<Cell> cells = csv(
                                company,
                                "entry",
                                outcome.method(),
                                written,
                                entry.name(),
                                Cell.empty(),
                                outcome.rate());
                        cells.set(9, Cell.of(entry.value().doubleValue(), Figure.PLAIN));
                        cells.set(10, Cell.of(entry.duty(published(outcome)).doubleValue(), Figure.PLAIN));
                        cells.set(
                                11, Cell.of(saved(company, outcome, entry::duty).doubleValue(), Figure.PLAIN));
                        table.row(cells);
                    })));
        }
        return table.build();
    }

    private static List<Cell> csv(
            Company company,
            String kind,
            String method,
            Cell adjusted,
            String of,
            Cell markup,
            Optional<Rates.Rate> rate) {
        return new ArrayList<>(List.of(
                Cell.of(company.id()),
                Cell.of(kind),
                Cell.of(method),
                adjusted,
                Cell.of(of),
                markup,
                rate.map(found -> Cell.of(found.unrounded(), Figure.PLAIN)).orElse(Cell.empty()),
                rate.map(found -> Cell.of(found.published(), Figure.PUBLISHED)).orElse(Cell.empty()),
                rate.flatMap(Rates.Rate::deMinimis)
                        .map(yes -> Cell.of(yes ? 1 : 0, Figure.TRUTH))
                        .orElse(Cell.empty()),
                Cell.empty(),
                Cell.empty(),
                Cell.empty()));
    }

    private Json json() {
        Json json = new Json().put("format", "advalorem-eva/1").put("version", Header.version());
        Header.write(scenario, json);
        return json.put("companies", companies.stream().map(this::json).toList());
    }

    private Json json(Company company) {
        List<Json> outcomes = new ArrayList<>();
        company.outcomes().forEach(outcome -> outcomes.add(json(outcome)));
        company.switched().forEach(outcome -> outcomes.add(json(outcome)));
        return new Json()
                .put("id", company.id())
                .put("name", company.name())
                .put("through", company.through())
                .put("method", company.method())
                .put("markup", company.markup())
                .put("adjustsFactsAvailable", company.factsAvailable())
                .put("destinations", company.destinations())
                .put("warnings", company.warnings())
                .put("outcomes", outcomes)
                .put(
                        "byDestination",
                        company.byDestination().stream()
                                .map(found -> rate(
                                                new Json()
                                                        .put("destinations", found.destinations())
                                                        .put(
                                                                "method",
                                                                found.outcome().method()),
                                                found.outcome().rate())
                                        .put("impossible", found.outcome().impossible()))
                                .toList())
                .put("entries", entries.map(given -> entries(company, given)))
                .put(
                        "breakEvens",
                        company.breakEvens().stream()
                                .map(found -> new Json()
                                        .put("method", found.method())
                                        .put("markup", found.markup().map(Figure::shortest))
                                        .put("rate", found.there().map(rate -> JsonText.number(rate.unrounded())))
                                        .put(
                                                "rateJustBelow",
                                                found.before().map(rate -> JsonText.number(rate.unrounded())))
                                        .put("why", found.why()))
                                .toList())
                .put(
                        "curves",
                        company.curves().stream()
                                .map(curve -> new Json()
                                        .put("method", curve.method())
                                        .put(
                                                "points",
                                                curve.points().stream()
                                                        .map(AdjustmentReport::json)
                                                        .toList()))
                                .toList())
                .put(
                        "criteria",
                        company.criteria().stream()
                                .map(criterion -> new Json()
                                        .put("name", criterion.name())
                                        .put("description", criterion.description())
                                        .put("finding", criterion.finding())
                                        .put("status", criterion.status()))
                                .toList())
                .put(
                        "failingSales",
                        company.failing().stream()
                                .map(sale -> new Json()
                                        .put("row", sale.row())
                                        .put("seller", sale.seller())
                                        .put("buyer", sale.buyer())
                                        .put("destination", sale.destination())
                                        .put("invoice", sale.invoice())
                                        .put("criteria", sale.criteria())
                                        .put("value", sale.value()))
                                .toList());
    }

    private static Json json(Outcome outcome) {
        return rate(
                        new Json()
                                .put("method", outcome.method())
                                .put("factsAvailableAdjusted", outcome.factsAvailable()),
                        outcome.rate())
                .put("allOthers", outcome.allOthers().map(rate -> rate(new Json(), Optional.of(rate))))
                .put("impossible", outcome.impossible())
                .put(
                        "programs",
                        outcome.programs().stream()
                                .map(program -> new Json()
                                        .put("id", program.id())
                                        .put("name", program.name())
                                        .put("factsAvailable", program.factsAvailable())
                                        .put("rate", program.unrounded())
                                        .percent("ratePublished", program.published()))
                                .toList());
    }

    private static Json json(Point point) {
        return rate(new Json().put("markup", point.markup().doubleValue()), point.rate());
    }

    /** Null where there is no rate. */
    private static Json rate(Json json, Optional<Rates.Rate> rate) {
        return json.put("rate", rate.map(Rates.Rate::unrounded).orElse(Double.NaN))
                .percent("ratePublished", rate.map(Rates.Rate::published).orElse(Double.NaN))
                .put("deMinimis", rate.flatMap(Rates.Rate::deMinimis));
    }

    private static Json entries(Company company, Entries given) {
        return new Json()
                .put("source", given.source())
                .put("currency", given.currency())
                .put("value", given.value().doubleValue())
                .put(
                        "collected",
                        possible(company).stream()
                                .map(outcome -> collected(company, outcome, given::duty))
                                .toList())
                .put(
                        "byEntry",
                        given.entries().stream()
                                .map(entry -> new Json()
                                        .put("entry", entry.name())
                                        .put("value", entry.value().doubleValue())
                                        .put(
                                                "collected",
                                                possible(company).stream()
                                                        .map(outcome -> collected(company, outcome, entry::duty))
                                                        .toList()))
                                .toList());
    }

    private static Json collected(Company company, Outcome outcome, Function<Double, BigDecimal> duty) {
        return new Json()
                .put("method", outcome.method())
                .put("duty", duty.apply(published(outcome)).doubleValue())
                .put("overCollected", saved(company, outcome, duty).doubleValue());
    }
}
