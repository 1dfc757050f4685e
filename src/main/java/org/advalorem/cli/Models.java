package org.advalorem.cli;

import org.advalorem.whatif.Model;

/** The way from a scenario that was read to an analysis of it. */
final class Models {
    private Models() {}

    /** The scenario as a model. */
    static Model of(Loaded loaded, Session session) {
        return new Model(
                loaded.scenario(),
                session.programs(),
                loaded.evaluated().determination(),
                loaded.evaluated().values());
    }
}
