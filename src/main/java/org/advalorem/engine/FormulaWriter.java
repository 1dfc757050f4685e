package org.advalorem.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.calculation.Withheld;

/**
 * A writer of terms as formulas, in words or in numbers.
 *
 * <p>Operators, loosest first: {@code or}; {@code and}; {@code not}; {@code <} and {@code <=}; {@code +} and {@code -};
 * then {@code *} and {@code /}; {@code ^}. Functions: {@code max}, {@code min}, {@code round(x, places)} and {@code
 * if(condition, yes, no)}. {@code sum over 3 records (name) of ...} governs all that follows, evaluated for each
 * record's {@code quantity} and {@code price}. Literals are written as numbers. Negative numbers bind as loosely as a
 * difference.
 */
final class FormulaWriter {
    /** The number of terms up to which a sum is always written out in full. */
    static final int LONG_SUM = 12;

    private static final int DEEPEST = 12;

    private final Values values;
    private final Names names;

    /**
     * The style of a formula: in words or in numbers, with long sums shortened or in full.
     *
     * @param marks whether numbers that a term gives are written as its mark, see {@link Explanation#marked}
     */
    record Form(boolean numbers, boolean full, boolean marks) {
        Form(boolean numbers, boolean full) {
            this(numbers, full, false);
        }
    }

    /** How tightly a text binds; a text that binds more loosely than its context requires is put in parentheses. */
    private enum Binding {
        ANYTHING,
        OR,
        AND,
        NOT,
        COMPARISON,
        SUM,
        PRODUCT,
        POWER,
        ATOM
    }

    private record Text(String text, Binding binding) {
        String in(Binding place) {
            return binding.compareTo(place) < 0 ? "(" + text + ")" : text;
        }
    }

    FormulaWriter(Values values, Names names) {
        this.values = values;
        this.names = names;
    }

    /** The term expressed in its operands. */
    String formula(Term term, Form form) {
        return expand(term, form, 0).text();
    }

    /** The name or value of the term alone. */
    String reference(Term term, Form form) {
        return operand(term, form, DEEPEST).text();
    }

    /** The terms that the formula of a term mentions without writing them out, literals excepted, in order. */
    Set<Term> mentioned(Term term) {
        Set<Term> found = new LinkedHashSet<>();
        collect(term, 0, found);
        return found;
    }

    private void collect(Term term, int depth, Set<Term> found) {
        for (int i = 0; i < term.operands().size(); i++) {
            Term operand = term.operands().get(i);
            if (isNeutral(term, i)) {
                continue;
            }
            if (operand.operation() == Operation.INPUT || isCalled(operand, depth)) {
                found.add(operand);
            } else {
                collect(operand, depth + 1, found);
            }
        }
    }

    /** Whether the term is mentioned by name. A literal never is: steps that show the same number would be confused. */
    private boolean isCalled(Term term, int depth) {
        return term.operation() != Operation.LITERAL
                && (depth >= DEEPEST || names.of(term).isPresent());
    }

    private Text operand(Term term, Form form, int depth) {
        Optional<String> name = term.operation() == Operation.LITERAL ? names.literal(term) : names.of(term);
        if (name.isPresent()) {
            return form.numbers() ? number(term, form) : new Text(name.get(), Binding.ATOM);
        }
        boolean tooDeep = depth >= DEEPEST && term.operation() != Operation.LITERAL;
        return tooDeep && term.operation() != Operation.INPUT ? number(term, form) : expand(term, form, depth + 1);
    }

    private String operand(Term term, int i, Form form, int depth, Binding place) {
        return operand(term.operands().get(i), form, depth).in(place);
    }

    private Text number(Term term, Form form) {
        Text number = number(term);
        return form.marks() && term.operation() != Operation.LITERAL
                ? new Text(Explanation.MARK + term.index() + Explanation.MARK, number.binding())
                : number;
    }

    private Text number(Term term) {
        return number(values.of(term), term.unit());
    }

    private static Text number(double value, Unit unit) {
        if (unit.equals(Unit.TRUTH)) {
            return new Text(Arithmetic.holds(value) ? "yes" : "no", Binding.ATOM);
        }
        return new Text(Numbers.plain(value), value < 0.0 ? Binding.SUM : Binding.ATOM);
    }

    private Text expand(Term term, Form form, int depth) {
        return switch (term.operation()) {
            case INPUT -> form.numbers() ? number(term, form) : new Text(names.input(term), Binding.ATOM);
            case LITERAL -> number(term);
            case SUM -> sum(term, form, depth);
            case DIFFERENCE -> difference(term, form, depth);
            case PRODUCT -> infix(term, " * ", form, depth, Binding.PRODUCT, Binding.PRODUCT, Binding.POWER);
            case QUOTIENT -> infix(term, " / ", form, depth, Binding.PRODUCT, Binding.PRODUCT, Binding.POWER);
            case POWER -> infix(term, " ^ ", form, depth, Binding.POWER, Binding.ATOM, Binding.ATOM);
            case POSITIVE_PART -> new Text("max(0, " + operand(term, 0, form, depth, Binding.OR) + ")", Binding.ATOM);
            case LARGER -> function("max", term, form, depth, "");
            case SMALLER -> function("min", term, form, depth, "");
            case LESS -> infix(term, " < ", form, depth, Binding.COMPARISON, Binding.SUM, Binding.SUM);
            case AT_MOST -> infix(term, " <= ", form, depth, Binding.COMPARISON, Binding.SUM, Binding.SUM);
            case BOTH -> infix(term, " and ", form, depth, Binding.AND, Binding.AND, Binding.NOT);
            case EITHER -> infix(term, " or ", form, depth, Binding.OR, Binding.OR, Binding.AND);
            case NOT -> new Text("not " + operand(term, 0, form, depth, Binding.ATOM), Binding.NOT);
            case CHOOSE -> function("if", term, form, depth, "");
            case ROUND -> function("round", term, form, depth, ", " + term.places());
            case RECORD_SUM_ZEROED -> overRecords(term, form, depth, "max(0, ", ")");
            case RECORD_SUM_NETTED -> overRecords(term, form, depth, "(", ")");
            case RECORDS_BELOW ->
                new Text(
                        "count" + over(term) + " of " + price(term, form, depth).text() + " < "
                                + operand(term, 0, form, depth, Binding.SUM),
                        Binding.ANYTHING);
            case RECORD_QUANTITY ->
                new Text("sum" + over(term) + " of " + quantity(term, 0, form, depth), Binding.ANYTHING);
        };
    }

    private String over(Term term) {
        // the name of a group of records may be that of a grade
        return Withheld.is(values.of(term)) ? " over the records" : names.over(term.table());
    }

    private Text difference(Term term, Form form, int depth) {
        Text from = operand(term.operands().get(0), form, depth);
        Text subtracted = operand(term.operands().get(1), form, depth);
        boolean nothing = isLiteral(term.operands().get(1), 0)
                && subtracted.equals(number(term.operands().get(1)));
        return names.gathered().isPresent() && nothing
                ? from
                : new Text(from.in(Binding.SUM) + " - " + subtracted.in(Binding.PRODUCT), Binding.SUM);
    }

    private Text infix(Term term, String sign, Form form, int depth, Binding own, Binding left, Binding right) {
        return new Text(operand(term, 0, form, depth, left) + sign + operand(term, 1, form, depth, right), own);
    }

    private Text function(String name, Term term, Form form, int depth, String ending) {
        List<String> arguments = new ArrayList<>();
        for (Term operand : term.operands()) {
            arguments.add(operand(operand, form, depth).in(Binding.OR));
        }
        return new Text(name + "(" + String.join(", ", arguments) + ending + ")", Binding.ATOM);
    }

    private Text sum(Term term, Form form, int depth) {
        List<Term> summands = term.operands();
        Optional<String> whole = names.sum(summands);
        if (whole.isPresent()) {
            return new Text(whole.get(), Binding.ANYTHING);
        }
        boolean gathers = names.gathered().isPresent();
        boolean shortened = summands.size() > LONG_SUM && !form.full() && !gathers;
        List<Text> texts = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (Term summand : shortened ? summands.subList(0, 2) : summands) {
            // a pure number that is added belongs to the formula; one that multiplies may be a column
            boolean constant =
                    summand.operation() == Operation.LITERAL && summand.unit().isFraction();
            texts.add(constant ? number(summand) : operand(summand, form, depth));
            parts.add(texts.get(parts.size()).in(parts.isEmpty() ? Binding.SUM : Binding.PRODUCT));
        }
        if (gathers && Set.copyOf(texts).size() == 1) {
            String before = names.gathered().get();
            return before.isEmpty()
                    ? texts.get(0)
                    : new Text(before + texts.get(0).in(Binding.PRODUCT), Binding.ANYTHING);
        }
        if (shortened) {
            parts.add("... (" + Numbers.grouped(summands.size()) + " terms)");
        }
        return new Text(String.join(" + ", parts), Binding.SUM);
    }

    private Text overRecords(Term term, Form form, int depth, String open, String close) {
        return new Text(
                "sum" + over(term) + " of " + quantity(term, 3, form, depth) + " * " + open
                        + operand(term, 0, form, depth, Binding.SUM) + " - "
                        + price(term, form, depth).in(Binding.PRODUCT) + close,
                Binding.ANYTHING);
    }

    private Text price(Term term, Form form, int depth) {
        String price = isNeutral(term, 1) ? "price" : operand(term, 1, form, depth, Binding.PRODUCT) + " * price";
        return isNeutral(term, 2)
                ? new Text(price, Binding.PRODUCT)
                : new Text(price + " + " + operand(term, 2, form, depth, Binding.PRODUCT), Binding.SUM);
    }

    private String quantity(Term term, int scale, Form form, int depth) {
        String quantity = names.quantity(term.table());
        return isNeutral(term, scale)
                ? quantity
                : operand(term, scale, form, depth, Binding.PRODUCT) + " * " + quantity;
    }

    /** Whether an operand of a sum over records is the factor of 1 or the shift of 0 of an unchanged column. */
    private boolean isNeutral(Term term, int operand) {
        int shift = term.operation() == Operation.RECORD_QUANTITY ? -1 : 2;
        boolean column = term.operation().isOverRecords() && (operand > 0 || shift < 0);
        Term changed = term.operands().get(operand);
        return column && changed.operands().isEmpty() && values.of(changed) == (operand == shift ? 0.0 : 1.0);
    }

    private static boolean isLiteral(Term term, int number) {
        return term.operation() == Operation.LITERAL && term.decimal().doubleValue() == number;
    }
}
