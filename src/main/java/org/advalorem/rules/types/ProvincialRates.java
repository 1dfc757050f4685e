package org.advalorem.rules.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;

/**
 * The rates of a country's provinces, of which facts available take the highest non-seasonal one of each category and
 * band: a composite that no single province charges.
 */
final class ProvincialRates {
    static final Column PROVINCE =
            Column.required("province", Column.Type.TEXT, "The province.").describing();
    static final Column CATEGORY =
            Column.required("category", Column.Type.TEXT, "The tariff category, as the records name it.");
    static final Column SEASON = Column.optional(
            "season", Column.Type.TEXT, "", "The season in which the rate applies; seasonal rates are passed over.");

    private static final Authority COMPOSITE =
            Authority.court("Jiangsu Zhongji v. United States, Slip Op. 19-122 (CIT 2019)");

    private final String title;
    private final Field<Records> field;
    private final Records rows;
    private final Optional<Column> band;
    private final Column rate;
    private final Unit unit;
    private final Facts use;
    private final Map<String, Term> highest = new LinkedHashMap<>();
    private final List<List<Outline.Cell>> table = new ArrayList<>();

    /**
     * The table of a use.
     *
     * @param title the heading of the memorandum's table
     * @param field the field that states it
     * @param band the column of the time band, if rates have one
     * @param rate the column of the rate or charge
     * @param unit the unit of rates that state none
     */
    ProvincialRates(String title, Field<Records> field, Optional<Column> band, Column rate, Unit unit, Facts use) {
        this.title = title;
        this.field = field;
        this.rows = use.get(field);
        this.band = band;
        this.rate = rate;
        this.unit = rows.rows() == 0 ? unit : rows.unit(0, rate).orElse(unit);
        this.use = use;
        if (IntStream.range(0, rows.rows())
                .anyMatch(row -> !rows.unit(row, rate).orElse(unit).equals(this.unit))) {
            throw use.problem(
                    Problem.Code.AV206,
                    field,
                    "(" + field.name() + ") of (" + use.address() + ") has rates in several units.",
                    "State all of them in one unit: units: {" + rate.name() + ": " + this.unit + "}.");
        }
    }

    /** The unit of the rates. */
    Unit unit() {
        return unit;
    }

    /**
     * The highest rate of a category in a band, otherwise the highest of those for all bands.
     *
     * @param ofBand the band; empty where there is none
     * @throws org.advalorem.facts.UnusableFactsException if no province has one, after noting the problem
     */
    Term highest(String category, String ofBand) {
        String kind = ofBand.isEmpty() ? category : category + "/" + ofBand;
        Term known = highest.get(kind);
        if (known != null) {
            return known;
        }
        List<Integer> candidates = rows(category, ofBand);
        if (candidates.isEmpty()) {
            candidates = rows(category, "");
        }
        if (candidates.isEmpty()) {
            throw use.problem(
                    Problem.Code.AV403,
                    field,
                    "(" + field.name() + ") has no rate for (" + kind + ") that is not seasonal, which ("
                            + use.address() + ") needs.",
                    Nearest.advice(category, categories()));
        }
        Map<Integer, Term> rates = new LinkedHashMap<>();
        candidates.forEach(row -> rates.put(row, rows.term(row, rate, unit)));
        Term most = rates.values().stream().reduce(Term::larger).orElseThrow();
        rates.forEach((row, term) -> table.add(List.of(
                Outline.words(kind),
                Outline.words(rows.word(row, PROVINCE)),
                Outline.quantity(term),
                Outline.quantity(most.atMost(term)))));
        highest.put(kind, most);
        return most;
    }

    private List<Integer> rows(String category, String ofBand) {
        return IntStream.range(0, rows.rows())
                .filter(row -> !isSeasonal(row)
                        && rows.word(row, CATEGORY).equals(category)
                        && band.map(column -> rows.word(row, column)).orElse("").equals(ofBand))
                .boxed()
                .toList();
    }

    private boolean isSeasonal(int row) {
        return !rows.word(row, SEASON).isEmpty();
    }

    private Set<String> categories() {
        Set<String> categories = new TreeSet<>();
        IntStream.range(0, rows.rows())
                .filter(row -> !isSeasonal(row))
                .forEach(row -> categories.add(rows.word(row, CATEGORY)));
        return categories;
    }

    /** Writes the rates compared and which of them are the highest, after they were asked for. */
    void write(OutlineBuilder outline) {
        if (table.isEmpty()) {
            return;
        }
        outline.note(
                "On facts available the benchmark of each category is the highest rate of any province.",
                Authority.law("19 U.S.C. 1677e(b)"));
        long seasonal = IntStream.range(0, rows.rows()).filter(this::isSeasonal).count();
        if (seasonal > 0) {
            outline.note("Seasonal rates in (" + rows.name() + ") are passed over: " + seasonal + ".", COMPOSITE);
        }
        outline.sheet(
                title,
                List.of(
                        SheetColumn.key("category"),
                        SheetColumn.key("province"),
                        SheetColumn.of(rate.name(), Quality.PRICE),
                        SheetColumn.of("highest", Quality.TRUTH, rate.name())),
                table,
                COMPOSITE);
    }
}
