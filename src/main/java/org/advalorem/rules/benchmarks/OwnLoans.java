package org.advalorem.rules.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Column;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Measured;
import org.advalorem.rules.base.Proceeding;

/**
 * A firm's own comparable commercial loans, which take precedence over any national average: 19 CFR 351.505(a)(2).
 *
 * <p>Loans are comparable if they are in the same currency, fixed-rate or variable-rate alike, and short-term or
 * long-term alike. The rate is {@code sum of principal * rate / sum of principal} over the loans of the year: for a
 * short-term loan, the year in which it was taken out; for a long-term loan, the year in which its terms were set or,
 * if there are none, the preceding year. Where there are none at all, the lending table under {@code otherwise}
 * applies.
 */
public final class OwnLoans implements LendingRates {
    static final String TYPE = "own-loans";

    static final Column LOAN = Column.required("loan", Column.Type.TEXT, "The loan, by any unique name.");
    static final Column AGREED = Column.optional(
            "agreed",
            Column.Type.DATE,
            "The day on which terms were set, or a short-term loan taken out; the day of the drawdown when empty.");
    static final Column DRAWN =
            Column.optional("drawn", Column.Type.DATE, "The day of the drawdown; or write when the terms were set.");
    static final Column TERM = Column.optional(
                    "term", Column.Type.NOT_NEGATIVE, "The term in years; or write the due date.")
            .within(Domain.TERM);
    static final Column DUE =
            Column.optional("due", Column.Type.DATE, "The day on which the loan is due; or write its term.");
    static final Column CURRENCY = Column.required("currency", Column.Type.TEXT, "The currency of the loan.");
    static final Column PRINCIPAL =
            Column.required("principal", Column.Type.NOT_NEGATIVE, "The principal, in the currency of the loan.");
    static final Column RATE =
            Column.required("rate", Column.Type.RATE, "The effective rate of interest, fees included.");
    static final Column RATE_KIND = Column.optional(
                    "rate-kind", Column.Type.TEXT, "fixed", "Whether the rate is fixed or variable; fixed when empty.")
            .among(List.of("fixed", "variable"));
    static final Column YEAR = Column.optional(
            "year",
            Column.Type.YEAR,
            "The year of a variable rate: one row per year; the year in which terms were set when empty.");
    static final Column LENDER = Column.optional("lender", Column.Type.TEXT, "bank", "The lender; a bank when empty.")
            .among(List.of(
                    "bank", "bond market", "government-owned bank", "special-purpose bank", "government program"));
    static final Column GUARANTEE = Column.optional(
                    "guarantee",
                    Column.Type.TEXT,
                    "none",
                    "Who guarantees the loan; none when empty. A loan that the government guarantees says nothing of"
                            + " the firm's creditworthiness.")
            .among(List.of("none", "private", "government"));

    static final Field<Records> LOANS = Field.required(
                    "loans",
                    FieldType.records(
                            LOAN, AGREED, DRAWN, TERM, DUE, CURRENCY, PRINCIPAL, RATE, RATE_KIND, YEAR, LENDER,
                            GUARANTEE),
                    "The firm's loans; those from special-purpose banks and government programs never count.")
            .under("19 CFR 351.505(a)(2)(ii)");
    /** The column that measures a loan. */
    public static final Measured MEASURED =
            new Measured(PRINCIPAL, false, Optional.empty(), Optional.empty(), List.of());

    static final Field<Boolean> GOVERNMENT_BANKS = Field.optional(
                    "government-owned-banks",
                    FieldType.flag(),
                    "Whether loans from government-owned banks are commercial: a finding.")
            .orElse("yes")
            .under("19 CFR 351.505(a)(2)(ii)");
    static final Field<String> OTHERWISE = Field.optional(
                    "otherwise",
                    FieldType.reference("benchmarks"),
                    "The lending table used where the firm has no comparable loan.")
            .under("19 CFR 351.505(a)(3)");
    static final FieldSet FIELDS =
            FieldSet.of("a firm's own commercial loans", Benchmarks.TYPE, LOANS, GOVERNMENT_BANKS, OTHERWISE);

    private final String name;
    private final Facts facts;
    private final Benchmarks benchmarks;

    /** A loan included in a rate: its terms and inputs. */
    record Used(String name, LocalDate agreed, Term principal, Term rate) {}

    OwnLoans(String name, Facts facts, Benchmarks benchmarks) {
        this.name = name;
        this.facts = facts;
        this.benchmarks = benchmarks;
    }

    @Override
    public Quote quote(Asked asked) {
        Records rows = facts.get(LOANS);
        check(rows);
        List<Integer> chosen = asked.own() ? comparable(rows, asked) : List.of();
        return chosen.isEmpty() ? otherwise(asked) : average(rows, chosen);
    }

    private Quote otherwise(Asked asked) {
        Optional<String> table = facts.optional(OTHERWISE);
        if (table.isEmpty()) {
            throw facts.problem(
                    Problem.Code.AV403,
                    asked.own()
                            ? "(" + name + ") has no comparable commercial loan: " + asked.kind() + ", "
                                    + asked.currency() + " " + asked.agreed() + "."
                            : "The firm was uncreditworthy in " + asked.agreed() + ": its own loans in (" + name
                                    + ") cannot be used.",
                    "Write otherwise: with a lending table, or add the loan to ("
                            + facts.get(LOANS).name() + ").");
        }
        return benchmarks.table(table.get(), facts).quote(asked);
    }

    private static Quote average(Records rows, List<Integer> chosen) {
        CalculationBuilder builder = rows.context().builder();
        List<Used> used = new ArrayList<>();
        for (int row : chosen) {
            used.add(new Used(
                    rows.word(row, LOAN),
                    agreed(rows, row),
                    rows.term(row, PRINCIPAL, Unit.of(rows.word(row, CURRENCY))),
                    rows.term(row, RATE, Unit.FRACTION)));
        }
        if (used.size() == 1) {
            return new Quote(used.get(0).rate(), used, Optional.empty());
        }
        Term principal = builder.sum(used.stream().map(Used::principal).toList());
        builder.require(
                builder.literal(0, principal.unit()).less(principal),
                "The principal of the comparable commercial loans in (" + rows.name() + ") must be more than zero.");
        Term interest = builder.sum(
                used.stream().map(loan -> loan.principal().times(loan.rate())).toList());
        return new Quote(interest.dividedBy(principal), used, Optional.empty());
    }

    /** The rows averaged into the rate; empty if there is no comparable loan. */
    private List<Integer> comparable(Records rows, Asked asked) {
        IntPredicate like = row -> rows.word(row, CURRENCY).equals(asked.currency())
                && isLongTerm(rows, row) == asked.longTerm()
                && isVariable(rows, row) == asked.variable()
                && isCommercial(rows.word(row, LENDER));
        List<Integer> ofYear = inYear(rows, like, asked.agreed());
        List<Integer> found = ofYear.isEmpty() && asked.longTerm() ? inYear(rows, like, asked.agreed() - 1) : ofYear;
        return asked.variable() ? ofRateYear(rows, found, asked.longTerm() ? asked.year() : asked.agreed()) : found;
    }

    @Override
    public Optional<String> showsCreditworthiness(int year) {
        Records rows = facts.get(LOANS);
        check(rows);
        return IntStream.range(0, rows.rows())
                .filter(row -> isLongTerm(rows, row)
                        && isCommercial(rows.word(row, LENDER))
                        && !rows.word(row, GUARANTEE).equals("government"))
                .filter(row -> agreed(rows, row).getYear() == year)
                .mapToObj(row -> rows.word(row, LOAN))
                .findFirst();
    }

    private static List<Integer> inYear(Records rows, IntPredicate like, int year) {
        return IntStream.range(0, rows.rows())
                .filter(row -> like.test(row) && agreed(rows, row).getYear() == year)
                .boxed()
                .toList();
    }

    /** The row of one year for each variable-rate loan. */
    private List<Integer> ofRateYear(Records rows, List<Integer> found, int year) {
        Map<String, Integer> byLoan = new LinkedHashMap<>();
        List<Integer> ofYear =
                found.stream().filter(row -> rateYear(rows, row) == year).toList();
        ofYear.forEach(row -> byLoan.put(rows.word(row, LOAN), row));
        for (int row : found) {
            if (!byLoan.containsKey(rows.word(row, LOAN))) {
                throw facts.problem(
                        Problem.Code.AV403,
                        "The variable loan (" + rows.word(row, LOAN) + ") of (" + name + ") has no rate for " + year
                                + ".",
                        "Add a row for " + year + " to (" + rows.name() + ").");
            }
        }
        return ofYear;
    }

    private boolean isCommercial(String lender) {
        return switch (lender) {
            case "special-purpose bank", "government program" -> false;
            case "government-owned bank" -> facts.get(GOVERNMENT_BANKS);
            default -> true;
        };
    }

    private static boolean isLongTerm(Records rows, int row) {
        return rows.isBlank(row, TERM) ? dueAfterAYear(rows, row) : rows.number(row, TERM) > 1;
    }

    private static boolean dueAfterAYear(Records rows, int row) {
        return rows.day(row, DUE).isAfter(taken(rows, row).plusYears(1));
    }

    private static LocalDate agreed(Records rows, int row) {
        return rows.day(row, rows.isBlank(row, AGREED) ? DRAWN : AGREED);
    }

    /** The day from which the term runs. */
    private static LocalDate taken(Records rows, int row) {
        return rows.day(row, rows.isBlank(row, DRAWN) ? AGREED : DRAWN);
    }

    private static boolean isVariable(Records rows, int row) {
        return rows.word(row, RATE_KIND).equals("variable");
    }

    private static int rateYear(Records rows, int row) {
        return rows.isBlank(row, YEAR) ? agreed(rows, row).getYear() : rows.year(row, YEAR);
    }

    private static void check(Records rows) {
        Map<String, Integer> first = new LinkedHashMap<>();
        Map<String, Integer> years = new LinkedHashMap<>();
        boolean usable = true;
        for (int row = 0; row < rows.rows(); row++) {
            try {
                check(rows, row, first, years);
            } catch (UnusableFactsException noted) {
                usable = false;
            }
        }
        if (!usable) {
            throw new UnusableFactsException();
        }
    }

    private static void check(Records rows, int row, Map<String, Integer> first, Map<String, Integer> years) {
        String loan = rows.word(row, LOAN);
        if (!Unit.isCurrency(rows.word(row, CURRENCY))) {
            throw problem(
                    rows,
                    row,
                    "(" + rows.word(row, CURRENCY) + ") is not a currency.",
                    "Write the three-letter code: CNY, USD, EUR.");
        }
        checkStated(rows, row, loan);
        if (!isVariable(rows, row) && rateYear(rows, row) != agreed(rows, row).getYear()) {
            throw problem(
                    rows,
                    row,
                    "The loan (" + loan + ") has a fixed rate and a year other than that of its terms.",
                    "Leave the year out, or write variable in the column rate-kind.");
        }
        checkTerms(rows, loan, first.merge(loan, row, (a, b) -> a), row);
        if (years.put(loan + "\n" + rateYear(rows, row), row) != null) {
            throw problem(
                    rows,
                    row,
                    "The loan (" + loan + ") appears twice for " + rateYear(rows, row) + ".",
                    "Give every loan a unique name, and one row per year.");
        }
    }

    private static void checkStated(Records rows, int row, String loan) {
        if (rows.isBlank(row, AGREED) && rows.isBlank(row, DRAWN)) {
            throw problem(
                    rows,
                    row,
                    "The loan (" + loan + ") has neither a day on which terms were set nor one of its drawdown.",
                    "Write one of them in the column agreed or drawn.");
        }
        boolean hasTerm = !rows.isBlank(row, TERM);
        boolean hasDue = !rows.isBlank(row, DUE);
        if (!hasTerm && !hasDue) {
            throw problem(
                    rows,
                    row,
                    "The loan (" + loan + ") has neither a term nor a due date.",
                    "Write the term in years, or the due date.");
        }
        if (hasDue && !rows.day(row, DUE).isAfter(taken(rows, row))) {
            throw problem(
                    rows,
                    row,
                    "The loan (" + loan + ") is due on " + rows.day(row, DUE) + ", not after " + taken(rows, row)
                            + ", when it was drawn or agreed.",
                    "");
        }
        if ((hasTerm && rows.number(row, TERM) == 0) || rows.number(row, PRINCIPAL) == 0) {
            throw problem(rows, row, "The loan (" + loan + ") has no term or no principal.", "");
        }
        if (hasTerm && hasDue && rows.number(row, TERM) > 1 != dueAfterAYear(rows, row)) {
            throw problem(
                    rows,
                    row,
                    "The loan (" + loan + ") has a term of " + rows.digits(row, TERM) + " years, but is due on "
                            + rows.day(row, DUE) + ".",
                    "Write only one of the two.");
        }
    }

    /** Checks that the rows of one variable-rate loan differ in year and rate only. */
    private static void checkTerms(Records rows, String loan, int first, int row) {
        for (Column column : List.of(AGREED, DRAWN, TERM, DUE, PRINCIPAL)) {
            // a blank is not a number: it is no different from another
            if (Double.compare(rows.number(row, column), rows.number(first, column)) != 0) {
                throw differs(rows, loan, row, column);
            }
        }
        for (Column column : List.of(CURRENCY, RATE_KIND, LENDER, GUARANTEE)) {
            if (!rows.word(row, column).equals(rows.word(first, column))) {
                throw differs(rows, loan, row, column);
            }
        }
    }

    private static UnusableFactsException differs(Records rows, String loan, int row, Column column) {
        return problem(
                rows,
                row,
                "The " + column.name() + " of the loan (" + loan + ") differs from that on its first row.",
                "The rows of a loan may differ only in year and rate; give a loan on other terms its own name.");
    }

    private static UnusableFactsException problem(Records rows, int row, String message, String advice) {
        rows.context().problems().add(Problem.Code.AV401, rows.origin(row), message, advice);
        return new UnusableFactsException();
    }

    /** Writes the firm's own loans from which a rate was calculated. */
    static void write(Map<Asked, Quote> quotes, OutlineBuilder outline, Proceeding proceeding) {
        List<List<Outline.Cell>> rows = new ArrayList<>();
        quotes.forEach((asked, quote) -> quote.loans()
                .forEach(loan -> rows.add(List.of(
                        Outline.words(asked.kind() + ", " + asked.currency() + " " + asked.year()),
                        Outline.words(loan.name()),
                        Outline.words(loan.agreed().toString()),
                        Outline.quantity(loan.principal()),
                        Outline.quantity(loan.rate()),
                        Outline.quantity(quote.rate())))));
        if (!rows.isEmpty()) {
            outline.sheet(
                    "Own comparable commercial loans",
                    List.of(
                            SheetColumn.key("comparable for"),
                            SheetColumn.key("loan"),
                            SheetColumn.date("terms set"),
                            SheetColumn.of("principal", Quality.MONEY),
                            SheetColumn.of("rate", Quality.RATE),
                            SheetColumn.of("average", Quality.RATE, "principal", "rate")),
                    rows,
                    authority(quotes, proceeding));
        }
    }

    /** The authority for the rate; a weighted average over the year is prescribed for short-term loans only. */
    private static Authority authority(Map<Asked, Quote> quotes, Proceeding proceeding) {
        boolean longTerm = quotes.entrySet().stream()
                .anyMatch(quote -> quote.getKey().longTerm() && quote.getValue().isOwn());
        return longTerm
                ? Assumption.OWN_LOANS.under("19 CFR 351.505(a)(2)")
                : proceeding.restsOn(Assumption.OWN_LOANS, "19 CFR 351.505(a)(2)(iv)");
    }
}
