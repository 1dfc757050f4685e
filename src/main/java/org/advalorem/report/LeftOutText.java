package org.advalorem.report;

import java.util.List;
import org.advalorem.calculation.Term;
import org.advalorem.rules.base.LeftOut;

/** The items that a scenario states but no rate counts, one per line for people and as a listing for programs. */
final class LeftOutText {
    private LeftOutText() {}

    static List<String> of(EvaluatedScenario scenario) {
        return scenario.determination().leftOut().stream()
                .map(leftOut -> line(leftOut, scenario))
                .toList();
    }

    private static String line(LeftOut leftOut, EvaluatedScenario scenario) {
        return "Left out, " + leftOut.why() + ": " + leftOut.count() + " "
                + leftOut.what().word(leftOut.count())
                + leftOut.sum()
                        .map(sum -> ", " + Figure.withUnit(scenario.value(sum), sum.unit()))
                        .orElse("")
                + " (" + leftOut.about() + ").";
    }

    static Listing<LeftOut> listing(EvaluatedScenario scenario) {
        return ListingType.<LeftOut>of("leftOut", "left-out", "What the scenario states but no rate counts.")
                .text("about", LeftOut::about, "The address of the use or the data that states it.")
                .text("what", leftOut -> leftOut.what().toString(), "Purchases, amounts, loans, sales or uses.")
                .number(Figure.COUNT, "count", LeftOut::count, "The number of rows or items.")
                .number(
                        Figure.PLAIN,
                        "sum",
                        leftOut -> leftOut.sum().map(scenario::value).orElse(Double.NaN),
                        "Their total, an amount or a quantity; none where they have none.")
                .text(
                        "unit",
                        leftOut -> leftOut.sum()
                                .map(Term::unit)
                                .map(Object::toString)
                                .orElse(""),
                        "The unit of the sum: CNY, t.")
                .text("reason", leftOut -> leftOut.reason().toString(), "The kind of reason, one of a few words.")
                .text("why", LeftOut::why, "The reason in words.")
                .of(scenario.determination().leftOut());
    }
}
