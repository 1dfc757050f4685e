package org.advalorem.rules.deposits;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The name of a firm, compared without regard to case, punctuation, parentheses and the legal form at its end. Any other
 * difference makes it another firm's name.
 */
public final class FirmName {
    private static final Set<String> LEGAL_FORMS = Set.of(
            "AB",
            "AG",
            "AS",
            "BHD",
            "BV",
            "CO",
            "COMPANY",
            "CORP",
            "CORPORATION",
            "CV",
            "DE",
            "GMBH",
            "INC",
            "INCORPORATED",
            "JSC",
            "KFT",
            "KG",
            "KK",
            "LIMITED",
            "LLC",
            "LLP",
            "LP",
            "LTD",
            "NV",
            "OY",
            "PLC",
            "PRIVATE",
            "PTE",
            "PTY",
            "PVT",
            "SA",
            "SARL",
            "SAS",
            "SDN",
            "SE",
            "SPA",
            "SRL",
            "ZRT");

    /** A slip of the pen in a name of this many letters is one letter. */
    private static final int LETTERS_PER_SLIP = 8;

    private final String written;
    private final List<String> words;

    private FirmName(String written, List<String> words) {
        this.written = written;
        this.words = words;
    }

    /** The name as written. */
    public static FirmName of(String written) {
        String letters = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replace(".", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        List<String> words = new ArrayList<>(Arrays.asList(letters.split(" ")));
        while (words.size() > 1 && LEGAL_FORMS.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        return new FirmName(written, List.copyOf(words));
    }

    /** What is compared. */
    String key() {
        return String.join(" ", words);
    }

    /** The name as a part of an address: {@code sk-on}. */
    String slug() {
        return key().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** The names that resemble this one without being it: one with more words, or nearly the same letters. */
    List<String> resembling(Collection<FirmName> names) {
        return names.stream()
                .filter(other -> !other.equals(this) && resembles(other))
                .map(FirmName::toString)
                .distinct()
                .sorted()
                .toList();
    }

    private boolean resembles(FirmName other) {
        return words.containsAll(other.words)
                || other.words.containsAll(words)
                || distance(key(), other.key()) <= Math.max(1, key().length() / LETTERS_PER_SLIP);
    }

    /** The number of letters to insert, delete or replace. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, column -> column);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FirmName name && name.words.equals(words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }

    /** The name as written. */
    @Override
    public String toString() {
        return written;
    }
}
