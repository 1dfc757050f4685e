package org.advalorem.rules.types;

import java.time.LocalDate;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.ProgramType;

/**
 * Exemption from or remission of a direct tax, a tax credit, or a reduced rate: 19 CFR 351.509(a).
 *
 * <p>{@code max(0, tax payable without the program - tax paid)}, where either tax may be stated or equals {@code max(0,
 * income) * rate}; received on the day the return is filed.
 */
public final class DirectTax implements ProgramType {
    static final Field<LocalDate> FILED = Field.required(
                    "filed",
                    FieldType.date(),
                    "The day on which the return was filed: it decides the year of the benefit.")
            .under("19 CFR 351.509(b)(1)");
    static final Field<Integer> TAX_YEAR = Field.<Integer>optional(
                    "tax-year", FieldType.year(), "The year for which the return was filed.")
            .describing();
    static final Field<Term> PAYABLE = Field.optional(
            "payable", FieldType.amount().within(Domain.NOT_NEGATIVE), "The tax payable without the program.");
    static final Field<Term> PAID = Field.optional(
            "paid", FieldType.amount().within(Domain.NOT_NEGATIVE), "The tax paid, after exemptions and credits.");
    static final Field<Term> INCOME =
            Field.optional("income", FieldType.amount(), "The taxable income; negative for a loss.");
    static final Field<Term> STANDARD_RATE =
            Field.optional("standard-rate", FieldType.rate().within(Domain.SHARE), "The tax rate without the program.");
    static final Field<Term> REDUCED_RATE =
            Field.optional("reduced-rate", FieldType.rate().within(Domain.SHARE), "The tax rate under the program.");

    @Override
    public String name() {
        return "direct-tax";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of(
                "relief from a direct tax", FILED, TAX_YEAR, PAYABLE, PAID, INCOME, STANDARD_RATE, REDUCED_RATE);
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.RECURRING;
    }

    @Override
    public boolean isIncomeTaxRelief() {
        return true;
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        LocalDate filed = facts.get(FILED);
        checkYear(facts, filed);
        Term payable = context.outline()
                .line(
                        "Tax payable without the program",
                        tax(facts, PAYABLE, STANDARD_RATE, context),
                        Authority.law("19 CFR 351.509(a)"));
        Term paid = context.outline()
                .line("Tax paid", tax(facts, PAID, REDUCED_RATE, context), Authority.law("19 CFR 351.509(a)"));
        Term saved = context.outline()
                .line(
                        "Tax saved, return filed on " + filed,
                        payable.minus(paid).positivePart(),
                        Assumption.TAX_FILING.under("19 CFR 351.509(b)(1)"));
        return Benefit.received(filed, saved);
    }

    static void checkYear(Facts facts, LocalDate filed) {
        facts.optional(TAX_YEAR).filter(year -> year > filed.getYear()).ifPresent(year -> {
            throw facts.problem(
                    Problem.Code.AV401,
                    FILED,
                    "The return for " + year + " was filed on " + filed + ", before that year.",
                    "");
        });
    }

    /** The tax as stated, otherwise {@code max(0, income) * rate}: a loss bears no tax. */
    private static Term tax(Facts facts, Field<Term> stated, Field<Term> rate, BenefitContext context) {
        boolean isStated = facts.optional(stated).isPresent();
        boolean isComputed =
                facts.optional(INCOME).isPresent() && facts.optional(rate).isPresent();
        if (isStated && facts.optional(rate).isPresent()) {
            throw facts.problem(
                    Problem.Code.AV401,
                    stated,
                    "(" + facts.address() + ") has both (" + stated.name() + ") and (" + rate.name() + ").",
                    "Write one of them.");
        }
        if (!isStated && !isComputed) {
            throw facts.problem(
                    Problem.Code.AV202,
                    "(" + stated.name() + ") is missing in (" + facts.address() + "): " + lower(stated.description()),
                    "Write " + stated.name() + ": with the amount, or income: with " + rate.name() + ": 25%.");
        }
        if (isStated) {
            return context.inReportingCurrency(facts.get(stated), facts.get(FILED), facts);
        }
        return context.inReportingCurrency(facts.get(INCOME), facts.get(FILED), facts)
                .positivePart()
                .times(facts.get(rate));
    }

    private static String lower(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
