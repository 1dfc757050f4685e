package org.advalorem.cli;

/** The exit codes of all commands. */
final class ExitCode {
    static final int FINE = 0;
    static final int FAILURE = 1;
    static final int BAD_USAGE_OR_SCENARIO = 2;
    static final int EXPECTATION_FAILED = 3;

    /** Ctrl-C: 128 plus the number of the signal, the code with which the virtual machine itself ends. */
    static final int STOPPED = 130;

    /** The reader closed the pipe, as head does: 128 plus the number of the signal that would end other programs. */
    static final int PIPE_CLOSED = 141;

    private ExitCode() {}
}
