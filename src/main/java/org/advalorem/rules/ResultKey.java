package org.advalorem.rules;

import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Address;

/** What a result is: a measure of a subject. */
public record ResultKey(Subject subject, Measure measure) {
    /** The key of that address, such as {@code companies.zhongji.rate}; nothing when no result has an address of that form. */
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
     * The key written so, such as {@code companies.zhongji.rate}.
     *
     * @throws IllegalArgumentException when no result has an address of that form
     */
    public static ResultKey parse(String address) {
        return of(Address.parse(address))
                .orElseThrow(() -> new IllegalArgumentException("(" + address + ") is not the address of a result."));
    }

    /** The address of the subject with the word of the measure. */
    public Address address() {
        return subject.address().child(measure.word());
    }

    /** Another measure of the same subject. */
    public ResultKey beside(Measure other) {
        return subject.key(other);
    }

    /** As written. */
    @Override
    public String toString() {
        return address().toString();
    }
}
