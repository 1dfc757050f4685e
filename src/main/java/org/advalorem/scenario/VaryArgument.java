package org.advalorem.scenario;

import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;

/**
 * A command-line argument {@code --vary ADDRESS=TEXT} whose text is a range.
 *
 * @param address the address, with the items of lists by name
 * @param key where the address is written
 * @param origin where the text is written
 */
public record VaryArgument(Address address, String text, Origin key, Origin origin) {
    /**
     * The parsed argument; empty if it has no valid address or no equals sign, in which case the problem is reported.
     */
    public static Optional<VaryArgument> read(Scenario scenario, String argument, Problems problems) {
        return AddressArgument.parse(AddressArgument.RANGE, argument, problems).map(split -> {
            SourceNode.Scalar scalar = split.scalar();
            return new VaryArgument(scenario.named(split.address()), scalar.text(), split.whole(), scalar.origin());
        });
    }
}
