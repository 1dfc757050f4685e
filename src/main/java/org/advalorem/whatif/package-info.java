/**
 * The questions asked of a scenario: what if a value is another one, or uncertain, or contested?
 *
 * <p>A {@link org.advalorem.whatif.Model} is a scenario with its calculation; {@link org.advalorem.whatif.Perturbation} is a value
 * of it that moves, either as an input of the calculation or as a change of its structure. One class an analysis; each gives
 * a record of results that {@code report} prints.
 */
@NullMarked
package org.advalorem.whatif;

import org.jspecify.annotations.NullMarked;
