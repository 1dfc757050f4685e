package org.advalorem.rules.deposits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;

/**
 * A row of a table of cash deposit rates: a firm's own rate, that of a combination of exporter and producer, or, with
 * no firm, that of all others or of a country-wide entity.
 *
 * @param company whose own rate it is, whether it exports or produces; empty for other rows
 * @param exporter whose goods it covers as exporter; empty if any
 * @param producer whose goods it covers as producer; empty if any
 * @param rate the deposit rate, if stated
 * @param margin the dumping margin from which subsidies are offset, if stated
 * @param readable whether its names could be read in the source
 * @param from the first day of entries it covers; empty if no earlier end is known
 * @param to the last day
 * @param countervailing the company whose countervailing rate offsets the margin, if stated
 */
public record RateRow(
        Optional<FirmName> company,
        Optional<FirmName> exporter,
        Optional<FirmName> producer,
        Optional<Term> rate,
        Optional<Term> margin,
        Status status,
        boolean readable,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<CaseNumber> caseNumber,
        Optional<String> countervailing,
        String source) {
    static final Column COMPANY = Column.optional(
            "company", Column.Type.TEXT, "", "The firm whose own rate it is, whether it exports or produces.");
    static final Column EXPORTER = Column.optional(
            "exporter", Column.Type.TEXT, "", "The exporter; with a producer, the rate of the combination alone.");
    static final Column PRODUCER = Column.optional("producer", Column.Type.TEXT, "", "The producer.");
    static final Column RATE =
            Column.optional("rate", Column.Type.RATE, "The cash deposit rate; computed from the margin when empty.");
    static final Column MARGIN =
            Column.optional("margin", Column.Type.RATE, "The dumping margin, before subsidies are offset.");
    static final Column STATUS = Column.optional(
                    "status",
                    Column.Type.TEXT,
                    "in force",
                    "Whether the rate is in force, the company is deactivated, or the combination excluded from the"
                            + " order.")
            .among(List.of("in force", "deactivated", "excluded"));
    static final Column FROM = Column.optional("from", Column.Type.DATE, "The first day of entries that it covers.");
    static final Column TO = Column.optional("to", Column.Type.DATE, "The last day of entries that it covers.");
    static final Column CASE = Column.optional(
                    "case",
                    Column.Type.TEXT,
                    "",
                    "The case number with the company's suffix: C-570-195-001 or C570195001.")
            .describing();
    static final Column COUNTERVAILING = Column.optional(
            "countervailing",
            Column.Type.TEXT,
            "",
            "The company of the scenario whose export subsidies offset the margin; found by name when empty.");
    static final Column READ = Column.optional(
                    "read",
                    Column.Type.TEXT,
                    "yes",
                    "Whether the names were read in the source, repaired, or not; a row that was not read never matches.")
            .among(List.of("yes", "repaired", "no"));
    static final Column SOURCE = Column.optional("source", Column.Type.TEXT, "", "Where the rate was published.")
            .describing();

    /** The type of a table of rates. */
    static final FieldType<Records> TYPE = FieldType.records(
            COMPANY, EXPORTER, PRODUCER, RATE, MARGIN, STATUS, FROM, TO, CASE, COUNTERVAILING, READ, SOURCE);

    /** The standing of a rate. */
    public enum Status {
        /** It is in force on the days that it states. */
        IN_FORCE,
        /** The company's own rate no longer serves. */
        DEACTIVATED,
        /** The goods are excluded from the order. */
        EXCLUDED;

        private static Status of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
        }
    }

    /** Whether it is the rate of one exporter's goods of one producer. */
    public boolean isCombination() {
        return exporter.isPresent() && producer.isPresent();
    }

    /** Whether it covers every firm that has no other row. */
    public boolean isOfOthers() {
        return company.isEmpty() && exporter.isEmpty() && producer.isEmpty();
    }

    /** Whether it is the own rate of a firm that exports the goods. */
    public boolean isOwnOfExporter(FirmName firm) {
        return company.equals(Optional.of(firm)) || (producer.isEmpty() && exporter.equals(Optional.of(firm)));
    }

    /** Whether it is the own rate of a firm that produces the goods. */
    boolean isOwnOfProducer(Optional<FirmName> firm) {
        return firm.isPresent() && (company.equals(firm) || (exporter.isEmpty() && producer.equals(firm)));
    }

    /** Whether it covers entries of a day; every day if none is given. */
    boolean covers(Optional<LocalDate> day) {
        return day.isEmpty() || (!isAfter(day.get()) && !isBefore(day.get()));
    }

    /** Whether its first day is after the given one. */
    boolean isAfter(LocalDate day) {
        return from.filter(first -> first.isAfter(day)).isPresent();
    }

    /** Whether its last day is before the given one. */
    boolean isBefore(LocalDate day) {
        return to.filter(last -> last.isBefore(day)).isPresent();
    }

    /** Whether the goods of that exporter and producer are its own. */
    boolean isOf(FirmName of, Optional<FirmName> by) {
        return isCombination() && exporter.equals(Optional.of(of)) && producer.equals(by);
    }

    /** The firms in words. */
    public String words() {
        if (isCombination()) {
            return exporter.orElseThrow() + " with " + producer.orElseThrow();
        }
        return company.or(() -> exporter)
                .or(() -> producer)
                .map(FirmName::toString)
                .orElse("all others");
    }

    /**
     * The rows of a table.
     *
     * @param kind the letter of its case numbers
     * @throws UnusableFactsException if any cannot be used; the problems have been noted
     */
    static List<RateRow> of(Records rows, char kind) {
        List<RateRow> all = new ArrayList<>();
        boolean usable = true;
        for (int row = 0; row < rows.rows(); row++) {
            try {
                all.add(of(rows, row, kind));
            } catch (UnusableFactsException noted) {
                usable = false;
            }
        }
        if (!usable) {
            throw new UnusableFactsException();
        }
        return all;
    }

    private static RateRow of(Records rows, int row, char kind) {
        Optional<FirmName> company = firm(rows, row, COMPANY);
        Optional<FirmName> exporter = firm(rows, row, EXPORTER);
        Optional<FirmName> producer = firm(rows, row, PRODUCER);
        if (company.isPresent() && (exporter.isPresent() || producer.isPresent())) {
            throw problem(
                    rows,
                    row,
                    "The row names a company with a rate of its own, and an exporter or producer too.",
                    "Write company for a firm's own rate, exporter and producer for a combination.");
        }
        boolean excluded = rows.word(row, STATUS).equals("excluded");
        if (rows.isBlank(row, RATE) && rows.isBlank(row, MARGIN) && !excluded) {
            throw problem(rows, row, "The row has neither a rate nor a margin.", "Write one of them.");
        }
        if (excluded && (exporter.isEmpty() || producer.isEmpty())) {
            throw problem(
                    rows,
                    row,
                    "An exclusion covers an exporter's goods of a producer, and the row does not name both.",
                    "Write exporter and producer; a firm that does both is named twice.");
        }
        Optional<LocalDate> from = day(rows, row, FROM);
        Optional<LocalDate> to = day(rows, row, TO);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw problem(rows, row, "The row ends on " + to.get() + ", before it begins on " + from.get() + ".", "");
        }
        return new RateRow(
                company,
                exporter,
                producer,
                rate(rows, row, RATE),
                rate(rows, row, MARGIN),
                Status.of(rows.word(row, STATUS)),
                !rows.word(row, READ).equals("no"),
                from,
                to,
                caseNumber(rows, row, kind),
                Optional.of(rows.word(row, COUNTERVAILING)).filter(word -> !word.isEmpty()),
                rows.word(row, SOURCE));
    }

    private static Optional<FirmName> firm(Records rows, int row, Column column) {
        String word = rows.word(row, column);
        return word.isEmpty() ? Optional.empty() : Optional.of(FirmName.of(word));
    }

    private static Optional<LocalDate> day(Records rows, int row, Column column) {
        return rows.isBlank(row, column) ? Optional.empty() : Optional.of(rows.day(row, column));
    }

    private static Optional<Term> rate(Records rows, int row, Column column) {
        return rows.isBlank(row, column) ? Optional.empty() : Optional.of(rows.term(row, column, Unit.FRACTION));
    }

    private static Optional<CaseNumber> caseNumber(Records rows, int row, char kind) {
        String word = rows.word(row, CASE);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        CaseNumber number = CaseNumber.parse(word, kind)
                .orElseThrow(() -> problem(
                        rows,
                        row,
                        CaseNumber.refusal(word, kind),
                        "Write " + kind + "-570-195, or " + kind + "-570-195-001 for a company's rate."));
        return Optional.of(number);
    }

    private static UnusableFactsException problem(Records rows, int row, String message, String advice) {
        rows.context().problems().add(Problem.Code.AV401, rows.origin(row), message, advice);
        return new UnusableFactsException();
    }
}
