package org.advalorem.rules.loans;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;

/**
 * Drawdowns, repayments, interest payments and fees of loans, row by row. A loan's terms are stated on its first
 * drawdown, or in a {@link LoanList}.
 */
final class LoanEvents {
    static final Column DATE = Column.required("date", Column.Type.DATE, "The day of the event.");
    static final Column EVENT = Column.required("event", Column.Type.TEXT, "What happened.")
            .among(List.of("drawdown", "repayment", "interest", "fee"));
    static final Column AMOUNT =
            Column.required("amount", Column.Type.NOT_NEGATIVE, "The amount, in the currency of the loan.");
    static final Column DUE = Column.optional(
            LoanTerms.DUE.name(),
            Column.Type.DATE,
            "On a drawdown, the day on which the loan is due; or write its term. On interest, the day on"
                    + " which it was due, where it was paid on another day.");
    static final FieldType<Records> TYPE = FieldType.records(
            LoanTerms.LOAN,
            DATE,
            EVENT,
            AMOUNT,
            LoanTerms.AGREED,
            LoanTerms.TERM,
            DUE,
            LoanTerms.RATE_KIND,
            LoanTerms.CURRENCY,
            LoanTerms.RATE,
            LoanTerms.NONPAYMENT,
            LoanTerms.NOT_VIABLE_SINCE,
            LoanTerms.MET_SINCE);

    private final Records rows;
    private final Unit companyCurrency;
    private final Map<String, List<Integer>> byLoan = new LinkedHashMap<>();

    LoanEvents(Records rows, Unit companyCurrency) {
        this.rows = rows;
        this.companyCurrency = companyCurrency;
        for (int row = 0; row < rows.rows(); row++) {
            byLoan.computeIfAbsent(rows.word(row, LoanTerms.LOAN), absent -> new ArrayList<>())
                    .add(row);
        }
    }

    /** The names of the loans, in the order of their first rows. */
    Set<String> names() {
        return byLoan.keySet();
    }

    /**
     * A loan whose terms are stated on its first drawdown.
     *
     * @throws UnusableFactsException if the loan is unusable; the problem has been noted
     */
    LoanAccount loan(String name) {
        List<Integer> ordered = ordered(name);
        int first = ordered.stream()
                .filter(row -> rows.word(row, EVENT).equals("drawdown"))
                .findFirst()
                .orElseThrow(() -> problem(
                        ordered.get(0),
                        "The loan (" + name + ") has no drawdown.",
                        "Add a row with the event drawdown and the terms of the loan."));
        for (int row : ordered) {
            checkTerms(name, new Stated(rows, first, "on its first drawdown"), row);
        }
        LoanTerms terms = new LoanTerms(rows, name, first);
        Unit currency = terms.currency(AMOUNT, companyCurrency);
        return LoanAccount.of(
                name,
                terms.read(rows.day(first, DATE), currency, LoanAccount.Nonpayment.GRANT),
                ordered.stream().map(row -> event(row, currency)).toList(),
                rows.context());
    }

    /**
     * The events of a loan whose terms a list states; none if there are no rows for it.
     *
     * @param list the list
     * @param stated the row of the loan in the list
     * @throws UnusableFactsException if a row states other terms; the problem has been noted
     */
    List<LoanAccount.Event> of(String name, Records list, int stated, Unit currency) {
        List<Integer> ordered = byLoan.containsKey(name) ? ordered(name) : List.of();
        for (int row : ordered) {
            checkTerms(name, new Stated(list, stated, "in the list of loans"), row);
        }
        return ordered.stream().map(row -> event(row, currency)).toList();
    }

    private List<Integer> ordered(String name) {
        List<Integer> ordered = new ArrayList<>(byLoan.getOrDefault(name, List.of()));
        // on the same day, drawdowns precede other events
        ordered.sort(Comparator.comparing((Integer row) -> rows.day(row, DATE))
                .thenComparing(row -> rows.word(row, EVENT).equals("drawdown") ? 0 : 1));
        return ordered;
    }

    private LoanAccount.Event event(int row, Unit currency) {
        LoanAccount.What what = LoanAccount.What.valueOf(rows.word(row, EVENT).toUpperCase(Locale.ROOT));
        boolean dueOnAnotherDay = what == LoanAccount.What.INTEREST && !rows.isBlank(row, DUE);
        Term amount = rows.term(row, AMOUNT, currency);
        if (amount.operation() == Operation.INPUT) {
            rows.context().builder().call(amount, rows.word(row, EVENT));
        }
        return new LoanAccount.Event(
                what,
                rows.day(row, DATE),
                rows.day(row, dueOnAnotherDay ? DUE : DATE),
                amount,
                BigDecimal.valueOf(rows.number(row, AMOUNT)),
                true,
                rows.origin(row),
                rows.address(row, AMOUNT));
    }

    /** The row that states the terms of a loan, and where that is, as messages say it. */
    private record Stated(Records rows, int row, String place) {}

    /** Checks that no row of events states terms other than those stated for the loan, which nothing would read. */
    private void checkTerms(String name, Stated terms, int row) {
        for (Column column : List.of(
                LoanTerms.AGREED, LoanTerms.TERM, LoanTerms.RATE, LoanTerms.NOT_VIABLE_SINCE, LoanTerms.MET_SINCE)) {
            if (differs(terms, row, column)) {
                throw differs(name, terms, row, column);
            }
        }
        String event = rows.word(row, EVENT);
        if (!event.equals("interest") && differs(terms, row, DUE)) {
            if (event.equals("drawdown")) {
                throw differs(name, terms, row, DUE);
            }
            throw problem(
                    row,
                    "The " + event + " of " + rows.day(row, DATE) + " on the loan (" + name + ") has a due date: "
                            + rows.day(row, DUE) + ".",
                    "Only the loan itself, on its first drawdown, and its interest have one; a " + event
                            + " counts on the day on which it was made.");
        }
        for (Column column : List.of(LoanTerms.RATE_KIND, LoanTerms.CURRENCY, LoanTerms.NONPAYMENT)) {
            String word = rows.word(row, column);
            if (!word.isEmpty() && !word.equals(terms.rows().word(terms.row(), column))) {
                throw differs(name, terms, row, column);
            }
        }
    }

    private boolean differs(Stated terms, int row, Column column) {
        return !rows.isBlank(row, column)
                && (terms.rows().isBlank(terms.row(), column)
                        || rows.number(row, column) != terms.rows().number(terms.row(), column));
    }

    private UnusableFactsException differs(String name, Stated terms, int row, Column column) {
        return problem(
                row,
                "The " + column.name() + " of the loan (" + name + ") differs from that " + terms.place() + ".",
                "Write the terms of a loan once; a drawdown on other terms is a separate loan.");
    }

    private UnusableFactsException problem(int row, String message, String advice) {
        rows.context().problems().add(Problem.Code.AV401, rows.origin(row), message, advice);
        return new UnusableFactsException();
    }
}
