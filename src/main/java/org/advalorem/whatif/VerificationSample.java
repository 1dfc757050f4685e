package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.advalorem.rules.base.Period;

/**
 * The transactions that a verifier traces to their documents (19 CFR 351.307): in each table the largest, then some at
 * random, then one in every month of the period in which none has been taken.
 *
 * <p>A row's random number is a pure function of the seed, the address of its table and its number, so that it depends
 * neither on other rows nor on how many are taken. Random rows are those with the smallest numbers among the rows not yet
 * taken: a draw without replacement, in which every set of rows of one size is equally likely. {@code
 * docs/verification.md} says how the other side draws again.
 *
 * @param tables the samples, table by table
 * @param largest the number of largest rows asked for in each table
 * @param random the number of random rows asked for in each table
 * @param seed the seed of the random numbers
 */
public record VerificationSample(List<Drawn> tables, int largest, int random, long seed) {
    /** Copies the list. */
    public VerificationSample {
        tables = List.copyOf(tables);
    }

    /** Why a row was taken. */
    public enum Reason {
        /** It is among the largest. */
        LARGEST,
        /** Its random number is among the smallest of the others. */
        RANDOM,
        /** No other row of its month was taken. */
        MONTH
    }

    /** A row taken. */
    public record Taken(TracedRow row, Reason reason) {}

    /**
     * The sample of a table.
     *
     * @param taken in the order of the data
     * @param emptyMonths the months of the period in which the table has no row; none if its rows have no month
     * @param dated whether any row has a month
     */
    public record Drawn(TracedTable table, List<Taken> taken, List<Integer> emptyMonths, boolean dated) {
        /** Copies the lists. */
        public Drawn {
            taken = List.copyOf(taken);
            emptyMonths = List.copyOf(emptyMonths);
        }

        /** The value of the rows taken, without their signs. */
        public double value() {
            return taken.stream()
                    .mapToDouble(one -> Math.abs(one.row().value()))
                    .sum();
        }

        /** The share of the table's value that the rows taken have; 1 if it has none. */
        public double share() {
            double all = table.value();
            return all > 0.0 ? value() / all : 1.0;
        }

        /** Whether every row was taken. */
        public boolean isWhole() {
            return taken.size() == table.rows().size();
        }
    }

    /**
     * The sample of a scenario.
     *
     * @param largest the number of largest rows in each table
     * @param random the number of random rows in each table
     */
    public static VerificationSample of(Model model, int largest, int random, long seed) {
        Period period = model.determination().proceeding().period();
        Set<Integer> months = period.years().stream()
                .flatMap(year -> period.months(year).boxed())
                .collect(Collectors.toCollection(TreeSet::new));
        return new VerificationSample(
                TracedTables.of(model, seed).stream()
                        .map(table -> drawn(table, largest, random, months))
                        .toList(),
                largest,
                random,
                seed);
    }

    /** The part of the sample that is of the wanted tables: what is drawn from a table does not depend on others. */
    public VerificationSample only(Predicate<TracedTable> wanted) {
        return new VerificationSample(
                tables.stream().filter(drawn -> wanted.test(drawn.table())).toList(), largest, random, seed);
    }

    /** The extent of the run: the rows taken, of all. */
    public Run run() {
        return Run.drawn(
                tables.stream().mapToLong(drawn -> drawn.table().rows().size()).sum(),
                tables.stream().mapToLong(drawn -> drawn.taken().size()).sum(),
                false,
                seed,
                "largest, random and monthly rows");
    }

    static Drawn drawn(TracedTable table, int largest, int random, Set<Integer> months) {
        List<Taken> taken = new ArrayList<>();
        Set<TracedRow> left = new LinkedHashSet<>(table.rows());
        TracedTable.Rank rank = table.rank();
        Comparator<TracedRow> heaviest = Comparator.comparingDouble((TracedRow row) -> -Math.abs(weight(row, rank)))
                .thenComparingDouble(row -> -Math.abs(row.value()));
        Comparator<TracedRow> luckiest = Comparator.comparingDouble(TracedRow::chance);
        take(left.stream().sorted(heaviest).limit(largest).toList(), Reason.LARGEST, left, taken);
        take(left.stream().sorted(luckiest).limit(random).toList(), Reason.RANDOM, left, taken);
        Set<Integer> covered = new TreeSet<>();
        taken.forEach(one -> one.row().month().ifPresent(covered::add));
        List<Integer> empty = new ArrayList<>();
        boolean dated = table.rows().stream().anyMatch(row -> row.month().isPresent());
        for (int month : months) {
            if (dated && !covered.contains(month)) {
                List<TracedRow> one = left.stream()
                        .filter(row -> row.month().isPresent() && row.month().getAsInt() == month)
                        .min(luckiest)
                        .stream()
                        .toList();
                if (one.isEmpty()) {
                    empty.add(month);
                }
                take(one, Reason.MONTH, left, taken);
            }
        }
        taken.sort(Comparator.comparingInt(one -> one.row().number()));
        return new Drawn(table, taken, empty, dated);
    }

    private static double weight(TracedRow row, TracedTable.Rank rank) {
        return switch (rank) {
            case BENEFIT -> row.benefit();
            case CONTRIBUTION -> row.contribution();
            case VALUE -> row.value();
        };
    }

    private static void take(List<TracedRow> rows, Reason reason, Set<TracedRow> left, List<Taken> taken) {
        for (TracedRow row : rows) {
            left.remove(row);
            taken.add(new Taken(row, reason));
        }
    }
}
