package org.advalorem.calculation;

/**
 * A condition that must hold for the calculation to mean anything.
 *
 * @param condition a truth
 * @param message what is wrong when it does not hold, and what to do
 * @param about the address of what it is about, an input or a part of the scenario; empty when it is about the whole
 */
public record Requirement(Term condition, String message, String about) {}
