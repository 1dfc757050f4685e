package org.advalorem.report;

import java.util.IdentityHashMap;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;
import org.advalorem.rules.AllOthersResult;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Rate;

/**
 * The de minimis verdict on a company.
 *
 * @param deMinimis the verdict on the unrounded rate
 * @param flipped whether the published rate would yield the opposite verdict
 * @param comparison in the digits compared: {@code 0.995% is below 1%}
 */
record Verdict(boolean deMinimis, boolean flipped, String comparison) {

    static Verdict of(EvaluatedScenario scenario, CompanyResult company) {
        boolean deMinimis = scenario.values().holds(company.deMinimis());
        boolean published = scenario.values().holds(company.deMinimisAsPublished());
        String relation = company.inclusive() ? "at most " : "below ";
        return new Verdict(
                deMinimis,
                deMinimis != published,
                compared(scenario.value(company.rate())) + " is " + (deMinimis ? "" : "not ") + relation
                        + compared(scenario.value(company.threshold())));
    }

    private static String compared(double rate) {
        return Double.isFinite(rate)
                ? Figure.EXACT_RATE.finite(LegalDecimals.legal(rate))
                : Figure.EXACT_RATE.text(rate);
    }

    /**
     * The verdict in words: de minimis or not for a company, negative or affirmative for a determination, met or not for a
     * screen.
     */
    static String words(ResultKey key, boolean holds) {
        return key.measure() == Measure.NEGATIVE
                ? ofDetermination(holds)
                : key.measure() == Measure.MET ? (holds ? "met" : "not met") : words(holds);
    }

    /** The verdict in one line, for a table. */
    String words() {
        return words(deMinimis);
    }

    /** The verdict on the all-others rate of a review; empty if there is none. */
    static String words(EvaluatedScenario scenario, AllOthersResult allOthers) {
        return allOthers
                .deMinimis()
                .map(verdict -> words(scenario.values().holds(verdict)))
                .orElse("");
    }

    /** The verdict on a rate in words; empty for all others in an affirmative determination of an investigation. */
    static String words(Rate rate) {
        return rate.none()
                ? "none: negative determination"
                : rate.deMinimis().map(deMinimis -> words(deMinimis)).orElse("");
    }

    /** The verdict on a company in words. */
    static String words(boolean deMinimis) {
        return deMinimis ? "de minimis" : "not de minimis";
    }

    /** The determination in words. */
    static String ofDetermination(boolean negative) {
        return negative ? "negative" : "affirmative";
    }

    /** The authorities of the steps of an outline, by what they show; of several that show the same, the first. */
    static IdentityHashMap<Term, Authority> authorities(Outline.Section outline) {
        IdentityHashMap<Term, Authority> found = new IdentityHashMap<>();
        collect(outline, found);
        return found;
    }

    private static void collect(Outline.Section section, IdentityHashMap<Term, Authority> found) {
        for (Outline.Item item : section.items()) {
            if (item instanceof Outline.Line line) {
                found.putIfAbsent(line.term(), line.authority());
            } else if (item instanceof Outline.Section inner) {
                collect(inner, found);
            }
        }
    }
}
