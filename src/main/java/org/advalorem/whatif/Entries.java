package org.advalorem.whatif;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.DataTable;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.scenario.NamedTable;
import org.advalorem.tables.NumberForm;

/**
 * Entries of goods, on whose entered value duties are assessed.
 *
 * @param source the amount as written, or the file
 * @param currency empty if none was given
 */
public record Entries(String source, String currency, List<Entry> entries) {
    private static final String VALUE = "value";
    private static final String NAME = "entry";
    private static final int PUBLISHED_PLACES = 4;

    /** Copies the list. */
    public Entries {
        entries = List.copyOf(entries);
    }

    /**
     * One entry.
     *
     * @param name as in the file, or its number
     * @param value the entered value
     */
    public record Entry(String name, BigDecimal value) {
        /** The duty at a published rate, given as a fraction. */
        public BigDecimal duty(double published) {
            return Entries.duty(value, published);
        }
    }

    /**
     * The entries of an argument: an amount such as {@code 12.5 million USD}, or a data file with a column {@code value}
     * and optionally {@code entry}; empty, with problems reported, if it is neither.
     *
     * @param notices takes what was decided about the form of the file, in words
     */
    public static Optional<Entries> read(String text, Problems problems, Consumer<String> notices) {
        Origin origin = Origin.of("--entries argument", 0, 1, text);
        Optional<WrittenNumber> amount = amount(text);
        if (amount.isPresent() && !amount.get().hasSize()) {
            problems.add(
                    Problem.Code.AV209,
                    origin,
                    "(" + text + ") is " + amount.get().beyondSize() + ".",
                    "");
            return Optional.empty();
        }
        if (amount.isPresent()) {
            return Optional.of(new Entries(
                    text,
                    amount.get().unit(),
                    List.of(new Entry("1", amount.get().number()))));
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".csv") && !lower.endsWith(".tsv") && !lower.endsWith(".txt") && !lower.endsWith(".xlsx")) {
            problems.add(
                    Problem.Code.AV204,
                    origin,
                    "(" + text + ") is neither an amount nor a CSV file or workbook.",
                    "Write --entries '12.5 million USD' or --entries entries.csv.");
            return Optional.empty();
        }
        int before = problems.size();
        try {
            return NamedTable.read(Path.of(text), origin, List.of(VALUE), problems, notices)
                    .flatMap(table -> of(text, table, origin, problems))
                    .filter(entries -> problems.size() == before);
        } catch (InvalidPathException e) {
            problems.add(Problem.Code.AV301, origin, "(" + text + ") is not a path.", "");
            return Optional.empty();
        }
    }

    /** A non-negative number, followed by a currency code at most. */
    private static Optional<WrittenNumber> amount(String text) {
        return WrittenNumber.parse(text)
                .filter(measure -> !measure.percent() && measure.number().signum() >= 0)
                .filter(measure -> measure.unit().isEmpty() || Unit.isCurrency(measure.unit()));
    }

    private static Optional<Entries> of(String file, DataTable table, Origin origin, Problems problems) {
        int values = table.place(VALUE);
        int names = table.place(NAME);
        if (values < 0) {
            problems.add(
                    Problem.Code.AV302,
                    origin,
                    "(" + file + ") has no column (" + VALUE + ").",
                    "Its columns are " + String.join(", ", table.header()) + "; write " + VALUE + " above the entered"
                            + " values.");
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        String currency = "";
        NumberForm form;
        try {
            form = table.numbers(values);
        } catch (DataFiles.DataFileException e) {
            problems.add(Problem.Code.AV303, e.origin(), String.valueOf(e.getMessage()), e.advice());
            return Optional.empty();
        }
        for (int row = 0; row < table.rows(); row++) {
            String text = table.text(row, values).strip();
            Optional<WrittenNumber> amount = amount(form.plain(text));
            if (amount.isPresent() && !amount.get().hasSize()) {
                problems.add(
                        Problem.Code.AV303,
                        table.origin(row, values),
                        "(" + text + ") is " + amount.get().beyondSize() + ".",
                        "");
                continue;
            }
            String unit = amount.map(WrittenNumber::unit).orElse("");
            if (amount.isEmpty() || !(unit.isEmpty() || currency.isEmpty() || unit.equals(currency))) {
                problems.add(
                        Problem.Code.AV303,
                        table.origin(row, values),
                        "(" + text + ") is not an entered value"
                                + (amount.isPresent() ? " in the currency of the others (" + currency + ")." : "."),
                        "Write a number such as 12500.00.");
                continue;
            }
            currency = unit.isEmpty() ? currency : unit;
            entries.add(new Entry(
                    names < 0 ? Integer.toString(row + 1) : table.text(row, names),
                    amount.get().number()));
        }
        return Optional.of(new Entries(file, currency, entries));
    }

    /** The total entered value. */
    public BigDecimal value() {
        return entries.stream().map(Entry::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The total duty at a published rate, given as a fraction. */
    public BigDecimal duty(double published) {
        return duty(value(), published);
    }

    /** What a change of the unrounded rate, given as a fraction, is worth in duty. */
    public BigDecimal worth(double change) {
        return value().multiply(LegalDecimals.decimal(change));
    }

    private static BigDecimal duty(BigDecimal value, double published) {
        return value.multiply(LegalDecimals.decimal(LegalDecimals.round(published, PUBLISHED_PLACES)));
    }
}
