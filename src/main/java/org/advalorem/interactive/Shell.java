package org.advalorem.interactive;

import java.util.List;

/** JShell with the library. */
final class Shell {
    private Shell() {}

    static int start(List<String> files, List<String> settings, List<String> options) {
        throw new UnsupportedOperationException();
    }
}
