package org.advalorem.report;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;
import org.advalorem.rules.AllOthersResult;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.ProgramResult;
import org.advalorem.rules.UseResult;
import org.advalorem.rules.adverse.Selection;
import org.advalorem.rules.base.Period;
import org.advalorem.rules.base.Proceeding;

/** The rates as a document for people. */
final class RateDocument {
    private final EvaluatedScenario scenario;
    private final Statuses statuses;
    private final IdentityHashMap<Term, Authority> authorities;
    private final Document.Builder document = new Document.Builder();

    private RateDocument(EvaluatedScenario scenario) {
        this.scenario = scenario;
        this.statuses = new Statuses(scenario);
        this.authorities =
                Verdict.authorities(scenario.determination().calculation().outline());
    }

    static Document of(EvaluatedScenario scenario) {
        RateDocument report = new RateDocument(scenario);
        Header.open(scenario, "", RateFinding.of(scenario).finding(), report.document);
        report.document.view(RateSummary.of(scenario, report.statuses));
        report.assessment();
        report.document.items(LeftOutText.of(scenario));
        for (CompanyResult company : scenario.companies()) {
            report.company(company);
        }
        Optional<AllOthersResult> allOthers = scenario.allOthers();
        if (allOthers.isPresent()) {
            report.allOthers(allOthers.get());
        }
        report.assumptions();
        return Header.close(scenario, report.document);
    }

    /** Writes which entries each year's rate covers, if the period is not exactly one year. */
    private void assessment() {
        Proceeding proceeding = scenario.determination().proceeding();
        Period period = proceeding.period();
        if (period.isOneYear() || proceeding.segment().isInvestigation()) {
            return;
        }
        document.view(ListingType.<Integer>of("assessment", "year", "Which entries each year's rate applies to.")
                .shown("entries from", year -> period.firstEntry(year).toString())
                .shown("to", year -> period.lastEntry(year).toString())
                .shown("rate of", period::name)
                .of(
                        "Entries are assessed by year of entry; the deposit rate is that of "
                                + period.name(period.latest()),
                        period.years()));
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
        List<ProgramResult> measurable = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        List<String> nothing = new ArrayList<>();
        for (ProgramResult program : company.programs()) {
            double rate = scenario.value(program.rate());
            if (scenario.values().holds(program.measurable())) {
                measurable.add(program);
            } else if (rate != 0) {
                dropped.add(program.name() + ": " + Figure.RATE.text(rate));
            }
            if (rate == 0) {
                nothing.add(program.name());
            }
        }
        Map<String, String> denominators = new LinkedHashMap<>();
        if (measurable.isEmpty()) {
            document.paragraph("No program is countervailed.");
        } else {
            document.view(programs(company, measurable, denominators));
            List<String> legend = new ArrayList<>();
            for (Map.Entry<String, String> denominator : denominators.entrySet()) {
                legend.add("(" + denominator.getValue() + ") " + denominator.getKey());
            }
            if (measurable.stream().flatMap(program -> program.uses().stream()).anyMatch(scenario::isAdjusted)) {
                legend.add(EvaluatedScenario.ADJUSTED + "; see advalorem memo.");
            }
            document.items(legend);
            selections(measurable);
        }
        notMeasurable(company, dropped);
        noBenefit(company, nothing);
        if (!company.notUsed().isEmpty()) {
            document.paragraph("Not used or not applied: " + String.join("; ", company.notUsed()) + ".");
        }
        verdict(company);
    }

    /** A row of the table of programs: a use, the total of a program's uses, or the net subsidy rate. */
    private record Row(
            String program,
            String recipient,
            double benefit,
            double slice,
            double denominator,
            String letter,
            double unrounded,
            double published) {}

    private Listing<Row> programs(
            CompanyResult company, List<ProgramResult> programs, Map<String, String> denominators) {
        List<Row> rows = new ArrayList<>();
        for (ProgramResult program : programs) {
            boolean single = program.uses().size() == 1;
            double published = scenario.value(program.countedRounded());
            String name = program.name();
            for (UseResult use : program.uses()) {
                rows.add(new Row(
                        name,
                        use.recipient(),
                        value(use.benefit()),
                        value(use.slice()),
                        value(use.denominator()),
                        "(" + letter(use, denominators) + ")" + (scenario.isAdjusted(use) ? "*" : ""),
                        scenario.value(use.rate()),
                        single ? published : Double.NaN));
                name = "";
            }
            if (!single) {
                rows.add(sum("", "all recipients", program.rate(), published));
            }
        }
        rows.add(sum("Net subsidy rate", "", company.rate(), scenario.value(company.published())));
        return ListingType.<Row>of("programs", "program", "")
                .shown("program", Row::program)
                .shown("recipient", Row::recipient)
                .shown(Figure.MONEY, "benefit", Row::benefit)
                .shown(Figure.MONEY, "of the period", Row::slice)
                .shown(Figure.MONEY, "denominator", Row::denominator)
                .shown("", Row::letter)
                .shown(Figure.RATE, "unrounded", Row::unrounded)
                .shown(Figure.PUBLISHED, "rate", Row::published)
                .of("Programs countervailed, in " + company.currency(), rows);
    }

    /** A rate selected on facts available, and the program whose rate it is. */
    private record Selected(String program, Selection.Candidate candidate) {}

    /** Writes whose rates were selected on facts available, with the step and the source. */
    private void selections(List<ProgramResult> programs) {
        List<Selected> selected = new ArrayList<>();
        for (ProgramResult program : programs) {
            for (UseResult use : program.uses()) {
                for (Selection.Candidate candidate : candidates(use)) {
                    if (candidate.taken().isPresent()
                            && scenario.values().holds(candidate.taken().get())) {
                        selected.add(new Selected(program.name(), candidate));
                    }
                }
            }
        }
        if (selected.isEmpty()) {
            return;
        }
        document.view(ListingType.<Selected>of("selected", "rate", "")
                .shown("program", Selected::program)
                .shown("step", of -> of.candidate().step().toString())
                .shown("rate of", of -> of.candidate().name())
                .shown(Figure.RATE, "rate", of -> scenario.value(of.candidate().rate()))
                .shown("source", of -> of.candidate().source())
                .of("Rates selected on facts available", selected));
    }

    private static List<Selection.Candidate> candidates(UseResult use) {
        Optional<Selection> selection = use.selection();
        return selection.isPresent() ? selection.get().candidates() : List.of();
    }

    private Row sum(String program, String recipient, Term unrounded, double published) {
        return new Row(
                program, recipient, Double.NaN, Double.NaN, Double.NaN, "", scenario.value(unrounded), published);
    }

    private double value(Optional<Term> term) {
        return term.isPresent() ? scenario.value(term.get()) : Double.NaN;
    }

    /** The letter under which the legend states which sales divide a benefit, and why. */
    private static String letter(UseResult use, Map<String, String> denominators) {
        String text = use.denominatorLabel() + ": " + use.authority();
        int next = denominators.size();
        String letter = next < 26 ? Character.toString('a' + next) : Integer.toString(next + 1);
        String known = denominators.putIfAbsent(text, letter);
        return known == null ? letter : known;
    }

    private void notMeasurable(CompanyResult company, List<String> items) {
        if (!items.isEmpty()) {
            double dropped = scenario.value(company.dropped());
            document.paragraph("Not measurable, below 0.005%: " + String.join("; ", items) + ". "
                    + (dropped == 0
                            ? "Kept in the sum."
                            : "Unrounded " + Figure.RATE.text(scenario.value(company.rate())) + "; "
                                    + Figure.RATE.text(dropped) + " dropped."));
        }
    }

    /** Writes the programs that conferred no benefit, which is not the same as a benefit too small to measure. */
    private void noBenefit(CompanyResult company, List<String> names) {
        if (!names.isEmpty()) {
            document.paragraph("No benefit in " + yearOf(company) + ": " + String.join("; ", names) + ".");
        }
    }

    private String yearOf(CompanyResult company) {
        return period().name(company.scope().yearIn(period()));
    }

    private void verdict(CompanyResult company) {
        Verdict verdict = Verdict.of(scenario, company);
        String authority = Optional.ofNullable(authorities.get(company.deMinimis()))
                .map(found -> " (" + found + ")")
                .orElse("");
        List<String> items = new ArrayList<>();
        items.add("Verdict: " + verdict.words() + ". " + verdict.comparison() + authority + ".");
        if (verdict.flipped()) {
            items.add("Note: the rate as published, " + Figure.PUBLISHED.text(scenario.value(company.published()))
                    + ", would give the opposite verdict.");
        }
        if (scenario.value(company.otherRounding()) != scenario.value(company.published())) {
            items.add("Rounded in the other order ("
                    + (scenario.determination().proceeding().rounding() == Proceeding.Rounding.ROUND_THEN_SUM
                            ? Proceeding.Rounding.SUM_THEN_ROUND
                            : Proceeding.Rounding.ROUND_THEN_SUM)
                    + ") the rate would be " + Figure.PUBLISHED.text(scenario.value(company.otherRounding())) + ".");
        }
        company.ratePerUnit()
                .ifPresent(rate -> items.add(
                        "Rate per unit: " + Figure.QUANTITY.text(scenario.value(rate)) + " " + rate.unit() + "."));
        company.byCustomer()
                .ifPresent(rates -> items.add("By customer: "
                        + Figure.PUBLISHED.text(scenario.value(rates.unverified()))
                        + " for those that did not verify non-use, "
                        + Figure.PUBLISHED.text(scenario.value(rates.verifying())) + " for those that did."));
        items.add(reliance(company));
        document.items(items);
    }

    private String reliance(CompanyResult company) {
        String shares = Reliance.of(company, statuses).words();
        return "Status of the values behind the rate: " + (shares.isEmpty() ? "no program counts." : shares + ".");
    }

    private void allOthers(AllOthersResult allOthers) {
        document.heading(2, "All others");
        AllOthersWorkings workings = AllOthersWorkings.of(allOthers, scenario);
        document.view(ListingType.<AllOthersWorkings.Considered>of("considered", "company", "")
                .shown("company", AllOthersWorkings.Considered::name)
                .shown(Figure.PUBLISHED, "rate", AllOthersWorkings.Considered::rate)
                .shown("averaged", company -> company.qualifies() ? "yes" : "no: " + company.reason())
                .shownRight(
                        scenario.determination().proceeding().jurisdiction().exports(),
                        AllOthersWorkings.Considered::exports)
                .shownRight("publicly ranged", AllOthersWorkings.Considered::ranged)
                .of("Rates considered", workings.considered()));
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
        allOthers
                .impliedWeight()
                .ifPresent(weight -> items.add("Weight of the higher rate, implied by the published average: "
                        + Figure.SHARE.text(scenario.value(weight)) + "."));
        String verdict = Verdict.words(scenario, allOthers);
        if (!verdict.isEmpty()) {
            items.add("Verdict: " + verdict + ".");
        }
        document.items(items);
        if (!allOthers.notSelected().isEmpty()) {
            notSelected(allOthers);
        }
    }

    private void notSelected(AllOthersResult allOthers) {
        document.view(ListingType.<AllOthersResult.OwnRate>of("notSelected", "company", "")
                .shown("company", AllOthersResult.OwnRate::name)
                .shown(Figure.PUBLISHED, "prior rate", own -> scenario.value(own.prior()))
                .shown("calculated in", AllOthersResult.OwnRate::source)
                .shown("pulled forward", own -> scenario.values().holds(own.pulledForward()) ? "yes" : "no")
                .shown("its own rate is", AllOthersResult.OwnRate::why)
                .shown(Figure.PUBLISHED, "rate", own -> scenario.value(own.published()))
                .shown("verdict", own -> Verdict.words(scenario.values().holds(own.deMinimis())))
                .of("Companies not selected", allOthers.notSelected()));
    }

    /** The role of an average that was compared but is not the rate; empty otherwise. */
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
        for (Map.Entry<String, String> assumption : used.entrySet()) {
            items.add(assumption.getKey() + " " + assumption.getValue());
        }
        document.items(items);
        document.paragraph("Status of the values: " + Reliance.DEFINITION);
    }
}
