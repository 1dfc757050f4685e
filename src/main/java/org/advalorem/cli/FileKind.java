package org.advalorem.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of file that a command writes, by the endings that its names may have. An ending tells other programs what a file
 * is, so one that belongs to nothing that can be written is refused.
 *
 * @param what what is written, such as {@code a report}
 * @param endings those of the formats that there are, such as {@code .csv}
 * @param needsOne whether the ending alone says which of them is meant, so that there must be one
 */
record FileKind(String what, List<String> endings, boolean needsOne) {
    /** An ending has a letter, unlike the end of {@code rates-2016.06}. */
    private static final Pattern ENDING = Pattern.compile("(?s).+(\\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]+)");

    /** Copies the list. */
    FileKind {
        endings = List.copyOf(endings);
    }

    /** Refuses a name whose ending is that of something else, or that has none if it needs one. */
    void check(Path file) {
        Matcher matcher = ENDING.matcher(String.valueOf(file.getFileName()));
        String ending = matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
        if (ending.isEmpty() ? needsOne : !endings.contains(ending)) {
            throw new UsageException("(" + file + ") is not a name for " + what + ". Use one that ends in "
                    + alternatives() + (needsOne ? "." : ", or that has no ending."));
        }
    }

    private String alternatives() {
        int last = endings.size() - 1;
        return last == 0 ? endings.get(0) : String.join(", ", endings.subList(0, last)) + " or " + endings.get(last);
    }
}
