package org.advalorem.engine;

/**
 * Processes elsewhere that do pieces of work. What they do depends on the work and the number of the piece alone, so that a
 * piece may be done anywhere, at any time, and again if its process is lost.
 */
public interface Workers {
    /**
     * Has pieces 0 to {@code pieces - 1} done, and gives their results to {@link Work#take} in order, one at a time, until
     * that returns false.
     *
     * @param pieces not negative
     * @throws RuntimeException the exception of {@link Work#take}, or if a piece cannot be done
     */
    void run(Work work, long pieces);
}
