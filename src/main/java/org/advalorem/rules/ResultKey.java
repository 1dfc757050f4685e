package org.advalorem.rules;

import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Address;

/** The identity of a result: a measure of a subject. */
public record ResultKey(Subject subject, Measure measure) {
    /** The key at an address such as {@code companies.zhongji.rate}; empty if no result has an address of that form. */
    public static Optional<ResultKey> of(Address address) {
        List<String> segments = address.segments();
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        String last = segments.get(segments.size() - 1);
        for (Measure measure : Measure.values()) {
            if (measure.word().equals(last)) {
                Optional<Subject> subject = Subject.of(segments.subList(0, segments.size() - 1));
                return subject.isPresent() ? Optional.of(subject.get().key(measure)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * The key written as an address such as {@code companies.zhongji.rate}.
     *
     * @throws IllegalArgumentException if no result has an address of that form
     */
    public static ResultKey parse(String address) {
        return of(Address.parse(address))
                .orElseThrow(() -> new IllegalArgumentException("(" + address + ") is not the address of a result."));
    }

    /** The subject's address followed by the measure's name. */
    public Address address() {
        return subject.address().child(measure.word());
    }

    /** The key of another measure of the same subject. */
    public ResultKey beside(Measure other) {
        return subject.key(other);
    }

    /** The key as written. */
    @Override
    public String toString() {
        return address().toString();
    }
}
