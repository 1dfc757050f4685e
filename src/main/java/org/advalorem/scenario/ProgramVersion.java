package org.advalorem.scenario;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the program: {@code 0.1.0}. An earlier one comes first. */
public record ProgramVersion(int major, int minor, int patch) implements Comparable<ProgramVersion> {
    private static final Pattern FORM = Pattern.compile("(?:advalorem )?(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})");
    private static final Comparator<ProgramVersion> ORDER = Comparator.comparingInt(ProgramVersion::major)
            .thenComparingInt(ProgramVersion::minor)
            .thenComparingInt(ProgramVersion::patch);

    /**
     * The version that a text names; empty if it names none.
     *
     * @param text {@code 0.1.0}, or {@code advalorem 0.1.0} as results say it
     */
    public static Optional<ProgramVersion> parse(String text) {
        Matcher written = FORM.matcher(text);
        return written.matches()
                ? Optional.of(new ProgramVersion(part(written, 1), part(written, 2), part(written, 3)))
                : Optional.empty();
    }

    private static int part(Matcher written, int place) {
        return Integer.parseInt(written.group(place));
    }

    @Override
    public int compareTo(ProgramVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
