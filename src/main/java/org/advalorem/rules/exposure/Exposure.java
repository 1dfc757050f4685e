package org.advalorem.rules.exposure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Authority;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Outline;
import org.advalorem.calculation.OutlineBuilder;
import org.advalorem.calculation.Quality;
import org.advalorem.calculation.SheetColumn;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Field;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.Assumption;
import org.advalorem.rules.calendar.ProceedingCalendar;
import org.advalorem.rules.deposits.Deposits;

/**
 * The money that importers have at stake: on entries, where the scenario lists them, and by import statistics.
 *
 * @param assessment what the entries owe
 * @param imports what the statistics say
 */
public record Exposure(Optional<Assessment> assessment, Optional<ImportStatistics> imports) {
    static final Field<Facts> TIMELINE = Field.optional(
            "timeline",
            FieldType.section(Timeline.FIELDS),
            "The days of the proceeding that decide what an entry owes; needed with entries.");
    static final Field<Boolean> CERTIFICATE = Field.optional(
                    "non-reimbursement-certificate",
                    FieldType.flag(),
                    "Whether the importer has filed the certificate that the exporter does not reimburse its duties.")
            .orElse("yes")
            .under("19 CFR 351.402(f)(2)");

    /** The fields of the section {@code exposure}. */
    public static final FieldSet FIELDS = FieldSet.of(
            "an importer's entries",
            Entries.FIELD,
            TIMELINE,
            AssessmentRates.REVIEWS,
            AssessmentRates.FINAL_RATES,
            AssessmentRates.NEGATIVE,
            AssessmentMaker.AS_OF,
            Entries.UNLISTED,
            CERTIFICATE,
            DutyInterest.CORPORATION,
            DutyInterest.RATES,
            ImportStatistics.FIELD,
            ImportStatistics.RATES);

    /** The fields of its parts, for the documentation. */
    public static Map<String, FieldSet> parts() {
        Map<String, FieldSet> parts = new LinkedHashMap<>();
        parts.put("exposure", FIELDS);
        parts.put("exposure.timeline", Timeline.FIELDS);
        parts.put("exposure.reviews", Review.FIELDS);
        return parts;
    }

    /**
     * The exposure of a scenario.
     *
     * @param deposits the rates of deposits
     * @param rates the published rate of each company and of all others, by id
     */
    public static Exposure of(
            Facts facts,
            ProceedingCalendar calendar,
            Deposits deposits,
            Map<String, Term> rates,
            CalculationBuilder builder) {
        if (facts.optional(Entries.FIELD).isEmpty()
                && facts.optional(ImportStatistics.FIELD).isEmpty()) {
            throw facts.problem(
                    Problem.Code.AV403,
                    "(" + facts.address() + ") has neither entries nor import statistics.",
                    "Write entries: with the importer's entries, or import-statistics: with quantity and value of each year.");
        }
        OutlineBuilder outline =
                builder.outline().section("Exposure", facts.address().toString());
        Optional<Assessment> assessment = facts.optional(Entries.FIELD).map(given -> {
            Facts days = facts.optional(TIMELINE)
                    .orElseThrow(() -> facts.problem(
                            Problem.Code.AV403,
                            Entries.FIELD,
                            "The entries need the days of the proceeding.",
                            "Write timeline: {commission-notice: 2018-04-16}, with initiation:, preliminary: and order: unless"
                                    + " the calendar has them."));
            return new AssessmentMaker(facts, Timeline.of(days, calendar), deposits, rates, builder).made();
        });
        assessment.ifPresent(of -> {
            new Worksheets(of, outline).write();
            if (!facts.get(CERTIFICATE)) {
                Assumption.ONLY_ANTIDUMPING_DOUBLES.note(outline);
                facts.context()
                        .warnings()
                        .add(
                                facts.address().child(CERTIFICATE.name()),
                                "Without the certificate Customs presumes reimbursement and assesses antidumping duties"
                                        + " double (19 CFR 351.402(f)(3)). "
                                        + (deposits.antidumping().isEmpty()
                                                ? "Only a countervailing duty is at issue here, and it is not doubled."
                                                : "The countervailing duties shown here are not doubled; the antidumping"
                                                        + " duties on the same entries come to twice their rate."));
            }
        });
        Optional<ImportStatistics> imports = ImportStatistics.of(facts, deposits.others(), builder);
        imports.ifPresent(of -> of.write(outline));
        return new Exposure(assessment, imports);
    }

    /** The worksheets of an assessment. */
    private record Worksheets(Assessment of, OutlineBuilder outline) {
        private static final String VALUES = "value";
        private static final String DEPOSIT_RATE = "deposit rate";
        private static final String FINAL_RATE = "final rate";

        void write() {
            outline.sheet(
                    "Entries",
                    List.of(
                            SheetColumn.keyDate("month"),
                            SheetColumn.key("exporter"),
                            SheetColumn.text("rate of"),
                            SheetColumn.text("phase"),
                            SheetColumn.text("review"),
                            SheetColumn.of("entries", Quality.COUNT),
                            SheetColumn.of(VALUES, Quality.MONEY),
                            SheetColumn.of(DEPOSIT_RATE, Quality.PUBLISHED_RATE),
                            SheetColumn.of(FINAL_RATE, Quality.PUBLISHED_RATE),
                            SheetColumn.of("deposited", Quality.MONEY, VALUES, DEPOSIT_RATE),
                            SheetColumn.of("billed", Quality.MONEY, VALUES, DEPOSIT_RATE, FINAL_RATE),
                            SheetColumn.of("refunded", Quality.MONEY, VALUES, DEPOSIT_RATE, FINAL_RATE),
                            SheetColumn.of("interest on the bill", Quality.MONEY, DEPOSIT_RATE, FINAL_RATE),
                            SheetColumn.of("interest on the refund", Quality.MONEY, DEPOSIT_RATE, FINAL_RATE)),
                    of.lines().stream().map(Worksheets::row).toList(),
                    Authority.law("19 U.S.C. 1671f, 19 CFR 351.212"));
            outline.line("Deposited", of.deposited(), Authority.law("19 U.S.C. 1671b(d)(1)(B)"));
            outline.line("Billed", of.billed(), Authority.law("19 U.S.C. 1671f(b)(1)"));
            outline.line("Refunded", of.refunded(), Authority.law("19 U.S.C. 1671f(a)(2), (b)(2)"));
            outline.line("Interest on bills", of.interestBilled(), Authority.law("19 U.S.C. 1677g"));
            outline.line("Interest on refunds", of.interestRefunded(), Authority.law("19 U.S.C. 1677g"));
            outline.line(
                    "Owed in the end", of.owed(), Authority.derived("deposits and bills less refunds, with interest"));
            outline.line("Entries billed", of.entriesBilled(), Authority.derived("entries with a bill"));
            outline.line("Entries refunded", of.entriesRefunded(), Authority.derived("entries with a refund"));
        }

        private static List<Outline.Cell> row(Assessment.Line line) {
            List<Outline.Cell> cells = new ArrayList<>();
            for (String words : List.of(
                    line.month(), line.exporter(), line.firm(), line.phase().toString(), line.review())) {
                cells.add(Outline.words(words));
            }
            cells.add(Outline.count(line.entries()));
            for (Term term : List.of(
                    line.value(),
                    line.rate(),
                    line.finalRate(),
                    line.deposit(),
                    line.bill(),
                    line.refund(),
                    line.interestBilled(),
                    line.interestRefunded())) {
                cells.add(Outline.quantity(term));
            }
            return cells;
        }
    }
}
