package org.advalorem.rules.exposure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;

/**
 * What import statistics alone say of the money at stake: for a year of imports of quantity Q and value V, the unit value
 * {@code V / Q}, the change of volume {@code Q / Q of the year before - 1}, and at a rate r the duty {@code V r}.
 *
 * @param years each year, in order
 */
public record ImportStatistics(List<Year> years) {
    private static final Unit USD = Unit.of("USD");
    private static final Column YEAR = Column.required("year", Column.Type.YEAR, "The year.");
    private static final Column QUANTITY = Column.required(
                    "quantity", Column.Type.NUMBER, "The quantity imported, in kg unless a unit is stated.")
            .within(Domain.POSITIVE)
            .withUnits();
    private static final Column VALUE =
            Column.required("value", Column.Type.NOT_NEGATIVE, "The customs value of the imports in USD.");
    static final Field<Records> FIELD = Field.optional(
            "import-statistics",
            FieldType.records(YEAR, QUANTITY, VALUE),
            "The imports of subject goods from the country in each year.");
    static final Field<Map<String, Term>> RATES = Field.optional(
            "import-rates",
            FieldType.named(FieldType.rate().within(Domain.NOT_NEGATIVE)),
            "Further rates at which the duty on those imports is shown, beside the deposit rate of all others.");

    /** Copies the list. */
    public ImportStatistics {
        years = List.copyOf(years);
    }

    /**
     * A year of imports.
     *
     * @param change the change of volume from the year before, if that is stated
     * @param duties the duty at each rate, by its name
     */
    public record Year(
            int year, Term quantity, Term value, Term unitValue, Optional<Term> change, Map<String, Term> duties) {
        /** Copies the duties. */
        public Year {
            duties = Collections.unmodifiableMap(new LinkedHashMap<>(duties));
        }
    }

    /**
     * The statistics of a section, if it has some.
     *
     * @param others the deposit rate of all others, if there is one
     */
    static Optional<ImportStatistics> of(Facts facts, Optional<Term> others, CalculationBuilder builder) {
        return facts.optional(FIELD).map(rows -> {
            Map<String, Term> rates = new LinkedHashMap<>();
            others.ifPresent(rate -> rates.put("all-others", rate));
            rates.putAll(facts.optional(RATES).orElse(Map.of()));
            return new ImportStatistics(years(facts, rows, rates, builder));
        });
    }

    private static List<Year> years(Facts facts, Records rows, Map<String, Term> rates, CalculationBuilder builder) {
        Map<Integer, Integer> rowOf = new TreeMap<>();
        for (int row = 0; row < rows.rows(); row++) {
            if (rowOf.put(rows.year(row, YEAR), row) != null) {
                throw facts.problem(
                        Problem.Code.AV401,
                        FIELD,
                        "The year " + rows.year(row, YEAR) + " is there twice.",
                        "Write each year once.");
            }
        }
        Map<Integer, Term> quantities = new HashMap<>();
        List<Year> years = new ArrayList<>();
        rowOf.forEach((year, row) -> {
            Term quantity = rows.term(row, QUANTITY, rows.unit(row, QUANTITY).orElse(Unit.of("kg")));
            quantities.put(year, quantity);
            Term value = rows.term(row, VALUE, USD);
            Map<String, Term> duties = new LinkedHashMap<>();
            rates.forEach((name, rate) -> duties.put(name, value.times(rate)));
            years.add(new Year(
                    year,
                    quantity,
                    value,
                    value.dividedBy(quantity),
                    Optional.ofNullable(quantities.get(year - 1))
                            .map(before ->
                                    quantity.dividedBy(before).minus(builder.literal(BigDecimal.ONE, Unit.FRACTION))),
                    duties));
        });
        return years;
    }

    void write(OutlineBuilder outline) {
        List<SheetColumn> columns = new ArrayList<>(List.of(
                SheetColumn.keyDate("year"),
                SheetColumn.of("quantity", Quality.QUANTITY),
                SheetColumn.of("value", Quality.MONEY),
                SheetColumn.of("unit value", Quality.PRICE, "value", "quantity"),
                SheetColumn.of("change of volume", Quality.SHARE)));
        List<String> names =
                years.isEmpty() ? List.of() : List.copyOf(years.get(0).duties().keySet());
        names.forEach(name -> columns.add(SheetColumn.of("duty at " + name, Quality.MONEY, "value")));
        outline.sheet(
                "Import statistics",
                columns,
                years.stream().map(ImportStatistics::row).toList(),
                Authority.derived("unit value, change of volume, and the duty at each rate"));
    }

    private static List<Outline.Cell> row(Year year) {
        List<Outline.Cell> cells = new ArrayList<>(List.of(
                Outline.words(Integer.toString(year.year())),
                Outline.quantity(year.quantity()),
                Outline.quantity(year.value()),
                Outline.quantity(year.unitValue()),
                year.change().map(Outline::quantity).orElseGet(() -> Outline.words(""))));
        year.duties().values().forEach(duty -> cells.add(Outline.quantity(duty)));
        return cells;
    }
}
