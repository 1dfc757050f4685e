package org.advalorem.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sum of up to five columns, each times its number, added from left to right. */
final class Weighted implements Form {
    private static final int MOST = 5;

    private final IdentityOperands neutral;
    private final List<Double> weights;
    private final List<Integer> columns;

    private Weighted(IdentityOperands neutral, List<Double> weights, List<Integer> columns) {
        this.neutral = neutral;
        this.weights = weights;
        this.columns = columns;
    }

    /** A number times a column. */
    static Weighted of(IdentityOperands neutral, double weight, int column) {
        return new Weighted(neutral, List.of(weight), List.of(column));
    }

    @Override
    public Optional<Form> plus(double weight, int column) {
        if (columns.size() == MOST) {
            return Optional.empty();
        }
        List<Double> moreWeights = new ArrayList<>(weights);
        List<Integer> moreColumns = new ArrayList<>(columns);
        moreWeights.add(weight);
        moreColumns.add(column);
        return Optional.of(new Weighted(neutral, moreWeights, moreColumns));
    }

    @Override
    public Optional<Form> times(double number) {
        return Optional.empty();
    }

    @Override
    public Optional<Form> times(int column) {
        return Optional.empty();
    }

    @Override
    public Optional<Form> plus(double number) {
        return Optional.empty();
    }

    @Override
    public Optional<Form> atLeast(double bound) {
        return Optional.empty();
    }

    @Override
    public Optional<Form> negated() {
        return Optional.empty();
    }

    @Override
    public Pass pass(int result) {
        Weighted full = this;
        while (full.columns.size() < MOST) {
            full = (Weighted)
                    full.plus(IdentityOperands.FACTOR, neutral.nothing()).orElseThrow();
        }
        return Pass.of(Kernel.WEIGHTED, result, full.columns, full.weights);
    }
}
