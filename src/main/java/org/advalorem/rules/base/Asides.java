package org.advalorem.rules.base;

import java.util.function.Consumer;

/**
 * The receivers of what a calculation finds beside its numbers.
 *
 * @param leftOut of the items that no rate counts
 * @param compared of the terms on which benchmark prices are compared
 */
public record Asides(Consumer<LeftOut> leftOut, Consumer<ComparedPrice> compared) {}
