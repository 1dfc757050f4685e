package org.advalorem;

import java.util.List;
import java.util.stream.Stream;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Subject;

/** Keys of results by their addresses, and subjects by theirs. */
public final class Keys {
    private Keys() {}

    /** The key of {@code companies.acme.rate}. */
    public static ResultKey of(String address) {
        return ResultKey.parse(address);
    }

    /** The keys of those addresses. */
    public static List<ResultKey> all(String... addresses) {
        return Stream.of(addresses).map(Keys::of).toList();
    }

    /** The subject {@code companies.acme}. */
    public static Subject subject(String address) {
        return of(address + ".rate").subject();
    }
}
