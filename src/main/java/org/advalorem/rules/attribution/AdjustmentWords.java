package org.advalorem.rules.attribution;

import java.util.Arrays;
import java.util.List;

/** The vocabulary of the export value adjustment, for questions about it. */
public final class AdjustmentWords {
    private AdjustmentWords() {}

    /**
     * One of the six criteria.
     *
     * @param name the key below {@code criteria}
     */
    public record Criterion(String name, String description) {}

    /** The methods, "none" first. */
    public static List<String> methods() {
        return Arrays.stream(ExportValueAdjustment.Method.values())
                .map(ExportValueAdjustment.Method::toString)
                .toList();
    }

    /** The destinations whose sales the ratio and denominator methods may use, the ratio's default first. */
    public static List<String> destinations() {
        return Arrays.stream(ExportValueAdjustment.Destinations.values())
                .map(ExportValueAdjustment.Destinations::toString)
                .toList();
    }

    /** The criteria, in order. */
    public static List<Criterion> criteria() {
        return ExportValueAdjustment.CRITERIA_FIELDS.fields().stream()
                .map(field -> new Criterion(field.name(), field.description()))
                .toList();
    }
}
