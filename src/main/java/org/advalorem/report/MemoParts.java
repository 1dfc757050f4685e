package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Provenance;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.attribution.Reconciliation;

/** The parts that follow the calculation in every memorandum: assumptions, inputs, reliance. */
final class MemoParts {
    private final EvaluatedScenario scenario;
    private final Statuses statuses;
    private final Document.Builder document;
    private int part;

    /**
     * The parts that follow the calculation.
     *
     * @param part the number of the preceding part
     */
    MemoParts(EvaluatedScenario scenario, Statuses statuses, Document.Builder document, int part) {
        this.scenario = scenario;
        this.statuses = statuses;
        this.document = document;
        this.part = part;
    }

    private void heading(String text) {
        document.heading(2, ++part + " " + text);
    }

    /** Writes what no rate counts, if there is any. */
    void leftOut() {
        List<String> lines = LeftOutText.of(scenario);
        if (!lines.isEmpty()) {
            heading("Left out of the rates");
            document.items(lines);
        }
    }

    /** Writes the way from income statements to denominators, if any is stated. */
    void reconciliations() {
        List<Listing<Reconciliation.Line>> tables = ReconciliationText.tables(scenario);
        if (!tables.isEmpty()) {
            heading("Income statements tied to denominators");
            tables.forEach(document::view);
        }
    }

    void assumptions() {
        heading("Assumptions");
        Map<String, String> used = UsedAssumptions.of(scenario);
        List<String> items = new ArrayList<>();
        used.forEach((number, statement) -> items.add(number + " " + statement));
        if (!items.isEmpty()) {
            document.add(new Document.Lines(List.of(new Document.Line(0, String.join(" ", items)))));
        }
    }

    /** Writes every number and choice used. */
    void allInputs() {
        heading("Inputs");
        List<FactRegister.Fact> used = InputRows.used(scenario);
        document.paragraph(InputRows.explained(used));
        document.view(InputRows.listing(used));
    }

    /**
     * Writes the inputs on which the scenario comments, giving a source or a dispute, and the rates that rest on them.
     */
    void statedInputs() {
        heading("Inputs, and reliance on assumed or disputed ones");
        List<FactRegister.Fact> used = InputRows.used(scenario);
        List<FactRegister.Fact> stated = used.stream()
                .filter(fact -> fact.provenance().status() != Provenance.Status.UNSTATED
                        && fact.provenance().status() != Provenance.Status.DEFAULT)
                .toList();
        document.paragraph("The rates were computed from " + used.size()
                + " numbers and choices; memo --steps lists them all, with status, source and location. "
                + (stated.isEmpty() ? "None has a stated status." : "Those with a stated status:"));
        List<String> items = new ArrayList<>();
        for (FactRegister.Fact fact : stated) {
            items.add(fact.address() + " = " + fact.text() + ", "
                    + fact.provenance().status().label()
                    + (fact.provenance().source().isStated()
                            ? ": " + fact.provenance().source().words()
                            : ""));
        }
        document.items(items);
    }

    void reliance() {
        heading("Status of the values behind each rate");
        document.paragraph(Reliance.DEFINITION);
        document.view(ListingType.<CompanyResult>of("reliance", "company", "")
                .shown("company", CompanyResult::name)
                .shown(
                        "share of the rate",
                        company -> Reliance.of(company, statuses).words())
                .of(scenario.companies()));
    }

    /** Writes what became of every program, company by company. */
    void dispositions() {
        heading("Disposition of the programs");
        List<String> lines = new ArrayList<>();
        for (CompanyResult company : scenario.companies()) {
            if (DispositionText.hasAllegedOrFound(company)) {
                document.view(DispositionText.of(company, scenario));
            } else {
                lines.addAll(DispositionText.lines(company, scenario));
            }
        }
        document.items(lines);
    }

    void transactions() {
        heading("Transactions");
        List<Listing<TransactionRows.Row>> listings = TransactionRows.listings(scenario);
        if (listings.isEmpty()) {
            document.paragraph("Nothing was compared transaction by transaction.");
        }
        listings.forEach(document::view);
    }
}
