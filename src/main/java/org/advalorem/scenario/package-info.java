/**
 * Scenario files: reading them, laying one over another and writing them back.
 *
 * <p>May import {@code facts}, {@code rules}, {@code uncertainty} and {@code calculation}. A {@link
 * org.advalorem.scenario.Scenario} is one checked tree of {@link org.advalorem.facts.SourceNode} values, assembled from
 * files, from what they extend and from what they set; each value keeps the place where it was written. The meaning of
 * the values is left to {@code facts} and {@code rules}, which supply the known keys as a {@link
 * org.advalorem.facts.FieldSet}.
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.scenario;

import org.jspecify.annotations.NullMarked;
