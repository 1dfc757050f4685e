package org.advalorem.rules.deposits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Proceeding;

/**
 * The antidumping cash deposits on the same goods: {@code max(0, margin - export subsidies - pass-through * rates)},
 * 19 U.S.C. 1677a(c)(1)(C) and 1677f-1(f).
 *
 * <p>Only subsidies contingent upon export offset a margin; in a nonmarket economy so does the part of other programs
 * that lowered import prices, at most the rate of those programs. All are fractions of the value of an entry.
 */
final class Antidumping {
    static final Field<String> CASE = Field.<String>optional("case", FieldType.text(), "The case number: A-570-194.")
            .describing();
    static final Field<Records> RATES = Field.required(
            "rates",
            RateRow.TYPE,
            "The rates: of firms, of combinations of exporter and producer, and of all others or the country-wide entity.");
    static final Field<Term> SHARE = Field.required(
                    "share",
                    FieldType.rate().within(Domain.SHARE),
                    "The share of the programs' rates that lowered the average price of imports.")
            .under("19 U.S.C. 1677f-1(f)(1)");
    static final Field<List<String>> PROGRAMS = Field.required(
            "programs", FieldType.oneOrMore(FieldType.reference("programs")), "The programs that lowered it.");
    static final FieldSet PASS_THROUGH_FIELDS = FieldSet.of("an offset for subsidies passed through", SHARE, PROGRAMS);
    static final Field<Facts> PASS_THROUGH = Field.optional(
                    "pass-through",
                    FieldType.section(PASS_THROUGH_FIELDS),
                    "The offset for subsidies other than export subsidies; nonmarket economies only.")
            .under("19 U.S.C. 1677f-1(f)");
    static final FieldSet FIELDS = FieldSet.of("the antidumping case on the same goods", CASE, RATES, PASS_THROUGH);

    private static final int PLACES = 4;
    private static final String EXPORT = "export subsidies";
    private static final String PASSED = "passed through";
    private static final String STATED = "margin";

    private final Facts facts;
    private final Proceeding proceeding;
    private final List<RatedFirm> firms;
    private final Optional<RatedFirm> others;
    private final CalculationBuilder builder;

    /**
     * The antidumping side of a determination.
     *
     * @param firms the respondents
     * @param others all others, if there is such a rate
     */
    Antidumping(
            Facts facts,
            Proceeding proceeding,
            List<RatedFirm> firms,
            Optional<RatedFirm> others,
            CalculationBuilder builder) {
        this.facts = facts;
        this.proceeding = proceeding;
        this.firms = List.copyOf(firms);
        this.others = others;
        this.builder = builder;
    }

    /** The rates, each with its deposit by the part of an address that names it. */
    Map<String, RateTable.Rate> rates(OutlineBuilder outline) {
        if (facts.has(PASS_THROUGH) && !proceeding.country().nonmarket()) {
            throw facts.problem(
                    Problem.Code.AV402,
                    PASS_THROUGH,
                    "(pass-through) is an offset in proceedings on nonmarket economies, and "
                            + proceeding.country().name() + " is not said to be one.",
                    "Leave it out, or write proceeding.country.nonmarket: yes.");
        }
        Map<String, RateTable.Rate> rates = new LinkedHashMap<>();
        List<List<Outline.Cell>> computed = new ArrayList<>();
        for (RateRow row : RateRow.of(facts.get(RATES), 'A')) {
            Term deposit = row.rate()
                    .orElseGet(() -> row.margin()
                            .map(margin -> offset(row, margin, computed))
                            .orElseGet(() -> builder.fraction("0")));
            String name = name(row);
            String distinct = name;
            for (int again = 2; rates.containsKey(distinct); again++) {
                distinct = name + "-" + again;
            }
            rates.put(distinct, new RateTable.Rate(row, deposit));
        }
        if (!computed.isEmpty()) {
            outline.sheet(
                    "Antidumping margins less subsidies",
                    List.of(
                            SheetColumn.key("rate of"),
                            SheetColumn.text("subsidies of"),
                            SheetColumn.of(STATED, Quality.PUBLISHED_RATE),
                            SheetColumn.of(EXPORT, Quality.PUBLISHED_RATE),
                            SheetColumn.of(PASSED, Quality.RATE),
                            SheetColumn.of("deposit", Quality.PUBLISHED_RATE, STATED, EXPORT, PASSED)),
                    computed,
                    Assumption.OFFSET.under("19 U.S.C. 1677a(c)(1)(C), 1677f-1(f)"));
        }
        return rates;
    }

    private String name(RateRow row) {
        if (row.isCombination()) {
            return row.exporter().orElseThrow().slug() + "--"
                    + row.producer().orElseThrow().slug();
        }
        return row.company()
                .or(row::exporter)
                .or(row::producer)
                .map(FirmName::slug)
                .orElse(proceeding.country().nonmarket() ? "country-wide" : "all-others");
    }

    private Term offset(RateRow row, Term margin, List<List<Outline.Cell>> rows) {
        Optional<RatedFirm> firm = firm(row);
        Term none = builder.fraction("0");
        Term export = firm.map(this::exportSubsidies).orElse(none);
        Term passed = firm.flatMap(this::passedThrough).orElse(none);
        Term deposit = margin.minus(export).minus(passed).positivePart().rounded(PLACES);
        rows.add(List.of(
                Outline.words(row.words()),
                Outline.words(firm.map(RatedFirm::name).orElse("none")),
                Outline.quantity(margin),
                Outline.quantity(export),
                Outline.quantity(passed),
                Outline.quantity(deposit)));
        return deposit;
    }

    /** The respondent whose subsidies offset a margin: as stated, by the exporter's name, by the producer's; all others. */
    private Optional<RatedFirm> firm(RateRow row) {
        if (row.countervailing().isPresent()) {
            String id = row.countervailing().get();
            return Optional.of(firms.stream()
                    .filter(firm -> firm.id().equals(id))
                    .findFirst()
                    .or(() -> others.filter(all -> all.id().equals(id)))
                    .orElseThrow(() -> facts.problem(
                            Problem.Code.AV402,
                            RATES,
                            "(" + id + ") in the column countervailing is not a company of the scenario.",
                            org.advalorem.facts.Nearest.advice(
                                    id, firms.stream().map(RatedFirm::id).toList()))));
        }
        return called(row.company())
                .or(() -> called(row.exporter()))
                .or(() -> called(row.producer()))
                .or(() -> others);
    }

    private Optional<RatedFirm> called(Optional<FirmName> name) {
        return name.flatMap(
                called -> firms.stream().filter(firm -> firm.isCalled(called)).findFirst());
    }

    /** The export subsidies of a firm; for one on facts available, the lowest found of any other. */
    private Term exportSubsidies(RatedFirm firm) {
        if (!firm.entirelyFactsAvailable()) {
            return firm.exportContingent();
        }
        return firms.stream()
                .filter(other -> !other.entirelyFactsAvailable())
                .map(RatedFirm::exportContingent)
                .reduce(Term::smaller)
                .orElseGet(() -> builder.fraction("0"));
    }

    private Optional<Term> passedThrough(RatedFirm firm) {
        return facts.optional(PASS_THROUGH).map(stated -> {
            List<Term> rates = stated.get(PROGRAMS).stream()
                    .flatMap(program -> Optional.ofNullable(firm.programs().get(program)).stream())
                    .toList();
            return builder.sum(rates, Unit.FRACTION).times(stated.get(SHARE));
        });
    }
}
