package org.advalorem.rules;

import org.advalorem.calculation.Term;

/**
 * The rate of all companies not examined.
 *
 * @param rate unrounded
 * @param published two decimals of a percent
 * @param method in words, as the scenario chose it
 * @param qualifying how many rates were not excluded
 */
public record AllOthersResult(Term rate, Term published, String method, Term qualifying) {}
