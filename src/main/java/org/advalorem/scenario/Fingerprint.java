package org.advalorem.scenario;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.advalorem.facts.Address;
import org.advalorem.facts.SourceNode;

/**
 * What a scenario says, value by value, each reduced to {@value #DIGITS} hexadecimal digits: enough to tell which value has
 * changed, too little to tell what it was.
 */
public final class Fingerprint {
    private static final int DIGITS = 4;

    private final List<String> addresses;
    private final String digits;

    private Fingerprint(List<String> addresses, String digits) {
        this.addresses = List.copyOf(addresses);
        this.digits = digits;
    }

    /** The fingerprint of a tree whose data files are named by their digests. */
    static Fingerprint of(SourceNode tree) {
        Map<String, String> values = new TreeMap<>();
        collect(Address.ROOT, tree, values);
        StringBuilder digits = new StringBuilder();
        values.forEach((address, text) ->
                digits.append(Sha256.of((address + '\n' + text).getBytes(StandardCharsets.UTF_8)), 0, DIGITS));
        return new Fingerprint(new ArrayList<>(values.keySet()), digits.toString());
    }

    private static void collect(Address address, SourceNode given, Map<String, String> values) {
        if (given instanceof SourceNode.Scalar scalar) {
            values.put(address.toString(), scalar.text());
        } else if (given instanceof SourceNode.Sequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                collect(address.child(Integer.toString(i + 1)), list.items().get(i), values);
            }
        } else {
            ((SourceNode.Mapping) given).entries().forEach((key, value) -> collect(address.child(key), value, values));
        }
    }

    /** The digits of all values, in the order of their addresses. */
    public String digits() {
        return digits;
    }

    /**
     * The addresses whose values differ from those of an earlier fingerprint; empty if values were added or left out, so that
     * the two cannot be laid side by side.
     *
     * @param earlier the digits of the earlier one
     */
    public Optional<List<String>> changedSince(String earlier) {
        if (earlier.length() != digits.length()) {
            return Optional.empty();
        }
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            if (!earlier.regionMatches(i * DIGITS, digits, i * DIGITS, DIGITS)) {
                changed.add(addresses.get(i));
            }
        }
        return Optional.of(changed);
    }

    /**
     * The last address before, and the first after, the place where values were added or left out since an earlier
     * fingerprint.
     *
     * @param earlier the digits of the earlier one
     */
    public List<String> around(String earlier) {
        int same = 0;
        while (same < addresses.size() && earlier.regionMatches(same * DIGITS, digits, same * DIGITS, DIGITS)) {
            same++;
        }
        int sameAtEnd = 0;
        while (sameAtEnd < addresses.size() - same
                && earlier.length() >= (same + sameAtEnd + 1) * DIGITS
                && earlier.regionMatches(
                        earlier.length() - (sameAtEnd + 1) * DIGITS,
                        digits,
                        digits.length() - (sameAtEnd + 1) * DIGITS,
                        DIGITS)) {
            sameAtEnd++;
        }
        List<String> around = new ArrayList<>();
        if (same > 0) {
            around.add(addresses.get(same - 1));
        }
        if (sameAtEnd > 0) {
            around.add(addresses.get(addresses.size() - sameAtEnd));
        }
        return around;
    }
}
