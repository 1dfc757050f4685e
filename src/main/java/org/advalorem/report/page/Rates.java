package org.advalorem.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.advalorem.calculation.Term;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.Figure;
import org.advalorem.report.PageParts;
import org.advalorem.report.PartNames;
import org.advalorem.rules.AllOthersResult;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Measure;
import org.advalorem.rules.Part;
import org.advalorem.rules.ProgramResult;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Subject;
import org.advalorem.rules.UseResult;

/** The rates and programs of an alternative. */
final class Rates {
    private static final String[] HEADINGS = {"Company", "Rate", "Verdict", "Unrounded", "Change", "Rests on"};

    private static final String[] CLASSES = {"", "n", "verdict", "n", "n change", "reliance"};

    private final Live live;
    private final EvaluatedScenario scenario;

    private Rates(Live live) {
        this.live = live;
        this.scenario = live.scenario();
    }

    /** The table of all rates, as one unit. */
    static List<Unit> summary(Live live) {
        return List.of(Unit.of("rates", new Rates(live).table()));
    }

    private Fragment table() {
        Fragment to = new Fragment(live)
                .raw(PageParts.scrolling("Rates"))
                .open("table", "class", "rates")
                .element("caption", "Rates")
                .open("thead")
                .open("tr");
        for (int i = 0; i < HEADINGS.length; i++) {
            to.element("th", HEADINGS[i], "scope", "col", "class", CLASSES[i]);
        }
        to.close("tr").close("thead").open("tbody");
        Map<String, String> reliance = PageParts.reliance(scenario);
        Optional<Map<String, String>> shown = live.inPublic().map(of -> PageParts.reliance(of.scenario()));
        for (CompanyResult company : scenario.companies()) {
            row(
                    company,
                    live.bracketed(
                            reliance.getOrDefault(company.id(), ""),
                            shown.map(of -> of.getOrDefault(company.id(), ""))),
                    to);
            scenario.otherParts(company).forEach(part -> row(part, "", to));
        }
        for (Part part : scenario.determination().withParts()) {
            if (!scenario.repeats(part.scope())) {
                others(part, to);
            }
        }
        return to.close("tbody").close("table").close("div");
    }

    private void row(CompanyResult company, String reliance, Fragment to) {
        String name = company.name()
                + PartNames.of(company.scope(), scenario)
                + (company.entirelyFactsAvailable() ? " (entirely on facts available)" : "");
        row(
                name,
                company.subject(),
                company.published(),
                company.rate(),
                Optional.of(company.deMinimis()),
                reliance,
                to.open("tr"));
    }

    private void others(Part part, Fragment to) {
        String words = PartNames.of(part.scope(), scenario);
        part.allOthers().ifPresent(others -> {
            if (part.negative().isPresent() && !others.isCountryWide()) {
                to.openUnless(part.negative().get(), "tr");
            } else {
                to.open("tr");
            }
            String name = others.isCountryWide() ? "Country-wide" : "All others";
            row(
                    name + words,
                    Subject.allOthers(part.scope()),
                    others.published(),
                    others.rate(),
                    others.deMinimis(),
                    "",
                    to);
            for (AllOthersResult.OwnRate own : others.notSelected()) {
                row(
                        own.name() + ", not selected" + words,
                        Subject.notSelected(part.scope(), own.id()),
                        own.published(),
                        own.rate(),
                        Optional.of(own.deMinimis()),
                        "",
                        to.open("tr"));
            }
        });
        part.negative().ifPresent(negative -> {
            to.open("tr")
                    .open("th", "scope", "row")
                    .text("Determination" + words)
                    .close("th");
            to.open("td").close("td").open("td", "class", "verdict");
            to.truth(negative, Fragment.DETERMINATION, live.holds(negative) ? "negative" : "affirmative");
            to.close("td").open("td").close("td").open("td", "class", "change").close("td");
            to.open("td").close("td").close("tr");
        });
    }

    private void row(
            String name,
            Subject subject,
            Term published,
            Term unrounded,
            Optional<Term> verdict,
            String reliance,
            Fragment to) {
        to.element("th", name, "scope", "row")
                .open("td", "class", "n rate")
                .number(published, Figure.PUBLISHED)
                .close("td")
                .open("td", "class", "verdict");
        verdict.ifPresent(
                truth -> to.truth(truth, Fragment.VERDICT, live.holds(truth) ? "de minimis" : "not de minimis"));
        to.close("td")
                .open("td", "class", "n")
                .number(unrounded, Figure.RATE)
                .close("td")
                .open("td", "class", "n change")
                .difference(subject.key(Measure.RATE_UNROUNDED), unrounded, Figure.RATE)
                .close("td")
                .open("td", "class", "reliance")
                .words(reliance)
                .close("td")
                .close("tr");
    }

    /** The programs of every company, a unit for each company. */
    static List<Unit> programs(Live live) {
        Rates rates = new Rates(live);
        List<Unit> units = new ArrayList<>();
        for (CompanyResult company : live.scenario().companies()) {
            units.add(Unit.of("programs/" + company.address(), rates.programs(company)));
        }
        return units;
    }

    private Fragment programs(CompanyResult company) {
        String title = "Programs of " + company.name() + PartNames.of(company.scope(), scenario);
        double longest = company.programs().stream()
                .mapToDouble(program -> live.value(program.countedRounded()))
                .max()
                .orElse(0);
        Fragment to = new Fragment(live)
                .element("h3", company.name() + PartNames.of(company.scope(), scenario))
                .raw(PageParts.scrolling(title))
                .open("table", "class", "chart", "data-chart", title)
                .element("caption", title)
                .open("thead")
                .open("tr")
                .element("th", "Program", "scope", "col")
                .element("th", "Rate", "scope", "col", "class", "n")
                .element("th", "Bar", "scope", "col", "class", "bar")
                .element("th", "Change", "scope", "col", "class", "n change")
                .element("th", "Unrounded", "scope", "col", "class", "n")
                .element("th", "Benefit", "scope", "col", "class", "n")
                .element("th", "Of the period", "scope", "col", "class", "n")
                .element("th", "Denominator", "scope", "col", "class", "n")
                .close("tr")
                .close("thead")
                .open("tbody");
        for (ProgramResult program : company.programs()) {
            Subject subject = company.subject().program(program.id());
            to.open("tr").element("th", program.name(), "scope", "row");
            to.open("td", "class", "n")
                    .number(program.countedRounded(), Figure.PUBLISHED)
                    .close("td");
            to.open("td", "class", "bar").bar(program.countedRounded(), longest).close("td");
            unrounded(subject, program.rate(), to);
            if (program.uses().size() == 1) {
                amounts(program.uses().get(0), to);
                to.close("tr");
            } else {
                to.open("td", "colspan", "3").close("td").close("tr");
                for (int i = 0; i < program.uses().size(); i++) {
                    UseResult use = program.uses().get(i);
                    to.open("tr", "class", "use")
                            .element("th", use.recipient(), "scope", "row")
                            .open("td", "colspan", "2")
                            .close("td");
                    unrounded(subject.use(i + 1), use.rate(), to);
                    amounts(use, to);
                    to.close("tr");
                }
            }
        }
        noLonger(company)
                .forEach((key, name) -> to.open("tr")
                        .element("th", name + " (not countervailed here)", "scope", "row")
                        .open("td", "colspan", "2")
                        .close("td")
                        .open("td", "class", "n change")
                        .differenceFromNone(key, Figure.RATE)
                        .close("td")
                        .open("td", "colspan", "4")
                        .close("td")
                        .close("tr"));
        to.close("tbody").close("table").close("div");
        boolean adjusted = company.programs().stream()
                .flatMap(program -> program.uses().stream())
                .anyMatch(this::isMarked);
        return adjusted ? to.element("p", EvaluatedScenario.ADJUSTED + ".", "class", "note") : to;
    }

    /** The programs that the company has in the scenario as written, and not here. */
    private Map<ResultKey, String> noLonger(CompanyResult company) {
        Map<ResultKey, String> missing = new LinkedHashMap<>();
        live.written().companies().stream()
                .filter(written -> written.subject().equals(company.subject()))
                .flatMap(written -> written.programs().stream())
                .filter(written -> company.programs().stream()
                        .noneMatch(program -> program.id().equals(written.id())))
                .forEach(written -> missing.put(
                        company.subject().program(written.id()).key(Measure.RATE_UNROUNDED), written.name()));
        return missing;
    }

    private void unrounded(Subject subject, Term rate, Fragment to) {
        to.open("td", "class", "n change")
                .difference(subject.key(Measure.RATE_UNROUNDED), rate, Figure.RATE)
                .close("td")
                .open("td", "class", "n")
                .number(rate, Figure.RATE)
                .close("td");
    }

    private void amounts(UseResult use, Fragment to) {
        money(use.benefit(), "", to);
        money(use.slice(), "", to);
        money(use.denominator(), isMarked(use) ? " *" : "", to);
    }

    /** Whether the mark of an adjusted rate stands there: not beside brackets, since the public version cannot tell. */
    private boolean isMarked(UseResult use) {
        boolean bracketed = Stream.of(Optional.of(use.rate()), use.slice(), use.denominator())
                .flatMap(Optional::stream)
                .anyMatch(live::isBracketed);
        return !bracketed && scenario.isAdjusted(use);
    }

    private void money(Optional<Term> amount, String mark, Fragment to) {
        to.open("td", "class", "n");
        amount.ifPresent(term ->
                to.number(term, Figure.MONEY, Figure.unitText(term.unit())).text(mark));
        to.close("td");
    }
}
