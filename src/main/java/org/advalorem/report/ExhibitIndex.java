package org.advalorem.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Withheld;
import org.advalorem.facts.Address;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.MonthlySeries;
import org.advalorem.facts.Provenance;
import org.advalorem.facts.Source;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.base.ComparedPrice;

/**
 * The index of exhibits: every figure by the exhibit of the record that it is taken from, every benchmark with the terms on
 * which it is compared, and every figure for which no exhibit is stated.
 *
 * <p>A figure is a number that the scenario states, a word or day with a stated source, or a data file as a whole: its rows
 * come from one document. Defaults are none.
 */
final class ExhibitIndex {
    private static final String BENCHMARKS = "benchmarks";
    private static final String PRICES = "world";
    private static final int OF_BENCHMARK = 2;

    private final EvaluatedScenario scenario;
    private final FactRegister register;
    private final Map<Address, FactRegister.DataFile> files;
    private final Set<String> reported;

    private ExhibitIndex(EvaluatedScenario scenario) {
        this.scenario = scenario;
        this.register = scenario.determination().register();
        this.files = register.files().stream()
                .collect(Collectors.toMap(
                        FactRegister.DataFile::address, file -> file, (first, again) -> first, LinkedHashMap::new));
        this.reported = scenario.companies().stream().map(CompanyResult::id).collect(Collectors.toSet());
    }

    /** The index of a scenario, for the companies reported. */
    static ExhibitIndex of(EvaluatedScenario scenario) {
        return new ExhibitIndex(scenario);
    }

    /**
     * A figure.
     *
     * @param text as written; of a data file, its name
     * @param term the number; empty for words, days and data files
     * @param unit the unit of the number; of a data file, its rows
     */
    record Figured(Address address, String text, Optional<Term> term, String unit, Provenance provenance) {
        Source source() {
            return provenance.source();
        }
    }

    /**
     * A part of a benchmark, such as one source of prices, from one exhibit and on one set of terms.
     *
     * @param part its address below that of the benchmark
     * @param grade the grades or products that it distinguishes, or that the scenario names
     * @param quoted the delivery term at which the source quotes it
     * @param compared the terms of the comparison; empty for a lending rate or where no program uses the benchmark
     * @param uses the uses compared on those terms
     */
    record Benchmark(
            String name,
            String part,
            Source source,
            String status,
            String grade,
            String quoted,
            Optional<ComparedPrice> compared,
            List<String> uses) {}

    /** The figures with an exhibit, by exhibit and page. */
    Listing<Figured> byExhibit() {
        return placed(ListingType.<Figured>of(
                        "figuresByExhibit", "figure", "Every figure by exhibit and page, as the record has them."))
                .of(
                        "Figures by exhibit",
                        figures()
                                .filter(of -> of.source().hasExhibit())
                                .sorted(order())
                                .toList());
    }

    /** The figures without an exhibit, in the order of the scenario. */
    Listing<Figured> withoutExhibit() {
        return described(ListingType.<Figured>of(
                        "figuresWithoutExhibit", "figure", "Every figure for which no exhibit is stated."))
                .text("source", "source", of -> of.source().words(), "The source, as far as one is stated.")
                .of(
                        "Figures without an exhibit",
                        figures().filter(of -> !of.source().hasExhibit()).toList());
    }

    /** The benchmarks, by exhibit and page; those without an exhibit last. */
    Listing<Benchmark> benchmarks() {
        return ListingType.<Benchmark>of(
                        "benchmarksByExhibit",
                        "benchmark",
                        "Every benchmark by exhibit, with the terms on which it is compared.")
                .text("exhibit", "exhibit", of -> of.source().exhibit(), "The exhibit; empty if none is stated.")
                .text("page", "page", of -> of.source().page(), "The page or pages of the exhibit.")
                .text("barcode", of -> of.source().barcode(), "The barcode of the document in ACCESS.")
                .longText("benchmark", "benchmark", Benchmark::name, "The name of the benchmark.")
                .longText("part", "part", Benchmark::part, "What of it comes from the exhibit.")
                .text("status", "status", Benchmark::status, "How well it is established.")
                .longText("grade", "grade", Benchmark::grade, "The grade or product of the prices.")
                .longText(
                        "quoted",
                        "quoted",
                        Benchmark::quoted,
                        "The delivery term at which the source quotes the prices.")
                .text("tier", of -> terms(of, ComparedPrice::tier), "The tier under 19 CFR 351.511(a)(2).")
                .longText(
                        "delivery-term",
                        "compared",
                        of -> terms(of, ComparedPrice::delivery),
                        "Where the goods are priced in the comparison, and what was added to bring the benchmark there.")
                .longText("vat", "VAT", of -> terms(of, ComparedPrice::vat), "Whether the prices compared include VAT.")
                .longText(
                        "exchange-rate",
                        "exchange rate",
                        of -> terms(of, ComparedPrice::exchangeRate),
                        "The average at which the benchmark was converted.")
                .text("used-by", of -> String.join("; ", of.uses()), "The addresses of the uses compared so.")
                .of("Benchmarks by exhibit", partsOfBenchmarks());
    }

    private static String terms(Benchmark of, Function<ComparedPrice, String> term) {
        return of.compared().map(term).orElse("");
    }

    /** All figures, those with an exhibit first, as one table; of benchmarks with the terms of the comparison. */
    Listing<Figured> all() {
        return placed(ListingType.<Figured>of("figures", "figure", "Every figure, those with an exhibit first."))
                .text("grade", of -> grade(of.address()), "Of a benchmark, the grade or product of the prices.")
                .text("quoted", of -> quoted(of.address()), "Of a benchmark, the delivery term of its source.")
                .text(
                        "delivery-term",
                        of -> every(of, ComparedPrice::delivery),
                        "Of a benchmark, where the goods are priced in the comparison.")
                .text(
                        "vat",
                        of -> every(of, ComparedPrice::vat),
                        "Of a benchmark, whether VAT is in the prices compared.")
                .text(
                        "exchange-rate",
                        of -> every(of, ComparedPrice::exchangeRate),
                        "Of a benchmark, the average at which it was converted.")
                .of(Stream.concat(byExhibit().rows().stream(), withoutExhibit().rows().stream())
                        .toList());
    }

    private String every(Figured of, Function<ComparedPrice, String> term) {
        return compared(of.address()).map(term).distinct().collect(Collectors.joining("; "));
    }

    private ListingType<Figured> placed(ListingType<Figured> type) {
        return described(type.text("exhibit", "exhibit", of -> of.source().exhibit(), "The exhibit; empty if none.")
                        .text("page", "page", of -> of.source().page(), "The page or pages.")
                        .text("barcode", "barcode", of -> of.source().barcode(), "The barcode in ACCESS."))
                .text("source", "source", of -> of.source().text(), "The source in words.");
    }

    private ListingType<Figured> described(ListingType<Figured> type) {
        return type.longText("address", "address", of -> of.address().toString(), "The address of the figure.")
                .longText(
                        "name",
                        "name",
                        of -> InputNames.of(scenario, of.address().toString()),
                        "Its name.")
                .longText("text", "value", Figured::text, "The figure as written; the name of a data file.")
                .number(
                        Figure.PLAIN,
                        "value",
                        of -> of.term().map(scenario::value).orElse(Double.NaN),
                        "The number, a rate as a fraction; none for words, days and data files.")
                .text("unit", "unit", Figured::unit, "The unit of the number; the number of rows of a data file.")
                .text("status", "status", of -> of.provenance().status().label(), "How well it is established.");
    }

    private Stream<Figured> figures() {
        Stream<Figured> ofFiles = files.values().stream()
                .map(file -> new Figured(
                        file.address(),
                        file.name(),
                        Optional.empty(),
                        NumberText.count(file.rows(), "row"),
                        file.provenance()));
        Stream<Figured> single = register.all().stream()
                .filter(fact -> !fact.origin().place().isEmpty())
                .filter(fact ->
                        fact.term().isPresent() || fact.provenance().source().isStated())
                .filter(fact -> file(fact.address()).isEmpty())
                .map(fact ->
                        new Figured(fact.address(), fact.text(), fact.term(), InputRows.unit(fact), fact.provenance()));
        return Stream.concat(ofFiles, single)
                .filter(of -> InputRows.isReported(of.address().segments(), reported));
    }

    /** The data file that has the cell at an address, or is at it. */
    private Optional<FactRegister.DataFile> file(Address address) {
        List<String> segments = address.segments();
        for (int length = segments.size(); length > 0; length--) {
            FactRegister.DataFile file = files.get(new Address(segments.subList(0, length)));
            boolean ofFile = length == segments.size()
                    || Character.isDigit(segments.get(length).charAt(0));
            if (file != null && ofFile) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static Comparator<Figured> order() {
        return Comparator.<Figured, String>comparing(of -> of.source().exhibit(), ExhibitOrder::compare)
                .thenComparing(of -> of.source().page(), ExhibitOrder::compare)
                .thenComparing(of -> of.source().barcode());
    }

    private List<Benchmark> partsOfBenchmarks() {
        List<Benchmark> parts = new ArrayList<>();
        for (Address address : addressesOfParts()) {
            Map<List<String>, List<ComparedPrice>> terms = compared(address)
                    .collect(Collectors.groupingBy(
                            price -> List.of(price.tier(), price.delivery(), price.vat(), price.exchangeRate()),
                            LinkedHashMap::new,
                            Collectors.toList()));
            for (Provenance provenance : provenances(address)) {
                if (terms.isEmpty()) {
                    parts.add(benchmark(address, provenance, List.of()));
                }
                terms.values().forEach(prices -> parts.add(benchmark(address, provenance, prices)));
            }
        }
        parts.sort(Comparator.<Benchmark, Boolean>comparing(of -> !of.source().hasExhibit())
                .thenComparing(of -> of.source().exhibit(), ExhibitOrder::compare)
                .thenComparing(of -> of.source().page(), ExhibitOrder::compare));
        return parts;
    }

    private Benchmark benchmark(Address address, Provenance provenance, List<ComparedPrice> prices) {
        return new Benchmark(
                address.segments().get(1),
                String.join(
                        " ",
                        address.segments()
                                .subList(OF_BENCHMARK, address.segments().size())),
                provenance.source(),
                provenance.status().label(),
                grade(address),
                quoted(address),
                prices.stream().findFirst(),
                prices.stream().map(ComparedPrice::use).toList());
    }

    /** The series and tables of which benchmarks consist. */
    private Set<Address> addressesOfParts() {
        Set<Address> parts = new LinkedHashSet<>();
        Stream.of(
                        scenario.determination().series().keySet().stream(),
                        scenario.determination().sheets().stream()
                                .map(sheet -> sheet.rows().address()),
                        files.keySet().stream())
                .flatMap(addresses -> addresses)
                .filter(ExhibitIndex::isOfBenchmark)
                .forEach(parts::add);
        return parts;
    }

    private static boolean isOfBenchmark(Address address) {
        return address.segments().size() > OF_BENCHMARK
                && address.segments().get(0).equals(BENCHMARKS);
    }

    /** The different sources of a part, in order, pages of one document together, each with the status that it has first. */
    private List<Provenance> provenances(Address part) {
        FactRegister.DataFile file = files.get(part);
        Map<Source, Provenance> different = new LinkedHashMap<>();
        if (file != null) {
            different.put(file.provenance().source(), file.provenance());
        } else {
            register.all().stream()
                    .filter(fact -> fact.term().isPresent() && fact.address().isBelow(part))
                    .forEach(fact -> different.merge(
                            document(fact.provenance().source()), fact.provenance(), ExhibitIndex::together));
        }
        return List.copyOf(different.values());
    }

    private static Source document(Source source) {
        return new Source(source.text(), source.exhibit(), "", source.barcode());
    }

    private static Provenance together(Provenance first, Provenance again) {
        Set<String> pages = new LinkedHashSet<>(List.of(first.source().page().split(", ", -1)));
        pages.add(again.source().page());
        pages.remove("");
        Source of = first.source();
        return new Provenance(
                first.status(),
                new Source(of.text(), of.exhibit(), String.join(", ", pages), of.barcode()),
                first.publication());
    }

    private Stream<ComparedPrice> compared(Address part) {
        return isOfBenchmark(part)
                ? scenario.determination().compared().stream()
                        .filter(price ->
                                price.benchmark().equals(part.segments().get(1)))
                        .filter(price ->
                                InputRows.isReported(Address.parse(price.use()).segments(), reported))
                : Stream.empty();
    }

    private String quoted(Address part) {
        return isOfPrices(part) ? stated(part, "delivery-term") : "";
    }

    /** The grades of a series with several; else the one that the benchmark states. */
    private String grade(Address part) {
        List<String> grades = Optional.ofNullable(
                        scenario.determination().series().get(part))
                .map(MonthlySeries::grades)
                .orElse(List.of());
        if (grades.isEmpty()) {
            return isOfPrices(part) ? stated(part, "grade") : "";
        }
        return isShown(part) ? String.join(", ", grades) : Withheld.BRACKETS;
    }

    /** Whether the words of a series may be printed: in a public version those of confidential rows may not. */
    private boolean isShown(Address part) {
        return scenario.publicVersion().isEmpty()
                || (scenario.publicVersion().get().isPublic(part)
                        && Optional.ofNullable(files.get(part))
                                .map(file -> file.provenance().isPublic())
                                .orElse(true));
    }

    /** Whether it is a price of the goods themselves, which alone has a grade and the delivery term of its source. */
    private static boolean isOfPrices(Address part) {
        return isOfBenchmark(part) && part.segments().get(OF_BENCHMARK).equals(PRICES);
    }

    private String stated(Address part, String field) {
        Address benchmark = Address.ROOT.child(BENCHMARKS).child(part.segments().get(1));
        return register.find(benchmark.child(field).toString())
                .map(FactRegister.Fact::text)
                .orElse("");
    }
}
