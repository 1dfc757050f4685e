package org.advalorem.rules.deposits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Domain;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Records;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.base.Proceeding;
import org.advalorem.rules.base.RegimeDifference;

/**
 * Cash deposits: what each firm deposits by its rate, the tables of dated rates, and the other duties on the same entry.
 *
 * @param firms the cash deposit rate of each respondent, by id
 * @param others the cash deposit rate of all others, if there is one
 * @param changes the changes of programs, whether or not they count
 * @param countervailing the rates as announced in the determination
 * @param dated the countervailing rates with their dates, if stated
 * @param countervailingCase the case number, if stated
 * @param antidumping the antidumping rates, by the part of an address that names each; empty if no case is stated
 * @param antidumpingTable the same as a table
 * @param antidumpingCase the case number, if stated
 * @param otherDuties further ad valorem duties, by name
 * @param names the ids of the respondents, by name
 */
public record Deposits(
        Map<String, Term> firms,
        Optional<Term> others,
        List<ProgramWideChange> changes,
        RateTable countervailing,
        Optional<RateTable> dated,
        Optional<CaseNumber> countervailingCase,
        Map<String, RateTable.Rate> antidumping,
        Optional<RateTable> antidumpingTable,
        Optional<CaseNumber> antidumpingCase,
        Map<String, Term> otherDuties,
        Map<FirmName, String> names) {
    static final Field<String> CASE = Field.<String>optional("case", FieldType.text(), "The case number: C-570-195.")
            .describing();
    static final Field<Records> RATES = Field.optional(
            "rates",
            RateRow.TYPE,
            "The rates with the days of entries that each covers; the rates of the determination when left out.");
    static final FieldSet CASE_FIELDS = FieldSet.of("the countervailing-duty case", CASE, RATES);
    static final Field<Facts> COUNTERVAILING = Field.optional(
            "countervailing", FieldType.section(CASE_FIELDS), "The countervailing-duty case and its dated rates.");
    static final Field<Facts> ANTIDUMPING = Field.optional(
            "antidumping", FieldType.section(Antidumping.FIELDS), "The antidumping case on the same goods.");
    static final Field<Map<String, Term>> OTHER_DUTIES = Field.optional(
            "other-duties",
            FieldType.named(FieldType.rate().within(Domain.NOT_NEGATIVE)),
            "Further duties on the entered value, by name: ordinary customs duty, section 301.");
    static final Field<LocalDate> PRELIMINARY =
            Field.optional("preliminary", FieldType.date(), "The day of the preliminary determination or results.");
    static final Field<List<Facts>> CHANGES = Field.optional(
                    "program-wide-changes",
                    FieldType.list(ProgramWideChange.FIELDS, ProgramWideChange.PROGRAM.name()),
                    "Changes of programs after the period, which change the cash deposit rate alone.")
            .under("19 CFR 351.526 (texts of 1998 and 2024)");

    /** The fields of the section {@code deposits}. */
    public static final FieldSet FIELDS =
            FieldSet.of("cash deposits", COUNTERVAILING, ANTIDUMPING, OTHER_DUTIES, PRELIMINARY, CHANGES);

    /** The fields of its parts, for the documentation. */
    public static Map<String, FieldSet> parts() {
        Map<String, FieldSet> parts = new LinkedHashMap<>();
        parts.put("deposits", FIELDS);
        parts.put("deposits.countervailing", CASE_FIELDS);
        parts.put("deposits.antidumping", Antidumping.FIELDS);
        parts.put("deposits.antidumping.pass-through", Antidumping.PASS_THROUGH_FIELDS);
        parts.put("deposits.program-wide-changes", ProgramWideChange.FIELDS);
        return parts;
    }

    /** The name of the section, under which its steps stand whether or not it is stated. */
    public static final String SECTION = "deposits";

    private static final int PLACES = 4;
    private static final String ALL_OTHERS = "all others";

    /** None, under a law without such deposits. */
    public static final Deposits NONE = new Deposits(
            Map.of(),
            Optional.empty(),
            List.of(),
            new RateTable(RateTable.Order.EXPORTER_FIRST, ALL_OTHERS, List.of()),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of());

    /** Copies the collections. */
    public Deposits {
        firms = Collections.unmodifiableMap(new LinkedHashMap<>(firms));
        changes = List.copyOf(changes);
        antidumping = Collections.unmodifiableMap(new LinkedHashMap<>(antidumping));
        otherDuties = Collections.unmodifiableMap(new LinkedHashMap<>(otherDuties));
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    /**
     * The cash deposits of a determination.
     *
     * @param facts the section {@code deposits}; empty if the scenario has none
     * @param firms the respondents
     * @param others all others, if there is such a rate
     * @param deMinimis whether a rate is below the threshold of the proceeding
     */
    public static Deposits of(
            Optional<Facts> facts,
            Proceeding proceeding,
            List<RatedFirm> firms,
            Optional<RatedFirm> others,
            UnaryOperator<Term> deMinimis,
            CalculationBuilder builder) {
        List<ProgramWideChange> changes = facts.flatMap(stated -> stated.optional(CHANGES)).orElse(List.of()).stream()
                .map(change -> ProgramWideChange.of(
                        change,
                        proceeding.period().end(proceeding.period().latest()),
                        facts.flatMap(stated -> stated.optional(PRELIMINARY))))
                .toList();
        Maker maker = new Maker(proceeding, changes, deMinimis, builder);
        Map<String, Term> deposits = new LinkedHashMap<>();
        List<RateTable.Rate> announced = new ArrayList<>();
        OutlineBuilder section = builder.outline().section("Cash deposits", SECTION);
        for (RatedFirm firm : firms) {
            Term deposit = maker.deposit(firm, section);
            deposits.put(firm.id(), deposit);
            announced.add(new RateTable.Rate(own(firm), deposit));
        }
        Optional<Term> ofOthers = others.map(all -> maker.ofOthers(all, section));
        ofOthers.ifPresent(rate -> announced.add(new RateTable.Rate(rest(), rate)));
        RateTable.Order order = proceeding.follows(RegimeDifference.DEPOSIT_RATES)
                ? RateTable.Order.HIGHER
                : RateTable.Order.EXPORTER_FIRST;
        Optional<Facts> countervailing = facts.flatMap(stated -> stated.optional(COUNTERVAILING));
        Optional<Facts> antidumping = facts.flatMap(stated -> stated.optional(ANTIDUMPING));
        Map<String, RateTable.Rate> margins = antidumping
                .map(stated -> new Antidumping(stated, proceeding, firms, others, builder).rates(section))
                .orElse(Map.of());
        boolean nonmarket = proceeding.country().nonmarket();
        return new Deposits(
                deposits,
                ofOthers,
                changes,
                new RateTable(order, ALL_OTHERS, announced),
                countervailing
                        .flatMap(stated -> stated.optional(RATES))
                        .map(rows -> new RateTable(order, ALL_OTHERS, dated(rows, builder))),
                countervailing.flatMap(stated -> caseNumber(stated, CASE, 'C')),
                margins,
                antidumping.map(stated -> new RateTable(
                        nonmarket ? RateTable.Order.SEPARATE : RateTable.Order.EXPORTER_FIRST,
                        nonmarket ? "the country-wide entity" : ALL_OTHERS,
                        List.copyOf(margins.values()))),
                antidumping.flatMap(stated -> caseNumber(stated, Antidumping.CASE, 'A')),
                facts.flatMap(stated -> stated.optional(OTHER_DUTIES)).orElse(Map.of()),
                names(firms));
    }

    private static Map<FirmName, String> names(List<RatedFirm> firms) {
        Map<FirmName, String> names = new LinkedHashMap<>();
        for (RatedFirm firm : firms) {
            names.put(FirmName.of(firm.name()), firm.id());
            names.putIfAbsent(FirmName.of(firm.id()), firm.id());
        }
        return names;
    }

    private static List<RateTable.Rate> dated(Records rows, CalculationBuilder builder) {
        return RateRow.of(rows, 'C').stream()
                .map(row -> new RateTable.Rate(row, row.rate().orElseGet(() -> builder.fraction("0"))))
                .toList();
    }

    private static Optional<CaseNumber> caseNumber(Facts facts, Field<String> field, char kind) {
        return facts.optional(field)
                .map(written -> CaseNumber.parse(written, kind)
                        .orElseThrow(() -> facts.problem(
                                Problem.Code.AV401,
                                field,
                                CaseNumber.refusal(written, kind),
                                "Write " + kind + "-570-195.")));
    }

    private static RateRow own(RatedFirm firm) {
        return row(Optional.of(FirmName.of(firm.name())));
    }

    private static RateRow rest() {
        return row(Optional.empty());
    }

    private static RateRow row(Optional<FirmName> company) {
        return new RateRow(
                company,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                RateRow.Status.IN_FORCE,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /** Whether the scenario says anything about deposits; if not, each is the rate, or nothing. */
    public boolean isStated() {
        return dated.isPresent() || antidumpingTable.isPresent() || !otherDuties.isEmpty() || !changes.isEmpty();
    }

    /** The firms listed that a name resembles; none if it is listed itself. */
    public List<String> resembling(FirmName name) {
        Set<FirmName> listed = new LinkedHashSet<>(countervailing.firms());
        dated.ifPresent(table -> listed.addAll(table.firms()));
        antidumpingTable.ifPresent(table -> listed.addAll(table.firms()));
        return listed.contains(name) ? List.of() : name.resembling(listed);
    }

    /** The id of the company of that name; empty if it is no respondent. */
    public Optional<String> id(FirmName name) {
        return Optional.ofNullable(names.get(name));
    }

    /** The maker of the deposit rates. */
    private record Maker(
            Proceeding proceeding,
            List<ProgramWideChange> changes,
            UnaryOperator<Term> deMinimis,
            CalculationBuilder builder) {
        /** The deposit of all others: nothing if that rate is de minimis. */
        private Term ofOthers(RatedFirm all, OutlineBuilder outline) {
            return outline.line(
                    "Cash deposit rate of all others",
                    all.deMinimis().choose(builder.fraction("0"), all.published()),
                    Quality.PUBLISHED_RATE,
                    Authority.law("19 U.S.C. 1671b(d)(1)(A)(ii)"));
        }

        /**
         * The deposit of a respondent: its published rate with the programs that changed at their new rates, and nothing
         * if that is below the threshold or its rate is de minimis.
         */
        private Term deposit(RatedFirm firm, OutlineBuilder outline) {
            Term adjusted = firm.published();
            Term none = builder.fraction("0");
            for (ProgramWideChange change : changes) {
                Optional<Term> old = Optional.ofNullable(firm.programs().get(change.program()));
                Optional<Term> rate = Optional.ofNullable(change.rates().get(firm.id()));
                if (old.isEmpty() || rate.isEmpty()) {
                    continue;
                }
                if (proceeding.follows(RegimeDifference.PROGRAM_WIDE_CHANGES)) {
                    outline.note(
                            "The change of (" + change.program() + ") of " + change.on() + " leaves the deposit of "
                                    + firm.name() + " as it is: the text of 2025 has no rule on changes of programs.",
                            Authority.law("89 FR 101694"));
                } else if (!change.counts()) {
                    outline.note(
                            "The change of (" + change.program() + ") of " + change.on() + " leaves the deposit of "
                                    + firm.name() + " as it is: " + String.join("; ", change.shortcomings()) + ".",
                            Authority.law("19 CFR 351.526"));
                } else {
                    adjusted = adjusted.minus(old.get()).plus(rate.get().rounded(PLACES));
                }
            }
            if (!adjusted.equals(firm.published())) {
                Term changed = outline.line(
                        "Rate of " + firm.name() + " after the changes of programs",
                        adjusted.positivePart().rounded(PLACES),
                        Quality.PUBLISHED_RATE,
                        Assumption.CHANGED_PROGRAMS.under("19 CFR 351.526(a)"));
                adjusted = deMinimis.apply(changed).choose(none, changed);
            }
            return outline.line(
                    "Cash deposit rate of " + firm.name(),
                    firm.deMinimis().choose(none, adjusted),
                    Quality.PUBLISHED_RATE,
                    Authority.law("19 U.S.C. 1671b(d)(1)(A)(i)"));
        }
    }
}
