package org.advalorem.report;

import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;

/** Results other than rates and verdicts, such as deposits and amounts owed: their names, and numbers by their kind. */
final class OtherResults {
    private OtherResults() {}

    /** Whether a result is a number, but not a rate of a company, of a program or of all others. */
    static boolean isOther(ResultKey key) {
        return !key.measure().isTruth() && key.measure() != Measure.RATE && key.measure() != Measure.RATE_UNROUNDED;
    }

    /** What a result is called in a sentence. */
    static String word(ResultKey key) {
        return isOther(key) ? "result" : "rate";
    }

    /** The name of the subject with what is measured, and the unit: {@code Acme, deposit}, {@code exposure, owed (USD)}. */
    static String name(EvaluatedScenario scenario, ResultKey key) {
        String unit = isShare(key)
                ? ""
                : scenario.determination()
                        .results()
                        .find(key)
                        .map(term -> " (" + Figure.unitText(term.unit()) + ")")
                        .orElse("");
        return scenario.name(key) + ", " + key.measure().word().replace('-', ' ') + unit;
    }

    /** The value of a result. */
    static String value(ResultKey key, double value) {
        return isShare(key) ? Figure.SHORT_RATE.text(value) : figure(key).text(value);
    }

    /** A difference between values of a result, such as its standard deviation. */
    static String difference(ResultKey key, double difference) {
        return isShare(key) ? Figure.POINTS.text(difference) : figure(key).text(difference);
    }

    /** The format of a result for programs: amounts have no percent sign anywhere. */
    static Figure forPrograms(ResultKey key) {
        return key.measure().isTruth() ? Figure.TRUTH : isShare(key) ? Figure.RATE : Figure.PLAIN;
    }

    private static Figure figure(ResultKey key) {
        return Figure.of(key.measure().quality());
    }

    /** Whether it is a fraction, printed in percent. */
    static boolean isShare(ResultKey key) {
        return switch (key.measure().quality()) {
            case PUBLISHED_RATE, RATE, SHARE, POINTS -> true;
            case MONEY, PRICE, QUANTITY, COUNT, DAYS, NUMBER, DATE, TRUTH, TEXT -> false;
        };
    }
}
