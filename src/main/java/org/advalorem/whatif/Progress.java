package org.advalorem.whatif;

/** A listener to the progress of long work, which can stop it. */
@FunctionalInterface
public interface Progress {
    /** A listener that ignores progress and never stops the work. */
    Progress NONE = (what, done, total) -> true;

    /**
     * Reports progress.
     *
     * @param what the part of the work, in a few words
     * @param done the number of units done
     * @param total the number of units expected, an upper bound
     * @return whether to go on
     */
    boolean reached(String what, long done, long total);
}
