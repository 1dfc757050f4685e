package org.advalorem.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Worksheet;
import org.advalorem.rules.base.Period;

/**
 * What stays countervailable of a company's benefits in a year after the period, at the sales of the period.
 *
 * @param allocated the published rate of what is allocated to that year: 19 CFR 351.524(d)
 * @param projected the published rate if every program that is not allocated over time continues as in the period
 */
public record RunOff(int year, List<Remaining> programs, Term allocated, Term projected) {
    /** Copies the list. */
    public RunOff {
        programs = List.copyOf(programs);
    }

    /**
     * The unrounded rates of a program in that year.
     *
     * @param allocated of what is allocated to the year; empty if nothing is
     * @param continuing of what is not allocated over time; empty if all of it is
     */
    public record Remaining(ProgramResult program, Optional<Term> allocated, Optional<Term> continuing) {
        /** Whether nothing is left of it. */
        public boolean isExpired() {
            return allocated.isEmpty() && continuing.isEmpty();
        }

        /** Both together. */
        Term rate(CalculationBuilder builder) {
            return allocated
                    .map(rate -> continuing.map(rate::plus).orElse(rate))
                    .or(() -> continuing)
                    .orElseGet(() -> builder.fraction("0"));
        }
    }

    /** What is allocated to each year, program by program. */
    static Worksheet sheet(List<RunOff> years, Period period) {
        List<List<Outline.Cell>> rows = new ArrayList<>();
        for (RunOff of : years) {
            for (Remaining program : of.programs()) {
                program.allocated()
                        .ifPresent(rate -> rows.add(List.of(
                                Outline.words(period.name(of.year())),
                                Outline.words(program.program().name()),
                                Outline.quantity(rate))));
            }
        }
        return Worksheet.of(
                "Allocated to later years, at the sales of the period",
                List.of(SheetColumn.keyDate("year"), SheetColumn.key("program"), SheetColumn.of("rate", Quality.RATE)),
                rows,
                Authority.law("19 CFR 351.524(d)"));
    }
}
