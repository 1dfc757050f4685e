/**
 * Scenario files: reading, laying one over another, writing back.
 *
 * <p>May import {@code facts}, {@code rules}, {@code uncertainty} and {@code calculation}. A {@link
 * org.advalorem.scenario.Scenario} is one checked tree of {@link org.advalorem.facts.SourceNode} values, put together from
 * files, what they extend and what they set, each value with the place where it was written. What the values mean is the
 * affair of {@code facts} and {@code rules}; which keys there are, they hand in as a {@link
 * org.advalorem.facts.FieldSet}.
 */
@NullMarked
package org.advalorem.scenario;

import org.jspecify.annotations.NullMarked;
