package org.advalorem.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.advalorem.facts.Column;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Records;
import org.advalorem.facts.SourceNode;
import org.advalorem.rules.adverse.Catalogue;
import org.advalorem.rules.adverse.Choices;
import org.advalorem.rules.adverse.Petition;
import org.advalorem.rules.allocation.ChangeInOwnership;
import org.advalorem.rules.allocation.Netting;
import org.advalorem.rules.allocation.StatedApprovals;
import org.advalorem.rules.allocation.UsefulLife;
import org.advalorem.rules.attribution.Attribution;
import org.advalorem.rules.attribution.Company;
import org.advalorem.rules.attribution.ExportValueAdjustment;
import org.advalorem.rules.attribution.Member;
import org.advalorem.rules.attribution.Reconciliation;
import org.advalorem.rules.base.ExchangeRates;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.base.ProgramFinding;
import org.advalorem.rules.benchmarks.Benchmarks;
import org.advalorem.rules.benchmarks.PriceBenchmark;
import org.advalorem.rules.calendar.ProceedingCalendar;
import org.advalorem.rules.calendar.Tolling;
import org.advalorem.rules.deposits.Deposits;
import org.advalorem.rules.exposure.Exposure;
import org.advalorem.rules.screens.Screens;
import org.advalorem.rules.types.FactsAvailable;
import org.advalorem.rules.types.Grant;

/** The fields of an entire scenario. */
public final class ScenarioFields {
    static final Field<String> TITLE = Field.<String>required("title", FieldType.text(), "The title of the scenario.")
            .describing();
    static final Field<String> NOTES = Field.<String>optional(
                    "notes", FieldType.text(), "Notes on the scenario and its sources.")
            .describing();
    static final Field<String> ILLUSTRATIVE = Field.<String>optional(
                    "illustrative",
                    FieldType.text(),
                    "What is invented in a scenario that uses a real name; printed as a watermark on every output.")
            .describing();
    static final Field<Facts> PROCEEDING =
            Field.required("proceeding", FieldType.section(Proceeding.FIELDS), "The proceeding.");
    static final Field<Records> EXCHANGE_RATES = Field.optional(
            "exchange-rates",
            ExchangeRates.TYPE,
            "Exchange rates by month or by day, where any amount is in another currency.");
    static final Field<Map<String, Records>> CATALOGUES = Field.optional(
                    "catalogues",
                    FieldType.named(Catalogue.TYPE),
                    "Catalogues of program rates by name, for rates on facts available; reference:program-rates is the one"
                            + " that comes with the program.")
            .under("19 CFR 351.308(j)");
    static final Field<Records> PETITION = Field.optional(
            "petition",
            Petition.TYPE,
            "The programs that the petition alleges: every company needs a use of each or a finding on it.");
    static final Field<Facts> ADVERSE_FACTS = Field.optional(
            "adverse-facts", FieldType.section(Choices.FIELDS), "How rates on facts available are selected.");
    static final Field<Facts> CALENDAR = Field.optional(
                    "calendar",
                    FieldType.section(ProceedingCalendar.FIELDS),
                    "The dates of the investigation that are known, and what moves the others; no rate depends on them.")
            .describing();
    static final Field<Facts> ALL_OTHERS =
            Field.optional("all-others", FieldType.section(AllOthers.FIELDS), "How the all-others rate is calculated.");
    // read only where it is stated: a rate loads none of its classes
    static final Field<Facts> SCREENS = Field.optional(
            "screens",
            FieldType.section(() -> Screens.FIELDS),
            "Tests that a petition, an agreement, an allegation or a correction has to pass.");

    static final Field<Facts> DEPOSITS = Field.optional(
            "deposits",
            FieldType.section(Deposits.FIELDS),
            "What an entry deposits: dated rates, the antidumping case on the same goods, other duties, changes of programs.");

    static final Field<Facts> EXPOSURE = Field.optional(
            "exposure",
            FieldType.section(Exposure.FIELDS),
            "An importer's entries: what was deposited on them, and what is owed or comes back.");

    static final Field<Facts> PUBLIC_VERSION = Field.<Facts>optional(
                    "public-version",
                    FieldType.section(() -> Bracketing.FIELDS),
                    "What a public version shows of the scenario, besides what each value says of itself.")
            .describing();

    private final Programs programs;

    /** The fields of scenarios with programs of the given types. */
    public ScenarioFields(Programs programs) {
        this.programs = programs;
    }

    Field<Map<String, Facts>> benchmarks() {
        return Field.optional(
                "benchmarks",
                FieldType.named(FieldType.statingUnit(
                        PriceBenchmark.UNIT.name(),
                        FieldType.variant(Benchmarks.TYPE.name(), Benchmarks::fields, Map.of()))),
                "Benchmarks by name.");
    }

    Field<Map<String, Facts>> programs() {
        return Field.required(
                "programs",
                FieldType.named(FieldType.variant(Programs.TYPE.name(), programs::programFields, Programs.OTHER_NAMES)),
                "The programs by name, each stated once.");
    }

    Field<Map<String, SourceNode>> companies() {
        FieldType<Facts> company = FieldType.section(() -> Company.fields(programs.uses()));
        return Field.required(
                "companies",
                FieldType.named(FieldType.raw(company::schema, () -> company)),
                "The respondents by name.");
    }

    /** The tables that a scenario can take from data files, by the field that names them and where it stands. */
    public Map<String, List<Column>> tables() {
        Map<String, List<Column>> tables = new LinkedHashMap<>();
        programs.types().forEach((name, type) -> add(type.fields(), "a use of type " + name, tables));
        add(Company.fields(programs.uses()), "a company", tables);
        Benchmarks.fields().forEach((name, fields) -> add(fields, "a benchmark of type " + name, tables));
        add(ProceedingCalendar.FIELDS, "calendar", tables);
        tables.put("world of a benchmark of type price", FieldType.monthly().recordColumns());
        tables.put("petition", Petition.TYPE.recordColumns());
        tables.put("catalogues", Catalogue.TYPE.recordColumns());
        tables.put("exchange-rates", ExchangeRates.TYPE.recordColumns());
        Deposits.parts().forEach((where, fields) -> add(fields, where, tables));
        Exposure.parts().forEach((where, fields) -> add(fields, where, tables));
        return tables;
    }

    private static void add(FieldSet fields, String where, Map<String, List<Column>> tables) {
        for (Field<?> field : fields.fields()) {
            if (!field.type().recordColumns().isEmpty()) {
                tables.putIfAbsent(field.name() + " of " + where, field.type().recordColumns());
            }
        }
    }

    /** All fields; {@code format}, {@code extends} and {@code set} belong to the file, not the scenario. */
    public FieldSet fields() {
        return FieldSet.of(
                "a scenario",
                Field.<String>required("format", FieldType.text(), "The format of the file: advalorem/1.")
                        .describing(),
                TITLE,
                NOTES,
                ILLUSTRATIVE,
                PROCEEDING,
                CALENDAR,
                EXCHANGE_RATES,
                benchmarks(),
                CATALOGUES,
                ADVERSE_FACTS,
                PETITION,
                programs(),
                companies(),
                ALL_OTHERS,
                DEPOSITS,
                EXPOSURE,
                SCREENS,
                PUBLIC_VERSION,
                raw("uncertain", "Uncertain inputs, with their distributions."),
                Field.<SourceNode>optional(
                                "correlations",
                                FieldType.raw(() -> Map.of("type", "array")),
                                "Rank correlations between uncertain inputs.")
                        .describing(),
                raw("adjustable", "Values that the reader of a live report may move, with their ranges."),
                raw("issues", "Contested choices, each with named positions."),
                raw("expect", "Results that must hold, and the version that printed them."));
    }

    private static Field<SourceNode> raw(String name, String description) {
        return Field.<SourceNode>optional(name, FieldType.raw(() -> Map.of("type", "object")), description)
                .describing();
    }

    /** Every kind of mapping in a scenario with its fields, in the order in which the format is documented. */
    public Map<String, FieldSet> parts() {
        Map<String, FieldSet> parts = new LinkedHashMap<>();
        parts.put("The scenario", fields());
        parts.put("proceeding", Proceeding.FIELDS);
        parts.put("proceeding.country", Proceeding.COUNTRY_FIELDS);
        parts.put("calendar", ProceedingCalendar.FIELDS);
        parts.put("calendar.tolling", Tolling.FIELDS);
        Benchmarks.fields().forEach((type, of) -> parts.put("benchmarks: type " + type, of));
        parts.put("adverse-facts", Choices.FIELDS);
        parts.put("programs: all types", Programs.PROGRAM_FIELDS);
        parts.put("companies", Company.fields(programs.uses()));
        parts.put("companies.members", Member.FIELDS);
        parts.put("companies.dispositions", ProgramFinding.FIELDS);
        parts.put("companies.reconciliation", Reconciliation.FIELDS);
        parts.put("companies.change-in-ownership, companies.members.change-in-ownership", ChangeInOwnership.FIELDS);
        parts.put("companies.own-useful-life", UsefulLife.FIELDS);
        parts.put("companies.own-useful-life.assets", UsefulLife.ASSET_FIELDS);
        parts.put("companies.export-value-adjustment", ExportValueAdjustment.FIELDS);
        parts.put("companies.export-value-adjustment.criteria", ExportValueAdjustment.CRITERIA_FIELDS);
        parts.put("companies.uses: all types", Programs.USE_FIELDS);
        programs.types().forEach((type, of) -> parts.put("companies.uses: type " + type, of.fields()));
        parts.put("companies.uses.findings", FactsAvailable.FINDINGS_FIELDS);
        parts.put("companies.uses.approved", StatedApprovals.FIELDS);
        parts.put("companies.uses.received", Grant.TRANCHE);
        parts.put("companies.uses.less", Netting.LESS_FIELDS);
        parts.put("companies.uses.tied-to", Attribution.TIE_FIELDS);
        parts.put("all-others", AllOthers.FIELDS);
        parts.put("all-others.not-selected", NotSelected.FIELDS);
        parts.putAll(Deposits.parts());
        parts.putAll(Exposure.parts());
        parts.putAll(Screens.parts());
        parts.put("public-version", Bracketing.FIELDS);
        return parts;
    }
}
