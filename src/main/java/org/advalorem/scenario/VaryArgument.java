package org.advalorem.scenario;

import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;

/**
 * An argument {@code --vary ADDRESS=TEXT} whose text is a range.
 *
 * @param key where the address stands
 * @param origin where the text stands
 */
public record VaryArgument(Address address, String text, Origin key, Origin origin) {
    /** The argument read; nothing, with the problem noted, when it has no address or no equals sign. */
    public static Optional<VaryArgument> read(String argument, Problems problems) {
        return AddressArgument.parse(AddressArgument.RANGE, argument, problems).map(split -> {
            SourceNode.Scalar scalar = split.scalar();
            return new VaryArgument(split.address(), scalar.text(), split.whole(), scalar.origin());
        });
    }
}
