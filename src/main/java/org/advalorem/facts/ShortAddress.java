package org.advalorem.facts;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An address written short, as the end of a longer one such as {@code markup}, or as some of its parts in order, such as
 * {@code zhongji.markup}; or with stars, such as {@code programs.*.applied}.
 */
public final class ShortAddress {
    private ShortAddress() {}

    /** Whether the address has a star, and so may stand for several. */
    public static boolean hasStar(Address written) {
        return written.segments().stream().anyMatch(segment -> segment.indexOf('*') >= 0);
    }

    /**
     * The addresses that one may stand for, nearest reading first: those that end in it; otherwise those that have its parts
     * in order and its last part last, or, if it has a star, those that it matches when a star also matches dots.
     *
     * <p>A star within a part matches any characters of that part. A whole address with stars is preferred to the end of
     * one.
     *
     * @param all the addresses that exist
     */
    public static List<Address> meant(Address written, List<Address> all) {
        List<String> parts = written.segments();
        boolean star = hasStar(written);
        List<Address> whole = star
                ? all.stream()
                        .filter(address -> address.segments().size() == parts.size() && endsIn(address, parts))
                        .toList()
                : List.of();
        List<Address> ends = whole.isEmpty()
                ? all.stream().filter(address -> endsIn(address, parts)).toList()
                : whole;
        if (!ends.isEmpty()) {
            return ends;
        }
        AddressPattern pattern = AddressPattern.of(written.toString());
        return all.stream()
                .filter(address -> star ? pattern.matches(address.toString()) : has(address, parts))
                .toList();
    }

    private static boolean endsIn(Address address, List<String> parts) {
        int before = address.segments().size() - parts.size();
        return before >= 0
                && IntStream.range(0, parts.size())
                        .allMatch(i -> matches(parts.get(i), address.segments().get(before + i)));
    }

    private static boolean matches(String part, String segment) {
        return part.indexOf('*') >= 0 ? AddressPattern.of(part).matches(segment) : part.equals(segment);
    }

    private static boolean has(Address address, List<String> parts) {
        List<String> segments = address.segments();
        int found = parts.size() - 1;
        if (segments.isEmpty() || !segments.get(segments.size() - 1).equals(parts.get(found))) {
            return false;
        }
        for (int i = segments.size() - 2; i >= 0 && found > 0; i--) {
            if (segments.get(i).equals(parts.get(found - 1))) {
                found--;
            }
        }
        return found == 0;
    }
}
