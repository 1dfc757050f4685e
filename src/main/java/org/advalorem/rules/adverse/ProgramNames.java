package org.advalorem.rules.adverse;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of programs, which are the same where their letters and digits are, whatever stands between them. */
final class ProgramNames {
    private final Set<String> plain;

    ProgramNames(Collection<String> names) {
        this.plain = names.stream().map(ProgramNames::plain).collect(Collectors.toUnmodifiableSet());
    }

    boolean contain(String name) {
        return plain.contains(plain(name));
    }

    boolean isEmpty() {
        return plain.isEmpty();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
