package org.advalorem.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.facts.Problems;
import org.advalorem.whatif.Solution.Last;
import org.advalorem.whatif.Solution.Root;
import org.advalorem.whatif.Solution.Tried;

/**
 * Search for the roots between the points of a scan, each found by bisection and recalculated from the value as
 * printed.
 */
final class Roots {
    private static final int HALVINGS = 200;
    /** The largest difference between the results on the two sides of a point at which the result counts as continuous. */
    private static final double CONTINUOUS = 1e-9;

    private final Model model;
    private final Perturbation perturbation;
    private final ValueRange range;
    private final Goal goal;

    Roots(Model model, Perturbation perturbation, ValueRange range, Goal goal) {
        this.model = model;
        this.perturbation = perturbation;
        this.range = range;
        this.goal = goal;
    }

    /** Two neighbouring numbers, one on either side of a point. */
    private record Border(Tried outside, Tried inside) {
        boolean jumps() {
            return Math.abs(inside.result() - outside.result()) > CONTINUOUS * scale(outside.result());
        }
    }

    /** The roots, in the order of the scan. */
    List<Root> of(List<Tried> scan) {
        List<Root> roots = new ArrayList<>();
        int next = 0;
        while (next < scan.size()) {
            int place = next++;
            if (meets(scan.get(place).result())) {
                while (next < scan.size() && meets(scan.get(next).result())) {
                    next++;
                }
                roots.add(stretch(scan, place, next - 1));
            } else if (place > 0
                    && goal.isOneValue()
                    && !meets(scan.get(place - 1).result())
                    && isLess(scan.get(place - 1).result())
                            != isLess(scan.get(place).result())) {
                passing(scan.get(place - 1), scan.get(place)).ifPresent(roots::add);
            }
        }
        return roots;
    }

    private boolean meets(double result) {
        return goal.isMetBy(result);
    }

    /** What a tolerance is a share of: 1 for rates, the size itself for amounts of money. */
    private static double scale(double result) {
        return Math.max(1.0, Math.abs(result));
    }

    private boolean isLess(double result) {
        return result < goal.value();
    }

    /** The root for a stretch of scanned points that meet the goal; its ends lie between them and their neighbours. */
    private Root stretch(List<Tried> scan, int first, int last) {
        Tried from = scan.get(first);
        Tried to = scan.get(last);
        Optional<Border> start = first == 0 ? Optional.empty() : border(scan.get(first - 1), from, this::meets);
        Optional<Border> end = last == scan.size() - 1 ? Optional.empty() : border(scan.get(last + 1), to, this::meets);
        boolean alone = goal.isOneValue()
                && first == last
                && start.filter(Border::jumps).isEmpty()
                && end.filter(Border::jumps).isEmpty();
        return alone
                ? new Root(
                        perturbation.text(from.number(), model),
                        from.number().doubleValue(),
                        goal.value(),
                        goal.value(),
                        false,
                        Optional.empty(),
                        Optional.empty())
                : stretch(end(start, from, to), end(end, to, from));
    }

    /** An end of a stretch: the value there, the result just outside, and the limit that is not part of it. */
    private record End(Tried at, Optional<Double> outside, Optional<Limit> limit) {}

    private End end(Optional<Border> border, Tried scanned, Tried far) {
        return border.map(of -> end(of, far)).orElse(new End(scanned, Optional.empty(), Optional.empty()));
    }

    private End end(Border border, Tried far) {
        return new End(
                printed(border, far, this::meets),
                border.jumps() ? Optional.of(border.outside().result()) : Optional.empty(),
                limit(border, this::meets));
    }

    private Root stretch(End from, End to) {
        return new Root(
                perturbation.text(from.at().number(), model),
                from.at().number().doubleValue(),
                from.at().result(),
                from.outside().orElse(from.at().result()),
                false,
                Optional.of(new Last(
                        perturbation.text(to.at().number(), model),
                        to.at().number().doubleValue(),
                        to.outside().orElse(to.at().result()),
                        to.limit())),
                from.limit());
    }

    /** The root between two points on either side of the goal; empty if a point between them cannot be calculated. */
    private Optional<Root> passing(Tried from, Tried to) {
        DoublePredicate far = result -> isLess(result) == isLess(to.result());
        return border(from, to, far).map(border -> {
            Tried near = border.outside();
            if (border.jumps() && meets(border.inside().result())) {
                Optional<Border> end = border(to, border.inside(), this::meets);
                return stretch(end(border, to), end(end, border.inside(), border.inside()));
            }
            if (border.jumps() && meets(near.result())) {
                Optional<Border> start = border(from, near, this::meets);
                return stretch(end(start, near, near), end(new Border(border.inside(), near), from));
            }
            Tried shown = printed(border, to, far);
            return new Root(
                    perturbation.text(shown.number(), model),
                    shown.number().doubleValue(),
                    shown.result(),
                    near.result(),
                    border.jumps(),
                    Optional.empty(),
                    limit(border, far));
        });
    }

    /** The neighbours between which a condition begins to hold; empty if a point between them cannot be calculated. */
    private Optional<Border> border(Tried without, Tried with, DoublePredicate holds) {
        Tried outside = without;
        Tried inside = with;
        for (int i = 0; i < HALVINGS; i++) {
            BigDecimal middle = outside.number()
                    .add(inside.number())
                    .divide(BigDecimal.valueOf(2), Solution.EXACT)
                    .round(Solution.EXACT);
            if (middle.compareTo(outside.number()) == 0 || middle.compareTo(inside.number()) == 0) {
                break;
            }
            Optional<Tried> tried = tried(middle);
            if (tried.isEmpty()) {
                return Optional.empty();
            }
            if (holds.test(tried.get().result())) {
                inside = tried.get();
            } else {
                outside = tried.get();
            }
        }
        return Optional.of(new Border(outside, inside));
    }

    private Optional<Tried> tried(BigDecimal number) {
        return model.with(List.of(perturbation.assignment(number, model, range.key(), range.origin())), new Problems())
                .flatMap(changed -> changed.result(goal.key()))
                .filter(Double::isFinite)
                .map(result -> new Tried(number, result));
    }

    /**
     * The inner side of a border as printed: with few digits beyond a jump, else the shortest number that meets the goal
     * as nearly as doubles can, or the digits of a double.
     */
    private Tried printed(Border border, Tried far, DoublePredicate holds) {
        if (border.jumps() || goal.relation().isStrict()) {
            return shortest(border, far, holds);
        }
        for (BigDecimal number : Limit.candidates(border.inside().number())) {
            Optional<Tried> tried = tried(number).filter(of -> meets(of.result()));
            if (tried.isPresent()) {
                return tried.get();
            }
        }
        BigDecimal number = LegalDecimals.decimal(border.inside().number().doubleValue());
        return tried(number).orElse(new Tried(number, border.inside().result()));
    }

    /** The round number at which a result jumps or reaches a value it must not reach, if the condition does not hold there. */
    private Optional<Limit> limit(Border border, DoublePredicate holds) {
        return border.jumps() || goal.relation().isStrict()
                ? Limit.candidates(border.inside().number()).stream()
                        .findFirst()
                        .flatMap(this::tried)
                        .filter(of -> !holds.test(of.result()))
                        .map(of -> new Limit(
                                perturbation.text(of.number(), model),
                                of.number().doubleValue()))
                : Optional.empty();
    }

    /** The shortest decimal just beyond a jump where the condition still holds. */
    private Tried shortest(Border border, Tried far, DoublePredicate holds) {
        BigDecimal inside = border.inside().number();
        boolean up = inside.compareTo(border.outside().number()) > 0;
        for (int digits = 1; digits < Solution.EXACT.getPrecision(); digits++) {
            BigDecimal number = inside.round(new MathContext(digits, up ? RoundingMode.CEILING : RoundingMode.FLOOR));
            boolean within = up ? number.compareTo(far.number()) <= 0 : number.compareTo(far.number()) >= 0;
            // a round number far beyond the jump would not locate it
            boolean close = number.subtract(inside).abs().compareTo(inside.abs().movePointLeft(9)) <= 0;
            if (within && close) {
                Optional<Tried> tried = tried(number).filter(of -> holds.test(of.result()));
                if (tried.isPresent()) {
                    return tried.get();
                }
            }
        }
        return border.inside();
    }
}
