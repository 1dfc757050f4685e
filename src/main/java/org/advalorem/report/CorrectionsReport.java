package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.advalorem.facts.Address;
import org.advalorem.facts.Column;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Sheet;
import org.advalorem.whatif.Rate;
import org.advalorem.whatif.Waterfall;
import org.advalorem.whatif.Waterfall.Bar;
import org.advalorem.whatif.Waterfall.Result;
import org.advalorem.whatif.Waterfall.Step;
import org.advalorem.whatif.Waterfall.Way;

/**
 * The report of {@code verify-sample --corrections}: what each correction changes in each rate, alone and with the others,
 * and whether it reverses a verdict.
 *
 * <p>The JSON format, {@code advalorem-corrections/1}, is a contract described in {@code docs/json.md}.
 */
public final class CorrectionsReport {
    private static final String CORRECTED = "corrected";

    private final EvaluatedScenario first;
    private final EvaluatedScenario second;
    private final Result result;

    private CorrectionsReport(EvaluatedScenario first, EvaluatedScenario second, Result result) {
        this.first = first.withRun(result.run());
        this.second = second;
        this.result = result;
    }

    /**
     * The report on corrections.
     *
     * @param first the scenario before them
     * @param second the scenario after them
     * @param result the difference between the two
     */
    public static Report of(EvaluatedScenario first, EvaluatedScenario second, Result result) {
        CorrectionsReport report = new CorrectionsReport(first, second, result);
        return Report.of(
                "advalorem-corrections/1",
                report.first,
                report::document,
                report::listings,
                () -> FlatTable.of(report.rates(), "effects"));
    }

    /** The rates reported. */
    private List<Way> ways() {
        return result.ways().stream()
                .filter(way -> first.isReported(way.subject()))
                .toList();
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Header.open(first, "Corrections: ", finding(), document);
        document.view(verdicts());
        if (!result.changes().isEmpty()) {
            document.view(corrections().note("Row: in the data, from 1. Written at: in the respondent's file."));
            document.paragraph(
                    "Alone: the change of the published rate if nothing else is corrected, in percentage points; unrounded"
                            + " beside it. In the sum: its part of the whole change, the mean over "
                            + (result.orders().isPresent()
                                    ? result.orders().getAsInt() + " random orders (seed " + result.seed() + ")"
                                    : "all orders")
                            + " in which the corrections can be made; these parts add up exactly to the whole change.");
        }
        for (Way way : ways()) {
            if (way.bars().stream().anyMatch(bar -> moves(way, bar))) {
                document.heading(2, first.name(way.subject()));
                document.view(effects(way));
            }
        }
        if (!result.aside().isEmpty()) {
            document.paragraph("No rate depends on: " + String.join(", ", result.aside()) + ".");
        }
        return Header.close(first, document);
    }

    private static boolean moves(Way way, Bar bar) {
        return bar.hundredths() != 0
                || Double.compare(bar.rateAlone().unrounded(), way.from().unrounded()) != 0;
    }

    private Finding finding() {
        if (result.changes().isEmpty()) {
            return new Finding("The corrections change nothing on which a rate depends", "");
        }
        CompareFinding compared = CompareFinding.of(first, result);
        Way way = compared.way();
        long reversing =
                ways().stream().filter(one -> reverses(one.from(), one.to())).count();
        long alone = IntStream.range(0, result.steps().size())
                .filter(step -> ways().stream()
                        .flatMap(one -> effectsOf(one).stream())
                        .anyMatch(effect -> effect.bar().step() == step && effect.reversesAlone()))
                .count();
        return new Finding(
                NumberText.count(result.steps().size(), "correction") + ": " + first.name(way.subject())
                        + (way.hundredths() == 0
                                ? " stays at " + NumberText.percent(way.from().published())
                                : " from " + NumberText.percent(way.from().published()) + " to "
                                        + NumberText.percent(way.to().published()))
                        + "; "
                        + (reversing == 0
                                ? "together they reverse no verdict"
                                : "together they reverse " + NumberText.count(reversing, "verdict"))
                        + (alone == 0 ? "" : ", alone " + alone + (alone == 1 ? " does" : " do")),
                "");
    }

    private static boolean reverses(Rate from, Rate to) {
        return !from.deMinimis().equals(to.deMinimis());
    }

    private Listing<Way> verdicts() {
        return ListingType.<Way>of("rates", "rate", "")
                .shown("company", way -> first.name(way.subject()))
                .shown(Figure.PUBLISHED, "before", way -> way.from().published())
                .shown(Figure.PUBLISHED, "after", way -> way.to().published())
                .shownRight("change", way -> Points.text(way.change(), 2))
                .shown("verdict before", way -> Verdict.words(way.from()))
                .shown("verdict after", way -> Verdict.words(way.to()))
                .of("Rates", ways())
                .note("Changes are in percentage points.");
    }

    /**
     * A correction.
     *
     * @param step the number of the step in which it is made, from 1
     * @param from the value before it
     * @param origin where that is written; empty if nothing was
     */
    private record Correction(int step, String address, String from, String to, Optional<Origin> origin) {
        String written() {
            return origin.map(Origin::fileLine).orElse("");
        }
    }

    private List<Correction> all() {
        List<Correction> all = new ArrayList<>();
        for (int i = 0; i < result.steps().size(); i++) {
            for (int change : result.steps().get(i).changes()) {
                all.add(correction(i + 1, result.changes().get(change)));
            }
        }
        return all;
    }

    /** The correction that a change is: of a cell of a data file, or of a value of the scenario. */
    private Correction correction(int step, Waterfall.Change change) {
        List<String> segments = Address.parse(change.address()).segments();
        int at = segments.size() - 3;
        if (at > 0 && segments.get(at).equals(CORRECTED)) {
            Address records = new Address(segments.subList(0, at));
            Optional<Sheet> sheet = first.determination().sheets().stream()
                    .filter(one -> one.rows().address().equals(records))
                    .findFirst();
            if (sheet.isPresent()) {
                int row = Integer.parseInt(segments.get(at + 1)) - 1;
                Origin origin = sheet.get().rows().origin(row);
                return new Correction(
                        step,
                        change.address(),
                        change.from().isEmpty() ? cell(sheet.get(), row, segments.get(at + 2)) : change.from(),
                        change.to(),
                        Optional.of(origin.overridden().orElse(origin)));
            }
        }
        return new Correction(
                step,
                change.address(),
                change.from(),
                change.to(),
                first.determination().register().find(change.address()).map(fact -> fact.origin()));
    }

    private static String cell(Sheet sheet, int row, String name) {
        return sheet.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .map((Column column) -> SampleReport.text(sheet.rows(), row, column))
                .orElse("");
    }

    private Listing<Correction> corrections() {
        return ListingType.<Correction>of("corrections", "correction", "The corrections.")
                .number(Figure.COUNT, "step", "no.", Correction::step, "The number of the correction, from 1.")
                .shownLong("correction", of -> InputNames.of(first, of.address()))
                .text("address", Correction::address, "What it corrects.")
                .text("from", "before", Correction::from, "The value before it; empty if there was none.")
                .text("to", "after", Correction::to, "The value after it; empty if it removes one.")
                .text("written-at", "written at", Correction::written, "Where the value before it is written.")
                .of("Corrections", all());
    }

    private String name(Step step) {
        return step.changes().stream()
                .map(change -> InputNames.of(first, result.changes().get(change).address()))
                .collect(Collectors.joining(" + "));
    }

    /** The effect of a correction on a rate. */
    private record Effect(Way way, Bar bar) {
        boolean reversesAlone() {
            return reverses(way.from(), bar.rateAlone());
        }

        double unrounded() {
            return bar.rateAlone().unrounded() - way.from().unrounded();
        }
    }

    private static List<Effect> effectsOf(Way way) {
        return way.bars().stream().map(bar -> new Effect(way, bar)).toList();
    }

    private Listing<Effect> effects(Way way) {
        return ListingType.<Effect>of("effects", "effect", "")
                .shown(Figure.COUNT, "no.", of -> of.bar().step() + 1.0)
                .shownLong("correction", of -> name(result.steps().get(of.bar().step())))
                .shownRight("alone", of -> Points.text(of.bar().alone(), 2))
                .shownRight("unrounded", of -> Points.text(of.unrounded()))
                .shownRight("in the sum", of -> Points.text(of.bar().change(), 2))
                .shown(
                        "verdict alone",
                        of -> Verdict.words(of.bar().rateAlone()) + (of.reversesAlone() ? ": REVERSED" : ""))
                .of(
                        "From " + Figure.PUBLISHED.text(way.from().published()) + " to "
                                + Figure.PUBLISHED.text(way.to().published()) + ", "
                                + Points.text(way.change(), 2) + " in all",
                        effectsOf(way));
    }

    private Document listings() {
        return new Document.Builder()
                .one(Header.type("second").of(List.of(second)))
                .data(corrections())
                .data(ListingType.ofWords("aside", "address", "Corrections that no rate depends on.")
                        .of(result.aside()))
                .data(rates())
                .build();
    }

    private Listing<Way> rates() {
        ListingType<Effect> effects = ListingType.<Effect>of("effects", "effect", "What each correction changes.")
                .number(Figure.COUNT, "step", of -> of.bar().step() + 1.0, "The number of the correction, from 1.")
                .text("correction", of -> result.steps().get(of.bar().step()).name(), "What it corrects.")
                .number(
                        Figure.POINTS,
                        "alone",
                        of -> of.bar().alone(),
                        "The change of the published rate if nothing else is corrected.")
                .number(Figure.POINTS, "alone-unrounded", Effect::unrounded, "The same of the rate before rounding.")
                .number(
                        Figure.PUBLISHED,
                        "contribution-published",
                        of -> of.bar().change(),
                        "Its part of the whole change as printed; these parts add up exactly.")
                .verdict(
                        "de-minimis-alone",
                        of -> of.bar().rateAlone().deMinimis(),
                        "The verdict if nothing else is corrected; none for all others in an investigation.")
                .truth("reverses-alone", Effect::reversesAlone, "Whether that verdict differs from the one before.");
        return ListingType.<Way>of("rates", "rate", "Each rate before and after the corrections.")
                .text("of", way -> way.subject().address().toString(), "Whose rate it is.")
                .number(Figure.RATE, "before", way -> way.from().published(), "The published rate before.")
                .number(Figure.RATE, "after", way -> way.to().published(), "The published rate after all of them.")
                .verdict("de-minimis-before", way -> way.from().deMinimis(), "The verdict before.")
                .verdict("de-minimis-after", way -> way.to().deMinimis(), "The verdict after all of them.")
                .truth(
                        "reversed",
                        way -> reverses(way.from(), way.to()),
                        "Whether the corrections together reverse the verdict.")
                .with(effects, CorrectionsReport::effectsOf)
                .of(ways());
    }
}
