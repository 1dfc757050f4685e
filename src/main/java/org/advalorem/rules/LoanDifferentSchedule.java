package org.advalorem.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.Kind;
import org.advalorem.facts.Problem;

/**
 * A long-term fixed-rate loan whose grace period, maturity or shape of repayment differs from the comparable loan's: 19
 * CFR 351.505(c)(3).
 *
 * <p>{@code y = sum over t of (comparable payment - government payment) / (1 + d)^(t - t0)}, t0 the year in which
 * repayment of the comparable loan begins, d its rate; 0 <= y <= principal. The period takes its slice of the {@link
 * DecliningBalance} of y over the life of the loan, first year t0.
 */
final class LoanDifferentSchedule implements ProgramType {
    static final Field<Term> PRINCIPAL =
            Field.required("principal", Kind.amount().within(Domain.POSITIVE), "The principal of the loan.");
    static final Field<Integer> LIFE = Field.required("life", Kind.years(), "The years in the life of the loan.")
            .under("19 CFR 351.505(c)(3)(ii)");
    static final Field<LocalDate> AGREED =
            Field.optional("agreed", Kind.date(), "The day on which terms were set; needed with a lending table.");
    static final Field<Map<Integer, Term>> COMPARABLE = Field.required(
            "comparable-payments",
            Kind.byYear(Kind.amount().within(Domain.NOT_NEGATIVE)),
            "Principal and interest that would be paid on the comparable loan, by year.");
    static final Field<Map<Integer, Term>> GOVERNMENT = Field.required(
            "government-payments",
            Kind.byYear(Kind.amount().within(Domain.NOT_NEGATIVE)),
            "Principal, interest and fees paid on the government's loan, by year.");

    @Override
    public String name() {
        return "loan-different-schedule";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of("a loan repaid on another schedule", PRINCIPAL, LIFE, AGREED, COMPARABLE, GOVERNMENT)
                .and(LoanBenchmark.FIELDS);
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.RECURRING;
    }

    @Override
    public Benefit benefit(Facts facts, Setting setting) {
        CalculationBuilder builder = setting.builder();
        int life = facts.get(LIFE);
        Unit currency = currency(facts, setting);
        Map<Integer, Term> comparable = payments(facts, COMPARABLE, currency, setting);
        int first = comparable.entrySet().stream()
                .filter(payment -> payment.getValue().decimal().signum() != 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV401,
                        COMPARABLE,
                        "The comparable loan has no payments.",
                        "Write {2016: 280, 2017: 264}."));
        Term discount = discount(facts, currency, setting, life);
        Term difference =
                presentValue(comparable, payments(facts, GOVERNMENT, currency, setting), first, discount, currency, setting);
        Term capped = setting.outline()
                .line(
                        "Benefit of the loan: not below zero, not above the principal",
                        difference
                                .positivePart()
                                .smaller(setting.exchangeRates()
                                        .convertOfYear(facts.get(PRINCIPAL), currency, first, facts)),
                        Assumption.LOAN_SCHEDULE.under("19 CFR 351.505(c)(3)(iv)"));
        DecliningBalance balance = new DecliningBalance(capped, life, discount, builder);
        List<List<Outline.Cell>> schedule = new ArrayList<>();
        for (int k = 1; k <= life; k++) {
            int year = first + k - 1;
            schedule.add(List.of(
                    Outline.words(Integer.toString(k)),
                    Outline.words(setting.period().name(year) + (year == setting.year() ? " (period)" : "")),
                    Outline.quantity(balance.slice(k))));
        }
        setting.outline()
                .table(
                        "Benefit over the " + life + " years of the loan",
                        List.of("year of the schedule", "calendar year", "slice"),
                        schedule,
                        Assumption.LOAN_SCHEDULE.under("19 CFR 351.505(c)(3)"));
        return Benefit.inPeriod(setting.inReportingCurrencyOfYear(
                balance.slice(setting.year() - first + 1), setting.year(), facts));
    }

    /** The currency of the loan where all of it is in one, which is compared in that currency; else the company's. */
    private static Unit currency(Facts facts, Setting setting) {
        Set<Unit> currencies = new LinkedHashSet<>(List.of(facts.get(PRINCIPAL).unit()));
        facts.get(COMPARABLE).values().forEach(payment -> currencies.add(payment.unit()));
        facts.get(GOVERNMENT).values().forEach(payment -> currencies.add(payment.unit()));
        return currencies.size() == 1 ? currencies.iterator().next() : setting.currency();
    }

    private static Map<Integer, Term> payments(
            Facts facts, Field<Map<Integer, Term>> field, Unit currency, Setting setting) {
        Map<Integer, Term> payments = new TreeMap<>();
        facts.get(field)
                .forEach((year, payment) -> payments.put(
                        year, setting.exchangeRates().convertOfYear(payment, currency, year, facts)));
        return payments;
    }

    private static Term discount(Facts facts, Unit currency, Setting setting, int life) {
        LoanBenchmark benchmark = new LoanBenchmark(facts, setting);
        Optional<LocalDate> agreed = facts.optional(AGREED);
        if (agreed.isEmpty() && (facts.has(LoanBenchmark.TABLE) || facts.has(Uncreditworthiness.FIELD))) {
            throw facts.problem(
                    Problem.Code.AV202,
                    "(agreed) is missing in (" + facts.address() + "): the rate depends on the year terms were set.",
                    "Write agreed: 2014-03-10.");
        }
        int year = agreed.map(LocalDate::getYear).orElse(setting.year());
        Term rate = life > 1
                ? benchmark.longTerm(currency.toString(), year, year, life, false)
                : benchmark.shortTerm(currency.toString(), year, false);
        if (agreed.isPresent()) {
            benchmark.write();
        } else {
            setting.outline().line("Rate of the comparable loan", rate, Authority.law("19 CFR 351.505(a)"));
        }
        return rate;
    }

    private static Term presentValue(
            Map<Integer, Term> comparable, Map<Integer, Term> government, int first, Term discount, Unit currency, Setting setting) {
        CalculationBuilder builder = setting.builder();
        Term growth = builder.fraction("1").plus(discount);
        Term nothing = builder.literal(0, currency);
        Map<Integer, Term> differences = new TreeMap<>();
        TreeSet<Integer> years = new TreeSet<>(comparable.keySet());
        years.addAll(government.keySet());
        List<List<Outline.Cell>> rows = new ArrayList<>();
        for (int year : years) {
            Term paid = comparable.getOrDefault(year, nothing);
            Term paidToGovernment = government.getOrDefault(year, nothing);
            Term difference = paid.minus(paidToGovernment);
            Term value = year == first
                    ? difference
                    : difference.dividedBy(growth.power(builder.literal(year - (long) first, Unit.FRACTION)));
            differences.put(year, value);
            rows.add(List.of(
                    Outline.words(Integer.toString(year)),
                    Outline.quantity(paid),
                    Outline.quantity(paidToGovernment),
                    Outline.quantity(difference),
                    Outline.quantity(value)));
        }
        setting.outline()
                .table(
                        "Payments, and their differences discounted to " + first,
                        List.of("year", "comparable loan", "government's loan", "difference", "present value"),
                        rows,
                        Assumption.LOAN_SCHEDULE.under("19 CFR 351.505(c)(3)(i)"));
        return builder.sum(List.copyOf(differences.values()));
    }
}
