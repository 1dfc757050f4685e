package org.advalorem.rules;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One relation between published numbers, from {@code published/published-determinations.yaml}.
 *
 * @param caseId the determination
 * @param facts the relation: its kind and its numbers
 * @param determination everything the file holds on the determination
 */
record PublishedCheck(String caseId, Map<?, ?> facts, Map<?, ?> determination) {
    private static final String TOTAL = "total_rate_percent";
    private static final String MARGIN = "dumping_margin_percent";

    /** All checks of the file, in its order. */
    static List<PublishedCheck> all() {
        List<PublishedCheck> checks = new ArrayList<>();
        for (Map<?, ?> determination : determinations()) {
            for (Object facts : (List<?>) determination.get("checks")) {
                checks.add(new PublishedCheck((String) determination.get("id"), (Map<?, ?>) facts, determination));
            }
        }
        return checks;
    }

    static List<Map<?, ?>> determinations() {
        try (InputStream file = PublishedCheck.class.getResourceAsStream("/published/published-determinations.yaml")) {
            Map<?, ?> all = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file);
            List<Map<?, ?>> determinations = new ArrayList<>();
            ((List<?>) all.get("cases")).forEach(one -> determinations.add((Map<?, ?>) one));
            return determinations;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    String kind() {
        return (String) facts.get("kind");
    }

    String what() {
        Object what = facts.get("what");
        return what == null ? "" : what.toString();
    }

    BigDecimal number(String key) {
        return decimal(facts.get(key));
    }

    List<BigDecimal> numbers(String key) {
        return ((List<?>) facts.get(key)).stream().map(PublishedCheck::decimal).toList();
    }

    /** The total rates of the determination's respondents that rest entirely on facts available. */
    List<BigDecimal> adverse() {
        return totals("afa");
    }

    /** The total rates of the determination's respondents that do not. */
    List<BigDecimal> calculated() {
        return totals("calculated");
    }

    /** The total rates of the determination's respondents. */
    List<BigDecimal> totals() {
        return totals(respondent -> true);
    }

    private List<BigDecimal> totals(String basis) {
        return totals(respondent -> basis.equals(respondent.get("basis")));
    }

    private List<BigDecimal> totals(Predicate<Map<?, ?>> which) {
        return respondents().stream()
                .filter(which)
                .map(respondent -> respondent.get(TOTAL))
                .filter(Objects::nonNull)
                .map(PublishedCheck::decimal)
                .toList();
    }

    private List<Map<?, ?>> respondents() {
        List<Map<?, ?>> respondents = new ArrayList<>();
        ((List<?>) determination.get("respondents")).forEach(one -> respondents.add((Map<?, ?>) one));
        return respondents;
    }

    /** Whether a respondent has that dumping margin and that total rate. */
    boolean isMarginOf(BigDecimal margin, BigDecimal total) {
        return respondents().stream()
                .filter(respondent -> respondent.get(TOTAL) != null && respondent.get(MARGIN) != null)
                .anyMatch(respondent -> decimal(respondent.get(TOTAL)).compareTo(total) == 0
                        && decimal(respondent.get(MARGIN)).compareTo(margin) == 0);
    }

    /** Whether it was made under the law of the European Union. */
    boolean isEuropean() {
        return "EU".equals(determination.get("jurisdiction"));
    }

    /** Whether every number of the relation was published by itself, so that it can fail. */
    boolean isIndependent() {
        return Boolean.TRUE.equals(facts.get("independent"));
    }

    /** The published parts of a published combined rate; that rate itself when its parts are not known. */
    List<BigDecimal> partsOf(BigDecimal combined) {
        List<Map<?, ?>> places = respondents();
        for (Map<?, ?> place : List.copyOf(places)) {
            if (place.get("prelim") instanceof Map<?, ?> preliminary) {
                places.add(preliminary);
            }
        }
        if (((Map<?, ?>) determination.get("inputs")).get("others_prelim") instanceof Map<?, ?> others) {
            places.add(others);
        }
        for (Map<?, ?> place : places) {
            for (List<String> keys :
                    List.of(List.of("combined_percent", TOTAL, "ad_percent"), List.of("combined", "cvd", "ad"))) {
                if (place.get(keys.get(0)) != null
                        && place.get(keys.get(1)) != null
                        && place.get(keys.get(2)) != null
                        && decimal(place.get(keys.get(0))).compareTo(combined) == 0) {
                    return List.of(decimal(place.get(keys.get(1))), decimal(place.get(keys.get(2))));
                }
            }
        }
        return List.of(combined);
    }

    private static BigDecimal decimal(Object number) {
        return new BigDecimal(number.toString());
    }
}
