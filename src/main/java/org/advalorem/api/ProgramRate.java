package org.advalorem.api;

/**
 * The rate of a program for a company, all that its recipients received together.
 *
 * @param id its key in the scenario
 * @param name as reports print it
 * @param type such as {@code grant}
 * @param published a fraction, rounded to two decimals of a percent; 0 if the rate is not measurable and therefore dropped
 * @param unrounded a fraction
 * @param measurable whether the rate is at least 0.005 percent
 * @param factsAvailable whether any of it rests on facts available
 */
public record ProgramRate(
        String id,
        String name,
        String type,
        double published,
        double unrounded,
        boolean measurable,
        boolean factsAvailable) {}
