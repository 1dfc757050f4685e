package org.advalorem.whatif;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Numbers whose distributions are awkward: ties, clusters, heavy tails, zeros of both signs, any size. */
enum Samples {
    RATES {
        @Override
        IntToDoubleFunction numbers(SplittableRandom random) {
            return i -> 0.17 + 0.006 * (random.nextDouble() + random.nextDouble() + random.nextDouble());
        }
    },
    NEGATIVE_AND_POSITIVE {
        @Override
        IntToDoubleFunction numbers(SplittableRandom random) {
            return i -> random.nextDouble() - 0.5;
        }
    },
    NEGATIVE {
        @Override
        IntToDoubleFunction numbers(SplittableRandom random) {
            return i -> -1.0 - random.nextDouble();
        }
    },
    FEW_VALUES {
        @Override
        IntToDoubleFunction numbers(SplittableRandom random) {
            return i -> random.nextInt(4) / 3.0;
        }
    },
    PUBLISHED_RATES {
        @Override
        IntToDoubleFunction numbers(SplittableRandom random) {
            return i -> Math.rint(10_000 * (0.03 + 0.02 * random.nextDouble() * random.nextDouble())) / 10_000;
        }
    },
    VERDICTS {
        @Override
        IntToDoubleFunction numbers(SplittableRandom random) {
            return i -> random.nextDouble() < 0.1 ? 1.0 : 0.0;
        }
    },
    ONE_VALUE {
        @Override
        IntToDoubleFunction numbers(SplittableRandom random) {
            return i -> 0.1714;
        }
    },
    ALMOST_ONE_VALUE {
        @Override
        IntToDoubleFunction numbers(SplittableRandom random) {
            return i -> random.nextInt(5_000) == 0 ? 1e9 : 0.0;
        }
    },
    ODD {
        @Override
        IntToDoubleFunction numbers(SplittableRandom random) {
            double[] odd = {0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, 1.7e308, -1.7e308, 1.0, -1.0};
            return i -> odd[random.nextInt(odd.length)];
        }
    },
    LARGEST {
        @Override
        IntToDoubleFunction numbers(SplittableRandom random) {
            return i -> (random.nextBoolean() ? 1.0 : -1.0) * Double.MAX_VALUE * (1.0 - 1e-3 * random.nextDouble());
        }
    },
    NEIGHBOURS {
        @Override
        IntToDoubleFunction numbers(SplittableRandom random) {
            return i -> Double.longBitsToDouble(Double.doubleToLongBits(0.17) + random.nextInt(100_000));
        }
    },
    FAR_FROM_ZERO {
        @Override
        IntToDoubleFunction numbers(SplittableRandom random) {
            return i -> 3e12 + random.nextDouble();
        }
    },
    CLUSTERS_FAR_APART {
        @Override
        IntToDoubleFunction numbers(SplittableRandom random) {
            return i -> (random.nextBoolean() ? 1e-200 : 1e200) * (1 + 1e-9 * random.nextDouble());
        }
    },
    HEAVY_TAILS {
        @Override
        IntToDoubleFunction numbers(SplittableRandom random) {
            return i -> StrictMath.tan(Math.PI * (random.nextDouble() - 0.5));
        }
    },
    ANY_SIZE {
        @Override
        IntToDoubleFunction numbers(SplittableRandom random) {
            return i -> random.nextDouble() * StrictMath.pow(10.0, random.nextInt(-300, 300));
        }
    },
    ASCENDING {
        @Override
        IntToDoubleFunction numbers(SplittableRandom random) {
            return i -> i * 1e-3;
        }
    },
    NOT_ALL_FINITE {
        @Override
        IntToDoubleFunction numbers(SplittableRandom random) {
            double[] not = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
            return i -> i % 7 == 0 ? not[random.nextInt(not.length)] : random.nextDouble();
        }
    };

    abstract IntToDoubleFunction numbers(SplittableRandom random);

    double[] numbers(int count) {
        return IntStream.range(0, count)
                .mapToDouble(numbers(new SplittableRandom(5)))
                .toArray();
    }
}
