package org.advalorem.scenario;

import org.advalorem.facts.Address;
import org.advalorem.facts.Origin;
import org.advalorem.facts.SourceNode;

/**
 * A value for an address, from {@code set}, {@code --set}, a contested issue or a user's query.
 *
 * @param value the new value, a change such as {@code times 1.05}, or {@code none}
 * @param origin where the address is written
 */
public record Assignment(Address address, SourceNode value, Origin origin) {}
