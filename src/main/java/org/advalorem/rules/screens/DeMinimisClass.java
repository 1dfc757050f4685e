package org.advalorem.rules.screens;

import java.math.BigDecimal;
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
import org.advalorem.rules.base.DeMinimis;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.screens.Comparison.Relation;

/**
 * A rate against the de minimis threshold of the segment and the country's class, ad valorem or as the equivalent amount per
 * unit of the goods.
 *
 * <p>{@code rate per unit = rate * value per unit}; so is the threshold.
 */
final class DeMinimisClass {
    static final String NAME = "de-minimis";
    static final String SPECIFIC = "specific-rate";

    static final FieldSet FIELDS =
            FieldSet.of("a rate against the de minimis threshold", RateSource.COMPANY, RateSource.RATE);

    static final Field<Term> UNIT_VALUE = Field.required(
            "unit-value",
            FieldType.price().within(Domain.POSITIVE),
            "The value of a unit of the goods, such as the average unit value of imports.");
    static final FieldSet SPECIFIC_FIELDS =
            FieldSet.of("the equivalent specific rate", RateSource.COMPANY, RateSource.RATE, UNIT_VALUE);

    private DeMinimisClass() {}

    /** The comparison ad valorem. */
    static Screen of(
            Facts facts, Proceeding proceeding, RateSource rates, CalculationBuilder builder, OutlineBuilder above) {
        ScreenWriter writer = new ScreenWriter(NAME, "De minimis class", builder, above);
        ScreenedRate rate = rates.rate(facts);
        DeMinimis test = DeMinimis.of(proceeding);
        Comparison comparison = compare("", "Net subsidy rate", rate, test, writer);
        writer.finding(ofClass(proceeding), test.authority());
        return verdict(writer, comparison, test.authority());
    }

    /** The comparison per unit. */
    static Screen specific(
            Facts facts, Proceeding proceeding, RateSource rates, CalculationBuilder builder, OutlineBuilder above) {
        ScreenWriter writer = new ScreenWriter(SPECIFIC, "Equivalent specific rate", builder, above);
        ScreenedRate rate = rates.rate(facts);
        Term value = facts.get(UNIT_VALUE);
        DeMinimis test = DeMinimis.of(proceeding);
        Comparison comparison = writer.compare(
                "",
                "Rate per unit",
                rate.unrounded().times(value),
                Quality.PRICE,
                relation(test),
                new ScreenWriter.Bound(
                        percent(test) + " percent of the unit value",
                        test.threshold(builder).times(value)),
                test.authority());
        return verdict(writer, comparison, test.authority());
    }

    /** The comparison of a rate with the threshold. */
    static Comparison compare(String name, String what, ScreenedRate rate, DeMinimis test, ScreenWriter writer) {
        return writer.compare(
                name,
                what,
                rate.unrounded(),
                Quality.RATE,
                relation(test),
                new ScreenWriter.Bound(percent(test) + " percent", test.threshold(writer.builder())),
                test.authority());
    }

    private static Screen verdict(ScreenWriter writer, Comparison comparison, Authority law) {
        return writer.verdict("De minimis", comparison.met(), "de minimis", "not de minimis", law);
    }

    private static Relation relation(DeMinimis test) {
        return test.inclusive() ? Relation.AT_MOST : Relation.BELOW;
    }

    private static String percent(DeMinimis test) {
        return new BigDecimal(test.threshold())
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String ofClass(Proceeding proceeding) {
        if (!proceeding.segment().isInvestigation()) {
            return "Outside an investigation a rate below 0.5 percent is de minimis, whatever the country.";
        }
        return proceeding.country().developing()
                ? "In an investigation of a developing country a rate of at most 2 percent is de minimis; there is no higher"
                        + " class today."
                : "In an investigation a rate below 1 percent is de minimis; the country is not of the developing class.";
    }
}
