package org.advalorem.rules;

import org.advalorem.facts.Facts;
import org.advalorem.facts.FieldSet;

/**
 * A kind of subsidy program: what facts it needs and how its benefit is computed.
 *
 * <p>Everything else, netting, allocation over time, attribution, the export value adjustment and measurability, is
 * common to all types and happens outside. To add a type, write one class and list it in {@link Programs}.
 */
public interface ProgramType {
    /** The word under {@code type:} in a scenario. */
    String name();

    /** The facts of a use; a program may state any of them once for all its uses. */
    FieldSet fields();

    /** Whether benefits are expensed in the year of receipt or allocated over time, unless the scenario rebuts it. */
    Recurrence recurrence();

    /** The same for one use, where its facts or the text of the regulation decide. */
    default Recurrence recurrence(Facts facts, Proceeding proceeding) {
        return recurrence();
    }

    /** Whether it is relief from an income tax, which is normally tied to no product or market: 19 CFR 351.509(d). */
    default boolean isIncomeTaxRelief() {
        return false;
    }

    /** The benefit of one use, gross. */
    Benefit benefit(Facts facts, BenefitContext context);

    /** Recurring or not: 19 CFR 351.524(c). */
    enum Recurrence {
        RECURRING("recurring"),
        NON_RECURRING("non-recurring");

        private final String label;

        Recurrence(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }
}
