package org.advalorem.rules.screens;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.screens.Comparison.Relation;

/**
 * Whether the domestic industry supports a petition: producers and workers for it account for at least 25 percent of all
 * production and for more than half of the production of those who express a view. Support of at most half of all production
 * must be established by a poll or other information.
 *
 * <p>{@code opposed = against - related to foreign producers (- importers)}, 19 U.S.C. 1671a(c)(4), 19 CFR 351.203(e).
 */
final class IndustrySupport {
    static final String NAME = "industry-support";

    private static final String LAW = "19 U.S.C. 1671a(c)(4)";
    private static final String DISREGARDED = "19 CFR 351.203(e)(4)";

    static final Field<Term> TOTAL = Field.required(
                    "total",
                    FieldType.quantity().within(Domain.POSITIVE),
                    "All production of the domestic like product over twelve months, by volume or value.")
            .under("19 CFR 351.203(e)(1)");
    static final Field<Term> FOR = Field.required(
                    "for",
                    FieldType.quantity().within(Domain.POSITIVE),
                    "The production of those who support the petition; a firm whose management opposes its workers counts on"
                            + " neither side.")
            .under("19 CFR 351.203(e)(3)");
    static final Field<Term> AGAINST = Field.optional(
            "against",
            FieldType.quantity().within(Domain.NOT_NEGATIVE),
            "The production of all who oppose it; none when left out.");
    static final Field<Term> RELATED = Field.optional(
                    "against-related",
                    FieldType.quantity().within(Domain.NOT_NEGATIVE),
                    "Of that, the production of those related to foreign producers or exporters, whose position is"
                            + " disregarded.")
            .under(DISREGARDED + "(i)");
    static final Field<Boolean> AFFECTED = Field.optional(
                    "related-adversely-affected",
                    FieldType.flag(),
                    "Whether these showed that an order would harm them as domestic producers, so that they count.")
            .under(DISREGARDED + "(i)")
            .orElse("no");
    static final Field<Term> IMPORTERS = Field.optional(
                    "against-importers",
                    FieldType.quantity().within(Domain.NOT_NEGATIVE),
                    "Of all who oppose it, the production of other importers and of those related to importers, whose"
                            + " position may be disregarded.")
            .under(DISREGARDED + "(ii)");
    static final Field<Boolean> DISREGARD = Field.optional(
                    "disregard-importers", FieldType.flag(), "Whether it is disregarded.")
            .under(DISREGARDED + "(ii)")
            .orElse("no");
    static final FieldSet FIELDS =
            FieldSet.of("the support for a petition", TOTAL, FOR, AGAINST, RELATED, AFFECTED, IMPORTERS, DISREGARD);

    private IndustrySupport() {}

    static Screen of(Facts facts, CalculationBuilder builder, OutlineBuilder above) {
        ScreenWriter writer = new ScreenWriter(NAME, "Industry support", builder, above);
        Term total = facts.get(TOTAL);
        Term supporting = inUnit(total, FOR, facts.get(FOR), facts);
        Term opposing = opposing(facts, total, supporting, writer);
        Term share = supporting.dividedBy(total);
        Comparison quarter = writer.compare(
                "all",
                "Support in all production",
                share,
                Quality.SHARE,
                Relation.AT_LEAST,
                writer.percent("0.25", "25 percent"),
                Authority.law(LAW + "(A)(i)"));
        Comparison majority = writer.compare(
                "expressed",
                "Support in the production of those who express a view",
                supporting.dividedBy(supporting.plus(opposing)),
                Quality.SHARE,
                Relation.ABOVE,
                writer.percent("0.5", "50 percent"),
                opposing.operands().isEmpty()
                        ? Authority.law(LAW + "(A)(ii)")
                        : Assumption.DISREGARDED_POSITION.under(LAW + "(A)(ii)"));
        Comparison established = writer.compare(
                "established",
                "Support in all production, without a poll",
                share,
                Quality.SHARE,
                Relation.ABOVE,
                writer.percent("0.5", "50 percent"),
                Authority.law(LAW + "(D)"));
        writer.finding(
                established.met().not(),
                "support is at most half of all production",
                "The petition does not establish support of more than half of all production: the industry is polled, or"
                        + " other information relied on, and the 20 days to initiation may become up to 40.",
                Authority.law(LAW + "(D), 19 CFR 351.203(b)(2)"));
        return writer.verdict(
                "The industry supports the petition",
                quarter.met().and(majority.met()),
                "supported",
                "not supported",
                Authority.law(LAW + "(A)"));
    }

    private static Term opposing(Facts facts, Term total, Term supporting, ScreenWriter writer) {
        CalculationBuilder builder = writer.builder();
        Term none = builder.literal(0, total.unit());
        Term against = facts.optional(AGAINST)
                .map(amount -> inUnit(total, AGAINST, amount, facts))
                .orElse(none);
        builder.require(
                supporting.plus(against).atMost(total),
                "Those for and against the petition produce more than all producers together.",
                facts.address().toString());
        List<Term> parts = new ArrayList<>();
        Term counted = against;
        if (facts.has(RELATED)) {
            Term related = inUnit(total, RELATED, facts.get(RELATED), facts);
            parts.add(related);
            if (!facts.get(AFFECTED)) {
                counted = writer.outline()
                        .line(
                                "Opposed, without those related to foreign producers",
                                counted.minus(related),
                                Assumption.DISREGARDED_POSITION.under(DISREGARDED + "(i)"));
            }
        }
        if (facts.has(IMPORTERS)) {
            Term importers = inUnit(total, IMPORTERS, facts.get(IMPORTERS), facts);
            parts.add(importers);
            if (facts.get(DISREGARD)) {
                counted = writer.outline()
                        .line(
                                "Opposed, without importers",
                                counted.minus(importers),
                                Assumption.DISREGARDED_POSITION.under(DISREGARDED + "(ii)"));
            }
        }
        builder.require(
                builder.sum(parts, total.unit()).atMost(against),
                "Those related to foreign producers and importers produce more than all who oppose the petition.",
                facts.address().toString());
        return counted;
    }

    private static Term inUnit(Term total, Field<Term> field, Term amount, Facts facts) {
        return ScreenWriter.inUnitOf(total, TOTAL, amount, field, facts);
    }
}
