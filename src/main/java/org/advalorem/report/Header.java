package org.advalorem.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.facts.Warnings;
import org.advalorem.report.JsonText.Json;
import org.advalorem.rules.Determination;
import org.advalorem.rules.Part;
import org.advalorem.rules.base.Period;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.whatif.Run;

/**
 * The beginning and the end of every report. The answer stands first, with what the reader must not overlook; what it
 * rests on stands last: proceeding, governing text of the regulation with the reason, scenario, command, watermark.
 */
final class Header {
    static final String ILLUSTRATIVE = "ILLUSTRATIVE: ";
    /** The longest watermark in one line. */
    private static final int LINE = 100;

    static final String PARTIAL = "PARTIAL: the run was stopped before the end.";

    /** The flag of a public version. */
    static final String PUBLIC = "PUBLIC VERSION: brackets, [ ], stand for business proprietary information (19 CFR"
            + " 351.304(c)); rates are as published.";

    private Header() {}

    /**
     * Begins a text with its answer: the finding, what it is about, and what the reader must not overlook.
     *
     * @param what what was done, before the title of the scenario
     */
    static void open(EvaluatedScenario scenario, String what, Finding finding, Document.Builder document) {
        document.heading(1, finding.headline());
        String context = finding.context();
        document.paragraph(what + scenario.determination().title() + "."
                + (context.isEmpty()
                        ? ""
                        : " " + Character.toUpperCase(context.charAt(0)) + context.substring(1) + "."));
        flag(scenario, document);
    }

    /** Adds the flags that the reader must not overlook, the watermark in one line. */
    static void flag(EvaluatedScenario scenario, Document.Builder document) {
        flags(scenario, scenario.determination().illustrative().map(Header::inOneLine))
                .forEach(document::warning);
    }

    /** Ends a text with what it rests on: proceeding, regulation, scenario, command and the watermark in full. */
    static Document close(EvaluatedScenario scenario, Document.Builder document) {
        document.heading(2, "About these figures");
        return document.items(about(scenario)).build();
    }

    /** What the figures rest on: proceeding, regulation, scenario, command and the watermark in full. */
    static List<String> about(EvaluatedScenario scenario) {
        Determination determination = scenario.determination();
        List<String> items = new ArrayList<>(List.of(
                proceeding(determination.proceeding()),
                determination.proceeding().governingLaw(),
                scenario.source(),
                scenario.receipt().made()));
        determination.illustrative().ifPresent(watermark -> items.add(ILLUSTRATIVE + watermark));
        return items;
    }

    /** Ends a short text with the watermark, if it did not fit in one line. */
    static Document closeBriefly(EvaluatedScenario scenario, Document.Builder document) {
        Optional<String> watermark = scenario.determination().illustrative();
        if (watermark.isPresent() && !inOneLine(watermark.get()).equals(watermark.get())) {
            document.paragraph(ILLUSTRATIVE + watermark.get());
        }
        return document.build();
    }

    /** The first sentence of a watermark, or as much of it as fits in a line. */
    private static String inOneLine(String watermark) {
        int end = watermark.indexOf(". ");
        String first = end < 0 ? watermark : watermark.substring(0, end + 1);
        return first.length() <= LINE
                ? first
                : first.substring(0, Math.max(1, first.lastIndexOf(' ', LINE))) + " \u2026";
    }

    /**
     * The flags that the reader must not overlook, one per line: a negative determination, the watermark and the rules'
     * warnings.
     */
    static List<String> flags(EvaluatedScenario scenario) {
        return flags(scenario, scenario.determination().illustrative());
    }

    private static List<String> flags(EvaluatedScenario scenario, Optional<String> watermark) {
        List<String> flags = new ArrayList<>();
        if (scenario.receipt().isPartial()) {
            flags.add(PARTIAL);
        }
        if (scenario.publicVersion().isPresent()) {
            flags.add(PUBLIC);
        }
        flags.addAll(negative(scenario));
        watermark.ifPresent(words -> flags.add(ILLUSTRATIVE + words));
        flags.addAll(warnings(scenario.warnings()));
        return flags;
    }

    /** The warnings; those that differ only in a day, month, year or row are told once. */
    static List<String> warnings(List<Warnings.Warning> warnings) {
        List<String> lines = new ArrayList<>();
        for (List<Warnings.Warning> alike : LikeSentences.groups(warnings, Warnings.Warning::text)) {
            lines.add("WARNING: "
                    + LikeSentences.merged(
                            alike.stream().map(Warnings.Warning::text).toList())
                    + alike.get(0).at().map(at -> " (" + at.fileLine() + ")").orElse("")
                    + (alike.size() > 1 ? " (" + alike.size() + " times)" : ""));
        }
        return lines;
    }

    /** The statement that the determination, as a whole or for a product, is negative; empty if it is not. */
    static List<String> negative(EvaluatedScenario scenario) {
        List<Part> parts = scenario.determination().withParts();
        return parts.stream()
                .filter(scenario::isNegative)
                .filter(part -> part.scope().isWhole() || !scenario.isNegative(parts.get(0)))
                .map(part -> "NEGATIVE DETERMINATION"
                        + part.scope()
                                .words(scenario.determination().proceeding().period())
                        + (scenario.isCountryWide()
                                ? ": the country-wide rate is de minimis."
                                : ": every rate examined is zero or de minimis; there is no all-others rate."))
                .toList();
    }

    /** The comment lines above a CSV table. */
    static List<String> comments(EvaluatedScenario scenario) {
        List<String> comments = new ArrayList<>(flags(scenario));
        comments.add(scenario.determination().title());
        comments.add(scenario.source());
        comments.add(scenario.receipt().made());
        comments.addAll(scenario.receipt().forVerification());
        return comments;
    }

    /** The provenance recorded in a file for other programs, by name. */
    static Map<String, String> facts(EvaluatedScenario scenario) {
        Receipt receipt = scenario.receipt();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("advalorem.version", receipt.version());
        facts.put("advalorem.title", scenario.determination().title());
        receipt.watermark().ifPresent(words -> facts.put("advalorem.illustrative", words));
        facts.put("advalorem.scenario", receipt.scenario());
        facts.put("advalorem.settings", String.join("\n", receipt.settings()));
        facts.put("advalorem.command", receipt.typed());
        negative(scenario).forEach(words -> facts.put("advalorem.negative", words));
        receipt.hash().ifPresent(hash -> facts.put("advalorem.hash", hash));
        receipt.results().ifPresent(digest -> facts.put("advalorem.results", digest));
        receipt.inputs().ifPresent(digits -> facts.put("advalorem.inputs", digits));
        receipt.folder().ifPresent(path -> facts.put("advalorem.folder", path));
        return facts;
    }

    private static String proceeding(Proceeding proceeding) {
        Proceeding.Country country = proceeding.country();
        return "Proceeding: " + proceeding.segment() + "; " + country.name()
                + (country.nonmarket() ? " (nonmarket economy)" : "")
                + (country.developing() ? " (developing country)" : "") + "; period " + proceeding.period()
                + "; average useful life " + proceeding.averageUsefulLife() + " years; " + proceeding.rounding() + ".";
    }

    /**
     * A single calendar year as a number, for compatibility with readers that predate other periods; any other period
     * as text.
     */
    private static Object period(Period period) {
        return period.isOneYear() && period.isOfCalendarYears() ? (Object) period.latest() : period.toString();
    }

    /** The program's name and version, from the jar. */
    static String version() {
        return "advalorem "
                + Optional.ofNullable(Header.class.getPackage().getImplementationVersion())
                        .orElse("(development)");
    }

    /** The leading fields of every JSON object. */
    static Json json(String format, EvaluatedScenario scenario) {
        Determination determination = scenario.determination();
        Receipt receipt = scenario.receipt();
        Json json = new Json()
                .put("format", format)
                .put("negative", scenario.isNegative())
                .put(
                        "receipt",
                        new Json()
                                .put("version", receipt.version())
                                .put("scenario", receipt.scenario())
                                .put("hash", receipt.hash())
                                .put("results", receipt.results())
                                .put("inputs", receipt.inputs())
                                .put("folder", receipt.folder())
                                .put("command", receipt.command())
                                .put("watermark", receipt.watermark())
                                .put("run", receipt.run().map(Header::run)))
                .put(
                        "scenario",
                        new Json()
                                .put("file", receipt.scenario())
                                .put("title", determination.title())
                                .put("illustrative", determination.illustrative())
                                .put("settings", receipt.settings())
                                .put("hash", receipt.hash()));
        Proceeding proceeding = determination.proceeding();
        json.put("proceeding", proceedingJson(proceeding));
        json.put(
                "warnings",
                scenario.warnings().stream()
                        .map(warning -> new Json()
                                .put("about", warning.about().toString())
                                .put("text", warning.text())
                                .put("at", warning.at().map(Object::toString)))
                        .toList());
        scenario.publicVersion().ifPresent(version -> json.put(BracketIndex.data(version)));
        return json;
    }

    /** The listing of a second scenario beside the one reported. */
    static ListingType<EvaluatedScenario> type(String name) {
        return ListingType.<EvaluatedScenario>of(name, "scenario", "The second scenario.")
                .text("file", EvaluatedScenario::file, "Its first file.")
                .text("title", scenario -> scenario.determination().title(), "Its title.")
                .text("illustrative", scenario -> scenario.receipt().watermark().orElse(""), "Its watermark.")
                .text(
                        "hash",
                        scenario -> scenario.receipt().hash().orElse(""),
                        "The digest of its content and data files.")
                .truth("negative", EvaluatedScenario::isNegative, "Whether its determination is negative.")
                .with(
                        ListingType.ofWords("settings", "setting", "Each --set as written."),
                        scenario -> scenario.receipt().settings())
                .with(
                        ListingType.ofWords("warnings", "warning", "Its warnings."),
                        scenario -> scenario.warnings().stream()
                                .map(Warnings.Warning::text)
                                .toList());
    }

    static Json run(Run run) {
        return new Json()
                .put("asked", BigDecimal.valueOf(run.asked()))
                .put("made", BigDecimal.valueOf(run.made()))
                .put("partial", run.partial())
                .put(
                        "seed",
                        run.seed().isPresent()
                                ? Optional.of(Long.toString(run.seed().getAsLong()))
                                : Optional.empty())
                .put("design", run.design());
    }

    /** The proceeding; the jurisdiction only where it is not the United States. */
    private static Json proceedingJson(Proceeding proceeding) {
        Json json = new Json().put("segment", proceeding.segment().toString());
        if (!proceeding.jurisdiction().isAmerican()) {
            json.put("jurisdiction", proceeding.jurisdiction().toString());
        }
        return json.put("regulation", proceeding.regime().toString())
                .put("regulationReason", proceeding.regimeReason())
                .put("country", proceeding.country().name())
                .put("nonmarket", proceeding.country().nonmarket())
                .put("developing", proceeding.country().developing())
                .put("period", Optional.of(period(proceeding.period())))
                .put("averageUsefulLife", proceeding.averageUsefulLife())
                .put("rounding", proceeding.rounding().toString());
    }
}
