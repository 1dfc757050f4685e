package org.advalorem.rules.screens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Measures;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.Problem;
import org.advalorem.rules.screens.Comparison.Relation;

/** One screen being built: its comparisons, its findings, and the steps that it writes into the outline. */
final class ScreenWriter {
    private final String id;
    private final String title;
    private final CalculationBuilder builder;
    private final OutlineBuilder outline;
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<Screen.Finding> findings = new ArrayList<>();

    /**
     * A screen without comparisons.
     *
     * @param above the section that its own is opened in
     */
    ScreenWriter(String id, String title, CalculationBuilder builder, OutlineBuilder above) {
        this.id = id;
        this.title = title;
        this.builder = builder;
        this.outline = above.section(title, Screens.SECTION + "." + id);
    }

    CalculationBuilder builder() {
        return builder;
    }

    OutlineBuilder outline() {
        return outline;
    }

    /** The threshold of a comparison, in words and as a term. */
    record Bound(String words, Term term) {}

    /** A threshold that the law states as a percentage. */
    Bound percent(String fraction, String words) {
        return new Bound(words, builder.fraction(fraction));
    }

    /**
     * Adds a comparison, whose steps it writes.
     *
     * @param name what distinguishes it from the others of the screen; empty if it is the screen's only one, and so its
     *     verdict
     * @param what the number in words
     */
    Comparison compare(
            String name, String what, Term number, Quality quality, Relation relation, Bound bound, Authority law) {
        if (comparisons.stream()
                .noneMatch(other -> other.number() == number && other.what().equals(what))) {
            outline.line(what, number, quality, law);
        }
        if (bound.term().operation() != Operation.LITERAL) {
            outline.line("Threshold, " + bound.words(), bound.term(), quality, law);
        }
        Term met = relation.holds(number, bound.term());
        Comparison comparison = new Comparison(
                name.isEmpty() ? id : id + "-" + name,
                what,
                relation,
                bound.words(),
                number,
                bound.term(),
                number.minus(bound.term()),
                met,
                quality,
                law);
        outline.line(comparison.words(), met, law);
        outline.line(
                "Distance from " + bound.words(),
                comparison.distance(),
                comparison.ofDistance(),
                Authority.derived("number less threshold"));
        comparisons.add(comparison);
        return comparison;
    }

    /** Adds a comparison of days, which are fixed by the dates of the scenario. */
    Comparison days(String name, String what, long days, Relation relation, long bound, String words, Authority law) {
        return compare(
                name,
                what,
                builder.literal(days, Unit.DAY),
                Quality.DAYS,
                relation,
                new Bound(words, builder.literal(bound, Unit.DAY)),
                law);
    }

    /** Adds a sentence that always applies. */
    void finding(String words, Authority law) {
        findings.add(new Screen.Finding(Optional.empty(), words, law));
        outline.note(words, law);
    }

    /** Adds a sentence that applies where a truth holds; the outline states the condition. */
    void finding(Term when, String condition, String words, Authority law) {
        findings.add(new Screen.Finding(Optional.of(when), words, law));
        outline.note("Where " + condition + ": " + words, law);
    }

    /** The finished screen, whose verdict is written as the last step. */
    Screen verdict(String label, Term met, String yes, String no, Authority law) {
        outline.line(label, met, law);
        return new Screen(id, title, comparisons, met, yes, no, law, findings);
    }

    /** All comparisons together. */
    Term all() {
        return comparisons.stream().map(Comparison::met).reduce(Term::and).orElseGet(() -> builder.truth(true));
    }

    /**
     * A quantity in the unit of another.
     *
     * @throws org.advalorem.facts.UnusableFactsException if it measures something else; the problem has been noted
     */
    static Term inUnitOf(Term first, Field<Term> firstField, Term amount, Field<Term> field, Facts facts) {
        return Measures.convert(amount, first.unit())
                .orElseThrow(() -> facts.problem(
                        Problem.Code.AV206,
                        field,
                        "(" + facts.address().child(field.name()) + ") is in " + amount.unit() + ", ("
                                + firstField.name() + ") in " + first.unit() + ".",
                        "Write both in units of the same kind."));
    }
}
