package org.advalorem.report;

import java.util.List;

/** The report of {@code memo --exhibits}: the figures and benchmarks of a scenario by exhibit of the record. */
public final class ExhibitsReport {
    private ExhibitsReport() {}

    /** The index for the companies reported. */
    public static Report of(EvaluatedScenario scenario) {
        return Report.of(
                "advalorem-exhibits/1",
                scenario,
                () -> document(scenario),
                () -> FlatTable.of(ExhibitIndex.of(scenario).all()));
    }

    private static Document document(EvaluatedScenario scenario) {
        ExhibitIndex index = ExhibitIndex.of(scenario);
        Document.Builder document = new Document.Builder();
        document.heading(1, "Index of exhibits: " + scenario.determination().title());
        Header.flag(scenario, document);
        Listing<ExhibitIndex.Figured> with = index.byExhibit();
        Listing<ExhibitIndex.Figured> without = index.withoutExhibit();
        document.paragraph(summary(with.rows(), without.rows().size()));
        return Header.closeBriefly(
                scenario, document.listing(with).listing(index.benchmarks()).listing(without));
    }

    private static String summary(List<ExhibitIndex.Figured> with, int without) {
        long exhibits =
                with.stream().map(of -> of.source().exhibit()).distinct().count();
        return NumberText.count(with.size(), "figure") + " from " + NumberText.count(exhibits, "exhibit") + "; "
                + NumberText.count(without, "figure") + " without an exhibit. A data file counts as one.";
    }
}
