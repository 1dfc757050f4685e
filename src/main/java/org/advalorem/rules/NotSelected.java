package org.advalorem.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
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

/**
 * Companies not selected in a review that have a calculated rate of an earlier segment. Where every rate of the review
 * is excluded, a company's own rate is pulled forward if it is at least as recent as the rates of the reasonable method,
 * or if it is found preferable; otherwise the company has the rate of all others.
 */
final class NotSelected {
    private static final Field<String> NAME = Field.<String>optional("name", FieldType.text(), "The company's name.")
            .describing();
    private static final Field<Term> RATE = Field.required(
            "rate", FieldType.rate().within(Domain.NOT_NEGATIVE), "Its own calculated rate, as published.");
    private static final Field<String> SEGMENT = Field.<String>required(
                    "segment", FieldType.text(), "The segment in which it was calculated: review of 2019.")
            .describing();
    private static final Field<LocalDate> ON =
            Field.required("on", FieldType.date(), "The day of the determination that calculated it.");
    private static final Field<String> CITATION = Field.<String>required(
                    "citation", FieldType.text(), "Where it was published.")
            .describing();
    private static final Field<PullForward> PULL_FORWARD = Field.optional(
                    "pull-forward",
                    FieldType.choice(PullForward.class),
                    "Whether the rate is used again where every rate of the review is excluded: if it is at least as"
                            + " recent as last-rate, because it is preferred, or never.")
            .orElse("by date");

    /** The fields of a company not selected. */
    static final FieldSet FIELDS =
            FieldSet.of("a company not selected in a review", NAME, RATE, SEGMENT, ON, CITATION, PULL_FORWARD);

    private static final String PRIOR = "prior rate";
    private static final String PULLED = "pulled forward";
    private static final String OTHERS = "rate of all others";
    private static final String UNROUNDED = "unrounded";
    private static final int PUBLISHED_PLACES = 4;

    /** When a prior rate is used again. */
    private enum PullForward {
        BY_DATE("by date"),
        PREFERRED("preferred"),
        NEVER("never");

        private final String label;

        PullForward(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private final Facts facts;
    private final Proceeding proceeding;
    private final Set<String> examined;
    private final CalculationBuilder builder;
    private final OutlineBuilder outline;

    /**
     * The companies of one scope that the facts of the all-others rate name.
     *
     * @param examined the ids of the respondents
     */
    NotSelected(
            Facts facts,
            Proceeding proceeding,
            Set<String> examined,
            CalculationBuilder builder,
            OutlineBuilder outline) {
        this.facts = facts;
        this.proceeding = proceeding;
        this.examined = examined;
        this.builder = builder;
        this.outline = outline;
    }

    /**
     * The rate of each company.
     *
     * @param none whether every rate of the review is excluded
     * @param others the rate of all others, unrounded
     */
    List<AllOthersResult.OwnRate> results(Term none, Term others) {
        Optional<Map<String, Facts>> stated = facts.optional(AllOthers.NOT_SELECTED);
        if (stated.isEmpty() || stated.get().isEmpty()) {
            return List.of();
        }
        if (proceeding.segment().isInvestigation()) {
            throw facts.problem(
                    Problem.Code.AV402,
                    AllOthers.NOT_SELECTED,
                    "(not-selected) names companies with rates of earlier segments; an investigation has none.",
                    "Leave it out: companies not examined have the all-others rate.");
        }
        List<AllOthersResult.OwnRate> results = new ArrayList<>();
        stated.get().forEach((id, company) -> results.add(result(id, company, none, others)));
        write(results, others);
        return results;
    }

    private AllOthersResult.OwnRate result(String id, Facts company, Term none, Term others) {
        if (examined.contains(id)) {
            throw facts.problem(
                    Problem.Code.AV401,
                    AllOthers.NOT_SELECTED,
                    "(" + id + ") is a respondent of this review and cannot be among (not-selected).",
                    "Leave it out, or give the company not selected another name.");
        }
        Term prior = company.get(RATE);
        LocalDate day = company.get(ON);
        Pulled decided = decided(company.get(PULL_FORWARD), day);
        Term pulled = decided.candidate() ? none : builder.truth(false);
        Term rate = pulled.choose(prior, others);
        return new AllOthersResult.OwnRate(
                id,
                company.optional(NAME).orElse(id),
                prior,
                company.get(SEGMENT) + " of " + day + ", " + company.get(CITATION),
                pulled,
                decided.why(),
                rate,
                rate.rounded(PUBLISHED_PLACES),
                DeMinimis.of(proceeding).holds(rate, builder));
    }

    /** Whether a rate may be used again, and the reason. */
    private record Pulled(boolean candidate, String why) {}

    private Pulled decided(PullForward choice, LocalDate day) {
        return switch (choice) {
            case PREFERRED -> new Pulled(true, "preferred to the reasonable method");
            case NEVER -> new Pulled(false, "not to be used again");
            case BY_DATE -> byDate(day);
        };
    }

    private Pulled byDate(LocalDate day) {
        if (facts.get(AllOthers.WHEN_ALL_EXCLUDED) != AllOthers.Fallback.LAST) {
            return new Pulled(false, "older than the rates of this review, which the reasonable method averages");
        }
        LocalDate last = facts.optional(AllOthers.LAST_RATE_ON)
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV202,
                        AllOthers.LAST_RATE_ON,
                        "(last-rate-on) is missing: the day with which the rates of (not-selected) are compared.",
                        "Write it, or pull-forward: preferred (or never) for each company."));
        return day.isBefore(last)
                ? new Pulled(false, "older than the last rate, of " + last)
                : new Pulled(true, "at least as recent as the last rate, of " + last);
    }

    private void write(List<AllOthersResult.OwnRate> results, Term others) {
        List<List<Outline.Cell>> rows = new ArrayList<>();
        for (AllOthersResult.OwnRate own : results) {
            rows.add(List.of(
                    Outline.words(own.name()),
                    Outline.words(own.source()),
                    Outline.quantity(own.prior()),
                    Outline.words(own.why()),
                    Outline.quantity(own.pulledForward()),
                    Outline.quantity(others),
                    Outline.quantity(own.rate()),
                    Outline.quantity(own.published()),
                    Outline.quantity(own.deMinimis())));
        }
        outline.sheet(
                "Companies not selected",
                List.of(
                        SheetColumn.key("company"),
                        SheetColumn.text("calculated in"),
                        SheetColumn.of(PRIOR, Quality.RATE),
                        SheetColumn.text("its own rate is"),
                        SheetColumn.of(PULLED, Quality.TRUTH),
                        SheetColumn.of(OTHERS, Quality.RATE),
                        SheetColumn.of(UNROUNDED, Quality.RATE, PRIOR, PULLED, OTHERS),
                        SheetColumn.of("rate", Quality.PUBLISHED_RATE, UNROUNDED),
                        SheetColumn.of("de minimis", Quality.TRUTH, UNROUNDED)),
                rows,
                Assumption.PULLED_FORWARD.under("19 U.S.C. 1671d(c)(5)(A)(ii)"));
    }
}
