package org.advalorem.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.advalorem.receipts.Made;
import org.advalorem.scenario.Fingerprint;

/**
 * Which values of a scenario have changed since a result was kept.
 *
 * @param addresses those that differ; empty if none do, if values were added or left out, or if the result does not say
 * @param around the addresses before and after the place where values were added or left out
 */
public record ChangedInputs(List<String> addresses, List<String> around) {
    private static final ChangedInputs NONE = new ChangedInputs(List.of(), List.of());

    /** Copies the lists. */
    public ChangedInputs {
        addresses = List.copyOf(addresses);
        around = List.copyOf(around);
    }

    /**
     * The values that have changed.
     *
     * @param now what the scenario says now; asked only if something has changed
     */
    public static ChangedInputs of(Made kept, Made made, Supplier<Optional<Fingerprint>> now) {
        if (kept.inputs().isEmpty() || kept.inputs().equals(made.inputs())) {
            return NONE;
        }
        String earlier = kept.inputs().get();
        return now.get()
                .map(fingerprint -> fingerprint
                        .changedSince(earlier)
                        .map(addresses -> new ChangedInputs(addresses, List.of()))
                        .orElseGet(() -> new ChangedInputs(List.of(), fingerprint.around(earlier))))
                .orElse(NONE);
    }
}
