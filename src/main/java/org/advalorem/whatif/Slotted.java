package org.advalorem.whatif;

import java.util.Arrays;
import org.advalorem.engine.PackedReader;
import org.advalorem.engine.PackedWriter;

/** Numbers by slot of brackets: how many each slot has, and those strictly within a bracket themselves. */
final class Slotted {
    private final Brackets brackets;
    private final long[] counts;
    private double[] within;
    private int held;

    Slotted(Brackets brackets, long[] counts, double[] within, int held) {
        this.brackets = brackets;
        this.counts = counts;
        this.within = within;
        this.held = held;
    }

    Brackets brackets() {
        return brackets;
    }

    /** The numbers kept, of which there are {@link #held}, in no order. */
    double[] within() {
        return within;
    }

    int held() {
        return held;
    }

    /** The count of all numbers. */
    long count() {
        return Arrays.stream(counts).sum();
    }

    void write(PackedWriter out) {
        out.counts(counts).numbers(within, held);
    }

    /** Numbers by slot of those brackets, by which another process counted them. */
    static Slotted read(Brackets brackets, PackedReader in) {
        long[] counts = in.longCounts();
        double[] within = in.numbers();
        return new Slotted(brackets, counts, within, within.length);
    }

    /** Adds numbers by slot of the same brackets. */
    void add(Slotted other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        if (held + other.held > within.length) {
            within = Arrays.copyOf(within, Math.max(held + other.held, held + held / 2));
        }
        System.arraycopy(other.within, 0, within, held, other.held);
        held += other.held;
    }

    /** The same numbers by slot of narrower brackets: each lies within one of these. */
    Slotted by(Brackets narrower) {
        Slotted sorted = narrower.count(within, held);
        for (int i = 0; i <= brackets.size(); i++) {
            int slot = Brackets.SLOTS * i;
            boolean last = i == brackets.size();
            if (counts[slot] > 0) {
                long inGap = !last ? brackets.low(i) - 1 : i == 0 ? 0 : brackets.high(i - 1) + 1;
                sorted.counts[narrower.slot(inGap)] += counts[slot];
            }
            if (!last) {
                sorted.move(brackets.low(i), counts[slot + Brackets.LOWEST]);
                sorted.move(brackets.high(i), counts[slot + Brackets.HIGHEST]);
            }
        }
        return sorted;
    }

    private void move(long key, long times) {
        if (times > 0) {
            counts[brackets.slot(key)] += times;
        }
    }

    /**
     * Where the number of a rank is.
     *
     * @param below the count of numbers in lower slots
     * @param heldBelow the count of numbers kept that are in lower slots
     */
    record Place(int slot, long below, long heldBelow) {
        int bracket() {
            return slot / Brackets.SLOTS;
        }

        int kind() {
            return slot % Brackets.SLOTS;
        }
    }

    /**
     * The place of a rank, from 0.
     *
     * @throws IllegalArgumentException if there are fewer numbers
     */
    Place find(long rank) {
        long below = 0;
        long heldBelow = 0;
        for (int slot = 0; slot < counts.length; slot++) {
            if (rank < below + counts[slot]) {
                return new Place(slot, below, heldBelow);
            }
            below += counts[slot];
            heldBelow += slot % Brackets.SLOTS == Brackets.WITHIN ? counts[slot] : 0;
        }
        throw new IllegalArgumentException("Rank " + rank + " among " + below + " numbers.");
    }
}
