package org.advalorem.rules.exposure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.advalorem.facts.Column;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.RowGroups;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.deposits.Deposits;
import org.advalorem.rules.deposits.FirmName;

/** The entries of an importer, checked. Rows count from 0. */
public final class Entries {
    static final Column NUMBER = Column.required("number", Column.Type.TEXT, "The entry number.");
    static final Column LINE = Column.optional(
            "line", Column.Type.TEXT, "", "The line of the entry, where it has several; each number and line once.");
    static final Column DATE =
            Column.required("date", Column.Type.DATE, "The day of entry or withdrawal from warehouse.");
    static final Column EXPORTER = Column.required("exporter", Column.Type.TEXT, "The exporter.");
    static final Column PRODUCER =
            Column.optional("producer", Column.Type.TEXT, "", "The producer, if the entry names it.");
    static final Column VALUE = Column.required("value", Column.Type.NUMBER, "The entered value in USD.");
    static final Column SPECIAL_VALUE = Column.optional(
            "special-value",
            Column.Type.NOT_NEGATIVE,
            "The value for these duties where it differs from the entered value, in USD.");
    static final Column QUANTITY =
            Column.optional("quantity", Column.Type.NOT_NEGATIVE, "The quantity entered, all rows in one unit.");
    static final Column LIQUIDATED =
            Column.optional("liquidated", Column.Type.DATE, "The day of liquidation; empty while the entry is open.");
    static final Field<Records> FIELD = Field.optional(
            "entries",
            FieldType.records(NUMBER, LINE, DATE, EXPORTER, PRODUCER, VALUE, SPECIAL_VALUE, QUANTITY, LIQUIDATED),
            "The entries of subject goods.");
    static final Field<List<String>> UNLISTED = Field.optional(
            "unlisted",
            FieldType.oneOrMore(FieldType.text()),
            "Names in the entries that resemble those of firms with rates and are of other firms.");

    private final Records rows;
    private final Map<String, FirmName> names = new HashMap<>();

    private Entries(Records rows) {
        this.rows = rows;
    }

    /**
     * The entries of a section that has some.
     *
     * @throws UnusableFactsException if some are there twice, have a negative value, were liquidated before they were
     *     made, or name a firm nearly as the rates do; all such problems have been noted
     */
    static Entries of(Facts facts, Deposits deposits) {
        Entries entries = new Entries(facts.get(FIELD));
        boolean usable = entries.haveSenseAlone();
        Set<FirmName> others = facts.optional(UNLISTED).orElse(List.of()).stream()
                .map(FirmName::of)
                .collect(Collectors.toSet());
        for (Column column : List.of(EXPORTER, PRODUCER)) {
            usable &= entries.haveNames(column, others, deposits);
        }
        usable &= entries.areDistinct();
        if (!usable) {
            throw new UnusableFactsException();
        }
        return entries;
    }

    private boolean haveSenseAlone() {
        boolean usable = true;
        for (int row = 0; row < count(); row++) {
            if (rows.number(row, VALUE) < 0) {
                usable = false;
                problem(row, "The entry (" + number(row) + ") has a negative value.");
            }
            if (!rows.isBlank(row, LIQUIDATED) && rows.day(row, LIQUIDATED).isBefore(day(row))) {
                usable = false;
                problem(
                        row,
                        "The entry (" + number(row) + ") of " + day(row) + " was liquidated before, on "
                                + rows.day(row, LIQUIDATED) + ".");
            }
        }
        return usable;
    }

    /** Whether no name of a column resembles that of a firm with a rate without being it; tells of those that do. */
    private boolean haveNames(Column column, Set<FirmName> others, Deposits deposits) {
        Set<String> seen = new HashSet<>();
        boolean usable = true;
        for (int row = 0; row < count(); row++) {
            String word = rows.word(row, column);
            if (word.isEmpty() || !seen.add(word) || others.contains(firm(word))) {
                continue;
            }
            List<String> resembling = deposits.resembling(firm(word));
            if (!resembling.isEmpty()) {
                usable = false;
                rows.context()
                        .problems()
                        .add(
                                Problem.Code.AV402,
                                rows.origin(row),
                                "(" + word + ") has no rate, but resembles: " + String.join("; ", resembling)
                                        + ". It is not under (unlisted).",
                                "Write the name as listed, or list it under unlisted: if it is another firm.");
            }
        }
        return usable;
    }

    /** Whether no number and line is there twice; tells of those that are. */
    private boolean areDistinct() {
        boolean distinct = true;
        for (int[] sameHash : RowGroups.ofEqualHash(count(), row -> id(row).hashCode())) {
            Map<String, Integer> first = new HashMap<>();
            for (int row : sameHash) {
                Integer before = first.putIfAbsent(id(row), row);
                if (before != null) {
                    distinct = false;
                    problem(
                            row,
                            "The entry (" + number(row) + ")"
                                    + (line(row).isEmpty() ? "" : ", line (" + line(row) + "),")
                                    + " is there twice, first in row " + (before + 1) + ".");
                }
            }
        }
        return distinct;
    }

    private String id(int row) {
        String line = line(row);
        return line.isEmpty() ? number(row) : number(row) + '\n' + line;
    }

    private void problem(int row, String message) {
        rows.context()
                .problems()
                .add(Problem.Code.AV401, rows.origin(row), message, "Correct the row, or leave it out.");
    }

    private FirmName firm(String name) {
        return names.computeIfAbsent(name, FirmName::of);
    }

    Records rows() {
        return rows;
    }

    /** The number of rows. */
    public int count() {
        return rows.rows();
    }

    /** The number of an entry. */
    public String number(int row) {
        return rows.word(row, NUMBER);
    }

    /** The line of an entry; empty if it has one alone. */
    public String line(int row) {
        return rows.word(row, LINE);
    }

    /** The day of an entry. */
    public LocalDate day(int row) {
        return rows.day(row, DATE);
    }

    /** The exporter. */
    FirmName exporter(int row) {
        return firm(rows.word(row, EXPORTER));
    }

    /** The producer, if the entry names it. */
    Optional<FirmName> producer(int row) {
        String name = rows.word(row, PRODUCER);
        return name.isEmpty() ? Optional.empty() : Optional.of(firm(name));
    }

    /** The value on which the duty of an entry is computed, in USD. */
    public double value(int row) {
        return rows.number(row, hasSpecialValue(row) ? SPECIAL_VALUE : VALUE);
    }

    /** Whether that value is the special one. */
    boolean hasSpecialValue(int row) {
        return !rows.isBlank(row, SPECIAL_VALUE);
    }

    /** The quantity of an entry; not a number if it states none. */
    public double quantity(int row) {
        return rows.isBlank(row, QUANTITY) ? Double.NaN : rows.number(row, QUANTITY);
    }

    /** The day of liquidation that an entry states. */
    Optional<LocalDate> liquidated(int row) {
        return rows.isBlank(row, LIQUIDATED) ? Optional.empty() : Optional.of(rows.day(row, LIQUIDATED));
    }

    /** Refuses the entries, since something that they need is missing. */
    UnusableFactsException missing(int row, String message, String advice) {
        rows.context().problems().add(Problem.Code.AV403, rows.origin(row), message, advice);
        return new UnusableFactsException();
    }
}
