package org.advalorem.rules;

import java.util.ArrayList;
import java.util.List;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Worksheet;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Period;

/**
 * What stays countervailable of a company's benefits in a year after the period, at the sales of the period.
 *
 * @param allocated the programs of which something is allocated to that year
 * @param continuing the programs of which something is not allocated over time, as in the period
 * @param rate the published rate of what is allocated to that year: 19 CFR 351.524(d)
 * @param projected the published rate if everything that is not allocated over time continues
 */
public record RunOff(int year, List<Remaining> allocated, List<Remaining> continuing, Term rate, Term projected) {
    private static final String RATE = "rate";

    /** Copies the lists. */
    public RunOff {
        allocated = List.copyOf(allocated);
        continuing = List.copyOf(continuing);
    }

    /**
     * What is left of a program.
     *
     * @param rate unrounded
     * @param counted as it enters the published sum
     */
    public record Remaining(ProgramResult program, Term rate, Term counted) {}

    /** What is allocated to each year, what continues, and their sums. */
    static List<Worksheet> sheets(List<RunOff> years, List<Remaining> continuing, Term ofContinuing, Period period) {
        List<List<Outline.Cell>> allocated = new ArrayList<>();
        List<List<Outline.Cell>> sums = new ArrayList<>();
        for (RunOff of : years) {
            Outline.Cell year = Outline.words(period.name(of.year()));
            of.allocated()
                    .forEach(program -> allocated.add(List.of(
                            year,
                            Outline.words(program.program().name()),
                            Outline.quantity(program.rate()),
                            Outline.quantity(program.counted()))));
            sums.add(List.of(
                    year,
                    Outline.quantity(of.rate()),
                    Outline.quantity(ofContinuing),
                    Outline.quantity(of.projected())));
        }
        List<Worksheet> sheets = new ArrayList<>();
        if (!allocated.isEmpty()) {
            sheets.add(Worksheet.of(
                    "Allocated to later years",
                    List.of(
                            SheetColumn.keyDate("year"),
                            SheetColumn.key("program"),
                            SheetColumn.of(RATE, Quality.RATE),
                            SheetColumn.of("as published", Quality.PUBLISHED_RATE, RATE)),
                    allocated,
                    Authority.law("19 CFR 351.524(d)")));
        }
        // a program that is not allocated at all is shown among the programs of the period
        List<List<Outline.Cell>> mixed = continuing.stream()
                .filter(program -> program.rate() != program.program().rate())
                .map(program -> List.of(
                        Outline.words(program.program().name()),
                        Outline.quantity(program.rate()),
                        Outline.quantity(program.counted())))
                .toList();
        if (!mixed.isEmpty()) {
            sheets.add(Worksheet.of(
                    "Parts of programs that are not allocated over time",
                    List.of(
                            SheetColumn.key("program"),
                            SheetColumn.of(RATE, Quality.RATE),
                            SheetColumn.of("as published", Quality.PUBLISHED_RATE, RATE)),
                    mixed,
                    Assumption.PROJECTION.alone()));
        }
        sheets.add(Worksheet.of(
                "Rates of later years",
                List.of(
                        SheetColumn.keyDate("year"),
                        SheetColumn.of("allocated", Quality.PUBLISHED_RATE),
                        SheetColumn.of("all else", Quality.PUBLISHED_RATE),
                        SheetColumn.of("together", Quality.PUBLISHED_RATE, "allocated", "all else")),
                sums,
                Assumption.PROJECTION.alone()));
        return sheets;
    }
}
