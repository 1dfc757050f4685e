package org.advalorem.report;

import org.jspecify.annotations.Nullable;

/** Which program made a report. */
final class ProgramVersion {
    private ProgramVersion() {}

    /** {@code advalorem 1.0}, from the jar's manifest. */
    static String text() {
        @Nullable String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return "advalorem " + (version == null ? "(development)" : version);
    }
}
