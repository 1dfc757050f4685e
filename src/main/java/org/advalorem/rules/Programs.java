package org.advalorem.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.allocation.Netting;
import org.advalorem.rules.allocation.TimeAllocation;
import org.advalorem.rules.attribution.Attribution;
import org.advalorem.rules.attribution.SalesLedger;
import org.advalorem.rules.base.ExchangeRates;
import org.advalorem.rules.base.Measured;
import org.advalorem.rules.base.ProgramType;
import org.advalorem.rules.base.Specificity;
import org.advalorem.rules.benchmarks.OwnLoans;
import org.advalorem.rules.loans.Loan;
import org.advalorem.rules.loans.LoanDifferentSchedule;
import org.advalorem.rules.loans.LoanGuarantee;
import org.advalorem.rules.types.AcceleratedDepreciation;
import org.advalorem.rules.types.DebtForgiveness;
import org.advalorem.rules.types.DirectTax;
import org.advalorem.rules.types.Drawback;
import org.advalorem.rules.types.Electricity;
import org.advalorem.rules.types.Equity;
import org.advalorem.rules.types.ExportFreight;
import org.advalorem.rules.types.ExportInsurance;
import org.advalorem.rules.types.FactsAvailable;
import org.advalorem.rules.types.FeesAndFines;
import org.advalorem.rules.types.Grant;
import org.advalorem.rules.types.ImportCharges;
import org.advalorem.rules.types.IndirectTaxRemission;
import org.advalorem.rules.types.InputsForExport;
import org.advalorem.rules.types.Land;
import org.advalorem.rules.types.LessThanAdequateRemuneration;
import org.advalorem.rules.types.MoreThanAdequateRemuneration;
import org.advalorem.rules.types.PriorStageTaxRemission;
import org.advalorem.rules.types.StatedRate;
import org.advalorem.rules.types.TaxDeferral;
import org.advalorem.rules.types.UndervaluedCurrency;
import org.advalorem.rules.types.Upstream;
import org.advalorem.rules.types.WorkerAssistance;
import org.jspecify.annotations.Nullable;

/** The known program types, and the fields common to all programs and uses. */
public final class Programs {
    static final Field<String> TYPE = Field.required("type", FieldType.text(), "The kind of program.");
    static final Field<String> NAME = Field.<String>optional("name", FieldType.text(), "The program's name in tables.")
            .describing();
    static final Field<Specificity> SPECIFICITY = Field.optional(
                    "specificity",
                    FieldType.choice(Specificity.class),
                    "The basis of specificity: a finding; when left out, export for the types of 19 CFR 351.515 to"
                            + " 351.519, otherwise domestic.")
            .under("19 U.S.C. 1677(5A)");
    static final Field<Boolean> COMPANY_SPECIFIC = Field.optional(
                    "company-specific",
                    FieldType.flag(),
                    "Whether only certain companies could use it, so that the last step of the hierarchy does not select its"
                            + " rate for another program on facts available; when left out, it is open to others.")
            .under("19 CFR 351.308(j)(1)(iv), (2)(iv)");
    static final Field<Boolean> APPLIED = Field.optional(
                    "applied", FieldType.flag(), "Whether it is countervailed in this calculation.")
            .orElse("yes");
    static final Field<List<Integer>> YEARS = Field.optional(
            "years",
            FieldType.oneOrMore(FieldType.year()),
            "The years of the period whose rates include the use; all of them when left out.");
    static final Field<String> NOTE = Field.<String>optional("note", FieldType.text(), "A note for the memorandum.")
            .describing();
    static final Field<String> TO = Field.optional(
            "to",
            FieldType.reference("members"),
            "The member that received it; may be left out where there is only one.");

    /** The fields of every program. */
    static final FieldSet PROGRAM_FIELDS =
            FieldSet.of("a program", TYPE, NAME, SPECIFICITY, COMPANY_SPECIFIC, APPLIED, NOTE);

    /** The fields that every use may state. */
    static final FieldSet USE_FIELDS = FieldSet.of("a use of a program", TO, APPLIED, YEARS, NOTE)
            .and(Attribution.FIELDS)
            .and(TimeAllocation.FIELDS)
            .and(FieldSet.of("netting", Netting.LESS));

    private static final List<ProgramType> SHIPPED = List.of(
            new Grant(),
            new Loan(),
            new LoanDifferentSchedule(),
            new LoanGuarantee(),
            new DebtForgiveness(),
            new Equity(),
            new LessThanAdequateRemuneration(),
            new Electricity(),
            new Land(),
            new MoreThanAdequateRemuneration(),
            new DirectTax(),
            new TaxDeferral(),
            new AcceleratedDepreciation(),
            new ImportCharges(),
            new WorkerAssistance(),
            new FeesAndFines(),
            new ExportInsurance(),
            new UndervaluedCurrency(),
            new ExportFreight(),
            new InputsForExport(),
            new IndirectTaxRemission(),
            new PriorStageTaxRemission(),
            new Drawback(),
            new Upstream(),
            new FactsAvailable(),
            new StatedRate());

    /** What petitions and determinations also call the shipped types, as they may be written for a type. */
    static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("afa", "facts-available"),
            Map.entry("adverse-facts-available", "facts-available"),
            Map.entry("policy-loan", "loan"),
            Map.entry("preferential-lending", "loan"),
            Map.entry("guarantee", "loan-guarantee"),
            Map.entry("credit-guarantee", "loan-guarantee"),
            Map.entry("debt-assumption", "debt-forgiveness"),
            Map.entry("debt-relief", "debt-forgiveness"),
            Map.entry("debt-to-equity-swap", "equity"),
            Map.entry("debt-for-equity-swap", "equity"),
            Map.entry("equity-infusion", "equity"),
            Map.entry("worker-assistance", "workers"),
            Map.entry("worker-training", "workers"),
            Map.entry("early-retirement", "workers"),
            Map.entry("wage-subsidy", "workers"),
            Map.entry("fees", "fees-and-fines"),
            Map.entry("fines", "fees-and-fines"),
            Map.entry("penalties", "fees-and-fines"),
            Map.entry("export-credit-insurance", "export-insurance"),
            Map.entry("currency-undervaluation", "undervalued-currency"),
            Map.entry("undervaluation", "undervalued-currency"),
            Map.entry("power", "electricity"),
            Map.entry("income-tax", "direct-tax"),
            Map.entry("tax-exemption", "direct-tax"),
            Map.entry("vat-exemption", "import-charges"),
            Map.entry("duty-exemption", "import-charges"),
            Map.entry("import-duty-exemption", "import-charges"),
            Map.entry("ltar", "less-than-adequate-remuneration"),
            Map.entry("mtar", "more-than-adequate-remuneration"),
            Map.entry("land-use-rights", "land"),
            Map.entry("duty-drawback", "drawback"),
            Map.entry("duty-remission", "drawback"),
            Map.entry("vat-rebate", "indirect-tax-remission"),
            Map.entry("vat-refund", "indirect-tax-remission"),
            Map.entry("indirect-tax-rebate", "indirect-tax-remission"),
            Map.entry("prior-stage-taxes", "prior-stage-tax-remission"),
            Map.entry("freight", "export-freight"),
            Map.entry("internal-transport", "export-freight"),
            Map.entry("export-inputs", "inputs-for-export"),
            Map.entry("upstream-subsidy", "upstream"));

    private final Map<String, ProgramType> types;

    /** Made when first asked for, and then for every program of every calculation. */
    private @Nullable Map<String, FieldSet> programFields;

    private Programs(List<ProgramType> types) {
        this.types = types.stream()
                .collect(Collectors.toMap(ProgramType::name, type -> type, (a, b) -> a, LinkedHashMap::new));
    }

    /** The built-in types. */
    public static Programs shipped() {
        return new Programs(SHIPPED);
    }

    /** These types together with others. */
    public Programs and(ProgramType... more) {
        return new Programs(
                Stream.concat(types.values().stream(), Stream.of(more)).toList());
    }

    /** The types by name, in the order in which they are documented. */
    public Map<String, ProgramType> types() {
        return Collections.unmodifiableMap(types);
    }

    /** The columns that measure a row, in records of programs, ledgers, own loans and exchange rates. */
    public List<Measured> measured() {
        return Stream.concat(
                        types.values().stream().flatMap(type -> type.measured().stream()),
                        Stream.of(SalesLedger.MEASURED, OwnLoans.MEASURED, ExchangeRates.MEASURED))
                .toList();
    }

    /** The fields that a program of any type may state. */
    public static FieldSet common() {
        return PROGRAM_FIELDS.and(Attribution.FIELDS.partial()).and(TimeAllocation.FIELDS.partial());
    }

    /** The fields that a program of each type may state: its own and those of its uses. */
    synchronized Map<String, FieldSet> programFields() {
        Map<String, FieldSet> made = programFields;
        if (made == null) {
            made = Collections.unmodifiableMap(makeProgramFields());
            programFields = made;
        }
        return made;
    }

    private Map<String, FieldSet> makeProgramFields() {
        Map<String, FieldSet> fields = new LinkedHashMap<>();
        types.forEach((name, type) -> fields.put(
                name,
                new FieldSet(type.fields().title(), common().fields())
                        .and(type.fields().partial())));
        return fields;
    }

    /** The fields that a use of the given type may state. */
    static FieldSet useFields(ProgramType type) {
        return USE_FIELDS.and(type.fields());
    }

    /** The uses of a program of any type, left unread until the type is known. */
    FieldType<SourceNode> uses() {
        return FieldType.listOfAny(
                "a use of a program",
                () -> types.values().stream()
                        .map(type -> useFields(type).partial())
                        .toList(),
                TO.name());
    }
}
