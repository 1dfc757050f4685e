package org.advalorem.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Column;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Records;
import org.advalorem.facts.Sheet;
import org.advalorem.rules.attribution.Member;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.InputTax;

/**
 * Warnings of what may be counted twice in one respondent's rate: a loan, row or receipt under two uses, a grant of a
 * parent that a subsidiary reports too, a tax both relieved and in the benchmark of the input, and a loan forgiven that
 * still bears interest. Also of benefits received before cross-ownership began.
 */
final class DoubleCounting {
    /** The name of a loan identifies it, whatever else its rows state. */
    private static final String LOAN = "loan";

    /** Rows of larger data are not compared one by one. */
    private static final int MOST_ROWS = 100_000;

    private final Map<String, Facts> benchmarks;
    private final LocalDate end;
    private final List<Counted> all = new ArrayList<>();

    /** A use that counts, as its program type read it. */
    private record Counted(CompanyCalculation.Program program, Facts use, Member member, Benefit benefit) {
        String address() {
            return "(" + use.address() + ")";
        }

        List<Benefit.Receipt> receipts() {
            if (benefit instanceof Benefit.Received received) {
                return received.receipts();
            }
            return benefit instanceof Benefit.InPeriodAndReceived both
                    ? both.received().receipts()
                    : List.of();
        }
    }

    /**
     * The warnings on one respondent.
     *
     * @param benchmarks the facts of each benchmark, by name
     * @param end the first day after the year whose benefits are counted
     */
    DoubleCounting(Map<String, Facts> benchmarks, LocalDate end) {
        this.benchmarks = benchmarks;
        this.end = end;
    }

    /** Adds a use that counts; one without a member receives no benefit that could be counted twice. */
    void add(CompanyCalculation.Program program, Facts use, Optional<Member> member, Benefit benefit) {
        member.ifPresent(of -> all.add(new Counted(program, use, of, benefit)));
    }

    /** Warns of everything found. Uses are compared only where both state what is compared. */
    void warn() {
        all.forEach(DoubleCounting::warnOfCrossOwnership);
        receipts();
        List<Counted> withRows =
                all.stream().filter(one -> !one.use().sheets().isEmpty()).toList();
        for (int i = 0; i < withRows.size(); i++) {
            for (int j = i + 1; j < withRows.size(); j++) {
                Counted one = withRows.get(i);
                Counted other = withRows.get(j);
                if (one.member().equals(other.member())) {
                    for (Sheet sheet : one.use().sheets()) {
                        other.use().sheets().forEach(second -> rows(one, sheet, other, second));
                    }
                }
            }
        }
        taxes();
        forgivenLoans();
    }

    private static void warnOfCrossOwnership(Counted counted) {
        counted.member().crossOwnedSince().ifPresent(since -> {
            List<LocalDate> before = counted.receipts().stream()
                    .map(Benefit.Receipt::day)
                    .filter(day -> day.isBefore(since))
                    .sorted()
                    .toList();
            if (!before.isEmpty()) {
                warn(
                        counted,
                        counted.address() + " counts " + (before.size() == 1 ? "an amount" : before.size() + " amounts")
                                + " received on " + before.get(0)
                                + (before.size() == 1 ? "" : " and later") + ", before "
                                + counted.member().name()
                                + " became cross-owned on " + since + ".");
            }
        });
    }

    /** Receipts of one amount on one day by the same member, or by a parent and the member that it passes money to. */
    private void receipts() {
        Map<Received, List<Counted>> alike = new LinkedHashMap<>();
        Forms forms = new Forms();
        for (Counted counted : all) {
            for (Benefit.Receipt receipt : counted.receipts()) {
                if (!isZero(receipt.amount())) {
                    Received received = new Received(receipt.day(), forms.of(receipt.amount()));
                    alike.computeIfAbsent(received, absent -> new ArrayList<>()).add(counted);
                }
            }
        }
        alike.forEach((received, uses) -> {
            for (int j = 1; j < uses.size(); j++) {
                Counted other = uses.get(j);
                uses.subList(0, j).stream()
                        .filter(one -> !one.equals(other) && mayBeOne(one.member(), other.member()))
                        .findFirst()
                        .ifPresent(one -> receipt(one, other, received.day()));
            }
        });
    }

    /** A day and an amount received, by its form. */
    private record Received(LocalDate day, int form) {}

    /**
     * How amounts are written and computed: terms that are alike in both have the same form. A term is looked at once,
     * however many others it is part of; the balance of an annuity contains all balances before it.
     */
    private static final class Forms {
        private final Map<Term, Integer> known = new HashMap<>();
        private final Map<List<Object>, Integer> numbers = new HashMap<>();

        int of(Term amount) {
            Integer had = known.get(amount);
            if (had != null) {
                return had;
            }
            List<Object> form;
            if (!amount.operands().isEmpty()) {
                form = List.of(
                        amount.operation(),
                        amount.operands().stream().map(this::of).toList());
            } else if (isNumber(amount)) {
                form = List.of(amount.decimal().stripTrailingZeros().toPlainString(), amount.unit());
            } else {
                form = List.of(amount.index());
            }
            int number = numbers.computeIfAbsent(form, absent -> numbers.size());
            known.put(amount, number);
            return number;
        }
    }

    private static boolean mayBeOne(Member first, Member second) {
        return first.equals(second) || passesOn(first, second) || passesOn(second, first);
    }

    private static void receipt(Counted one, Counted other, LocalDate day) {
        warn(
                other,
                one.address() + " and " + other.address() + " count the same amount, received on " + day
                        + (one.member().equals(other.member())
                                ? ", twice."
                                : ": " + parent(one, other).name() + " received it and may have passed it on."));
    }

    private static Member parent(Counted one, Counted other) {
        return passesOn(one.member(), other.member()) ? one.member() : other.member();
    }

    /** Whether money that the first received may be what the second reports. */
    private static boolean passesOn(Member first, Member second) {
        return (first.is(Member.Role.HOLDING) && !second.is(Member.Role.HOLDING))
                || first.passesTo().equals(Optional.of(second.id()));
    }

    private static boolean isZero(Term amount) {
        return isNumber(amount) && amount.decimal().signum() == 0;
    }

    private static boolean isNumber(Term amount) {
        return amount.operation() == Operation.INPUT || amount.operation() == Operation.LITERAL;
    }

    private static void rows(Counted one, Sheet sheet, Counted other, Sheet second) {
        List<Column> key = key(sheet, second);
        if (key.isEmpty()) {
            return;
        }
        if (sheet.rows().name().equals(second.rows().name())) {
            warn(
                    other,
                    one.address() + " and " + other.address() + " count the same rows, those of ("
                            + sheet.rows().name() + ").");
            return;
        }
        if (key.stream().anyMatch(column -> column.name().equals(LOAN))) {
            loans(one, sheet, other, second);
        } else if (sheet.rows().rows() <= MOST_ROWS && second.rows().rows() <= MOST_ROWS) {
            sameRows(one, sheet, other, second, key);
        }
    }

    /** The columns that both sheets require; empty unless they tell one transaction from another. */
    private static List<Column> key(Sheet sheet, Sheet second) {
        List<Column> key = sheet.columns().stream()
                .filter(column -> column.required() && second.columns().contains(column))
                .toList();
        boolean dated = key.stream()
                .anyMatch(column -> column.type() == Column.Type.DATE || column.type() == Column.Type.MONTH);
        boolean measured = key.stream()
                .anyMatch(column -> column.type() == Column.Type.NUMBER || column.type() == Column.Type.NOT_NEGATIVE);
        return dated && measured ? key : List.of();
    }

    private static void loans(Counted one, Sheet sheet, Counted other, Sheet second) {
        Set<String> both = names(sheet);
        both.retainAll(names(second));
        if (!both.isEmpty()) {
            warn(
                    other,
                    one.address() + " and " + other.address() + " both count "
                            + (both.size() == 1 ? "the loan (" : "the loans (") + String.join(", ", both)
                            + "). If they are different loans, give them different names.");
        }
    }

    private static Set<String> names(Sheet sheet) {
        Column loan = sheet.columns().stream()
                .filter(column -> column.name().equals(LOAN))
                .findFirst()
                .orElseThrow();
        Set<String> names = new LinkedHashSet<>();
        for (int row = 0; row < sheet.rows().rows(); row++) {
            names.add(sheet.rows().word(row, loan));
        }
        return names;
    }

    private static void sameRows(Counted one, Sheet sheet, Counted other, Sheet second, List<Column> key) {
        Map<Integer, List<Integer>> byHash = new HashMap<>();
        for (int row = 0; row < sheet.rows().rows(); row++) {
            byHash.computeIfAbsent(sheet.hash(row, key), absent -> new ArrayList<>())
                    .add(row);
        }
        Set<Integer> taken = new HashSet<>();
        int count = 0;
        int first = -1;
        int again = -1;
        for (int row = 0; row < second.rows().rows(); row++) {
            int of = row;
            Optional<Integer> found = byHash.getOrDefault(second.hash(row, key), List.of()).stream()
                    .filter(candidate -> !taken.contains(candidate) && sheet.same(candidate, second, of, key))
                    .findFirst();
            if (found.isPresent()) {
                taken.add(found.get());
                first = count == 0 ? found.get() : first;
                again = count == 0 ? row : again;
                count++;
            }
        }
        if (count > 0) {
            warn(
                    other,
                    one.address() + " and " + other.address() + " count "
                            + (count == 1 ? "the same row" : count + " rows that are the same") + ": "
                            + place(sheet.rows(), first) + " and " + place(second.rows(), again)
                            + (count == 1 ? "." : " are the first."));
        }
    }

    private static String place(Records rows, int row) {
        return rows.origin(row).fileLine();
    }

    private void taxes() {
        for (Counted relief : all) {
            Set<InputTax> relieved = relief.program()
                    .type()
                    .relieves(relief.use(), relief.program().name());
            if (!relieved.isEmpty()) {
                all.stream()
                        .filter(other -> other.member().equals(relief.member()))
                        .forEach(purchase -> taxes(relief, relieved, purchase));
            }
        }
    }

    private void taxes(Counted relief, Set<InputTax> relieved, Counted purchase) {
        Set<InputTax> twice = new LinkedHashSet<>(relieved);
        twice.retainAll(purchase.program().type().comparesWith(purchase.use(), benchmarks));
        for (InputTax tax : twice) {
            warn(
                    purchase,
                    relief.address() + " counts relief from " + tax + ", and the benchmark of " + purchase.address()
                            + " includes " + tax + ". If both are for one input, the relief is counted twice.");
        }
    }

    private void forgivenLoans() {
        for (Counted forgiveness : all) {
            forgiveness.program().type().forgives(forgiveness.use()).forEach((loan, day) -> {
                if (day.isBefore(end)) {
                    all.stream()
                            .filter(other -> mayBeOne(forgiveness.member(), other.member()))
                            .filter(other -> other.program().type().bearsInterest(other.use(), loan, day))
                            .forEach(other -> warn(
                                    other,
                                    forgiveness.address() + " counts the loan (" + loan + ") as forgiven on " + day
                                            + ", and " + other.address()
                                            + " counts interest on it for later days. Write what was forgiven as a"
                                            + " repayment of that day."));
                }
            });
        }
    }

    private static void warn(Counted at, String text) {
        at.use().context().warnings().add(at.use().address(), text);
    }
}
