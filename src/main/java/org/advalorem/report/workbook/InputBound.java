package org.advalorem.report.workbook;

import java.util.Optional;
import org.advalorem.calculation.Operation;
import org.advalorem.calculation.Requirement;
import org.advalorem.calculation.Term;

/**
 * A requirement that limits one input by a number.
 *
 * @param least the smallest number allowed; empty if it limits from above
 * @param most the largest number allowed; empty if it limits from below
 */
record InputBound(Term input, Optional<Page.Limit> least, Optional<Page.Limit> most) {
    /** The bound that a requirement is; empty if it is another condition. */
    static Optional<InputBound> of(Requirement requirement) {
        Term condition = requirement.condition();
        boolean strict = condition.operation() == Operation.LESS;
        if (!strict && condition.operation() != Operation.AT_MOST) {
            return Optional.empty();
        }
        Term low = condition.operands().get(0);
        Term high = condition.operands().get(1);
        if (low.operation() == Operation.LITERAL && high.operation() == Operation.INPUT) {
            return Optional.of(new InputBound(high, Optional.of(limit(low, !strict)), Optional.empty()));
        }
        if (low.operation() == Operation.INPUT && high.operation() == Operation.LITERAL) {
            return Optional.of(new InputBound(low, Optional.empty(), Optional.of(limit(high, !strict))));
        }
        return Optional.empty();
    }

    private static Page.Limit limit(Term number, boolean included) {
        return new Page.Limit(number.decimal().doubleValue(), included);
    }
}
