package org.advalorem.bracketing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;
import org.advalorem.facts.Address;
import org.advalorem.facts.FactRegister;
import org.advalorem.facts.Provenance;
import org.advalorem.facts.Provenance.Publication;
import org.advalorem.facts.Records;
import org.advalorem.facts.Sheet;
import org.advalorem.facts.WrittenNumber;
import org.advalorem.rules.Bracketing;
import org.advalorem.rules.Determination;
import org.advalorem.rules.base.LeftOut;

/** What of a determination is confidential: values, rows of tables, and the terms that depend on them. */
final class Confidential {
    /** Constants of fewer digits are those of many formulas. */
    private static final int LEAST_DIGITS = 4;

    private static final Set<BigDecimal> USUAL = Stream.of("0", "1", "12", "100", "360", "365", "366")
            .map(number -> new BigDecimal(number).stripTrailingZeros())
            .collect(Collectors.toUnmodifiableSet());

    private final Determination determination;
    private final Bracketing bracketing;
    private final Set<BigDecimal> constants = new HashSet<>();
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();
    private final BitSet leaves = new BitSet();
    private final BitSet hidden = new BitSet();

    /**
     * What is confidential, if some results are printed nevertheless.
     *
     * @param disclosed the indices of the terms printed: what is computed from them and public values is public
     */
    Confidential(Determination determination, Bracketing bracketing, BitSet disclosed) {
        this.determination = determination;
        this.bracketing = bracketing;
        Set<String> corrected = new HashSet<>();
        for (FactRegister.Fact fact : determination.register().all()) {
            String address = fact.address().toString();
            if (bracketing.of(fact) != Publication.PUBLIC) {
                // a correction tells what its row says
                int at = address.indexOf(".corrected.");
                corrected.add(at < 0 ? "" : address.substring(0, at));
                if (fact.term().isEmpty()) {
                    WrittenNumber.parse(fact.text())
                            .ifPresent(number ->
                                    constants.add(number.number().abs().stripTrailingZeros()));
                }
            }
        }
        for (Sheet sheet : determination.sheets()) {
            String address = sheet.rows().address().toString();
            if (bracketing.of(sheet) != Publication.PUBLIC || corrected.contains(address)) {
                sheets.put(address, sheet);
            }
        }
        Set<Term> leftOut = new HashSet<>();
        for (LeftOut left : determination.leftOut()) {
            if (sheets.keySet().stream().anyMatch(address -> address.startsWith(left.about()))) {
                left.sum().ifPresent(leftOut::add);
            }
        }
        for (Term term : determination.calculation().terms()) {
            int place = term.index();
            if (isLeaf(term)) {
                leaves.set(place);
                hidden.set(place);
            } else if (leftOut.contains(term) || isConstant(term)) {
                hidden.set(place);
            } else if (!disclosed.get(place) && !term.unit().equals(Unit.TRUTH) && dependsOnHidden(term)) {
                hidden.set(place);
            }
        }
        hideConstants();
    }

    /** Whether a number that the graph holds as a constant is one that the scenario states in confidence. */
    private boolean isConstant(Term term) {
        return term.operation() == Operation.LITERAL
                && constants.contains(term.decimal().abs().stripTrailingZeros())
                && term.decimal().stripTrailingZeros().precision() >= LEAST_DIGITS;
    }

    /**
     * Hides the constants that only formulas of what is confidential use, such as a number of days between two days of a record,
     * except those that stand in every formula.
     */
    private void hideConstants() {
        List<Term> terms = determination.calculation().terms();
        BitSet used = new BitSet();
        BitSet usedInPublic = new BitSet();
        for (int i = terms.size() - 1; i >= 0; i--) {
            Term term = terms.get(i);
            boolean behind = hidden.get(i) || (used.get(i) && !usedInPublic.get(i));
            for (Term operand : term.operands()) {
                used.set(operand.index());
                if (!behind) {
                    usedInPublic.set(operand.index());
                }
            }
            if (behind
                    && term.operation() == Operation.LITERAL
                    && !USUAL.contains(term.decimal().stripTrailingZeros())) {
                hidden.set(i);
            }
        }
    }

    /** Whether a number of the scenario, or what is added up over rows of it, is itself confidential. */
    private boolean isLeaf(Term term) {
        if (term.operation() == Operation.INPUT) {
            return publication(term) != Publication.PUBLIC;
        }
        return Records.addressOf(term).filter(sheets::containsKey).isPresent();
    }

    private boolean dependsOnHidden(Term term) {
        for (Term operand : term.operands()) {
            if (hidden.get(operand.index())) {
                return true;
            }
        }
        return false;
    }

    private Publication publication(Term input) {
        Optional<FactRegister.Fact> fact = determination.register().find(input.address());
        return fact.isPresent() ? publication(fact.get()) : bracketing.of(Address.parse(input.address()));
    }

    /** How a value that was read is shown; in a confidential table, its corrected cells and changed columns included. */
    Publication publication(FactRegister.Fact fact) {
        Publication stated = bracketing.of(fact);
        boolean written = fact.provenance().status() != Provenance.Status.DEFAULT;
        return stated == Publication.PUBLIC && written && isCell(fact.address().toString())
                ? Publication.BRACKETED
                : stated;
    }

    /** The confidential table to which a cell, or the change of a column, belongs. */
    private Optional<Sheet> sheetOf(String address) {
        for (int end = address.lastIndexOf('.'); end > 0; end = address.lastIndexOf('.', end - 1)) {
            Sheet sheet = sheets.get(address.substring(0, end));
            if (sheet != null) {
                return Optional.of(sheet);
            }
        }
        return Optional.empty();
    }

    /** The tables whose rows are confidential. */
    List<Sheet> sheets() {
        return new ArrayList<>(sheets.values());
    }

    /** Whether what is at an address is in a row of a confidential table; how its file is read is not. */
    boolean isCell(String address) {
        Optional<Sheet> sheet = sheetOf(address);
        if (sheet.isEmpty()) {
            return false;
        }
        String below = address.substring(sheet.get().rows().address().toString().length() + 1);
        return Character.isDigit(below.charAt(0)) || below.startsWith("corrected.") || below.startsWith("change.");
    }

    /** Whether the rows of the table at an address are confidential. */
    boolean isSheet(String address) {
        return sheets.containsKey(address);
    }

    /** The indices of the confidential numbers that depend on no others. */
    BitSet leaves() {
        return leaves;
    }

    /** The indices of all terms that a public version must not print. */
    BitSet hidden() {
        return hidden;
    }
}
