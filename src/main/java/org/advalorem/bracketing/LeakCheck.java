package org.advalorem.bracketing;

import java.util.ArrayList;
import java.util.List;

/** Reads what a public version is about to print, and finds what is confidential in it. */
public final class LeakCheck {
    private LeakCheck() {}

    /**
     * Something confidential in a text.
     *
     * @param line from 1
     * @param text as it is written there
     */
    public record Leak(int line, String text) {}

    /** What is confidential in a text that a version prints, in order. */
    public static List<Leak> of(PublicVersion version, String text) {
        List<Leak> leaks = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int line = i + 1;
            version.redaction().find(lines[i], found -> leaks.add(new Leak(line, found)));
        }
        return leaks;
    }
}
