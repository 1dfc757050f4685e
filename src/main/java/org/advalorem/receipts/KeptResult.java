package org.advalorem.receipts;

import java.util.List;
import java.util.Locale;

/**
 * A result as it was kept: how it was made, and its values in order, without those that say how it was made.
 */
public record KeptResult(Kind kind, Made made, List<Leaf> values) {
    /** Copies the list. */
    public KeptResult {
        values = List.copyOf(values);
    }

    /** The kind of a file. */
    public enum Kind {
        JSON("json"),
        CSV("csv"),
        MARKDOWN("markdown"),
        TEXT("text");

        private final String format;

        Kind(String format) {
            this.format = format;
        }

        /** The word after {@code --format} that makes such a file. */
        public String format() {
            return format;
        }
    }

    /**
     * Reads a file.
     *
     * @param name its name, whose ending tells its kind
     * @param text its content
     * @throws NoReceiptException if it is no result of this program, or does not say how it was made
     */
    public static KeptResult read(String name, String text) throws NoReceiptException {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".json") || text.stripLeading().startsWith("{")) {
            return JsonResult.read(text);
        }
        if (lower.endsWith(".csv")) {
            return CsvResult.read(text);
        }
        return TextResult.read(text, lower.endsWith(".md") ? Kind.MARKDOWN : Kind.TEXT);
    }
}
