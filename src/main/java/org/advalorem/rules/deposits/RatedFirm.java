package org.advalorem.rules.deposits;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.advalorem.calculation.Term;

/**
 * A respondent, or all others, with what a cash deposit needs of its determination.
 *
 * @param id the id of the company; {@code all-others}
 * @param published the published countervailing rate
 * @param deMinimis the verdict
 * @param exportContingent the part of the rate attributable to export subsidies
 * @param entirelyFactsAvailable whether the rate rests entirely on facts available
 * @param programs the rates of its programs as they enter the published sum, by id
 */
public record RatedFirm(
        String id,
        String name,
        Term published,
        Term deMinimis,
        Term exportContingent,
        boolean entirelyFactsAvailable,
        Map<String, Term> programs) {
    /** Copies the map. */
    public RatedFirm {
        programs = Collections.unmodifiableMap(new LinkedHashMap<>(programs));
    }

    /** Whether that is its name or its id. */
    boolean isCalled(FirmName firm) {
        return FirmName.of(name).equals(firm) || FirmName.of(id).equals(firm);
    }
}
