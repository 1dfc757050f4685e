package org.advalorem.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.bracketing.Disclosed;
import org.advalorem.bracketing.PublicVersion;
import org.advalorem.engine.Script;
import org.advalorem.engine.Values;
import org.advalorem.facts.Problems;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.PageParts;
import org.advalorem.report.RateFinding;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Controls;
import org.advalorem.whatif.Model;

/**
 * The live report: one HTML file that needs nothing else, complete without its script, with which every number that an input
 * moves follows the reader's sliders to the last bit of the calculation.
 */
public final class LiveReport {
    private static final List<String> SCRIPTS =
            List.of("decimals.js", "power.js", "program.js", "figures.js", "controls.js", "page.js");
    private static final String STYLE = "page.css";

    private final EvaluatedScenario scenario;
    private final Model model;
    private final Controls controls;
    private final List<Optional<Live>> alternatives;
    private final Script script;
    private final Map<String, Integer> words = new LinkedHashMap<>();
    private final Merged merged;
    private final List<ResultKey> swinging;
    private final StringBuilder html = new StringBuilder();
    private final List<Extra> extras;
    private final Optional<EvaluatedScenario> twin;

    /**
     * A part of the page that stays as it was made.
     *
     * @param id in links
     * @param brief what it found, in a sentence for the first screen; empty for none
     * @param html its content
     */
    public record Extra(String id, String title, String brief, String html) {}

    private LiveReport(
            EvaluatedScenario scenario,
            Optional<EvaluatedScenario> twin,
            Model model,
            Controls controls,
            List<Extra> extras) {
        this.twin = twin;
        this.scenario = scenario;
        this.model = model;
        this.controls = controls;
        this.extras = List.copyOf(extras);
        Set<String> moved = new HashSet<>();
        controls.quantities().forEach(quantity -> moved.addAll(quantity.inputs()));
        this.script = new Script(moved);
        List<Optional<Live>> all = new ArrayList<>();
        for (int i = 0; i < controls.alternatives().size(); i++) {
            Optional<EvaluatedScenario> of = i == controls.base()
                    ? Optional.of(scenario)
                    : controls.alternatives().get(i).model().map(this::evaluated);
            all.add(of.map(evaluated -> new Live(evaluated, shown(evaluated), script, words)));
        }
        this.alternatives = all;
        this.merged = new Merged(all.size(), controls.base());
        this.swinging = EvaluatedScenario.totals(scenario.reported(model.results().keys()), Measure.RATE_UNROUNDED);
    }

    /** The values that the public version of an alternative shows, if this is the proprietary one. */
    private Optional<Values> shown(EvaluatedScenario of) {
        return twin.map(inPublic -> of == scenario
                ? inPublic.values()
                : PublicVersion.of(Disclosed.of(of.determination(), of.values()), new Problems())
                        .values());
    }

    private EvaluatedScenario evaluated(Model of) {
        return scenario.of(of.determination(), of.values());
    }

    /**
     * The page of a scenario.
     *
     * @param scenario the scenario as written, with its receipt
     * @param twin its public version, if the page has brackets around what that leaves out
     * @param model the same as a model
     * @param controls what the reader can move
     * @param extras what follows the worksheets and stays as it is: contested issues, a simulation
     */
    public static String of(
            EvaluatedScenario scenario,
            Optional<EvaluatedScenario> twin,
            Model model,
            Controls controls,
            List<Extra> extras) {
        return new LiveReport(scenario, twin, model, controls, extras).page();
    }

    /**
     * A chart as a figure of the page.
     *
     * @param title what it shows
     * @param svg the chart as SVG
     */
    public static String figure(String title, String svg) {
        // letters are outlines with names, which must be the figure's own
        String prefix = "f" + Integer.toHexString(title.hashCode()) + "-";
        String own = svg.replace(" id=\"", " id=\"" + prefix).replace("xlink:href=\"#", "xlink:href=\"#" + prefix);
        return "<figure>" + own + "<figcaption>" + PageParts.escaped(title) + "</figcaption></figure>\n";
    }

    /**
     * The page of a public version, which has no script: a script carries the inputs.
     *
     * @param scenario in public
     * @param model the complete scenario as a model
     * @param extras on the scenario in public
     */
    public static String inPublic(EvaluatedScenario scenario, Model model, List<Extra> extras) {
        return new LiveReport(scenario, Optional.empty(), model, Controls.none(model), extras).page();
    }

    private boolean isLive() {
        return scenario.publicVersion().isEmpty();
    }

    private String page() {
        String style = resource(STYLE);
        String code = "(() => {\n\"use strict\";\n"
                + SCRIPTS.stream().map(LiveReport::resource).collect(Collectors.joining("\n")) + "})();\n";
        String body = body();
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '")
                .append(digest(style)).append("'; script-src ")
                .append(isLive() ? "'" + digest(code) + "'" : "'none'")
                .append("; base-uri 'none'; form-action 'none'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"")
                .append(PageParts.escaped(scenario.receipt().version())).append("\">\n<title>")
                .append(PageParts.escaped(scenario.determination().title()))
                .append("</title>\n<style>").append(style).append("</style>\n</head>\n<body>\n")
                .append(body);
        if (isLive()) {
            html.append("<script type=\"application/json\" id=\"data\">")
                .append(PageData.of(model, controls, alternatives, script, merged, words.keySet(), swinging))
                .append("</script>\n<script>").append(code).append("</script>\n");
        }
        return html.append("</body>\n</html>\n").toString();
    }

    /** A section of the page. */
    private record Section(String id, String title, String html) {}

    private String body() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("programs", "Programs", live(Rates::programs)));
        if (PageParts.hasReconciliations(scenario)) {
            sections.add(new Section(
                    "reconciliation", "Income statements tied to denominators", PageParts.Part.RECONCILIATIONS.html(scenario, twin)));
        }
        Swings swings = new Swings(scenario, model, controls, swinging);
        if (!swings.isEmpty()) {
            sections.add(new Section("moves", "What moves the rate", swings.html()));
        }
        sections.add(new Section("worksheets", "Worksheets", live(Worksheets::of)));
        extras.forEach(extra -> sections.add(new Section(extra.id(), extra.title(), asWritten(extra.html()))));
        sections.add(new Section("disposition", "Disposition of the programs", PageParts.Part.DISPOSITIONS.html(scenario, twin)));
        sections.add(new Section("assumptions", "Assumptions", PageParts.Part.ASSUMPTIONS.html(scenario, twin)));
        sections.add(new Section("inputs", "Inputs", PageParts.Part.INPUTS.html(scenario, twin)));
        scenario.publicVersion()
                .ifPresent(version -> sections.add(new Section(
                        "brackets",
                        "Index of bracketed values",
                        PageParts.brackets(
                                version,
                                sections.stream()
                                        .collect(Collectors.toMap(
                                                Section::title, Section::html, (a, b) -> a, LinkedHashMap::new))))));
        sections.add(new Section("receipt", "About these figures", receipt()));
        StringBuilder body = new StringBuilder("<a class=\"skip\" href=\"#rates\">To the rates</a>\n<header>\n<h1>")
                .append(PageParts.escaped(scenario.determination().title()))
                .append("</h1>\n<p class=\"finding\">")
                .append(PageParts.escaped(RateFinding.of(scenario).finding().headline()))
                .append(".</p>\n");
        Stream.concat(twin.stream().map(of -> PageParts.proprietary()), PageParts.flags(scenario).stream())
                .forEach(flag -> body.append("<p class=\"flag\">")
                        .append(PageParts.escaped(flag))
                        .append("</p>\n"));
        body.append("</header>\n<nav aria-label=\"Contents\"><ul><li><a href=\"#rates\">Rates</a></li>");
        sections.forEach(section -> body.append("<li><a href=\"#").append(section.id()).append("\">")
                .append(PageParts.escaped(section.title())).append("</a></li>"));
        body.append("</ul></nav>\n<main>\n<section id=\"rates\"><h2>Rates</h2>\n")
                .append("<p id=\"said\" role=\"status\" class=\"unseen\"></p>\n<div class=\"beside\"><div>\n")
                .append(live(Rates::summary))
                .append(briefs())
                .append("</div>")
                .append(isLive() ? "<div id=\"panel\"><h3>What if</h3>\n" + Panel.of(scenario, controls) + "</div>" : "")
                .append("</div></section>\n");
        sections.forEach(section -> body.append("<section id=\"").append(section.id()).append("\"><h2>")
                .append(PageParts.escaped(section.title())).append("</h2>\n").append(section.html())
                .append("</section>\n"));
        return body.append("</main>\n").toString();
    }

    /** What the parts that stay as they are found, for the first screen. */
    private String briefs() {
        return extras.stream()
                .filter(extra -> !extra.brief().isEmpty())
                .map(extra -> "<p><a href=\"#" + extra.id() + "\">" + PageParts.escaped(extra.title()) + "</a>: "
                        + PageParts.escaped(extra.brief()) + "</p>\n")
                .collect(Collectors.joining("", "<div class=\"still\">\n", "</div>\n"));
    }

    private static String asWritten(String content) {
        return "<p class=\"stale\" hidden>Of the scenario as written, not of the values moved above.</p>\n<div class=\"still\">\n"
                + content + "</div>\n";
    }

    private String live(Function<Live, List<Unit>> units) {
        return merged.section(alternatives.stream()
                .map(live -> live.map(units).orElse(List.of()))
                .toList());
    }

    private String receipt() {
        return Stream.concat(PageParts.about(scenario).stream(), scenario.receipt().forVerification().stream())
                .map(item -> "<li>" + PageParts.escaped(item) + "</li>")
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>\n"));
    }

    private static String resource(String name) {
        try (InputStream stream = LiveReport.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its file (" + name + ").");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A digest as a content security policy has it. */
    private static String digest(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
