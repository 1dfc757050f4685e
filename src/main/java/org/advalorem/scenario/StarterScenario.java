package org.advalorem.scenario;

import java.util.Map;
import java.util.Optional;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.Origin;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.VisibleText;
import org.advalorem.rules.Programs;
import org.advalorem.rules.ScenarioFields;
import org.advalorem.rules.base.ProgramType;

/**
 * A small scenario that can be calculated as it stands, with comments that explain every field. The comments are
 * generated from the declared fields, so they are never out of date.
 */
public final class StarterScenario {
    private static final String ABOUT =
            "A scenario for Advalorem. Lines that begin with # are comments: they explain the available"
                    + " keys; uncomment a key to use it. All figures are made up.";
    private static final Map<String, String> WRITTEN = Map.of("format", "advalorem/1", "title", "My case");
    private static final Map<String, String> PROCEEDING = Map.of(
            "segment", "investigation final",
            "initiated", "2025-03-03",
            "country", "{name: Ruritania}",
            "period", "2024",
            "average-useful-life", "12 years");
    private static final String PROGRAMS = """
            programs:
              plant-grant:
                type: grant
                name: Plant modernisation grant
                discount-rate: 8%
              export-credit:
                type: facts-available
                specificity: export
                # Any value may be written with its status and source.
                rate: {value: 1.32%, status: assumed, source: made up}

              # Every program may state:
            """;
    private static final Map<String, String> COMPANY = Map.of(
            "name", "Acme",
            "currency", "USD",
            "sales", """

                          - {year: 2022, seller: acme, gross: 90 million}
                          - {year: 2024, seller: acme, gross: 70 million}
                          - {year: 2024, seller: acme, destination: United States, terms: CIF, gross: 32 million, freight: 2 million}\
                    """,
            "uses", """

                          plant-grant:
                            - approved: {on: 2022-05-10, amount: 6 million}
                              received: [{on: 2022-06-01, amount: 4 million}, {on: 2024-02-15, amount: 2 million}]
                          export-credit: [{}]\
                    """);
    private static final String UNCERTAIN = """
            # uncertain:
            #   programs.plant-grant.discount-rate: triangular(6%, 8%, 11%)
            #   companies.acme.sales.2.gross: times normal(1, 0.05)
            #   issues.credit: "discrete(used: 30%, not-used: 70%)"
            """;
    private static final String ISSUES = """
            # issues:
            #   credit:
            #     used: {programs.export-credit.applied: yes}
            #     not-used: {programs.export-credit.applied: no}
            """;
    private static final String EXPECT = """
            expect:
              companies.acme.rate: "< 5%"
            """;

    private static final Map<String, String> ALLEGED_PROCEEDING = Map.of(
            "segment", "investigation preliminary",
            "petition-filed", "2025-03-03",
            "country", "{name: China, nonmarket: yes, income-tax-rate: 25%}",
            "period", "2024",
            "average-useful-life", "12 years");
    private static final Map<String, String> ALLEGED_COMPANY = Map.of(
            "name", "Acme",
            "currency", "USD",
            "facts-available", "whole");
    private static final String ALLEGED_PROGRAMS = """
            programs: {}

              # A program that a company used, or one of type facts-available that is to stand for the alleged one of its
              # name, is written under programs:. Every program may state:
            """;
    private static final String ALLEGED_EXPECT = """
            # expect:
            #   companies.acme.rate: "> 1%"
            """;

    private final StringBuilder text = new StringBuilder();
    private final Programs programs;
    private final Optional<String> petition;
    private final Map<String, FieldSet> parts;

    private StarterScenario(Programs programs, Optional<String> petition) {
        this.programs = programs;
        this.petition = petition;
        this.parts = new ScenarioFields(programs).parts();
    }

    /**
     * The scenario as YAML.
     *
     * @param programs the program types whose fields are explained
     */
    public static String of(Programs programs) {
        return new StarterScenario(programs, Optional.empty()).written();
    }

    /**
     * A scenario as YAML in which a company bears every program of a petition on facts available.
     *
     * @param programs the program types whose fields are explained
     * @param petition the name of the file with the petition's programs, as the scenario is to name it
     */
    public static String of(Programs programs, String petition) {
        return new StarterScenario(programs, Optional.of(petition)).written();
    }

    private String written() {
        write();
        return text.toString();
    }

    private void write() {
        comment("", "", ABOUT);
        comment("", "", "Try: advalorem rate, memo, addresses or explain, each with this file.");
        text.append('\n');
        for (Field<?> field : part("The scenario").fields()) {
            String name = field.name();
            switch (name) {
                case "proceeding", "all-others" -> {
                    comment("", "", field.description());
                    text.append(name).append(":\n");
                    entries("  ", part(name), name.equals("proceeding") ? proceeding() : Map.of("method", "closest"));
                }
                case "catalogues" -> entry("", field, written(name, "{published: reference:program-rates}"));
                case "petition" ->
                    entry(
                            "",
                            field,
                            written(
                                    name,
                                    petition.map(file -> YamlWriter.onOneLine(
                                                    new SourceNode.Scalar(file, true, Origin.PROGRAM), false))
                                            .orElse("")));
                case "adverse-facts" -> entry("", field, written(name, "{doubtful-rates: use}"));
                case "programs" -> programs(field);
                case "companies" -> {
                    comment("", "", field.description());
                    text.append("companies:\n  acme:\n");
                    entries("    ", part(name), petition.isPresent() ? ALLEGED_COMPANY : COMPANY);
                }
                case "uncertain" -> example(field, petition.isPresent() ? "" : UNCERTAIN);
                case "issues" -> example(field, petition.isPresent() ? "" : ISSUES);
                case "expect" -> example(field, petition.isPresent() ? ALLEGED_EXPECT : EXPECT);
                default -> entry("", field, WRITTEN);
            }
        }
    }

    private Map<String, String> proceeding() {
        return petition.isPresent() ? ALLEGED_PROCEEDING : PROCEEDING;
    }

    /** The value of a field that only the scenario of a petition states. */
    private Map<String, String> written(String name, String value) {
        return petition.isPresent() ? Map.of(name, value) : Map.of();
    }

    private FieldSet part(String heading) {
        return Optional.ofNullable(parts.get(heading)).orElseThrow();
    }

    private void programs(Field<?> field) {
        example(field, petition.isPresent() ? ALLEGED_PROGRAMS : PROGRAMS);
        explain(Programs.common());
        for (ProgramType type : programs.types().values()) {
            text.append("  #\n");
            comment("  ", "", "type: " + type.name() + " (" + type.fields().title() + "), on the program or on a use:");
            explain(type.fields());
        }
        text.append('\n');
    }

    private void explain(FieldSet fields) {
        fields.fields().forEach(field -> comment("  ", "  ", field.name() + ": " + describe(field)));
    }

    private void example(Field<?> field, String example) {
        comment("", "", field.description());
        text.append(example);
    }

    private void entries(String indent, FieldSet fields, Map<String, String> written) {
        fields.fields().forEach(field -> entry(indent, field, written));
        text.append('\n');
    }

    private void entry(String indent, Field<?> field, Map<String, String> written) {
        comment(indent, "", describe(field));
        String value = written.getOrDefault(field.name(), "");
        text.append(indent)
                .append(value.isEmpty() ? "# " : "")
                .append(field.name())
                .append(":");
        text.append(value.startsWith("\n") ? "" : " ");
        text.append(value.isEmpty() ? field.defaultText().orElse("...") : value).append('\n');
    }

    private static String describe(Field<?> field) {
        String expected = field.type().expected();
        return field.description() + (field.authority().isEmpty() ? "" : " (" + field.authority() + ")") + " "
                + Character.toUpperCase(expected.charAt(0)) + expected.substring(1)
                + (field.required()
                        ? "; required."
                        : field.defaultText()
                                        .map(word -> "; by default " + word)
                                        .orElse("") + ".");
    }

    /** Appends a comment; continuation lines of an item are indented by {@code inner}. */
    private void comment(String indent, String inner, String words) {
        String start = indent + "# " + inner;
        for (String line : VisibleText.lines(words, VisibleText.WIDTH - start.length() - inner.length())) {
            text.append(start).append(line).append('\n');
            start = indent + "# " + inner + inner;
        }
    }
}
