package org.advalorem.rules.screens;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.DeMinimis;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.base.Proceeding.Segment;
import org.advalorem.rules.screens.Comparison.Relation;

/**
 * Whether a ministerial error leads to an amended determination. In a preliminary determination it must be significant: the
 * rate changes by at least 5 points and at least 25 percent of the original rate, or crosses de minimis. At the final any
 * ministerial error is corrected; in the preliminary results of a review it belongs in the case brief.
 *
 * <p>{@code change = |corrected - original|}, 19 CFR 351.224.
 */
final class MinisterialError {
    static final String NAME = "ministerial-error";

    private static final String LAW = "19 CFR 351.224";
    private static final int DAYS = 5;

    static final Field<Term> ORIGINAL = Field.optional(
            "original",
            FieldType.rate().within(Domain.NOT_NEGATIVE),
            "The rate with the error; that of the company when left out.");
    static final Field<Term> CORRECTED = Field.optional(
            "corrected",
            FieldType.rate().within(Domain.NOT_NEGATIVE),
            "The rate without it; that of the company when left out.");
    static final Field<Segment> SEGMENT = Field.optional(
            "segment",
            FieldType.choice(Segment.class),
            "The segment in which the error was made; that of the proceeding when left out.");
    static final Field<LocalDate> DISCLOSED = Field.optional(
                    "disclosed", FieldType.date(), "The day on which the calculations were disclosed.")
            .under(LAW + "(c)(2)");
    static final Field<LocalDate> COMMENTED = Field.optional(
                    "commented", FieldType.date(), "The day on which the comments on the error were filed.")
            .under(LAW + "(c)(2)");
    static final FieldSet FIELDS =
            FieldSet.of("a ministerial error", RateSource.COMPANY, ORIGINAL, CORRECTED, SEGMENT, DISCLOSED, COMMENTED);

    private final Facts facts;
    private final Proceeding proceeding;
    private final CalculationBuilder builder;
    private final ScreenWriter writer;
    private final ScreenedRate original;
    private final ScreenedRate corrected;

    private MinisterialError(
            Facts facts, Proceeding proceeding, RateSource rates, CalculationBuilder builder, OutlineBuilder above) {
        this.facts = facts;
        this.proceeding = proceeding;
        this.builder = builder;
        this.writer = new ScreenWriter(NAME, "Ministerial error", builder, above);
        Optional<ScreenedRate> ofCompany = rates.ofCompany(facts);
        Optional<ScreenedRate> before = stated(ORIGINAL);
        Optional<ScreenedRate> after = stated(CORRECTED);
        boolean both = before.isPresent() && after.isPresent();
        if (ofCompany.isPresent() ? before.isPresent() == after.isPresent() : !both) {
            throw facts.problem(
                    Problem.Code.AV401,
                    "(" + facts.address() + ") needs two rates, with the error and without it, and has "
                            + (ofCompany.isPresent() ? (both ? "three." : "one.") : "fewer."),
                    "Write original: and corrected:, or company: and the one of the two that is not its rate.");
        }
        this.original = before.or(() -> ofCompany).orElseThrow();
        this.corrected = after.or(() -> ofCompany).orElseThrow();
    }

    static Screen of(
            Facts facts, Proceeding proceeding, RateSource rates, CalculationBuilder builder, OutlineBuilder above) {
        return new MinisterialError(facts, proceeding, rates, builder, above).screen();
    }

    private Optional<ScreenedRate> stated(Field<Term> field) {
        return facts.optional(field).map(rate -> new ScreenedRate(field.name(), rate, rate));
    }

    private Screen screen() {
        Segment segment = facts.optional(SEGMENT).orElse(proceeding.segment());
        if (segment.isInvestigation() != proceeding.segment().isInvestigation()) {
            throw facts.problem(
                    Problem.Code.AV402,
                    SEGMENT,
                    "(" + facts.address() + ") is an error in (" + segment + "), and the proceeding is at ("
                            + proceeding.segment() + ").",
                    "Write a segment of the same investigation or review, or leave it out.");
        }
        Term change = corrected
                .published()
                .minus(original.published())
                .larger(original.published().minus(corrected.published()));
        return switch (ErrorStandard.of(segment)) {
            case SIGNIFICANT -> preliminary(change, segment);
            case CASE_BRIEF -> reviewPreliminary(change);
            case ANY -> finalOne(change);
        };
    }

    private Screen preliminary(Term change, Segment segment) {
        Authority law = Assumption.CHANGE_AS_PUBLISHED.under(LAW + "(g)(1)");
        Comparison points = change("points", change, writer.percent("0.05", "5 percentage points"), law);
        Comparison share = change(
                "share",
                change,
                new ScreenWriter.Bound(
                        "25 percent of the original rate",
                        builder.fraction("0.25").times(original.published())),
                law);
        DeMinimis test = DeMinimis.of(proceeding, segment);
        Term before = DeMinimisClass.compare("original", "Original rate", original, test, writer)
                .met();
        Term after = DeMinimisClass.compare("corrected", "Corrected rate", corrected, test, writer)
                .met();
        Term crosses = writer.outline()
                .line(
                        "The correction crosses de minimis",
                        before.and(after.not()).or(after.and(before.not())),
                        Authority.law(LAW + "(g)(2)"));
        writer.finding(
                crosses,
                "the correction crosses de minimis",
                "The correction leads from de minimis to above it, or back: that alone is significant.",
                Authority.law(LAW + "(g)(2)"));
        Optional<Comparison> inTime = inTime();
        if (inTime.isEmpty()) {
            writer.finding(
                    "Comments are due within five days of disclosure; there are no replies.",
                    Authority.law(LAW + "(c)(2), (3)"));
        }
        Term significant = points.met().and(share.met()).or(crosses);
        return writer.verdict(
                "The ministerial error is significant" + (inTime.isPresent() ? " and was pointed out in time" : ""),
                inTime.map(Comparison::met).map(significant::and).orElse(significant),
                "significant; the preliminary determination is amended",
                "no amendment of the preliminary determination",
                Authority.law(LAW + "(e), (g)"));
    }

    private Screen finalOne(Term change) {
        Comparison any = writer.compare(
                "any",
                "Change of the rate",
                change,
                Quality.POINTS,
                Relation.ABOVE,
                writer.percent("0", "no change"),
                Assumption.CHANGE_AS_PUBLISHED.under(LAW + "(c)(1)"));
        Optional<Comparison> inTime = inTime();
        if (inTime.isEmpty()) {
            writer.finding(
                    "Comments are due within five days of disclosure, replies five days later.",
                    Authority.law(LAW + "(c)(2), (3)"));
        }
        return writer.verdict(
                "Any ministerial error is corrected" + (inTime.isPresent() ? " that was pointed out in time" : ""),
                inTime.map(Comparison::met).map(any.met()::and).orElse(any.met()),
                "corrected, however small the change",
                "nothing to correct",
                Authority.law(LAW + "(c)(1), (e)"));
    }

    private Screen reviewPreliminary(Term change) {
        writer.outline().line("Change of the rate", change, Quality.POINTS, Authority.law(LAW + "(c)(1)"));
        writer.finding(
                "Comments on errors in the preliminary results of a review belong in the case brief.",
                Authority.law(LAW + "(c)(1)"));
        return writer.verdict(
                "The preliminary results are amended",
                builder.truth(false),
                "amended",
                "not amended; a point for the case brief",
                Authority.law(LAW + "(c)(1)"));
    }

    private Comparison change(String name, Term change, ScreenWriter.Bound bound, Authority law) {
        return writer.compare(name, "Change of the rate", change, Quality.POINTS, Relation.AT_LEAST, bound, law);
    }

    /** Whether comments were filed in time; empty if the days are not stated. */
    private Optional<Comparison> inTime() {
        Optional<LocalDate> disclosed = facts.optional(DISCLOSED);
        Optional<LocalDate> commented = facts.optional(COMMENTED);
        if (disclosed.isPresent() != commented.isPresent()) {
            throw facts.problem(
                    Problem.Code.AV401,
                    disclosed.isPresent() ? DISCLOSED : COMMENTED,
                    "(" + facts.address() + ") states only one of (disclosed) and (commented).",
                    "Write both, or neither.");
        }
        return disclosed.map(day -> writer.days(
                "comments",
                "Days from disclosure to comments",
                ChronoUnit.DAYS.between(day, commented.orElseThrow()),
                Relation.AT_MOST,
                DAYS,
                "five days",
                Authority.law(LAW + "(c)(2)")));
    }
}
