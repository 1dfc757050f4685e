package org.advalorem.report.workbook;

import java.util.Optional;
import org.advalorem.facts.Provenance.Status;

/**
 * How a cell looks.
 *
 * @param role what it is for
 * @param format the number format; empty for text
 * @param status how well an input is established; empty for anything else
 */
record Look(Role role, String format, Optional<Status> status) {
    /** What a cell is for. */
    enum Role {
        TITLE,
        PART,
        SECTION,
        HEADING,
        NUMBER_HEADING,
        UNIT,
        NUMBER_UNIT,
        LABEL,
        TEXT,
        WRAPPED,
        WARNING,
        VALUE,
        RESULT,
        STEP,
        STEP_LABEL,
        INPUT,
        CONSTANT,
        LINK
    }

    static Look of(Role role) {
        return new Look(role, "", Optional.empty());
    }

    static Look of(Role role, String format) {
        return new Look(role, format, Optional.empty());
    }

    static Look input(String format, Status status) {
        return new Look(Role.INPUT, format, Optional.of(status));
    }
}
