package org.advalorem.rules;

import org.advalorem.calculation.Term;

/**
 * A company's published rates by customer, where its rate is pro-rated by the sales whose non-use was not verified.
 *
 * @param unverified the rate of customers that did not verify that they do not use the program
 * @param verifying the rate of those that did, without the program
 */
public record CustomerRates(Term unverified, Term verifying) {}
