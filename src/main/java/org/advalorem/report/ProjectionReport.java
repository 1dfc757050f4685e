package org.advalorem.report;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.ProgramResult;
import org.advalorem.rules.RunOff;
import org.advalorem.rules.base.Period;

/** The report of {@code project}: what stays countervailable in later years, and the rate of one of them. */
public final class ProjectionReport {
    private final EvaluatedScenario scenario;
    private final OptionalInt asked;

    /** A company in a later year. */
    private record Later(CompanyResult company, RunOff year) {}

    private ProjectionReport(EvaluatedScenario scenario, OptionalInt asked) {
        this.scenario = scenario;
        this.asked = asked;
    }

    /**
     * The report.
     *
     * @param year the year whose programs are shown; every year without its programs if empty
     */
    public static Report of(EvaluatedScenario scenario, OptionalInt year) {
        ProjectionReport report = new ProjectionReport(scenario, year);
        return Report.of(
                "advalorem-projection/1", scenario, report::document, () -> FlatTable.of(report.years(report.all())));
    }

    private Period period() {
        return scenario.determination().proceeding().period();
    }

    private List<Later> all() {
        return scenario.companies().stream()
                .flatMap(company -> later(company).stream())
                .toList();
    }

    /** A company in the years asked for; a year after everything has expired is like the first such year. */
    private List<Later> later(CompanyResult company) {
        int lastYear = company.runOff().stream().mapToInt(RunOff::year).max().orElse(0);
        return company.runOff().stream()
                .filter(year -> asked.isEmpty()
                        || asked.getAsInt() == year.year()
                        || (year.year() == lastYear && asked.getAsInt() > lastYear))
                .map(year -> new Later(company, year))
                .toList();
    }

    private String name(RunOff year) {
        return period().name(asked.orElse(year.year()));
    }

    private Document document() {
        Document.Builder document = new Document.Builder();
        document.heading(1, scenario.determination().title());
        Header.flag(scenario, document);
        for (CompanyResult company : scenario.companies()) {
            List<Later> years = later(company);
            document.heading(2, company.name() + " (" + company.id() + ")");
            document.paragraph(finding(company));
            if (asked.isPresent()) {
                years.forEach(later -> document.view(programs(later)));
            } else {
                document.view(years(years));
            }
        }
        document.items(List.of("Sales, adjustments and every program that is not allocated over time are those of "
                + period().name(period().latest()) + " (A105)."));
        document.data(years(all()));
        return Header.close(scenario, document);
    }

    private String finding(CompanyResult company) {
        List<RunOff> years = company.runOff();
        String now =
                Figure.PUBLISHED.text(scenario.value(company.published())) + " in " + period().name(period().latest());
        if (years.isEmpty()) {
            return "Nothing is allocated to later years; the rate is " + now
                    + " and stays so as long as its programs continue.";
        }
        RunOff last = years.get(years.size() - 1);
        RunOff shown = later(company).get(0).year();
        return "The rate is " + now + " and " + Figure.PUBLISHED.text(scenario.value(shown.projected())) + " in "
                + name(shown) + " if every other program continues; of that, "
                + Figure.PUBLISHED.text(scenario.value(shown.rate()))
                + " is allocated. The last allocated benefit counts in " + period().name(last.year() - 1) + ".";
    }

    private Listing<Later> years(List<Later> rows) {
        return ListingType.<Later>of("years", "year", "Each company in each later year.")
                .text("company", later -> later.company().id(), "The company.")
                .text("year", "year", later -> name(later.year()), "The year.")
                .number(
                        Figure.PUBLISHED,
                        "allocated",
                        "allocated",
                        later -> scenario.value(later.year().rate()),
                        "The published rate of what is allocated to the year.")
                .number(
                        Figure.PUBLISHED,
                        "projected",
                        "if all else continues",
                        later -> scenario.value(later.year().projected()),
                        "The published rate if every other program continues as in the period.")
                .longText("left", "still allocated", this::left, "The programs with something allocated to the year.")
                .of(rows);
    }

    private String left(Later later) {
        return later.year().allocated().stream()
                .filter(program -> scenario.value(program.rate()) > 0)
                .map(program -> program.program().name())
                .collect(Collectors.joining("; "));
    }

    private double rate(List<RunOff.Remaining> among, ProgramResult program) {
        return among.stream()
                .filter(left -> left.program().id().equals(program.id()))
                .mapToDouble(left -> scenario.value(left.rate()))
                .findFirst()
                .orElse(Double.NaN);
    }

    private Listing<ProgramResult> programs(Later later) {
        List<RunOff.Remaining> allocated = later.year().allocated();
        List<RunOff.Remaining> continuing = later.year().continuing();
        return ListingType.<ProgramResult>of("programs", "program", "Each program in that year.")
                .shown("program", ProgramResult::name)
                .shown(
                        Figure.RATE,
                        "rate of " + period().name(period().latest()),
                        program -> scenario.value(program.rate()))
                .shown(Figure.RATE, "allocated to " + name(later.year()), program -> rate(allocated, program))
                .shown(Figure.RATE, "continuing", program -> rate(continuing, program))
                .shown("", program -> isLeft(allocated, program) || isLeft(continuing, program) ? "" : "expired")
                .of(later.company().programs());
    }

    private static boolean isLeft(List<RunOff.Remaining> among, ProgramResult program) {
        return among.stream().anyMatch(left -> left.program().id().equals(program.id()));
    }
}
