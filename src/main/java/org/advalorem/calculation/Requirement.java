package org.advalorem.calculation;

/**
 * A condition that must hold for the calculation to mean anything.
 *
 * @param condition a truth
 * @param message what is wrong when it does not hold, and what to do
 */
public record Requirement(Term condition, String message) {}
