/**
 * The readers of a calculation: values, batch, gradient and explanation, each one walk over the same terms.
 *
 * <p>May import {@code org.advalorem.calculation} only. No reader repeats a rule: the arithmetic of each operation is
 * written in one place, so that all readers give the same bits.
 *
 * <p>The batch reader evaluates many draws: {@link org.advalorem.engine.BatchPlan} leaves out what does not vary or is
 * not requested ({@code Lowering}), orders the rest ({@code EvaluationOrder}), fuses operations into passes ({@code
 * Fusion}) and assigns buffers to the passes ({@code Program}); {@link org.advalorem.engine.BatchWorker} runs the
 * result over blocks, {@link org.advalorem.engine.BatchRun} over chunks on several threads.
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.engine;

import org.jspecify.annotations.NullMarked;
