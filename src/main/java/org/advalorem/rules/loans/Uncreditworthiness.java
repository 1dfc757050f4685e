package org.advalorem.rules.loans;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.BenefitContext;

/**
 * The long-term benchmark rate of a firm found uncreditworthy: 19 CFR 351.505(a)(3)(iii).
 *
 * <p>{@code ib = ((1 - qn) (1 + if)^n / (1 - pn))^(1/n) - 1}, where n is the term in years, {@code if} is the
 * long-term rate that a creditworthy firm would pay, and pn and qn are the average cumulative default rates within n
 * years of issuers rated Caa to C and Aaa to Baa; 0 <= pn, qn < 1.
 */
public final class Uncreditworthiness {
    static final Field<Integer> TERM = Field.required("term", FieldType.years(), "The term n of the default rates.");
    static final Field<Term> INVESTMENT_GRADE = Field.required(
                    "default-investment-grade",
                    FieldType.rate().within(Domain.SHARE),
                    "The cumulative default rate within the term of issuers rated Aaa to Baa (qn).")
            .under("19 CFR 351.505(a)(3)(iii)");
    static final Field<Term> BELOW = Field.required(
                    "default-below",
                    FieldType.rate().within(Domain.SHARE),
                    "The cumulative default rate within the term of issuers rated Caa to C (pn).")
            .under("19 CFR 351.505(a)(3)(iii)");
    static final Field<List<Integer>> YEARS = Field.optional(
                    "years",
                    FieldType.oneOrMore(FieldType.year()),
                    "The years in which the firm was uncreditworthy: a finding; every year when left out.")
            .under("19 CFR 351.505(a)(4)");
    static final FieldSet FIELDS = FieldSet.of("default rates of one term", TERM, INVESTMENT_GRADE, BELOW, YEARS);

    /** The findings for one term, or for a list of terms. */
    public static final Field<List<Facts>> FIELD = Field.optional(
                    "uncreditworthy",
                    FieldType.oneOrMore(FieldType.section(FIELDS)),
                    "The default rates for each term that occurs, where the recipient was uncreditworthy.")
            .under("19 CFR 351.505(a)(3)(iii)");

    private final Facts facts;
    private final BenefitContext context;
    private final CalculationBuilder builder;

    public Uncreditworthiness(Facts facts, BenefitContext context) {
        this.facts = facts;
        this.context = context;
        this.builder = context.builder();
    }

    /** Whether the recipient was found uncreditworthy in the given year. */
    public boolean foundIn(int year) {
        return !found(year).isEmpty();
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
        Optional<Facts> ofTerm =
                found.stream().filter(section -> section.get(TERM) == term).findFirst();
        Facts section = ofTerm.orElseThrow(() -> facts.problem(
                Problem.Code.AV403,
                FIELD,
                "The firm was uncreditworthy in " + year + ", but there are no default rates for the term of " + term
                        + " years.",
                "Add {term: " + term + " years, default-investment-grade: ..., default-below: ...}."));
        Term rate = rate(section, creditworthy, term);
        return context.outline()
                .line("Rate of an uncreditworthy firm, terms set in " + year + ", " + term + " years", rate, authority);
    }

    private Term rate(Facts section, Term creditworthy, int term) {
        Term q = section.get(INVESTMENT_GRADE);
        Term p = section.get(BELOW);
        belowOne(section, INVESTMENT_GRADE, q);
        belowOne(section, BELOW, p);
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

    private void belowOne(Facts section, Field<Term> field, Term share) {
        if (share.decimal().compareTo(BigDecimal.ONE) >= 0) {
            throw section.problem(
                    Problem.Code.AV209,
                    field,
                    "(" + section.address().child(field.name()) + ") is 100%; it must be less than 100%.",
                    "");
        }
        builder.require(
                share.less(builder.fraction("1")),
                "(" + share.address() + ") must be less than 100%.",
                share.address());
    }

    private static String percent(Term share) {
        return share.decimal().scaleByPowerOfTen(2).stripTrailingZeros().toPlainString() + "%";
    }
}
