package org.advalorem.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The type of cells that correct a data file, by row and by column: {@code {17: {price: 95}}}. */
final class CorrectedType extends FieldType<Map<Integer, Map<String, SourceNode.Scalar>>> {
    private static final String ROW = "[1-9][0-9]{0,8}";

    private final FieldSet row;

    /** The type of corrections of rows with the given cells, which only addresses below it need. */
    CorrectedType(FieldSet row) {
        this.row = row;
    }

    @Override
    Map<Integer, Map<String, SourceNode.Scalar>> read(Reading reading) {
        if (!(reading.given() instanceof SourceNode.Mapping mapping)) {
            throw reading.wrongShape(this);
        }
        Map<Integer, Map<String, SourceNode.Scalar>> rows = new LinkedHashMap<>();
        boolean complete = true;
        for (Map.Entry<String, SourceNode> entry : mapping.entries().entrySet()) {
            if (!entry.getKey().matches(ROW)) {
                complete = false;
                reading.context()
                        .problems()
                        .add(
                                Problem.Code.AV201,
                                mapping.keyOrigin(entry.getKey()),
                                "(" + entry.getKey() + ") is not a row.",
                                "Write the number of the row, counted from 1 below the headings: {17: {price: 95}}.");
            } else {
                rows.put(Integer.parseInt(entry.getKey()), cells(reading.at(entry.getValue(), entry.getKey())));
            }
        }
        if (!complete) {
            throw new UnusableFactsException();
        }
        return rows;
    }

    private Map<String, SourceNode.Scalar> cells(Reading reading) {
        if (!(reading.given() instanceof SourceNode.Mapping mapping)) {
            throw reading.wrongShape("a mapping from columns to corrected cells, such as {price: 95}");
        }
        Map<String, SourceNode.Scalar> cells = new LinkedHashMap<>();
        mapping.entries().forEach((column, given) -> {
            if (!(given instanceof SourceNode.Scalar cell)) {
                throw reading.at(given, column).wrongShape("a single value");
            }
            cells.put(column, cell);
            reading.context()
                    .register()
                    .add(new FactRegister.Fact(
                            reading.address().child(column),
                            cell.text(),
                            cell.origin(),
                            Provenance.UNSTATED,
                            reading.descriptive(),
                            Optional.empty()));
        });
        return cells;
    }

    @Override
    public boolean takesSingle() {
        return false;
    }

    @Override
    public Optional<ChildField> below(String key, SourceNode given) {
        return key.matches(ROW) ? Optional.of(ChildField.declared(FieldType.section(row))) : Optional.empty();
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> cells = Map.of(
                "type", "object", "additionalProperties", Map.of("type", List.of("number", "string", "boolean")));
        return Map.of(
                "type", "object", "patternProperties", Map.of("^" + ROW + "$", cells), "additionalProperties", false);
    }

    @Override
    public String expected() {
        return "a mapping from rows to corrected cells, such as {17: {price: 95}}";
    }
}
