package org.advalorem.receipts;

import java.util.ArrayList;
import java.util.List;

/** The words of a command, as a shell takes them apart. */
final class CommandWords {
    private CommandWords() {}

    /** The words; quoted parts in single quotation marks, anything after a backslash as it is. */
    static List<String> of(String typed) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
                begun = true;
            } else if (c == '\\' && !quoted && i + 1 < typed.length()) {
                i++;
                word.append(typed.charAt(i));
                begun = true;
            } else if (c == ' ' && !quoted) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
