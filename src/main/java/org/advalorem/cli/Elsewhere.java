package org.advalorem.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.advalorem.engine.Workers;

/** The way to processes elsewhere, which run a command up to the work that is to be done and then do pieces of it. */
@FunctionalInterface
public interface Elsewhere {
    /**
     * Workers for a command.
     *
     * @param command what {@link Main#work} needs: the name of the command and its arguments, without options that no result
     *     depends on
     * @param files the files that the command has read when the work begins, as they are named
     */
    Workers workers(List<String> command, Supplier<List<Path>> files);
}
