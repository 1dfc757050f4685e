package org.advalorem.cli;

import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.advalorem.plot.Chart;

/** The windows of one run, and the service that opens them, which is looked for when one is asked for. */
final class Windows {
    private final Supplier<Optional<Interactive>> service;
    private Optional<Interactive> found = Optional.empty();
    private boolean opened;

    private Windows(Supplier<Optional<Interactive>> service) {
        this.service = service;
    }

    /** Windows of the service on the class path. */
    static Windows loaded() {
        return new Windows(() -> ServiceLoader.load(Interactive.class).findFirst());
    }

    /** Windows of that service. */
    static Windows of(Interactive service) {
        return new Windows(() -> Optional.of(service));
    }

    /**
     * The service.
     *
     * @param option what needs it
     */
    Interactive service(String option) {
        if (found.isEmpty()) {
            found = service.get();
        }
        return found.orElseThrow(
                () -> new UsageException(
                        "(" + option + ") needs the libraries of the folder (interactive),"
                                + " which are not there. Start with the launcher (advalorem), which adds them, or unpack the archive again."));
    }

    /** Why none can be opened, as a clause; empty if one can. */
    String obstacle() {
        return service(ChartOption.SHOW).obstacle();
    }

    void show(Chart chart) {
        service(ChartOption.SHOW).show(chart);
        opened = true;
    }

    /** Waits until the user has closed all that were opened. */
    void await() {
        if (opened) {
            found.ifPresent(Interactive::await);
        }
    }
}
