package org.advalorem.rules.loans;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
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
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.benchmarks.LendingRates;

/**
 * The long-term benchmark rate of a firm found uncreditworthy: 19 CFR 351.505(a)(3)(iii).
 *
 * <p>{@code ib = ((1 - qn) (1 + if)^n / (1 - pn))^(1/n) - 1}, where n is the term in years, {@code if} is the
 * long-term rate that a creditworthy firm would pay, and pn and qn are the average cumulative default rates within n
 * years of issuers rated Caa to C and Aaa to Baa; 0 <= pn, qn < 1.
 */
public final class Uncreditworthiness {
    static final Field<Integer> TERM = Field.optional(
            "term", FieldType.years(), "The term n of the default rates, where they are not in a table.");
    static final Field<Term> INVESTMENT_GRADE = Field.optional(
                    "default-investment-grade",
                    FieldType.rate().within(Domain.SHARE),
                    "The cumulative default rate within the term of issuers rated Aaa to Baa (qn).")
            .under("19 CFR 351.505(a)(3)(iii)");
    static final Field<Term> BELOW = Field.optional(
                    "default-below",
                    FieldType.rate().within(Domain.SHARE),
                    "The cumulative default rate within the term of issuers rated Caa to C (pn).")
            .under("19 CFR 351.505(a)(3)(iii)");
    static final Field<List<Integer>> YEARS = Field.optional(
                    "years",
                    FieldType.oneOrMore(FieldType.year()),
                    "The years in which the firm was uncreditworthy: a finding; every year when left out.")
            .under("19 CFR 351.505(a)(4)");
    static final Column OF_YEAR = Column.optional(
            "year", Column.Type.YEAR, "The year in which the terms of a loan were set; every year when left out.");
    static final Column OF_TERM = Column.required("term", Column.Type.NOT_NEGATIVE, "The term in whole years.")
            .within(Domain.TERM);
    static final Column OF_INVESTMENT_GRADE = Column.required(
                    "investment-grade", Column.Type.RATE, "The cumulative default rate of issuers rated Aaa to Baa.")
            .within(Domain.SHARE);
    static final Column OF_BELOW = Column.required(
                    "below", Column.Type.RATE, "The cumulative default rate of issuers rated Caa to C.")
            .within(Domain.SHARE);
    static final Field<Records> TABLE = Field.optional(
                    "default-rates",
                    FieldType.records(OF_YEAR, OF_TERM, OF_INVESTMENT_GRADE, OF_BELOW),
                    "The default rates of all terms, in place of one term and its two rates.")
            .under("19 CFR 351.505(a)(3)(iii)");
    static final Field<Boolean> OF_GOVERNMENT = Field.optional(
                    "government-owned",
                    FieldType.flag(),
                    "Whether the government owns the firm: its own commercial loans then do not settle the question.")
            .orElse("no")
            .under("19 CFR 351.505(a)(4)(ii)");
    static final FieldSet FIELDS = FieldSet.of(
            "default rates of one term, or a table", TERM, INVESTMENT_GRADE, BELOW, TABLE, YEARS, OF_GOVERNMENT);

    /** The findings for one term, or for a list of terms. */
    public static final Field<List<Facts>> FIELD = Field.optional(
                    "uncreditworthy",
                    FieldType.oneOrMore(FieldType.section(FIELDS)),
                    "The default rates for each term that occurs, or a table of them, where the recipient was"
                            + " uncreditworthy.")
            .under("19 CFR 351.505(a)(3)(iii)");

    private final Facts facts;
    private final BenefitContext context;
    private final CalculationBuilder builder;

    public Uncreditworthiness(Facts facts, BenefitContext context) {
        this.facts = facts;
        this.context = context;
        this.builder = context.builder();
    }

    /**
     * Whether the recipient was found uncreditworthy in the given year. Warns of a finding at odds with a commercial
     * loan of that year: 19 CFR 351.505(a)(4)(ii).
     *
     * @param lending the benchmark that may list the firm's own loans; empty if a rate is stated
     */
    public boolean foundIn(int year, Optional<LendingRates> lending) {
        List<Facts> found = found(year);
        found.stream()
                .filter(section -> !section.get(OF_GOVERNMENT))
                .forEach(section -> lending.flatMap(rates -> rates.showsCreditworthiness(year))
                        .ifPresent(loan -> section.context()
                                .warnings()
                                .add(
                                        section.address(),
                                        "The firm is said to be uncreditworthy in " + year
                                                + ", and in that year took out ("
                                                + loan
                                                + "), a long-term commercial loan without a guarantee of the government:"
                                                + " for a firm that the government does not own, normally dispositive evidence"
                                                + " of creditworthiness (19 CFR 351.505(a)(4)(ii)). Write government-owned: yes"
                                                + " where it is, or guarantee: government at the loan.")));
        return !found.isEmpty();
    }

    private List<Facts> found(int year) {
        return facts.optional(FIELD).orElse(List.of()).stream()
                .filter(section -> section.optional(YEARS)
                        .map(years -> years.contains(year))
                        .orElse(true))
                .toList();
    }

    /**
     * The long-term rate that the recipient would pay.
     *
     * @param creditworthy the rate that a creditworthy firm would pay
     * @param year the year in which the terms were set
     * @param term in whole years
     * @param authority the provision under which the rate is used
     */
    public Term rate(Term creditworthy, int year, int term, Authority authority) {
        List<Facts> found = found(year);
        if (found.isEmpty()) {
            return creditworthy;
        }
        DefaultRates defaults = found.stream()
                .flatMap(section -> defaults(section, year, term).stream())
                .findFirst()
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV403,
                        FIELD,
                        "The firm was uncreditworthy in " + year + ", but there are no default rates for the term of "
                                + term + " years.",
                        found.stream().anyMatch(section -> section.has(TABLE))
                                ? "Add the row to the table of default-rates."
                                : "Add {term: " + term
                                        + " years, default-investment-grade: ..., default-below: ...}."));
        Term rate = rate(defaults, creditworthy, term);
        return context.outline()
                .line("Rate of an uncreditworthy firm, terms set in " + year + ", " + term + " years", rate, authority);
    }

    /**
     * The default rates of a term.
     *
     * @param investmentGrade qn
     * @param below pn
     * @param problem what is wrong with one that is 100 percent
     */
    private record DefaultRates(Term investmentGrade, Term below, Supplier<RuntimeException> problem) {}

    /** The default rates that a finding states for a term; empty if it states others. */
    private Optional<DefaultRates> defaults(Facts section, int year, int term) {
        Optional<Records> table = section.optional(TABLE);
        boolean one = section.has(TERM) || section.has(INVESTMENT_GRADE) || section.has(BELOW);
        if (table.isPresent() == one) {
            throw section.problem(
                    Problem.Code.AV401,
                    "(" + section.address() + ") has "
                            + (one ? "both a table of default rates and those of one term." : "no default rates."),
                    "Write default-rates: with a table, or term, default-investment-grade and default-below.");
        }
        if (table.isPresent()) {
            return row(table.get(), year, term).map(row -> ofRow(table.get(), row));
        }
        List<Field<?>> missing = Stream.<Field<?>>of(TERM, INVESTMENT_GRADE, BELOW)
                .filter(field -> !section.has(field))
                .toList();
        if (!missing.isEmpty()) {
            throw section.problem(
                    Problem.Code.AV202,
                    "(" + missing.get(0).name() + ") is missing in (" + section.address() + ").",
                    "Write term, default-investment-grade and default-below together.");
        }
        Term q = section.optional(INVESTMENT_GRADE).orElseThrow();
        Term p = section.optional(BELOW).orElseThrow();
        return section.optional(TERM)
                .filter(stated -> stated == term)
                .map(stated -> new DefaultRates(
                        q,
                        p,
                        () -> section.problem(
                                Problem.Code.AV209,
                                isWhole(q) ? INVESTMENT_GRADE : BELOW,
                                "(" + section.address().child((isWhole(q) ? INVESTMENT_GRADE : BELOW).name())
                                        + ") is 100%; it must be less than 100%.",
                                "")));
    }

    private static Optional<Integer> row(Records table, int year, int term) {
        List<Integer> rows = IntStream.range(0, table.rows())
                .filter(row -> table.number(row, OF_TERM) == term)
                .filter(row -> table.isBlank(row, OF_YEAR) || table.year(row, OF_YEAR) == year)
                .boxed()
                .toList();
        if (rows.size() > 1) {
            throw problem(table, rows.get(1), "There are two rows for the term of " + term + " years in " + year + ".");
        }
        return rows.stream().findFirst();
    }

    private static DefaultRates ofRow(Records table, int row) {
        return new DefaultRates(
                table.term(row, OF_INVESTMENT_GRADE, Unit.FRACTION),
                table.term(row, OF_BELOW, Unit.FRACTION),
                () -> problem(table, row, "A default rate is 100%; it must be less than 100%."));
    }

    private static RuntimeException problem(Records table, int row, String text) {
        table.context().problems().add(Problem.Code.AV303, table.origin(row), text, "");
        return new UnusableFactsException();
    }

    private static boolean isWhole(Term share) {
        return share.decimal().compareTo(BigDecimal.ONE) >= 0;
    }

    private Term rate(DefaultRates defaults, Term creditworthy, int term) {
        Term q = defaults.investmentGrade();
        Term p = defaults.below();
        if (isWhole(q) || isWhole(p)) {
            throw defaults.problem().get();
        }
        belowOne(q);
        belowOne(p);
        if (p.decimal().compareTo(q.decimal()) <= 0) {
            context.outline()
                    .note("The default rate below investment grade (" + percent(p) + ") is not above that of investment"
                            + " grade (" + percent(q) + "): the rate does not rise. Check that they are not swapped.");
        }
        Term one = builder.fraction("1");
        Term n = builder.literal(term, Unit.FRACTION);
        Term grown = one.minus(q).times(one.plus(creditworthy).power(n)).dividedBy(one.minus(p));
        return grown.power(one.dividedBy(n)).minus(one);
    }

    private void belowOne(Term share) {
        builder.require(
                share.less(builder.fraction("1")),
                "(" + share.address() + ") must be less than 100%.",
                share.address());
    }

    private static String percent(Term share) {
        return share.decimal().scaleByPowerOfTen(2).stripTrailingZeros().toPlainString() + "%";
    }
}
