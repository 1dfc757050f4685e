package org.advalorem.rules.attribution;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;

/**
 * The findings on whether an input is primarily dedicated to the production of the downstream product: 19 CFR
 * 351.525(b)(6)(iv)(B).
 *
 * <p>A threshold question and eight unranked factors. The conclusion is a finding of its own,
 * {@link Member#PRIMARILY_DEDICATED}; no factor is weighed here.
 */
final class PrimarilyDedicated {
    private static final String PARAGRAPH = "19 CFR 351.525(b)(6)(iv)(B)";

    static final Field<Finding> USABLE = factor(
            "usable-downstream", "The input could be used in the production of a downstream product: the threshold.");
    private static final FieldSet FIELDS = FieldSet.of(
            "findings on primary dedication",
            USABLE,
            factor("link-in-chain", "The input is a link in the overall production chain."),
            factor("supplier-focused", "The supplier's business is focused on providing the input downstream."),
            factor("common-input", "The input is common to a wide variety of products and industries."),
            factor("downstream-users", "The downstream producers are the primary users of the supplier's input."),
            factor("reserved", "The input is reserved for the downstream producer until its needs are met."),
            factor(
                    "supplier-dependent",
                    "The supplier depends on the downstream producers for its sales of the input."),
            factor("downstream-dependent", "The downstream producers depend on the supplier for the input."),
            factor("coordinated", "The business activities of supplier and downstream producers are coordinated."),
            Field.<String>optional("other", FieldType.text(), "Any other factor found relevant.")
                    .describing()
                    .under(PARAGRAPH));

    static final Field<Facts> FACTORS = Field.optional(
                    "dedication-factors",
                    FieldType.section(FIELDS),
                    "What was found on each factor of primary dedication; the conclusion goes under"
                            + " primarily-dedicated.")
            .under(PARAGRAPH);

    /** The finding on one factor. */
    enum Finding {
        YES("yes"),
        NO("no"),
        DISPUTED("disputed");

        private final String label;

        Finding(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private PrimarilyDedicated() {}

    private static Field<Finding> factor(String name, String description) {
        return Field.<Finding>optional(name, FieldType.choice(Finding.class), description)
                .describing()
                .under(PARAGRAPH);
    }

    /** Writes the findings on a member's input and warns of a conclusion that does not meet the threshold. */
    static void write(Member member, OutlineBuilder outline) {
        member.facts().optional(FACTORS).ifPresent(factors -> {
            List<List<Outline.Cell>> rows = new ArrayList<>();
            for (Field<?> field : FIELDS.fields()) {
                String found = factors.optional(field).map(Object::toString).orElse("not stated");
                rows.add(List.of(Outline.words(field.description()), Outline.words(found)));
            }
            outline.sheet(
                    "Primarily dedicated: findings on " + member.name(),
                    List.of(SheetColumn.key("factor"), SheetColumn.text("finding")),
                    rows,
                    Authority.law(PARAGRAPH));
            if (member.primarilyDedicated()
                    && factors.optional(USABLE).filter(Finding.NO::equals).isPresent()) {
                factors.context()
                        .warnings()
                        .add(
                                factors.address(),
                                "The input of (" + member.id()
                                        + ") counts as primarily dedicated, although it could not"
                                        + " be used in the production of a downstream product: that is the threshold of "
                                        + PARAGRAPH + ".");
            }
        });
    }
}
