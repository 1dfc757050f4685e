package org.advalorem.rules.screens;

import org.advalorem.calculation.Term;

/**
 * A rate that screens refer to, calculated or stated.
 *
 * @param name whose rate it is, in words
 * @param published the rate as published
 * @param unrounded the rate that is compared with the de minimis threshold
 */
public record ScreenedRate(String name, Term published, Term unrounded) {}
