/**
 * What-if analyses of a scenario, for values that might be different, uncertain or contested.
 *
 * <p>A {@link org.advalorem.whatif.Model} is a scenario with its calculation; a
 * {@link org.advalorem.whatif.Perturbation} moves one of its values, either as an input of the calculation or as a
 * change of its structure. There is one class per analysis, and each returns a record of results that {@code report}
 * prints.
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.whatif;

import org.jspecify.annotations.NullMarked;
