package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.report.JsonText.Json;

/** What the reports of both methods of {@code sensitivity} say in the same way: all but the figures themselves. */
abstract class SensitivityFrame {
    private static final String FORMAT = "advalorem-sensitivity/1";

    private final EvaluatedScenario scenario;
    private final SensitivityReport.Made made;
    private final boolean partial;

    SensitivityFrame(EvaluatedScenario scenario, SensitivityReport.Made made, boolean partial) {
        this.scenario = scenario;
        this.made = made;
        this.partial = partial;
    }

    /** What stands before the title of the scenario. */
    abstract String title();

    /** How it was computed, without what the command line made uncertain. */
    abstract List<String> computed();

    /** The figures for people, a heading for each result. */
    abstract void results(Document.Builder document);

    /** What the figures mean. */
    abstract List<String> reading();

    /** The figures for programs. */
    abstract Table table();

    /** Method, size of the run and figures. */
    abstract void write(Json json);

    final EvaluatedScenario scenario() {
        return scenario;
    }

    final String program() {
        return made.version();
    }

    final Report report() {
        return Report.of(this::document, this::comments, this::table, this::json);
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        Header.write(scenario, title(), partial, document);
        document.items(provenance());
        results(document);
        document.heading(2, "How to read this");
        document.items(reading());
        return document.build();
    }

    private List<String> provenance() {
        List<String> lines = new ArrayList<>(computed());
        made.varied().forEach(argument -> lines.add("--vary " + argument));
        return lines;
    }

    private List<String> comments() {
        List<String> comments = Header.comments(scenario, partial);
        comments.addAll(provenance());
        return comments;
    }

    private Json json() {
        Json json = new Json().put("format", FORMAT);
        Header.write(scenario, json);
        json.put("version", made.version()).put("varied", made.varied()).put("partial", partial);
        write(json);
        return json;
    }
}
