package org.advalorem.benchmarks;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.engine.BatchPlan;
import org.advalorem.engine.BatchWorker;
import org.advalorem.engine.BlockSource;
import org.advalorem.engine.Values;
import org.advalorem.engine.Varied;

/**
 * Whether the batch reader is as much faster than plain evaluation, one draw at a time by the value reader, on other
 * calculations as on the reference model.
 */
final class Graphs {
    private static final Path EVERY_PROGRAM = Path.of("scenarios", "every-program", "scenario.yaml");
    private static final int OPERATIONS = 200;
    private static final int INPUTS = 20;
    private static final int DRAWS = 1 << 14;
    private static final int TURNS = 7;
    private static final double MILLISECONDS = 40;

    private Graphs() {}

    static void measure() {
        Loaded reference = Loaded.read(ReferenceModel.SCENARIO);
        tell(
                "reference-model",
                reference.calculation(),
                reference.addresses(),
                reference.result(ReferenceModel.RESULT));
        Loaded every = Loaded.read(EVERY_PROGRAM);
        Term rate = every.result("companies.northern.rate-unrounded");
        List<String> inputs = inputsOf(rate);
        SplittableRandom random = new SplittableRandom(37);
        while (inputs.size() > ReferenceModel.INPUTS) {
            inputs.remove(random.nextInt(inputs.size()));
        }
        tell("every-program", every.calculation(), inputs, rate);
        Calculation graph = random();
        Term last = graph.terms().get(graph.terms().size() - 1);
        tell("random", graph, List.copyOf(graph.inputs().keySet()).subList(0, INPUTS), last);
    }

    private static void tell(String name, Calculation calculation, List<String> addresses, Term result) {
        List<Varied> varied = new ArrayList<>();
        double[][] columns = new double[addresses.size()][DRAWS];
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < columns.length; k++) {
            Term input = calculation.input(addresses.get(k)).orElseThrow();
            double base = input.decimal().doubleValue();
            varied.add(new Varied(addresses.get(k), List.of(input), Varied.Change.REPLACE)
                    .within(Math.min(0.9 * base, 1.1 * base), Math.max(0.9 * base, 1.1 * base)));
            for (int i = 0; i < DRAWS; i++) {
                columns[k][i] = base * (0.9 + 0.2 * random.nextDouble());
            }
        }
        BatchPlan plan = BatchPlan.of(calculation, varied, List.of(result));
        BatchWorker worker = plan.worker();
        BlockSource source =
                (column, first, n, out) -> System.arraycopy(columns[column], (int) (first & (DRAWS - 1)), out, 0, n);
        double[] sink = new double[1];
        Stopwatch watch = new Stopwatch();
        watch.add("batch", n -> {
            worker.run(0, n, source, (first, count, outputs) -> sink[0] += outputs[0][0]);
            return n;
        });
        watch.add("plain", n -> {
            long some = n / 16;
            for (int i = 0; i < some; i++) {
                int draw = i & (DRAWS - 1);
                Map<String, Double> inputs = new HashMap<>();
                for (int k = 0; k < columns.length; k++) {
                    inputs.put(addresses.get(k), columns[k][draw]);
                }
                sink[0] += Values.of(calculation, inputs).of(result);
            }
            return some;
        });
        watch.turns(TURNS, MILLISECONDS);
        double ratio = 1000 * watch.median("batch") / watch.median("plain");
        System.out.println(JavaPeer.json("graph " + name, ratio, 0));
        // plain evaluation works out every term, the batch reader only those that are asked for and vary
        double terms = (double) calculation.terms().size() / plan.termsPerDraw();
        System.out.println(JavaPeer.json("terms " + name, ratio * terms, 0));
    }

    private static List<String> inputsOf(Term result) {
        Set<Term> seen = new LinkedHashSet<>();
        List<Term> open = new ArrayList<>(List.of(result));
        while (!open.isEmpty()) {
            Term term = open.remove(open.size() - 1);
            if (seen.add(term)) {
                open.addAll(term.operands());
            }
        }
        return seen.stream()
                .filter(term ->
                        term.operation() == Operation.INPUT && term.decimal().signum() > 0)
                .map(Term::address)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Arithmetic put together at random over 20 inputs that vary and 20 that do not. */
    private static Calculation random() {
        SplittableRandom random = new SplittableRandom(5);
        CalculationBuilder builder = new CalculationBuilder();
        List<Term> terms = new ArrayList<>();
        List<Term> fixed = new ArrayList<>();
        for (int i = 0; i < INPUTS; i++) {
            terms.add(input(builder, "x-" + i, random));
        }
        for (int i = 0; i < INPUTS; i++) {
            fixed.add(input(builder, "c-" + i, random));
        }
        for (int i = 0; i < OPERATIONS; i++) {
            Term x = terms.get(random.nextInt(Math.max(0, terms.size() - 2 * INPUTS), terms.size()));
            Term y = terms.get(random.nextInt(terms.size()));
            Term c = fixed.get(random.nextInt(INPUTS));
            Term made = switch (random.nextInt(10)) {
                case 0, 1 -> x.plus(y);
                case 2 -> x.times(c);
                case 3 -> x.minus(c).positivePart();
                case 4 -> x.times(y);
                case 5 -> x.dividedBy(y.plus(builder.fraction("1")));
                case 6 -> builder.sum(List.of(x, y, c, terms.get(random.nextInt(terms.size()))));
                case 7 -> c.times(x.minus(y).positivePart());
                case 8 -> x.less(y).choose(x, c);
                default -> x.minus(y.times(c));
            };
            double value = Math.abs(Values.of(builder.build()).of(made));
            if (value > 1e-3 && value < 1e3) {
                terms.add(made);
            }
        }
        builder.sum(terms);
        return builder.build();
    }

    private static Term input(CalculationBuilder builder, String address, SplittableRandom random) {
        return builder.input(address, BigDecimal.valueOf(1000 + random.nextInt(1000), 3), Unit.FRACTION);
    }
}
