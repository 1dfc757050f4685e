/**
 * What of a benefit falls in the period: netting, the 0.5 percent test, and allocation over time, 19 CFR 351.524.
 *
 * <p>May import {@code rules.base}, {@code rules.benchmarks} and {@code rules.loans}. These types cross into other packages;
 * the rest is hidden:
 *
 * <ul>
 *   <li>{@link org.advalorem.rules.allocation.Netting}, what 19 U.S.C. 1677(6) allows to be subtracted;
 *   <li>{@link org.advalorem.rules.allocation.StatedApprovals} and {@link org.advalorem.rules.allocation.ApprovedTotals}, the amounts approved in a year, which the 0.5 percent test adds up;
 *   <li>{@link org.advalorem.rules.allocation.UsefulLife}, the years over which a benefit is allocated;
 *   <li>{@link org.advalorem.rules.allocation.ChangeInOwnership}, which may extinguish what was received before it;
 *   <li>{@link org.advalorem.rules.allocation.TimeAllocation}, the slice of the period.
 * </ul>
 *
 * <p>The slice of receipts that are not recurring:
 *
 * <pre>{@code
 * UsefulLife life = UsefulLife.of(company, currency, proceeding, builder, outline);
 * TimeAllocation time = new TimeAllocation(use, context, life, minimum, changesInOwnership);
 * Term slice = time.slice(receipts, ProgramType.Recurrence.NON_RECURRING, compared).ofPeriod();
 * }</pre>
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.rules.allocation;

import org.jspecify.annotations.NullMarked;
