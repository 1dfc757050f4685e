package org.advalorem.rules.loans;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.benchmarks.InterestBenchmark;

/** The columns that state the terms of a loan, on its first drawdown or in a list of loans, and their reader. */
final class LoanTerms {
    static final Column LOAN = Column.required("loan", Column.Type.TEXT, "The loan, by any unique name.");
    static final Column AGREED = Column.optional(
            "agreed", Column.Type.DATE, "The day on which terms were set; the day of the drawdown when empty.");
    static final Column TERM = Column.optional(
                    "term", Column.Type.NOT_NEGATIVE, "The term in years; or write the due date.")
            .within(Domain.TERM);
    static final Column DUE = Column.optional(
            "due",
            Column.Type.DATE,
            "The day on which the loan is due; or write its term. For a contingent loan, the day on which the event"
                    + " is expected on which repayment depends.");
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

    private static final double DAYS_IN_YEAR = 365.25;
    private static final double MONTHS_IN_YEAR = 12;

    private final Records rows;
    private final String name;
    private final int row;

    /** The reader of the terms of a loan that stand in a row. */
    LoanTerms(Records rows, String name, int row) {
        this.rows = rows;
        this.name = name;
        this.row = row;
    }

    /**
     * The terms.
     *
     * @param taken the day of the first drawdown
     * @param currency the currency of the loan
     * @param unstated the treatment after three years without payment where the row states none
     * @throws UnusableFactsException if they are incomplete or contradict each other; the problem has been noted
     */
    LoanAccount.Terms read(LocalDate taken, Unit currency, LoanAccount.Nonpayment unstated) {
        LocalDate agreed = !rows.isBlank(row, AGREED) ? rows.day(row, AGREED) : taken;
        if (rows.isBlank(row, TERM) && rows.isBlank(row, DUE)) {
            throw problem(
                    "The loan (" + name + ") has neither a term nor a due date.",
                    "Write the term in years, or the due date, on its first drawdown.");
        }
        boolean variable = rows.word(row, RATE_KIND).equals("variable");
        LocalDate due = due(taken);
        double years = !rows.isBlank(row, TERM)
                ? rows.number(row, TERM)
                : (due.toEpochDay() - taken.toEpochDay()) / DAYS_IN_YEAR;
        boolean longTerm = !rows.isBlank(row, TERM) ? years > 1 : due.isAfter(taken.plusYears(1));
        if (!due.isAfter(taken)) {
            throw problem(
                    "The loan (" + name + ") is due on " + due + ", not after its drawdown on " + taken + ".", "");
        }
        checkBoth(taken, years, longTerm);
        String word = rows.word(row, NONPAYMENT);
        LoanAccount.Nonpayment nonpayment = word.isEmpty() ? unstated : LoanAccount.Nonpayment.of(word);
        return new LoanAccount.Terms(
                taken,
                agreed,
                due,
                years,
                longTerm,
                variable,
                currency,
                originationRate(longTerm && variable),
                nonpayment,
                contingencyOver(NOT_VIABLE_SINCE, taken, nonpayment),
                contingencyOver(MET_SINCE, taken, nonpayment));
    }

    private Optional<LocalDate> contingencyOver(Column column, LocalDate taken, LoanAccount.Nonpayment nonpayment) {
        if (rows.isBlank(row, column)) {
            return Optional.empty();
        }
        LocalDate day = rows.day(row, column);
        if (nonpayment != LoanAccount.Nonpayment.CONTINGENT) {
            throw problem(
                    "The loan (" + name + ") has a day in the column " + column.name() + ", but is not contingent.",
                    "Write contingent in the column nonpayment, or leave the day out.");
        }
        if (day.isBefore(taken)) {
            throw problem(
                    "The loan (" + name + ") was taken out on " + taken + ", after the day in its column "
                            + column.name() + ": " + day + ".",
                    "Check the year.");
        }
        return Optional.of(day);
    }

    /** The day on which a loan taken on the given day is due. */
    LocalDate due(LocalDate taken) {
        if (!rows.isBlank(row, DUE)) {
            return rows.day(row, DUE);
        }
        double months = rows.number(row, TERM) * MONTHS_IN_YEAR;
        return months == Math.rint(months)
                ? taken.plusMonths((long) months)
                : taken.plusDays(Math.round(rows.number(row, TERM) * DAYS_IN_YEAR));
    }

    private void checkBoth(LocalDate taken, double years, boolean longTerm) {
        if (rows.isBlank(row, TERM) || rows.isBlank(row, DUE)) {
            return;
        }
        LocalDate due = rows.day(row, DUE);
        double byDates = (due.toEpochDay() - taken.toEpochDay()) / DAYS_IN_YEAR;
        boolean sameBenchmark = longTerm == due.isAfter(taken.plusYears(1))
                && InterestBenchmark.wholeYears(years) == InterestBenchmark.wholeYears(byDates);
        if (!sameBenchmark) {
            throw problem(
                    "The loan (" + name + ") has a term of " + rows.number(row, TERM) + " years, but is due on " + due
                            + ".",
                    "Write only one of the two.");
        }
    }

    private Optional<Term> originationRate(boolean needed) {
        if (!needed) {
            return Optional.empty();
        }
        if (rows.isBlank(row, RATE)) {
            throw problem(
                    "The long-term loan (" + name + ") has a variable rate, but no rate at its origination.",
                    "Write the government's rate of the year in which terms were set in the column rate.");
        }
        return Optional.of(rows.term(row, RATE, Unit.FRACTION));
    }

    /**
     * The currency of the loan.
     *
     * @param amounts the column of its amounts
     * @param ofCompany the currency where neither the row nor the column states one
     * @throws UnusableFactsException if it is none, or the column has another; the problem has been noted
     */
    Unit currency(Column amounts, Unit ofCompany) {
        String written = rows.word(row, CURRENCY);
        if (!written.isEmpty() && !Unit.isCurrency(written)) {
            throw problem("(" + written + ") is not a currency.", "Write the three-letter code: CNY, USD, EUR.");
        }
        Unit currency = written.isEmpty() ? rows.unit(amounts).orElse(ofCompany) : Unit.of(written);
        rows.unit(amounts).filter(unit -> !unit.equals(currency)).ifPresent(unit -> {
            throw problem(
                    "The amounts of (" + rows.name() + ") are in " + unit + ", but the loan is in " + currency + ".",
                    "Write the currency of each loan in the column currency.");
        });
        return currency;
    }

    private UnusableFactsException problem(String message, String advice) {
        rows.context().problems().add(Problem.Code.AV401, rows.origin(row), message, advice);
        return new UnusableFactsException();
    }
}
