/**
 * The arithmetic of countervailing-duty rates, each rule once, as a calculation graph with its authority.
 *
 * <p>May import {@code calculation}, {@code facts} and the packages below this one. Nothing here evaluates a number. Each package
 * below imports only those before it:
 *
 * <ol>
 *   <li>{@code base}: the proceeding, money, benefits, program types;
 *   <li>{@code adverse}: adverse facts available;
 *   <li>{@code calendar}: the dates of an investigation;
 *   <li>{@code benchmarks}: lending rates and prices;
 *   <li>{@code loans};
 *   <li>{@code allocation}: what falls in the period;
 *   <li>{@code types}: the other program types;
 *   <li>{@code attribution}: companies, their sales, and the export value adjustment;
 *   <li>{@code screens}: tests that petitions, agreements and corrections have to pass; imports {@code base} only;
 *   <li>this package: rates and the determination.
 * </ol>
 *
 * <p>These types cross into other packages; the rest is hidden:
 *
 * <ul>
 *   <li>{@link org.advalorem.rules.Determination}, the whole, made of {@link org.advalorem.rules.Part}s (a {@link org.advalorem.rules.Scope} each: a year and a product), each with a {@link org.advalorem.rules.CompanyResult} per
 *       respondent ({@link org.advalorem.rules.ProgramResult}, {@link org.advalorem.rules.UseResult}) and an {@link org.advalorem.rules.AllOthersResult};
 *   <li>{@link org.advalorem.rules.Results}, the terms of a determination by {@link org.advalorem.rules.ResultKey}, a {@link org.advalorem.rules.Measure} of a {@link org.advalorem.rules.Subject};
 *   <li>{@link org.advalorem.rules.Programs}, the list of built-in program types, and {@link org.advalorem.rules.ScenarioFields}, what a scenario may state.
 * </ul>
 *
 * <p>The rate of a company, from the facts of a scenario:
 *
 * <pre>{@code
 * Problems problems = new Problems();
 * Determination determination =
 *         Determination.of(scenario, files, Programs.shipped(), problems).orElseThrow();
 * Term rate = determination.companies().get(0).published();
 * double value = Values.of(determination.calculation()).of(rate);
 * }</pre>
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.rules;

import org.jspecify.annotations.NullMarked;
