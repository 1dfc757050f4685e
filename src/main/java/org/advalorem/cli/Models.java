package org.advalorem.cli;

import org.advalorem.whatif.Model;

/** The model that analyses start from, made of a loaded scenario. */
final class Models {
    private Models() {}

    /** The model of a loaded scenario. */
    static Model of(Loaded loaded, Session session) {
        return new Model(
                loaded.scenario(),
                session.programs(),
                loaded.evaluated().determination(),
                loaded.evaluated().values());
    }
}
