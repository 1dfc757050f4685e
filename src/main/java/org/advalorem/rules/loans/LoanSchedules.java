package org.advalorem.rules.loans;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.BenefitContext;

/**
 * The repayment schedules of a government loan and of the comparable loan, year by year.
 *
 * <p>A year's balance is the principal less the repayments of earlier years, and its interest is the balance times the
 * rate: repayments are made at year-end, and the loan is drawn at the beginning of the first year stated.
 */
final class LoanSchedules {
    private static final List<Field<Map<Integer, Term>>> FIELDS = List.of(
            LoanDifferentSchedule.COMPARABLE,
            LoanDifferentSchedule.COMPARABLE_REPAYMENTS,
            LoanDifferentSchedule.GOVERNMENT,
            LoanDifferentSchedule.GOVERNMENT_REPAYMENTS,
            LoanDifferentSchedule.GOVERNMENT_INTEREST);

    private final Facts facts;
    private final BenefitContext context;
    private final CalculationBuilder builder;

    LoanSchedules(Facts facts, BenefitContext context) {
        this.facts = facts;
        this.context = context;
        this.builder = context.builder();
    }

    /**
     * Refuses facts that are insufficient under the governing text or that are stated twice.
     *
     * @param yearly whether interest alone is compared
     */
    void check(boolean yearly) {
        refuseBoth(LoanDifferentSchedule.COMPARABLE, LoanDifferentSchedule.COMPARABLE_REPAYMENTS);
        refuseBoth(LoanDifferentSchedule.GOVERNMENT, LoanDifferentSchedule.GOVERNMENT_REPAYMENTS);
        refuseBoth(LoanDifferentSchedule.GOVERNMENT, LoanDifferentSchedule.GOVERNMENT_INTEREST);
        if (yearly) {
            refuseTogether(
                    LoanDifferentSchedule.COMPARABLE,
                    "Write comparable-repayments: with the principal alone by year; when left out, the"
                            + " comparable loan has the balance of the government's loan.");
            refuseTogether(
                    LoanDifferentSchedule.GOVERNMENT,
                    "Write government-repayments: with the principal, and government-interest: with the"
                            + " interest and fees, by year.");
        } else if (!facts.has(LoanDifferentSchedule.COMPARABLE)) {
            require(LoanDifferentSchedule.COMPARABLE_REPAYMENTS, "Write {2016: 200, 2017: 200}.");
        }
        if (!facts.has(LoanDifferentSchedule.GOVERNMENT)) {
            require(LoanDifferentSchedule.GOVERNMENT_REPAYMENTS, "Write {2018: 200, 2019: 200}.");
            require(LoanDifferentSchedule.GOVERNMENT_INTEREST, "Write {2016: 20, 2017: 20}; 0 where none was paid.");
        }
    }

    private void refuseBoth(Field<?> together, Field<?> apart) {
        if (facts.has(together) && facts.has(apart)) {
            throw facts.problem(
                    Problem.Code.AV401,
                    apart,
                    "(" + facts.address() + ") has " + together.name() + " and " + apart.name() + ".",
                    "Write principal and interest either together or separately.");
        }
    }

    private void refuseTogether(Field<?> together, String advice) {
        if (facts.has(together)) {
            throw facts.problem(
                    Problem.Code.AV401,
                    together,
                    "(" + together.name() + ") of (" + facts.address()
                            + ") are principal and interest together; under the text of 2025 each year's"
                            + " difference in interest counts.",
                    advice);
        }
    }

    private void require(Field<?> field, String advice) {
        if (!facts.has(field)) {
            throw facts.problem(
                    Problem.Code.AV202,
                    "(" + field.name() + ") is missing in (" + facts.address()
                            + "): the two loans are compared year by year.",
                    advice);
        }
    }

    /** The years of the loans: the life of the loan, and any later years stated. */
    List<Integer> years() {
        TreeSet<Integer> stated = new TreeSet<>();
        for (Field<Map<Integer, Term>> field : FIELDS) {
            facts.optional(field).ifPresent(byYear -> stated.addAll(byYear.keySet()));
        }
        if (stated.isEmpty()) {
            throw facts.problem(
                    Problem.Code.AV401,
                    "The schedules of (" + facts.address() + ") state no year.",
                    "Write government-interest: {2016: 20, 2017: 20}.");
        }
        List<Integer> years = new ArrayList<>();
        int last = Math.max(stated.last(), stated.first() + life() - 1);
        for (int year = stated.first(); year <= last; year++) {
            years.add(year);
        }
        return years;
    }

    /** The life of the loan, in years. */
    int life() {
        return facts.get(LoanDifferentSchedule.LIFE);
    }

    /** The currency of the comparison: the loan's if every amount is in one currency, otherwise the company's. */
    Unit currency() {
        Set<Unit> currencies = new LinkedHashSet<>(
                List.of(facts.get(LoanDifferentSchedule.PRINCIPAL).unit()));
        FIELDS.forEach(field -> facts.optional(field)
                .ifPresent(byYear -> byYear.values().forEach(amount -> currencies.add(amount.unit()))));
        return currencies.size() == 1 ? currencies.iterator().next() : context.currency();
    }

    /** The principal, in the currency of the comparison. */
    Term principal() {
        Term principal = facts.get(LoanDifferentSchedule.PRINCIPAL);
        return principal.unit().equals(currency())
                ? principal
                : context.exchangeRates().convertOfYear(principal, currency(), years().get(0), facts);
    }

    /** Whether the comparable loan has a schedule of its own. */
    boolean comparableHasSchedule() {
        return facts.has(LoanDifferentSchedule.COMPARABLE_REPAYMENTS);
    }

    /**
     * The comparable loan's balance in each year, from its own schedule if stated, otherwise from the government
     * loan's.
     */
    Map<Integer, Term> comparableBalances() {
        return balances(
                comparableHasSchedule()
                        ? LoanDifferentSchedule.COMPARABLE_REPAYMENTS
                        : LoanDifferentSchedule.GOVERNMENT_REPAYMENTS);
    }

    /** The interest and fees paid on the government loan, by year. */
    Map<Integer, Term> governmentInterest() {
        return stated(LoanDifferentSchedule.GOVERNMENT_INTEREST);
    }

    /**
     * The principal and interest that would be paid on the comparable loan, by year.
     *
     * @param rate the interest rate of the comparable loan
     */
    Map<Integer, Term> comparablePayments(Term rate) {
        if (!comparableHasSchedule()) {
            return stated(LoanDifferentSchedule.COMPARABLE);
        }
        Map<Integer, Term> repaid = stated(LoanDifferentSchedule.COMPARABLE_REPAYMENTS);
        Map<Integer, Term> payments = new TreeMap<>();
        comparableBalances().forEach((year, balance) -> {
            Term interest = balance.times(rate);
            payments.put(year, repaid.containsKey(year) ? repaid.get(year).plus(interest) : interest);
        });
        return payments;
    }

    /** The principal, interest and fees paid on the government loan, by year. */
    Map<Integer, Term> governmentPayments() {
        if (facts.has(LoanDifferentSchedule.GOVERNMENT)) {
            return stated(LoanDifferentSchedule.GOVERNMENT);
        }
        Map<Integer, Term> payments = new TreeMap<>(stated(LoanDifferentSchedule.GOVERNMENT_REPAYMENTS));
        governmentInterest().forEach((year, interest) -> payments.merge(year, interest, Term::plus));
        return payments;
    }

    /**
     * The year of the comparable loan's first repayment or, where principal and interest are combined, its first
     * payment.
     */
    int firstRepayment() {
        Field<Map<Integer, Term>> field = comparableHasSchedule()
                ? LoanDifferentSchedule.COMPARABLE_REPAYMENTS
                : LoanDifferentSchedule.COMPARABLE;
        return new TreeMap<>(facts.get(field))
                .entrySet().stream()
                        .filter(payment -> payment.getValue().decimal().signum() != 0)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow(() -> facts.problem(
                                Problem.Code.AV401,
                                field,
                                "The comparable loan has no payments.",
                                "Write {2016: 280, 2017: 264}."));
    }

    private Map<Integer, Term> balances(Field<Map<Integer, Term>> field) {
        Map<Integer, Term> repaid = stated(field);
        List<Term> before = new ArrayList<>();
        Map<Integer, Term> balances = new TreeMap<>();
        for (int year : years()) {
            balances.put(year, before.isEmpty() ? principal() : principal().minus(builder.sum(List.copyOf(before))));
            Optional.ofNullable(repaid.get(year)).ifPresent(before::add);
        }
        if (!before.isEmpty()) {
            builder.require(
                    builder.sum(before).atMost(principal()),
                    "The repayments in (" + facts.address().child(field.name())
                            + ") must not exceed the principal of the loan.",
                    facts.address().child(field.name()).toString());
        }
        return balances;
    }

    private Map<Integer, Term> stated(Field<Map<Integer, Term>> field) {
        Map<Integer, Term> amounts = new TreeMap<>();
        facts.get(field)
                .forEach((year, amount) ->
                        amounts.put(year, context.exchangeRates().convertOfYear(amount, currency(), year, facts)));
        return amounts;
    }
}
