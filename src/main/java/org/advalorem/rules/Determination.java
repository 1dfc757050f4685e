package org.advalorem.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Address;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Facts;
import org.advalorem.facts.FactsContext;
import org.advalorem.facts.Given;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.UnusableFactsException;
import org.advalorem.facts.Warnings;

/**
 * A determination: every respondent's rate and the all-others rate, as one calculation.
 *
 * @param illustrative the watermark, when figures are invented under a real name
 * @param results the terms that results are asked for by, such as {@code companies.zhongji.rate}
 * @param leftOut what is stated and counted by no rate
 * @param warnings what must not be overlooked in any output
 */
public record Determination(
        String title,
        Optional<String> illustrative,
        Proceeding proceeding,
        List<CompanyResult> companies,
        Optional<AllOthersResult> allOthers,
        Calculation calculation,
        FactRegister register,
        Map<String, Term> results,
        List<LeftOut> leftOut,
        List<Warnings.Warning> warnings) {
    /** Copies the lists. */
    public Determination {
        leftOut = List.copyOf(leftOut);
        warnings = List.copyOf(warnings);
    }

    /**
     * Builds the calculation of a scenario.
     *
     * @param problems where everything that is wrong is noted
     * @return nothing when something was noted
     */
    public static Optional<Determination> of(
            Given.Mapping scenario, DataFiles files, Programs programs, Problems problems) {
        CalculationBuilder builder = new CalculationBuilder();
        FactsContext context = FactsContext.of(builder, problems, files)
                .withNames("benchmarks", names(scenario, "benchmarks"))
                .withNames("programs", names(scenario, "programs"));
        ScenarioFields fields = new ScenarioFields(programs);
        Facts root = Facts.of(fields.fields(), context, new Facts.Layer(scenario, Address.ROOT));
        try {
            Determination determination = new Builder(root, fields, programs, builder).build();
            return problems.isEmpty() ? Optional.of(determination) : Optional.empty();
        } catch (UnusableFactsException noted) {
            return Optional.empty();
        }
    }

    private static List<String> names(Given.Mapping scenario, String part) {
        return scenario.entries().get(part) instanceof Given.Mapping mapping
                ? List.copyOf(mapping.entries().keySet())
                : List.of();
    }

    /** Puts the parts together. */
    private static final class Builder {
        private final Facts root;
        private final ScenarioFields fields;
        private final Programs types;
        private final CalculationBuilder builder;
        private final Set<LeftOut> leftOut = new LinkedHashSet<>();

        Builder(Facts root, ScenarioFields fields, Programs types, CalculationBuilder builder) {
            this.root = root;
            this.fields = fields;
            this.types = types;
            this.builder = builder;
        }

        Determination build() {
            Proceeding proceeding = Proceeding.of(root.get(ScenarioFields.PROCEEDING));
            proceeding.write(builder.outline());
            Benchmarks benchmarks =
                    new Benchmarks(root.optional(fields.benchmarks()).orElse(Map.of()));
            ExchangeRates exchangeRates = ExchangeRates.of(root.optional(ScenarioFields.EXCHANGE_RATES), proceeding.period());
            Map<String, CompanyCalculation.Program> programs = programs();
            List<CompanyResult> companies = new ArrayList<>();
            List<String> unusable = new ArrayList<>();
            root.get(fields.companies()).forEach((id, given) -> {
                try {
                    companies.add(company(id, given, proceeding, benchmarks, exchangeRates, programs));
                } catch (UnusableFactsException noted) {
                    unusable.add(id);
                }
            });
            if (!unusable.isEmpty()) {
                throw new UnusableFactsException();
            }
            Optional<AllOthersResult> allOthers = root.optional(ScenarioFields.ALL_OTHERS)
                    .flatMap(facts -> new AllOthers(
                                    facts,
                                    proceeding,
                                    companies,
                                    exchangeRates,
                                    builder,
                                    builder.outline()
                                            .section(
                                                    "All-others rate",
                                                    facts.address().toString()))
                            .result());
            exchangeRates.write(builder.outline());
            return new Determination(
                    root.get(ScenarioFields.TITLE),
                    root.optional(ScenarioFields.ILLUSTRATIVE),
                    proceeding,
                    List.copyOf(companies),
                    allOthers,
                    builder.build(),
                    root.context().register(),
                    results(companies, allOthers),
                    List.copyOf(leftOut),
                    root.context().warnings().all());
        }

        private Map<String, CompanyCalculation.Program> programs() {
            Map<String, CompanyCalculation.Program> programs = new LinkedHashMap<>();
            root.get(fields.programs()).forEach((id, facts) -> {
                ProgramType type = types.types().get(facts.get(Programs.TYPE));
                if (type != null) {
                    programs.put(id, new CompanyCalculation.Program(id, type, facts));
                }
            });
            return programs;
        }

        private CompanyResult company(
                String id,
                Given given,
                Proceeding proceeding,
                Benchmarks benchmarks,
                ExchangeRates exchangeRates,
                Map<String, CompanyCalculation.Program> programs) {
            if (!(given instanceof Given.Mapping mapping)) {
                root.context()
                        .problems()
                        .add(Problem.Code.AV203, given.origin(), "(companies." + id + ") must be a mapping.", "");
                throw new UnusableFactsException();
            }
            Address address = CompanyResult.address(id);
            Company company = Company.of(id, new Facts.Layer(mapping, address), root.context(), types, exchangeRates);
            return new CompanyCalculation(
                            company,
                            programs,
                            proceeding,
                            proceeding.period().latest(),
                            benchmarks,
                            exchangeRates,
                            builder,
                            builder.outline().section(company.name(), address.toString()),
                            leftOut::add)
                    .result();
        }

        private static Map<String, Term> results(List<CompanyResult> companies, Optional<AllOthersResult> allOthers) {
            Map<String, Term> results = new LinkedHashMap<>();
            for (CompanyResult company : companies) {
                Address address = company.address();
                results.put(address.child("rate").toString(), company.published());
                results.put(address.child("rate-unrounded").toString(), company.rate());
                results.put(address.child("de-minimis").toString(), company.deMinimis());
                results.put(address.child("de-minimis-threshold").toString(), company.threshold());
                results.put(address.child("rate-export-contingent").toString(), company.exportContingent());
                results.put(address.child("rate-otherwise-rounded").toString(), company.otherRounding());
                for (ProgramResult program : company.programs()) {
                    Address of = company.address(program);
                    results.put(of.child("rate").toString(), program.countedRounded());
                    results.put(of.child("rate-unrounded").toString(), program.rate());
                }
            }
            allOthers.ifPresent(result -> {
                results.put("all-others.rate", result.published());
                results.put("all-others.rate-unrounded", result.rate());
            });
            return results;
        }
    }
}
