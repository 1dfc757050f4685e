package org.advalorem.whatif;

/** What long work tells how far it is, and what may stop it. */
@FunctionalInterface
public interface Progress {
    /** Nobody listens, nobody stops. */
    Progress NONE = (what, done, total) -> true;

    /**
     * So much is done.
     *
     * @param what the part of the work, in a few words
     * @param total of the same kind as {@code done}; what is left may turn out less
     * @return whether to go on
     */
    boolean reached(String what, long done, long total);
}
