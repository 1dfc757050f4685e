package org.advalorem.rules.screens;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
import org.advalorem.rules.screens.Comparison.Relation;

/**
 * Whether an agreement may suspend an investigation: it offsets the net subsidy completely, or at least 85 percent of it where
 * it eliminates the injury, or exports cease; and its signatories account for at least 85 percent of the goods.
 *
 * <p>{@code needed = 85 percent * net subsidy}, 19 U.S.C. 1671c, 19 CFR 351.208(c).
 */
final class SuspensionAgreement {
    static final String NAME = "suspension-agreement";

    private static final String LAW = "19 U.S.C. 1671c";
    private static final String SIGNATORIES = "19 CFR 351.208(c)";
    private static final int MONTHS = 6;
    private static final int NOTICE = 30;

    /** What an agreement undertakes. */
    enum Kind {
        ELIMINATE_INJURY("eliminate injury"),
        OFFSET_COMPLETELY("offset completely"),
        CEASE_EXPORTS("cease exports");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    static final Field<Kind> KIND = Field.optional(
                    "kind", FieldType.choice(Kind.class), "What the agreement undertakes.")
            .under(LAW + "(b), (c)")
            .orElse("eliminate injury");
    static final Field<Term> OFFSET = Field.optional(
                    "offset",
                    FieldType.rate().within(Domain.NOT_NEGATIVE),
                    "How much of the net subsidy the agreement offsets, as a rate.")
            .under(LAW + "(c)(2)(B)");
    static final Field<Boolean> PRICES = Field.optional(
                    "price-suppression-prevented",
                    FieldType.flag(),
                    "Whether suppression and undercutting of domestic prices are prevented.")
            .under(LAW + "(c)(2)(A)");
    static final Field<Term> SIGNED_VALUE = Field.optional(
                    "signatories-value",
                    FieldType.quantity().within(Domain.NOT_NEGATIVE),
                    "The value of the goods that the signatories exported.")
            .under(SIGNATORIES);
    static final Field<Term> ALL_VALUE = Field.optional(
                    "exports-value",
                    FieldType.quantity().within(Domain.POSITIVE),
                    "The value of all exports of the goods.")
            .under(SIGNATORIES);
    static final Field<Term> SIGNED_VOLUME = Field.optional(
                    "signatories-volume",
                    FieldType.quantity().within(Domain.NOT_NEGATIVE),
                    "The volume that the signatories exported.")
            .under(SIGNATORIES);
    static final Field<Term> ALL_VOLUME = Field.optional(
                    "exports-volume",
                    FieldType.quantity().within(Domain.POSITIVE),
                    "The volume of all exports of the goods.")
            .under(SIGNATORIES);
    static final Field<LocalDate> NOTIFIED = Field.optional(
                    "petitioner-notified",
                    FieldType.date(),
                    "The day on which the petitioner was notified of the intended suspension.")
            .under(LAW + "(e)(1)");
    static final Field<LocalDate> SUSPENDED =
            Field.optional("suspended", FieldType.date(), "The day on which the investigation is suspended.");
    static final Field<LocalDate> COMPLETED = Field.optional(
                    "completed",
                    FieldType.date(),
                    "The day by which the subsidy is eliminated or offset completely, or exports have ceased.")
            .under(LAW + "(b)");
    static final FieldSet FIELDS = FieldSet.of(
            "a suspension agreement",
            RateSource.COMPANY,
            RateSource.RATE,
            KIND,
            OFFSET,
            PRICES,
            SIGNED_VALUE,
            ALL_VALUE,
            SIGNED_VOLUME,
            ALL_VOLUME,
            NOTIFIED,
            SUSPENDED,
            COMPLETED);

    private final Facts facts;
    private final RateSource rates;
    private final CalculationBuilder builder;
    private final ScreenWriter writer;

    private SuspensionAgreement(Facts facts, RateSource rates, CalculationBuilder builder, OutlineBuilder above) {
        this.facts = facts;
        this.rates = rates;
        this.builder = builder;
        this.writer = new ScreenWriter(NAME, "Suspension agreement", builder, above);
    }

    static Screen of(Facts facts, RateSource rates, CalculationBuilder builder, OutlineBuilder above) {
        return new SuspensionAgreement(facts, rates, builder, above).screen();
    }

    private Screen screen() {
        Kind kind = facts.get(KIND);
        List<Term> needed = new ArrayList<>();
        offset(kind).ifPresent(needed::add);
        facts.optional(PRICES)
                .ifPresentOrElse(
                        prevented -> needed.add(writer.outline()
                                .line(
                                        "Suppression and undercutting of prices are prevented",
                                        builder.truth(prevented),
                                        Authority.law(LAW + "(c)(2)(A)"))),
                        () -> {
                            if (kind == Kind.ELIMINATE_INJURY) {
                                writer.finding(
                                        "Whether suppression and undercutting of domestic prices are prevented is not stated;"
                                                + " that is required too.",
                                        Authority.law(LAW + "(c)(2)(A)"));
                            }
                        });
        signatories().ifPresent(needed::add);
        notice().ifPresent(needed::add);
        months(kind).ifPresent(needed::add);
        return writer.verdict(
                "The agreement meets what is tested here",
                needed.stream().reduce(Term::and).orElseGet(() -> builder.truth(true)),
                "passes",
                "fails",
                Authority.law(kind == Kind.ELIMINATE_INJURY ? LAW + "(c)" : LAW + "(b)"));
    }

    private Optional<Term> offset(Kind kind) {
        if (kind == Kind.CEASE_EXPORTS) {
            if (facts.has(OFFSET) || facts.has(RateSource.RATE) || facts.has(RateSource.COMPANY)) {
                throw facts.problem(
                        Problem.Code.AV402,
                        KIND,
                        "(" + facts.address() + ") is an agreement to cease exports, which offsets no rate.",
                        "Leave company, rate and offset out, or write kind: offset completely.");
            }
            return Optional.empty();
        }
        Term offset = facts.optional(OFFSET)
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV401,
                        "(" + facts.address() + ") does not say how much of the net subsidy is offset.",
                        "Write offset: with a rate such as 15%."));
        ScreenedRate rate = rates.rate(facts);
        boolean complete = kind == Kind.OFFSET_COMPLETELY;
        return Optional.of(writer.compare(
                        "offset",
                        "Net subsidy offset",
                        offset,
                        Quality.RATE,
                        Relation.AT_LEAST,
                        complete
                                ? new ScreenWriter.Bound("the whole net subsidy", rate.published())
                                : new ScreenWriter.Bound(
                                        "85 percent of the net subsidy",
                                        builder.fraction("0.85").times(rate.published())),
                        Assumption.SUSPENDED_RATE.under(complete ? LAW + "(b)(1)" : LAW + "(c)(2)(B)"))
                .met());
    }

    /** Signatories by value or by volume: either is enough. */
    private Optional<Term> signatories() {
        List<Term> either = new ArrayList<>();
        signatories("value", SIGNED_VALUE, ALL_VALUE).ifPresent(either::add);
        signatories("volume", SIGNED_VOLUME, ALL_VOLUME).ifPresent(either::add);
        if (either.isEmpty()) {
            writer.finding(
                    "Signatories must account for at least 85 percent of the goods by value or volume; neither is stated.",
                    Authority.law(SIGNATORIES));
            return Optional.empty();
        }
        return Optional.of(writer.outline()
                .line(
                        "Signatories account for substantially all of the goods",
                        builder.any(either),
                        Authority.law(SIGNATORIES)));
    }

    private Optional<Term> signatories(String name, Field<Term> signed, Field<Term> all) {
        Optional<Term> part = facts.optional(signed);
        Optional<Term> whole = facts.optional(all);
        if (part.isEmpty() && whole.isEmpty()) {
            return Optional.empty();
        }
        if (part.isEmpty() || whole.isEmpty()) {
            Field<Term> stated = part.isPresent() ? signed : all;
            Field<Term> missing = part.isPresent() ? all : signed;
            throw facts.problem(
                    Problem.Code.AV401,
                    stated,
                    "(" + facts.address() + ") has (" + stated.name() + ") without (" + missing.name() + ").",
                    "Write both, or neither.");
        }
        Term exports = whole.get();
        Term ofSignatories = ScreenWriter.inUnitOf(exports, all, part.get(), signed, facts);
        builder.require(
                ofSignatories.atMost(exports),
                "The signatories export more than all exporters, by " + name + ".",
                facts.address().toString());
        return Optional.of(writer.compare(
                        "signatories-" + name,
                        "Share of the signatories, by " + name,
                        ofSignatories.dividedBy(exports),
                        Quality.SHARE,
                        Relation.AT_LEAST,
                        writer.percent("0.85", "85 percent"),
                        Authority.law(SIGNATORIES))
                .met());
    }

    private Optional<Term> notice() {
        Authority law = Authority.law(LAW + "(e)(1)");
        Optional<LocalDate> notified = facts.optional(NOTIFIED);
        if (notified.isEmpty()) {
            writer.finding("The petitioner is notified at least 30 days before the suspension.", law);
            return Optional.empty();
        }
        return Optional.of(writer.days(
                        "notice",
                        "Days from notice to suspension",
                        ChronoUnit.DAYS.between(notified.get(), suspended(NOTIFIED)),
                        Relation.AT_LEAST,
                        NOTICE,
                        NOTICE + " days",
                        law)
                .met());
    }

    private Optional<Term> months(Kind kind) {
        Authority law = Authority.law(LAW + "(b)");
        Optional<LocalDate> completed = facts.optional(COMPLETED);
        if (completed.isEmpty()) {
            if (kind != Kind.ELIMINATE_INJURY) {
                writer.finding(
                        "The offset is complete, or exports have ceased, within six months of the suspension.", law);
            }
            return Optional.empty();
        }
        LocalDate suspended = suspended(COMPLETED);
        return Optional.of(writer.days(
                        "completion",
                        "Days from suspension to completion",
                        ChronoUnit.DAYS.between(suspended, completed.get()),
                        Relation.AT_MOST,
                        ChronoUnit.DAYS.between(suspended, suspended.plusMonths(MONTHS)),
                        "six months",
                        law)
                .met());
    }

    private LocalDate suspended(Field<LocalDate> needing) {
        return facts.optional(SUSPENDED)
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV401,
                        needing,
                        "(" + facts.address() + ") has (" + needing.name() + ") without (suspended).",
                        "Write suspended: with the day of the suspension."));
    }
}
