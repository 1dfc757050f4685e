package org.advalorem.engine;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.RecordTable;

/**
 * Computes a printed formula from its text alone, by recursive descent.
 *
 * <pre>
 * or:         and ("or" and)*
 * and:        not ("and" not)*
 * not:        "not" comparison | comparison
 * comparison: sum (("&lt;" | "&lt;=") sum)?
 * sum:        product (("+" | "-") product)*
 * product:    power (("*" | "/") power)*
 * power:      atom ("^" atom)?
 * atom:       "-"? number | "yes" | "no" | "(" any ")" | name "(" any ("," any)* ")" | "quantity" | "price"
 * any:        ("sum" | "count") "over" number ("record" | "records") "(" name ")" "of" or | or
 * </pre>
 */
final class FormulaReader {
    private final String text;
    private final Map<String, RecordTable> tables;
    private int position;
    private double quantity = Double.NaN;
    private double price = Double.NaN;

    private FormulaReader(String text, Map<String, RecordTable> tables) {
        this.text = text;
        this.tables = tables;
    }

    /** The value of the formula; records are found by the name of their table. */
    static double evaluate(String text, Map<String, RecordTable> tables) {
        FormulaReader reader = new FormulaReader(text, tables);
        double value = reader.any();
        if (reader.position < text.length()) {
            throw reader.problem("the end");
        }
        return value;
    }

    private double any() {
        return take("sum over ") || take("count over ") ? overRecords() : or();
    }

    private double overRecords() {
        int end = text.indexOf(' ', position);
        int rows = Integer.parseInt(text.substring(position, end).replace(",", ""));
        position = end;
        expect(rows == 1 ? " record (" : " records (");
        int close = text.indexOf(')', position);
        RecordTable table = tables.get(text.substring(position, close));
        position = close;
        expect(") of ");
        if (table == null || table.rows() != rows) {
            throw problem("a known table of " + rows + " records");
        }
        int start = position;
        double outerQuantity = quantity;
        double outerPrice = price;
        double total = 0.0;
        for (int i = 0; i < rows; i++) {
            position = start;
            quantity = table.quantity(i);
            price = table.price(i);
            total += or();
        }
        if (rows == 0) {
            // there is no record to read the rest with
            or();
        }
        quantity = outerQuantity;
        price = outerPrice;
        return total;
    }

    private double or() {
        double value = and();
        while (take(" or ")) {
            double next = and();
            value = value == 1.0 || next == 1.0 ? 1.0 : 0.0;
        }
        return value;
    }

    private double and() {
        double value = not();
        while (take(" and ")) {
            double next = not();
            value = value == 1.0 && next == 1.0 ? 1.0 : 0.0;
        }
        return value;
    }

    private double not() {
        return take("not ") ? 1.0 - comparison() : comparison();
    }

    private double comparison() {
        double value = sum();
        if (take(" < ")) {
            return LegalDecimals.less(value, sum()) ? 1.0 : 0.0;
        }
        return take(" <= ") ? (LegalDecimals.atMost(value, sum()) ? 1.0 : 0.0) : value;
    }

    private double sum() {
        double value = product();
        while (true) {
            if (take(" + ")) {
                value += product();
            } else if (take(" - ")) {
                value -= product();
            } else {
                return value;
            }
        }
    }

    private double product() {
        double value = power();
        while (true) {
            if (take(" * ")) {
                value *= power();
            } else if (take(" / ")) {
                value /= power();
            } else {
                return value;
            }
        }
    }

    private double power() {
        double value = atom();
        return take(" ^ ") ? StrictMath.pow(value, atom()) : value;
    }

    private double atom() {
        if (take("(")) {
            double value = any();
            expect(")");
            return value;
        }
        for (Map.Entry<String, DoubleBinaryOperator> function : FUNCTIONS.entrySet()) {
            if (take(function.getKey() + "(")) {
                double first = any();
                expect(", ");
                double second = any();
                expect(")");
                return function.getValue().applyAsDouble(first, second);
            }
        }
        if (take("pos(")) {
            double value = any();
            expect(")");
            return Math.max(0.0, value);
        }
        return take("if(") ? choice() : name();
    }

    private static final Map<String, DoubleBinaryOperator> FUNCTIONS = Map.of(
            "max", Math::max,
            "min", Math::min,
            "round", (value, places) -> LegalDecimals.round(value, (int) places));

    private double choice() {
        double condition = any();
        expect(", ");
        double yes = any();
        expect(", ");
        double no = any();
        expect(")");
        return condition == 1.0 ? yes : no;
    }

    private double name() {
        if (take("quantity")) {
            return quantity;
        }
        if (take("price")) {
            return price;
        }
        if (take("yes")) {
            return 1.0;
        }
        return take("no") ? 0.0 : number();
    }

    private double number() {
        int start = position;
        take("-");
        for (String word : List.of("NaN", "Infinity")) {
            if (take(word)) {
                return Double.parseDouble(text.substring(start, position));
            }
        }
        while (position < text.length() && (Character.isDigit(text.charAt(position)) || text.charAt(position) == '.')) {
            position++;
        }
        try {
            return Double.parseDouble(text.substring(start, position));
        } catch (NumberFormatException e) {
            throw problem("a number");
        }
    }

    private boolean take(String token) {
        boolean there = text.startsWith(token, position);
        position += there ? token.length() : 0;
        return there;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw problem("(" + token + ")");
        }
    }

    private IllegalArgumentException problem(String wanted) {
        return new IllegalArgumentException("Expected " + wanted + " at " + position + " of: " + text);
    }
}
