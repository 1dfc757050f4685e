/**
 * Declared fields and the checked facts of a scenario: what may be written, what was written, where, and with what
 * provenance.
 *
 * <p>May import {@code calculation} only. A {@link org.advalorem.facts.FieldSet} declares the {@link
 * org.advalorem.facts.Field fields} of one kind of mapping; {@link org.advalorem.facts.Facts} is the checked view of
 * one mapping, in which every quantity is an input of the calculation, registered under its {@link
 * org.advalorem.facts.Address address}. The mappings themselves are {@link org.advalorem.facts.SourceNode} trees, made
 * by the file reader or in Java.
 *
 * <p>Internal: may change in any version.
 */
@NullMarked
package org.advalorem.facts;

import org.jspecify.annotations.NullMarked;
