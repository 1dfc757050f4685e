package org.advalorem.cli;

import java.util.List;

/** Whether results are compared with what the scenario expects. */
enum Expecting {
    /** All are compared. */
    ALL,
    /** None is compared because values were changed, which a note says. */
    NOT_AFTER_CHANGES,
    /** None is compared, as asked. */
    NOTHING;

    static final String NOTE =
            "note: expectations not checked because --set changed values; add --expect to check them";

    /** All, unless the command line changes values: the scenario's expectations hold for the scenario as written. */
    static Expecting unlessChanged(List<String> sets) {
        return sets.isEmpty() ? ALL : NOT_AFTER_CHANGES;
    }
}
