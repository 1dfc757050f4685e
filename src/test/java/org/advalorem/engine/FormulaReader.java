package org.advalorem.engine;

import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
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
    private static final Map<String, BinaryOperator<Printed>> FUNCTIONS = Map.of(
            "max",
            Printed::larger,
            "min",
            Printed::smaller,
            "round",
            (value, places) -> value.rounded((int) places.value()));

    private final String text;
    private final Map<String, RecordTable> tables;
    private int position;
    private Printed quantity = Printed.exactly(Double.NaN);
    private Printed price = Printed.exactly(Double.NaN);

    private FormulaReader(String text, Map<String, RecordTable> tables) {
        this.text = text;
        this.tables = tables;
    }

    /** The value of the formula; records are found by the name of their table. */
    static double evaluate(String text, Map<String, RecordTable> tables) {
        return read(text, tables).value();
    }

    /** The value of the formula and how far it can be from that of the numbers before they were printed. */
    static Printed read(String text, Map<String, RecordTable> tables) {
        FormulaReader reader = new FormulaReader(text, tables);
        Printed value = reader.any();
        if (reader.position < text.length()) {
            throw reader.problem("the end");
        }
        return value;
    }

    private Printed any() {
        return take("sum over ") || take("count over ") ? overRecords() : or();
    }

    private Printed overRecords() {
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
        Printed outerQuantity = quantity;
        Printed outerPrice = price;
        Printed total = Printed.exactly(0.0);
        for (int i = 0; i < rows; i++) {
            position = start;
            quantity = Printed.exactly(table.quantity(i));
            price = Printed.exactly(table.price(i));
            total = total.plus(or());
        }
        if (rows == 0) {
            // there is no record to read the rest with
            or();
        }
        quantity = outerQuantity;
        price = outerPrice;
        return total;
    }

    private Printed or() {
        Printed value = and();
        while (take(" or ")) {
            value = value.or(and());
        }
        return value;
    }

    private Printed and() {
        Printed value = not();
        while (take(" and ")) {
            value = value.and(not());
        }
        return value;
    }

    private Printed not() {
        return take("not ") ? comparison().not() : comparison();
    }

    private Printed comparison() {
        Printed value = sum();
        if (take(" < ")) {
            return value.less(sum());
        }
        return take(" <= ") ? value.atMost(sum()) : value;
    }

    private Printed sum() {
        Printed value = product();
        while (true) {
            if (take(" + ")) {
                value = value.plus(product());
            } else if (take(" - ")) {
                value = value.minus(product());
            } else {
                return value;
            }
        }
    }

    private Printed product() {
        Printed value = power();
        while (true) {
            if (take(" * ")) {
                value = value.times(power());
            } else if (take(" / ")) {
                value = value.dividedBy(power());
            } else {
                return value;
            }
        }
    }

    private Printed power() {
        Printed value = atom();
        return take(" ^ ") ? value.power(atom()) : value;
    }

    private Printed atom() {
        if (take("(")) {
            Printed value = any();
            expect(")");
            return value;
        }
        for (Map.Entry<String, BinaryOperator<Printed>> function : FUNCTIONS.entrySet()) {
            if (take(function.getKey() + "(")) {
                Printed first = any();
                expect(", ");
                Printed second = any();
                expect(")");
                return function.getValue().apply(first, second);
            }
        }
        return take("if(") ? choice() : name();
    }

    private Printed choice() {
        Printed condition = any();
        expect(", ");
        Printed yes = any();
        expect(", ");
        Printed no = any();
        expect(")");
        return condition.choose(yes, no);
    }

    private Printed name() {
        if (take("quantity")) {
            return quantity;
        }
        if (take("price")) {
            return price;
        }
        if (take("yes")) {
            return Printed.exactly(1.0);
        }
        return take("no") ? Printed.exactly(0.0) : number();
    }

    private Printed number() {
        int start = position;
        take("-");
        for (String word : List.of("NaN", "Infinity")) {
            if (take(word)) {
                return Printed.exactly(Double.parseDouble(text.substring(start, position)));
            }
        }
        while (position < text.length() && (Character.isDigit(text.charAt(position)) || text.charAt(position) == '.')) {
            position++;
        }
        try {
            return Printed.rounded(Double.parseDouble(text.substring(start, position)));
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
