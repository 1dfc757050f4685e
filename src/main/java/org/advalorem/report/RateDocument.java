package org.advalorem.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Term;
import org.advalorem.rules.AllOthersResult;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Determination;
import org.advalorem.rules.Period;
import org.advalorem.rules.Proceeding;
import org.advalorem.rules.ProgramResult;
import org.advalorem.rules.UseResult;

/** The rates as a document for people. */
final class RateDocument {
    private final EvaluatedScenario scenario;
    private final Document.Builder document = new Document.Builder();

    private RateDocument(EvaluatedScenario scenario) {
        this.scenario = scenario;
    }

    static Document of(EvaluatedScenario scenario) {
        RateDocument report = new RateDocument(scenario);
        Header.write(scenario, "", report.document);
        report.document.table(RateSummary.of(scenario));
        report.assessment();
        report.document.items(LeftOutText.of(scenario));
        scenario.companies().forEach(report::company);
        scenario.allOthers().ifPresent(report::allOthers);
        report.assumptions();
        return report.document.build();
    }

    /** Which entries each year's rate is for, where the period is not one whole year. */
    private void assessment() {
        Proceeding proceeding = scenario.determination().proceeding();
        Period period = proceeding.period();
        if (period.isOneYear() || proceeding.segment().isInvestigation()) {
            return;
        }
        Table.Builder table = Table.titled(
                "Assessment by the year of entry; the deposit is the rate of " + period.name(period.latest()),
                "entries from",
                "to",
                "rate of");
        for (int year : period.years()) {
            table.row(
                    Cell.of(period.firstEntry(year).toString()),
                    Cell.of(period.lastEntry(year).toString()),
                    Cell.of(period.name(year)));
        }
        document.table(table.build());
    }

    private void company(CompanyResult company) {
        document.heading(2, company.name() + " (" + company.id() + ")");
        PartNames.wholeOf(scenario)
                .ifPresent(words ->
                        document.paragraph(company.address().child("rate") + " is the rate of " + words + "."));
        programs(company);
        for (CompanyResult part : scenario.otherParts(company)) {
            document.heading(3, company.name() + part.scope().words(period()));
            programs(part);
        }
    }

    private Period period() {
        return scenario.determination().proceeding().period();
    }

    private void programs(CompanyResult company) {
        List<ProgramResult> measurable = company.programs().stream()
                .filter(program -> scenario.values().holds(program.measurable()))
                .toList();
        Map<String, String> denominators = new LinkedHashMap<>();
        if (measurable.isEmpty()) {
            document.paragraph("No program is countervailed.");
        } else {
            document.table(programs(company, measurable, denominators));
            List<String> legend = new ArrayList<>();
            denominators.forEach((text, letter) -> legend.add("(" + letter + ") " + text));
            if (measurable.stream().flatMap(program -> program.uses().stream()).anyMatch(this::isAdjusted)) {
                legend.add(
                        "* The rate differs from the benefit of the period divided by the denominator: after an export"
                                + " value adjustment or a weighting; see advalorem memo.");
            }
            document.items(legend);
        }
        notMeasurable(company);
        noBenefit(company);
        if (!company.notUsed().isEmpty()) {
            document.paragraph("Not used or not applied: " + String.join("; ", company.notUsed()) + ".");
        }
        verdict(company);
    }

    private Table programs(CompanyResult company, List<ProgramResult> programs, Map<String, String> denominators) {
        String currency = company.currency().toString();
        Table.Builder table = Table.titled(
                "Programs countervailed, in " + currency,
                "program",
                "recipient",
                "#benefit",
                "#of the period",
                "#denominator",
                "",
                "#unrounded",
                "#rate");
        for (ProgramResult program : programs) {
            boolean single = program.uses().size() == 1;
            String name = program.name();
            for (UseResult use : program.uses()) {
                table.row(
                        Cell.of(name),
                        Cell.of(use.recipient()),
                        money(use.benefit()),
                        money(use.slice()),
                        money(use.denominator()),
                        Cell.of("(" + letter(use, denominators) + ")" + (isAdjusted(use) ? "*" : "")),
                        unrounded(use.rate()),
                        single ? published(program.countedRounded()) : Cell.empty());
                name = "";
            }
            if (!single) {
                table.row(
                        Cell.empty(),
                        Cell.of("all recipients"),
                        Cell.empty(),
                        Cell.empty(),
                        Cell.empty(),
                        Cell.empty(),
                        unrounded(program.rate()),
                        published(program.countedRounded()));
            }
        }
        table.row(
                Cell.of("Net subsidy rate"),
                Cell.empty(),
                Cell.empty(),
                Cell.empty(),
                Cell.empty(),
                Cell.empty(),
                unrounded(company.rate()),
                published(company.published()));
        return table.build();
    }

    /** Whether something happened to the rate after the division. */
    private boolean isAdjusted(UseResult use) {
        return use.slice().isPresent()
                && use.denominator().isPresent()
                && LegalDecimals.compare(
                                scenario.value(use.rate()),
                                scenario.value(use.slice().get())
                                        / scenario.value(use.denominator().get()))
                        != 0;
    }

    /** The letter under which the legend tells what sales a benefit is divided by, and why. */
    private static String letter(UseResult use, Map<String, String> denominators) {
        String text = use.denominatorLabel() + ": " + use.authority();
        int next = denominators.size();
        return denominators.computeIfAbsent(
                text, absent -> next < 26 ? Character.toString('a' + next) : Integer.toString(next + 1));
    }

    private void notMeasurable(CompanyResult company) {
        List<String> items = company.programs().stream()
                .filter(program -> !scenario.values().holds(program.measurable()))
                .filter(program -> scenario.value(program.rate()) != 0)
                .map(program -> program.name() + ": " + Figure.RATE.text(scenario.value(program.rate())))
                .toList();
        if (!items.isEmpty()) {
            double dropped = scenario.value(company.dropped());
            document.paragraph("Not measurable, below 0.005%: " + String.join("; ", items) + ". "
                    + (dropped == 0
                            ? "Kept in the sum."
                            : "Unrounded " + Figure.RATE.text(scenario.value(company.rate())) + "; "
                                    + Figure.RATE.text(dropped) + " dropped."));
        }
    }

    /** What gave nothing is not small but nothing. */
    private void noBenefit(CompanyResult company) {
        List<String> names = company.programs().stream()
                .filter(program -> scenario.value(program.rate()) == 0)
                .map(ProgramResult::name)
                .toList();
        if (!names.isEmpty()) {
            document.paragraph("No benefit in " + yearOf(company) + ": " + String.join("; ", names) + ".");
        }
    }

    private String yearOf(CompanyResult company) {
        return period().name(company.scope().year().orElse(period().latest()));
    }

    private void verdict(CompanyResult company) {
        Verdict verdict = Verdict.of(scenario, company);
        Determination determination = scenario.determination();
        String authority = Verdict.authority(determination.calculation().outline(), company.deMinimis())
                .map(found -> " (" + found + ")")
                .orElse("");
        List<String> items = new ArrayList<>();
        items.add("Verdict: " + verdict.words() + ". " + verdict.comparison() + authority + ".");
        if (verdict.flipped()) {
            items.add("Attention: the rate as published, " + Figure.PUBLISHED.text(scenario.value(company.published()))
                    + ", would give the other verdict.");
        }
        if (scenario.value(company.otherRounding()) != scenario.value(company.published())) {
            items.add("Rounded in the other order ("
                    + (determination.proceeding().rounding().toString().startsWith("round")
                            ? "sum then round"
                            : "round then sum")
                    + ") the rate would be " + Figure.PUBLISHED.text(scenario.value(company.otherRounding())) + ".");
        }
        company.ratePerUnit()
                .ifPresent(rate -> items.add(
                        "Rate per unit: " + Figure.QUANTITY.text(scenario.value(rate)) + " " + rate.unit() + "."));
        items.add(reliance(company));
        document.items(items);
    }

    private String reliance(CompanyResult company) {
        Reliance reliance = Reliance.of(scenario, company);
        String parts = reliance.parts();
        return "Rests on assumed or disputed values: "
                + Figure.PUBLISHED.text(reliance.share().doubleValue()) + " of the rate"
                + (parts.isEmpty() ? "" : " (" + parts + ")") + ".";
    }

    private void allOthers(AllOthersResult allOthers) {
        document.heading(2, "All others");
        AllOthersWorkings workings = AllOthersWorkings.of(allOthers, scenario);
        Table.Builder table = Table.titled(
                "Rates considered", "company", "#rate", "averaged", "#exports to U.S.", "#publicly ranged");
        for (AllOthersWorkings.Considered company : workings.considered()) {
            table.row(
                    Cell.of(company.name()),
                    Cell.of(company.rate(), Figure.PUBLISHED),
                    Cell.of(company.qualifies() ? "yes" : "no: " + company.reason()),
                    Cell.of(company.exports()),
                    Cell.of(company.ranged()));
        }
        document.table(table.build());
        List<String> items = new ArrayList<>(workings.notes());
        items.add("Method: " + allOthers.method() + ".");
        for (AllOthersWorkings.Step step : workings.steps()) {
            if (step.role() != AllOthersWorkings.Role.IDLE) {
                items.add(step.label() + ": " + Figure.RATE.text(step.value()) + role(step.role()) + " ("
                        + step.authority() + ")");
            }
        }
        items.add("All-others rate: " + Figure.PUBLISHED.text(scenario.value(allOthers.published())) + ", unrounded "
                + Figure.RATE.text(scenario.value(allOthers.rate())) + ".");
        String verdict = Verdict.words(scenario, allOthers);
        if (!verdict.isEmpty()) {
            items.add("Verdict: " + verdict + ".");
        }
        document.items(items);
    }

    /** What the average was compared for, where it was and is not the rate. */
    private static String role(AllOthersWorkings.Role role) {
        return role == AllOthersWorkings.Role.CANDIDATE || role == AllOthersWorkings.Role.TARGET ? ", " + role : "";
    }

    private void assumptions() {
        Map<String, String> used = UsedAssumptions.of(scenario);
        if (used.isEmpty()) {
            return;
        }
        document.heading(2, "Assumptions used");
        List<String> items = new ArrayList<>();
        used.forEach((number, statement) -> items.add(number + " " + statement));
        document.items(items);
        document.paragraph("Rests on assumed or disputed values: " + Reliance.DEFINITION);
    }

    private Cell published(Term term) {
        return Cell.of(scenario.value(term), Figure.PUBLISHED);
    }

    private Cell unrounded(Term term) {
        return Cell.of(scenario.value(term), Figure.RATE);
    }

    private Cell money(Optional<Term> term) {
        return term.map(t -> Cell.of(scenario.value(t), Figure.MONEY)).orElse(Cell.empty());
    }
}
