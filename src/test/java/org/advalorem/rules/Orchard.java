package org.advalorem.rules;

import java.time.LocalDate;
import java.util.Map;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.LocalRule;
import org.advalorem.rules.base.ProgramType;

/** A type of program of an asset that does not depreciate, and with a rule that only one law has. */
final class Orchard implements ProgramType {
    private static final Field<Term> VALUE = Field.required("value", FieldType.amount(), "Its value.");
    private static final Field<LocalDate> RECEIVED = Field.required("received", FieldType.date(), "The day.");
    private static final Field<Boolean> GRAFTED = Field.optional("grafted", FieldType.flag(), "Whether it is grafted.");

    @Override
    public String name() {
        return "orchard";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of("an orchard", VALUE, RECEIVED, GRAFTED);
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.NON_RECURRING;
    }

    @Override
    public Map<Field<?>, LocalRule> localRules(Facts use) {
        return use.has(GRAFTED) ? Map.of(GRAFTED, LocalRule.PRICE_INDEX) : Map.of();
    }

    @Override
    public boolean isNonDepreciating(Facts use) {
        return true;
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        return Benefit.received(facts.get(RECEIVED), facts.get(VALUE));
    }
}
