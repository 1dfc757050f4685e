package org.advalorem.api;

import java.util.List;
import java.util.Optional;

/**
 * The net subsidy rate of a company, or the rate of all others.
 *
 * @param id the company's key in the scenario, or {@code all-others}
 * @param name as reports print it
 * @param published a fraction, rounded to two decimals of a percent: 0.1714 for 17.14%
 * @param unrounded a fraction
 * @param deMinimis whether the unrounded rate is de minimis; empty where there is no such verdict, as for the all-others rate
 *     of an investigation
 * @param programs the programs countervailed, measurable or not; none for all others
 */
public record Rate(
        String id,
        String name,
        double published,
        double unrounded,
        Optional<Boolean> deMinimis,
        List<ProgramRate> programs) {
    /** Copies the list. */
    public Rate {
        programs = List.copyOf(programs);
    }
}
