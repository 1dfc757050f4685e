package org.advalorem.rules.deposits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;

/**
 * A change of a program between the period and the preliminary determination, which changes the cash deposit rate alone:
 * 19 CFR 351.526 in the texts of 1998 and 2024.
 *
 * @param program the id of the program
 * @param rates the new rate of each company, in place of that of the period
 * @param shortcomings why the change does not count; empty if it does
 */
public record ProgramWideChange(String program, LocalDate on, Map<String, Term> rates, List<String> shortcomings) {
    static final Field<String> PROGRAM =
            Field.required("program", FieldType.reference("programs"), "The program that changed.");
    static final Field<LocalDate> ON = Field.required("on", FieldType.date(), "The day of the change.");
    static final Field<Map<String, Term>> RATES = Field.required(
            "rates",
            FieldType.named(FieldType.rate().within(Domain.NOT_NEGATIVE)),
            "The rate of the program for each company after the change; 0% where it ended.");
    static final Field<Boolean> OFFICIAL_ACT = Field.optional(
                    "official-act",
                    FieldType.flag(),
                    "Whether an official act made the change, such as a statute or decree.")
            .orElse("yes")
            .under("19 CFR 351.526(b)(2)");
    static final Field<Boolean> INDIVIDUAL_FIRMS = Field.optional(
                    "individual-firms", FieldType.flag(), "Whether the change is limited to individual firms.")
            .orElse("no")
            .under("19 CFR 351.526(b)(1)");
    static final Field<Boolean> MEASURABLE = Field.optional(
                    "measurable", FieldType.flag(), "Whether the change in the benefit can be measured.")
            .orElse("yes")
            .under("19 CFR 351.526(a)(2)");
    static final Field<Boolean> TERMINATED = Field.optional(
                    "terminated", FieldType.flag(), "Whether the program ended.")
            .orElse("no");
    static final Field<Boolean> RESIDUAL = Field.optional(
                    "residual-benefits",
                    FieldType.flag(),
                    "Whether benefits of the program that ended may continue to be received.")
            .orElse("no")
            .under("19 CFR 351.526(d)(1)");
    static final Field<Boolean> SUBSTITUTE = Field.optional(
                    "substitute", FieldType.flag(), "Whether a substitute program took its place.")
            .orElse("no")
            .under("19 CFR 351.526(d)(2)");
    static final FieldSet FIELDS = FieldSet.of(
            "a program-wide change",
            PROGRAM,
            ON,
            RATES,
            OFFICIAL_ACT,
            INDIVIDUAL_FIRMS,
            MEASURABLE,
            TERMINATED,
            RESIDUAL,
            SUBSTITUTE);

    /** Copies the collections. */
    public ProgramWideChange {
        rates = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(rates));
        shortcomings = List.copyOf(shortcomings);
    }

    /**
     * The change stated.
     *
     * @param end the last day of the period
     * @param preliminary the day of the preliminary determination or results, if stated
     */
    static ProgramWideChange of(Facts facts, LocalDate end, Optional<LocalDate> preliminary) {
        LocalDate on = facts.get(ON);
        List<String> shortcomings = new ArrayList<>();
        if (!on.isAfter(end)) {
            shortcomings.add("it was not after the period, which ended on " + end);
        }
        preliminary
                .filter(day -> !on.isBefore(day))
                .ifPresent(day -> shortcomings.add("it was not before the preliminary determination of " + day));
        if (!facts.get(OFFICIAL_ACT)) {
            shortcomings.add("no official act made it");
        }
        if (facts.get(INDIVIDUAL_FIRMS)) {
            shortcomings.add("it is limited to individual firms");
        }
        if (!facts.get(MEASURABLE)) {
            shortcomings.add("it cannot be measured");
        }
        if (facts.get(TERMINATED) && facts.get(RESIDUAL)) {
            shortcomings.add("the program ended, but residual benefits may continue");
        }
        if (facts.get(TERMINATED) && facts.get(SUBSTITUTE)) {
            shortcomings.add("the program ended, but a substitute took its place");
        }
        return new ProgramWideChange(facts.get(PROGRAM), on, facts.get(RATES), shortcomings);
    }

    /** Whether the change counts. */
    boolean counts() {
        return shortcomings.isEmpty();
    }
}
