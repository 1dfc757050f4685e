package org.advalorem.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.report.JsonText.Json;
import org.advalorem.rules.Determination;
import org.advalorem.rules.Part;
import org.advalorem.rules.Period;
import org.advalorem.rules.Proceeding;

/** What stands above every report: scenario, watermark, proceeding, regime and why. */
final class Header {
    private static final String PARTIAL = "PARTIAL: the run was stopped before its end.";

    private Header() {}

    /** The same above a report of work that may have been stopped before its end. */
    static void write(EvaluatedScenario scenario, String what, boolean partial, Document.Builder document) {
        write(scenario, what, document);
        if (partial) {
            document.add(new Document.Warning(PARTIAL));
        }
    }

    static void write(EvaluatedScenario scenario, String what, Document.Builder document) {
        Determination determination = scenario.determination();
        document.heading(1, what + determination.title());
        flags(scenario).forEach(words -> document.add(new Document.Warning(words)));
        document.items(List.of(
                proceeding(determination.proceeding()),
                "Regulation as of " + determination.proceeding().regime() + ": "
                        + determination.proceeding().regimeReason() + ".",
                scenario.source()));
    }

    /** What must not be overlooked, a line each: a negative determination, the watermark, and what the rules warn of. */
    static List<String> flags(EvaluatedScenario scenario) {
        Determination determination = scenario.determination();
        List<String> flags = new ArrayList<>(negative(scenario));
        determination.illustrative().ifPresent(words -> flags.add("ILLUSTRATIVE: " + words));
        determination.warnings().forEach(warning -> flags.add("WARNING: " + warning.text()));
        return flags;
    }

    /** That the determination is negative, where it is: the whole, or that of a product. */
    static List<String> negative(EvaluatedScenario scenario) {
        List<Part> parts = scenario.determination().withParts();
        return parts.stream()
                .filter(scenario::isNegative)
                .filter(part -> part.scope().isWhole() || !scenario.isNegative(parts.get(0)))
                .map(part -> "NEGATIVE DETERMINATION"
                        + part.scope()
                                .words(scenario.determination().proceeding().period())
                        + ": every rate examined is zero or de minimis; there is no all-others rate.")
                .toList();
    }

    /** The comment lines above a CSV table. */
    static List<String> comments(EvaluatedScenario scenario) {
        List<String> comments = new ArrayList<>(flags(scenario));
        comments.add(scenario.determination().title());
        comments.add(scenario.source());
        return comments;
    }

    /** The same above a table of work that may have been stopped before its end. */
    static List<String> comments(EvaluatedScenario scenario, boolean partial) {
        List<String> comments = comments(scenario);
        if (partial) {
            comments.add(0, PARTIAL);
        }
        return comments;
    }

    /** The same with the program and its version. */
    static List<String> commentsWithProgram(EvaluatedScenario scenario) {
        List<String> comments = comments(scenario);
        comments.add("Program: " + version());
        return comments;
    }

    /** What a file for other programs says about its origin, by name. */
    static Map<String, String> facts(EvaluatedScenario scenario) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("advalorem.version", version());
        facts.put("advalorem.title", scenario.determination().title());
        scenario.determination().illustrative().ifPresent(words -> facts.put("advalorem.illustrative", words));
        facts.put("advalorem.scenario", scenario.file());
        facts.put("advalorem.settings", String.join("\n", scenario.settings()));
        negative(scenario).forEach(words -> facts.put("advalorem.negative", words));
        scenario.hash().ifPresent(hash -> facts.put("advalorem.hash", hash));
        return facts;
    }

    private static String proceeding(Proceeding proceeding) {
        Proceeding.Country country = proceeding.country();
        return "Proceeding: " + proceeding.segment() + "; " + country.name()
                + (country.nonmarket() ? " (nonmarket economy)" : "")
                + (country.developing() ? " (developing country)" : "") + "; period " + proceeding.period()
                + "; average useful life " + proceeding.averageUsefulLife() + " years; " + proceeding.rounding() + ".";
    }

    /** A calendar year as a number, as before other periods were possible; any other as text. */
    private static Object period(Period period) {
        return period.isOneYear() && period.isOfCalendarYears() ? (Object) period.latest() : period.toString();
    }

    /** The program and its version, from the jar. */
    static String version() {
        return "advalorem "
                + Optional.ofNullable(Header.class.getPackage().getImplementationVersion())
                        .orElse("(development)");
    }

    /** The file, what the command line set in it, and its digest. */
    static String source(EvaluatedScenario scenario) {
        StringBuilder source = new StringBuilder("Scenario: ").append(scenario.file());
        scenario.settings().forEach(setting -> source.append(" --set ").append(setting));
        scenario.hash()
                .ifPresent(hash -> source.append(" (content ").append(hash).append(')'));
        return source.toString();
    }

    /** Whether the determination is negative, and the objects {@code scenario} and {@code proceeding}. */
    static void write(EvaluatedScenario scenario, Json json) {
        Determination determination = scenario.determination();
        json.put("negative", scenario.isNegative());
        json.put(
                "scenario",
                new Json()
                        .put("file", scenario.file())
                        .put("title", determination.title())
                        .put("illustrative", determination.illustrative())
                        .put("settings", scenario.settings())
                        .put("hash", scenario.hash()));
        Proceeding proceeding = determination.proceeding();
        json.put(
                "proceeding",
                new Json()
                        .put("segment", proceeding.segment().toString())
                        .put("regulation", proceeding.regime().toString())
                        .put("regulationReason", proceeding.regimeReason())
                        .put("country", proceeding.country().name())
                        .put("nonmarket", proceeding.country().nonmarket())
                        .put("developing", proceeding.country().developing())
                        .put("period", Optional.of(period(proceeding.period())))
                        .put("averageUsefulLife", proceeding.averageUsefulLife())
                        .put("rounding", proceeding.rounding().toString()));
        json.put(
                "warnings",
                determination.warnings().stream()
                        .map(warning -> new Json().put("about", warning.about()).put("text", warning.text()))
                        .toList());
    }
}
