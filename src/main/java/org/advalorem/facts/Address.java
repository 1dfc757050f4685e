package org.advalorem.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of a value in a scenario: keys from the root, joined by dots. Items of a list are named by what identifies
 * them, or by their position from 1. A segment that contains a dot, a quote, a space or an equals sign is written in
 * single quotes, with any quote in it doubled: {@code companies.'A.B. Ltd'.currency}.
 *
 * @param segments keys from the root
 */
public record Address(List<String> segments) {
    /** The address of the whole scenario. */
    public static final Address ROOT = new Address(List.of());

    /** Copies the list. */
    public Address {
        segments = List.copyOf(segments);
    }

    /**
     * The address parsed from its written form.
     *
     * @param text as written in a file: {@code companies.zhongji.currency}
     * @throws IllegalArgumentException if a quote is not closed, text follows a closing quote, or a segment is empty
     */
    public static Address parse(String text) {
        List<String> segments = new ArrayList<>();
        int i = 0;
        while (i <= text.length()) {
            StringBuilder segment = new StringBuilder();
            if (i < text.length() && text.charAt(i) == '\'') {
                i++;
                while (true) {
                    if (i >= text.length()) {
                        throw new IllegalArgumentException(
                                "The address (" + text + ") has a quote that is not closed.");
                    }
                    char c = text.charAt(i++);
                    if (c != '\'') {
                        segment.append(c);
                    } else if (i < text.length() && text.charAt(i) == '\'') {
                        segment.append('\'');
                        i++;
                    } else {
                        break;
                    }
                }
                if (i < text.length() && text.charAt(i) != '.') {
                    throw new IllegalArgumentException("The address (" + text + ") goes on after a closing quote.");
                }
            } else {
                while (i < text.length() && text.charAt(i) != '.') {
                    segment.append(text.charAt(i++));
                }
            }
            if (segment.isEmpty()) {
                throw new IllegalArgumentException("The address (" + text + ") has an empty part.");
            }
            segments.add(segment.toString());
            i++;
        }
        return new Address(segments);
    }

    /** The address of a key directly below this one. */
    public Address child(String key) {
        List<String> longer = new ArrayList<>(segments);
        longer.add(key);
        return new Address(longer);
    }

    /** Whether this is the other address or lies below it. */
    public boolean isBelow(Address other) {
        return segments.size() >= other.segments.size()
                && segments.subList(0, other.segments.size()).equals(other.segments);
    }

    /** The address as written. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String segment : segments) {
            if (!text.isEmpty()) {
                text.append('.');
            }
            text.append(isPlain(segment) ? segment : "'" + segment.replace("'", "''") + "'");
        }
        return text.toString();
    }

    // a loop, since every value read goes through here
    private static boolean isPlain(String segment) {
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == '.' || c == '\'' || c == ' ' || c == '=') {
                return false;
            }
        }
        return true;
    }
}
