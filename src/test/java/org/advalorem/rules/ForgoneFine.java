package org.advalorem.rules;

import org.advalorem.calculation.Term;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.ProgramType;

/** Fines that the government did not collect: a type that exists in the tests only. */
public final class ForgoneFine implements ProgramType {
    static final Field<Term> FINE = Field.required("fine", FieldType.amount(), "The fine as imposed.");
    static final Field<Term> PAID =
            Field.optional("paid", FieldType.amount(), "What was paid of it.").orElse("0");

    @Override
    public String name() {
        return "forgone-fine";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of("a fine that was not collected", FINE, PAID);
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.RECURRING;
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        return Benefit.inPeriod(facts.get(FINE).minus(facts.get(PAID)));
    }
}
