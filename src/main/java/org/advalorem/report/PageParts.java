package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.facts.FactRegister;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Scope;

/** The parts of a live report that no input moves, as HTML: what other reports say of a scenario, in the same words. */
public final class PageParts {
    private PageParts() {}

    /** Whether income statements are tied to denominators. */
    public static boolean hasReconciliations(EvaluatedScenario scenario) {
        return !scenario.determination().reconciliations().isEmpty();
    }

    /** The way from income statements to denominators. */
    public static String reconciliations(EvaluatedScenario scenario) {
        Document.Builder document = new Document.Builder();
        ReconciliationText.tables(scenario).forEach(document::view);
        return html(document);
    }

    /** What became of every program, what is left out of the rates, and the assumptions used. */
    public static String assumptions(EvaluatedScenario scenario) {
        Document.Builder document = new Document.Builder();
        List<String> items = new ArrayList<>();
        UsedAssumptions.of(scenario).forEach((number, statement) -> items.add(number + " " + statement));
        document.items(items);
        List<String> leftOut = LeftOutText.of(scenario);
        if (!leftOut.isEmpty()) {
            document.heading(1, "Left out of the rates");
            document.items(leftOut);
        }
        return html(document);
    }

    /** What became of every program, company by company. */
    public static String dispositions(EvaluatedScenario scenario) {
        Document.Builder document = new Document.Builder();
        MemoParts parts = new MemoParts(scenario, new Statuses(scenario), document, 0);
        parts.dispositions();
        return html(new Document.Builder()
                .addAll(document.build().blocks().subList(1, document.build().blocks().size())));
    }

    /** Every number and choice used, with status, source and place, and the statuses behind each rate. */
    public static String inputs(EvaluatedScenario scenario) {
        Document.Builder document = new Document.Builder();
        List<FactRegister.Fact> used = InputRows.used(scenario);
        document.paragraph(InputRows.explained(used));
        document.view(InputRows.listing(used));
        return html(document);
    }

    /** The statuses of the values behind the rate of a company, in words. */
    public static String reliance(EvaluatedScenario scenario, CompanyResult company) {
        return Reliance.of(company, new Statuses(scenario)).words();
    }

    /** The rates of a company by year and product, except those that repeat the whole. */
    public static List<CompanyResult> otherParts(EvaluatedScenario scenario, CompanyResult company) {
        return scenario.otherParts(company);
    }

    /** Whether a part repeats the whole or one of its products. */
    public static boolean repeats(EvaluatedScenario scenario, Scope scope) {
        return scenario.repeats(scope);
    }

    /** How those statuses are counted. */
    public static String relianceDefinition() {
        return Reliance.DEFINITION;
    }

    /** The flags that nobody may overlook. */
    public static List<String> flags(EvaluatedScenario scenario) {
        return Header.flags(scenario);
    }

    /** Proceeding, governing law, source and command. */
    public static List<String> about(EvaluatedScenario scenario) {
        return Header.about(scenario);
    }

    /** A text as it stands in HTML, between tags or in the quotes of an attribute. */
    public static String escaped(String text) {
        return HtmlWriter.escaped(text);
    }

    private static String html(Document.Builder document) {
        return HtmlWriter.write(document.build(), 3);
    }
}
