package org.advalorem.rules.screens;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.Term;
import org.advalorem.facts.DateRange;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.screens.Comparison.Relation;

/**
 * Whether critical circumstances may be found: imports rose by at least 15 percent over a preceding period of comparable
 * length, and a subsidy is inconsistent with the Subsidies Agreement. The rise is necessary, not enough: the Secretary also
 * weighs value, season and the share of consumption.
 *
 * <p>{@code rise = (imports - imports before) / imports before}, 19 CFR 351.206(h)(2).
 */
final class CriticalCircumstances {
    static final String NAME = "critical-circumstances";

    private static final String LAW = "19 CFR 351.206";
    private static final String STATUTE = "19 U.S.C. 1671b(e)(1), 1671d(a)(2)";
    private static final int MONTHS = 3;
    /** The days by which periods of the same number of months differ at most. */
    private static final int ALIKE = 3;

    static final Field<Term> IMPORTS = Field.required(
            "imports",
            FieldType.quantity().within(Domain.NOT_NEGATIVE),
            "Imports of the goods, by volume or value, in the relatively short period.");
    static final Field<Term> BEFORE = Field.required(
            "imports-before",
            FieldType.quantity().within(Domain.POSITIVE),
            "Imports in the period of comparable length immediately before it.");
    static final Field<DateRange> PERIOD = Field.optional(
                    "period",
                    FieldType.dateRange(),
                    "The relatively short period: normally from the day of the petition to three months later, or longer.")
            .under(LAW + "(i)");
    static final Field<DateRange> PRECEDING = Field.optional(
                    "preceding-period", FieldType.dateRange(), "The period of comparable length immediately before it.")
            .under(LAW + "(h)(2)");
    static final Field<Boolean> INCONSISTENT = Field.required(
                    "inconsistent-subsidy",
                    FieldType.flag(),
                    "Whether a subsidy is inconsistent with the Subsidies Agreement, such as an export subsidy.")
            .under(STATUTE);
    static final FieldSet FIELDS =
            FieldSet.of("critical circumstances", IMPORTS, BEFORE, PERIOD, PRECEDING, INCONSISTENT);

    private CriticalCircumstances() {}

    static Screen of(Facts facts, CalculationBuilder builder, OutlineBuilder above) {
        ScreenWriter writer = new ScreenWriter(NAME, "Critical circumstances", builder, above);
        Term before = facts.get(BEFORE);
        Term imports = ScreenWriter.inUnitOf(before, BEFORE, facts.get(IMPORTS), IMPORTS, facts);
        Optional<Term> length = length(facts, writer);
        Comparison rise = writer.compare(
                "rise",
                "Rise of imports",
                imports.minus(before).dividedBy(before),
                Quality.SHARE,
                Relation.AT_LEAST,
                writer.percent("0.15", "15 percent"),
                Authority.law(LAW + "(h)(2)"));
        Term inconsistent = writer.outline()
                .line(
                        "A subsidy is inconsistent with the Subsidies Agreement",
                        builder.truth(facts.get(INCONSISTENT)),
                        Authority.law(STATUTE));
        writer.finding(
                rise.met(),
                "imports rose by at least 15 percent",
                "The rise is necessary and not enough: volume and value, seasonal trends and the share of domestic consumption"
                        + " are examined too.",
                Authority.law(LAW + "(h)(1)"));
        writer.finding(
                rise.met().not(),
                "imports rose by less than 15 percent",
                "Imports of less than this rise are not considered massive.",
                Authority.law(LAW + "(h)(2)"));
        if (!facts.get(INCONSISTENT)) {
            writer.finding(
                    "Without a subsidy that is inconsistent with the Subsidies Agreement there are no critical circumstances,"
                            + " whatever the rise.",
                    Authority.law(STATUTE));
        }
        return writer.verdict(
                "Critical circumstances may be found",
                length.map(rise.met()::and).orElse(rise.met()).and(inconsistent),
                "may be found",
                "not found",
                Authority.law(STATUTE));
    }

    /** Whether the period is long enough; empty if it is not stated. */
    private static Optional<Term> length(Facts facts, ScreenWriter writer) {
        Optional<DateRange> period = facts.optional(PERIOD);
        Optional<DateRange> preceding = facts.optional(PRECEDING);
        if (period.isPresent() != preceding.isPresent()) {
            throw facts.problem(
                    Problem.Code.AV401,
                    period.isPresent() ? PERIOD : PRECEDING,
                    "(" + facts.address() + ") states only one of (period) and (preceding-period).",
                    "Write both, or neither.");
        }
        if (period.isEmpty() || preceding.isEmpty()) {
            writer.finding(
                    "The periods are not stated: normally three months or more from the filing of the petition, and as long"
                            + " a period just before.",
                    Authority.law(LAW + "(h)(2), (i)"));
            return Optional.empty();
        }
        DateRange now = period.get();
        DateRange old = preceding.get();
        if (!old.last().plusDays(1).equals(now.first()) || Math.abs(days(now) - days(old)) > ALIKE) {
            throw facts.problem(
                    Problem.Code.AV402,
                    PRECEDING,
                    "(" + facts.address() + ") compares " + days(now) + " days from " + now.first() + " with "
                            + days(old) + " days to " + old.last()
                            + "; the period before must be of comparable length and end the day before.",
                    "Write periods of as many months, next to each other.");
        }
        return Optional.of(writer.days(
                        "period",
                        "Days of the period",
                        days(now),
                        Relation.AT_LEAST,
                        ChronoUnit.DAYS.between(now.first(), now.first().plusMonths(MONTHS)),
                        "three months",
                        Assumption.COMPARABLE_PERIOD.under(LAW + "(i)"))
                .met());
    }

    private static long days(DateRange range) {
        return ChronoUnit.DAYS.between(range.first(), range.last()) + 1;
    }
}
