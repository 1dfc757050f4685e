package org.advalorem.rules.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.advalorem.facts.Every;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;

/**
 * A change in ownership of a recipient: 19 CFR 351.526.
 *
 * <p>Non-recurring benefits received before it are extinguished in full if the seller sold all or substantially all of
 * the company or its assets and kept no control, at arm's length, for fair market value, in a market that the government
 * did not distort. Otherwise nothing is. That a private seller obtained fair market value is presumed.
 *
 * @param shortcomings what the findings lack, in words; empty if benefits are extinguished
 */
public record ChangeInOwnership(LocalDate day, List<String> shortcomings) {
    static final Field<LocalDate> ON = Field.required("on", FieldType.date(), "The day of the sale.");
    static final Field<Boolean> ARMS_LENGTH = Field.required(
                    "arms-length", FieldType.flag(), "Whether the sale was at arm's length: a finding.")
            .under("19 CFR 351.526(b)(2)");
    static final Field<Boolean> PRIVATIZATION = Field.optional(
                    "privatization",
                    FieldType.flag(),
                    "Whether the government sold to a private buyer: fair market value must then be found.")
            .orElse("no")
            .under("19 CFR 351.526(b)(1)");
    static final Field<Boolean> FAIR_MARKET_VALUE = Field.optional(
                    "fair-market-value",
                    FieldType.flag(),
                    "Whether the sale was for fair market value: a finding; when left out, presumed of a private seller.")
            .under("19 CFR 351.526(b)(3)");
    static final Field<Boolean> COMPLETE = Field.optional(
                    "complete",
                    FieldType.flag(),
                    "Whether the seller sold all or substantially all of the company or its assets and kept no control.")
            .orElse("yes")
            .under("19 CFR 351.526(b)(1)");
    static final Field<Boolean> DISTORTED = Field.optional(
                    "market-distorted",
                    FieldType.flag(),
                    "Whether government action so distorted the market that the price did not reflect the benefit.")
            .orElse("no")
            .under("19 CFR 351.526(b)(5)");
    public static final FieldSet FIELDS = FieldSet.of(
            "a change in ownership", ON, ARMS_LENGTH, PRIVATIZATION, FAIR_MARKET_VALUE, COMPLETE, DISTORTED);
    public static final Field<List<Facts>> FIELD = Field.optional(
                    "change-in-ownership",
                    FieldType.oneOrMore(FieldType.section(FIELDS)),
                    "The sale of the company, with its findings; a list for several.")
            .under("19 CFR 351.526");

    /** Copies the list. */
    public ChangeInOwnership {
        shortcomings = List.copyOf(shortcomings);
    }

    /** Whether benefits received before that day are extinguished. */
    boolean extinguishes() {
        return shortcomings.isEmpty();
    }

    /**
     * The changes that a member states, the latest first, so that each amount is extinguished once.
     *
     * @throws org.advalorem.facts.UnusableFactsException if one is incomplete; the problem has been noted
     */
    public static List<ChangeInOwnership> of(Facts recipient) {
        return Every.of(recipient.optional(FIELD).orElse(List.of()), ChangeInOwnership::change).stream()
                .sorted(Comparator.comparing(ChangeInOwnership::day).reversed())
                .toList();
    }

    private static ChangeInOwnership change(Facts facts) {
        if (facts.get(PRIVATIZATION) && facts.optional(FAIR_MARKET_VALUE).isEmpty()) {
            throw facts.problem(
                    Problem.Code.AV202,
                    "(fair-market-value) is missing in (" + facts.address()
                            + "): a privatization extinguishes benefits only if it is found to be for fair market value.",
                    "Write fair-market-value: yes or no.");
        }
        List<String> shortcomings = new ArrayList<>();
        if (!facts.get(ARMS_LENGTH)) {
            shortcomings.add("it was not at arm's length");
        }
        if (!facts.optional(FAIR_MARKET_VALUE).orElse(true)) {
            shortcomings.add("it was not for fair market value");
        }
        if (!facts.get(COMPLETE)) {
            shortcomings.add("less than substantially all was sold, or control was kept");
        }
        if (facts.get(DISTORTED)) {
            shortcomings.add("the government distorted the market");
        }
        return new ChangeInOwnership(facts.get(ON), shortcomings);
    }
}
