package org.advalorem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.Term;
import org.advalorem.rules.AllOthersResult;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.CustomerRates;
import org.advalorem.rules.Part;
import org.advalorem.rules.ProgramResult;
import org.advalorem.rules.Scope;
import org.advalorem.rules.UseResult;
import org.advalorem.rules.adverse.Selection;
import org.advalorem.rules.base.Period;
import org.advalorem.whatif.Rate;

/**
 * The rates as programs read them: companies, their programs and uses, and the all-others rate, by year and product.
 */
final class RateListings {
    private static final String RATE_DOC = "The unrounded rate.";
    private static final String PUBLISHED_DOC = "The rate as published.";
    /** The field name of published rates, kept for readers of the first version. */
    private static final String PUBLISHED = "ratePublished";

    private final EvaluatedScenario scenario;
    private final Period period;
    private final Statuses statuses;

    RateListings(EvaluatedScenario scenario) {
        this.scenario = scenario;
        this.period = scenario.determination().proceeding().period();
        this.statuses = new Statuses(scenario);
    }

    /** All listings, for JSON. */
    Document document() {
        Document.Builder document = new Document.Builder().data(whole().of(scenario.companies()));
        List<Part> whole = scenario.allOthers().isPresent() ? List.of(part(Scope.WHOLE)) : List.of();
        document.one(allOthersWithParts().of(whole));
        return document.data(LeftOutText.listing(scenario))
                .data(ReconciliationText.listing(scenario))
                .data(UsedAssumptions.listing(scenario))
                .build();
    }

    /** One row per company, program and recipient, for the whole and for each part; all others last. */
    FlatTable table() {
        List<CompanyResult> companies = new ArrayList<>();
        scenario.companies().forEach(company -> {
            companies.add(company);
            companies.addAll(scenario.parts(company));
        });
        List<Part> parts = scenario.determination().withParts().stream()
                .filter(part -> scenario.allOthers(part).isPresent())
                .toList();
        return FlatTable.of(companies("companies").of(companies), "programs", "uses")
                .and(allOthersInTable().of(parts));
    }

    private ListingType<CompanyResult> whole() {
        return companies("companies")
                .with(years(this::parts), company -> ofYears(parts(company)))
                .with(companies("products"), company -> ofProducts(parts(company), Scope.WHOLE));
    }

    private List<CompanyResult> parts(CompanyResult company) {
        return scenario.parts(company);
    }

    private ListingType<CompanyResult> years(Function<CompanyResult, List<CompanyResult>> parts) {
        return companies("years")
                .text(
                        "entries-from",
                        company -> entriesFrom(company.scope()),
                        "The first day of the entries assessed at this rate.")
                .text("entries-to", company -> entriesTo(company.scope()), "The last day of those entries.")
                .with(companies("products"), company -> ofProducts(parts.apply(company), company.scope()));
    }

    private String entriesFrom(Scope scope) {
        return period.firstEntry(scope.yearIn(period)).toString();
    }

    private String entriesTo(Scope scope) {
        return period.lastEntry(scope.yearIn(period)).toString();
    }

    private static List<CompanyResult> ofYears(List<CompanyResult> parts) {
        return parts.stream()
                .filter(part -> part.scope().year().isPresent()
                        && part.scope().product().isEmpty())
                .toList();
    }

    private static List<CompanyResult> ofProducts(List<CompanyResult> parts, Scope year) {
        return parts.stream()
                .filter(part -> part.scope().product().isPresent()
                        && part.scope().year().equals(year.year()))
                .toList();
    }

    /** The companies of the whole or of a part. */
    private ListingType<CompanyResult> companies(String name) {
        return ListingType.<CompanyResult>of(name, "company", "Each respondent's net subsidy rate.")
                .text("id", CompanyResult::id, "The company's id.")
                .text("name", CompanyResult::name, "Its name.")
                .number(Figure.RATE, "rate", company -> value(company.rate()), "The net subsidy rate, unrounded.")
                .number(Figure.PUBLISHED, "rate-published", company -> value(company.published()), PUBLISHED_DOC)
                .field(PUBLISHED)
                .verdict("de-minimis", company -> holds(company.deMinimis()), "The verdict on the unrounded rate.")
                .text("currency", company -> company.currency().toString(), "The currency of its amounts.")
                .text("year", company -> Scopes.year(company.scope()), "The year of the period; none for the latest.")
                .text(
                        "product",
                        company -> Scopes.product(company.scope()),
                        "The product; none for all products together.")
                .number(
                        Figure.RATE,
                        "de-minimis-threshold",
                        company -> value(company.threshold()),
                        "The threshold with which the unrounded rate is compared.")
                .truth("de-minimis-inclusive", CompanyResult::inclusive, "Whether the threshold itself is de minimis.")
                .truth(
                        "rounding-flips-verdict",
                        company -> Verdict.of(scenario, company).flipped(),
                        "Whether the published rate would give the opposite verdict.")
                .number(
                        Figure.RATE,
                        "rate-dropped",
                        company -> value(company.dropped()),
                        "The sum of the programs that are dropped because they are not measurable.")
                .number(
                        Figure.PUBLISHED,
                        "rate-published-otherwise",
                        company -> value(company.otherRounding()),
                        "The published rate under the other order of rounding and summing.")
                .truth(
                        "entirely-facts-available",
                        CompanyResult::entirelyFactsAvailable,
                        "Whether the rate rests entirely on facts available.")
                .truth("voluntary", CompanyResult::voluntary, "Whether the company is a voluntary respondent.")
                .number(
                        Figure.PLAIN,
                        "exports-to-us",
                        company -> value(company.exportsToUs()),
                        "The weight in the all-others rate.")
                .number(
                        Figure.PLAIN,
                        "public-exports-to-us",
                        company -> value(company.publicExportsToUs()),
                        "The publicly ranged weight.")
                .number(
                        Figure.PLAIN,
                        "rate-per-unit",
                        company -> value(company.ratePerUnit()),
                        "The equivalent specific rate; none where no quantity is known.")
                .text(
                        "unit",
                        company -> company.ratePerUnit()
                                .map(rate -> rate.unit().toString())
                                .orElse(""),
                        "The unit of that rate, such as CAD/lb.")
                .number(
                        Figure.PUBLISHED,
                        "rate-unverified",
                        company -> value(company.byCustomer().map(CustomerRates::unverified)),
                        "The published rate for customers that did not verify non-use; none where no rate is pro-rated.")
                .number(
                        Figure.PUBLISHED,
                        "rate-verifying",
                        company -> value(company.byCustomer().map(CustomerRates::verifying)),
                        "The published rate for customers that did.")
                .with(programs(), CompanyResult::programs)
                .with(
                        ListingType.ofWords("notUsed", "program", "Names of the other programs in the scenario."),
                        CompanyResult::notUsed)
                .withOne(Reliance.type("reliance", "company"), company -> Optional.of(Reliance.of(company, statuses)));
    }

    private ListingType<ProgramResult> programs() {
        return ListingType.<ProgramResult>of("programs", "program", "The programs countervailed, measurable or not.")
                .text("id", ProgramResult::id, "The program's id.")
                .text("name", ProgramResult::name, "Its name.")
                .text("type", ProgramResult::type, "The program type.")
                .text("specificity", program -> program.specificity().toString(), "The kind of specificity.")
                .number(Figure.RATE, "rate", program -> value(program.rate()), "The sum of its uses, unrounded.")
                .number(
                        Figure.PUBLISHED,
                        "rate-published",
                        program -> value(program.countedRounded()),
                        "The rate as published; 0 if it is not measurable.")
                .field(PUBLISHED)
                .truth("facts-available", ProgramResult::factsAvailable, "Whether any use rests on facts available.")
                .verdict("measurable", program -> holds(program.measurable()), "Whether the rate is at least 0.005%.")
                .number(
                        Figure.MONEY,
                        "benefit",
                        ofOnlyUse(UseResult::benefit),
                        "As in its use; only for a program with one use.")
                .number(
                        Figure.MONEY,
                        "slice",
                        ofOnlyUse(UseResult::slice),
                        "As in its use; only for a program with one use.")
                .number(
                        Figure.MONEY,
                        "denominator",
                        ofOnlyUse(UseResult::denominator),
                        "As in its use; only for a program with one use.")
                .with(uses(), ProgramResult::uses);
    }

    /**
     * A value of the program's only use; a program with several uses has no single benefit or denominator, because
     * rates are added, not benefits.
     */
    private ToDoubleFunction<ProgramResult> ofOnlyUse(Function<UseResult, Optional<Term>> part) {
        return program ->
                program.uses().size() == 1 ? value(part.apply(program.uses().get(0))) : Double.NaN;
    }

    private ListingType<UseResult> uses() {
        ListingType<UseResult> uses = ListingType.<UseResult>of("uses", "use", "What each recipient contributes.")
                .text("recipient", UseResult::recipient, "The member that received it.")
                .number(Figure.MONEY, "benefit", use -> value(use.benefit()), "The net benefit, or the sum received.")
                .number(Figure.MONEY, "slice", use -> value(use.slice()), "The part that belongs to the period.")
                .number(
                        Figure.MONEY,
                        "denominator",
                        use -> value(use.denominator()),
                        "The sales it is divided by, before an export value adjustment.")
                .text("denominator-of", UseResult::denominatorLabel, "Which sales these are.")
                .number(
                        Figure.RATE,
                        "rate",
                        use -> value(use.rate()),
                        "The ad valorem rate, after an export value adjustment.")
                .truth("facts-available", UseResult::factsAvailable, "Whether the rate rests on facts available.");
        return authority(uses, UseResult::authority)
                .with(
                        candidates(),
                        use -> use.selection().map(Selection::candidates).orElse(List.of()));
    }

    private ListingType<Selection.Candidate> candidates() {
        return ListingType.<Selection.Candidate>of(
                        "considered", "candidate", "The rates among which one on facts available was selected.")
                .text("step", of -> of.step().toString(), "The step of the hierarchy.")
                .text("program", Selection.Candidate::name, "The program, and where its rate was found.")
                .text("source", Selection.Candidate::source, "The citation, or the respondent's calculation.")
                .number(Figure.RATE, "rate", of -> value(of.rate()), "The rate.")
                .verdict(
                        "counts",
                        of -> of.qualifies().flatMap(this::holds),
                        "Whether it is high enough for the step; none if it was not considered.")
                .verdict("taken", of -> of.taken().flatMap(this::holds), "Whether it is the rate selected.")
                .text(
                        "fell",
                        of -> of.fell().orElse(""),
                        "Why it was not considered, where its rate is not the reason.");
    }

    /** Adds a rate with its verdict; the cells are empty if there is none. */
    static <R> ListingType<R> rate(ListingType<R> type, Function<R, Optional<Rate>> of) {
        return type.number(
                        Figure.RATE,
                        "rate",
                        row -> of.apply(row).map(Rate::unrounded).orElse(Double.NaN),
                        RATE_DOC)
                .number(
                        Figure.PUBLISHED,
                        "rate-published",
                        row -> of.apply(row).map(Rate::published).orElse(Double.NaN),
                        PUBLISHED_DOC)
                .verdict(
                        "de-minimis",
                        row -> of.apply(row).flatMap(Rate::deMinimis),
                        "The verdict on the unrounded rate.");
    }

    /** Adds the authority for a row. */
    static <R> ListingType<R> authority(ListingType<R> type, Function<R, Authority> of) {
        return type.text("authority", row -> of.apply(row).citation(), "The authority for it.")
                .text("support", row -> of.apply(row).support().label(), "The kind of support.")
                .text(
                        "assumption",
                        row -> of.apply(row).assumption().orElse(""),
                        "The number of the assumption, if any.");
    }

    private Part part(Scope scope) {
        return scenario.determination().withParts().stream()
                .filter(part -> part.scope().equals(scope))
                .findFirst()
                .orElseThrow();
    }

    private List<Part> othersOf(boolean years, Scope of) {
        return scenario.determination().parts().stream()
                .filter(part -> scenario.allOthers(part).isPresent())
                .filter(part -> years
                        ? part.scope().year().isPresent()
                                && part.scope().product().isEmpty()
                        : part.scope().product().isPresent()
                                && part.scope().year().equals(of.year()))
                .toList();
    }

    private ListingType<Part> allOthersWithParts() {
        ListingType<Part> years = allOthers("years")
                .text(
                        "entries-from",
                        part -> entriesFrom(part.scope()),
                        "The first day of the entries assessed at this rate.")
                .text("entries-to", part -> entriesTo(part.scope()), "The last day of those entries.")
                .with(allOthers("products"), part -> othersOf(false, part.scope()));
        return allOthers("allOthers")
                .with(years, part -> othersOf(true, part.scope()))
                .with(allOthers("products"), part -> othersOf(false, Scope.WHOLE));
    }

    private AllOthersResult others(Part part) {
        return part.allOthers().orElseThrow();
    }

    private ListingType<Part> allOthersRate(String name) {
        return ListingType.<Part>of(name, "company", "The rate of companies not examined.")
                .number(Figure.RATE, "rate", part -> value(others(part).rate()), RATE_DOC)
                .number(
                        Figure.PUBLISHED,
                        "rate-published",
                        part -> value(others(part).published()),
                        PUBLISHED_DOC)
                .field(PUBLISHED)
                .verdict(
                        "de-minimis",
                        part -> others(part).deMinimis().flatMap(this::holds),
                        "The verdict; in a review only.")
                .text("method", part -> others(part).method(), "How it was computed.")
                .text("year", part -> Scopes.year(part.scope()), "The year of the period; none for the latest.")
                .text("product", part -> Scopes.product(part.scope()), "The product; none for all products together.");
    }

    private ListingType<Part> allOthersInTable() {
        return allOthersRate("all-others")
                .text("id", part -> "all-others", "In place of the company's id.")
                .text("name", part -> "All others", "In place of the company's name.");
    }

    private ListingType<Part> allOthers(String name) {
        ListingType<AllOthersWorkings.Considered> considered = ListingType.<AllOthersWorkings.Considered>of(
                        "considered", "company", "The respondents whose rates were considered.")
                .text("name", AllOthersWorkings.Considered::name, "The company's name.")
                .number(Figure.PUBLISHED, "rate-published", AllOthersWorkings.Considered::rate, PUBLISHED_DOC)
                .field(PUBLISHED)
                .truth("qualifies", AllOthersWorkings.Considered::qualifies, "Whether its rate is averaged.")
                .text("reason", AllOthersWorkings.Considered::reason, "Why it is not.");
        ListingType<AllOthersWorkings.Step> workings = ListingType.<AllOthersWorkings.Step>of(
                        "workings", "step", "The averages in order.")
                .text("label", AllOthersWorkings.Step::label, "Its label.")
                .number(Figure.RATE, "value", AllOthersWorkings.Step::value, "The average, unrounded.")
                .truth("used", step -> step.role() == AllOthersWorkings.Role.RATE, "Whether it is the all-others rate.")
                .text("role", step -> step.role().toString(), "Its role in the rate.");
        return allOthersRate(name)
                .number(
                        Figure.COUNT,
                        "qualifying",
                        part -> value(others(part).qualifying()),
                        "Number of rates that qualify.")
                .with(
                        considered,
                        part -> AllOthersWorkings.of(others(part), scenario).considered())
                .with(
                        authority(workings, AllOthersWorkings.Step::authority),
                        part -> AllOthersWorkings.of(others(part), scenario).steps())
                .number(
                        Figure.SHARE,
                        "implied-weight",
                        part -> value(others(part).impliedWeight()),
                        "The weight of the higher of two rates in a published average; none where no average is stated.")
                .with(notSelected(), part -> others(part).notSelected());
    }

    private ListingType<AllOthersResult.OwnRate> notSelected() {
        return ListingType.<AllOthersResult.OwnRate>of(
                        "notSelected", "company", "Companies not selected in a review that have a rate of their own.")
                .text("id", AllOthersResult.OwnRate::id, "The company's id.")
                .text("name", AllOthersResult.OwnRate::name, "The company's name.")
                .number(Figure.RATE, "rate", own -> value(own.rate()), RATE_DOC)
                .number(Figure.PUBLISHED, "rate-published", own -> value(own.published()), PUBLISHED_DOC)
                .field(PUBLISHED)
                .verdict("de-minimis", own -> holds(own.deMinimis()), "The verdict on the unrounded rate.")
                .number(Figure.RATE, "prior-rate", own -> value(own.prior()), "Its rate of an earlier segment.")
                .text("source", AllOthersResult.OwnRate::source, "The segment and where its rate was published.")
                .truth(
                        "pulled-forward",
                        own -> scenario.values().holds(own.pulledForward()),
                        "Whether that rate is used again.")
                .text("reason", AllOthersResult.OwnRate::why, "Why it is or is not.");
    }

    private double value(Term term) {
        return scenario.value(term);
    }

    private double value(Optional<Term> term) {
        return term.map(scenario::value).orElse(Double.NaN);
    }

    private Optional<Boolean> holds(Term truth) {
        return Optional.of(scenario.values().holds(truth));
    }
}
