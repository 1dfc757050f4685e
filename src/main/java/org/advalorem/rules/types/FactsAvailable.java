package org.advalorem.rules.types;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;
import org.advalorem.rules.base.BenefitKind;
import org.advalorem.rules.base.LocalRule;
import org.advalorem.rules.base.ProgramType;

/**
 * A rate based on facts available, 19 U.S.C. 1677e, in place of a benefit and a denominator: a stated rate, or one that
 * the hierarchy of 19 CFR 351.308(j) selects among the rates of identical and similar programs.
 *
 * <p>If the share of U.S. sales to customers whose non-use was not verified is stated, the rate is pro-rated by it:
 * {@code rate * share}. To a cooperating company the rate is applied only on three findings.
 */
public final class FactsAvailable implements ProgramType {
    private static final String ZHONGJI = "Jiangsu Zhongji v. United States, Slip Op. 19-122 (CIT 2019)";
    private static final String ANCIENTREE = "Ancientree Cabinet Co. v. United States (CIT 2024)";
    private static final Authority FACTS_AVAILABLE = Authority.law("19 U.S.C. 1677e");

    static final Field<Term> RATE = Field.optional(
                    "rate",
                    FieldType.rate().within(Domain.NOT_NEGATIVE),
                    "The rate selected; give its source. When left out, it is selected among identical and similar programs.")
            .under("19 U.S.C. 1677e(d)");
    public static final Field<BenefitKind> BENEFIT_TYPE = Field.optional(
                    "benefit-type",
                    FieldType.choice(BenefitKind.class),
                    "The kind of benefit, where no rate is stated: programs of the same kind are similar, and all income tax"
                            + " reductions and exemptions together are worth the statutory rate.")
            .under("19 CFR 351.308(j)(3)(ii)");
    public static final Field<List<String>> IDENTICAL_TO = Field.optional(
                    "identical-to",
                    FieldType.oneOrMore(FieldType.text()),
                    "The identical programs, as the scenario or a catalogue names them, where no rate is stated; when left"
                            + " out, those of the program's own name.")
            .under("19 CFR 351.308(j)");
    public static final Field<List<String>> SIMILAR_TO = Field.optional(
                    "similar-to",
                    FieldType.oneOrMore(FieldType.text()),
                    "The similar programs by name; when left out, those of the same kind of benefit.")
            .under("19 CFR 351.308(j)(3)(ii)");
    static final Field<Term> UNVERIFIED_SHARE = Field.optional(
                    "unverified-share",
                    FieldType.rate().within(Domain.SHARE),
                    "The share of U.S. sales to customers that did not verify non-use; the rate is pro-rated by it.")
            .under(ANCIENTREE);
    static final Field<Treatment> TREATMENT = Field.optional(
                    "treatment",
                    FieldType.choice(Treatment.class),
                    "Whether the rate is applied in full, pro-rated by the unverified share or removed; when left out,"
                            + " pro-rated where a share is stated.")
            .under(ANCIENTREE + "; 89 FR 106430");
    static final Field<Boolean> GAP_DEFINED =
            Field.optional("gap-defined", FieldType.flag(), "The gap in the record is defined.");
    static final Field<Boolean> WITHHELD_CREATES_GAP =
            Field.optional("withheld-creates-gap", FieldType.flag(), "The information withheld creates the gap.");
    static final Field<Boolean> ONLY_WITHHELD_FILLS_GAP = Field.optional(
            "only-withheld-fills-gap", FieldType.flag(), "Only the information withheld could fill the gap.");
    public static final FieldSet FINDINGS_FIELDS = FieldSet.of(
            "the findings on which a cooperating company bears the rate",
            GAP_DEFINED,
            WITHHELD_CREATES_GAP,
            ONLY_WITHHELD_FILLS_GAP);
    static final Field<Facts> FINDINGS = Field.optional(
                    "findings",
                    FieldType.section(FINDINGS_FIELDS),
                    "For a company that cooperated, the three findings needed; if one is missing, the rate is not applied.")
            .under(ZHONGJI);

    /** What becomes of the rate where customers verified that they do not use the program. */
    enum Treatment {
        APPLIED("applied"),
        PRO_RATED("pro-rated"),
        REMOVED("removed");

        private final String label;

        Treatment(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    @Override
    public String name() {
        return "facts-available";
    }

    @Override
    public FieldSet fields() {
        return FieldSet.of(
                "a rate on facts available",
                RATE,
                BENEFIT_TYPE,
                IDENTICAL_TO,
                SIMILAR_TO,
                UNVERIFIED_SHARE,
                TREATMENT,
                FINDINGS);
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.RECURRING;
    }

    @Override
    public Optional<String> notApplied(Facts use) {
        if (use.optional(TREATMENT).equals(Optional.of(Treatment.REMOVED))) {
            return Optional.of("removed, contrary to practice (as in 89 FR 106430)");
        }
        return use.optional(FINDINGS)
                .flatMap(findings -> List.of(GAP_DEFINED, WITHHELD_CREATES_GAP, ONLY_WITHHELD_FILLS_GAP).stream()
                        .filter(finding -> !findings.optional(finding).orElse(false))
                        .findFirst()
                        .map(finding -> "not found for a cooperating company: " + finding.description() + " ("
                                + Assumption.WITHHELD_INFORMATION.under(ZHONGJI).words() + ")"));
    }

    @Override
    public Map<Field<?>, LocalRule> localRules(Facts use) {
        Map<Field<?>, LocalRule> rules = new LinkedHashMap<>();
        for (Field<?> field : List.of(BENEFIT_TYPE, IDENTICAL_TO, SIMILAR_TO, UNVERIFIED_SHARE, TREATMENT, FINDINGS)) {
            if (use.has(field)) {
                rules.put(field, LocalRule.PRO_RATED_ADVERSE_RATE);
            }
        }
        return rules;
    }

    @Override
    public Benefit benefit(Facts facts, BenefitContext context) {
        if (facts.optional(RATE).isEmpty()
                && (facts.has(BENEFIT_TYPE) || facts.has(IDENTICAL_TO) || facts.has(SIMILAR_TO))) {
            return new Benefit.Sought(
                    facts.optional(IDENTICAL_TO).orElse(List.of()),
                    facts.optional(SIMILAR_TO).orElse(List.of()),
                    facts.optional(BENEFIT_TYPE),
                    rate -> counted(rate, facts, context));
        }
        return counted(facts.get(RATE), facts, context);
    }

    private static Benefit.Rate counted(Term rate, Facts facts, BenefitContext context) {
        Optional<Term> share = facts.optional(UNVERIFIED_SHARE);
        Treatment treatment =
                facts.optional(TREATMENT).orElse(share.isPresent() ? Treatment.PRO_RATED : Treatment.APPLIED);
        if (treatment != Treatment.PRO_RATED) {
            return new Benefit.Rate(rate, FACTS_AVAILABLE, true);
        }
        if (share.isEmpty()) {
            throw facts.problem(
                    Problem.Code.AV401,
                    TREATMENT,
                    "(treatment) of (" + facts.address() + ") is (pro-rated), but no share of sales is stated.",
                    "Write unverified-share: with the share of sales to customers that did not verify non-use.");
        }
        Term prorated = context.outline()
                .line(
                        "Rate pro-rated by the share of sales whose non-use was not verified",
                        rate.times(share.get()),
                        Authority.court(ANCIENTREE));
        return new Benefit.Rate(prorated, FACTS_AVAILABLE, true, Optional.of(rate));
    }
}
