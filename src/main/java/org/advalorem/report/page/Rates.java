package org.advalorem.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.advalorem.rules.Results;
import org.advalorem.rules.Subject;

/** The rates and programs of an alternative. */
final class Rates {
    private static final String[] HEADINGS = {"Company", "Rate", "Unrounded", "Change", "Verdict", "Rests on"};

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
            boolean number = i > 0 && i < 4;
            to.element(
                    "th",
                    HEADINGS[i],
                    number ? new String[] {"scope", "col", "class", "n"} : new String[] {"scope", "col"});
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
            to.open("td", "colspan", "3").close("td").open("td");
            to.truth(negative, Fragment.DETERMINATION, live.holds(negative) ? "negative" : "affirmative");
            to.close("td").open("td").close("td").close("tr");
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
                .open("td", "class", "n")
                .number(unrounded, Figure.RATE)
                .close("td")
                .open("td", "class", "n")
                .difference(subject.key(Measure.RATE_UNROUNDED), unrounded, Figure.RATE)
                .close("td")
                .open("td", "class", "verdict");
        verdict.ifPresent(
                truth -> to.truth(truth, Fragment.VERDICT, live.holds(truth) ? "de minimis" : "not de minimis"));
        to.close("td")
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
                .element("th", "Change", "scope", "col", "class", "n")
                .element("th", "Unrounded", "scope", "col", "class", "n")
                .element("th", "Benefit", "scope", "col", "class", "n")
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
            to.open("td", "class", "n")
                    .difference(subject.key(Measure.RATE_UNROUNDED), program.rate(), Figure.RATE)
                    .close("td");
            to.open("td", "class", "n").number(program.rate(), Figure.RATE).close("td");
            money(subject.key(Measure.BENEFIT), to);
            money(subject.key(Measure.DENOMINATOR), to);
            to.close("tr");
        }
        return to.close("tbody").close("table").close("div");
    }

    private void money(ResultKey key, Fragment to) {
        Results results = scenario.determination().results();
        to.open("td", "class", "n");
        results.find(key).ifPresent(term -> to.number(term, Figure.MONEY, Figure.unitText(term.unit())));
        to.close("td");
    }
}
