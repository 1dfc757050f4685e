package org.advalorem.uncertainty;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The correlation matrix nearest to a symmetric matrix, by alternating projections with Dykstra's correction (N. J.
 * Higham, IMA Journal of Numerical Analysis 22 (2002) 329-343, doi:10.1093/imanum/22.3.329). Eigenvalues are kept above
 * a small positive number, so that the result can be factorised.
 */
final class NearestCorrelation {
    /** The lower bound to which eigenvalues are raised. */
    static final double LEAST_EIGENVALUE = 1e-8;

    private static final double TOLERANCE = 1e-12;
    private static final int MOST_STEPS = 2_000;

    private NearestCorrelation() {}

    static double leastEigenvalue(double[][] matrix) {
        double min = Double.POSITIVE_INFINITY;
        for (double eigenvalue : new EigenDecomposition(new Array2DRowRealMatrix(matrix)).getRealEigenvalues()) {
            min = Math.min(min, eigenvalue);
        }
        return min;
    }

    static double[][] to(double[][] matrix) {
        int n = matrix.length;
        double[][] y = copy(matrix);
        double[][] correction = new double[n][n];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[][] r = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    r[i][j] = y[i][j] - correction[i][j];
                }
            }
            double[][] x = raised(r);
            double change = 0.0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    correction[i][j] = x[i][j] - r[i][j];
                    double next = i == j ? 1.0 : x[i][j];
                    change = Math.max(change, Math.abs(next - y[i][j]));
                    y[i][j] = next;
                }
            }
            if (change < TOLERANCE) {
                break;
            }
        }
        return unitDiagonal(raised(y));
    }

    /** The nearest matrix with no eigenvalue below the lower bound, exactly symmetric. */
    private static double[][] raised(double[][] matrix) {
        int n = matrix.length;
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(matrix));
        double[][] sum = new double[n][n];
        for (int k = 0; k < n; k++) {
            double value = Math.max(LEAST_EIGENVALUE, eigen.getRealEigenvalue(k));
            double[] vector = eigen.getEigenvector(k).toArray();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    sum[i][j] += value * vector[i] * vector[j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                sum[j][i] = sum[i][j];
            }
        }
        return sum;
    }

    // congruent scaling preserves the signs of the eigenvalues
    private static double[][] unitDiagonal(double[][] matrix) {
        int n = matrix.length;
        double[][] scaled = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                scaled[i][j] = i == j ? 1.0 : matrix[i][j] / Math.sqrt(matrix[i][i]) / Math.sqrt(matrix[j][j]);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                scaled[j][i] = scaled[i][j];
            }
        }
        return scaled;
    }

    static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }
}
