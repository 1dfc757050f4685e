package org.advalorem.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.advalorem.whatif.Rate;

/**
 * The report of {@code eva}: the export value adjustment by every method side by side and by destination, its value on
 * entries, the rate as a function of the markup, the break-even markup, the criteria and the sales that fail one.
 *
 * <p>The JSON format, {@code advalorem-eva/2}, is a contract described in {@code docs/json.md}.
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

    /** The report for the given companies, with the duty on entries if there are any. */
    public static Report of(EvaluatedScenario scenario, List<Company> companies, Optional<Entries> entries) {
        AdjustmentReport report = new AdjustmentReport(scenario, companies, entries);
        return Report.of("advalorem-eva/2", scenario, report::document, () -> FlatTable.stacked(report.listing()))
                .withComments(report::warnings);
    }

    private List<String> warnings() {
        return companies.stream().flatMap(company -> warnings(company).stream()).toList();
    }

    /**
     * The warnings that apply to the methods compared and do not already appear above, because the scenario as written
     * does not raise them.
     */
    private List<String> warnings(Company company) {
        List<String> said = Header.flags(scenario);
        return company.warnings().stream()
                .map(text -> "WARNING: " + text)
                .filter(text -> !said.contains(text))
                .toList();
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Header.open(
                scenario,
                "Export value adjustment: ",
                AdjustmentFinding.of(companies).finding(),
                document);
        companies.forEach(company -> write(company, document));
        return Header.close(scenario, document.data(listing()));
    }

    private void write(Company company, Document.Builder document) {
        document.heading(2, company.name());
        warnings(company).forEach(document::warning);
        document.items(List.of(
                "As written: method " + company.method() + ", through " + company.through() + ", markup "
                        + company.markup().orElse("from the ledger")
                        + company.destinations()
                                .map(words -> ", destinations " + words)
                                .orElse("") + ".",
                "Rates on facts available are " + (company.factsAvailable() ? "adjusted too." : "not adjusted.")));
        document.view(rates(company));
        document.items(company.outcomes().stream()
                .filter(outcome -> !outcome.impossible().isEmpty())
                .map(outcome -> outcome.method() + " is impossible: " + outcome.impossible())
                .toList());
        if (!company.switched().isEmpty()) {
            document.view(factsAvailable(company));
        }
        document.view(byDestination(company));
        entries.ifPresent(given -> {
            document.view(collected(company, given));
            if (given.entries().size() > 1) {
                document.view(byEntry(company, given));
            }
        });
        document.view(breakEvens(company));
        document.view(curves(company));
        document.view(criteria(company));
        if (!company.failing().isEmpty()) {
            document.view(failing(company));
        }
    }

    /** A row of a table with one column per method. */
    private record Line(String name, List<Outcome> outcomes, Function<Outcome, String> cell) {}

    private static Listing<Line> byMethod(List<String> methods, String title, String first, List<Line> lines) {
        ListingType<Line> type = ListingType.<Line>of("methods", "method", "").shown(first, Line::name);
        for (int i = 0; i < methods.size(); i++) {
            int method = i;
            type.shownRight(methods.get(i), line -> {
                Outcome outcome = line.outcomes().get(method);
                return outcome.impossible().isEmpty() ? line.cell().apply(outcome) : Figure.NONE;
            });
        }
        return type.of(title, lines);
    }

    private static List<String> methods(Company company) {
        return company.outcomes().stream().map(Outcome::method).toList();
    }

    private static String published(Optional<Rate> rate) {
        return rate.map(found -> Figure.PUBLISHED.text(found.published())).orElse(Figure.NONE);
    }

    private static Listing<Line> rates(Company company) {
        List<Outcome> outcomes = company.outcomes();
        List<Line> lines = new ArrayList<>();
        for (Program program : company.outcome(AdjustmentComparison.NONE).programs()) {
            lines.add(new Line(
                    program.name() + (program.factsAvailable() ? " (facts available)" : ""),
                    outcomes,
                    outcome -> outcome.programs().stream()
                            .filter(other -> other.id().equals(program.id()))
                            .findFirst()
                            .map(found -> Figure.PUBLISHED.text(found.published()))
                            .orElse("")));
        }
        lines.add(new Line("Net subsidy rate", outcomes, outcome -> published(outcome.rate())));
        lines.add(new Line(
                "unrounded",
                outcomes,
                outcome -> outcome.rate()
                        .map(rate -> Figure.RATE.text(rate.unrounded()))
                        .orElse("")));
        lines.add(new Line(
                "verdict",
                outcomes,
                outcome -> outcome.rate().map(Verdict::words).orElse("")));
        if (outcomes.stream().anyMatch(outcome -> outcome.allOthers().isPresent())) {
            lines.add(new Line("All others", outcomes, outcome -> published(outcome.allOthers())));
        }
        return byMethod(methods(company), "Rates by method", "program", lines);
    }

    private static Listing<Line> factsAvailable(Company company) {
        List<Outcome> adjusted = company.factsAvailable() ? company.outcomes() : company.switched();
        List<Outcome> plain = company.factsAvailable() ? company.switched() : company.outcomes();
        return byMethod(
                        methods(company),
                        "Rates on facts available",
                        "",
                        List.of(
                                new Line("not adjusted", plain, outcome -> published(outcome.rate())),
                                new Line("adjusted too", adjusted, outcome -> published(outcome.rate()))))
                .note(reasons(adjusted));
    }

    /** The reasons that outcomes are impossible, each stated once. */
    private static String reasons(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(Outcome::impossible)
                .filter(why -> !why.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static Listing<Line> byDestination(Company company) {
        List<String> methods = company.byDestination().stream()
                .map(found -> found.outcome().method())
                .distinct()
                .toList();
        List<Line> lines = company.byDestination().stream()
                .map(ByDestination::destinations)
                .distinct()
                .map(destinations -> new Line(
                        destinations,
                        company.byDestination().stream()
                                .filter(found -> found.destinations().equals(destinations))
                                .map(ByDestination::outcome)
                                .toList(),
                        outcome -> published(outcome.rate())))
                .toList();
        String why = reasons(
                company.byDestination().stream().map(ByDestination::outcome).toList());
        return byMethod(methods, "Net subsidy rate by destination", "sales through the affiliate to", lines)
                .note(
                        "The ratio method uses sales to the United States, the denominator method all sales, unless destinations says"
                                + " otherwise." + (why.isEmpty() ? "" : " " + why));
    }

    private static ListingType<Failing> sales() {
        return ListingType.<Failing>of("failingSales", "sale", "Sales that fail a criterion.")
                .number(Figure.COUNT, "row", "row", Failing::row, "The row of the ledger, from 1.")
                .text("seller", "seller", Failing::seller, "The seller.")
                .text("buyer", "buyer", Failing::buyer, "The buyer.")
                .text("destination", "destination", Failing::destination, "The destination.")
                .text("invoice", "invoice", Failing::invoice, "The invoice.")
                .text("criteria", "criterion", sale -> String.join(", ", sale.criteria()), "The criteria it fails.")
                .number(Figure.MONEY, "value", "f.o.b.", Failing::value, "Its f.o.b. value.");
    }

    private static Listing<Failing> failing(Company company) {
        return sales().of("Sales that fail a criterion, left at their entered value", company.failing())
                .first(MOST_SALES);
    }

    private static double publishedNumber(Outcome outcome) {
        return outcome.rate().map(Rate::published).orElse(Double.NaN);
    }

    /** The amount that an outcome saves relative to no adjustment. */
    private static double saved(Company company, Outcome outcome, Function<Double, BigDecimal> duty) {
        double unadjusted = publishedNumber(company.outcome(AdjustmentComparison.NONE));
        return duty.apply(unadjusted)
                .subtract(duty.apply(publishedNumber(outcome)))
                .doubleValue();
    }

    private static double duty(Outcome outcome, Function<Double, BigDecimal> duty) {
        return duty.apply(publishedNumber(outcome)).doubleValue();
    }

    /** The outcomes of the methods that are possible. */
    private static List<Outcome> possible(Company company) {
        return company.outcomes().stream()
                .filter(outcome -> outcome.rate().isPresent())
                .toList();
    }

    private static Listing<Outcome> collected(Company company, Entries given) {
        String unit = given.currency();
        return ListingType.<Outcome>of("collected", "method", "")
                .shown("method", Outcome::method)
                .shown(Figure.PUBLISHED, "rate", AdjustmentReport::publishedNumber)
                .shown(Figure.MONEY, "duty", outcome -> duty(outcome, given::duty))
                .shown(Figure.MONEY, "over-collected without it", outcome -> saved(company, outcome, given::duty))
                .of(
                        "Collected on entries of "
                                + Figure.MONEY.text(given.value().doubleValue()) + (unit.isEmpty() ? "" : " " + unit)
                                + " (" + given.source() + ")",
                        possible(company))
                .note("At the published rates, on the entered value.");
    }

    private static Listing<Entries.Entry> byEntry(Company company, Entries given) {
        ListingType<Entries.Entry> type = ListingType.<Entries.Entry>of("byEntry", "entry", "")
                .shown("entry", Entries.Entry::name)
                .shown(Figure.MONEY, "value", entry -> entry.value().doubleValue());
        possible(company).stream()
                .filter(outcome -> !outcome.method().equals(AdjustmentComparison.NONE))
                .forEach(outcome -> type.shown(
                        Figure.MONEY,
                        "over-collected without " + outcome.method(),
                        entry -> saved(company, outcome, entry::duty)));
        return type.of("By entry", given.entries()).first(MOST_ENTRIES);
    }

    private static ListingType<BreakEven> breakEvenType() {
        return ListingType.<BreakEven>of("breakEvens", "break-even", "The markup at which the rate becomes de minimis.")
                .text("method", "method", BreakEven::method, "The method.")
                .shownRight(
                        "markup",
                        found -> found.markup()
                                .map(AdjustmentComparison::percent)
                                .orElse("none"))
                .number(
                        Figure.EXACT_RATE,
                        "markup",
                        found -> found.markup().map(BigDecimal::doubleValue).orElse(Double.NaN),
                        "That markup; none if there is none.")
                .number(
                        Figure.EXACT_RATE,
                        "rate",
                        "rate there",
                        found -> unrounded(found.there()),
                        "The unrounded rate at that markup.")
                .number(
                        Figure.EXACT_RATE,
                        "rate-just-below",
                        "rate just below",
                        found -> unrounded(found.before()),
                        "The unrounded rate at a markup a millionth of a percentage point lower.")
                .shown("", AdjustmentReport::words)
                .text("why", BreakEven::why, "Why there is no such markup.");
    }

    private static Listing<BreakEven> breakEvens(Company company) {
        return breakEvenType()
                .of("Markup at which the rate becomes de minimis", company.breakEvens())
                .note("Found by bisection to a millionth of a percentage point; the scenario was recalculated at every"
                        + " markup tried. Just below: at a markup a millionth of a percentage point lower.");
    }

    private static String words(BreakEven found) {
        return found.markup().filter(markup -> markup.signum() == 0).isPresent()
                ? "De minimis without a markup."
                : found.why();
    }

    private static double unrounded(Optional<Rate> rate) {
        return rate.map(Rate::unrounded).orElse(Double.NaN);
    }

    private static Listing<Integer> curves(Company company) {
        List<Point> markups = company.curves().get(0).points();
        ListingType<Integer> type = ListingType.<Integer>of("curves", "markup", "")
                .shown(
                        "markup",
                        place -> AdjustmentComparison.percent(markups.get(place).markup()));
        for (Curve curve : company.curves()) {
            type.shownRight(
                    curve.method(), place -> published(curve.points().get(place).rate()));
        }
        return type.of(
                "Rate against markup",
                IntStream.range(0, markups.size()).boxed().toList());
    }

    private static ListingType<AdjustmentComparison.Criterion> criteriaType() {
        return ListingType.<AdjustmentComparison.Criterion>of(
                        "criteria", "criterion", "The criteria of the adjustment.")
                .text("name", AdjustmentComparison.Criterion::name, "Its name in the file.")
                .text("description", "criterion", AdjustmentComparison.Criterion::description, "What it requires.")
                .text("finding", "finding", AdjustmentComparison.Criterion::finding, "Whether it is met.")
                .text("status", "status", AdjustmentComparison.Criterion::status, "What the finding rests on.");
    }

    private static Listing<AdjustmentComparison.Criterion> criteria(Company company) {
        long met = company.criteria().stream()
                .filter(criterion -> criterion.finding().equals("yes"))
                .count();
        return criteriaType()
                .of("Criteria", company.criteria())
                .note(met + " of " + company.criteria().size()
                        + " met. All are required: practice denies the adjustment where one is not met.");
    }

    private Listing<Company> listing() {
        ListingType<Outcome> outcomes = RateListings.rate(
                ListingType.<Outcome>of(
                                "outcomes",
                                "outcome",
                                "The rates by method, with rates on facts available adjusted or not.")
                        .text("method", Outcome::method, "The method.")
                        .truth(
                                "facts-available-adjusted",
                                Outcome::factsAvailable,
                                "Whether rates on facts available are adjusted too."),
                Outcome::rate);
        ListingType<Program> programs = ListingType.<Program>of("programs", "program", "The rate of each program.")
                .text("id", Program::id, "The program's id.")
                .text("name", Program::name, "Its name.")
                .truth("facts-available", Program::factsAvailable, "Whether it rests on facts available.")
                .number(Figure.RATE, "rate", Program::unrounded, "The unrounded rate.")
                .number(Figure.PUBLISHED, "rate-published", Program::published, "The rate as published.");
        outcomes.text("impossible", Outcome::impossible, "Why it cannot be calculated.")
                .withOne(
                        RateListings.rate(
                                ListingType.of("allOthers", "all-others", "The all-others rate."), Optional::of),
                        Outcome::allOthers)
                .with(programs, Outcome::programs);
        ListingType<ByDestination> destinations = RateListings.rate(
                        ListingType.<ByDestination>of("byDestination", "destination", "The rates by destination.")
                                .text(
                                        "destinations",
                                        ByDestination::destinations,
                                        "The destinations whose sales are used.")
                                .text("method", found -> found.outcome().method(), "The method."),
                        found -> found.outcome().rate())
                .text("impossible", found -> found.outcome().impossible(), "Why it cannot be calculated.");
        ListingType<Curve> curves = ListingType.<Curve>of("curves", "curve", "The rate against the markup.")
                .text("method", Curve::method, "The method.")
                .with(
                        RateListings.rate(
                                ListingType.<Point>of("points", "markup", "The points of the curve.")
                                        .number(
                                                Figure.RATE,
                                                "markup",
                                                point -> point.markup().doubleValue(),
                                                "The markup."),
                                Point::rate),
                        Curve::points);
        return ListingType.<Company>of("companies", "company", "The adjustment of each company.")
                .text("id", Company::id, "The company's id.")
                .text("name", Company::name, "Its name.")
                .text("through", Company::through, "The affiliate through which it sells.")
                .text("method", Company::method, "The method in the scenario.")
                .text("markup-written", company -> company.markup().orElse(""), "The markup as written.")
                .field("markup")
                .truth(
                        "adjusts-facts-available",
                        Company::factsAvailable,
                        "Whether rates on facts available are adjusted.")
                .text("destinations", company -> company.destinations().orElse(""), "The destinations as written.")
                .with(ListingType.ofWords("warnings", "warning", "The warnings."), Company::warnings)
                .with(
                        outcomes,
                        company -> Stream.concat(company.outcomes().stream(), company.switched().stream())
                                .toList())
                .with(destinations, Company::byDestination)
                .withOne(entriesType(), company -> entries.map(given -> new Collected(company, given)))
                .with(breakEvenType(), Company::breakEvens)
                .with(curves, Company::curves)
                .with(criteriaType(), Company::criteria)
                .with(sales(), Company::failing)
                .of(companies);
    }

    /** A company with the entries on which duty is collected. */
    private record Collected(Company company, Entries entries) {}

    /** The duty on one entry under one method. */
    private record EntryDuty(Company company, Outcome outcome, Entries.Entry entry) {}

    private static List<EntryDuty> duties(Company company, List<Entries.Entry> entries) {
        return entries.stream()
                .flatMap(entry -> possible(company).stream().map(outcome -> new EntryDuty(company, outcome, entry)))
                .toList();
    }

    private static ListingType<EntryDuty> duty(ListingType<EntryDuty> type) {
        return type.text("method", row -> row.outcome().method(), "The method.")
                .number(
                        Figure.MONEY,
                        "duty",
                        row -> duty(row.outcome(), row.entry()::duty),
                        "The duty at the published rate.")
                .number(
                        Figure.MONEY,
                        "over-collected",
                        row -> saved(row.company(), row.outcome(), row.entry()::duty),
                        "How much more is collected without the adjustment.");
    }

    private static ListingType<Collected> entriesType() {
        ListingType<EntryDuty> collected = duty(
                ListingType.of("collected", "method", "The duty on all entries, by each method that is possible."));
        ListingType<EntryDuty> byEntry = duty(ListingType.<EntryDuty>of(
                        "byEntry", "entry", "The duty on each entry, by each method that is possible.")
                .text("entry", row -> row.entry().name(), "The entry.")
                .number(Figure.MONEY, "value", row -> row.entry().value().doubleValue(), "Its entered value."));
        return ListingType.<Collected>of("entries", "entries", "The duty collected on entries.")
                .text("source", of -> of.entries().source(), "Where the entries come from.")
                .text("currency", of -> of.entries().currency(), "Their currency.")
                .number(Figure.MONEY, "value", of -> of.entries().value().doubleValue(), "Their entered value.")
                .with(
                        collected,
                        of -> duties(
                                of.company(),
                                List.of(new Entries.Entry("", of.entries().value()))))
                .with(byEntry, of -> duties(of.company(), of.entries().entries()));
    }
}
