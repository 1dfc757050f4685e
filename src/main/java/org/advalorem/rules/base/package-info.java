/**
 * What every rule shares: the proceeding and its period, money, the benefit of a use, and what a program type is.
 *
 * <p>May import {@code calculation} and {@code facts}. These types cross into other packages; the rest is hidden:
 *
 * <ul>
 *   <li>a program type and what it works with: {@link org.advalorem.rules.base.ProgramType}, {@link org.advalorem.rules.base.BenefitContext}, {@link org.advalorem.rules.base.Benefit}, {@link org.advalorem.rules.base.Specificity};
 *   <li>the proceeding: {@link org.advalorem.rules.base.Proceeding}, {@link org.advalorem.rules.base.Period}, {@link org.advalorem.rules.base.RegimeDifference} (what differs between the texts of the regulation),
 *       {@link org.advalorem.rules.base.Inflation};
 *   <li>money: {@link org.advalorem.rules.base.ExchangeRates}, {@link org.advalorem.rules.base.LedgerMoney};
 *   <li>what results rest on or leave out: {@link org.advalorem.rules.base.Assumption}, {@link org.advalorem.rules.base.LeftOut};
 *   <li>the schedule of 19 CFR 351.524(d)(1): {@link org.advalorem.rules.base.DecliningBalance}.
 * </ul>
 *
 * <p>A program type is one class, here a fine that was not collected:
 *
 * <pre>{@code
 * final class ForgoneFine implements ProgramType {
 *     static final Field<Term> FINE = Field.required("fine", FieldType.amount(), "The fine as imposed.");
 *     static final Field<Term> PAID = Field.optional("paid", FieldType.amount(), "What was paid of it.").orElse("0");
 *
 *     public String name() {
 *         return "forgone-fine";
 *     }
 *
 *     public FieldSet fields() {
 *         return FieldSet.of("a fine that was not collected", FINE, PAID);
 *     }
 *
 *     public Recurrence recurrence() {
 *         return Recurrence.RECURRING;
 *     }
 *
 *     public Benefit benefit(Facts facts, BenefitContext context) {
 *         return Benefit.inPeriod(facts.get(FINE).minus(facts.get(PAID)));
 *     }
 * }
 * }</pre>
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.rules.base;

import org.jspecify.annotations.NullMarked;
