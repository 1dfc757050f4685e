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
import org.advalorem.tables.CellRange;
import org.advalorem.tables.Dialect;
import org.advalorem.tables.Heading;
import org.advalorem.tables.NumberForm;
import org.advalorem.tables.TextEncoding;

/** The type of rows: the name of a data file, a mapping with {@code file} and how to read it, or a list of mappings. */
final class RecordsType extends FieldType<Records> {
    private static final Field<String> FILE = Field.required("file", FieldType.text(), "The data file.");
    private static final Field<Map<String, String>> COLUMNS = Field.optional(
            "columns", FieldType.named(WordTypes.TEXT), "The file's heading for each column, where it differs.");
    private static final Field<Map<String, String>> UNITS = Field.optional(
            "units",
            FieldType.named(WordTypes.TEXT),
            "The units of columns; for a rate without percent signs: percent or fraction.");
    private static final Field<Map<String, Map<String, String>>> VALUES = Field.optional(
            "values",
            FieldType.named(FieldType.named(WordTypes.TEXT)),
            "What cells of a column stand for: {status: {State-owned: authority, Private: private}}.");
    private static final Field<String> SHEET =
            Field.optional("sheet", FieldType.text(), "The sheet of a workbook, where it has several.");
    private static final Field<String> RANGE = Field.optional(
            "range", FieldType.text(), "The part that holds the table, headings included: A5:K900, or 5:900.");
    private static final Field<String> DELIMITER = Field.optional(
            "delimiter",
            FieldType.text(),
            "The cell separator: comma, semicolon, tab, bar or space; detected when left out.");
    private static final Field<String> DECIMAL = Field.optional(
            "decimal", FieldType.text(), "The decimal sign of numbers: point or comma; detected when left out.");
    private static final Field<String> THOUSANDS = Field.optional(
            "thousands",
            FieldType.text(),
            "The sign between thousands: comma, point, space, apostrophe or none; detected when left out.");
    private static final Field<String> DATES = Field.optional(
            "dates", FieldType.text(), "The date format, such as dd/MM/yyyy or MMM-yy; detected when left out.");
    private static final Field<String> ENCODING = Field.optional(
            "encoding",
            FieldType.text(),
            "The encoding of the text: UTF-8, UTF-16LE, UTF-16BE, GB18030 or windows-1252; detected when left out.");
    private static final Field<Map<String, String>> ROWS = Field.optional(
            "rows",
            FieldType.named(WordTypes.TEXT),
            "Which rows count, by the file's own headings: {series: Aluminum}; all when left out.");
    private static final Field<String> TOTALS = Field.optional(
            "totals", FieldType.text(), "What becomes of rows that look like totals: leave out, or keep.");
    private static final Field<Map<String, Map<String, String>>> CHANGE = Field.optional(
            "change",
            FieldType.named(FieldType.named(WordTypes.TEXT)),
            "A scale and a shift applied to a whole column: {price: {scale: 1.05}}.");
    private static final Field<Provenance.Status> STATUS = Field.<Provenance.Status>optional(
                    "status", WordTypes.STATUS, "How well its rows are established, as with a single value.")
            .describing();
    private static final Field<Source> SOURCE = Field.<Source>optional(
                    SourceType.KEY, SourceType.SOURCE, "Where its rows come from, as with a single value.")
            .describing();
    private static final Field<Provenance.Publication> PUBLIC = Field.<Provenance.Publication>optional(
                    "public",
                    WordTypes.PUBLICATION,
                    "Whether a public version may print its rows; no where they are proprietary.")
            .under("19 CFR 351.304(c)")
            .describing();
    private static final Field<Map<Integer, Map<String, SourceNode.Scalar>>> CORRECTED = Field.optional(
            "corrected",
            new CorrectedType(new FieldSet("a row", List.of())),
            "Cells read otherwise than the file writes them, by row, counted from 1: {17: {price: 95}}.");
    private static final FieldSet COLUMN_CHANGE = FieldSet.of(
            "a change to a column",
            Field.optional("scale", FieldType.number(Unit.FRACTION), "The factor applied to every cell.")
                    .orElse("1"),
            Field.optional("shift", FieldType.number(Unit.FRACTION), "The amount added to every cell.")
                    .orElse("0"));
    static final FieldSet FILE_FIELDS = FieldSet.of(
            "a data file",
            FILE,
            SHEET,
            RANGE,
            COLUMNS,
            UNITS,
            VALUES,
            ROWS,
            TOTALS,
            DELIMITER,
            DECIMAL,
            THOUSANDS,
            DATES,
            ENCODING,
            CHANGE,
            CORRECTED,
            STATUS,
            SOURCE,
            PUBLIC);

    private final List<Column> columns;

    RecordsType(List<Column> columns) {
        this.columns = columns;
    }

    @Override
    Records read(Reading reading) {
        if (reading.given() instanceof SourceNode.Scalar scalar) {
            register(scalar, reading);
            return file(
                    scalar.text(),
                    scalar.origin(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    TableOptions.DETECT,
                    Provenance.UNSTATED,
                    reading);
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
        Map<String, String> headings = facts.optional(COLUMNS).orElse(Map.of());
        Map<String, String> units = facts.optional(UNITS).orElse(Map.of());
        Map<String, Map<String, String>> values = facts.optional(VALUES).orElse(Map.of());
        checkNames(headings.keySet(), COLUMNS, facts);
        checkNames(units.keySet(), UNITS, facts);
        checkNames(values.keySet(), VALUES, facts);
        TableOptions options = new TableOptions(
                facts.optional(DELIMITER).map(word -> chosen(DELIMITER, word, Dialect.delimiter(word), facts)),
                facts.optional(DECIMAL).map(word -> chosen(DECIMAL, word, decimal(word), facts)),
                facts.optional(THOUSANDS).map(word -> chosen(THOUSANDS, word, thousands(word), facts)),
                facts.optional(DATES).map(form -> dates(form, facts)),
                facts.optional(ENCODING).map(word -> chosen(ENCODING, word, TextEncoding.of(word), facts)),
                facts.optional(SHEET),
                facts.optional(RANGE).map(form -> chosen(RANGE, form, CellRange.of(form), facts)),
                facts.optional(TOTALS)
                        .map(word -> chosen(TOTALS, word, TableOptions.Totals.of(word), facts))
                        .orElse(TableOptions.Totals.ASK),
                values,
                facts.optional(ROWS).orElse(Map.of()));
        for (String column : units.keySet()) {
            checkUnit(column, units.getOrDefault(column, ""), facts);
        }
        return file(
                facts.get(FILE),
                facts.origin(FILE),
                headings,
                units,
                changes(facts),
                facts.optional(CORRECTED).orElse(Map.of()),
                options,
                provenance(facts, reading),
                reading);
    }

    private static Provenance provenance(Facts facts, Reading reading) {
        return Provenance.of(
                facts.optional(STATUS).orElse(Provenance.Status.UNSTATED),
                facts.optional(SOURCE).orElse(Source.UNSTATED),
                facts.optional(PUBLIC),
                () -> facts.problem(
                        Problem.Code.AV208,
                        PUBLIC,
                        "(" + reading.address() + ") is both proprietary and public.",
                        "Write public: no or public: ranged, or another status."));
    }

    /** What a word chooses, or a problem that names what the field takes. */
    private static <T> T chosen(Field<String> field, String word, Optional<T> choice, Facts facts) {
        return choice.orElseThrow(() -> facts.problem(
                Problem.Code.AV208, field, "(" + field.name() + ") is (" + word + ").", field.description()));
    }

    private void checkUnit(String name, String unit, Facts facts) {
        boolean rate =
                columns.stream().anyMatch(column -> column.name().equals(name) && column.type() == Column.Type.RATE);
        if (rate ? RateUnit.of(unit).isEmpty() : Unit.parse(unit).isEmpty()) {
            throw facts.problem(
                    Problem.Code.AV206,
                    UNITS,
                    "(" + unit + ") is not a unit of (" + name + ").",
                    rate ? "Write percent or fraction." : "Write a unit such as USD/t.");
        }
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

    private static String dates(String form, Facts facts) {
        if (DatePattern.of(form).isPresent()) {
            return form;
        }
        throw facts.problem(
                Problem.Code.AV207,
                DATES,
                "(dates) is (" + form + "), which is not a date format.",
                "Write dd/MM/yyyy.");
    }

    private static Optional<Character> decimal(String word) {
        return switch (word) {
            case "point" -> Optional.of('.');
            case "comma" -> Optional.of(',');
            default -> Optional.empty();
        };
    }

    private static Optional<Character> thousands(String word) {
        return switch (word) {
            case "comma" -> Optional.of(',');
            case "point" -> Optional.of('.');
            case "space" -> Optional.of(' ');
            case "apostrophe" -> Optional.of('\'');
            case "none" -> Optional.of(NumberForm.NONE);
            default -> Optional.empty();
        };
    }

    private Records file(
            String file,
            Origin origin,
            Map<String, String> headings,
            Map<String, String> units,
            Map<String, BigDecimal> changes,
            Map<Integer, Map<String, SourceNode.Scalar>> corrected,
            TableOptions options,
            Provenance provenance,
            Reading reading) {
        DataTable table;
        try {
            table = reading.context().files().read(file, origin, options, wanted(headings));
        } catch (DataFiles.DataFileException e) {
            reading.context().problems().add(Problem.Code.AV301, e.origin(), messageOf(e), e.advice());
            throw new UnusableFactsException();
        }
        if (table.rows() == 0) {
            reading.context()
                    .warnings()
                    .add(reading.address(), "The data file (" + file + ") has a heading but no rows.");
        }
        reading.context()
                .register()
                .add(new FactRegister.DataFile(reading.address(), file, table.rows(), origin, provenance));
        PlacedColumns placed = new PlacedColumns(
                columns, table, headings, units, origin, reading.context().problems());
        return new Records(
                file,
                reading.address(),
                reading.context(),
                CorrectedRows.of(
                        file,
                        table.rows(
                                columns,
                                placed.places(),
                                placed.rates(),
                                reading.context().problems()),
                        columns,
                        corrected,
                        reading.context().problems()),
                placed.units(),
                changes,
                provenance);
    }

    /** The keys of the headings that the table must have. */
    private List<String> wanted(Map<String, String> headings) {
        return columns.stream()
                .filter(column -> column.required() || headings.containsKey(column.name()))
                .map(column -> Heading.of(headings.getOrDefault(column.name(), column.name()))
                        .key())
                .toList();
    }

    private static String messageOf(RuntimeException e) {
        String message = e.getMessage();
        return message == null ? "The data file cannot be read." : message;
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
        RowReader reader = new RowReader(reading.context().problems(), rows.size());
        for (Column column : columns) {
            reader.column(column, new ColumnCells(new ColumnCells.Source() {
                @Override
                public String text(int row) {
                    SourceNode.Scalar cell = rows.get(row).get(column.name());
                    return cell == null ? "" : cell.text();
                }

                @Override
                public Origin origin(int row) {
                    SourceNode.Scalar cell = rows.get(row).get(column.name());
                    return cell == null ? sequence.items().get(row).origin() : cell.origin();
                }
            }));
        }
        CheckedRows checked = reader.rows(row -> sequence.items().get(row).origin());
        return new Records(
                reading.address().toString(),
                reading.address(),
                reading.context(),
                checked,
                Map.of(),
                Map.of(),
                Provenance.UNSTATED);
    }

    @Override
    public Optional<ChildField> below(String key, SourceNode given) {
        if (given instanceof SourceNode.Sequence) {
            return Optional.of(ChildField.named(FieldType.section(row())));
        }
        if (key.equals(CORRECTED.name())) {
            return Optional.of(ChildField.declared(new CorrectedType(row())));
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
    public List<Column> recordColumns() {
        return columns;
    }

    @Override
    public List<String> numberColumns() {
        return columns.stream().filter(RecordsType::isNumber).map(Column::name).toList();
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
