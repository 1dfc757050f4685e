package org.advalorem.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.advalorem.calculation.Withheld;
import org.advalorem.rules.Subject;
import org.advalorem.whatif.Entries;
import org.advalorem.whatif.IssueTable;
import org.advalorem.whatif.IssueTable.Combination;
import org.advalorem.whatif.IssueTable.Outlook;
import org.advalorem.whatif.IssueTable.Result;
import org.advalorem.whatif.IssueTable.Worth;
import org.advalorem.whatif.Rate;

/**
 * The report of {@code issues}: every combination of contested positions, the value of each position, and each side's
 * best case.
 *
 * <p>The JSON format, {@code advalorem-issues/2}, is a contract described in {@code docs/json.md}.
 */
public final class IssuesReport {
    /** The number of combinations printed for people at either end. */
    private static final int MOST_AT_AN_END = 32;

    private final EvaluatedScenario scenario;
    private final Result result;
    private final Optional<Entries> entries;

    private IssuesReport(EvaluatedScenario scenario, Result result, Optional<Entries> entries) {
        this.scenario = scenario;
        this.result = result;
        this.entries = entries;
    }

    /**
     * The report on the contested issues.
     *
     * @param entries those on which duty is collected, in which the issues are then ranked
     */
    public static Report of(EvaluatedScenario scenario, Result result, Optional<Entries> entries) {
        IssuesReport report = new IssuesReport(scenario, result, entries);
        return Report.of("advalorem-issues/2", scenario, report::document, report::table);
    }

    /** The outlooks reported: those of the selected companies and of all others. */
    private List<Outlook> outlooks() {
        return result.outlooks().stream()
                .filter(outlook -> scenario.isReported(outlook.subject()))
                .toList();
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Header.open(
                scenario,
                "Contested issues: ",
                IssuesFinding.of(scenario, result).finding(),
                document);
        document.listing(issues());
        List<Combination> impossible = result.impossible();
        long negative = IntStream.range(0, result.combinations().size())
                .filter(place -> result.rates().negative(place).orElse(false))
                .count();
        document.paragraph(result.combinations().size() + " combinations, "
                + (impossible.isEmpty() ? "all possible." : impossible.size() + " of them impossible.")
                + (negative > 0
                        ? " The determination is negative in " + negative + " of them"
                                + (scenario.isCountryWide() ? "." : "; the all-others rate counts as zero there.")
                        : "")
                + " The base is the scenario as written; an issue at its base position leaves the scenario unchanged.");
        document.paragraph("Worth: how much a move away from the base changes the "
                + (scenario.publicVersion().isPresent() ? "published" : "unrounded")
                + " rate, in percentage points, on average"
                + " over all orders in which the issues may be decided (Shapley value"
                + (several() ? "; an issue with several positions moves to each of the others equally often" : "")
                + (impossible.isEmpty() ? "" : "; a move that is impossible at its turn waits until it is possible")
                + "). Alone: with every other issue at its base. Min and max: over all positions of the other issues.");
        List<String> unmoved = new ArrayList<>();
        for (Outlook outlook : outlooks()) {
            if (result.rate(outlook.lowest(), outlook.subject())
                    .equals(result.rate(outlook.highest(), outlook.subject()))) {
                unmoved.add(scenario.name(outlook.subject()) + ": "
                        + Figure.PUBLISHED.text(
                                result.rate(outlook.lowest(), outlook.subject()).published())
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
            document.view(impossible(ListingType.of("impossible", "combination", ""), Column.Audience.PEOPLE)
                    .of(places(impossible))
                    .first(2 * MOST_AT_AN_END));
        }
        return Header.close(
                scenario,
                document.data(entriesListing())
                        .data(outlookListing())
                        .one(ListingType.<Result>of("base", "base", "The scenario as written.")
                                .number(
                                        Figure.COUNT,
                                        "combination",
                                        Result::base,
                                        "The index of its combination, from 0.")
                                .of(List.of(result)))
                        .data(combinations()));
    }

    private boolean several() {
        return result.issues().stream().anyMatch(issue -> issue.positions().size() > 2);
    }

    private Listing<IssueTable.Contested> issues() {
        return ListingType.<IssueTable.Contested>of("issues", "issue", "The contested issues.")
                .text("name", "issue", IssueTable.Contested::name, "The issue's name.")
                .text(
                        "base",
                        "base",
                        issue -> issue.positions().get(issue.base()),
                        "Its position in the scenario as written.")
                .shown("other positions", issue -> {
                    List<String> others = new ArrayList<>(issue.positions());
                    others.remove(issue.base());
                    return String.join(", ", others);
                })
                .with(
                        ListingType.ofWords("positions", "position", "All its positions."),
                        IssueTable.Contested::positions)
                .of("Issues", result.issues());
    }

    /** The rate of a subject in a combination, with the label of its row. */
    private record Line(String name, int combination, Rate rate) {}

    private Line line(String name, int combination, Outlook outlook) {
        return new Line(name, combination, result.rate(combination, outlook.subject()));
    }

    private void write(Outlook outlook, Document.Builder document) {
        document.heading(2, scenario.name(outlook.subject()));
        document.view(lines(
                "Cases",
                "case",
                List.of(
                        line("respondent's best", outlook.lowest(), outlook),
                        line("as written", result.base(), outlook),
                        line("petitioner's best", outlook.highest(), outlook))));
        boolean waits = outlook.worths().stream().anyMatch(worth -> worth.made() < 1);
        ListingType<Worth> moves = ListingType.<Worth>of("worths", "worth", "")
                .shown("issue", worth -> issue(worth).name())
                .shown(
                        "move",
                        worth -> position(worth, issue(worth).base()) + " to " + position(worth, worth.position()));
        entries.ifPresent(given -> moves.shown(Figure.MONEY, "duty", worth -> duty(worth.worth()))
                .shown(Figure.MONEY, "duty alone", worth -> duty(worth.alone())));
        document.view(moves.shownRight("worth", worth -> Points.text(worth.worth()))
                .shownRight("alone", worth -> Points.text(worth.alone()))
                .shownRight("min", worth -> Points.text(worth.min()))
                .shownRight("max", worth -> Points.text(worth.max()))
                .of(
                        entries.map(IssuesReport::heading).orElse("Worth of each issue, in percentage points"),
                        ranked(outlook.worths()))
                .note(
                        waits
                                ? "In an order of the issues that never allows a move, the move counts as no change."
                                : ""));
        List<Integer> sorted = outlook.sorted();
        boolean all = sorted.size() <= 2 * MOST_AT_AN_END;
        List<Line> ranked = IntStream.range(0, sorted.size())
                .filter(i -> all || i < MOST_AT_AN_END || i >= sorted.size() - MOST_AT_AN_END)
                .mapToObj(i -> line(Integer.toString(i + 1), sorted.get(i), outlook))
                .toList();
        document.view(lines(
                        all
                                ? "Combinations, lowest rate first"
                                : "The " + MOST_AT_AN_END + " lowest and the " + MOST_AT_AN_END + " highest of "
                                        + sorted.size() + " combinations",
                        "rank",
                        ranked)
                .note(all ? "" : "All combinations: --format csv or json."));
    }

    private static String heading(Entries given) {
        return "Worth of each issue, in duty on entries of "
                + Figure.MONEY.text(given.value().doubleValue())
                + (given.currency().isEmpty() ? "" : " " + given.currency()) + " (" + given.source()
                + ") and in percentage points, most first";
    }

    /** What a change of the rate is worth in duty on the entries; not a number where there is none. */
    private double duty(OptionalDouble change) {
        return entries.isPresent() && change.isPresent()
                ? entries.get().worth(change.getAsDouble()).doubleValue()
                : Double.NaN;
    }

    /** The moves in the order of the issues, or where there are entries, those worth most duty first. */
    private List<Worth> ranked(List<Worth> worths) {
        return entries.isEmpty()
                ? worths
                : worths.stream()
                        .sorted(Comparator.comparingDouble(
                                (Worth worth) -> -Math.abs(worth.worth().orElse(0.0))))
                        .toList();
    }

    private IssueTable.Contested issue(Worth worth) {
        return result.issues().get(worth.issue());
    }

    private String position(Worth worth, int position) {
        return issue(worth).positions().get(position);
    }

    private Listing<Line> lines(String title, String first, List<Line> lines) {
        ListingType<Line> type = ListingType.<Line>of("combinations", "combination", "")
                .shown(first, Line::name)
                .shown(Figure.PUBLISHED, "rate", line -> line.rate().published())
                .shown(Figure.RATE, "unrounded", line -> shown(line.rate()).unrounded())
                .shown("verdict", line -> Verdict.words(line.rate()));
        entries.ifPresent(given -> type.shown(
                Figure.MONEY,
                "duty",
                line -> given.duty(line.rate().published()).doubleValue()));
        return positions(type, Line::combination, Column.Audience.PEOPLE).of(title, lines);
    }

    /** Adds the position taken on each issue. */
    private <R> ListingType<R> positions(ListingType<R> type, ToIntFunction<R> combination, Column.Audience audience) {
        for (int i = 0; i < result.issues().size(); i++) {
            int issue = i;
            String name = result.issues().get(i).name();
            Function<R, String> position = row -> result.position(combination.applyAsInt(row), issue);
            if (audience == Column.Audience.PEOPLE) {
                type.shown(name, position);
            } else {
                type.text("issue " + name, position, "The position on that issue.")
                        .field(name);
            }
        }
        return type;
    }

    /** A rate as it may be shown: in public as published, since it was worked out from published rates. */
    private Rate shown(Rate rate) {
        return scenario.publicVersion().isPresent()
                ? new Rate(rate.published(), Withheld.NUMBER, rate.deMinimis(), rate.none())
                : rate;
    }

    private List<Integer> places(List<Combination> combinations) {
        return combinations.stream().map(result.combinations()::indexOf).toList();
    }

    private ListingType<Integer> impossible(ListingType<Integer> type, Column.Audience audience) {
        Function<Integer, String> why =
                place -> result.combinations().get(place).impossible();
        ListingType<Integer> positions = positions(type, place -> place, audience);
        return audience == Column.Audience.PEOPLE
                ? positions.shown("why", why)
                : positions.text("impossible", why, "Why the combination cannot be calculated.");
    }

    /** A combination ranked by one subject's rates. */
    private record Place(Outlook outlook, int rank) {
        int combination() {
            return outlook.sorted().get(rank - 1);
        }
    }

    private Rate rate(Place place) {
        return result.rate(place.combination(), place.outlook().subject());
    }

    /** Every possible combination, ranked by each subject's rates, followed by those that are impossible. */
    private FlatTable table() {
        ListingType<Place> type = RateListings.rate(
                ListingType.<Place>of("combinations", "combination", "")
                        .text("of", place -> place.outlook().subject().address().toString(), "Whose rates they are.")
                        .number(Figure.COUNT, "rank", Place::rank, "The rank, from the lowest rate."),
                place -> Optional.of(shown(rate(place))));
        positions(type, Place::combination, Column.Audience.PROGRAMS)
                .text("impossible", place -> "", "Why the combination cannot be calculated.")
                .verdict(
                        "negative",
                        place -> result.rates().negative(place.combination()),
                        "Whether the determination is negative.");
        List<Place> places = outlooks().stream()
                .flatMap(outlook ->
                        IntStream.rangeClosed(1, outlook.sorted().size()).mapToObj(rank -> new Place(outlook, rank)))
                .toList();
        return FlatTable.of(type.of(places))
                .and(impossible(ListingType.of("impossible", "combination", ""), Column.Audience.PROGRAMS)
                        .of(places(result.impossible())));
    }

    private Listing<Entries> entriesListing() {
        return ListingType.<Entries>of(
                        "entries", "entries", "The entries on which duty is collected; none if not given.")
                .text("source", Entries::source, "Where the entries come from.")
                .text("currency", Entries::currency, "Their currency.")
                .number(Figure.MONEY, "value", given -> given.value().doubleValue(), "Their entered value.")
                .of(entries.stream().toList());
    }

    private Listing<Outlook> outlookListing() {
        ListingType<Worth> worths = ListingType.<Worth>of("worths", "worth", "What each move is worth.")
                .text("issue", worth -> issue(worth).name(), "The issue that moves.")
                .text("position", worth -> position(worth, worth.position()), "The position it moves to from its base.")
                .number(
                        Figure.POINTS,
                        "worth",
                        worth -> ListingType.orNone(worth.worth()),
                        "The mean change in the unrounded rate over all orders.")
                .number(Figure.SHARE, "made", Worth::made, "The share of orders in which the move can be made.")
                .number(
                        Figure.POINTS,
                        "alone",
                        worth -> ListingType.orNone(worth.alone()),
                        "The change with every other issue at its base.")
                .number(Figure.POINTS, "min", worth -> ListingType.orNone(worth.min()), "The smallest change.")
                .number(Figure.POINTS, "max", worth -> ListingType.orNone(worth.max()), "The largest change.")
                .number(
                        Figure.MONEY,
                        "duty",
                        worth -> duty(worth.worth()),
                        "What the mean change is worth in duty on the entries; the moves worth most come first then.")
                .number(
                        Figure.MONEY,
                        "duty-alone",
                        worth -> duty(worth.alone()),
                        "The same for the change with every other issue at its base.");
        return ListingType.<Outlook>of(
                        "outlooks", "outlook", "What the issues mean for each company and for all others.")
                .text("of", outlook -> outlook.subject().address().toString(), "Whose rates they are.")
                .text("name", outlook -> scenario.name(outlook.subject()), "Its name.")
                .number(Figure.COUNT, "lowest", Outlook::lowest, "The index of the combination with the lowest rate.")
                .number(
                        Figure.COUNT,
                        "highest",
                        Outlook::highest,
                        "The index of the combination with the highest rate.")
                .with(worths, outlook -> ranked(outlook.worths()))
                .of(outlooks());
    }

    /** A subject in a combination. */
    private record Cell(int combination, Subject subject) {}

    private List<Cell> cells(int combination) {
        return result.combinations().get(combination).possible()
                ? outlooks().stream()
                        .map(outlook -> new Cell(combination, outlook.subject()))
                        .toList()
                : List.of();
    }

    private Listing<Integer> combinations() {
        ListingType<Integer> positions = positions(
                ListingType.of("positions", "position", "The position taken on each issue."),
                place -> place,
                Column.Audience.ALL);
        return ListingType.<Integer>of("combinations", "combination", "Every combination of positions.")
                .truth(
                        "possible",
                        place -> result.combinations().get(place).possible(),
                        "Whether it can be calculated.")
                .text("reason", place -> result.combinations().get(place).impossible(), "Why it cannot be calculated.")
                .verdict("negative", result.rates()::negative, "Whether the determination is negative.")
                .withOne(positions, Optional::of)
                .with(
                        RateListings.rate(
                                ListingType.<Cell>of(
                                                "rates", "rate", "The rates; none if the combination is impossible.")
                                        .text(
                                                "of",
                                                cell -> cell.subject().address().toString(),
                                                "Whose rate it is."),
                                cell -> Optional.of(shown(result.rate(cell.combination(), cell.subject())))),
                        this::cells)
                .of(IntStream.range(0, result.combinations().size()).boxed().toList());
    }
}
