package org.advalorem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;

/**
 * A calculation evaluated in 40 decimal digits from the decimals that were written, without any code of the readers.
 *
 * <p>Beside the value stands its <em>size</em>: what the value would be if nothing cancelled. An error of the double of
 * each operand by a part of its size moves the result by no more than that part of the result's size, so a reader is
 * right when it differs by a small part of the size. Comparisons and roundings first take 13 digits, as the law of this
 * project does. A value that does not exist (division by zero) or that no double holds is empty, and so is all that needs
 * it.
 */
public final class ExactOracle {
    /** The largest error of a reader, relative to the size. */
    public static final double TOLERANCE = 1e-12;

    private static final MathContext DIGITS = new MathContext(40, RoundingMode.HALF_EVEN);
    private static final MathContext THIRTEEN = new MathContext(13, RoundingMode.HALF_EVEN);
    private static final MathContext FIFTEEN = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final BigDecimal SMALL = new BigDecimal("1e-12");
    private static final BigDecimal LARGEST = new BigDecimal("1e300");
    private static final BigDecimal ZERO = BigDecimal.ZERO;
    private static final BigDecimal ONE = BigDecimal.ONE;

    private final Calculation calculation;
    private final Map<String, BigDecimal> replacedInputs;
    private final Optional<ExactOracle> base;
    private final Result[] results;
    private final Map<RecordTable, List<Purchase>> records;

    private record Result(BigDecimal value, BigDecimal size) {}

    private record Purchase(BigDecimal price, BigDecimal quantity) {}

    private ExactOracle(Calculation calculation, Map<String, BigDecimal> replacedInputs) {
        this.calculation = calculation;
        this.replacedInputs = replacedInputs;
        this.base = Optional.empty();
        this.records = new HashMap<>();
        this.results = new Result[calculation.terms().size()];
        for (Term term : calculation.terms()) {
            results[term.index()] = tryEvaluate(term);
        }
    }

    private ExactOracle(ExactOracle other, String address, BigDecimal decimal) {
        this.calculation = other.calculation;
        this.replacedInputs = new HashMap<>(other.replacedInputs);
        this.base = Optional.of(other);
        this.records = other.records;
        this.results = other.results.clone();
        replacedInputs.put(address, decimal);
        Term input = calculation.input(address).orElseThrow();
        BitSet changed = new BitSet();
        changed.set(input.index());
        for (Term term : calculation.terms()) {
            int i = term.index();
            if (changed.get(i) || term.operands().stream().anyMatch(operand -> changed.get(operand.index()))) {
                results[i] = tryEvaluate(term);
                changed.set(i, !Objects.equals(results[i], other.results[i]));
            }
        }
    }

    /** The exact values at the inputs as they were read. */
    public static ExactOracle of(Calculation calculation) {
        return of(calculation, Map.of());
    }

    /** The exact values with some inputs replaced. */
    public static ExactOracle of(Calculation calculation, Map<String, BigDecimal> replacedInputs) {
        return new ExactOracle(calculation, replacedInputs);
    }

    /**
     * The exact values a little further on: one more input replaced, and what is rounded moved as far as it would move
     * unrounded, since that is what a gradient is the gradient of. Only what depends on the input is worked out anew.
     */
    public ExactOracle stepped(String address, BigDecimal decimal) {
        return new ExactOracle(this, address, decimal);
    }

    /** Asserts that the value reader agrees with the exact value at every term. */
    public static void assertAgrees(Calculation calculation) {
        of(calculation).assertAgrees(Values.of(calculation));
    }

    /** Asserts that those values agree with the exact ones at every term that has one. */
    public void assertAgrees(Values values) {
        for (Term term : calculation.terms()) {
            assertAgrees(term, values.of(term));
        }
    }

    /** Asserts that the value of one term agrees with the exact one, if there is one. */
    public void assertAgrees(Term term, double value) {
        Result exact = results[term.index()];
        if (exact != null) {
            assertThat(value).as("%s should be %s", term, exact.value()).isFinite();
            double error = new BigDecimal(value).subtract(exact.value()).abs().doubleValue();
            assertThat(error)
                    .as("%s is %s and should be %s, of size %s", term, value, exact.value(), exact.size())
                    .isLessThanOrEqualTo(TOLERANCE * exact.size().doubleValue());
        }
    }

    /** The exact value; empty where there is none. */
    public Optional<BigDecimal> value(Term term) {
        return Optional.ofNullable(results[term.index()]).map(Result::value);
    }

    /** The sum of absolute terms that an error is measured against; empty where there is no value. */
    public Optional<BigDecimal> size(Term term) {
        return Optional.ofNullable(results[term.index()]).map(Result::size);
    }

    private Result tryEvaluate(Term term) {
        try {
            Result result = evaluate(term);
            return result.value().abs().compareTo(LARGEST) > 0 ? null : result;
        } catch (ArithmeticException | Missing e) {
            return null;
        }
    }

    private Result evaluate(Term term) {
        return switch (term.operation()) {
            case INPUT -> leaf(replacedInputs.getOrDefault(term.address(), term.decimal()));
            case LITERAL -> leaf(term.decimal());
            case SUM -> {
                BigDecimal value = ZERO;
                BigDecimal size = ZERO;
                for (int i = 0; i < term.operands().size(); i++) {
                    value = value.add(value(term, i), DIGITS);
                    size = size.add(size(term, i), DIGITS);
                }
                yield new Result(value, size);
            }
            case DIFFERENCE ->
                new Result(
                        value(term, 0).subtract(value(term, 1), DIGITS),
                        size(term, 0).add(size(term, 1), DIGITS));
            case PRODUCT ->
                new Result(
                        value(term, 0).multiply(value(term, 1), DIGITS),
                        productSize(operand(term, 0), operand(term, 1)));
            case QUOTIENT -> {
                BigDecimal value = value(term, 0).divide(value(term, 1), DIGITS);
                BigDecimal ofDivisor = value.multiply(size(term, 1), DIGITS);
                yield new Result(
                        value,
                        size(term, 0).add(ofDivisor.abs()).divide(value(term, 1).abs(), DIGITS));
            }
            case POWER -> power(operand(term, 0), operand(term, 1));
            case POSITIVE_PART -> positivePart(operand(term, 0));
            case LARGER ->
                new Result(value(term, 0).max(value(term, 1)), size(term, 0).max(size(term, 1)));
            case SMALLER ->
                new Result(value(term, 0).min(value(term, 1)), size(term, 0).max(size(term, 1)));
            case LESS -> truth(legal(term, 0).compareTo(legal(term, 1)) < 0);
            case AT_MOST -> truth(legal(term, 0).compareTo(legal(term, 1)) <= 0);
            case BOTH -> truth(holds(term, 0) && holds(term, 1));
            case EITHER -> truth(holds(term, 0) || holds(term, 1));
            case NOT -> truth(!holds(term, 0));
            case CHOOSE -> operand(term, holds(term, 0) ? 1 : 2);
            case ROUND -> rounded(term);
            case RECORD_SUM_ZEROED -> recordSum(term, true);
            case RECORD_SUM_NETTED -> recordSum(term, false);
            case RECORDS_BELOW -> recordsBelow(term);
            case RECORD_QUANTITY -> {
                BigDecimal total = ZERO;
                for (Purchase purchase : records(term.table())) {
                    total = total.add(purchase.quantity());
                }
                yield new Result(total.multiply(value(term, 0), DIGITS), total.multiply(size(term, 0), DIGITS));
            }
        };
    }

    private Result rounded(Term term) {
        Result moved = operand(term, 0);
        if (base.isEmpty()) {
            BigDecimal legal = legal(term, 0);
            BigDecimal taken =
                    legal.scale() > term.places() ? legal : value(term, 0).round(FIFTEEN);
            return new Result(taken.setScale(term.places(), RoundingMode.HALF_UP), moved.size());
        }
        BigDecimal from = base.get().value(term, 0);
        return new Result(
                base.get().results[term.index()].value().add(moved.value().subtract(from)), moved.size());
    }

    private static Result leaf(BigDecimal decimal) {
        return new Result(decimal, decimal.abs());
    }

    private static Result truth(boolean holds) {
        return new Result(holds ? ONE : ZERO, ONE);
    }

    private static BigDecimal productSize(Result a, Result b) {
        return a.size()
                .multiply(b.value().abs(), DIGITS)
                .add(b.size().multiply(a.value().abs(), DIGITS));
    }

    private static Result power(Result base, Result exponent) {
        if (base.value().signum() <= 0 && exponent.value().signum() <= 0) {
            throw new Missing();
        }
        BigDecimal value = BigDecimalMath.pow(base.value(), exponent.value(), DIGITS);
        if (base.value().signum() <= 0) {
            return new Result(value, value.abs());
        }
        BigDecimal byBase = exponent.value().abs().multiply(base.size()).divide(base.value(), DIGITS);
        BigDecimal byExponent = BigDecimalMath.log(base.value(), DIGITS).abs().multiply(exponent.size());
        BigDecimal amplification = ONE.add(byBase).add(byExponent);
        return new Result(value, value.multiply(amplification, DIGITS));
    }

    /** Far below zero an error of the operand has no effect. */
    private static Result positivePart(Result operand) {
        boolean far = operand.value().compareTo(operand.size().multiply(SMALL).negate()) < 0;
        return new Result(operand.value().max(ZERO), far ? ZERO : operand.size());
    }

    private Result recordSum(Term term, boolean zeroed) {
        BigDecimal value = ZERO;
        BigDecimal size = ZERO;
        for (Purchase purchase : records(term.table())) {
            Result gap = gap(term, purchase.price());
            Result gain = zeroed ? positivePart(gap) : gap;
            value = value.add(purchase.quantity().multiply(gain.value(), DIGITS), DIGITS);
            size = size.add(purchase.quantity().multiply(gain.size(), DIGITS), DIGITS);
        }
        Result sum = new Result(value, size);
        Result scale = operand(term, 3);
        return new Result(sum.value().multiply(scale.value(), DIGITS), productSize(sum, scale));
    }

    /** A record whose price is the benchmark within the error may be counted or not. */
    private Result recordsBelow(Term term) {
        int below = 0;
        int doubtful = 0;
        for (Purchase purchase : records(term.table())) {
            Result gap = gap(term, purchase.price());
            below += gap.value().signum() > 0 ? 1 : 0;
            doubtful += gap.value().abs().compareTo(gap.size().multiply(SMALL)) <= 0 ? 1 : 0;
        }
        BigDecimal allowance = BigDecimal.valueOf(doubtful).divide(SMALL, DIGITS);
        return new Result(BigDecimal.valueOf(below), allowance.add(BigDecimal.valueOf(below)));
    }

    /** The benchmark less the changed price of a record. */
    private Result gap(Term term, BigDecimal price) {
        BigDecimal changed = value(term, 1).multiply(price, DIGITS).add(value(term, 2), DIGITS);
        BigDecimal size =
                size(term, 0).add(size(term, 1).multiply(price.abs(), DIGITS)).add(size(term, 2), DIGITS);
        return new Result(value(term, 0).subtract(changed, DIGITS), size);
    }

    private List<Purchase> records(RecordTable table) {
        return records.computeIfAbsent(table, ExactOracle::purchases);
    }

    private static List<Purchase> purchases(RecordTable table) {
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            purchases.add(new Purchase(decimal(table.price(i)), decimal(table.quantity(i))));
        }
        return purchases;
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(value).round(FIFTEEN).stripTrailingZeros();
    }

    private boolean holds(Term term, int i) {
        return value(term, i).compareTo(ONE) == 0;
    }

    private BigDecimal legal(Term term, int i) {
        return value(term, i).round(THIRTEEN);
    }

    private BigDecimal value(Term term, int i) {
        return operand(term, i).value();
    }

    private BigDecimal size(Term term, int i) {
        return operand(term, i).size();
    }

    private Result operand(Term term, int i) {
        List<Term> operands = term.operands();
        Result result = results[operands.get(i).index()];
        if (result == null) {
            throw new Missing();
        }
        return result;
    }

    /** An operand has no value. */
    private static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
