package org.advalorem.bracketing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what a public version is about to print, and finds what is confidential in it. */
public final class LeakCheck {
    private final Numbers numbers;
    private final Map<String, Pattern> words;

    /**
     * Something confidential in a text.
     *
     * @param line from 1
     * @param text as it is written there
     */
    public record Leak(int line, String text) {}

    /** A check of what a version prints. */
    public LeakCheck(PublicVersion version) {
        this.numbers = Numbers.of(version.disclosed());
        this.words = version.names();
    }

    /** What is confidential in a text, in order. */
    public List<Leak> leaks(String text) {
        List<Leak> leaks = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int line = i + 1;
            numbers.find(lines[i], (number, at) -> leaks.add(new Leak(line, number)));
            for (Map.Entry<String, Pattern> word : words.entrySet()) {
                if (lines[i].contains(word.getKey())
                        && word.getValue().matcher(lines[i]).find()) {
                    leaks.add(new Leak(line, word.getKey()));
                }
            }
        }
        return leaks;
    }
}
