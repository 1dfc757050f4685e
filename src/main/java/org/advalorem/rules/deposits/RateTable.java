package org.advalorem.rules.deposits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.advalorem.calculation.Term;

/**
 * The cash deposit rates of one case, and which of them an entry has.
 *
 * @param order the order in which a firm's own rates serve
 * @param others the name of the line for firms without one
 * @param rates the rates, each with the term of its deposit rate
 */
public record RateTable(Order order, String others, List<Rate> rates) {
    /** Copies the list. */
    public RateTable {
        rates = List.copyOf(rates);
    }

    /** A row and its deposit rate; zero where the goods are excluded. */
    public record Rate(RateRow row, Term deposit) {}

    /** The order of the lines. */
    public enum Order {
        /** A combination; the exporter's own rate; the producer's; all others. */
        EXPORTER_FIRST,
        /** A combination; the higher of the exporter's own rate and the producer's; all others: the text of 2025. */
        HIGHER,
        /** A combination; the exporter's separate rate; the entity's: nonmarket economies, antidumping. */
        SEPARATE
    }

    /** An entry. */
    public record Entry(FirmName exporter, Optional<FirmName> producer, Optional<LocalDate> day) {}

    /** A line that does not serve, and why. */
    public record Passed(String line, String why) {}

    /**
     * What an entry has.
     *
     * @param lines the lines that serve: two where the higher of two rates is owed, none where no rate covers the day
     * @param passed the others that come near
     * @param excluded whether the goods are excluded from the order
     * @param none why no line serves; empty if one does
     */
    public record Found(List<Rate> lines, List<Passed> passed, boolean excluded, String none) {
        /** Copies the lists. */
        public Found {
            lines = List.copyOf(lines);
            passed = List.copyOf(passed);
        }
    }

    /** The names of the firms in the table that could be read. */
    public List<FirmName> firms() {
        Set<FirmName> names = new LinkedHashSet<>();
        for (Rate rate : rates) {
            if (rate.row().readable()) {
                rate.row().company().ifPresent(names::add);
                rate.row().exporter().ifPresent(names::add);
                rate.row().producer().ifPresent(names::add);
            }
        }
        return List.copyOf(names);
    }

    /** The number of rows whose names could not be read, which never match. */
    public long unreadable() {
        return rates.stream().filter(rate -> !rate.row().readable()).count();
    }

    /** The lines of an entry. */
    public Found find(Entry entry) {
        List<Passed> passed = new ArrayList<>();
        List<Rate> serving = new ArrayList<>();
        for (Rate rate : rates) {
            Optional<String> why = unusable(rate.row(), entry);
            if (why.isEmpty()) {
                serving.add(rate);
            } else if (concerns(rate.row(), entry)) {
                passed.add(new Passed(rate.row().words(), why.get()));
            }
        }
        List<Rate> combination = among(serving, row -> row.isOf(entry.exporter(), entry.producer()));
        if (!combination.isEmpty()) {
            Rate line = combination.get(0);
            boolean excluded = line.row().status() == RateRow.Status.EXCLUDED;
            return new Found(List.of(line), passed, excluded, "");
        }
        passOver(serving, entry, passed);
        List<Rate> own = own(serving, entry, passed);
        if (!own.isEmpty()) {
            return new Found(own, passed, false, "");
        }
        List<Rate> rest = among(serving, RateRow::isOfOthers);
        return new Found(
                rest.isEmpty() ? List.of() : List.of(rest.get(0)), passed, false, rest.isEmpty() ? none(entry) : "");
    }

    private List<Rate> own(List<Rate> serving, Entry entry, List<Passed> passed) {
        List<Rate> exporter = among(serving, row -> row.isOwnOfExporter(entry.exporter()));
        List<Rate> producer = among(serving, row -> row.isOwnOfProducer(entry.producer()));
        if (order == Order.SEPARATE) {
            producer.stream()
                    .filter(rate -> exporter.isEmpty())
                    .forEach(rate -> passed.add(new Passed(
                            rate.row().words(),
                            "in a nonmarket economy a producer's rate does not serve goods that another exports")));
            return exporter.stream().limit(1).toList();
        }
        if (order == Order.HIGHER && !exporter.isEmpty() && !producer.isEmpty()) {
            return exporter.get(0).equals(producer.get(0))
                    ? List.of(exporter.get(0))
                    : List.of(exporter.get(0), producer.get(0));
        }
        if (!exporter.isEmpty()) {
            producer.stream()
                    .filter(rate -> !rate.equals(exporter.get(0)))
                    .forEach(rate -> passed.add(
                            new Passed(rate.row().words(), "the exporter's own rate comes before the producer's")));
            return List.of(exporter.get(0));
        }
        return producer.stream().limit(1).toList();
    }

    private static List<Rate> among(List<Rate> rates, Predicate<RateRow> wanted) {
        return rates.stream().filter(rate -> wanted.test(rate.row())).toList();
    }

    /** Says why the combinations of the entry's exporter or producer with others do not serve. */
    private static void passOver(List<Rate> serving, Entry entry, List<Passed> passed) {
        int ofOtherExporters = 0;
        for (Rate rate : serving) {
            RateRow row = rate.row();
            if (row.isCombination() && row.exporter().equals(Optional.of(entry.exporter()))) {
                passed.add(new Passed(
                        row.words(),
                        entry.producer().isEmpty()
                                ? "the entry does not name the producer"
                                : "it is of goods of " + row.producer().orElseThrow() + " alone"));
            } else if (row.isCombination() && row.producer().equals(entry.producer())) {
                if (row.status() == RateRow.Status.EXCLUDED) {
                    passed.add(
                            new Passed(row.words(), "an exclusion does not extend to other exporters and resellers"));
                } else {
                    ofOtherExporters++;
                }
            }
        }
        if (ofOtherExporters > 0) {
            passed.add(new Passed(
                    "other exporters with " + entry.producer().orElseThrow() + " (" + ofOtherExporters + ")",
                    "a combination is of its own exporter alone"));
        }
    }

    private static boolean concerns(RateRow row, Entry entry) {
        return row.isOf(entry.exporter(), entry.producer())
                || row.isOwnOfExporter(entry.exporter())
                || row.isOwnOfProducer(entry.producer());
    }

    /** Why a row does not serve whatever its firms; empty if it may. */
    private static Optional<String> unusable(RateRow row, Entry entry) {
        if (!row.readable()) {
            return Optional.of("its names could not be read in the source");
        }
        if (row.status() == RateRow.Status.DEACTIVATED) {
            return Optional.of("the company is deactivated: its own rate no longer serves");
        }
        if (row.covers(entry.day())) {
            return Optional.empty();
        }
        return Optional.of(
                row.isAfter(entry.day().orElseThrow())
                        ? "it begins on " + row.from().orElseThrow()
                        : "it ended with " + row.to().orElseThrow());
    }

    /** Why no rate covers the day: it lies before the first, or after the last, or between two. */
    private String none(Entry entry) {
        if (entry.day().isEmpty()) {
            return "the table has no rate of " + others;
        }
        LocalDate day = entry.day().get();
        List<RateRow> rest =
                rates.stream().map(Rate::row).filter(RateRow::isOfOthers).toList();
        Optional<LocalDate> ended = rest.stream()
                .filter(row -> row.isBefore(day))
                .flatMap(row -> row.to().stream())
                .max(LocalDate::compareTo);
        Optional<LocalDate> begins = rest.stream()
                .filter(row -> row.isAfter(day))
                .flatMap(row -> row.from().stream())
                .min(LocalDate::compareTo);
        if (ended.isPresent()) {
            return "the last day covered was " + ended.get()
                    + begins.map(first -> ", and the next is " + first).orElse("") + ": the entry falls in the gap";
        }
        return begins.map(first -> "deposits begin with entries of " + first)
                .orElse("the table has no rate of " + others);
    }
}
