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

/** A rate taken as published or as computed elsewhere; the calculation underlying it is not redone. */
public final class StatedRate implements ProgramType {
    static final Field<Term> RATE =
            Field.required("rate", FieldType.rate().within(Domain.NOT_NEGATIVE), "The ad valorem rate.");

    @Override
    public String name() {
        return "stated";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of("a rate as published or computed elsewhere", RATE);
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.RECURRING;
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        return new Benefit.Rate(facts.get(RATE), Authority.practice("rate as stated in the scenario"), false);
    }
}
