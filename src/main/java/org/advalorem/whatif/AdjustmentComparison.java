package org.advalorem.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.advalorem.facts.Warnings;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.Scope;
import org.advalorem.rules.Subject;
import org.advalorem.rules.attribution.AdjustmentWords;
import org.advalorem.rules.attribution.FailingSale;
import org.advalorem.scenario.Assignment;

/**
 * Comparison of the methods of the export value adjustment.
 *
 * <p>Each method is applied to every program's and the company's rate, with and without adjusting rates based on facts
 * available, and by destination of the sales compared. The comparison also covers the rate as a function of the markup
 * and the markup at which the rate becomes de minimis.
 */
public final class AdjustmentComparison {
    /** The method that leaves rates as they are. */
    public static final String NONE = "none";

    /** The precision of a break-even markup: a millionth of a percentage point. */
    public static final BigDecimal STEP = new BigDecimal("0.00000001");

    /** The max markup tried: a thousand times the price. */
    public static final BigDecimal MOST = new BigDecimal("1000");

    private static final String SECTION = "export-value-adjustment";
    private static final String METHOD = "method";
    private static final String MARKUP = "markup";
    private static final String DESTINATIONS = "destinations";
    private static final String FACTS_AVAILABLE = "adjust-facts-available";

    /** The methods that can use either the sales to the United States or those to all destinations. */
    private static final List<String> BY_DESTINATION = List.of("ratio", "denominator");

    private final Model model;
    private final int threads;
    private final Progress progress;

    /**
     * A program's rate.
     *
     * @param published a fraction; 0 if the rate is not measurable
     */
    public record Program(String id, String name, boolean factsAvailable, double published, double unrounded) {}

    /**
     * The outcome under one method.
     *
     * @param factsAvailable whether rates based on facts available are adjusted too
     * @param rate empty if the method cannot be applied
     * @param impossible why the method cannot be applied; empty if it can
     * @param warnings the warnings the rules give under this method
     */
    public record Outcome(
            String method,
            boolean factsAvailable,
            Optional<Rate> rate,
            Optional<Rate> allOthers,
            List<Program> programs,
            String impossible,
            List<String> warnings) {
        /** Copies the lists. */
        public Outcome {
            programs = List.copyOf(programs);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A point on the curve of the rate against the markup.
     *
     * @param markup a fraction
     * @param rate empty if it cannot be calculated
     */
    public record Point(BigDecimal markup, Optional<Rate> rate) {}

    /** The curve of the rate against the markup under one method, by ascending markup. */
    public record Curve(String method, List<Point> points) {
        /** Copies the list. */
        public Curve {
            points = List.copyOf(points);
        }
    }

    /**
     * The markup at which the rate becomes de minimis.
     *
     * @param markup the smallest such markup, to eight decimals; 0 if the rate is de minimis without a markup; empty if
     *     there is none
     * @param there the rate at that markup; the rate at {@link #MOST} if even that is not de minimis
     * @param before the rate at a markup smaller by {@link #STEP}, which is not de minimis
     * @param why the reason there is no such markup; empty if there is one
     */
    public record BreakEven(
            String method, Optional<BigDecimal> markup, Optional<Rate> there, Optional<Rate> before, String why) {}

    /**
     * A criterion of the adjustment.
     *
     * @param finding yes, no, disputed or not stated
     * @param status the status of the finding
     */
    public record Criterion(String name, String description, String finding, String status) {}

    /**
     * The outcome of a method over the sales to certain destinations.
     *
     * @param destinations the destinations as a scenario names them: {@code United States} or {@code all}
     */
    public record ByDestination(String destinations, Outcome outcome) {}

    /**
     * A sale that fails a criterion; see {@link org.advalorem.rules.attribution.FailingSale}.
     *
     * @param row the row in the ledger, from 1
     * @param value the f.o.b. value
     */
    public record Failing(
            int row,
            String seller,
            String buyer,
            String destination,
            String invoice,
            List<String> criteria,
            double value) {
        /** Copies the list. */
        public Failing {
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * The comparison for one company.
     *
     * @param through the affiliate
     * @param method as written
     * @param markup as written; empty if it is taken from the ledger
     * @param destinations as written; empty if the method determines them
     * @param factsAvailable whether rates based on facts available are adjusted, as written
     * @param outcomes the outcome under every method, with rates based on facts available treated as written
     * @param switched the same with the opposite treatment of those rates; empty if there are none
     * @param byDestination the outcomes under the methods that can use the sales to the United States or to all
     *     destinations
     * @param failing the sales through the affiliate that fail a criterion
     */
    public record Company(
            String id,
            String name,
            String through,
            String method,
            Optional<String> markup,
            Optional<String> destinations,
            boolean factsAvailable,
            List<Outcome> outcomes,
            List<Outcome> switched,
            List<ByDestination> byDestination,
            List<Curve> curves,
            List<BreakEven> breakEvens,
            List<Criterion> criteria,
            List<Failing> failing) {
        /** Copies the lists. */
        public Company {
            outcomes = List.copyOf(outcomes);
            switched = List.copyOf(switched);
            byDestination = List.copyOf(byDestination);
            curves = List.copyOf(curves);
            breakEvens = List.copyOf(breakEvens);
            criteria = List.copyOf(criteria);
            failing = List.copyOf(failing);
        }

        /** Whether the rate changes with the markup by any method; counted as a change where no rate is known. */
        public boolean movesWithMarkup() {
            return curves.stream()
                    .anyMatch(curve ->
                            curve.points().stream().map(Point::rate).distinct().count() != 1
                                    || curve.points().get(0).rate().isEmpty());
        }

        /** The address of the markup. */
        public String markupAddress() {
            return section(id).child(MARKUP).toString();
        }

        /** The distinct warnings the rules give under any of the methods. */
        public List<String> warnings() {
            return outcomes.stream()
                    .flatMap(outcome -> outcome.warnings().stream())
                    .distinct()
                    .toList();
        }

        /**
         * The outcome under the named method, with rates based on facts available treated as written.
         *
         * @throws IllegalArgumentException if there is no method of that name
         */
        public Outcome outcome(String name) {
            return outcomes.stream()
                    .filter(outcome -> outcome.method().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no method (" + name + ")."));
        }
    }

    private AdjustmentComparison(Model model, int threads, Progress progress) {
        this.model = model;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * The comparison for each listed company that has an adjustment; a problem is reported if none has.
     *
     * @param ids the ids of the companies
     * @param markups the markups at which the curves are calculated
     * @param threads at least one
     * @throws IllegalArgumentException if {@code threads} is less than one
     * @throws java.util.concurrent.CancellationException if the listener stops the work
     */
    public static List<Company> of(
            Model model, List<String> ids, Markups markups, int threads, Progress progress, Problems problems) {
        AdjustmentComparison comparison = new AdjustmentComparison(model, threads, progress);
        List<Company> companies = model.determination().companies().stream()
                .filter(company -> ids.contains(company.id()))
                .filter(company -> comparison.fact(company, METHOD).isPresent())
                .map(company -> comparison.company(company, markups))
                .toList();
        if (companies.isEmpty()) {
            problems.add(
                    Problem.Code.AV401,
                    Origin.of(model.scenario().name(), 0, 0, ""),
                    "None of the companies (" + String.join(", ", ids) + ") has an export value adjustment to compare.",
                    "Write export-value-adjustment: {through: agent, markup: 6%} in the company.");
        }
        return companies;
    }

    private static Address section(CompanyResult company) {
        return section(company.id());
    }

    private static Address section(String company) {
        return Address.ROOT.child("companies").child(company).child(SECTION);
    }

    private Optional<FactRegister.Fact> fact(CompanyResult company, String... below) {
        Address address = section(company);
        for (String key : below) {
            address = address.child(key);
        }
        return model.determination().register().find(address.toString());
    }

    private Company company(CompanyResult company, Markups tried) {
        boolean written = text(company, FACTS_AVAILABLE).equals("yes");
        boolean onFacts = company.programs().stream().anyMatch(program -> program.factsAvailable());
        List<String> methods = AdjustmentWords.methods();
        int switches = onFacts ? 2 : 1;
        List<Outcome> outcomes = InOrder.of(
                methods.size() * switches,
                threads,
                i -> outcome(company, methods.get(i % methods.size()), (i < methods.size()) == written, List.of()),
                "methods",
                progress);
        List<String> destinations = AdjustmentWords.destinations();
        List<ByDestination> byDestination = InOrder.of(
                destinations.size() * BY_DESTINATION.size(),
                threads,
                i -> byDestination(
                        company,
                        destinations.get(i / BY_DESTINATION.size()),
                        BY_DESTINATION.get(i % BY_DESTINATION.size()),
                        written),
                "destinations",
                progress);
        List<BigDecimal> markups = tried.fractions();
        List<Point> points = InOrder.of(
                methods.size() * markups.size(),
                threads,
                i -> point(company, methods.get(i / markups.size()), markups.get(i % markups.size())),
                "markups",
                progress);
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < methods.size(); i++) {
            curves.add(new Curve(methods.get(i), points.subList(i * markups.size(), (i + 1) * markups.size())));
        }
        List<String> adjusting =
                methods.stream().filter(method -> !method.equals(NONE)).toList();
        List<BreakEven> breakEvens = InOrder.of(
                adjusting.size(), threads, i -> breakEven(company, adjusting.get(i)), "break-even markups", progress);
        return new Company(
                company.id(),
                company.name(),
                text(company, "through"),
                text(company, METHOD),
                fact(company, MARKUP).map(FactRegister.Fact::text),
                fact(company, DESTINATIONS).map(FactRegister.Fact::text),
                written,
                outcomes.subList(0, methods.size()),
                outcomes.subList(methods.size(), outcomes.size()),
                byDestination,
                curves,
                breakEvens,
                AdjustmentWords.criteria().stream()
                        .map(criterion -> criterion(company, criterion))
                        .toList(),
                company.failingSales().stream().map(this::failing).toList());
    }

    private Failing failing(FailingSale sale) {
        return new Failing(
                sale.row(),
                sale.seller(),
                sale.buyer(),
                sale.destination(),
                sale.invoice(),
                sale.criteria(),
                model.values().of(sale.value()));
    }

    private ByDestination byDestination(
            CompanyResult company, String destinations, String method, boolean factsAvailable) {
        return new ByDestination(
                destinations,
                outcome(company, method, factsAvailable, List.of(setting(company, DESTINATIONS, destinations))));
    }

    private String text(CompanyResult company, String field) {
        return fact(company, field).map(FactRegister.Fact::text).orElse("");
    }

    private Criterion criterion(CompanyResult company, AdjustmentWords.Criterion criterion) {
        Optional<FactRegister.Fact> fact = fact(company, "criteria", criterion.name());
        return new Criterion(
                criterion.name(),
                criterion.description(),
                fact.map(FactRegister.Fact::text).orElse("not stated"),
                fact.map(found -> found.provenance().status().label()).orElse(""));
    }

    private static Assignment setting(CompanyResult company, String field, String value) {
        return new Assignment(section(company).child(field), SourceNode.scalar(value), Origin.PROGRAM);
    }

    private Outcome outcome(CompanyResult company, String method, boolean factsAvailable, List<Assignment> more) {
        Problems problems = new Problems();
        List<Assignment> settings = new ArrayList<>(more);
        settings.add(setting(company, METHOD, method));
        settings.add(setting(company, FACTS_AVAILABLE, factsAvailable ? "yes" : "no"));
        Optional<Model> changed = model.with(settings, problems);
        return changed.map(with -> new Outcome(
                        method,
                        factsAvailable,
                        rate(with, company.subject()),
                        rate(with, Subject.allOthers(Scope.WHOLE)).filter(rate -> !rate.none()),
                        programs(with, company),
                        "",
                        warnings(with, company)))
                .orElseGet(() -> new Outcome(
                        method,
                        factsAvailable,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        IssueTable.reason(problems),
                        List.of()));
    }

    private static List<String> warnings(Model model, CompanyResult company) {
        Address section = section(company);
        return model.determination().warnings().stream()
                .filter(warning -> warning.about().isBelow(section))
                .map(Warnings.Warning::text)
                .toList();
    }

    private static Optional<Rate> rate(Model model, Subject subject) {
        return ResultFrame.ofRates(model).rate(subject, 0);
    }

    private static List<Program> programs(Model model, CompanyResult company) {
        return model.determination().companies().stream()
                .filter(other -> other.id().equals(company.id()))
                .flatMap(other -> other.programs().stream())
                .map(program -> new Program(
                        program.id(),
                        program.name(),
                        program.factsAvailable(),
                        model.values().of(program.countedRounded()),
                        model.values().of(program.rate())))
                .toList();
    }

    private Point point(CompanyResult company, String method, BigDecimal markup) {
        return new Point(
                markup,
                at(company, method, markup, new Problems()).flatMap(changed -> rate(changed, company.subject())));
    }

    /** The model with that method and markup, the markup written as in a scenario. */
    private Optional<Model> at(CompanyResult company, String method, BigDecimal markup, Problems problems) {
        return model.with(
                List.of(setting(company, METHOD, method), setting(company, MARKUP, percent(markup))), problems);
    }

    /** The percentage for a fraction, as written in a scenario. */
    public static String percent(BigDecimal fraction) {
        BigDecimal percent = fraction.movePointRight(2).stripTrailingZeros();
        return (percent.signum() == 0 ? "0" : percent.toPlainString()) + "%";
    }

    /** The break-even markup, by bisection on multiples of {@link #STEP}: the rate falls as the markup rises. */
    private BreakEven breakEven(CompanyResult company, String method) {
        Problems problems = new Problems();
        Optional<Rate> without =
                at(company, method, BigDecimal.ZERO, problems).flatMap(changed -> rate(changed, company.subject()));
        Optional<Rate> most = at(company, method, MOST, problems).flatMap(changed -> rate(changed, company.subject()));
        if (without.isEmpty() || most.isEmpty()) {
            return none(method, IssueTable.reason(problems));
        }
        if (isDeMinimis(without.get())) {
            return new BreakEven(method, Optional.of(BigDecimal.ZERO), without, Optional.empty(), "");
        }
        if (!isDeMinimis(most.get())) {
            return new BreakEven(
                    method,
                    Optional.empty(),
                    most,
                    Optional.empty(),
                    "Not de minimis even at a markup of " + percent(MOST) + ", the highest tried.");
        }
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = MOST;
        Rate before = without.get();
        Rate there = most.get();
        while (high.subtract(low).compareTo(STEP) > 0) {
            BigDecimal middle = low.add(high.subtract(low)
                    .divide(STEP)
                    .divideToIntegralValue(BigDecimal.valueOf(2))
                    .multiply(STEP));
            Optional<Rate> rate =
                    at(company, method, middle, problems).flatMap(changed -> rate(changed, company.subject()));
            if (rate.isEmpty()) {
                return none(method, IssueTable.reason(problems));
            }
            if (isDeMinimis(rate.get())) {
                high = middle;
                there = rate.get();
            } else {
                low = middle;
                before = rate.get();
            }
        }
        return new BreakEven(method, Optional.of(high), Optional.of(there), Optional.of(before), "");
    }

    private static boolean isDeMinimis(Rate rate) {
        return rate.deMinimis().orElse(false);
    }

    private static BreakEven none(String method, String why) {
        return new BreakEven(method, Optional.empty(), Optional.empty(), Optional.empty(), why);
    }
}
