package org.advalorem.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ending of a file's name, which tells other programs what the file is. */
final class FileEnding {
    /** An ending has a letter, unlike the end of {@code rates-2016.06}. */
    private static final Pattern ENDING = Pattern.compile(".+(\\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]+)");

    private FileEnding() {}

    /**
     * Refuses a file whose ending belongs to no format that can be written. A name without an ending promises nothing.
     *
     * @param what what is written, such as {@code a report}
     * @param known the endings of what can be written, such as {@code .csv}
     */
    static void check(Path file, String what, List<String> known) {
        Matcher matcher = ENDING.matcher(String.valueOf(file.getFileName()));
        if (matcher.matches() && !known.contains(matcher.group(1).toLowerCase(Locale.ROOT))) {
            throw new UsageException("(" + file + ") is not a name for " + what + ". Use one that ends in "
                    + alternatives(known) + ", or that has no ending.");
        }
    }

    private static String alternatives(List<String> endings) {
        int last = endings.size() - 1;
        return last == 0 ? endings.get(0) : String.join(", ", endings.subList(0, last)) + " or " + endings.get(last);
    }
}
