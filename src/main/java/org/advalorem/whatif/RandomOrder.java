package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The mean changes due to several moves made one after another in random order: at each step every remaining move that
 * is possible then is equally likely to be next, until none is possible.
 *
 * <p>If every combination is possible, all orders are equally likely, and the mean change of a move is its Shapley
 * value (L. S. Shapley, Annals of Mathematics Studies 28 (1953) 307-317, doi:10.1515/9781400881970-018). Impossible
 * combinations restrict the orders, as precedence does in U. Faigle and W. Kern, International Journal of Game Theory
 * 21 (1992) 249-266, doi:10.1007/BF01258278. In any case the mean changes add up to the mean change from start to end.
 */
final class RandomOrder {
    private final double[][] change;
    private final double[] made;
    private final List<Integer> ends;

    private RandomOrder(double[][] change, double[] made, List<Integer> ends) {
        this.change = change;
        this.made = made;
        this.ends = List.copyOf(ends);
    }

    /** The mean change of each value due to a move, counting zero where the move is not made. */
    double[] change(int move) {
        return change[move];
    }

    /** The probability that a move is made. */
    double made(int move) {
        return made[move];
    }

    /** The incomplete sets of moves after which no other move is possible. */
    List<Integer> ends() {
        return ends;
    }

    /**
     * The mean changes over all sets of moves, each represented as a bit mask.
     *
     * @param moves the number of moves
     * @param possible whether a set of moves is possible; the empty set must be
     * @param values the values at a possible set, the same number for each
     */
    static RandomOrder of(int moves, IntPredicate possible, IntFunction<double[]> values) {
        int all = (1 << moves) - 1;
        double[] reached = new double[all + 1];
        double[] made = new double[moves];
        double[][] change = new double[moves][values.apply(0).length];
        List<Integer> ends = new ArrayList<>();
        reached[0] = 1;
        // a mask is greater than those of its proper subsets, so ascending order visits them first
        for (int set = 0; set <= all; set++) {
            if (reached[set] == 0) {
                continue;
            }
            int from = set;
            int[] next = IntStream.range(0, moves)
                    .filter(move -> (from & 1 << move) == 0 && possible.test(from | 1 << move))
                    .toArray();
            if (next.length == 0 && set != all) {
                ends.add(set);
            }
            for (int move : next) {
                double chance = reached[set] / next.length;
                double[] before = values.apply(set);
                double[] after = values.apply(set | 1 << move);
                reached[set | 1 << move] += chance;
                made[move] += chance;
                for (int i = 0; i < before.length; i++) {
                    change[move][i] += chance * (after[i] - before[i]);
                }
            }
        }
        return new RandomOrder(change, made, ends);
    }
}
