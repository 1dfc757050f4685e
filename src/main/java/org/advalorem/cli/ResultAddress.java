package org.advalorem.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.facts.Address;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.ShortAddress;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Results;

/** The address of a result in an argument, whole or short. */
final class ResultAddress {
    private static final int MOST_NAMED = 12;

    private ResultAddress() {}

    /**
     * The result at an address or, if no result has it, the one for which it is short; the reader is told which.
     *
     * @throws UsageException if there is none, or it is short for several
     */
    static ResultKey of(String written, Results results, Console console) {
        Optional<Address> address = address(written);
        Optional<ResultKey> exact = address.flatMap(results::key);
        if (exact.isPresent()) {
            return exact.get();
        }
        List<Address> all = results.keys().stream().map(ResultKey::address).toList();
        List<Address> meant =
                address.map(shorter -> ShortAddress.meant(shorter, all)).orElse(List.of());
        if (meant.size() > 1) {
            throw UsageException.of(
                    "(" + written + ") is short for " + meant.size() + " results: "
                            + meant.stream()
                                    .limit(MOST_NAMED)
                                    .map(Address::toString)
                                    .collect(Collectors.joining(", "))
                            + (meant.size() > MOST_NAMED ? ", ..." : "") + ".",
                    "Write more of the address of one of them.");
        }
        if (meant.isEmpty()) {
            throw UsageException.of(
                    "There is no result (" + written + ").", Nearest.advice(written, results.addresses()));
        }
        console.tell("note: (" + written + ") is (" + meant.get(0) + ")");
        return results.key(meant.get(0)).orElseThrow();
    }

    private static Optional<Address> address(String text) {
        try {
            return Optional.of(Address.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
