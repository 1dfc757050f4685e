package org.advalorem.report.workbook;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;

/**
 * An operation of the calculation as a spreadsheet writes it. Nothing here knows a rule: only what the operations are called.
 *
 * <p>Comparisons and roundings take their operands to 13 significant digits first, as {@link
 * org.advalorem.calculation.LegalDecimals} does, because spreadsheets compare at 15 and round what they display.
 */
final class CellFormula {
    /** How loosely an operation binds: its operands are put in parentheses if they bind more loosely. */
    private static final int COMPARED = 0;

    private static final int ADDED = 1;
    private static final int MULTIPLIED = 2;
    private static final int RAISED = 3;
    private static final int ATOM = 4;

    /** A range saves nothing for fewer. */
    private static final int FEWEST_OF_RANGE = 3;
    /** The digits, beyond the 13, that are used where those do not extend beyond the place being rounded to. */
    private static final int MORE_DIGITS = 2;

    private final Splits splits;
    private final Names names;

    CellFormula(Splits splits, Names names) {
        this.splits = splits;
        this.names = names;
    }

    /** The names of cells. */
    interface Names {
        /** The cell of a node. */
        String of(Node node);

        /** How many of the first nodes are side by side in their order. */
        int together(List<Node> nodes);

        /** The range of cells of nodes that are side by side. */
        String range(List<Node> nodes);

        /** The range of the prices of a table of records. */
        String prices(RecordTable records);

        /** The range of the quantities of a table of records. */
        String quantities(RecordTable records);
    }

    private record Written(String text, int binding) {}

    /** The formula of a node, without the equals sign. */
    String of(Node node) {
        return written(node).text();
    }

    private Written written(Node node) {
        if (node instanceof Node.Quantity quantity) {
            return operation(quantity.term());
        }
        if (node instanceof Node.Legal legal) {
            String x = names.of(new Node.Quantity(legal.term()));
            return atom("IF(" + x + "=0,0,ROUND(" + x + ",12-INT(LOG10(ABS(" + x + ")))))");
        }
        if (node instanceof Node.Digits digits) {
            String x = names.of(new Node.Quantity(digits.term()));
            return atom("IF(" + x + "=0," + digits.places() + ",12-INT(LOG10(ABS(" + x + "))))");
        }
        if (node instanceof Node.Part part) {
            return sum(part.summands());
        }
        if (node instanceof Node.Recorded recorded) {
            String money = operand(recorded.benchmark(), ADDED) + "-" + operand(recorded.shift(), MULTIPLIED);
            return new Written("(" + money + ")/" + operand(recorded.scale(), RAISED), MULTIPLIED);
        }
        return recordSum(((Node.RecordSum) node).term());
    }

    private Written operation(Term term) {
        return switch (term.operation()) {
            case INPUT, LITERAL -> atom(names.of(new Node.Quantity(term)));
            case SUM -> splits.isDivided(term) ? parts(term) : sum(term.operands());
            case DIFFERENCE -> infix(term, "-", ADDED);
            case PRODUCT -> infix(term, "*", MULTIPLIED);
            case QUOTIENT -> quotient(term);
            case POWER -> new Written(operand(term, 0, ATOM) + "^" + operand(term, 1, ATOM), RAISED);
            case POSITIVE_PART -> atom("MAX(0," + operand(term, 0, COMPARED) + ")");
            case LARGER -> call("MAX", term.operands());
            case SMALLER -> call("MIN", term.operands());
            case LESS -> compared(term, "<");
            case AT_MOST -> compared(term, "<=");
            case BOTH -> call("AND", flat(term));
            case EITHER -> call("OR", flat(term));
            case NOT -> call("NOT", term.operands());
            case CHOOSE -> call("IF", term.operands());
            case ROUND -> rounded(term);
            case RECORD_SUM_ZEROED, RECORD_SUM_NETTED -> {
                String scales = operand(term, 3, MULTIPLIED) + "*" + operand(term, 1, RAISED) + "*";
                yield new Written(scales + names.of(new Node.RecordSum(term)), MULTIPLIED);
            }
            case RECORDS_BELOW -> {
                String x = names.of(Node.Recorded.of(term));
                yield term.table().rows() == 0
                        ? atom("0")
                        : atom("SUMPRODUCT((" + names.prices(term.table()) + "<" + x + ")*1)");
            }
            case RECORD_QUANTITY -> {
                String total = term.table().rows() == 0 ? "0" : "SUM(" + names.quantities(term.table()) + ")";
                yield new Written(operand(term, 0, MULTIPLIED) + "*" + total, MULTIPLIED);
            }
        };
    }

    private Written recordSum(Term term) {
        RecordTable table = term.table();
        if (table.rows() == 0) {
            return atom("0");
        }
        String x = names.of(Node.Recorded.of(term));
        String prices = names.prices(table);
        String quantities = names.quantities(table);
        return atom(
                term.operation() == Operation.RECORD_SUM_NETTED
                        ? "SUMPRODUCT(" + x + "-" + prices + "," + quantities + ")"
                        : "SUMPRODUCT((" + prices + "<" + x + ")*(" + x + "-" + prices + ")*" + quantities + ")");
    }

    private Written infix(Term term, String sign, int binding) {
        return new Written(operand(term, 0, binding) + sign + operand(term, 1, binding + 1), binding);
    }

    private Written quotient(Term term) {
        Written plain = infix(term, "/", MULTIPLIED);
        return splits.isGuarded(term) ? atom("IF(" + operand(term, 1, ADDED) + "=0,0," + plain.text() + ")") : plain;
    }

    private Written rounded(Term term) {
        Term of = term.operands().get(0);
        if (isNumber(of) || term.unit().isFraction()) {
            return atom("ROUND(" + legal(of) + "," + term.places() + ")");
        }
        String digits = names.of(new Node.Digits(of, term.places()));
        String enough = "IF(" + digits + ">" + term.places() + "," + digits + "," + digits + "+" + MORE_DIGITS + ")";
        return atom("ROUND(ROUND(" + names.of(new Node.Quantity(of)) + "," + enough + ")," + term.places() + ")");
    }

    private Written compared(Term term, String sign) {
        return new Written(
                legal(term.operands().get(0)) + sign + legal(term.operands().get(1)), COMPARED);
    }

    /** A term as legal decimal; a number that is stated is one. */
    private String legal(Term term) {
        return names.of(isNumber(term) ? new Node.Quantity(term) : new Node.Legal(term));
    }

    private static boolean isNumber(Term term) {
        return term.operation() == Operation.LITERAL;
    }

    private Written call(String function, List<Term> arguments) {
        List<String> written =
                arguments.stream().map(argument -> operand(argument, COMPARED)).toList();
        return atom(function + "(" + String.join(",", written) + ")");
    }

    /** The operands of conditions joined in one way, without parentheses between them. */
    private List<Term> flat(Term term) {
        List<Term> flat = new ArrayList<>();
        for (Term operand : term.operands()) {
            if (operand.operation() == term.operation() && splits.isWrittenOut(operand)) {
                flat.addAll(flat(operand));
            } else {
                flat.add(operand);
            }
        }
        return flat;
    }

    private Written parts(Term sum) {
        List<Node> parts = new ArrayList<>();
        for (int i = 0; i < Node.Part.count(sum); i++) {
            parts.add(new Node.Part(sum, i));
        }
        return names.together(parts) == parts.size()
                ? atom("SUM(" + names.range(parts) + ")")
                : new Written(String.join("+", parts.stream().map(names::of).toList()), ADDED);
    }

    private Written sum(List<Term> summands) {
        if (summands.isEmpty()) {
            return atom("0");
        }
        List<Written> written = new ArrayList<>();
        int at = 0;
        while (at < summands.size()) {
            int end = at;
            while (end < summands.size() && isReferred(summands.get(end))) {
                end++;
            }
            List<Node> nodes = nodes(summands.subList(at, end));
            int together = names.together(nodes);
            if (together >= FEWEST_OF_RANGE) {
                written.add(atom("SUM(" + names.range(nodes.subList(0, together)) + ")"));
                at += together;
            } else {
                written.add(writtenOperand(summands.get(at), written.isEmpty() ? ADDED : MULTIPLIED));
                at++;
            }
        }
        return written.size() == 1
                ? written.get(0)
                : new Written(
                        String.join("+", written.stream().map(Written::text).toList()), ADDED);
    }

    private boolean isReferred(Term term) {
        return !isNumber(term) && !splits.isWrittenOut(term);
    }

    private static List<Node> nodes(List<Term> terms) {
        return terms.stream().<Node>map(Node.Quantity::new).toList();
    }

    private String operand(Term term, int index, int binding) {
        return operand(term.operands().get(index), binding);
    }

    /** An operand that must not bind more loosely than the given strength. */
    private String operand(Term operand, int binding) {
        return writtenOperand(operand, binding).text();
    }

    private Written writtenOperand(Term operand, int binding) {
        Written written =
                splits.isWrittenOut(operand) ? operation(operand) : atom(names.of(new Node.Quantity(operand)));
        return written.binding() < binding ? atom("(" + written.text() + ")") : written;
    }

    private static Written atom(String text) {
        return new Written(text, ATOM);
    }
}
