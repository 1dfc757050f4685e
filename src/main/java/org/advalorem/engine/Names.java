package org.advalorem.engine;

import java.util.List;
import java.util.Optional;
import org.advalorem.calculation.RecordTable;
import org.advalorem.calculation.Term;

/** The names that a formula uses for its terms, inputs and records. */
interface Names {
    /** The name of an operand, in place of its formula; empty if it is written out. Never asked of literals. */
    Optional<String> of(Term term);

    /** The name of an input that has no other. */
    String input(Term input);

    /** The name of a number fixed by the law or by arithmetic; empty if it is written as a number. */
    Optional<String> literal(Term literal);

    /** The name of a sum as a whole; empty if it is written out. */
    Optional<String> sum(List<Term> summands);

    /**
     * The prefix before one of several equal summands that represents them all; empty if every summand is written, a
     * subtracted zero included.
     */
    Optional<String> gathered();

    /** The name of a record's quantity. */
    String quantity(RecordTable records);

    /** The phrase that says which records a formula covers; the empty string if it need not be said. */
    String over(RecordTable records);
}
