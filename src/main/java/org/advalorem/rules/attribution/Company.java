package org.advalorem.rules.attribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Every;
import org.advalorem.facts.Facts;
import org.advalorem.facts.FactsContext;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.rules.allocation.ChangeInOwnership;
import org.advalorem.rules.allocation.UsefulLife;
import org.advalorem.rules.base.ExchangeRates;
import org.advalorem.rules.base.Inflation;
import org.advalorem.rules.base.Jurisdiction;
import org.advalorem.rules.base.LocalRule;
import org.advalorem.rules.base.Period;
import org.advalorem.rules.base.ProgramFinding;

/**
 * A respondent: a single entity or a cross-owned group.
 *
 * @param currency the reporting currency, for benefits and sales alike
 * @param whole the scenario's statement of how far the rate rests on facts available
 * @param exportsToUs the value of subject merchandise exported to the United States in the period
 * @param publicExportsToUs the same, as publicly ranged
 * @param uses the uses of programs by the members, as written
 * @param exchangeRates rates into the reporting currency
 */
public record Company(
        String id,
        String name,
        Unit currency,
        Map<String, Member> members,
        Optional<SalesLedger> ledger,
        Optional<ExportValueAdjustment> adjustment,
        Optional<WholeRate> whole,
        boolean voluntary,
        Optional<Term> exportsToUs,
        Optional<Term> publicExportsToUs,
        Optional<SourceNode> uses,
        ExchangeRates exchangeRates,
        Facts facts) {

    static final Field<String> NAME = Field.<String>optional("name", FieldType.text(), "The company's name.")
            .describing();
    static final Field<Unit> CURRENCY =
            Field.required("currency", FieldType.currency(), "The currency in which the company reports.");
    static final Field<Map<String, Facts>> MEMBERS = Field.optional(
            "members",
            FieldType.named(FieldType.section(Member.FIELDS)),
            "The entities of a group; left out for a single one.");
    public static final Field<Records> SALES = Field.optional(
                    "sales", SalesLedger.TYPE, "The sales ledger of all members, including the years of approval.")
            .under("19 CFR 351.525(a)");
    static final Field<Map<Integer, Facts>> RECONCILIATION = Field.optional(
            "reconciliation",
            FieldType.byYear(FieldType.section(Reconciliation.FIELDS)),
            "By year, the income statement to which the sales ledger is tied.");
    static final Field<Facts> ADJUSTMENT = Field.optional(
            "export-value-adjustment",
            FieldType.section(ExportValueAdjustment.FIELDS),
            "The export value adjustment, for sales through an affiliated reseller.");
    public static final Field<WholeRate> FACTS_AVAILABLE = Field.optional(
                    "facts-available",
                    FieldType.choice(WholeRate.class),
                    "Whether the company's rate rests entirely on facts available; when left out, it does where every program"
                            + " applied is of type facts-available. If it is (whole), every program of the petition on which"
                            + " the company states neither a use nor a finding counts on facts available, unless the scenario states a"
                            + " program of its name with applied: no.")
            .under("19 U.S.C. 1677e, 1671d(c)(5)(A)");
    public static final Field<String> FACTS_AVAILABLE_REASON = Field.<String>optional(
                    "facts-available-reason",
                    FieldType.text(),
                    "Why facts-available differs from what the programs show; printed as a warning.")
            .describing();
    public static final Field<Map<String, Facts>> DISPOSITIONS = Field.optional(
            "dispositions",
            FieldType.named(FieldType.section(ProgramFinding.FIELDS)),
            "By program, alleged or reported, the finding that nothing is countervailed, with its source.");
    static final Field<Boolean> VOLUNTARY = Field.optional(
                    "voluntary", FieldType.flag(), "Whether the company is a voluntary respondent.")
            .orElse("no")
            .under("MacLean-Fogg v. United States, 753 F.3d 1237 (Fed. Cir. 2014)");
    public static final Field<Term> EXPORTS_TO_US = Field.optional(
            "exports-to-us",
            FieldType.amount().within(Domain.NOT_NEGATIVE),
            "The value of subject merchandise exported to the United States in the period: the all-others weight.");
    public static final Field<Term> PUBLIC_EXPORTS_TO_US = Field.optional(
            "public-exports-to-us", FieldType.amount().within(Domain.NOT_NEGATIVE), "The same value, publicly ranged.");

    static final Field<Term> QUANTITY_SOLD = Field.optional(
            "quantity-sold",
            FieldType.quantity().within(Domain.POSITIVE),
            "The quantity sold to outside customers in the year, for a rate per unit, where the ledger"
                    + " states none: 100000 t.");
    static final Field<Term> VALUE_SOLD = Field.optional(
            "value-sold", FieldType.amount().within(Domain.NOT_NEGATIVE), "The f.o.b. value of the quantity sold.");

    /** The extent to which a company's rate rests on facts available. */
    public enum WholeRate {
        NOT_WHOLE("partial or none"),
        WHOLE("whole");

        private final String label;

        WholeRate(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private static Field<SourceNode> uses(FieldType<SourceNode> use) {
        FieldType<Map<String, SourceNode>> byProgram = FieldType.named(use);
        return Field.optional(
                "uses",
                FieldType.raw(byProgram::schema, () -> byProgram),
                "Who received benefits under which program.");
    }

    /**
     * The fields of a respondent.
     *
     * @param uses the uses of a program of any type
     */
    public static FieldSet fields(FieldType<SourceNode> uses) {
        return FieldSet.of(
                "a respondent",
                NAME,
                CURRENCY,
                MEMBERS,
                SALES,
                RECONCILIATION,
                UsefulLife.OWN,
                ChangeInOwnership.FIELD,
                ADJUSTMENT,
                FACTS_AVAILABLE,
                FACTS_AVAILABLE_REASON,
                DISPOSITIONS,
                VOLUNTARY,
                EXPORTS_TO_US,
                PUBLIC_EXPORTS_TO_US,
                QUANTITY_SOLD,
                VALUE_SOLD,
                uses(uses));
    }

    /**
     * Refuses what the law of a jurisdiction has no rule for.
     *
     * @throws UnusableFactsException if it states such a thing; the problems have been noted
     */
    public void checkLaw(Jurisdiction jurisdiction) {
        List<Runnable> checks = new ArrayList<>();
        checks.add(() -> jurisdiction.requireWhereStated(LocalRule.EXPORT_VALUE_ADJUSTMENT, ADJUSTMENT, facts));
        checks.add(() -> jurisdiction.requireWhereStated(LocalRule.OWN_USEFUL_LIFE, UsefulLife.OWN, facts));
        members.values().forEach(member -> checks.add(() -> member.checkLaw(jurisdiction)));
        Every.check(checks, Runnable::run);
    }

    /**
     * The respondent read from the scenario; an exception is thrown only when nothing usable is left.
     *
     * @throws UnusableFactsException when nothing can be made of it; the problem has been noted
     */
    public static Company of(
            String id,
            Facts.Layer layer,
            FactsContext root,
            FieldType<SourceNode> uses,
            Period period,
            ExchangeRates exchangeRates,
            String country) {
        Unit currency = currency(layer.mapping());
        FactsContext context = root.withCurrency(currency).withNames("members", memberNames(id, layer.mapping()));
        Facts facts = Facts.of(fields(uses), context, layer);
        Map<String, Member> members = new LinkedHashMap<>();
        Optional<Map<String, Facts>> stated = facts.optional(MEMBERS);
        if (stated.isPresent()) {
            stated.get().forEach((member, memberFacts) -> members.put(member, Member.of(member, memberFacts)));
        } else {
            members.put(id, Member.alone(id, facts.optional(NAME).orElse(id), facts));
        }
        if (stated.isPresent() && facts.has(ChangeInOwnership.FIELD)) {
            throw facts.problem(
                    Problem.Code.AV401,
                    ChangeInOwnership.FIELD,
                    "(change-in-ownership) is stated at (" + id + "), which lists its members: it does not say which of"
                            + " them was sold.",
                    "Write it at the member.");
        }
        if (members.isEmpty()) {
            throw facts.problem(
                    Problem.Code.AV401,
                    MEMBERS,
                    "(" + id + ") has no members.",
                    "Leave members out for a single entity.");
        }
        MemberChecks.check(members);
        return new Company(
                id,
                facts.optional(NAME).orElse(id),
                currency,
                members,
                facts.optional(SALES)
                        .map(rows -> SalesLedger.of(
                                rows,
                                currency,
                                new LinkedHashSet<>(memberNames(id, layer.mapping())),
                                period,
                                exchangeRates,
                                country,
                                facts)),
                facts.optional(ADJUSTMENT).map(ExportValueAdjustment::of),
                facts.optional(FACTS_AVAILABLE),
                facts.get(VOLUNTARY),
                facts.optional(EXPORTS_TO_US),
                facts.optional(PUBLIC_EXPORTS_TO_US),
                facts.optional(uses(uses)),
                exchangeRates,
                facts);
    }

    /** The reporting currency, read first because all other amounts depend on it. */
    private static Unit currency(SourceNode.Mapping mapping) {
        SourceNode given = mapping.entries().get(CURRENCY.name());
        SourceNode value =
                given instanceof SourceNode.Mapping wrapped ? wrapped.entries().get("value") : given;
        boolean code = value instanceof SourceNode.Scalar scalar && Unit.isCurrency(scalar.text());
        return Unit.of(code && value instanceof SourceNode.Scalar scalar ? scalar.text() : "USD");
    }

    private static Collection<String> memberNames(String id, SourceNode.Mapping mapping) {
        return mapping.entries().get(MEMBERS.name()) instanceof SourceNode.Mapping members
                ? members.entries().keySet()
                : List.of(id);
    }

    /** The member with the given id. */
    Member member(String member) {
        return Optional.ofNullable(members.get(member))
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV210,
                        MEMBERS,
                        "(" + member + ") is not a member of (" + id + ").",
                        Nearest.advice(member, members.keySet())));
    }

    /**
     * An annual amount in the reporting currency.
     *
     * @param owner the facts that state it
     */
    Term inCurrency(Term amount, int year, Facts owner) {
        return exchangeRates.convertOfYear(amount, currency, year, owner);
    }

    /** The cross-owned producers of subject merchandise. */
    Set<String> producers() {
        return members.values().stream()
                .filter(Member::isCrossOwnedProducer)
                .map(Member::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A copy with that year's sales restated at the price level of its last month. */
    public Company atPricesOf(Inflation year) {
        return new Company(
                id,
                name,
                currency,
                members,
                ledger.map(sales -> sales.atPricesOf(year)),
                adjustment,
                whole,
                voluntary,
                exportsToUs,
                publicExportsToUs,
                uses,
                exchangeRates,
                facts);
    }

    /** Whether the scenario states that the rate rests on facts available as a whole. */
    public boolean isWhollyOnFactsAvailable() {
        return whole.equals(Optional.of(WholeRate.WHOLE));
    }

    /** The findings that nothing is countervailed, by program. */
    public Map<String, ProgramFinding> findings() {
        Map<String, ProgramFinding> findings = new LinkedHashMap<>();
        facts.optional(DISPOSITIONS)
                .orElse(Map.of())
                .forEach((program, finding) -> findings.put(program, ProgramFinding.of(finding)));
        return findings;
    }

    /** The members with the given role. */
    List<Member> members(Member.Role role) {
        return members.values().stream().filter(member -> member.is(role)).toList();
    }
}
