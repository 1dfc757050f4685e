package org.advalorem.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Unit;

/**
 * The type of a decimal above zero that shapes the calculation without entering it: it is kept as written, and where it
 * varies the calculation is rebuilt.
 */
final class ExactType extends ScalarType<BigDecimal> {
    /** A number of years, not rounded. */
    static final ExactType YEARS = new ExactType("a number of years such as 13.16");

    /** An amount in the company's currency. */
    static final ExactType MONEY = new ExactType("an amount in the company's currency such as 12.5 million");

    private final String expected;

    private ExactType(String expected) {
        this.expected = expected;
    }

    @Override
    BigDecimal parse(SourceNode.Scalar scalar, Reading reading) {
        Optional<WrittenNumber> written = WrittenNumber.parse(scalar.text());
        written.ifPresent(read -> QuantityType.checkSize(read, scalar, reading));
        Optional<WrittenNumber> measure =
                written.filter(read -> !read.percent() && read.number().signum() > 0 && takes(read, reading));
        return measure.map(WrittenNumber::number)
                .orElseThrow(() -> reading.problem(
                        Problem.Code.AV204,
                        "(" + reading.address() + ") is (" + scalar.text() + "); expected " + expected + ".",
                        "Write a number above zero."));
    }

    private boolean takes(WrittenNumber read, Reading reading) {
        Optional<String> unit = Optional.of(read.unit()).filter(text -> !text.isEmpty());
        return unit.isEmpty()
                || (this == YEARS
                        ? unit.get().matches("years?")
                        : reading.context().currency().map(Unit::toString).equals(unit));
    }

    @Override
    Map<String, Object> valueSchema() {
        return Map.of("type", List.of("number", "string"));
    }

    @Override
    public String expected() {
        return expected;
    }
}
