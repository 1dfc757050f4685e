package org.advalorem.rules.loans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Domain;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.benchmarks.InterestBenchmark;

/**
 * Drawdowns, repayments, interest payments and fees of loans, row by row. A loan's terms are stated on its first
 * drawdown.
 */
final class LoanEvents {
    static final Column LOAN = Column.required("loan", Column.Type.TEXT, "The loan, by any unique name.");
    static final Column DATE = Column.required("date", Column.Type.DATE, "The day of the event.");
    static final Column EVENT = Column.required("event", Column.Type.TEXT, "What happened.")
            .among(List.of("drawdown", "repayment", "interest", "fee"));
    static final Column AMOUNT =
            Column.required("amount", Column.Type.NOT_NEGATIVE, "The amount, in the currency of the loan.");
    static final Column AGREED = Column.optional(
            "agreed", Column.Type.DATE, "The day on which terms were set; the day of the drawdown when empty.");
    static final Column TERM = Column.optional(
                    "term", Column.Type.NOT_NEGATIVE, "The term in years; or write the due date.")
            .within(Domain.TERM);
    static final Column DUE = Column.optional(
            "due",
            Column.Type.DATE,
            "On a drawdown, the day on which the loan is due; or write its term. On interest, the day on"
                    + " which it was due, where it was paid on another day.");
    static final Column RATE_KIND = Column.optional(
                    "rate-kind", Column.Type.TEXT, "Whether the rate is fixed or variable; fixed when empty.")
            .among(List.of("fixed", "variable"));
    static final Column CURRENCY =
            Column.optional("currency", Column.Type.TEXT, "The currency of the loan; the company's when empty.");
    static final Column RATE = Column.optional(
            "rate", Column.Type.RATE, "The rate of the government loan in the year its terms were set.");
    static final Column NONPAYMENT = Column.optional(
                    "nonpayment",
                    Column.Type.TEXT,
                    "How a loan unpaid for three years is treated under the texts of 2024 and 2025: as a"
                            + " grant, or still as a loan because that is usual on commercial terms, because its own"
                            + " contract requires no payment (text of 2025), or because it is contingent; as a grant"
                            + " when empty.")
            .among(LoanAccount.Nonpayment.words());
    static final Column NOT_VIABLE_SINCE = Column.optional(
            "not-viable-since",
            Column.Type.DATE,
            "For a contingent loan, the day from which the event on which repayment depends is not a viable"
                    + " contingency: what is outstanding is then a grant.");
    static final Column MET_SINCE = Column.optional(
            "met-since",
            Column.Type.DATE,
            "For a contingent loan, the day from which its condition is met and the government takes no"
                    + " meaningful action to collect: under the text of 2025 what is outstanding is then a grant.");
    static final FieldType<Records> TYPE = FieldType.records(
            LOAN,
            DATE,
            EVENT,
            AMOUNT,
            AGREED,
            TERM,
            DUE,
            RATE_KIND,
            CURRENCY,
            RATE,
            NONPAYMENT,
            NOT_VIABLE_SINCE,
            MET_SINCE);

    private static final double DAYS_IN_YEAR = 365.25;
    private static final double MONTHS_IN_YEAR = 12;

    private final Records rows;
    private final Unit companyCurrency;

    LoanEvents(Records rows, Unit companyCurrency) {
        this.rows = rows;
        this.companyCurrency = companyCurrency;
    }

    /**
     * The loans, in the order of their first rows.
     *
     * @throws UnusableFactsException when a loan is unusable; every such loan has been noted
     */
    List<LoanAccount> loans() {
        Map<String, List<Integer>> byLoan = new LinkedHashMap<>();
        for (int row = 0; row < rows.rows(); row++) {
            byLoan.computeIfAbsent(rows.word(row, LOAN), absent -> new ArrayList<>())
                    .add(row);
        }
        List<LoanAccount> loans = new ArrayList<>();
        boolean complete = true;
        for (Map.Entry<String, List<Integer>> loan : byLoan.entrySet()) {
            try {
                loans.add(loan(loan.getKey(), loan.getValue()));
            } catch (UnusableFactsException noted) {
                complete = false;
            }
        }
        if (!complete) {
            throw new UnusableFactsException();
        }
        return loans;
    }

    private LoanAccount loan(String name, List<Integer> unordered) {
        List<Integer> ordered = new ArrayList<>(unordered);
        // on the same day, drawdowns precede other events
        ordered.sort(Comparator.comparing((Integer row) -> rows.day(row, DATE))
                .thenComparing(row -> rows.word(row, EVENT).equals("drawdown") ? 0 : 1));
        int first = ordered.stream()
                .filter(row -> rows.word(row, EVENT).equals("drawdown"))
                .findFirst()
                .orElseThrow(() -> problem(
                        unordered.get(0),
                        "The loan (" + name + ") has no drawdown.",
                        "Add a row with the event drawdown and the terms of the loan."));
        for (int row : ordered) {
            checkTerms(name, first, row);
        }
        Unit currency = currency(first);
        LoanAccount loan = LoanAccount.of(
                name,
                terms(name, first, currency),
                ordered.stream().map(row -> event(row, currency)).toList(),
                this);
        new InterestDueDates(loan, this).check();
        return loan;
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
                rows.number(row, AMOUNT),
                row,
                rows.address(row, AMOUNT).toString());
    }

    private LoanAccount.Terms terms(String name, int row, Unit currency) {
        LocalDate taken = rows.day(row, DATE);
        LocalDate agreed = !rows.isBlank(row, AGREED) ? rows.day(row, AGREED) : taken;
        if (rows.isBlank(row, TERM) && rows.isBlank(row, DUE)) {
            throw problem(
                    row,
                    "The loan (" + name + ") has neither a term nor a due date.",
                    "Write the term in years, or the due date, on its first drawdown.");
        }
        boolean variable = rows.word(row, RATE_KIND).equals("variable");
        LocalDate due = due(row, taken);
        double years = !rows.isBlank(row, TERM)
                ? rows.number(row, TERM)
                : (due.toEpochDay() - taken.toEpochDay()) / DAYS_IN_YEAR;
        boolean longTerm = !rows.isBlank(row, TERM) ? years > 1 : due.isAfter(taken.plusYears(1));
        if (!due.isAfter(taken)) {
            throw problem(
                    row, "The loan (" + name + ") is due on " + due + ", not after its drawdown on " + taken + ".", "");
        }
        checkBoth(name, row, taken, years, longTerm);
        String word = rows.word(row, NONPAYMENT);
        LoanAccount.Nonpayment nonpayment =
                word.isEmpty() ? LoanAccount.Nonpayment.GRANT : LoanAccount.Nonpayment.of(word);
        return new LoanAccount.Terms(
                taken,
                agreed,
                due,
                years,
                longTerm,
                variable,
                currency,
                rate(name, row, longTerm && variable),
                nonpayment,
                contingencyOver(name, row, NOT_VIABLE_SINCE, taken, nonpayment),
                contingencyOver(name, row, MET_SINCE, taken, nonpayment));
    }

    private Optional<LocalDate> contingencyOver(
            String name, int row, Column column, LocalDate taken, LoanAccount.Nonpayment nonpayment) {
        if (rows.isBlank(row, column)) {
            return Optional.empty();
        }
        LocalDate day = rows.day(row, column);
        if (nonpayment != LoanAccount.Nonpayment.CONTINGENT) {
            throw problem(
                    row,
                    "The loan (" + name + ") has a day in the column " + column.name() + ", but is not contingent.",
                    "Write contingent in the column nonpayment, or leave the day out.");
        }
        if (day.isBefore(taken)) {
            throw problem(
                    row,
                    "The loan (" + name + ") was taken out on " + taken + ", after the day in its column "
                            + column.name() + ": " + day + ".",
                    "Check the year.");
        }
        return Optional.of(day);
    }

    private LocalDate due(int row, LocalDate taken) {
        if (!rows.isBlank(row, DUE)) {
            return rows.day(row, DUE);
        }
        double months = rows.number(row, TERM) * MONTHS_IN_YEAR;
        return months == Math.rint(months)
                ? taken.plusMonths((long) months)
                : taken.plusDays(Math.round(rows.number(row, TERM) * DAYS_IN_YEAR));
    }

    private void checkBoth(String name, int row, LocalDate taken, double years, boolean longTerm) {
        if (rows.isBlank(row, TERM) || rows.isBlank(row, DUE)) {
            return;
        }
        LocalDate due = rows.day(row, DUE);
        double byDates = (due.toEpochDay() - taken.toEpochDay()) / DAYS_IN_YEAR;
        boolean sameBenchmark = longTerm == due.isAfter(taken.plusYears(1))
                && InterestBenchmark.wholeYears(years) == InterestBenchmark.wholeYears(byDates);
        if (!sameBenchmark) {
            throw problem(
                    row,
                    "The loan (" + name + ") has a term of " + rows.number(row, TERM) + " years, but is due on " + due
                            + ".",
                    "Write only one of the two.");
        }
    }

    /** Checks that no later row states other terms, which nothing would read. */
    private void checkTerms(String name, int first, int row) {
        for (Column column : List.of(AGREED, TERM, RATE, NOT_VIABLE_SINCE, MET_SINCE)) {
            if (differs(first, row, column)) {
                throw differs(name, row, column);
            }
        }
        String event = rows.word(row, EVENT);
        if (!event.equals("interest") && differs(first, row, DUE)) {
            if (event.equals("drawdown")) {
                throw differs(name, row, DUE);
            }
            throw problem(
                    row,
                    "The " + event + " of " + rows.day(row, DATE) + " on the loan (" + name + ") has a due date: "
                            + rows.day(row, DUE) + ".",
                    "Only the loan itself, on its first drawdown, and its interest have one; a " + event
                            + " counts on the day on which it was made.");
        }
        for (Column column : List.of(RATE_KIND, CURRENCY, NONPAYMENT)) {
            String word = rows.word(row, column);
            if (!word.isEmpty() && !word.equals(rows.word(first, column))) {
                throw differs(name, row, column);
            }
        }
    }

    private boolean differs(int first, int row, Column column) {
        return !rows.isBlank(row, column)
                && (rows.isBlank(first, column) || rows.number(row, column) != rows.number(first, column));
    }

    private UnusableFactsException differs(String name, int row, Column column) {
        return problem(
                row,
                "The " + column.name() + " of the loan (" + name + ") differs from that on its first drawdown.",
                "Write the terms of a loan once; a drawdown on other terms is a separate loan.");
    }

    private Unit currency(int row) {
        String written = rows.word(row, CURRENCY);
        if (!written.isEmpty() && !Unit.isCurrency(written)) {
            throw problem(row, "(" + written + ") is not a currency.", "Write the three-letter code: CNY, USD, EUR.");
        }
        Unit currency = written.isEmpty() ? rows.unit(AMOUNT).orElse(companyCurrency) : Unit.of(written);
        rows.unit(AMOUNT).filter(unit -> !unit.equals(currency)).ifPresent(unit -> {
            throw problem(
                    row,
                    "The amounts of (" + rows.name() + ") are in " + unit + ", but the loan is in " + currency + ".",
                    "Write the currency of each loan in the column currency.");
        });
        return currency;
    }

    private Optional<Term> rate(String name, int row, boolean needed) {
        if (!needed) {
            return Optional.empty();
        }
        if (rows.isBlank(row, RATE)) {
            throw problem(
                    row,
                    "The long-term loan (" + name + ") has a variable rate, but no rate at its origination.",
                    "Write the government's rate of the year in which terms were set in the column rate.");
        }
        return Optional.of(rows.term(row, RATE, Unit.FRACTION));
    }

    /** Adds a warning about the row's amount. */
    void warn(int row, String text) {
        rows.context().warnings().add(rows.address(row, AMOUNT), text);
    }

    /**
     * The exception to throw for a problem at the row; notes the problem.
     *
     * @param advice how to correct it
     */
    UnusableFactsException problem(int row, String message, String advice) {
        rows.context().problems().add(Problem.Code.AV401, rows.origin(row), message, advice);
        return new UnusableFactsException();
    }
}
