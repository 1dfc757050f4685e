package org.advalorem.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.advalorem.plot.Chart;

/**
 * What needs libraries that the program runs without: windows, and the shell. It comes as a service, in a jar that the
 * launcher adds when one of them is asked for.
 */
public interface Interactive {
    /** Why nothing can be shown, as a clause: {@code there is no display}; empty if it can. */
    String obstacle();

    /** Opens a window with that chart, beside those that are open. */
    void show(Chart chart);

    /** Waits until the user has closed all windows. */
    void await();

    /**
     * Starts JShell with the library and, if one is named, a scenario that can be read.
     *
     * @param files of the scenario: the first and its overlays; none for no scenario
     * @param settings {@code ADDRESS=VALUE}, set in it
     * @param script a file of lines to run in place of what the user types
     * @return its exit code
     * @throws IOException if its first lines cannot be written
     */
    int shell(List<String> files, List<String> settings, Optional<String> script) throws IOException;
}
