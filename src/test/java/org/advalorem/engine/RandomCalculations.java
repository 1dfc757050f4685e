package org.advalorem.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.RecordColumns;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;

/** Calculations of every operation, put together at random; the same seed gives the same one. */
final class RandomCalculations {
    private static final int INPUTS = 8;

    private final SplittableRandom random;
    private final boolean smooth;
    private final CalculationBuilder builder = new CalculationBuilder();
    private final List<Term> numbers = new ArrayList<>();
    private final List<Term> truths = new ArrayList<>();
    private final RecordTable table;

    private RandomCalculations(long seed, boolean smooth) {
        this.random = new SplittableRandom(seed);
        this.smooth = smooth;
        this.table = table();
    }

    /**
     * A calculation of that many operations.
     *
     * @param smooth whether roundings and counts, whose slope is no slope, are left out
     */
    static Calculation of(long seed, int operations, boolean smooth) {
        return new RandomCalculations(seed, smooth).make(operations);
    }

    /** As {@link #of}, with truths among the inputs and a requirement for every third truth. */
    static Calculation withRequirements(long seed, int operations) {
        RandomCalculations calculations = new RandomCalculations(seed, false);
        for (int i = 0; i < 2; i++) {
            Term truth = calculations.builder.input("truth-" + i, BigDecimal.valueOf(i), Unit.TRUTH);
            calculations.truths.add(truth);
        }
        calculations.make(operations);
        for (int i = 0; i < calculations.truths.size(); i += 3) {
            calculations.builder.require(calculations.truths.get(i), "Truth " + i + " does not hold.");
        }
        return calculations.builder.build();
    }

    /** The last term whose value is of a common size. */
    static Term output(Calculation calculation) {
        Values values = Values.of(calculation);
        Term output = calculation.terms().get(0);
        for (Term term : calculation.terms()) {
            boolean number = !term.unit().equals(Unit.TRUTH);
            output = number && isCommon(values.of(term)) ? term : output;
        }
        return output;
    }

    private static boolean isCommon(double value) {
        return Math.abs(value) >= 1e-3 && Math.abs(value) <= 1e4;
    }

    private Calculation make(int operations) {
        for (int i = 0; i < INPUTS; i++) {
            numbers.add(builder.input("input-" + i, decimal(), Unit.FRACTION));
        }
        numbers.add(builder.fraction("0.25"));
        numbers.add(builder.fraction("1"));
        truths.add(builder.truth(true));
        truths.add(number().less(number()));
        for (int i = 0; i < operations; i++) {
            Term term = random.nextInt(5) == 0 ? truth() : operation();
            if (term.unit().equals(Unit.TRUTH)) {
                truths.add(term);
            } else if (isCommon(Values.of(builder.build()).of(term))) {
                numbers.add(term);
            }
            if (random.nextInt(3) == 0) {
                builder.outline().line("Step " + i, term, Authority.derived("chance"));
            }
        }
        return builder.build();
    }

    private Term operation() {
        return switch (random.nextInt(smooth ? 14 : 17)) {
            case 0, 1 -> number().plus(number());
            case 2 -> builder.sum(List.of(number(), number(), number(), number()));
            case 3 -> number().minus(number());
            case 4 -> number().times(number());
            case 5 -> number().dividedBy(number());
            case 6 -> positive().power(number().smaller(builder.fraction("3")));
            case 7 -> number().minus(number()).positivePart();
            case 8 -> number().larger(number());
            case 9 -> number().smaller(number());
            case 10 -> truths.get(random.nextInt(truths.size())).choose(number(), number());
            case 11 -> builder.zeroedRecordSum(number(), table, columns());
            case 12 -> builder.nettedRecordSum(number(), table, columns());
            case 13 -> builder.recordQuantity(table, columns());
            case 14 -> number().rounded(random.nextInt(7));
            case 15 -> longSum();
            default ->
                // a count has a unit of its own: turn it back into a fraction
                builder.recordsBelow(number(), table, columns()).dividedBy(builder.literal(3, Unit.COUNT));
        };
    }

    private Term longSum() {
        List<Term> summands = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            summands.add(number());
        }
        return builder.sum(summands);
    }

    private Term truth() {
        Term some = truths.get(random.nextInt(truths.size()));
        Term other = truths.get(random.nextInt(truths.size()));
        return switch (random.nextInt(5)) {
            case 0 -> number().less(number());
            case 1 -> number().atMost(number());
            case 2 -> some.and(other);
            case 3 -> some.or(other);
            default -> some.not();
        };
    }

    private Term number() {
        return numbers.get(random.nextInt(numbers.size()));
    }

    private Term positive() {
        return number().larger(builder.fraction("0.1"));
    }

    private RecordColumns columns() {
        return random.nextInt(3) == 0
                ? new RecordColumns(builder.fraction("1"), builder.fraction("0"), builder.fraction("1"))
                : new RecordColumns(positive(), number(), positive());
    }

    private BigDecimal decimal() {
        return BigDecimal.valueOf(random.nextInt(1, 1_000_000), 5);
    }

    private RecordTable table() {
        // of a single record the sum is worked out another way
        int rows = random.nextInt(3) == 0 ? 1 : random.nextInt(30);
        double[] prices = new double[rows];
        double[] quantities = new double[rows];
        for (int i = 0; i < rows; i++) {
            prices[i] = random.nextInt(1_000) / 100.0;
            quantities[i] = random.nextInt(1_000) / 1000.0;
        }
        return RecordTable.of("rows", Unit.FRACTION, Unit.FRACTION, prices, quantities);
    }
}
