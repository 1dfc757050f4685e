/**
 * Companies and the sales over which a benefit goes: attribution, 19 CFR 351.525, and the export value adjustment.
 *
 * <p>May import {@code rules.base} and {@code rules.allocation}. These types cross into other packages; the rest is hidden:
 *
 * <ul>
 *   <li>who: {@link org.advalorem.rules.attribution.Company} and its {@link org.advalorem.rules.attribution.Member}s;
 *   <li>sales: {@link org.advalorem.rules.attribution.SalesLedger}, {@link org.advalorem.rules.attribution.Products} (shares of products with rates of their own), {@link org.advalorem.rules.attribution.UnitValue} (for a rate per unit);
 *   <li>{@link org.advalorem.rules.attribution.Attribution}, which gives the {@link org.advalorem.rules.attribution.Denominator} of a use, and {@link org.advalorem.rules.attribution.ProducerWeights}, the shares of producers' and trading
 *       companies' rates;
 *   <li>{@link org.advalorem.rules.attribution.Reconciliation}, which ties the ledger to the income statement;
 *   <li>the {@link org.advalorem.rules.attribution.ExportValueAdjustment} for sales through an affiliated reseller, with its {@link org.advalorem.rules.attribution.ResellerChannel}, the
 *       {@link org.advalorem.rules.attribution.FailingSales} (each a {@link org.advalorem.rules.attribution.FailingSale}) that fail a criterion, and {@link org.advalorem.rules.attribution.AdjustmentWords}.
 * </ul>
 *
 * <p>The denominator of an export subsidy received by a member, and the rate over it:
 *
 * <pre>{@code
 * Denominator over = attribution.denominator(member, Specificity.EXPORT, use, 2016).orElseThrow();
 * Term rate = benefit.dividedBy(over.sales());
 * }</pre>
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.rules.attribution;

import org.jspecify.annotations.NullMarked;
