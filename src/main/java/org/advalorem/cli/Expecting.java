package org.advalorem.cli;

import java.util.List;

/** Whether results are compared with what the scenario expects. */
enum Expecting {
    /** They are. */
    ALL,
    /** They are not, and the user did not ask for that: it is said. */
    NOT_AFTER_CHANGES,
    /** They are not, as asked for. */
    NOTHING;

    static final String NOTE = "note: expect not checked: values were changed with --set; add --expect to check them";

    /** Not after values were changed on the command line: the scenario does not speak of those. */
    static Expecting unlessChanged(List<String> sets) {
        return sets.isEmpty() ? ALL : NOT_AFTER_CHANGES;
    }
}
