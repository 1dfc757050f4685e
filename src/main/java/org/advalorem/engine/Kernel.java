package org.advalorem.engine;

/**
 * The kernels of the batch reader's passes: each is one loop of {@link Loops}.
 *
 * <p>The first ones are single operations and would suffice; the last eight perform several in one pass.
 */
enum Kernel {
    ADD {
        @Override
        void run(Pass s, double[][] b, int n) {
            Loops.add(s.column(b, 0), s.column(b, 1), s.result(b), n);
        }
    },
    SUBTRACT {
        @Override
        void run(Pass s, double[][] b, int n) {
            Loops.subtract(s.column(b, 0), s.column(b, 1), s.result(b), n);
        }
    },
    MULTIPLY {
        @Override
        void run(Pass s, double[][] b, int n) {
            Loops.multiply(s.column(b, 0), s.column(b, 1), s.result(b), n);
        }
    },
    DIVIDE {
        @Override
        void run(Pass s, double[][] b, int n) {
            Loops.divide(s.column(b, 0), s.column(b, 1), s.result(b), n);
        }
    },
    LARGER {
        @Override
        void run(Pass s, double[][] b, int n) {
            Loops.larger(s.column(b, 0), s.column(b, 1), s.result(b), n);
        }
    },
    SMALLER {
        @Override
        void run(Pass s, double[][] b, int n) {
            Loops.smaller(s.column(b, 0), s.column(b, 1), s.result(b), n);
        }
    },
    POWER {
        @Override
        void run(Pass s, double[][] b, int n) {
            Loops.power(s.column(b, 0), s.column(b, 1), s.result(b), n);
        }
    },
    /** 1 where {@code x < y}, else 0; columns x, y; the number gives the result where they are equal. */
    COMPARE {
        @Override
        void run(Pass s, double[][] b, int n) {
            Loops.compare(s.column(b, 0), s.column(b, 1), s.number(0) == 1.0, s.result(b), n);
        }
    },
    CHOOSE {
        @Override
        void run(Pass s, double[][] b, int n) {
            Loops.choose(s.column(b, 0), s.column(b, 1), s.column(b, 2), s.result(b), n);
        }
    },
    ROUND {
        @Override
        void run(Pass s, double[][] b, int n) {
            Loops.round(s.column(b, 0), (int) s.number(0), s.result(b), n);
        }
    },
    /**
     * A sum over the records of a table; columns price, price scale, price shift, quantity scale; the number 1 selects
     * netting.
     */
    RECORD_SUM {
        @Override
        void run(Pass s, double[][] b, int n) {
            Loops.recordSum(
                    s.table(),
                    s.number(0) == 1.0,
                    s.column(b, 0),
                    s.column(b, 1),
                    s.column(b, 2),
                    s.column(b, 3),
                    s.result(b),
                    n);
        }
    },
    RECORDS_BELOW {
        @Override
        void run(Pass s, double[][] b, int n) {
            Loops.recordsBelow(s.table(), s.column(b, 0), s.column(b, 1), s.column(b, 2), s.result(b), n);
        }
    },
    /** {@code r * x + j}; column x and numbers r, j. */
    LINEAR {
        @Override
        void run(Pass s, double[][] b, int n) {
            Loops.linear(s.column(b, 0), s.number(0), s.number(1), s.result(b), n);
        }
    },
    /** {@code a + c * ((r * x + j) * y + s * z + k)}; columns a, x, y, z and numbers r, j, s, k, c. */
    AFFINE {
        @Override
        void run(Pass s, double[][] b, int n) {
            Loops.affine(
                    s.column(b, 0),
                    s.column(b, 1),
                    s.column(b, 2),
                    s.column(b, 3),
                    s.number(0),
                    s.number(1),
                    s.number(2),
                    s.number(3),
                    s.number(4),
                    s.result(b),
                    n);
        }
    },
    /** {@code a + c * max(lo, (r * x + j) * y + s * z + k)}; columns a, x, y, z and numbers r, j, s, k, lo, c. */
    BOUNDED {
        @Override
        void run(Pass s, double[][] b, int n) {
            Loops.bounded(
                    s.column(b, 0),
                    s.column(b, 1),
                    s.column(b, 2),
                    s.column(b, 3),
                    s.number(0),
                    s.number(1),
                    s.number(2),
                    s.number(3),
                    s.number(4),
                    s.number(5),
                    s.result(b),
                    n);
        }
    },
    /** {@code a + c * max(lo, x * y + s * z + k)}; columns a, x, y, z and numbers s, k, lo, c. */
    BOUNDED_PRODUCT {
        @Override
        void run(Pass s, double[][] b, int n) {
            Loops.boundedProduct(
                    s.column(b, 0),
                    s.column(b, 1),
                    s.column(b, 2),
                    s.column(b, 3),
                    s.number(0),
                    s.number(1),
                    s.number(2),
                    s.number(3),
                    s.result(b),
                    n);
        }
    },
    /** {@code a + c * max(lo, x * y + s * z + w + k)}; columns a, x, y, z, w and numbers s, k, lo, c. */
    BOUNDED_SUM {
        @Override
        void run(Pass s, double[][] b, int n) {
            Loops.boundedSum(
                    s.column(b, 0),
                    s.column(b, 1),
                    s.column(b, 2),
                    s.column(b, 3),
                    s.column(b, 4),
                    s.number(0),
                    s.number(1),
                    s.number(2),
                    s.number(3),
                    s.result(b),
                    n);
        }
    },
    /** A sum of five columns, each times its number, added from left to right. */
    WEIGHTED {
        @Override
        void run(Pass s, double[][] b, int n) {
            Loops.weighted(
                    s.column(b, 0),
                    s.column(b, 1),
                    s.column(b, 2),
                    s.column(b, 3),
                    s.column(b, 4),
                    s.number(0),
                    s.number(1),
                    s.number(2),
                    s.number(3),
                    s.number(4),
                    s.result(b),
                    n);
        }
    },
    /** {@code a + c * ((r * x + j) / y)}; columns a, x, y and numbers r, j, c. */
    RATIO {
        @Override
        void run(Pass s, double[][] b, int n) {
            Loops.ratio(
                    s.column(b, 0),
                    s.column(b, 1),
                    s.column(b, 2),
                    s.number(0),
                    s.number(1),
                    s.number(2),
                    s.result(b),
                    n);
        }
    },
    /** {@code a + c * max(lo, (r * x + j) / y + k)}; columns a, x, y and numbers r, j, k, lo, c. */
    BOUNDED_RATIO {
        @Override
        void run(Pass s, double[][] b, int n) {
            Loops.boundedRatio(
                    s.column(b, 0),
                    s.column(b, 1),
                    s.column(b, 2),
                    s.number(0),
                    s.number(1),
                    s.number(2),
                    s.number(3),
                    s.number(4),
                    s.result(b),
                    n);
        }
    };

    /**
     * Runs a pass over one block.
     *
     * @param pass the pass, which names the operands and the result
     * @param buffers one column for each place the pass may name
     * @param count the number of draws
     */
    abstract void run(Pass pass, double[][] buffers, int count);
}
