package org.advalorem.rules.loans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;

/** A list of loans, each with the terms of its contract in one row. */
final class LoanList {
    static final Column LENDER =
            Column.optional("lender", Column.Type.TEXT, "The lender.").describing();
    static final Column DRAWN =
            Column.required("drawn", Column.Type.DATE, "The day on which the loan was drawn, all of it.");
    static final Column PRINCIPAL = Column.required(
                    "principal", Column.Type.NUMBER, "The principal, in the currency of the loan.")
            .within(Domain.POSITIVE);
    static final Column RATE = Column.required(
                    LoanTerms.RATE.name(),
                    Column.Type.RATE,
                    "The yearly rate of interest; of a variable rate, that of the year in which terms were set.")
            .within(Domain.NOT_NEGATIVE);
    static final Column REPAYMENT = Column.optional(
                    "repayment", Column.Type.TEXT, "How the loan is repaid; as stated for the list when empty.")
            .among(Repayment.words());
    static final Column INTEREST = Column.optional(
                    "interest", Column.Type.TEXT, "When interest is due; as stated for the list when empty.")
            .among(InterestDue.words());
    static final Column INSTALLMENTS = Column.optional(
                    "installments",
                    Column.Type.TEXT,
                    "How often the loan is repaid in part; as stated for the list, or as often as interest is due,"
                            + " when empty.")
            .among(Frequency.words());
    static final FieldType<Records> TYPE = FieldType.records(
            LoanTerms.LOAN,
            LENDER,
            DRAWN,
            LoanTerms.DUE,
            PRINCIPAL,
            RATE,
            LoanTerms.CURRENCY,
            REPAYMENT,
            INTEREST,
            INSTALLMENTS,
            LoanTerms.TERM,
            LoanTerms.AGREED,
            LoanTerms.RATE_KIND,
            LoanTerms.NONPAYMENT,
            LoanTerms.NOT_VIABLE_SINCE,
            LoanTerms.MET_SINCE);

    private final Records rows;
    private final Facts facts;
    private final Unit companyCurrency;

    LoanList(Records rows, Facts facts, Unit companyCurrency) {
        this.rows = rows;
        this.facts = facts;
        this.companyCurrency = companyCurrency;
    }

    /** The row of each loan. */
    Map<String, Integer> loans() {
        Map<String, Integer> loans = new LinkedHashMap<>();
        boolean complete = true;
        for (int row = 0; row < rows.rows(); row++) {
            String name = rows.word(row, LoanTerms.LOAN);
            if (loans.putIfAbsent(name, row) != null) {
                problem(
                        row,
                        "The loan (" + name + ") appears twice in (" + rows.name() + ").",
                        "Give every loan a unique name; what was drawn in parts belongs in events.");
                complete = false;
            }
        }
        if (!complete) {
            throw new UnusableFactsException();
        }
        return loans;
    }

    /**
     * The loan of a row: what is paid on it follows from its terms, except what events state of it.
     *
     * @param events the loan's events
     * @throws UnusableFactsException if the loan is unusable; the problem has been noted
     */
    LoanSchedule schedule(int row, Function<Unit, List<LoanAccount.Event>> events) {
        String name = rows.word(row, LoanTerms.LOAN);
        LoanTerms terms = new LoanTerms(rows, name, row);
        Unit currency = terms.currency(PRINCIPAL, companyCurrency);
        List<LoanAccount.Event> stated = events.apply(currency);
        LocalDate taken = stated.stream()
                .filter(event -> event.what() == LoanAccount.What.DRAWDOWN)
                .map(LoanAccount.Event::day)
                .findFirst()
                .orElse(rows.day(row, DRAWN));
        // what is not paid under the contract is not due under it either
        LoanAccount.Nonpayment nonpayment =
                stated.isEmpty() ? LoanAccount.Nonpayment.CONTRACT : LoanAccount.Nonpayment.GRANT;
        return new LoanSchedule(this, row, name, terms.read(taken, currency, nonpayment), stated);
    }

    /** Notes that loans lack a term of their contract that nothing else states for them. */
    void refuseMissing(Field<?> field, List<String> loans) {
        if (!loans.isEmpty()) {
            facts.context()
                    .problems()
                    .add(
                            Problem.Code.AV202,
                            facts.origin(Loan.LOANS),
                            "(" + field.name() + ") is missing for " + named(loans) + " of (" + rows.name()
                                    + "), and no events state it.",
                            "Write " + field.name() + ": with " + field.type().expected()
                                    + ", beside the list or in a column of it.");
        }
    }

    private static String named(List<String> loans) {
        int named = Math.min(loans.size(), 3);
        List<String> words = new ArrayList<>(loans.subList(0, named));
        String more = loans.size() > named ? " and " + (loans.size() - named) + " more" : "";
        return (loans.size() == 1 ? "the loan (" : "the loans (") + String.join(", ", words) + ")" + more;
    }

    Optional<Repayment> repayment(int row) {
        return word(row, REPAYMENT).map(Repayment::of).or(() -> facts.optional(Loan.REPAYMENT));
    }

    Optional<InterestDue> interest(int row) {
        return word(row, INTEREST).map(InterestDue::of).or(() -> facts.optional(Loan.INTEREST));
    }

    Optional<Frequency> installments(int row) {
        return word(row, INSTALLMENTS).map(Frequency::of).or(() -> facts.optional(Loan.INSTALLMENTS));
    }

    private Optional<String> word(int row, Column column) {
        return Optional.of(rows.word(row, column)).filter(word -> !word.isEmpty());
    }

    String lender(int row) {
        return rows.word(row, LENDER);
    }

    Term principal(int row, Unit currency) {
        return rows.term(row, PRINCIPAL, currency);
    }

    Term rate(int row) {
        return rows.term(row, RATE, Unit.FRACTION);
    }

    /** The day-count basis of interest. */
    Term basis() {
        return facts.get(Loan.BASIS);
    }

    Records rows() {
        return rows;
    }

    /** The exception to throw for a problem with a loan of the list; notes the problem. */
    UnusableFactsException problem(int row, String message, String advice) {
        rows.context().problems().add(Problem.Code.AV401, rows.origin(row), message, advice);
        return new UnusableFactsException();
    }
}
