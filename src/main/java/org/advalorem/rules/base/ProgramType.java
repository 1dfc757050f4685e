package org.advalorem.rules.base;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Authority;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;

/**
 * A type of subsidy program: the facts it requires and how its benefit is computed.
 *
 * <p>Netting, allocation over time, attribution, the export value adjustment and measurability are common to all types
 * and handled elsewhere. To add a type, write one class and list it among the built-in types of {@code Programs}.
 */
public interface ProgramType {
    /** The type's name, as under {@code type:} in a scenario. */
    String name();

    /** The facts of a use; a program may state any of them once for all of its uses. */
    FieldSet fields();

    /**
     * Whether the benefit is expensed in the year of receipt or allocated over time, unless the scenario rebuts the
     * presumption.
     */
    Recurrence recurrence();

    /** The recurrence of one use, where its facts or the text of the regulation decides. */
    default Recurrence recurrence(Facts facts, Proceeding proceeding) {
        return recurrence();
    }

    /**
     * The least number of years over which a non-recurring benefit is allocated, however short the useful life; empty
     * where the useful life decides alone.
     */
    default Optional<MinimumPeriod> minimumPeriod(Proceeding proceeding) {
        return Optional.empty();
    }

    /** The basis of specificity of a program that states none; a type of export programs has no other. */
    default Specificity specificity() {
        return Specificity.DOMESTIC;
    }

    /** Whether the program is income tax relief, which is normally tied to no product or market: 19 CFR 351.509(d). */
    default boolean isIncomeTaxRelief() {
        return false;
    }

    /** The kind of its benefits, by which a program on facts available is similar to it; empty if it varies. */
    default Optional<BenefitKind> kind() {
        return Optional.empty();
    }

    /** The reason why a use is not applied although it is stated, as printed; empty if it is applied. */
    default Optional<String> notApplied(Facts use) {
        return Optional.empty();
    }

    /**
     * The taxes on inputs of which a use counts relief.
     *
     * @param program the program's name
     */
    default Set<InputTax> relieves(Facts use, String program) {
        return Set.of();
    }

    /**
     * The taxes included in the benchmark with which a use compares prices paid.
     *
     * @param benchmarks the facts of each benchmark, by name
     */
    default Set<InputTax> comparesWith(Facts use, Map<String, Facts> benchmarks) {
        return Set.of();
    }

    /**
     * The rules that a use needs and that only some laws have, by the field that asks for each; a use that needs one is
     * refused elsewhere. None by default: what a benefit to the recipient is, is common ground.
     */
    default Map<Field<?>, LocalRule> localRules(Facts use) {
        return Map.of();
    }

    /**
     * Whether what was received is the value of a non-depreciating asset, such as land, which the law of the European
     * Union treats as an interest-free loan: Regulation (EU) 2016/1037, art. 7(3).
     */
    default boolean isNonDepreciating(Facts use) {
        return false;
    }

    /** The rule without which a law does not reach programs of this type at all. */
    default Optional<LocalRule> onlyUnder() {
        return Optional.empty();
    }

    /** The loans of which a use counts the forgiveness, by name, each with the day on which it was forgiven. */
    default Map<String, LocalDate> forgives(Facts use) {
        return Map.of();
    }

    /** Whether a use counts interest on a loan for days after the given one. */
    default boolean bearsInterest(Facts use, String loan, LocalDate after) {
        return false;
    }

    /** The columns by which doubtful rows of its records are found; empty if it has no such records. */
    default Optional<Measured> measured() {
        return Optional.empty();
    }

    /**
     * The gross benefit of one use.
     *
     * @throws org.advalorem.facts.UnusableFactsException if a required fact is missing or cannot be read, after noting
     *     the problem
     */
    Benefit benefit(Facts facts, BenefitContext context);

    /**
     * A least number of years of allocation.
     *
     * @param authority the provision that sets it
     */
    record MinimumPeriod(int years, Authority authority) {
        private static final int TWELVE = 12;

        /** The twelve years of 19 CFR 351.507(d) and 351.508(c)(1); empty before the text of 2024. */
        public static Optional<MinimumPeriod> ofTwelveYears(Proceeding proceeding, String citation) {
            return proceeding.follows(RegimeDifference.TWELVE_YEARS)
                    ? Optional.of(new MinimumPeriod(TWELVE, Authority.law(citation)))
                    : Optional.empty();
        }
    }

    /** Whether a benefit is recurring or non-recurring: 19 CFR 351.524(c). */
    enum Recurrence {
        RECURRING("recurring"),
        NON_RECURRING("non-recurring");

        /** States which of the two a use is, where the default of its type is rebutted. */
        public static final Field<Recurrence> FIELD = Field.optional(
                        "recurrence",
                        FieldType.choice(Recurrence.class),
                        "Whether the benefit is recurring, where the default of the type is rebutted.")
                .under("19 CFR 351.524(c)(2)");

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
