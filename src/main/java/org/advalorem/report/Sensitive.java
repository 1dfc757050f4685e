package org.advalorem.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.ResultKey;
import org.advalorem.rules.Subject;
import org.advalorem.whatif.Estimate;
import org.advalorem.whatif.SobolAnalysis;

/** The elements shared by the two sensitivity reports. */
final class Sensitive {
    /** The estimate of what cannot be estimated. */
    static final Estimate NO_ESTIMATE = new Estimate(Double.NaN, Double.NaN, Double.NaN);

    private static final int PER_CENT = 2;
    private static final int POINT_PLACES = 4;

    private Sensitive() {}

    /** The name of a result: the company's rate with its id, that of all others, or what else is measured. */
    static String name(EvaluatedScenario scenario, ResultKey key) {
        if (OtherResults.isOther(key)) {
            return OtherResults.name(scenario, key);
        }
        Subject subject = key.subject();
        String part =
                subject.scope().words(scenario.determination().proceeding().period());
        return switch (subject.level()) {
            case COMPANY ->
                scenario.company(subject).map(CompanyResult::name).orElse("") + " (" + subject.company() + ")" + part
                        + ": net subsidy rate";
            case ALL_OTHERS -> "All-others rate" + part;
            case PROGRAM, USE, NOT_SELECTED, DETERMINATION, ANTIDUMPING, SCREEN, EXPOSURE, IMPORTS ->
                scenario.name(key);
        };
    }

    /** The value of a result. */
    static String value(ResultKey key, double value) {
        return OtherResults.isOther(key) ? OtherResults.value(key, value) : Figure.RATE.text(value);
    }

    /** The number with the given number of decimals; {@code n/a} if it is not finite. */
    static String number(double value, int places) {
        if (!Double.isFinite(value)) {
            return Figure.NONE;
        }
        BigDecimal rounded = LegalDecimals.decimal(value).setScale(places, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString();
    }

    /** A difference between rates in percentage points, with the unit. */
    static String points(double fraction) {
        return Double.isFinite(fraction) ? barePoints(fraction) + " percentage points" : Figure.NONE;
    }

    /** A difference between rates in percentage points, without the unit. */
    static String barePoints(double fraction) {
        return Double.isFinite(fraction)
                ? number(
                        LegalDecimals.decimal(fraction).movePointRight(PER_CENT).doubleValue(), POINT_PLACES)
                : Figure.NONE;
    }

    /** A whole number with thousands separators. */
    static String count(long number) {
        return Figure.COUNT.text((double) number);
    }

    /**
     * Adds what a reader must know of inputs whose estimates say less than they seem to.
     *
     * @param few those whose intervals rest on few events, each with the number of events
     * @param of what all events are, such as {@code 4,096 draws}
     * @param unreached those that the result cannot depend on
     */
    static void notes(
            List<String> few, String of, List<String> unseen, List<String> unreached, Document.Builder document) {
        if (!few.isEmpty()) {
            document.paragraph("Intervals that rest on few events, and may be too narrow; in brackets, how many of "
                    + of
                    + " changed the result (fewer than " + SobolAnalysis.FEW_EVENTS + "): " + String.join(", ", few)
                    + ".");
        }
        unseen(unseen, document);
        if (!unreached.isEmpty()) {
            document.paragraph("Nothing in it depends on: " + String.join(", ", unreached) + ".");
        }
    }

    /** Adds the inputs whose effect, if there is one, was not seen, each with what was tried. */
    static void unseen(List<String> unseen, Document.Builder document) {
        if (!unseen.isEmpty()) {
            document.paragraph(
                    "Not estimated, although the result may depend on them; all else holds as if these inputs did"
                            + " not move:");
            document.items(unseen);
        }
    }

    /** Adds whether the calculation leads from an input to a result. */
    static <R> ListingType<R> reaches(ListingType<R> type, Predicate<R> reaches) {
        return type.truth(
                "reaches",
                reaches,
                "Whether the calculation leads from the input to the result; if not, the result does not depend on it.");
    }

    /** Adds an estimate and the bounds of its 95 percent confidence interval. */
    static <R> ListingType<R> estimate(ListingType<R> type, String name, Function<R, Estimate> of, String doc) {
        return type.number(Figure.PLAIN, name, row -> of.apply(row).value(), doc)
                .number(
                        Figure.PLAIN,
                        name + "-low",
                        row -> of.apply(row).low(),
                        "The low end of its 95 percent interval.")
                .number(Figure.PLAIN, name + "-high", row -> of.apply(row).high(), "The high end of that interval.");
    }

    /** A rank and the item that holds it. */
    record Ranked<T>(int rank, T of) {}

    /** The items of a ranking with their ranks, from 1. */
    static <T> List<Ranked<T>> ranked(List<T> ranking) {
        return IntStream.range(0, ranking.size())
                .mapToObj(i -> new Ranked<>(i + 1, ranking.get(i)))
                .toList();
    }
}
