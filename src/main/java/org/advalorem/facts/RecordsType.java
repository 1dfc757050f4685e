package org.advalorem.facts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Unit;

/** The type of rows: the name of a CSV file, a mapping with {@code file} and how to read it, or a list of mappings. */
final class RecordsType extends FieldType<Records> {
    private static final Field<String> FILE = Field.required("file", FieldType.text(), "The data file.");
    private static final Field<Map<String, String>> COLUMNS = Field.optional(
            "columns", FieldType.named(WordTypes.TEXT), "The file's heading for each column, where it differs.");
    private static final Field<Map<String, Unit>> UNITS =
            Field.optional("units", FieldType.named(WordTypes.UNIT), "The units of columns.");
    private static final Field<String> DELIMITER = Field.optional(
            "delimiter", FieldType.text(), "The cell separator: comma, semicolon or tab; detected when left out.");
    private static final Field<String> DECIMAL = Field.optional(
            "decimal", FieldType.text(), "The decimal sign of numbers: point or comma; detected when left out.");
    private static final Field<String> DATES =
            Field.optional("dates", FieldType.text(), "The date format, such as dd/MM/yyyy; yyyy-MM-dd when left out.");
    private static final Field<Map<String, Map<String, String>>> CHANGE = Field.optional(
            "change",
            FieldType.named(FieldType.named(WordTypes.TEXT)),
            "A scale and a shift applied to a whole column: {price: {scale: 1.05}}.");
    private static final FieldSet COLUMN_CHANGE = FieldSet.of(
            "a change to a column",
            Field.optional("scale", FieldType.number(Unit.FRACTION), "The factor applied to every cell.")
                    .orElse("1"),
            Field.optional("shift", FieldType.number(Unit.FRACTION), "The amount added to every cell.")
                    .orElse("0"));
    static final FieldSet FILE_FIELDS =
            FieldSet.of("a data file", FILE, COLUMNS, UNITS, DELIMITER, DECIMAL, DATES, CHANGE);

    private final List<Column> columns;

    RecordsType(List<Column> columns) {
        this.columns = columns;
    }

    @Override
    Records read(Reading reading) {
        if (reading.given() instanceof SourceNode.Scalar scalar) {
            register(scalar, reading);
            return file(
                    scalar.text(), scalar.origin(), Map.of(), Map.of(), Map.of(), DataFiles.Options.DETECT, reading);
        }
        if (reading.given() instanceof SourceNode.Mapping mapping) {
            return file(mapping, reading);
        }
        return inline((SourceNode.Sequence) reading.given(), reading);
    }

    private static void register(SourceNode.Scalar scalar, Reading reading) {
        reading.context()
                .register()
                .add(new FactRegister.Fact(
                        reading.address(),
                        scalar.text(),
                        scalar.origin(),
                        Provenance.UNSTATED,
                        reading.descriptive(),
                        Optional.empty()));
    }

    private Records file(SourceNode.Mapping mapping, Reading reading) {
        Facts facts = Facts.of(FILE_FIELDS, reading.context(), new Facts.Layer(mapping, reading.address()));
        DataFiles.Options options = new DataFiles.Options(
                facts.optional(DELIMITER).map(word -> delimiter(word, facts)).orElse('\0'),
                facts.optional(DECIMAL).map(word -> decimal(word, facts)).orElse('\0'),
                facts.optional(DATES).map(form -> dates(form, facts)).orElse(""));
        Map<String, String> headings = facts.optional(COLUMNS).orElse(Map.of());
        Map<String, Unit> units = facts.optional(UNITS).orElse(Map.of());
        checkNames(headings.keySet(), COLUMNS, facts);
        checkNames(units.keySet(), UNITS, facts);
        return file(facts.get(FILE), facts.origin(FILE), headings, units, changes(facts), options, reading);
    }

    private void checkNames(Set<String> names, Field<?> field, Facts facts) {
        List<String> known = columns.stream().map(Column::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw facts.problem(
                        Problem.Code.AV201,
                        field,
                        "(" + name + ") in (" + field.name() + ") is not a column here.",
                        Nearest.advice(name, known));
            }
        }
    }

    private Map<String, BigDecimal> changes(Facts facts) {
        Map<String, BigDecimal> changes = new HashMap<>();
        facts.optional(CHANGE)
                .orElse(Map.of())
                .forEach((column, change) -> change.forEach((what, text) -> {
                    Optional<Column> changed = columns.stream()
                            .filter(c -> c.name().equals(column) && isNumber(c))
                            .findFirst();
                    if (changed.isEmpty() || !(what.equals("scale") || what.equals("shift"))) {
                        throw facts.problem(
                                Problem.Code.AV201,
                                CHANGE,
                                "(" + column + "." + what + ") cannot be changed.",
                                "Write {column: {scale: 1.05}} or {column: {shift: 10}}.");
                    }
                    WrittenNumber measure = WrittenNumber.parse(text)
                            .filter(m -> m.percent() == isShiftOfRates(changed.get(), what)
                                    && m.unit().isEmpty())
                            .orElseThrow(() -> facts.problem(
                                    Problem.Code.AV204,
                                    CHANGE,
                                    "(" + column + ") cannot be changed by (" + text + ").",
                                    isShiftOfRates(changed.get(), what)
                                            ? "Write {shift: 0.5%} for percentage points."
                                            : "Write {" + what + ": 1.05}."));
                    changes.put(
                            column + "." + what,
                            measure.percent() ? measure.number().scaleByPowerOfTen(-2) : measure.number());
                }));
        return changes;
    }

    private static char delimiter(String word, Facts facts) {
        return switch (word) {
            case "comma" -> ',';
            case "semicolon" -> ';';
            case "tab" -> '\t';
            default ->
                throw facts.problem(
                        Problem.Code.AV208,
                        DELIMITER,
                        "(delimiter) is (" + word + "); expected comma, semicolon or tab.",
                        "");
        };
    }

    private static String dates(String form, Facts facts) {
        if (RowReader.describesDates(form)) {
            return form;
        }
        throw facts.problem(
                Problem.Code.AV207,
                DATES,
                "(dates) is (" + form + "), which is not a date format.",
                "Write dd/MM/yyyy.");
    }

    private static char decimal(String word, Facts facts) {
        return switch (word) {
            case "point" -> '.';
            case "comma" -> ',';
            default ->
                throw facts.problem(
                        Problem.Code.AV208, DECIMAL, "(decimal) is (" + word + "); expected point or comma.", "");
        };
    }

    private Records file(
            String file,
            Origin origin,
            Map<String, String> headings,
            Map<String, Unit> units,
            Map<String, BigDecimal> changes,
            DataFiles.Options options,
            Reading reading) {
        DataFiles.Table table;
        try {
            table = reading.context().files().read(file, origin, options);
        } catch (DataFiles.DataFileException e) {
            reading.context().problems().add(Problem.Code.AV301, e.origin(), messageOf(e), e.advice());
            throw new UnusableFactsException();
        }
        if (table.cells().rows() == 0) {
            reading.context()
                    .warnings()
                    .add(reading.address(), "The data file (" + file + ") has a heading but no rows.");
        }
        Map<String, Integer> places = places(table, headings, reading, origin);
        return new Records(
                file,
                reading.address(),
                reading.context(),
                table.rows(columns, places, reading.context().problems()),
                units,
                changes);
    }

    private static String messageOf(RuntimeException e) {
        String message = e.getMessage();
        return message == null ? "The data file cannot be read." : message;
    }

    private Map<String, Integer> places(
            DataFiles.Table table, Map<String, String> headings, Reading reading, Origin origin) {
        Map<String, Integer> places = new HashMap<>();
        boolean complete = true;
        for (Column column : columns) {
            String heading = headings.getOrDefault(column.name(), column.name());
            int place = table.header().indexOf(heading);
            if (place >= 0) {
                places.put(column.name(), place);
            } else if (column.required() || headings.containsKey(column.name())) {
                complete = false;
                reading.context()
                        .problems()
                        .add(
                                Problem.Code.AV302,
                                origin,
                                "The file (" + table.name() + ") has no column (" + heading + "): "
                                        + column.description(),
                                Nearest.advice(heading, table.header()) + " Or write columns: {" + column.name()
                                        + ": its heading}.");
            }
        }
        for (String heading : table.header()) {
            boolean known = columns.stream()
                    .anyMatch(column ->
                            headings.getOrDefault(column.name(), column.name()).equals(heading));
            if (!known
                    && columns.stream().noneMatch(column -> column.name().equals(heading))
                    && isNear(heading, places)) {
                reading.context()
                        .problems()
                        .add(
                                Problem.Code.AV302,
                                origin,
                                "The file (" + table.name() + ") has an unknown column (" + heading + ").",
                                Nearest.advice(
                                        heading,
                                        columns.stream().map(Column::name).toList()));
            }
        }
        if (!complete) {
            throw new UnusableFactsException();
        }
        return places;
    }

    /** Whether a heading looks like a misspelling of one of ours; other extra columns are the user's own affair. */
    private boolean isNear(String heading, Map<String, Integer> places) {
        return Nearest.to(heading, columns.stream().map(Column::name).toList())
                .map(near -> !near.equals(heading) && near.length() > 3 && !isMissing(near, places))
                .orElse(false);
    }

    /** Whether the column is missing; that was already reported, with the heading nearest to it. */
    private boolean isMissing(String name, Map<String, Integer> places) {
        return columns.stream()
                .anyMatch(column -> column.name().equals(name) && column.required() && !places.containsKey(name));
    }

    private Records inline(SourceNode.Sequence sequence, Reading reading) {
        List<Map<String, SourceNode.Scalar>> rows = new ArrayList<>();
        boolean complete = true;
        List<String> names = columns.stream().map(Column::name).toList();
        int place = 0;
        for (SourceNode item : sequence.items()) {
            place++;
            if (!(item instanceof SourceNode.Mapping mapping)) {
                throw reading.of(item).wrongShape(expected());
            }
            Map<String, SourceNode.Scalar> row = new LinkedHashMap<>();
            for (Map.Entry<String, SourceNode> entry : mapping.entries().entrySet()) {
                if (!names.contains(entry.getKey())) {
                    complete = false;
                    reading.context()
                            .problems()
                            .add(
                                    Problem.Code.AV201,
                                    mapping.keyOrigin(entry.getKey()),
                                    "(" + entry.getKey() + ") is not a column here.",
                                    Nearest.advice(entry.getKey(), names));
                } else if (entry.getValue() instanceof SourceNode.Scalar scalar) {
                    row.put(entry.getKey(), scalar);
                    boolean descriptive = reading.descriptive() || isDescriptive(entry.getKey());
                    Address cell =
                            reading.address().child(Integer.toString(place)).child(entry.getKey());
                    register(scalar, new Reading(scalar, cell, reading.context(), descriptive));
                } else {
                    throw reading.of(entry.getValue()).wrongShape("a single value");
                }
            }
            for (Column column : columns) {
                if (column.required() && !row.containsKey(column.name())) {
                    complete = false;
                    reading.context()
                            .problems()
                            .add(
                                    Problem.Code.AV202,
                                    mapping.origin(),
                                    "(" + column.name() + ") is missing: " + column.description(),
                                    "");
                }
            }
            rows.add(row);
        }
        if (!complete) {
            throw new UnusableFactsException();
        }
        RowReader reader = new RowReader(reading.context().problems(), DataFiles.Options.DETECT, rows.size());
        for (Column column : columns) {
            reader.column(
                    column,
                    row -> {
                        SourceNode.Scalar cell = rows.get(row).get(column.name());
                        return cell == null ? "" : cell.text();
                    },
                    row -> {
                        SourceNode.Scalar cell = rows.get(row).get(column.name());
                        return cell == null ? sequence.items().get(row).origin() : cell.origin();
                    });
        }
        CheckedRows checked = reader.rows(row -> sequence.items().get(row).origin());
        return new Records(
                reading.address().toString(), reading.address(), reading.context(), checked, Map.of(), Map.of());
    }

    @Override
    public Optional<ChildField> below(String key, SourceNode given) {
        if (given instanceof SourceNode.Sequence) {
            return Optional.of(ChildField.named(FieldType.section(row())));
        }
        return key.equals(CHANGE.name())
                ? Optional.of(ChildField.declared(FieldType.section(changes())))
                : ChildField.of(FILE_FIELDS, key);
    }

    @Override
    public List<String> keys(SourceNode given) {
        return FILE_FIELDS.names();
    }

    @Override
    public boolean isFileName(String text) {
        return true;
    }

    @Override
    public List<String> numberColumns() {
        return columns.stream().filter(RecordsType::isNumber).map(Column::name).toList();
    }

    @Override
    List<Column> columns() {
        return columns;
    }

    private FieldSet row() {
        List<Field<?>> fields = new ArrayList<>();
        for (Column column : columns) {
            FieldType<?> type = column.type() == Column.Type.RATE
                    ? FieldType.rate()
                    : isNumber(column) ? FieldType.number(Unit.FRACTION) : FieldType.text();
            fields.add(Field.optional(column.name(), type, column.description()));
        }
        return new FieldSet("a row", fields);
    }

    private FieldSet changes() {
        List<Field<?>> fields = new ArrayList<>();
        for (String column : numberColumns()) {
            fields.add(Field.optional(column, FieldType.section(COLUMN_CHANGE), "The change to that column."));
        }
        return new FieldSet("changes to columns", fields);
    }

    private boolean isDescriptive(String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name) && column.descriptive());
    }

    private static boolean isShiftOfRates(Column column, String what) {
        return column.type() == Column.Type.RATE && what.equals("shift");
    }

    private static boolean isNumber(Column column) {
        return switch (column.type()) {
            case NUMBER, NOT_NEGATIVE, RATE -> true;
            case DATE, MONTH, YEAR, TEXT -> false;
        };
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Column column : columns) {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("type", List.of("number", "string", "boolean"));
            property.put("description", column.description());
            properties.put(column.name(), property);
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("type", "object");
        row.put("properties", properties);
        row.put(
                "required",
                columns.stream().filter(Column::required).map(Column::name).toList());
        row.put("additionalProperties", false);
        return Map.of(
                "anyOf",
                List.of(Map.of("type", "string"), FILE_FIELDS.schema(), Map.of("type", "array", "items", row)));
    }

    @Override
    public String expected() {
        return "the name of a CSV file with columns "
                + String.join(", ", columns.stream().map(Column::name).toList())
                + ", or a list of such rows";
    }
}
