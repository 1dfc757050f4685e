package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.engine.Gradient;
import org.advalorem.facts.Address;
import org.advalorem.facts.Column;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Months;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Provenance;
import org.advalorem.facts.Records;
import org.advalorem.facts.Sheet;
import org.advalorem.rules.CompanyResult;
import org.advalorem.rules.ProgramResult;
import org.advalorem.rules.base.Measured;
import org.advalorem.rules.benchmarks.OwnLoans;
import org.advalorem.uncertainty.RandomStream;

/**
 * The transactions of a scenario: every row of a company's records, of the firms' own loans among the benchmarks, and
 * every amount that a company states by itself.
 *
 * <p>The value of a row is quantity times price where it has both, else its first amount. What it adds to benefit and rate
 * is as in {@link RowContributions}.
 */
final class TracedTables {
    private static final String COMPANIES = "companies";
    private static final String BENCHMARKS = "benchmarks";
    private static final String USES = "uses";
    private static final String CURRENCY = "currency";
    private static final String CORRECTED = "corrected";
    private static final int PROGRAM = 3;

    private final Model model;
    private final long seed;
    private final RowContributions contributions;
    private final Map<String, Gradient> ofRates = new LinkedHashMap<>();
    private final Map<Address, List<Gradient>> ofBenefits = new LinkedHashMap<>();

    private TracedTables(Model model, long seed) {
        this.model = model;
        this.seed = seed;
        this.contributions =
                new RowContributions(model.values(), model.determination().sheets());
    }

    /** The tables: the firms' own loans, then company by company its records and the amounts that it states one by one. */
    static List<TracedTable> of(Model model, long seed) {
        TracedTables tables = new TracedTables(model, seed);
        List<TracedTable> all = new ArrayList<>();
        for (Sheet sheet : model.determination().sheets()) {
            // other records of benchmarks are published tables
            if (sheet.rows().address().segments().get(0).equals(BENCHMARKS)
                    && sheet.columns().contains(OwnLoans.MEASURED.amount())) {
                all.addAll(tables.records(sheet));
            }
        }
        for (CompanyResult company : model.determination().companies()) {
            Address of = new Address(List.of(COMPANIES, company.id()));
            model.determination().sheets().stream()
                    .filter(sheet -> sheet.rows().address().isBelow(of))
                    .forEach(sheet -> all.addAll(tables.records(sheet)));
            all.addAll(tables.amounts(company, of));
        }
        return all;
    }

    /** The rows of records with an amount, currency by currency; none of a tariff, which has only prices. */
    private List<TracedTable> records(Sheet sheet) {
        Records rows = sheet.rows();
        Owner owner = owner(rows.address());
        if (rows.rows() > 0 && measured(sheet).isEmpty() && !contributions.hasAmounts(sheet)) {
            return List.of();
        }
        double[] benefits = benefits(owner, slopes -> contributions.of(sheet, slopes), rows.rows());
        double[] rates = owner.company()
                .map(company -> contributions.of(sheet, rateOf(company)))
                .orElseGet(() -> none(rows.rows()));
        RandomStream random = RandomStream.of(seed, stream(rows.address().toString()));
        Map<String, List<TracedRow>> byCurrency = new LinkedHashMap<>();
        for (int row = 0; row < rows.rows(); row++) {
            Optional<Amount> amount = amount(sheet, row, owner);
            if (amount.isPresent()) {
                Origin origin = rows.origin(row);
                byCurrency
                        .computeIfAbsent(amount.get().currency(), absent -> new ArrayList<>())
                        .add(new TracedRow(
                                row + 1,
                                rows.address().child(Integer.toString(row + 1)).toString(),
                                origin.overridden().orElse(origin),
                                origin.overridden().isPresent(),
                                month(sheet, row),
                                amount.get().value(),
                                benefits[row],
                                rates[row],
                                random.uniform(row)));
            }
        }
        if (rows.rows() == 0 && sheet.columns().stream().anyMatch(TracedTables::isAmount)) {
            byCurrency.put("", List.of());
        }
        List<TracedTable> tables = new ArrayList<>();
        byCurrency.forEach((currency, traced) -> tables.add(new TracedTable(
                owner.companyId(), owner.program(), rows.address().toString(), currency, Optional.of(sheet), traced)));
        return tables;
    }

    /** Whose a table is. */
    private record Owner(Optional<CompanyResult> company, String program) {
        String companyId() {
            return company.map(CompanyResult::id).orElse("");
        }

        Optional<ProgramResult> result() {
            return company.flatMap(of -> of.programs().stream()
                    .filter(one -> one.id().equals(program))
                    .findFirst());
        }
    }

    private Owner owner(Address address) {
        List<String> segments = address.segments();
        boolean use = segments.size() > PROGRAM && segments.get(2).equals(USES);
        return new Owner(
                segments.get(0).equals(COMPANIES) ? model.determination().company(segments.get(1)) : Optional.empty(),
                use ? segments.get(PROGRAM) : "");
    }

    private Gradient rateOf(CompanyResult company) {
        return ofRates.computeIfAbsent(company.id(), absent -> Gradient.of(model.values(), company.rate()));
    }

    /** What each amount adds to the benefits of a program's uses; not a number where there is no benefit. */
    private double[] benefits(Owner owner, Function<Gradient, double[]> contribution, int count) {
        Optional<ProgramResult> program = owner.result();
        if (program.isEmpty()) {
            return none(count);
        }
        List<Gradient> slopes = ofBenefits.computeIfAbsent(
                new Address(List.of(owner.companyId(), owner.program())),
                absent -> program.get().uses().stream()
                        .flatMap(use -> use.benefit().stream())
                        .map(benefit -> Gradient.of(model.values(), benefit))
                        .toList());
        if (slopes.isEmpty()) {
            return none(count);
        }
        double[] sum = new double[count];
        for (Gradient one : slopes) {
            double[] added = contribution.apply(one);
            Arrays.setAll(sum, i -> sum[i] + added[i]);
        }
        return sum;
    }

    private static double[] none(int count) {
        double[] none = new double[count];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    /** The value of a row. */
    private record Amount(double value, String currency) {}

    private Optional<Amount> amount(Sheet sheet, int row, Owner owner) {
        Records rows = sheet.rows();
        Optional<Measured> measured = measured(sheet);
        Optional<Column> quantity = measured.filter(Measured::perUnit).flatMap(Measured::quantity);
        return measured.map(Measured::amount)
                .filter(column -> !rows.isBlank(row, column))
                .or(() -> sheet.columns().stream()
                        .filter(column -> isAmount(column) && !rows.isBlank(row, column))
                        .findFirst())
                .map(column -> new Amount(
                        rows.number(row, column)
                                * quantity.map(of -> rows.number(row, of)).orElse(1.0),
                        currency(sheet, row, column, owner)));
    }

    private Optional<Measured> measured(Sheet sheet) {
        return model.programs().measured().stream()
                .filter(of -> sheet.columns().contains(of.amount()))
                .findFirst();
    }

    private static boolean isAmount(Column column) {
        return column.type() == Column.Type.NUMBER || column.type() == Column.Type.NOT_NEGATIVE;
    }

    /** The currency of an amount: its own, that of its row, that of its column, or the company's. */
    private String currency(Sheet sheet, int row, Column column, Owner owner) {
        Records rows = sheet.rows();
        String ofRow = sheet.columns().stream()
                .filter(other -> other.name().equals(CURRENCY))
                .map(other -> rows.word(row, other))
                .findFirst()
                .orElse("");
        return contributions
                .unit(sheet, row)
                .or(() -> ofRow.isEmpty() ? rows.unit(row, column).flatMap(Unit::currency) : Unit.parse(ofRow))
                .or(() -> owner.company().map(CompanyResult::currency))
                .map(Unit::toString)
                .orElse("");
    }

    private static OptionalInt month(Sheet sheet, int row) {
        Records rows = sheet.rows();
        for (Column column : sheet.columns()) {
            boolean day = column.type() == Column.Type.DATE;
            if ((day || column.type() == Column.Type.MONTH) && !rows.isBlank(row, column)) {
                return OptionalInt.of(day ? Months.of(rows.day(row, column)) : rows.month(row, column));
            }
        }
        return OptionalInt.empty();
    }

    private static String stream(String address) {
        return "verify-sample " + address;
    }

    /** The amounts of money that a company states outside records. */
    private List<TracedTable> amounts(CompanyResult company, Address of) {
        Map<String, List<TracedRow>> byCurrency = new LinkedHashMap<>();
        int number = 0;
        for (FactRegister.Fact fact : model.determination().register().all()) {
            if (fact.address().isBelow(of) && isAmount(fact)) {
                Term amount = fact.term().orElseThrow();
                number++;
                double[] benefit =
                        benefits(owner(fact.address()), slopes -> new double[] {contributions.of(amount, slopes)}, 1);
                byCurrency
                        .computeIfAbsent(amount.unit().toString(), absent -> new ArrayList<>())
                        .add(new TracedRow(
                                number,
                                fact.address().toString(),
                                fact.origin(),
                                false,
                                OptionalInt.empty(),
                                model.values().of(amount),
                                benefit[0],
                                contributions.of(amount, rateOf(company)),
                                RandomStream.of(seed, stream(fact.address().toString()))
                                        .uniform(0)));
            }
        }
        List<TracedTable> tables = new ArrayList<>();
        byCurrency.forEach((currency, rows) ->
                tables.add(new TracedTable(company.id(), "", of.toString(), currency, Optional.empty(), rows)));
        return tables;
    }

    private boolean isAmount(FactRegister.Fact fact) {
        return !fact.descriptive()
                && fact.provenance().status() != Provenance.Status.DEFAULT
                && fact.term().filter(term -> term.unit().isMoney()).isPresent()
                && !fact.address().segments().contains(CORRECTED)
                && model.determination().sheets().stream()
                        .noneMatch(sheet -> fact.address().isBelow(sheet.rows().address()));
    }
}
