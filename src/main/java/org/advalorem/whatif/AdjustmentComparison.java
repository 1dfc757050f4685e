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
import org.advalorem.rules.AdjustmentWords;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.FailingSale;
import org.advalorem.rules.Scope;
import org.advalorem.rules.Subject;
import org.advalorem.scenario.Assignment;

/**
 * The export value adjustment by every method: each program's and the company's rate, with rates on facts available adjusted
 * and not; by destination of the sales compared; the rate against the markup; the markup at which the rate becomes de minimis.
 */
public final class AdjustmentComparison {
    /** The method that leaves rates as they are. */
    public static final String NONE = "none";

    /** What a break-even markup is told to: a millionth of a percentage point. */
    public static final BigDecimal STEP = new BigDecimal("0.00000001");

    /** The greatest markup that is tried: a thousand times the price. */
    public static final BigDecimal MOST = new BigDecimal("1000");

    private static final String SECTION = "export-value-adjustment";
    private static final String METHOD = "method";
    private static final String MARKUP = "markup";
    private static final String DESTINATIONS = "destinations";
    private static final String FACTS_AVAILABLE = "adjust-facts-available";

    /** The methods that can take the sales to the United States or those to all destinations. */
    private static final List<String> BY_DESTINATION = List.of("ratio", "denominator");

    private final Model model;
    private final int threads;
    private final Progress progress;

    /**
     * A program's rate.
     *
     * @param published 0 when it is not measurable
     */
    public record Program(String id, String name, boolean factsAvailable, double published, double unrounded) {}

    /**
     * What one method gives.
     *
     * @param factsAvailable whether rates on facts available are adjusted too
     * @param rate none when the method is impossible
     * @param impossible why; empty when it is possible
     * @param warnings what the rules warn of under this method
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
     * A point of the rate against the markup.
     *
     * @param markup a fraction
     * @param rate none when it cannot be calculated
     */
    public record Point(BigDecimal markup, Optional<Rate> rate) {}

    /** The rate against the markup by one method, ascending. */
    public record Curve(String method, List<Point> points) {
        /** Copies the list. */
        public Curve {
            points = List.copyOf(points);
        }
    }

    /**
     * The markup at which the rate becomes de minimis.
     *
     * @param markup the smallest of eight decimals; 0 when the rate is de minimis without a markup; none when there is none
     * @param there the rate at that markup; at {@link #MOST} when that is not de minimis
     * @param before the rate at {@link #STEP} less, which is not de minimis
     * @param why there is none; empty otherwise
     */
    public record BreakEven(
            String method, Optional<BigDecimal> markup, Optional<Rate> there, Optional<Rate> before, String why) {}

    /**
     * A criterion of the adjustment.
     *
     * @param finding yes, no, disputed or not stated
     * @param status of the finding
     */
    public record Criterion(String name, String description, String finding, String status) {}

    /**
     * What a method gives over the sales to some destinations.
     *
     * @param destinations as a scenario names them: {@code United States} or {@code all}
     */
    public record ByDestination(String destinations, Outcome outcome) {}

    /**
     * A sale that fails a criterion, as {@link org.advalorem.rules.FailingSale} has it.
     *
     * @param row in the ledger, from 1
     * @param value f.o.b.
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
     * One company.
     *
     * @param through the affiliate
     * @param method as written
     * @param markup as written; none when it comes from the ledger
     * @param destinations as written; none when by the method
     * @param factsAvailable whether rates on facts available are adjusted, as written
     * @param outcomes by every method, with rates on facts available as written
     * @param switched the same with the other answer on facts available; empty when there is no such rate
     * @param byDestination by the methods that can take the sales to the United States or all
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

        /** What the rules warn of under any of the methods, each once. */
        public List<String> warnings() {
            return outcomes.stream()
                    .flatMap(outcome -> outcome.warnings().stream())
                    .distinct()
                    .toList();
        }

        /** What the method of that name gives, with rates on facts available as written. */
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
     * The comparison for those of the companies that have an adjustment; a problem is noted when none has.
     *
     * @param ids of companies
     * @throws java.util.concurrent.CancellationException when the listener stops the work
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
                    "No company of (" + String.join(", ", ids) + ") has an export value adjustment to compare.",
                    "Write export-value-adjustment: {through: agent, markup: 6%} in the company.");
        }
        return companies;
    }

    private static Address section(CompanyResult company) {
        return Address.ROOT.child("companies").child(company.id()).child(SECTION);
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

    /** The model with that method and markup, the markup typed as one would type it. */
    private Optional<Model> at(CompanyResult company, String method, BigDecimal markup, Problems problems) {
        return model.with(
                List.of(setting(company, METHOD, method), setting(company, MARKUP, percent(markup))), problems);
    }

    /** The fraction as a percentage, as it is written in a scenario. */
    public static String percent(BigDecimal fraction) {
        BigDecimal percent = fraction.movePointRight(2).stripTrailingZeros();
        return (percent.signum() == 0 ? "0" : percent.toPlainString()) + "%";
    }

    /** Bisection on the decimals: the rate falls as the markup rises. */
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
                    "Not de minimis even at a markup of " + percent(MOST) + ", the last that is tried.");
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
