package org.advalorem.calculation;

/**
 * A condition that must hold for the calculation to be meaningful.
 *
 * @param condition a truth
 * @param message what is wrong if it does not hold, and what to do
 * @param about the address of its subject, an input or a part of the scenario; empty for the calculation as a whole
 */
public record Requirement(Term condition, String message, String about) {}
