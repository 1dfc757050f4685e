package org.advalorem.rules.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.Period;

/**
 * Amounts approved under one program, by recipient and year of approval: the numerator of the 0.5 percent test, 19 CFR
 * 351.524(b)(2). All amounts approved for a recipient in a year form one total, however many uses state them.
 */
public final class ApprovedTotals {
    private final Period period;
    private final CalculationBuilder builder;
    private final Map<Key, List<Part>> parts = new LinkedHashMap<>();

    private record Key(String recipient, int year) {}

    /**
     * A part of a total.
     *
     * @param approval empty where the amount received in the year is treated as approved in that year
     */
    public record Part(Facts use, Optional<Benefit.Approval> approval, Term amount) {
        /** The day of approval, or the year where only the year of receipt is known. */
        String when(String year) {
            return approval.map(stated -> stated.day().toString()).orElse("received in " + year);
        }
    }

    public ApprovedTotals(Period period, CalculationBuilder builder) {
        this.period = period;
        this.builder = builder;
    }

    /** Adds the amounts approved under a use of the program. */
    public void add(String recipient, Facts use, Benefit.Received received) {
        if (received.approvals().isEmpty()) {
            Map<Integer, List<Term>> byYear = new TreeMap<>();
            received.receipts()
                    .forEach(receipt -> byYear.computeIfAbsent(period.yearOf(receipt.day()), year -> new ArrayList<>())
                            .add(receipt.amount()));
            byYear.forEach(
                    (year, amounts) -> add(recipient, year, new Part(use, Optional.empty(), builder.sum(amounts))));
            return;
        }
        for (Benefit.Approval approval : received.approvals()) {
            Optional<Part> known = find(recipient, approval);
            if (known.isPresent()) {
                agree(known.get(), approval, use);
            } else {
                warnOfTheSameDay(recipient, approval, use);
                add(recipient, period.yearOf(approval.day()), new Part(use, Optional.of(approval), approval.amount()));
            }
        }
    }

    private void add(String recipient, int year, Part part) {
        parts.computeIfAbsent(new Key(recipient, year), absent -> new ArrayList<>())
                .add(part);
    }

    private Optional<Part> find(String recipient, Benefit.Approval approval) {
        return ofRecipient(recipient).stream()
                .filter(part -> part.approval()
                        .map(other -> other.named() == approval.named()
                                && other.decision().equals(approval.decision()))
                        .orElse(false))
                .findFirst();
    }

    private List<Part> ofRecipient(String recipient) {
        return parts.entrySet().stream()
                .filter(entry -> entry.getKey().recipient().equals(recipient))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    /** Checks that a decision is always stated with the same day and the same amount. */
    private void agree(Part known, Benefit.Approval approval, Facts use) {
        LocalDate day = known.approval().orElseThrow().day();
        if (!day.equals(approval.day())) {
            throw use.problem(
                    Problem.Code.AV401,
                    StatedApprovals.APPROVED,
                    "The decision (" + approval.decision() + ") has the day of approval " + approval.day() + " in ("
                            + use.address() + "), but " + day + " in ("
                            + known.use().address() + ").",
                    "Write one day, or another name for the other decision.");
        }
        if (known.amount() == approval.amount()) {
            return;
        }
        builder.require(
                known.amount().atMost(approval.amount()).and(approval.amount().atMost(known.amount())),
                "The decision (" + approval.decision() + ") approved one amount in (" + use.address()
                        + ") and another in (" + known.use().address() + ").",
                use.address().toString());
    }

    /** Warns when two uses state approvals of the same day, which may be the same approval. */
    private void warnOfTheSameDay(String recipient, Benefit.Approval approval, Facts use) {
        boolean again = ofRecipient(recipient).stream()
                .filter(part -> !part.use().address().equals(use.address()))
                .flatMap(part -> part.approval().stream())
                .anyMatch(other -> other.day().equals(approval.day()) && !(other.named() && approval.named()));
        if (again) {
            use.context()
                    .warnings()
                    .add(
                            use.address(),
                            "An approval of " + approval.day()
                                    + " appears in more than one use of the program by the same recipient:"
                                    + " the 0.5 percent test adds them up. If it is one approval, state it"
                                    + " once under the program, or name it in each use with decision:.");
        }
    }

    /** The amounts approved for the recipient in the year, part by part; at least one. */
    public List<Part> parts(String recipient, int year) {
        return parts.getOrDefault(new Key(recipient, year), List.of());
    }
}
