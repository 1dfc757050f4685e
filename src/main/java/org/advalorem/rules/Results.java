package org.advalorem.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Address;
import org.advalorem.rules.deposits.Deposits;
import org.advalorem.rules.exposure.Exposure;
import org.advalorem.rules.screens.Comparison;
import org.advalorem.rules.screens.Screen;

/** The terms of all results of a determination. */
public final class Results {
    private final Map<ResultKey, Term> terms;

    private Results(Map<ResultKey, Term> terms) {
        this.terms = terms;
    }

    // Loops instead of lambdas: each lambda would be a class to load whenever a rate is computed.
    static Results of(List<Part> parts, Map<ResultKey, Term> beyondTheRates) {
        Map<ResultKey, Term> terms = new LinkedHashMap<>();
        for (Part part : parts) {
            for (CompanyResult company : part.companies()) {
                put(company, terms);
            }
            if (part.negative().isPresent()) {
                put(Subject.determination(part.scope()), Measure.NEGATIVE, part.negative(), terms);
            }
            if (part.allOthers().isPresent()) {
                put(part.allOthers().get(), Subject.allOthers(part.scope()), terms);
            }
        }
        terms.putAll(beyondTheRates);
        return new Results(Collections.unmodifiableMap(terms));
    }

    private static void put(Subject subject, Measure measure, Optional<Term> term, Map<ResultKey, Term> terms) {
        if (term.isPresent()) {
            terms.put(subject.key(measure), term.get());
        }
    }

    private static void put(CompanyResult company, Map<ResultKey, Term> terms) {
        Subject subject = company.subject();
        terms.put(subject.key(Measure.RATE), company.published());
        terms.put(subject.key(Measure.RATE_UNROUNDED), company.rate());
        terms.put(subject.key(Measure.DE_MINIMIS), company.deMinimis());
        terms.put(subject.key(Measure.DE_MINIMIS_THRESHOLD), company.threshold());
        terms.put(subject.key(Measure.RATE_EXPORT_CONTINGENT), company.exportContingent());
        terms.put(subject.key(Measure.RATE_OTHERWISE_ROUNDED), company.otherRounding());
        terms.put(subject.key(Measure.RATE_DROPPED), company.dropped());
        put(subject, Measure.RATE_PER_UNIT, company.ratePerUnit(), terms);
        if (company.byCustomer().isPresent()) {
            CustomerRates rates = company.byCustomer().get();
            terms.put(subject.key(Measure.RATE_UNVERIFIED), rates.unverified());
            terms.put(subject.key(Measure.RATE_VERIFYING), rates.verifying());
        }
        for (RunOff later : company.runOff()) {
            Subject ofYear = subject.in(Scope.of(later.year()));
            terms.put(ofYear.key(Measure.RUN_OFF), later.rate());
            terms.put(ofYear.key(Measure.RATE_PROJECTED), later.projected());
        }
        for (ProgramResult program : company.programs()) {
            put(program, subject.program(program.id()), terms);
        }
    }

    private static void put(ProgramResult program, Subject subject, Map<ResultKey, Term> terms) {
        terms.put(subject.key(Measure.RATE), program.countedRounded());
        terms.put(subject.key(Measure.RATE_UNROUNDED), program.rate());
        List<UseResult> uses = program.uses();
        // With several uses, rates are added, not benefits.
        if (uses.size() == 1) {
            put(uses.get(0), subject, terms);
        }
        for (int i = 0; i < uses.size(); i++) {
            Subject use = subject.use(i + 1);
            terms.put(use.key(Measure.RATE_UNROUNDED), uses.get(i).rate());
            put(uses.get(i), use, terms);
        }
    }

    private static void put(UseResult use, Subject subject, Map<ResultKey, Term> terms) {
        put(subject, Measure.BENEFIT, use.benefit(), terms);
        put(subject, Measure.SLICE, use.slice(), terms);
        put(subject, Measure.DENOMINATOR, use.denominator(), terms);
    }

    private static void put(AllOthersResult result, Subject subject, Map<ResultKey, Term> terms) {
        terms.put(subject.key(Measure.RATE), result.published());
        terms.put(subject.key(Measure.RATE_UNROUNDED), result.rate());
        put(subject, Measure.RATE_EXPORT_CONTINGENT, result.exportContingent(), terms);
        put(subject, Measure.DE_MINIMIS, result.deMinimis(), terms);
        put(subject, Measure.IMPLIED_WEIGHT, result.impliedWeight(), terms);
        for (AllOthersResult.OwnRate own : result.notSelected()) {
            Subject company = Subject.notSelected(subject.scope(), own.id());
            terms.put(company.key(Measure.RATE), own.published());
            terms.put(company.key(Measure.RATE_UNROUNDED), own.rate());
            terms.put(company.key(Measure.DE_MINIMIS), own.deMinimis());
        }
    }

    static void putDeposits(Deposits deposits, Map<ResultKey, Term> terms) {
        deposits.firms()
                .forEach((id, deposit) ->
                        terms.put(Subject.company(Scope.WHOLE, id).key(Measure.DEPOSIT), deposit));
        put(Subject.allOthers(Scope.WHOLE), Measure.DEPOSIT, deposits.others(), terms);
        deposits.antidumping()
                .forEach((name, rate) -> terms.put(
                        Subject.beyondTheRate(Subject.Level.ANTIDUMPING, name).key(Measure.DEPOSIT), rate.deposit()));
    }

    static void putExposure(Exposure exposure, Map<ResultKey, Term> terms) {
        Subject all = Subject.beyondTheRate(Subject.Level.EXPOSURE, "");
        exposure.assessment().ifPresent(entries -> {
            terms.put(all.key(Measure.DEPOSITED), entries.deposited());
            terms.put(all.key(Measure.BILLED), entries.billed());
            terms.put(all.key(Measure.REFUNDED), entries.refunded());
            terms.put(all.key(Measure.INTEREST_BILLED), entries.interestBilled());
            terms.put(all.key(Measure.INTEREST_REFUNDED), entries.interestRefunded());
            terms.put(all.key(Measure.OWED), entries.owed());
            terms.put(all.key(Measure.ENTRIES_BILLED), entries.entriesBilled());
            terms.put(all.key(Measure.ENTRIES_REFUNDED), entries.entriesRefunded());
        });
        exposure.imports()
                .ifPresent(imports -> imports.years().forEach(year -> {
                    Subject subject = Subject.beyondTheRate(Subject.Level.IMPORTS, Integer.toString(year.year()));
                    terms.put(subject.key(Measure.UNIT_VALUE), year.unitValue());
                    put(subject, Measure.CHANGE, year.change(), terms);
                    year.duties()
                            .forEach((name, duty) -> terms.put(
                                    Subject.beyondTheRate(Subject.Level.IMPORTS, year.year() + "-" + name)
                                            .key(Measure.DUTY),
                                    duty));
                }));
    }

    /** Adds the verdicts and the comparisons of screens. */
    static void putScreens(List<Screen> screens, Map<ResultKey, Term> terms) {
        for (Screen screen : screens) {
            terms.put(screen(screen.id()).key(Measure.MET), screen.met());
            for (Comparison comparison : screen.comparisons()) {
                Subject subject = screen(comparison.id());
                boolean perUnit = comparison.isPerUnit();
                terms.put(subject.key(perUnit ? Measure.RATE_PER_UNIT : Measure.NUMBER), comparison.number());
                terms.put(subject.key(perUnit ? Measure.THRESHOLD_PER_UNIT : Measure.THRESHOLD), comparison.bound());
                terms.put(subject.key(perUnit ? Measure.DISTANCE_PER_UNIT : Measure.DISTANCE), comparison.distance());
                terms.put(subject.key(Measure.MET), comparison.met());
            }
        }
    }

    private static Subject screen(String id) {
        return Subject.beyondTheRate(Subject.Level.SCREEN, id);
    }

    /** The keys in scenario order: the whole determination first, then each year and product. */
    public List<ResultKey> keys() {
        return List.copyOf(terms.keySet());
    }

    /** The terms, in the order of the keys. */
    public List<Term> terms() {
        return List.copyOf(terms.values());
    }

    /** The term of a result; empty if the scenario has no such result. */
    public Optional<Term> find(ResultKey key) {
        return Optional.ofNullable(terms.get(key));
    }

    /** The key of the result at an address; empty if the scenario has no such result. */
    public Optional<ResultKey> key(Address address) {
        return ResultKey.of(address).filter(terms::containsKey);
    }

    /** The result at an address; empty if there is none. */
    public Optional<Term> at(Address address) {
        return key(address).flatMap(this::find);
    }

    /** The addresses of all results, for suggestions in messages. */
    public List<String> addresses() {
        return terms.keySet().stream().map(ResultKey::toString).toList();
    }
}
