package org.advalorem.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of {@code docs} as its reader follows it. A command is an indented line that begins with {@code ./advalorem}; the
 * lines in the fence {@code text} after it are quoted from its output, in order. What the reader copies or writes between
 * commands is done too: {@code cp -r FROM TO}, and a fence {@code yaml FILE} or {@code csv FILE}. Files of the reader are below {@code my-case/},
 * which each page has for itself.
 *
 * @param file the page
 * @param examples its commands, in order
 */
record DocumentedPage(Path file, List<Example> examples) {
    static final String FOLDER = "my-case";
    private static final String INDENT = "    ";
    private static final String COMMAND = INDENT + "./advalorem ";
    private static final String COPY = INDENT + "cp -r ";
    private static final String FENCE = "```";
    private static final String REST = "...";
    private static final Pattern OWN = Pattern.compile("(?<![\\w./-])" + FOLDER + "(?=/|$)");

    /** What the reader does to files before a command. */
    interface Step {
        void in(Path folder) throws IOException;
    }

    /**
     * A command.
     *
     * @param before what the reader does before it
     * @param quoted the lines quoted from its output
     */
    record Example(Path page, String command, List<Step> before, List<String> quoted) {
        /** The words of the command, with the reader's files in that folder. */
        String[] words(Path folder) {
            return ReadmeTest.words(command).stream()
                    .map(word -> OWN.matcher(word)
                            .replaceAll(
                                    Matcher.quoteReplacement(folder.toString().replace('\\', '/'))))
                    .toArray(String[]::new);
        }

        /** The first quoted line that the output does not have after those before it; empty if it has all. */
        String missing(String output) {
            List<String> lines = output.lines().map(String::stripTrailing).toList();
            int from = 0;
            for (String quote : quoted) {
                while (from < lines.size() && !isQuoted(lines.get(from), quote)) {
                    from++;
                }
                if (from == lines.size()) {
                    return quote;
                }
                from++;
            }
            return "";
        }

        private static boolean isQuoted(String line, String quote) {
            return quote.endsWith(REST)
                    ? line.startsWith(
                            quote.substring(0, quote.length() - REST.length()).stripTrailing())
                    : line.equals(quote);
        }

        @Override
        public String toString() {
            return page + ": " + command;
        }
    }

    /** All pages below {@code docs}, decisions apart. */
    static List<DocumentedPage> all() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.startsWith(Path.of("docs/decisions")))
                    .sorted()
                    .map(DocumentedPage::read)
                    .toList();
        }
    }

    /** That page. */
    static DocumentedPage read(Path page) {
        try {
            return of(page, Files.readAllLines(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DocumentedPage of(Path page, List<String> lines) {
        List<Example> examples = new ArrayList<>();
        List<Step> before = new ArrayList<>();
        String fence = "";
        StringBuilder written = new StringBuilder();
        for (String line : lines) {
            boolean ends = line.equals(FENCE) && !fence.isEmpty();
            if (ends && fence.contains(" " + FOLDER + "/")) {
                before.add(writing(fence.substring(fence.indexOf(FOLDER)), written.toString()));
            }
            if (line.startsWith(FENCE)) {
                fence = ends ? "" : line.substring(FENCE.length());
                written.setLength(0);
            } else if (fence.equals("text") && !line.isBlank()) {
                examples.get(examples.size() - 1).quoted().add(line.stripTrailing());
            } else if (!fence.isEmpty()) {
                written.append(line).append('\n');
            } else if (line.startsWith(COMMAND)) {
                examples.add(new Example(
                        page, line.substring(COMMAND.length()).strip(), List.copyOf(before), new ArrayList<>()));
                before.clear();
            } else if (line.startsWith(COPY)) {
                String[] fromAndTo = line.substring(COPY.length()).strip().split(" ", -1);
                before.add(folder -> copy(Path.of(fromAndTo[0]), own(folder, fromAndTo[1])));
            }
        }
        return new DocumentedPage(page, examples);
    }

    private static Step writing(String file, String text) {
        return folder -> {
            Path own = own(folder, file);
            Files.createDirectories(own.getParent());
            Files.writeString(own, text);
        };
    }

    private static Path own(Path folder, String file) {
        return folder.resolve(Path.of(FOLDER).relativize(Path.of(file)));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copied = to.resolve(from.relativize(file));
                Files.createDirectories(copied.getParent());
                Files.copy(file, copied);
            }
        }
    }
}
