/**
 * The readers of a calculation: values, batch, gradient and explanation, each one walk over the same terms.
 *
 * <p>May import {@code org.advalorem.calculation} only. No reader repeats a rule: what an operation does to numbers stands
 * in one place, so that all readers give the same bits.
 *
 * <p>The batch reader evaluates many draws: {@link org.advalorem.engine.BatchPlan} leaves out what does not vary or is not
 * wanted ({@code Lowering}), puts the rest into an order ({@code EvaluationOrder}), joins operations into passes ({@code
 * Fusion}) and gives the passes buffers ({@code Program}); {@link org.advalorem.engine.BatchWorker} runs that over blocks,
 * {@link org.advalorem.engine.BatchRun} over chunks on several threads.
 */
@NullMarked
package org.advalorem.engine;

import org.jspecify.annotations.NullMarked;
