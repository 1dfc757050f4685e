package org.advalorem.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;

/**
 * The type of values by month: one for all months, a mapping from months, or a file with the columns month, value and
 * grade.
 */
final class SeriesType extends FieldType<MonthlySeries> {
    private static final String MONTH_KEY = "(19[0-9]{2}|2[01][0-9]{2}|2200)-(0[1-9]|1[0-2])";
    private static final Column MONTH = Column.required("month", Column.Type.MONTH, "The month.");
    private static final Column GRADE =
            Column.optional("grade", Column.Type.TEXT, "", "The grade, when values differ by grade.");

    static final SeriesType PRICES = new SeriesType(
            FieldType.price(),
            Column.required("price", Column.Type.NOT_NEGATIVE, "The price of the month.")
                    .withGaps(),
            SeriesType::unitOfSurroundings);
    static final SeriesType RATES = new SeriesType(
            FieldType.rate(),
            Column.required("rate", Column.Type.RATE, "The rate of the month.").withGaps(),
            reading -> Unit.FRACTION);
    static final SeriesType WEIGHTS = new SeriesType(
            FieldType.number(Unit.FRACTION),
            Column.required("weight", Column.Type.NOT_NEGATIVE, "The weight of the month.")
                    .withGaps(),
            reading -> Unit.FRACTION);

    static final SeriesType INDEX = new SeriesType(
            FieldType.number(Unit.FRACTION),
            Column.required("index", Column.Type.NOT_NEGATIVE, "The index number of the month.")
                    .withGaps(),
            reading -> Unit.FRACTION);

    private final QuantityType quantity;
    private final Column column;
    private final RecordsType rows;
    private final Function<Reading, Unit> unitOfBareColumn;

    private SeriesType(QuantityType quantity, Column column, Function<Reading, Unit> unitOfBareColumn) {
        this.quantity = quantity.within(Domain.NOT_NEGATIVE);
        this.column = column;
        this.rows = new RecordsType(List.of(MONTH, column, GRADE));
        this.unitOfBareColumn = unitOfBareColumn;
    }

    @Override
    MonthlySeries read(Reading reading) {
        if (reading.given() instanceof SourceNode.Scalar scalar
                && WrittenNumber.parse(scalar.text()).isPresent()) {
            return constant(reading);
        }
        if (reading.given() instanceof SourceNode.Mapping mapping) {
            if (mapping.entries().containsKey("value")) {
                return constant(reading);
            }
            if (!mapping.entries().containsKey("file")) {
                return byMonth(mapping, reading);
            }
        }
        return rows(rows.read(reading), reading);
    }

    private MonthlySeries constant(Reading reading) {
        Term term = quantity.read(reading);
        return new MonthlySeries(Optional.of(term), Map.of(), List.of(), term.unit());
    }

    private MonthlySeries byMonth(SourceNode.Mapping mapping, Reading reading) {
        Map<String, Term> values = new LinkedHashMap<>();
        boolean complete = true;
        for (Map.Entry<String, SourceNode> entry : mapping.entries().entrySet()) {
            if (!entry.getKey().matches(MONTH_KEY)) {
                reading.context()
                        .problems()
                        .add(
                                Problem.Code.AV207,
                                mapping.keyOrigin(entry.getKey()),
                                "(" + entry.getKey() + ") is not a month such as 2016-01.",
                                DateAdvice.ofMonth(entry.getKey()));
                complete = false;
                continue;
            }
            try {
                values.put(entry.getKey(), quantity.read(reading.at(entry.getValue(), entry.getKey())));
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
                    "(" + reading.address() + ") needs values in one unit; found " + units + ".",
                    "Write all months in the same unit.");
        }
        return units.get(0);
    }

    private MonthlySeries rows(Records records, Reading reading) {
        Unit read = records.unit(column).orElseGet(() -> unitOfBareColumn.apply(reading));
        Map<String, Term> values = new LinkedHashMap<>();
        Map<String, Integer> first = new HashMap<>();
        List<String> grades = new ArrayList<>();
        for (int row = 0; row < records.rows(); row++) {
            if (records.isBlank(row, column)) {
                continue;
            }
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
                                "The month (" + key + ") appears twice.",
                                "Keep one row for each month and grade.");
                continue;
            }
            values.put(key, records.term(row, column, read));
        }
        return new MonthlySeries(Optional.empty(), values, grades, read);
    }

    private static Unit unitOfSurroundings(Reading reading) {
        return reading.context()
                .unit()
                .orElseThrow(() -> reading.problem(
                        Problem.Code.AV206,
                        "(" + reading.address() + ") has prices without a unit.",
                        "Write {file: prices.csv, units: {price: USD/t}}."));
    }

    @Override
    public Optional<String> written(String text) {
        return quantity.written(text);
    }

    @Override
    public Optional<ChildField> below(String key, SourceNode given) {
        if (key.matches(MONTH_KEY)) {
            return Optional.of(ChildField.declared(price()));
        }
        Optional<ChildField> constant = price().below(key, given);
        return constant.isPresent() ? constant : rows.below(key, given);
    }

    @Override
    public List<String> keys(SourceNode given) {
        return rows.keys(given);
    }

    @Override
    public boolean isFileName(String text) {
        return WrittenNumber.parse(text).isEmpty();
    }

    @Override
    public List<Column> recordColumns() {
        return rows.recordColumns();
    }

    @Override
    public List<String> numberColumns() {
        return rows.numberColumns();
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
                        quantity.schema(),
                        rows.schema(),
                        Map.of(
                                "type",
                                "object",
                                "patternProperties",
                                Map.of("^[0-9]{4}-[0-9]{2}$", quantity.schema()),
                                "additionalProperties",
                                false)));
        return schema;
    }

    @Override
    public String expected() {
        return quantity.expected()
                + ", a mapping from months to such values, or the name of a CSV file with columns month and "
                + column.name();
    }
}
