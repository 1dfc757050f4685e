package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.calculation.Term;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Part;

/** The summary that most readers want first: one line per company and one for all others. */
final class RateSummary {
    private RateSummary() {}

    /** One rate of the summary. */
    record Line(String name, Term published, Term unrounded, String verdict, String statuses) {}

    static Listing<Line> of(EvaluatedScenario scenario, Statuses statuses) {
        List<Line> lines = new ArrayList<>();
        for (CompanyResult company : scenario.companies()) {
            lines.add(line(company, scenario, statuses));
            scenario.otherParts(company).forEach(part -> lines.add(line(part, scenario, statuses)));
        }
        for (Part part : scenario.determination().withParts()) {
            if (!scenario.repeats(part.scope())) {
                scenario.allOthers(part)
                        .ifPresent(allOthers -> lines.add(new Line(
                                "All others" + PartNames.of(part.scope(), scenario),
                                allOthers.published(),
                                allOthers.rate(),
                                Verdict.words(scenario, allOthers),
                                "")));
                scenario.allOthers(part).stream()
                        .flatMap(allOthers -> allOthers.notSelected().stream())
                        .forEach(own -> lines.add(new Line(
                                own.name() + ", not selected" + PartNames.of(part.scope(), scenario),
                                own.published(),
                                own.rate(),
                                Verdict.words(scenario.values().holds(own.deMinimis())),
                                "")));
            }
        }
        return ListingType.<Line>of("rates", "company", "")
                .shown("company", Line::name)
                .shown(Figure.PUBLISHED, "rate", line -> scenario.value(line.published()))
                .shown(Figure.RATE, "unrounded", line -> scenario.value(line.unrounded()))
                .shown("verdict", Line::verdict)
                .shown("status of its values", Line::statuses)
                .of("Rates", lines);
    }

    private static Line line(CompanyResult company, EvaluatedScenario scenario, Statuses statuses) {
        return new Line(
                company.name() + PartNames.of(company.scope(), scenario),
                company.published(),
                company.rate(),
                Verdict.of(scenario, company).words()
                        + (company.entirelyFactsAvailable() ? ", entirely on facts available" : ""),
                Reliance.of(company, statuses).words());
    }
}
