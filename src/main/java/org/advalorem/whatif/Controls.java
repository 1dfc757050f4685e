package org.advalorem.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Term;
import org.advalorem.engine.Values;
import org.advalorem.facts.Address;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problems;
import org.advalorem.rules.ResultKey;
import org.advalorem.scenario.Assignment;
import org.advalorem.scenario.Issue;
import org.advalorem.uncertainty.Distribution;

/**
 * What the reader of a live report can move: quantities along their ranges, and choices among positions, each combination
 * of which has a calculation of its own.
 *
 * <p>A quantity moves inputs of the calculation. It is offered only if, at both ends of its range, that gives the very bits
 * of every result of the scenario rebuilt with the value set.
 *
 * @param quantities the quantities, in the order stated
 * @param choices the choices, in the order stated: contested issues first
 * @param alternatives the combinations of positions, the last choice varying fastest
 * @param refused what cannot be moved, and why
 */
public record Controls(
        List<Quantity> quantities, List<Choice> choices, List<Alternative> alternatives, List<Refused> refused) {
    /** The largest number of combinations of positions. */
    public static final int MOST = 64;

    private static final MathContext DIGITS = new MathContext(6);
    private static final double RARE = 0.001;
    private static final double FAR = 4;
    private static final int STEPS = 200;
    private static final BigDecimal MANY_DIGITS = new BigDecimal("0.4142135623730950488");
    private static final List<BigDecimal> ROUND_STEPS =
            List.of(BigDecimal.ONE, new BigDecimal("2"), new BigDecimal("5"), BigDecimal.TEN);

    /** Copies the lists. */
    public Controls {
        quantities = List.copyOf(quantities);
        choices = List.copyOf(choices);
        alternatives = List.copyOf(alternatives);
        refused = List.copyOf(refused);
    }

    /**
     * A quantity.
     *
     * @param start the number of the scenario as written; empty for a series, whose numbers differ
     * @param least the smallest number it may take, in the unit of the input; a fraction for a rate
     * @param most the largest
     * @param step between two neighbours of a slider
     * @param inputs the inputs that move together
     * @param reading how the number that is set is read
     */
    public record Quantity(
            Perturbation perturbation,
            Optional<BigDecimal> start,
            BigDecimal least,
            BigDecimal most,
            BigDecimal step,
            List<String> inputs,
            Reading reading) {
        /** Copies the list. */
        public Quantity {
            inputs = List.copyOf(inputs);
        }

        /** The address, as written after {@code --set}. */
        public String address() {
            return perturbation.address().toString();
        }

        /**
         * The numbers of the inputs in a calculation, at a number of the quantity.
         *
         * @param base the inputs of the calculation; those that are not among them do not move
         */
        public Map<String, Double> at(BigDecimal number, Map<String, Term> base) {
            Map<String, Double> numbers = new HashMap<>();
            for (String input : inputs) {
                Optional.ofNullable(base.get(input)).ifPresent(term -> numbers.put(input, moved(number, term)));
            }
            return numbers;
        }

        private double moved(BigDecimal number, Term base) {
            BigDecimal read = base.decimal();
            return switch (perturbation.change()) {
                case REPLACE -> reading.of(number);
                case TIMES -> reading == Reading.TABLE ? doubles(read, number) : reading.of(read.multiply(number));
                case PLUS -> reading == Reading.TABLE ? doubles(read, number) : reading.of(read.add(number));
            };
        }

        private double doubles(BigDecimal base, BigDecimal number) {
            return perturbation.change().apply(base.doubleValue(), number.doubleValue());
        }

        private Quantity within(BigDecimal first, BigDecimal last, Reading read) {
            return new Quantity(perturbation, start, first, last, step, inputs, read);
        }
    }

    /** How a number that is set becomes that of an input. */
    public enum Reading {
        /** The decimal as written. */
        WRITTEN {
            @Override
            double of(BigDecimal number) {
                return number.doubleValue();
            }
        },
        /** A cell of a table, which has fifteen digits. */
        CELL {
            @Override
            double of(BigDecimal number) {
                return new BigDecimal(number.doubleValue()).round(CELL_DIGITS).doubleValue();
            }
        },
        /** A whole table, whose doubles are changed one by one. */
        TABLE {
            @Override
            double of(BigDecimal number) {
                return number.doubleValue();
            }
        };

        private static final MathContext CELL_DIGITS = new MathContext(15);

        abstract double of(BigDecimal number);
    }

    /**
     * A choice.
     *
     * @param name that of the issue, or the address
     * @param issue whether it is a contested issue
     * @param positions the names, the scenario as written among them
     * @param settings for each position, what it sets; nothing for the scenario as written
     * @param base the position of the scenario as written
     */
    public record Choice(
            String name, boolean issue, List<String> positions, List<List<Assignment>> settings, int base) {
        /** Copies the lists. */
        public Choice {
            positions = List.copyOf(positions);
            settings = settings.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A combination of positions.
     *
     * @param positions the index of one position for each choice
     * @param model its calculation; empty if it is impossible
     * @param impossible why; empty if it is not
     */
    public record Alternative(List<Integer> positions, Optional<Model> model, String impossible) {
        /** Copies the list. */
        public Alternative {
            positions = List.copyOf(positions);
        }
    }

    /** What cannot be moved. */
    public record Refused(String address, String why) {}

    /** The index of the scenario as written among the alternatives. */
    public int base() {
        int place = 0;
        for (Choice choice : choices) {
            place = place * choice.positions().size() + choice.base();
        }
        return place;
    }

    /** No controls: the scenario as written is the only alternative. */
    public static Controls none(Model model) {
        return new Controls(
                List.of(), List.of(), List.of(new Alternative(List.of(), Optional.of(model), "")), List.of());
    }

    /**
     * The controls of a scenario.
     *
     * @param uncertain the uncertain inputs
     * @param adjustable what is marked as adjustable, or named on the command line
     * @param threads at least one
     * @param problems receives what is wrong with the issues
     * @throws IllegalArgumentException if {@code threads} is less than one
     * @throws java.util.concurrent.CancellationException if the listener stops the work
     */
    public static Controls of(
            Model model,
            List<UncertainModel.Input> uncertain,
            List<AdjustableRange> adjustable,
            int threads,
            Progress progress,
            Problems problems) {
        return new Builder(model, problems).of(uncertain, adjustable, threads, progress);
    }

    /** The assembler. */
    private static final class Builder {
        private final Model model;
        private final Problems problems;
        private final List<Quantity> quantities = new ArrayList<>();
        private final List<Choice> choices = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();
        private final Set<String> moved = new HashSet<>();
        private int combinations = 1;

        Builder(Model model, Problems problems) {
            this.model = model;
            this.problems = problems;
        }

        Controls of(
                List<UncertainModel.Input> uncertain,
                List<AdjustableRange> adjustable,
                int threads,
                Progress progress) {
            Issue.read(model.scenario(), problems).forEach(issue -> choice(issue, true));
            Set<Address> asked = new HashSet<>();
            for (AdjustableRange entry : adjustable) {
                asked.add(entry.range().address());
                add(entry);
            }
            for (UncertainModel.Input input : uncertain) {
                if (!asked.contains(input.entry().address())) {
                    add(input);
                }
            }
            List<Alternative> alternatives =
                    InOrder.of(combinations, threads, place -> alternative(positions(place)), "combinations", progress);
            return new Controls(quantities, choices, alternatives, refused);
        }

        private void add(AdjustableRange adjustable) {
            ValueRange range = adjustable.range();
            Optional<Perturbation> perturbation = range.perturbation();
            if (perturbation.isPresent()) {
                quantity(perturbation.get(), adjustable.least(), adjustable.most(), range.key(), range.origin());
                return;
            }
            List<Issue.Position> positions = new ArrayList<>();
            for (int place = 0; place < range.size(); place++) {
                positions.add(new Issue.Position(
                        range.values().get(place), List.of(range.assignment(place)), range.origin()));
            }
            choice(new Issue(range.address().toString(), positions, range.key()), false);
        }

        private void add(UncertainModel.Input input) {
            boolean ofIssue = input.entry().address().segments().get(0).equals("issues");
            if (input.perturbation().isPresent()) {
                Distribution distribution = input.distribution();
                quantity(
                        input.perturbation().get(),
                        end(distribution, Distribution.LEAST_PROBABILITY, RARE),
                        end(distribution, 1 - Distribution.LEAST_PROBABILITY, 1 - RARE),
                        input.entry().key(),
                        input.entry().origin());
            } else if (!ofIssue) {
                List<Issue.Position> positions = new ArrayList<>();
                for (int place = 0; place < input.names().size(); place++) {
                    positions.add(new Issue.Position(
                            input.names().get(place),
                            input.positions().get(place),
                            input.entry().origin()));
                }
                choice(new Issue(input.address(), positions, input.entry().key()), false);
            }
        }

        /** The end of a distribution; one that has none, or a very distant one, ends at a rare quantile. */
        private static BigDecimal end(Distribution distribution, double last, double rare) {
            double deviation = distribution.standardDeviation().orElse(0);
            double mean = distribution.mean().orElse(0);
            double end = distribution.quantile(last);
            double found = Math.abs(end - mean) > FAR * deviation ? distribution.quantile(rare) : end;
            return BigDecimal.valueOf(found).round(DIGITS);
        }

        private void choice(Issue of, boolean contested) {
            List<String> positions = new ArrayList<>();
            List<List<Assignment>> settings = new ArrayList<>();
            of.positions().forEach(position -> {
                positions.add(position.name());
                settings.add(position.settings());
            });
            // a position that cannot be had is told as an impossible combination
            int base = IssueTable.base(model, of, new Problems());
            if (base < 0) {
                positions.add(0, IssueTable.AS_WRITTEN);
                settings.add(0, List.of());
                base = 0;
            } else {
                settings.set(base, List.of());
            }
            if (combinations * positions.size() > MOST) {
                refused.add(new Refused(
                        of.name(),
                        "With its " + positions.size() + " positions there would be more than " + MOST
                                + " combinations; advalorem issues has them all."));
                return;
            }
            combinations *= positions.size();
            choices.add(new Choice(of.name(), contested, positions, settings, base));
        }

        private void quantity(Perturbation perturbation, BigDecimal first, BigDecimal last, Origin key, Origin origin) {
            String address = perturbation.address().toString();
            List<String> inputs = perturbation.inputs(model);
            if (inputs.isEmpty()) {
                refused.add(new Refused(
                        address, "It is no number in the calculation, or it also shapes how the rate is calculated."));
                return;
            }
            if (inputs.stream().anyMatch(moved::contains)) {
                refused.add(new Refused(address, "Another control moves the same value."));
                return;
            }
            BigDecimal step = step(first, last);
            Quantity whole =
                    new Quantity(perturbation, start(perturbation), first, last, step, inputs, Reading.WRITTEN);
            Optional<Quantity> quantity = verified(whole, key, origin);
            quantity.ifPresent(of -> {
                moved.addAll(inputs);
                quantities.add(of);
            });
        }

        private Optional<BigDecimal> start(Perturbation perturbation) {
            List<String> inputs = perturbation.inputs(model);
            return switch (perturbation.change()) {
                case TIMES -> Optional.of(BigDecimal.ONE);
                case PLUS -> Optional.of(BigDecimal.ZERO);
                case REPLACE ->
                    inputs.size() > 1
                            ? Optional.empty()
                            : model.determination()
                                    .calculation()
                                    .input(inputs.get(0))
                                    .map(Term::decimal);
            };
        }

        /**
         * The quantity over that part of its range where the scenario can be calculated, with ends on steps of the slider;
         * empty, with the reason noted, if there is none, or if moving it does not give the bits of the scenario rebuilt.
         */
        private Optional<Quantity> verified(Quantity of, Origin key, Origin origin) {
            Map<BigDecimal, Model> rebuilt = new LinkedHashMap<>();
            Problems found = new Problems();
            Optional<BigDecimal> least = reached(
                            of, onStep(of.least(), of, RoundingMode.FLOOR), key, origin, found, rebuilt)
                    .or(() -> reached(of, onStep(of.least(), of, RoundingMode.CEILING), key, origin, found, rebuilt));
            Optional<BigDecimal> most = reached(
                            of, onStep(of.most(), of, RoundingMode.CEILING), key, origin, found, rebuilt)
                    .or(() -> reached(of, onStep(of.most(), of, RoundingMode.FLOOR), key, origin, found, rebuilt));
            // the value as written is always within reach
            Optional<BigDecimal> from =
                    least.map(end -> of.start().map(end::min).orElse(end)).or(of::start);
            Optional<BigDecimal> to =
                    most.map(end -> of.start().map(end::max).orElse(end)).or(of::start);
            if (from.isEmpty() || to.isEmpty() || from.get().compareTo(to.get()) >= 0) {
                refused.add(new Refused(of.address(), IssueTable.reason(found)));
                return Optional.empty();
            }
            // many digits tell the ways of reading apart
            BigDecimal between = from.get().add(to.get().subtract(from.get()).multiply(MANY_DIGITS));
            reached(of, between, key, origin, new Problems(), rebuilt);
            Optional<Quantity> read = Arrays.stream(Reading.values())
                    .map(reading -> of.within(from.get(), to.get(), reading))
                    .filter(as ->
                            rebuilt.entrySet().stream().allMatch(entry -> agrees(as, entry.getKey(), entry.getValue())))
                    .findFirst();
            if (read.isEmpty()) {
                refused.add(
                        new Refused(of.address(), "It changes how the rate is calculated, not only a number in it."));
            } else if (least.isEmpty()) {
                refused.add(new Refused(of.address(), "Below the value as written: " + IssueTable.reason(found)));
            } else if (most.isEmpty()) {
                refused.add(new Refused(of.address(), "Above the value as written: " + IssueTable.reason(found)));
            }
            return read;
        }

        private static BigDecimal onStep(BigDecimal end, Quantity of, RoundingMode towards) {
            return end.divide(of.step(), 0, towards).multiply(of.step());
        }

        /** The number, if the scenario can be calculated with it. */
        private Optional<BigDecimal> reached(
                Quantity of,
                BigDecimal number,
                Origin key,
                Origin origin,
                Problems found,
                Map<BigDecimal, Model> rebuilt) {
            Optional<Model> at = model.with(List.of(of.perturbation().assignment(number, model, key, origin)), found);
            at.ifPresent(made -> rebuilt.put(number, made));
            return at.map(made -> number);
        }

        private boolean agrees(Quantity of, BigDecimal number, Model rebuilt) {
            Values values = Values.of(
                    model.determination().calculation(),
                    of.at(number, model.determination().calculation().inputs()));
            for (ResultKey key : model.results().keys()) {
                Optional<Double> after = rebuilt.result(key);
                double here = values.of(model.results().find(key).orElseThrow());
                if (after.isEmpty() || Double.doubleToLongBits(after.get()) != Double.doubleToLongBits(here)) {
                    return false;
                }
            }
            return true;
        }

        /** A round step of which a range has some two hundred. */
        private static BigDecimal step(BigDecimal first, BigDecimal last) {
            BigDecimal width = last.subtract(first).divide(BigDecimal.valueOf(STEPS), DIGITS);
            BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(width.precision() - width.scale() - 1);
            for (BigDecimal round : ROUND_STEPS) {
                if (power.multiply(round).compareTo(width) >= 0) {
                    return power.multiply(round);
                }
            }
            return power.multiply(BigDecimal.TEN);
        }

        private Alternative alternative(List<Integer> positions) {
            List<Assignment> settings = new ArrayList<>();
            for (int i = 0; i < choices.size(); i++) {
                for (Assignment setting : choices.get(i).settings().get(positions.get(i))) {
                    if (settings.stream().anyMatch(other -> IssueTable.contradict(other, setting, model.scenario()))) {
                        return new Alternative(
                                positions,
                                Optional.empty(),
                                "Two of the positions set different values for ("
                                        + model.scenario().named(setting.address()) + ").");
                    }
                }
                settings.addAll(choices.get(i).settings().get(positions.get(i)));
            }
            Problems found = new Problems();
            Optional<Model> of = settings.isEmpty() ? Optional.of(model) : model.with(settings, found);
            return new Alternative(positions, of, of.isPresent() ? "" : IssueTable.reason(found));
        }

        private List<Integer> positions(int place) {
            Integer[] positions = new Integer[choices.size()];
            int rest = place;
            for (int i = choices.size() - 1; i >= 0; i--) {
                int count = choices.get(i).positions().size();
                positions[i] = rest % count;
                rest /= count;
            }
            return List.of(positions);
        }
    }
}
