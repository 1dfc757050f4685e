package org.advalorem.rules;

import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.Problem;

/** Amounts of a use in the currency in which the company reports. */
final class Money {
    private Money() {}

    /** The amount, which must be there. */
    static Term get(Facts facts, Field<Term> field, Setting setting) {
        return inCurrency(facts.get(field), facts, field, setting);
    }

    /** The amount, when it is there. */
    static Optional<Term> optional(Facts facts, Field<Term> field, Setting setting) {
        return facts.optional(field).map(amount -> inCurrency(amount, facts, field, setting));
    }

    /** That amount of the field after a check of its currency. */
    static Term inCurrency(Term amount, Facts facts, Field<?> field, Setting setting) {
        if (!amount.unit().equals(setting.currency())) {
            throw facts.problem(
                    Problem.Code.AV206,
                    field,
                    "(" + facts.address().child(field.name()) + ") is in " + amount.unit() + "; the company reports in "
                            + setting.currency() + ".",
                    "Write the amount in " + setting.currency() + ".");
        }
        return amount;
    }
}
