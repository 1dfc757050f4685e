package org.advalorem.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.calculation.Authority;
import org.advalorem.facts.Problem;
import org.advalorem.rules.adverse.Petition;
import org.advalorem.rules.attribution.Company;
import org.advalorem.rules.base.ProgramFinding;

/**
 * The disposition of every program for one company: those of the petition first, none of which may be missing, then the
 * others that the company used or on which there is a finding.
 */
final class Dispositions {
    private final Company company;
    private final Petition petition;
    private final Map<CompanyCalculation.Program, String> notApplied;
    private final List<CompanyCalculation.Program> otherYears;

    /**
     * The dispositions of a company.
     *
     * @param notApplied the programs that the company used but that are not applied, each with the reason
     * @param otherYears the programs used only in other years of the period
     */
    Dispositions(
            Company company,
            Petition petition,
            Map<CompanyCalculation.Program, String> notApplied,
            List<CompanyCalculation.Program> otherYears) {
        this.company = company;
        this.petition = petition;
        this.notApplied = notApplied;
        this.otherYears = otherYears;
    }

    /**
     * All dispositions, with a warning if the scenario says nothing about a program of the petition.
     *
     * @param used the programs used, in the order of their results
     * @param results the results of those that count in this rate
     */
    List<Disposition> of(List<NetSubsidyRate.Used> used, List<ProgramResult> results) {
        Map<String, Disposition> reported = reported(used, results);
        List<Disposition> all = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Petition.Alleged alleged : petition.programs()) {
            List<String> found =
                    reported.keySet().stream().filter(alleged::isOne).toList();
            if (found.isEmpty()) {
                missing.add(alleged.name());
                all.add(new Disposition(
                        alleged.name(),
                        true,
                        Disposition.Outcome.NOT_STATED,
                        Optional.empty(),
                        "neither a use nor a finding is stated"));
            }
            found.forEach(name -> Optional.ofNullable(reported.remove(name))
                    .ifPresent(of ->
                            all.add(new Disposition(alleged.name(), true, of.outcome(), of.result(), of.source()))));
        }
        all.addAll(reported.values());
        if (!missing.isEmpty()) {
            company.facts()
                    .context()
                    .warnings()
                    .add(
                            company.facts().address().child(Company.DISPOSITIONS.name()),
                            "For " + company.name() + " the scenario states neither a use nor a finding on "
                                    + (missing.size() == 1 ? "a program" : missing.size() + " programs")
                                    + " of the petition: " + String.join("; ", missing) + ".");
        }
        return all;
    }

    /** The programs used and those on which there is a finding, by name. */
    private Map<String, Disposition> reported(List<NetSubsidyRate.Used> used, List<ProgramResult> results) {
        Map<String, Disposition> reported = new LinkedHashMap<>();
        for (NetSubsidyRate.Used of : used) {
            Optional<ProgramResult> result = results.stream()
                    .filter(program -> program.id().equals(of.program().id()))
                    .findFirst();
            result.ifPresent(rate -> {
                add(of.program(), rate, reported);
                of.together().forEach(program -> add(program, rate, reported));
            });
        }
        notApplied.forEach((program, why) ->
                put(program.name(), Disposition.Outcome.NOT_APPLIED, "the scenario: " + why, reported));
        otherYears.forEach(program ->
                put(program.name(), Disposition.Outcome.NOT_USED, "the scenario: used in another year", reported));
        company.findings().forEach((name, finding) -> {
            if (reported.keySet().stream().anyMatch(known -> known.equalsIgnoreCase(name))) {
                throw company.facts()
                        .problem(
                                Problem.Code.AV401,
                                Company.DISPOSITIONS,
                                "(" + company.id() + ") states a use of (" + name + "), but also the finding ("
                                        + finding.outcome() + ").",
                                "Leave one of them out.");
            }
            put(name, outcome(finding), finding.source().words(), reported);
        });
        return reported;
    }

    private static void add(CompanyCalculation.Program program, ProgramResult rate, Map<String, Disposition> reported) {
        reported.putIfAbsent(
                program.name(),
                new Disposition(
                        program.name(),
                        false,
                        rate.factsAvailable() ? Disposition.Outcome.FACTS_AVAILABLE : Disposition.Outcome.COUNTERVAILED,
                        Optional.of(rate),
                        rate.uses().stream()
                                .map(UseResult::authority)
                                .map(Authority::toString)
                                .distinct()
                                .collect(Collectors.joining("; "))));
    }

    private static void put(
            String name, Disposition.Outcome outcome, String source, Map<String, Disposition> reported) {
        reported.putIfAbsent(name, new Disposition(name, false, outcome, Optional.empty(), source));
    }

    private static Disposition.Outcome outcome(ProgramFinding finding) {
        return switch (finding.outcome()) {
            case NOT_USED -> Disposition.Outcome.NOT_USED;
            case NOT_COUNTERVAILABLE -> Disposition.Outcome.NOT_COUNTERVAILABLE;
            case NOT_MEASURABLE -> Disposition.Outcome.NOT_MEASURABLE;
        };
    }
}
