/**
 * The dates of an investigation: which there are, from which day each is counted, and to which business day it moves.
 *
 * <p>May import {@code calculation}, {@code facts}, {@code reference} and {@code rules.base}. These types cross into other
 * packages; the rest is hidden:
 *
 * <ul>
 *   <li>{@link org.advalorem.rules.calendar.ProceedingCalendar}, what a scenario states, checked, and the dates that follow;
 *   <li>{@link org.advalorem.rules.calendar.CalendarDate}, a date with its {@link org.advalorem.rules.calendar.Deadline}, which
 *       shows the day before and after tolling and the roll;
 *   <li>{@link org.advalorem.rules.calendar.StatutoryDate}, the rule: from which days, how many, on whose authority;
 *   <li>{@link org.advalorem.rules.calendar.Milestone}, what happens on a date, and the {@link org.advalorem.rules.calendar.Agency}
 *       whose closures toll it;
 *   <li>{@link org.advalorem.rules.calendar.Tolling}, the days added to the dates of an agency;
 *   <li>{@link org.advalorem.rules.calendar.Protest}, the last day to protest a liquidation;
 *   <li>{@link org.advalorem.rules.calendar.Suspension}, the days that bound suspension of liquidation.
 * </ul>
 *
 * <p>The day on which the order is due:
 *
 * <pre>{@code
 * ProceedingCalendar calendar = ProceedingCalendar.of(section, proceeding);
 * Optional<CalendarDate> order = calendar.dates().find(Milestone.ORDER);
 * }</pre>
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.rules.calendar;

import org.jspecify.annotations.NullMarked;
