package org.advalorem.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of a value in a scenario: keys from the root, joined by dots. Items of a list are named by what identifies
 * them, or by their place from 1. A segment that holds a dot, a quote or a space is written in single quotes, a quote in
 * it twice: {@code companies.'A.B. Ltd'.currency}.
 *
 * @param segments keys from the root
 */
public record Address(List<String> segments) {
    /** The whole scenario. */
    public static final Address ROOT = new Address(List.of());

    /** Copies the list. */
    public Address {
        segments = List.copyOf(segments);
    }

    /**
     * The address written so.
     *
     * @throws IllegalArgumentException when a quote is not closed or a segment is empty
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

    /** The address of a key below this one. */
    public Address child(String key) {
        List<String> longer = new ArrayList<>(segments);
        longer.add(key);
        return new Address(longer);
    }

    /** Whether this is below the other, or the other itself. */
    public boolean isBelow(Address other) {
        return segments.size() >= other.segments.size()
                && segments.subList(0, other.segments.size()).equals(other.segments);
    }

    /** As written. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String segment : segments) {
            if (!text.isEmpty()) {
                text.append('.');
            }
            boolean plain = segment.chars().noneMatch(c -> c == '.' || c == '\'' || c == ' ' || c == '=');
            text.append(plain ? segment : "'" + segment.replace("'", "''") + "'");
        }
        return text.toString();
    }
}
