package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * The numbers near the quantiles of a sequence of unknown length. At first all are kept. Once there are many, only those
 * that can still become a quantile or a bound of one are: those within {@link #DEVIATIONS} standard deviations of its
 * rank, which grow with the root of the count. The others are counted, so that ranks stay exact.
 */
final class NearQuantiles {
    /**
     * In random order, the rank of a number that ends up {@code z} deviations from a quantile's after n numbers is beyond
     * this after m of them with less than the probability of {@code sqrt(DEVIATIONS^2 - z^2)} normal deviations, whatever
     * n: six for z = 1.96, that is, one of 5e8 sides of brackets. What is missed takes another pass.
     */
    private static final double DEVIATIONS = 6.32;

    /** The count from which brackets are worth having; the first ones then hold a sixteenth of the numbers. */
    private static final int MANY = 1 << 18;

    private final List<Double> shares;
    private final int room;
    private final boolean inRandomOrder;
    private Slotted numbers;

    /**
     * @param shares the shares of the quantiles
     * @param room about how many numbers may be kept
     * @param inRandomOrder whether the first numbers say where quantiles will be
     */
    NearQuantiles(List<Double> shares, int room, boolean inRandomOrder) {
        this.shares = shares;
        this.room = room;
        this.inRandomOrder = inRandomOrder;
        Brackets whole = Brackets.whole();
        numbers = whole.count(new double[0], 0);
    }

    /** The brackets by which numbers are now counted. */
    Brackets brackets() {
        return numbers.brackets();
    }

    /** The numbers kept: all of them while {@link Brackets#isWhole}. */
    Slotted numbers() {
        return numbers;
    }

    /** Adds numbers that were counted by these brackets or earlier ones. */
    void add(Slotted part) {
        numbers.add(part.brackets() == brackets() ? part : part.by(brackets()));
    }

    /** Whether brackets should be narrowed. */
    boolean isFull() {
        return numbers.held() >= (brackets().isWhole() ? Math.min(MANY, room) : room);
    }

    /** Narrows the brackets; gives them up if that makes too little room. */
    void narrow() {
        numbers = numbers.by(inRandomOrder ? narrowed() : Brackets.none());
        if (numbers.held() > room - room / 4) {
            numbers = numbers.by(Brackets.none());
        }
    }

    private Brackets narrowed() {
        long count = numbers.count();
        List<long[]> sides = new ArrayList<>();
        for (double share : shares) {
            double deviation = DEVIATIONS * Math.sqrt(count * share * (1.0 - share));
            sides.add(new long[] {
                (long) Math.floor(count * share - deviation) - 1,
                Confidence.rank(share, count),
                (long) Math.ceil(count * share + deviation) + 1
            });
        }
        Map<Long, Double> known = known(sides.stream()
                .flatMap(side -> List.of(side[0], side[2]).stream())
                .filter(rank -> rank >= 0 && rank < count)
                .toList());
        SortedMap<Long, Long> narrowed = new TreeMap<>();
        for (long[] side : sides) {
            Slotted.Place place = numbers.find(side[1]);
            if (place.kind() != Brackets.GAP) {
                addBrackets(place.bracket(), end(side[0], known), end(side[2], known), narrowed);
            }
        }
        return disjoint(narrowed);
    }

    /** The key of a rank; that of no number if it is unknown or there is none. */
    private static OptionalLong end(long rank, Map<Long, Double> known) {
        Double number = known.get(rank);
        return number == null ? OptionalLong.empty() : OptionalLong.of(OrderedKey.of(number));
    }

    /**
     * Adds a bracket from low to high, cut at the ends of present ones so that these remain ends. Beyond the present
     * brackets that adjoin a given one nothing is known.
     */
    private void addBrackets(int within, OptionalLong low, OptionalLong high, Map<Long, Long> narrowed) {
        int first = within;
        while (first > 0 && brackets().high(first - 1) + 1 == brackets().low(first)) {
            first--;
        }
        int last = within;
        while (last < brackets().size() - 1
                && brackets().high(last) + 1 == brackets().low(last + 1)) {
            last++;
        }
        for (int bracket = first; bracket <= last; bracket++) {
            long from = Math.max(brackets().low(bracket), low.orElse(Long.MIN_VALUE));
            long to = Math.min(brackets().high(bracket), high.orElse(Long.MAX_VALUE));
            if (from <= to) {
                narrowed.merge(from, to, Math::max);
            }
        }
    }

    /** Brackets from each key to its value, without what an earlier one already has. */
    private static Brackets disjoint(SortedMap<Long, Long> overlapping) {
        LongStream.Builder lows = LongStream.builder();
        LongStream.Builder highs = LongStream.builder();
        long done = Long.MIN_VALUE;
        for (Map.Entry<Long, Long> bracket : overlapping.entrySet()) {
            long low = Math.max(done, bracket.getKey());
            if (low <= bracket.getValue() && done < Long.MAX_VALUE) {
                lows.add(low);
                highs.add(bracket.getValue());
                done = bracket.getValue() == Long.MAX_VALUE ? Long.MAX_VALUE : bracket.getValue() + 1;
            }
        }
        return new Brackets(lows.build().toArray(), highs.build().toArray());
    }

    /** The numbers of those ranks that are known: all but those in gaps. */
    Map<Long, Double> known(Collection<Long> ranks) {
        Map<Long, Double> known = new HashMap<>();
        Map<Long, Long> ranksByPosition = new HashMap<>();
        for (long rank : ranks) {
            Slotted.Place place = numbers.find(rank);
            switch (place.kind()) {
                case Brackets.LOWEST ->
                    known.put(rank, OrderedKey.number(brackets().low(place.bracket())));
                case Brackets.HIGHEST ->
                    known.put(rank, OrderedKey.number(brackets().high(place.bracket())));
                case Brackets.WITHIN -> ranksByPosition.put(place.heldBelow() + rank - place.below(), rank);
                default -> {
                    // in a gap, where numbers were only counted
                }
            }
        }
        RankSearch.among(numbers.within(), numbers.held(), ranksByPosition.keySet())
                .forEach((position, number) -> known.put(ranksByPosition.get(position), number));
        return known;
    }
}
