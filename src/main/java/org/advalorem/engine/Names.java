package org.advalorem.engine;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;

/** What a formula calls the terms, inputs and records in it. */
interface Names {
    /** What an operand is called in place of its formula; nothing when it is written out. Literals never are asked. */
    Optional<String> of(Term term);

    /** What an input is called that has no other name. */
    String input(Term input);

    /** What a number fixed by the law or by arithmetic is called; nothing when it stands as its number. */
    Optional<String> literal(Term literal);

    /** What the sum of some operands is called as a whole; nothing when it is written out. */
    Optional<String> sum(List<Term> summands);

    /**
     * What stands before one of several equal summands in place of all; nothing when every summand is written, and a
     * subtracted zero too.
     */
    Optional<String> gathered();

    /** What the quantity of a record is called. */
    String quantity(RecordTable records);

    /** What a formula over records goes over; empty when it need not be said. */
    String over(RecordTable records);
}
