/**
 * The program types other than loans, one public class each.
 *
 * <p>May import {@code rules.base}, {@code rules.benchmarks}, {@code rules.loans} and {@code rules.allocation}. A type is a
 * {@link org.advalorem.rules.base.ProgramType}; {@link org.advalorem.rules.Programs} lists those built in. What a type needs to
 * itself (comparisons of purchases, zeroing, conversion of quantities) is hidden here:
 *
 * <ul>
 *   <li>money given or not collected: {@link org.advalorem.rules.types.Grant}, {@link org.advalorem.rules.types.DirectTax}, {@link org.advalorem.rules.types.TaxDeferral}, {@link org.advalorem.rules.types.AcceleratedDepreciation}, {@link org.advalorem.rules.types.ImportCharges}, {@link org.advalorem.rules.types.DebtForgiveness}, {@link org.advalorem.rules.types.Equity}, {@link org.advalorem.rules.types.WorkerAssistance}, {@link org.advalorem.rules.types.FeesAndFines};
 *   <li>goods and services for too little or too much: {@link org.advalorem.rules.types.LessThanAdequateRemuneration}, {@link org.advalorem.rules.types.Electricity}, {@link org.advalorem.rules.types.Land}, {@link org.advalorem.rules.types.MoreThanAdequateRemuneration}, {@link org.advalorem.rules.types.Upstream};
 *   <li>exports and exchange: {@link org.advalorem.rules.types.ExportFreight}, {@link org.advalorem.rules.types.InputsForExport}, {@link org.advalorem.rules.types.IndirectTaxRemission}, {@link org.advalorem.rules.types.PriorStageTaxRemission}, {@link org.advalorem.rules.types.Drawback}, {@link org.advalorem.rules.types.ExportInsurance}, {@link org.advalorem.rules.types.UndervaluedCurrency};
 *   <li>rates that are not calculated: {@link org.advalorem.rules.types.FactsAvailable}, {@link org.advalorem.rules.types.StatedRate}.
 * </ul>
 *
 * <p>The benefit of one use:
 *
 * <pre>{@code
 * Benefit benefit = new Grant().benefit(use, context);
 * }</pre>
 *
 * <p>How a new type is written is shown in {@code rules.base}.
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.rules.types;

import org.jspecify.annotations.NullMarked;
