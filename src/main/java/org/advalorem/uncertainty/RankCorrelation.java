package org.advalorem.uncertainty;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A rank correlation between inputs through a Gaussian copula: the normal scores of independent numbers are mixed by
 * the Cholesky factor of a correlation matrix and turned back into numbers between 0 and 1. Marginal distributions are
 * unchanged.
 *
 * <p>A Spearman correlation {@code s} requires normal scores with correlation {@code 2 sin(pi s / 6)}. If the requested
 * matrix is inconsistent, the nearest consistent one is used, and {@link #largestChange} gives the distance. The first
 * input's numbers are left as they are; for the others, the strata of a Latin hypercube are lost.
 */
public final class RankCorrelation {
    private static final double SLACK = 1e-12;

    private final double[][] requested;
    private final double[][] used;
    private final boolean repaired;
    private final double[][] factor;

    private RankCorrelation(double[][] requested) {
        this.requested = requested;
        double[][] scores = scores(requested);
        this.repaired = NearestCorrelation.leastEigenvalue(scores) < NearestCorrelation.LEAST_EIGENVALUE / 2;
        double[][] possible = repaired ? NearestCorrelation.to(scores) : scores;
        this.used = repaired ? ranks(possible) : requested;
        this.factor = factor(possible);
    }

    /**
     * The coupling with the given Spearman correlations.
     *
     * @param matrix the rows of a symmetric matrix with ones on the diagonal and all other values from -1 to 1
     * @throws IllegalArgumentException if the matrix is empty or not of that form
     */
    public static RankCorrelation ofSpearman(List<double[]> matrix) {
        int n = matrix.size();
        double[][] checked = new double[n][];
        for (int i = 0; i < n; i++) {
            checked[i] = matrix.get(i).clone();
            if (checked[i].length != n) {
                throw new IllegalArgumentException("Row " + (i + 1) + " of the correlations has " + checked[i].length
                        + " numbers. Write " + n + ", one for each input.");
            }
        }
        if (n == 0) {
            throw new IllegalArgumentException("There are no correlations. Give a matrix with one row for each input.");
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                check(checked, i, j);
            }
        }
        return new RankCorrelation(checked);
    }

    private static void check(double[][] matrix, int i, int j) {
        String place = "The correlation of inputs " + (i + 1) + " and " + (j + 1) + " ("
                + ShortestDecimal.of(matrix[i][j]) + ")";
        if (!(matrix[i][j] >= -1.0 && matrix[i][j] <= 1.0)) {
            throw new IllegalArgumentException(place + " is not from -1 to 1.");
        }
        if (i == j && matrix[i][i] != 1.0) {
            throw new IllegalArgumentException(place + " is not 1. An input correlates fully with itself.");
        }
        if (matrix[i][j] != matrix[j][i]) {
            throw new IllegalArgumentException(place + " differs from that of " + (j + 1) + " and " + (i + 1) + " ("
                    + ShortestDecimal.of(matrix[j][i]) + ").");
        }
    }

    private static double[][] scores(double[][] ranks) {
        double[][] scores = NearestCorrelation.copy(ranks);
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                scores[i][j] = i == j ? 1.0 : 2.0 * StrictMath.sin(Math.PI * ranks[i][j] / 6.0);
            }
        }
        return scores;
    }

    private static double[][] ranks(double[][] scores) {
        double[][] ranks = NearestCorrelation.copy(scores);
        for (int i = 0; i < ranks.length; i++) {
            for (int j = 0; j < ranks.length; j++) {
                ranks[i][j] = i == j ? 1.0 : 6.0 / Math.PI * StrictMath.asin(scores[i][j] / 2.0);
            }
        }
        return ranks;
    }

    /**
     * The Cholesky factor of the conditional covariance of some inputs' normal scores, given those of the others.
     *
     * @param free the indices of those inputs, at least one, in the order of the rows
     */
    public double[][] factor(List<Integer> free) {
        RealMatrix scores = new Array2DRowRealMatrix(factor);
        RealMatrix precision = MatrixUtils.inverse(scores.multiply(scores.transpose()));
        int[] places = free.stream().mapToInt(Integer::intValue).toArray();
        return factor(
                MatrixUtils.inverse(precision.getSubMatrix(places, places)).getData());
    }

    private static double[][] factor(double[][] scores) {
        double[][] symmetric = NearestCorrelation.copy(scores);
        for (int i = 0; i < symmetric.length; i++) {
            for (int j = 0; j < i; j++) {
                symmetric[j][i] = symmetric[i][j];
            }
        }
        return new CholeskyDecomposition(
                        new Array2DRowRealMatrix(symmetric), SLACK, NearestCorrelation.LEAST_EIGENVALUE / 1000)
                .getL()
                .getData();
    }

    /** Whether the requested correlations are inconsistent, so that others are used. */
    public boolean repaired() {
        return repaired;
    }

    /** The Spearman correlation used for two inputs. */
    public double used(int first, int second) {
        return used[first][second];
    }

    /** The Spearman correlation requested for two inputs. */
    public double requested(int first, int second) {
        return requested[first][second];
    }

    /** The largest difference between a requested and a used correlation; 0 if nothing was repaired. */
    public double largestChange() {
        double largest = 0.0;
        for (int i = 0; i < used.length; i++) {
            for (int j = 0; j < i; j++) {
                largest = Math.max(largest, Math.abs(used[i][j] - requested[i][j]));
            }
        }
        return largest;
    }

    /**
     * Couples the draws {@code from} to {@code to - 1}.
     *
     * @param u the independent numbers, one array for each input
     * @param out the coupled numbers, one array for each input, none of them also in {@code u}
     * @throws IllegalArgumentException if an input's array is the same in {@code u} and {@code out}
     */
    public void couple(double[][] u, int from, int to, double[][] out) {
        int n = factor.length;
        for (int k = 0; k < n; k++) {
            StandardNormal.quantiles(u[k], from, to, out[k]);
        }
        // in descending order, because each row needs only those above it, which are then still independent
        for (int k = n - 1; k > 0; k--) {
            double[] mixed = out[k];
            double own = factor[k][k];
            for (int i = from; i < to; i++) {
                mixed[i] *= own;
            }
            for (int j = 0; j < k; j++) {
                add(factor[k][j], out[j], mixed, from, to);
            }
            NormalTable.cumulativeProbabilities(mixed, from, to);
        }
        System.arraycopy(u[0], from, out[0], from, to - from);
    }

    private static void add(double weight, double[] scores, double[] mixed, int from, int to) {
        if (weight == 0.0) {
            return;
        }
        for (int i = from; i < to; i++) {
            mixed[i] += weight * scores[i];
        }
    }
}
