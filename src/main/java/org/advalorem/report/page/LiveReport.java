package org.advalorem.report.page;

import java.util.ArrayList;
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
    private final EvaluatedScenario scenario;
    private final Model model;
    private final Controls controls;
    private final List<Optional<Live>> alternatives;
    private final Script script;
    private final Map<String, Integer> words = new LinkedHashMap<>();
    private final Merged merged;
    private final List<ResultKey> swinging;
    private final List<Still> stills;
    private final Optional<EvaluatedScenario> twin;

    private LiveReport(
            EvaluatedScenario scenario,
            Optional<EvaluatedScenario> twin,
            Model model,
            Controls controls,
            List<Still> stills) {
        this.twin = twin;
        this.scenario = scenario;
        this.model = model;
        this.controls = controls;
        this.stills = List.copyOf(stills);
        Set<String> moved = new HashSet<>();
        controls.quantities().forEach(quantity -> moved.addAll(quantity.inputs()));
        this.script = new Script(moved);
        List<Optional<Live>> all = new ArrayList<>();
        for (int i = 0; i < controls.alternatives().size(); i++) {
            Optional<EvaluatedScenario> of = i == controls.base()
                    ? Optional.of(scenario)
                    : controls.alternatives().get(i).model().map(this::evaluated);
            Optional<EvaluatedScenario> inPublic = i == controls.base() ? twin : of.flatMap(this::inPublic);
            all.add(of.map(evaluated -> new Live(
                    evaluated, scenario, inPublic.map(shown -> new InPublic(evaluated, shown)), script, words)));
        }
        this.alternatives = all;
        this.merged = new Merged(all.size(), controls.base());
        this.swinging =
                EvaluatedScenario.totals(scenario.reported(model.results().keys()), Measure.RATE_UNROUNDED);
    }

    /** The public version of an alternative, if this is the proprietary one. */
    private Optional<EvaluatedScenario> inPublic(EvaluatedScenario of) {
        return twin.map(shown -> {
            PublicVersion version = PublicVersion.of(Disclosed.of(of.determination(), of.values()), new Problems());
            return shown.of(version.determination(), version.values());
        });
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
     * @param stills what follows the worksheets and stays as it is: contested issues, a simulation
     */
    public static String of(
            EvaluatedScenario scenario,
            Optional<EvaluatedScenario> twin,
            Model model,
            Controls controls,
            List<Still> stills) {
        return new LiveReport(scenario, twin, model, controls, stills).page();
    }

    /**
     * The page of a public version, which has no script: a script carries the inputs.
     *
     * @param scenario in public
     * @param model the complete scenario as a model
     * @param stills on the scenario in public
     */
    public static String inPublic(EvaluatedScenario scenario, Model model, List<Still> stills) {
        return new LiveReport(scenario, Optional.empty(), model, Controls.none(model), stills).page();
    }

    private boolean isLive() {
        return scenario.publicVersion().isEmpty();
    }

    private String page() {
        String body = body();
        Optional<String> data = isLive()
                ? Optional.of(PageData.of(model, controls, alternatives, script, merged, words.keySet(), swinging))
                : Optional.empty();
        return Frame.page(scenario, scenario.determination().title(), body, data);
    }

    private String body() {
        List<Frame.Section> sections = new ArrayList<>();
        sections.add(new Frame.Section("programs", "Programs", live(Rates::programs)));
        sections.add(new Frame.Section("denominators", "Denominators", live(Denominators::of)));
        Swings swings = new Swings(scenario, model, controls, swinging);
        if (!swings.isEmpty()) {
            sections.add(new Frame.Section("moves", "What moves the rate", ofTheProprietaryAlone(swings.html())));
        }
        sections.add(new Frame.Section("worksheets", "Worksheets", live(Worksheets::of)));
        stills.forEach(still -> sections.add(new Frame.Section(
                still.id(),
                still.title(),
                still.proprietary() ? Still.inBrackets(asWritten(still.html())) : asWritten(still.html()))));
        sections.add(asWritten("disposition", "Disposition of the programs", PageParts.Part.DISPOSITIONS));
        sections.add(asWritten("assumptions", "Assumptions", PageParts.Part.ASSUMPTIONS));
        sections.add(asWritten("exhibits", "Index of exhibits", PageParts.Part.EXHIBITS));
        sections.add(asWritten("inputs", "Inputs", PageParts.Part.INPUTS));
        scenario.publicVersion()
                .ifPresent(version -> sections.add(new Frame.Section(
                        "brackets",
                        "Index of bracketed values",
                        PageParts.brackets(
                                version,
                                sections.stream()
                                        .collect(Collectors.toMap(
                                                Frame.Section::title,
                                                Frame.Section::html,
                                                (a, b) -> a,
                                                LinkedHashMap::new))))));
        sections.add(new Frame.Section("receipt", "About these figures", receipt()));
        List<String> flags = Stream.concat(
                        twin.stream().map(of -> PageParts.proprietary()), PageParts.flags(scenario).stream())
                .toList();
        return Frame.head(
                        scenario.determination().title(),
                        twin.map(shown -> PageParts.bracketed(finding(scenario), finding(shown)))
                                .orElse(finding(scenario)),
                        flags,
                        "Rates",
                        sections)
                + "<main>\n<section id=\"rates\"><h2>Rates</h2>\n<p id=\"said\" role=\"status\" class=\"unseen\"></p>\n"
                + "<div class=\"beside\"><div>\n" + live(Rates::summary) + briefs() + "</div>"
                + (isLive()
                        ? "<div id=\"panel\">"
                                + ofTheProprietaryAlone("<h3>What if</h3>\n" + Panel.of(scenario, controls)) + "</div>"
                        : "")
                + "</div></section>\n" + Frame.sections(sections) + "</main>\n";
    }

    private static String finding(EvaluatedScenario of) {
        return RateFinding.of(of).finding().headline() + ".";
    }

    /** What no public version has, in brackets as a whole if this page has any. */
    private String ofTheProprietaryAlone(String html) {
        return twin.isPresent() ? Still.inBrackets(html) : html;
    }

    /** What the parts that stay as they are found, for the first screen. */
    private String briefs() {
        return stills.stream()
                .filter(still -> !still.brief().isEmpty())
                .map(still -> "<p>" + still.found() + "</p>\n")
                .collect(Collectors.joining("", "<div class=\"still\">\n", "</div>\n"));
    }

    private Frame.Section asWritten(String id, String title, PageParts.Part part) {
        return new Frame.Section(id, title, asWritten(part.html(scenario, twin)));
    }

    private static String asWritten(String html) {
        return "<p class=\"stale\" hidden>Of the scenario as written, not of the values moved above.</p>\n<div class=\"still\">\n"
                + html + "</div>\n";
    }

    private String live(Function<Live, List<Unit>> units) {
        return merged.section(alternatives.stream()
                .map(live -> live.map(units).orElse(List.of()))
                .toList());
    }

    private String receipt() {
        return PageParts.receipt(scenario, twin).stream()
                .map(item -> "<li>" + PageParts.escaped(item) + "</li>")
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>\n"));
    }
}
