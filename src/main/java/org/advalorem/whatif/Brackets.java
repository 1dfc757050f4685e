package org.advalorem.whatif;

import java.util.Arrays;
import org.advalorem.engine.PackedReader;
import org.advalorem.engine.PackedWriter;

/**
 * Disjoint brackets of numbers, in ascending order, by their {@link OrderedKey}. They divide the finite numbers into slots: the
 * gap before a bracket, its lowest number, those strictly within, its highest number, and so on to the gap after the last
 * bracket. Ties at the ends of a bracket, of which there may be any number, thus need only be counted.
 *
 * <p>A table of equal parts tells the slot of most numbers at once. The part of a number rises with the number even when
 * rounded, so the table is exact.
 */
final class Brackets {
    /** Slots of a bracket: the gap before it, its lowest number, those within, its highest number. */
    static final int SLOTS = 4;

    static final int GAP = 0;
    static final int LOWEST = 1;
    static final int WITHIN = 2;
    static final int HIGHEST = 3;

    private static final int PARTS = 1024;
    private static final int FEW = 256;
    /** Parts left on either side of the brackets, so that the numbers beyond them need no search. */
    private static final double BESIDE = 1.5;

    private final long[] lows;
    private final long[] highs;
    /** The slot of all numbers of a part; or, negated bitwise, the first bracket that reaches into it. */
    private final int[] slots = new int[PARTS];

    private double origin;
    private double scale;

    /** Brackets from {@code lows[i]} to {@code highs[i]}, both included. */
    Brackets(long[] lows, long[] highs) {
        this.lows = lows;
        this.highs = highs;
        span();
        int next = 0;
        for (int i = 0; i < lows.length; i++) {
            int from = lows[i] == Long.MIN_VALUE ? 0 : part(OrderedKey.number(lows[i]));
            int to = highs[i] == Long.MAX_VALUE ? PARTS - 1 : part(OrderedKey.number(highs[i]));
            Arrays.fill(slots, next, Math.max(next, from), SLOTS * i);
            Arrays.fill(slots, Math.max(next, from), Math.max(next, to + 1), ~i);
            next = Math.max(next, to + 1);
        }
        Arrays.fill(slots, next, PARTS, SLOTS * lows.length);
    }

    /** One bracket that holds and keeps every number. */
    static Brackets whole() {
        return new Brackets(new long[] {Long.MIN_VALUE}, new long[] {Long.MAX_VALUE});
    }

    /** No brackets: all numbers are in one gap. */
    static Brackets none() {
        return new Brackets(new long[0], new long[0]);
    }

    void write(PackedWriter out) {
        out.counts(lows).counts(highs);
    }

    static Brackets read(PackedReader in) {
        return new Brackets(in.longCounts(), in.longCounts());
    }

    private void span() {
        double[] ends = Arrays.stream(new long[][] {lows, highs})
                .flatMapToLong(Arrays::stream)
                .filter(key -> key != Long.MIN_VALUE && key != Long.MAX_VALUE)
                .mapToDouble(OrderedKey::number)
                .toArray();
        if (ends.length > 0) {
            double low = Arrays.stream(ends).min().getAsDouble();
            double high = Arrays.stream(ends).max().getAsDouble();
            if (high > low && high - low < Double.POSITIVE_INFINITY) {
                scale = (PARTS - 2 * BESIDE) / (high - low);
                origin = low - BESIDE / scale;
            }
        }
    }

    private int part(double number) {
        return Math.max(0, Math.min(PARTS - 1, (int) ((number - origin) * scale)));
    }

    int size() {
        return lows.length;
    }

    /** The lowest key of a bracket. */
    long low(int bracket) {
        return lows[bracket];
    }

    /** The highest key of a bracket. */
    long high(int bracket) {
        return highs[bracket];
    }

    /** Whether there is one bracket that holds every number. */
    boolean isWhole() {
        return lows.length == 1 && lows[0] == Long.MIN_VALUE && highs[0] == Long.MAX_VALUE;
    }

    /** The slot of a finite number. */
    int slot(double number) {
        int slot = slots[part(number)];
        return slot >= 0 ? slot : search(~slot, OrderedKey.of(number));
    }

    /** The slot of a key. */
    int slot(long key) {
        return search(0, key);
    }

    private int search(int from, long key) {
        int bracket = from;
        while (bracket < highs.length && key > highs[bracket]) {
            bracket++;
        }
        int slot = SLOTS * bracket;
        if (bracket == highs.length || key < lows[bracket]) {
            return slot + GAP;
        }
        return slot + (key == lows[bracket] ? LOWEST : key == highs[bracket] ? HIGHEST : WITHIN);
    }

    /** The first finite numbers of an array by slot. May be called by several threads at once. */
    Slotted count(double[] numbers, int n) {
        long[] counts = new long[SLOTS * lows.length + 1];
        if (isWhole()) {
            counts[WITHIN] = n;
            return new Slotted(this, counts, Arrays.copyOf(numbers, n), n);
        }
        double[] within = new double[FEW];
        int held = 0;
        for (int i = 0; i < n; i++) {
            double number = numbers[i];
            int slot = slots[part(number)];
            if (slot < 0) {
                slot = search(~slot, OrderedKey.of(number));
                if (slot % SLOTS == WITHIN) {
                    if (held == within.length) {
                        within = Arrays.copyOf(within, 2 * held);
                    }
                    within[held++] = number;
                }
            }
            counts[slot]++;
        }
        return new Slotted(this, counts, within, held);
    }
}
