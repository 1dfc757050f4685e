package org.advalorem.rules.types;

import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.ProgramType;

/**
 * A rate based on facts available, 19 U.S.C. 1677e, in place of a benefit and a denominator.
 *
 * <p>If the share of U.S. sales to customers whose non-use was not verified is stated, the rate is prorated by that
 * share.
 */
public final class FactsAvailable implements ProgramType {
    static final Field<Term> RATE = Field.required(
                    "rate", FieldType.rate().within(Domain.NOT_NEGATIVE), "The rate selected; give its source.")
            .under("19 U.S.C. 1677e(d)");
    static final Field<Term> UNVERIFIED_SHARE = Field.optional(
                    "unverified-share",
                    FieldType.rate().within(Domain.SHARE),
                    "The share of U.S. sales to customers that did not verify non-use; the rate is pro-rated by it.")
            .under("Ancientree Cabinet Co. v. United States (CIT 2024)");

    @Override
    public String name() {
        return "facts-available";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of("a rate on facts available", RATE, UNVERIFIED_SHARE);
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.RECURRING;
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        Term rate = facts.get(RATE);
        Term prorated = facts.optional(UNVERIFIED_SHARE)
                .map(share -> context.outline()
                        .line(
                                "Rate pro-rated by the share of sales whose non-use was not verified",
                                rate.times(share),
                                Authority.court("Ancientree Cabinet Co. v. United States (CIT 2024)")))
                .orElse(rate);
        return new Benefit.Rate(prorated, Authority.law("19 U.S.C. 1677e"), true);
    }
}
