package org.advalorem.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;

/** Values by month: one for all, a mapping from months, or a file with the columns month, price and grade. */
final class SeriesKind extends Kind<MonthlySeries> {
    private static final String MONTH_KEY = "[0-9]{4}-(0[1-9]|1[0-2])";
    private static final Column MONTH = Column.required("month", Column.Type.MONTH, "The month.");
    private static final Column PRICE = Column.required("price", Column.Type.NUMBER, "The price of the month.");
    private static final Column GRADE =
            Column.optional("grade", Column.Type.TEXT, "", "The grade, when prices differ by grade.");
    private static final QuantityKind PRICES = Kind.price().within(Domain.NOT_NEGATIVE);
    private static final RecordsKind ROWS = new RecordsKind(List.of(MONTH, PRICE, GRADE));

    @Override
    MonthlySeries read(Reading reading) {
        if (reading.given() instanceof Given.Scalar scalar
                && Measure.parse(scalar.text()).isPresent()) {
            return constant(reading);
        }
        if (reading.given() instanceof Given.Mapping mapping) {
            if (mapping.entries().containsKey("value")) {
                return constant(reading);
            }
            if (!mapping.entries().containsKey("file")) {
                return byMonth(mapping, reading);
            }
        }
        return rows(ROWS.read(reading), reading);
    }

    private MonthlySeries constant(Reading reading) {
        Term term = PRICES.read(reading);
        return new MonthlySeries(Optional.of(term), Map.of(), List.of(), term.unit());
    }

    private MonthlySeries byMonth(Given.Mapping mapping, Reading reading) {
        Map<String, Term> values = new LinkedHashMap<>();
        boolean complete = true;
        for (Map.Entry<String, Given> entry : mapping.entries().entrySet()) {
            if (!entry.getKey().matches(MONTH_KEY)) {
                reading.context()
                        .problems()
                        .add(
                                Problem.Code.AV207,
                                mapping.keyOrigin(entry.getKey()),
                                "(" + entry.getKey() + ") is not a month such as 2016-01.",
                                "");
                complete = false;
                continue;
            }
            try {
                values.put(entry.getKey(), PRICES.read(reading.at(entry.getValue(), entry.getKey())));
            } catch (UnusableFactsException noted) {
                complete = false;
            }
        }
        if (!complete) {
            throw new UnusableFactsException();
        }
        return new MonthlySeries(Optional.empty(), values, List.of(), oneUnit(values, reading));
    }

    private static Unit oneUnit(Map<String, Term> values, Reading reading) {
        List<Unit> units = values.values().stream().map(Term::unit).distinct().toList();
        if (units.size() != 1) {
            throw reading.problem(
                    Problem.Code.AV206,
                    "(" + reading.address() + ") needs prices in one unit; found " + units + ".",
                    "Write all months in the same unit.");
        }
        return units.get(0);
    }

    private MonthlySeries rows(Records records, Reading reading) {
        Unit read = records.unit(PRICE).orElseGet(() -> defaultUnit(reading));
        Map<String, Term> values = new LinkedHashMap<>();
        Map<String, Integer> first = new HashMap<>();
        List<String> grades = new ArrayList<>();
        for (int row = 0; row < records.rows(); row++) {
            String grade = records.word(row, GRADE);
            String month = Months.text(records.month(row, MONTH));
            String key = grade.isEmpty() ? month : month + "/" + grade;
            if (!grade.isEmpty() && !grades.contains(grade)) {
                grades.add(grade);
            }
            if (first.putIfAbsent(key, row) != null) {
                reading.context()
                        .problems()
                        .add(
                                Problem.Code.AV303,
                                records.origin(row),
                                "The month (" + key + ") stands twice.",
                                "Keep one row for each month and grade.");
                continue;
            }
            values.put(key, records.term(row, PRICE, read));
        }
        return new MonthlySeries(Optional.empty(), values, grades, read);
    }

    private static Unit defaultUnit(Reading reading) {
        return reading.context()
                .unit()
                .orElseThrow(() -> reading.problem(
                        Problem.Code.AV206,
                        "(" + reading.address() + ") has prices without a unit.",
                        "Write {file: prices.csv, units: {price: USD/t}}."));
    }

    @Override
    public Optional<Slot> below(String key, Given given) {
        if (key.matches(MONTH_KEY)) {
            return Optional.of(Slot.declared(price()));
        }
        Optional<Slot> constant = price().below(key, given);
        return constant.isPresent() ? constant : ROWS.below(key, given);
    }

    @Override
    public List<String> keys(Given given) {
        return ROWS.keys(given);
    }

    @Override
    public List<String> numberColumns() {
        return ROWS.numberColumns();
    }

    @Override
    public boolean isQuantity() {
        return true;
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(
                "anyOf",
                List.of(
                        PRICES.schema(),
                        ROWS.schema(),
                        Map.of(
                                "type",
                                "object",
                                "patternProperties",
                                Map.of("^[0-9]{4}-[0-9]{2}$", PRICES.schema()),
                                "additionalProperties",
                                false)));
        return schema;
    }

    @Override
    public String expected() {
        return "a price, a mapping from months to prices, or the name of a CSV file with columns month and price";
    }
}
