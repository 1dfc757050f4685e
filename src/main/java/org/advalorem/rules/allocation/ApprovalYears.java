package org.advalorem.rules.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.facts.Every;
import org.advalorem.facts.Facts;
import org.advalorem.facts.Problem;
import org.advalorem.rules.base.Benefit;
import org.advalorem.rules.base.BenefitContext;

/**
 * The year in which each amount received was approved.
 *
 * <p>The year of the approval that the amount names; otherwise, since nothing is paid before it is approved, the year
 * of the preceding approvals if they all share one. Where no approval is stated, the year of receipt.
 */
final class ApprovalYears {
    private final Facts facts;
    private final BenefitContext context;
    private final List<Benefit.Approval> approvals;
    private final Map<Integer, When> received = new HashMap<>();

    /**
     * The time of an approval.
     *
     * @param year the year as the proceeding's period counts years
     * @param agreed the calendar year whose discount rate applies
     */
    record When(int year, int agreed) {}

    ApprovalYears(Facts facts, BenefitContext context, List<Benefit.Approval> approvals) {
        this.facts = facts;
        this.context = context;
        this.approvals = approvals;
    }

    /** The approval year of each receipt, in the order given. */
    List<When> of(List<Benefit.Receipt> receipts) {
        List<Optional<When>> found = Every.of(receipts, this::of);
        List<When> years = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (int i = 0; i < receipts.size(); i++) {
            found.get(i).ifPresent(years::add);
            if (found.get(i).isEmpty()) {
                open.add(receipts.get(i).day().toString());
            }
        }
        if (!open.isEmpty()) {
            throw facts.problem(
                    Problem.Code.AV401,
                    StatedApprovals.APPROVED,
                    "(" + facts.address() + ") was approved in several years, and the amounts received on "
                            + String.join(" and ", open) + " do not say which approval they belong to.",
                    "Write approved-on: with one of " + days() + " for each amount received.");
        }
        return years;
    }

    private Optional<When> of(Benefit.Receipt receipt) {
        Optional<LocalDate> named = receipt.approvedOn();
        if (named.isPresent()) {
            return Optional.of(when(known(named.get(), receipt)));
        }
        if (approvals.isEmpty()) {
            LocalDate day = receipt.day();
            return Optional.of(received.computeIfAbsent(context.yearOf(day), year -> new When(year, day.getYear())));
        }
        List<LocalDate> all = approvals.stream().map(Benefit.Approval::day).toList();
        List<LocalDate> before =
                all.stream().filter(day -> !day.isAfter(receipt.day())).toList();
        List<When> possible = (before.isEmpty() ? all : before)
                .stream().map(this::when).distinct().toList();
        return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
    }

    private LocalDate known(LocalDate named, Benefit.Receipt receipt) {
        if (approvals.stream().noneMatch(approval -> approval.day().equals(named))) {
            throw facts.problem(
                    Problem.Code.AV401,
                    StatedApprovals.APPROVED,
                    "What (" + facts.address() + ") received on " + receipt.day() + " was approved on " + named
                            + ", which is not among the days under approved.",
                    approvals.isEmpty()
                            ? "Write approved: with that day and the total approved."
                            : "Write one of " + days() + ", or add the approval.");
        }
        return named;
    }

    private When when(LocalDate approval) {
        return new When(context.yearOf(approval), approval.getYear());
    }

    private String days() {
        return approvals.stream()
                .map(approval -> approval.day().toString())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
