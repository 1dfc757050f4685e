package org.advalorem.rules.loans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Problem;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.BenefitContext;

/** The loans that a use states, by a list of loans, by events, or by both. */
final class StatedLoans {
    private final Facts facts;
    private final BenefitContext context;
    private final Optional<LoanEvents> events;
    private final Optional<LoanList> list;

    StatedLoans(Facts facts, BenefitContext context) {
        this.facts = facts;
        this.context = context;
        this.events = facts.optional(Loan.EVENTS).map(rows -> new LoanEvents(rows, context.currency()));
        this.list = facts.optional(Loan.LOANS).map(rows -> new LoanList(rows, facts, context.currency()));
    }

    /**
     * The accounts of the loans; the schedules that follow from a list are written to the outline.
     *
     * @throws UnusableFactsException if a loan is unusable; every such loan has been noted
     */
    List<LoanAccount> read() {
        if (events.isEmpty() && list.isEmpty()) {
            throw facts.problem(
                    Problem.Code.AV202,
                    "(loans) is missing in (" + facts.address() + "): the loans, or what happened on each.",
                    "Write loans: with one loan in a row, or events: with drawdowns, interest and repayments.");
        }
        Map<String, Integer> listed = list.map(LoanList::loans).orElse(Map.of());
        List<LoanSchedule> schedules = new ArrayList<>();
        list.ifPresent(loans -> {
            List<Supplier<LoanSchedule>> rows = new ArrayList<>();
            listed.forEach((name, row) -> rows.add(() -> schedule(loans, name, row)));
            schedules.addAll(all(rows));
            refuseIncomplete(loans, schedules);
        });
        List<Supplier<LoanSchedule.Scheduled>> readers = new ArrayList<>();
        schedules.forEach(schedule -> readers.add(() -> schedule.scheduled(context.end())));
        Set<String> others = new LinkedHashSet<>();
        events.ifPresent(stated -> others.addAll(stated.names()));
        others.removeAll(listed.keySet());
        others.forEach(name -> readers.add(
                () -> new LoanSchedule.Scheduled(events.orElseThrow().loan(name), Optional.empty())));
        List<LoanSchedule.Scheduled> loans = all(readers);
        write(schedules, loans);
        return loans.stream().map(LoanSchedule.Scheduled::account).toList();
    }

    private LoanSchedule schedule(LoanList loans, String name, int row) {
        return loans.schedule(
                row,
                currency -> events.map(stated -> stated.of(name, loans.rows(), row, currency))
                        .orElse(List.of()));
    }

    private static void refuseIncomplete(LoanList loans, List<LoanSchedule> schedules) {
        List<String> repayment = schedules.stream()
                .filter(LoanSchedule::lacksRepayment)
                .map(LoanSchedule::name)
                .toList();
        List<String> interest = schedules.stream()
                .filter(LoanSchedule::lacksInterest)
                .map(LoanSchedule::name)
                .toList();
        loans.refuseMissing(Loan.REPAYMENT, repayment);
        loans.refuseMissing(Loan.INTEREST, interest);
        if (!repayment.isEmpty() || !interest.isEmpty()) {
            throw new UnusableFactsException();
        }
    }

    /** What all readers give, after every one of them has noted its problems. */
    private static <T> List<T> all(List<Supplier<T>> readers) {
        List<T> read = new ArrayList<>();
        boolean complete = true;
        for (Supplier<T> reader : readers) {
            try {
                read.add(reader.get());
            } catch (UnusableFactsException noted) {
                complete = false;
            }
        }
        if (!complete) {
            throw new UnusableFactsException();
        }
        return read;
    }

    private void write(List<LoanSchedule> schedules, List<LoanSchedule.Scheduled> loans) {
        if (schedules.isEmpty()) {
            return;
        }
        List<List<Outline.Cell>> terms = new ArrayList<>();
        List<List<Outline.Cell>> annuities = new ArrayList<>();
        List<List<Outline.Cell>> payments = new ArrayList<>();
        for (int i = 0; i < schedules.size(); i++) {
            LoanSchedule schedule = schedules.get(i);
            terms.add(List.of(
                    Outline.words(schedule.name()),
                    Outline.words(schedule.lender()),
                    Outline.words(schedule.terms().taken().toString()),
                    Outline.words(schedule.terms().due().toString()),
                    Outline.quantity(schedule.principal()),
                    Outline.quantity(schedule.rate()),
                    Outline.words(schedule.repaymentInWords()),
                    Outline.words(schedule.interestInWords())));
            loans.get(i).annuity().ifPresent(annuity -> annuities.add(row(schedule.name(), annuity)));
            payments.addAll(payments(loans.get(i).account()));
        }
        context.outline()
                .sheet(
                        "Terms of the loans listed",
                        List.of(
                                SheetColumn.key("loan"),
                                SheetColumn.text("lender"),
                                SheetColumn.date("drawn"),
                                SheetColumn.date("due"),
                                SheetColumn.of("principal", Quality.MONEY),
                                SheetColumn.of("rate", Quality.RATE),
                                SheetColumn.text("repayment"),
                                SheetColumn.text("interest")),
                        terms,
                        Assumption.LOAN_TERMS.under("19 CFR 351.505(c)"));
        if (!annuities.isEmpty()) {
            context.outline()
                    .sheet(
                            "Annuities of the loans listed",
                            List.of(
                                    SheetColumn.key("loan"),
                                    SheetColumn.of("principal", Quality.MONEY),
                                    SheetColumn.of("payments", Quality.COUNT),
                                    SheetColumn.of("rate of an interval", Quality.RATE),
                                    SheetColumn.of(
                                            "payment", Quality.MONEY, "principal", "payments", "rate of an interval")),
                            annuities,
                            Assumption.LOAN_TERMS.under("19 CFR 351.505(c)"));
        }
        if (!payments.isEmpty()) {
            context.outline()
                    .sheet(
                            "Drawdowns and payments under those terms",
                            List.of(
                                    SheetColumn.key("loan"),
                                    SheetColumn.keyDate("day"),
                                    SheetColumn.of("drawn", Quality.MONEY),
                                    SheetColumn.of("repaid", Quality.MONEY),
                                    SheetColumn.of("interest", Quality.MONEY),
                                    SheetColumn.of("balance", Quality.MONEY)),
                            payments,
                            Assumption.LOAN_TERMS.under("19 CFR 351.505(c)"));
        }
    }

    private static List<Outline.Cell> row(String loan, Annuity annuity) {
        return List.of(
                Outline.words(loan),
                Outline.quantity(annuity.principal()),
                Outline.count(annuity.count()),
                Outline.quantity(annuity.interval()),
                Outline.quantity(annuity.payment()));
    }

    /** The days on which something that follows from the terms is drawn or paid. */
    private List<List<Outline.Cell>> payments(LoanAccount loan) {
        List<LoanAccount.Event> following =
                loan.events().stream().filter(event -> !event.stated()).toList();
        return following.stream()
                .map(LoanAccount.Event::day)
                .distinct()
                .map(day -> List.of(
                        Outline.words(loan.name()),
                        Outline.words(day.toString()),
                        amount(following, day, LoanAccount.What.DRAWDOWN),
                        amount(following, day, LoanAccount.What.REPAYMENT),
                        amount(following, day, LoanAccount.What.INTEREST),
                        Outline.quantity(balance(loan, day))))
                .toList();
    }

    private static Outline.Cell amount(List<LoanAccount.Event> events, LocalDate day, LoanAccount.What what) {
        return events.stream()
                .filter(event -> event.what() == what && event.day().equals(day))
                .findFirst()
                .map(event -> Outline.quantity(event.amount()))
                .orElse(Outline.nothing());
    }

    private Term balance(LoanAccount loan, LocalDate day) {
        return loan.repaid().equals(Optional.of(day))
                ? context.builder().literal(0, loan.terms().currency())
                : loan.balance(day, context.builder());
    }
}
