package org.advalorem.cli;

import java.util.Optional;
import org.advalorem.engine.Work;
import org.advalorem.engine.Workers;
import org.jspecify.annotations.Nullable;

/** Workers that do nothing, but keep the work that a command would have done and end the command. */
final class WorkTaken implements Workers {
    private @Nullable Work work;

    /** Thrown in place of the results. */
    static final class EndOfCommand extends RuntimeException {
        private static final long serialVersionUID = 1;

        EndOfCommand() {
            super("The work was taken.");
        }
    }

    @Override
    public void run(Work given, long pieces) {
        work = given;
        throw new EndOfCommand();
    }

    /** The work; empty if the command did not come so far. */
    Optional<Work> work() {
        return Optional.ofNullable(work);
    }
}
