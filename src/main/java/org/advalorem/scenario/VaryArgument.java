package org.advalorem.scenario;

import java.util.List;
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
     * The parsed arguments, one for each value that the address stands for; none, with the problem reported, if it has no
     * valid address. A choice without a text varies over all its words.
     */
    public static List<VaryArgument> read(Scenario scenario, String argument, Problems problems) {
        if (!AddressArgument.hasText(argument)) {
            return withoutText(scenario, argument, problems);
        }
        return AddressArgument.parse(AddressArgument.RANGE, argument, problems).stream()
                .flatMap(split -> {
                    SourceNode.Scalar scalar = split.scalar();
                    return scenario.meant(split.address(), split.whole(), problems).stream()
                            .map(address -> new VaryArgument(address, scalar.text(), split.whole(), scalar.origin()));
                })
                .toList();
    }

    private static List<VaryArgument> withoutText(Scenario scenario, String argument, Problems problems) {
        Origin whole = Origin.of(AddressArgument.RANGE.place(), 0, 1, argument);
        List<Address> meant = VaryForms.addresses(scenario, argument, AddressArgument.RANGE, problems);
        if (!meant.isEmpty()
                && meant.stream().allMatch(address -> !scenario.words(address).isEmpty())) {
            return meant.stream()
                    .map(address -> new VaryArgument(address, String.join(", ", scenario.words(address)), whole, whole))
                    .toList();
        }
        meant.stream().limit(1).forEach(address -> VaryForms.ofRange(scenario, address, whole, problems));
        return List.of();
    }
}
