package org.advalorem.facts;

import java.util.Locale;
import java.util.Optional;

/** What a rate without a percent sign means: {@code 4.35} in percent, or {@code 0.0435} as a fraction. */
enum RateUnit {
    /** 4.35 is 4.35 %. */
    PERCENT,
    /** 0.0435 is 4.35 %. */
    FRACTION;

    /** The unit written for a column of rates: {@code percent}, {@code %} or {@code fraction}. */
    static Optional<RateUnit> of(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "%", "percent", "pct" -> Optional.of(PERCENT);
            case "fraction", "1" -> Optional.of(FRACTION);
            default -> Optional.empty();
        };
    }
}
