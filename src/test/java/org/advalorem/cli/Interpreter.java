package org.advalorem.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Other languages in which draws are read, where they are installed. */
enum Interpreter {
    PYTHON(
            "python",
            "python3",
            "-c",
            "import numpy, pandas",
            "There is no python3 with numpy and pandas: the lines in Python are not run."),
    R("r", "Rscript", "-e", "lm", "There is no Rscript: the lines in R are not run.");

    private static final int LONGEST_RUN_IN_SECONDS = 120;

    private final String word;
    private final String program;
    private final String option;
    private final String probe;
    private final String missing;

    Interpreter(String word, String program, String option, String probe, String missing) {
        this.word = word;
        this.program = program;
        this.option = option;
        this.probe = probe;
        this.missing = missing;
    }

    /** A run that came to its end. */
    record Ended(int exit, String text) {}

    /** The word after the fence. */
    String word() {
        return word;
    }

    /** What is said where it is not installed. */
    String missing() {
        return missing;
    }

    /** The program that has what the lines need; empty if there is none. */
    List<String> command() throws IOException, InterruptedException {
        String path = System.getenv().getOrDefault("PATH", "") + java.io.File.pathSeparator + "/usr/bin";
        List<Path> found = Stream.of(path.split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .toList();
        for (Path file : found) {
            if (run(Path.of(""), List.of(file.toString(), option, probe)).exit() == 0) {
                return new ArrayList<>(List.of(file.toString()));
            }
        }
        return List.of();
    }

    /** Runs a command in a folder, with what it prints. */
    static Ended run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path printed = Files.createTempFile("advalorem-", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            if (!process.waitFor(LONGEST_RUN_IN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not come to an end.");
            }
            return new Ended(process.exitValue(), Files.readString(printed, StandardCharsets.UTF_8));
        } finally {
            Files.delete(printed);
        }
    }
}
