package org.advalorem.whatif;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.advalorem.calculation.LegalDecimals;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.calculation.Worksheet;
import org.advalorem.engine.Explanation;
import org.advalorem.engine.Step;
import org.advalorem.facts.Address;
import org.advalorem.facts.DataTable;
import org.advalorem.facts.Nearest;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.facts.YesNo;
import org.advalorem.rules.Measure;
import org.advalorem.rules.ResultKey;
import org.advalorem.scenario.NamedTable;

/**
 * Comparison of a calculation with disclosed figures: which match to the decimals printed, and which is the first, in
 * the order of calculation, that does not.
 *
 * <p>A figure is named by the address of a result, a company, a program or an input, or by a step of the memorandum:
 * its sections and label joined by {@code /}, its label alone if only one step has it, or {@code step 12}.
 */
public final class DisclosureCheck {
    private static final String ADDRESS = "address";
    private static final String VALUE = "value";
    private static final Pattern GROUPS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");

    private final Map<String, Term> named = new LinkedHashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final Model model;

    /**
     * One figure.
     *
     * @param address as in the file
     * @param printed as in the file
     * @param theirs the disclosed value: a fraction for a rate; 1 or 0 for yes or no
     * @param ours the calculated value, unrounded
     * @param unit the unit of both
     * @param places decimal places compared: those of the percentage for a rate; negative for {@code 24 million}
     * @param matches whether ours, rounded to those places, equals theirs
     * @param order position in the order of calculation
     */
    public record Figure(
            String address,
            String printed,
            BigDecimal theirs,
            double ours,
            Unit unit,
            int places,
            boolean matches,
            int order) {
        private static Figure of(
                String address, String printed, BigDecimal theirs, double ours, Term term, int places) {
            Figure open = new Figure(address, printed, theirs, ours, term.unit(), places, false, term.index());
            return open.matches(ours)
                    ? new Figure(address, printed, theirs, ours, term.unit(), places, true, term.index())
                    : open;
        }

        /** Whether a value, rounded to the places printed, is the disclosed one. */
        boolean matches(double value) {
            if (unit.equals(Unit.TRUTH)) {
                return theirs.compareTo(BigDecimal.valueOf(value)) == 0;
            }
            int decimals = isPercent(printed) ? places + 2 : places;
            return Double.isFinite(value)
                    && LegalDecimals.decimal(value)
                                    .setScale(decimals, RoundingMode.HALF_UP)
                                    .compareTo(theirs)
                            == 0;
        }

        /** Whether it is printed as a percentage. */
        public boolean isPercent() {
            return isPercent(printed);
        }

        private static boolean isPercent(String printed) {
            return WrittenNumber.parse(GROUPS.matcher(printed).replaceAll(""))
                    .filter(WrittenNumber::percent)
                    .isPresent();
        }

        /** The calculated value minus the disclosed one. */
        public BigDecimal difference() {
            return LegalDecimals.decimal(ours).subtract(theirs);
        }
    }

    /**
     * The outcome for a file.
     *
     * @param figures in the order of the file
     * @param first the index of the first figure, in the order of calculation, that does not match; empty if all do
     */
    public record Result(String file, List<Figure> figures, OptionalInt first) {
        /** Copies the list. */
        public Result {
            figures = List.copyOf(figures);
        }
    }

    private DisclosureCheck(Model model) {
        this.model = model;
        Explanation explanation = Explanation.of(model.values());
        Map<String, Term> labels = new LinkedHashMap<>();
        explanation.steps().forEach(step -> labels(step, labels));
        paths(model.determination().calculation().outline().items(), "", explanation);
        ambiguous.forEach(labels::remove);
        labels.forEach(named::putIfAbsent);
        model.determination().calculation().inputs().forEach(named::put);
        for (ResultKey key : model.results().keys()) {
            Term term = model.results().find(key).orElseThrow();
            named.put(key.toString(), term);
            if (key.measure() == Measure.RATE) {
                named.put(key.subject().address().toString(), term);
            }
        }
    }

    private void labels(Step step, Map<String, Term> labels) {
        named.put("step " + step.number(), step.term());
        Term other = labels.putIfAbsent(step.label(), step.term());
        if (other != null && other != step.term()) {
            ambiguous.add(step.label());
        }
    }

    private void paths(List<Outline.Item> items, String path, Explanation explanation) {
        for (Outline.Item item : items) {
            if (item instanceof Outline.Section section) {
                paths(section.items(), path + section.title() + " / ", explanation);
            } else if (item instanceof Outline.Line line) {
                named.putIfAbsent(path + line.label(), line.term());
            } else if (item instanceof Worksheet sheet) {
                sheet.rows()
                        .forEach(row -> row.forEach(cell -> {
                            if (cell instanceof Outline.Quantity quantity) {
                                Step step = explanation.step(quantity);
                                named.putIfAbsent(path + sheet.title() + " / " + step.label(), step.term());
                            }
                        }));
            }
        }
    }

    /** The term that an address or the name of a step stands for in a model; empty if it has none such. */
    static Optional<Term> term(Model model, String name) {
        // the usual case, without writing out all steps
        return result(model, name)
                .or(() -> model.determination().calculation().input(name))
                .or(() -> Optional.ofNullable(new DisclosureCheck(model).named.get(name)));
    }

    private static Optional<Term> result(Model model, String name) {
        try {
            Address address = Address.parse(name);
            return ResultKey.of(address)
                    .or(() -> ResultKey.of(address.child(Measure.RATE.word())))
                    .flatMap(model.results()::find);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The comparison with a file that has the columns {@code address} and {@code value}; empty, with every problem
     * reported, if a figure cannot be read or is unknown.
     *
     * @param notices takes what was decided about the form of the file, in words
     */
    public static Optional<Result> of(Model model, Path file, Problems problems, Consumer<String> notices) {
        int before = problems.size();
        Origin origin = Origin.of("--to argument", 0, 1, file.toString());
        return NamedTable.read(file, origin, List.of(ADDRESS, VALUE), problems, notices)
                .map(table -> new DisclosureCheck(model).figures(file, table, origin, problems))
                .filter(result -> problems.size() == before);
    }

    private Result figures(Path file, DataTable table, Origin origin, Problems problems) {
        String name = file.toString().replace('\\', '/');
        int addresses = table.place(ADDRESS);
        int values = table.place(VALUE);
        if (addresses < 0 || values < 0) {
            problems.add(
                    Problem.Code.AV302,
                    origin,
                    "(" + name + ") must have the columns (address) and (value); it has ("
                            + String.join(", ", table.header()) + ").",
                    "Write address,value in the first line, and below it lines such as companies.acme.rate,17.14%.");
            return new Result(name, List.of(), OptionalInt.empty());
        }
        List<Figure> figures = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            String address = table.text(row, addresses).strip();
            String value = table.text(row, values).strip();
            Term term = named.get(address);
            if (term == null) {
                problems.add(
                        Problem.Code.AV211,
                        table.origin(row, addresses),
                        ambiguous.contains(address)
                                ? "Several steps are called (" + address + ")."
                                : "There is no figure (" + address + ").",
                        ambiguous.contains(address)
                                ? "Put its sections in front of it, as in memo --format csv: Acme / " + address + "."
                                : Nearest.to(address, named.keySet())
                                        .map(near -> "Did you mean (" + near + ")?")
                                        .orElse(
                                                "To list addresses: advalorem addresses FILE; to list steps: advalorem memo FILE."));
            } else {
                figure(address, value, term, table.origin(row, values), problems)
                        .ifPresent(figures::add);
            }
        }
        return new Result(name, figures, first(figures));
    }

    private static OptionalInt first(List<Figure> figures) {
        return IntStream.range(0, figures.size())
                .filter(i -> !figures.get(i).matches())
                .boxed()
                .min(Comparator.comparingInt(i -> figures.get(i).order()))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private Optional<Figure> figure(String address, String printed, Term term, Origin origin, Problems problems) {
        double ours = model.values().of(term);
        if (term.unit().equals(Unit.TRUTH)) {
            Optional<Boolean> answer = YesNo.parse(printed);
            if (answer.isEmpty()) {
                problems.add(Problem.Code.AV303, origin, "(" + address + ") is yes or no, not (" + printed + ").", "");
                return Optional.empty();
            }
            BigDecimal theirs = answer.get() ? BigDecimal.ONE : BigDecimal.ZERO;
            return Optional.of(Figure.of(address, printed, theirs, ours, term, 0));
        }
        Optional<WrittenNumber> measure =
                WrittenNumber.parse(GROUPS.matcher(printed).replaceAll(""));
        if (measure.isPresent() && !measure.get().hasSize()) {
            problems.add(
                    Problem.Code.AV303,
                    origin,
                    "(" + printed + ") is " + measure.get().beyondSize() + ".",
                    "");
            return Optional.empty();
        }
        if (measure.isEmpty()) {
            problems.add(
                    Problem.Code.AV303,
                    origin,
                    "(" + printed + ") is not a figure to compare (" + address + ") with.",
                    "Write it as printed: 17.14%, 1904.25 or 24 million.");
            return Optional.empty();
        }
        boolean percent = measure.get().percent();
        String unit = measure.get().unit();
        if ((percent && !term.unit().isFraction())
                || (!unit.isEmpty() && !unit.equals(term.unit().toString()))) {
            problems.add(
                    Problem.Code.AV206,
                    origin,
                    "(" + address + ") is in (" + (term.unit().isFraction() ? "%" : term.unit()) + "), unlike ("
                            + printed + ").",
                    "Omit the unit, or write that one.");
            return Optional.empty();
        }
        BigDecimal number = measure.get().number();
        BigDecimal theirs = percent ? number.movePointLeft(2) : number;
        return Optional.of(Figure.of(address, printed, theirs, ours, term, number.scale()));
    }
}
