package org.advalorem.facts;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Term;
import org.advalorem.calculation.Unit;

/** The type of a number with a unit; reading it makes an input of the calculation. */
public final class QuantityType extends ScalarType<Term> {
    /** The form in which the unit is written. */
    enum Form {
        MONEY,
        RATE,
        BARE,
        WITH_UNIT,
        PRICE
    }

    private static final String SIZES = "A number is zero, or between 1e-18 and 1e18 in size.";

    private final Form form;
    private final Unit unit;
    private final Domain domain;

    QuantityType(Form form, Unit unit, Domain domain) {
        this.form = form;
        this.unit = unit;
        this.domain = domain;
    }

    /** This type with a domain; the domain is also a condition of the calculation when the value is varied. */
    public QuantityType within(Domain accepted) {
        return new QuantityType(form, unit, accepted);
    }

    @Override
    Term parse(SourceNode.Scalar scalar, Reading reading) {
        WrittenNumber measure = WrittenNumber.parse(scalar.text()).orElseThrow(() -> notANumber(scalar, reading));
        BigDecimal number = measure.value();
        checkSize(measure, scalar, reading);
        Unit read = unit(measure, reading);
        if (!domain.accepts(number)) {
            throw reading.problem(
                    Problem.Code.AV209,
                    "(" + reading.address() + ") is " + scalar.text() + "; it must be " + domainText() + ".",
                    "");
        }
        return input(number, read, reading);
    }

    Term input(BigDecimal number, Unit read, Reading reading) {
        try {
            Term term = reading.context().builder().input(reading.address().toString(), number, read);
            domain.require(
                    reading.context().builder(),
                    term,
                    message(reading),
                    reading.address().toString());
            return term;
        } catch (IllegalArgumentException twice) {
            throw reading.problem(
                    Problem.Code.AV206,
                    "(" + reading.address() + ") is used in more than one currency or unit.",
                    "Write its currency or unit.");
        }
    }

    private String message(Reading reading) {
        return "(" + reading.address() + ") must be " + domainText() + ".";
    }

    /** Checks the size before the unit, which would ask for a far too large number to be written differently. */
    static void checkSize(WrittenNumber measure, SourceNode.Scalar scalar, Reading reading) {
        if (!measure.hasSize()) {
            throw reading.problem(
                    Problem.Code.AV209,
                    "(" + reading.address() + ") is " + scalar.text() + ": " + measure.beyondSize() + ".",
                    SIZES);
        }
    }

    private Unit unit(WrittenNumber measure, Reading reading) {
        return switch (form) {
            case MONEY -> money(measure, reading);
            case RATE -> rate(measure, reading);
            case BARE -> bare(measure, reading);
            case WITH_UNIT -> withUnit(measure, reading);
            case PRICE ->
                measure.unit().isEmpty()
                                && !measure.percent()
                                && reading.context().unit().isPresent()
                        ? reading.context().unit().get()
                        : withUnit(measure, reading);
        };
    }

    private Unit money(WrittenNumber measure, Reading reading) {
        if (measure.percent()) {
            throw reading.problem(
                    Problem.Code.AV206,
                    "(" + reading.address() + ") is a percentage; expected " + expected() + ".",
                    "");
        }
        if (measure.unit().isEmpty()) {
            return reading.context()
                    .currency()
                    .orElseThrow(() -> reading.problem(
                            Problem.Code.AV206,
                            "(" + reading.address() + ") is an amount without a currency.",
                            "Write the currency after it. " + reading.line(scalarText(reading) + " CNY")));
        }
        return WordTypes.currency(measure.unit(), reading);
    }

    private Unit rate(WrittenNumber measure, Reading reading) {
        if (!measure.unit().isEmpty()) {
            throw notARate(measure, reading);
        }
        if (!measure.percent() && measure.number().signum() != 0) {
            throw reading.problem(
                    Problem.Code.AV205,
                    "(" + reading.address() + ") is a rate without a percent sign: "
                            + measure.number().toPlainString() + ".",
                    measure.adviceForRate());
        }
        return Unit.FRACTION;
    }

    private UnusableFactsException notARate(WrittenNumber measure, Reading reading) {
        return reading.problem(
                Problem.Code.AV206, "(" + measure.unit() + ") follows a rate; expected " + expected() + ".", "");
    }

    private Unit bare(WrittenNumber measure, Reading reading) {
        if (measure.percent() || (!measure.unit().isEmpty() && !sameSymbol(measure.unit()))) {
            throw reading.problem(
                    Problem.Code.AV206,
                    "(" + reading.address() + ") has the unit (" + (measure.percent() ? "%" : measure.unit())
                            + "); expected " + expected() + ".",
                    "");
        }
        return unit;
    }

    private boolean sameSymbol(String symbol) {
        return symbol.equals(unit.toString()) || symbol.equals(unit + "s");
    }

    private static String scalarText(Reading reading) {
        return reading.given() instanceof SourceNode.Scalar scalar
                ? scalar.text().strip()
                : "";
    }

    private Unit withUnit(WrittenNumber measure, Reading reading) {
        if (measure.percent() || measure.unit().isEmpty()) {
            throw reading.problem(
                    Problem.Code.AV206,
                    "(" + reading.address() + ") has no unit; expected " + expected() + ".",
                    measure.percent()
                            ? ""
                            : written(scalarText(reading)).map(reading::line).orElse(""));
        }
        return WordTypes.unit(measure.unit(), reading);
    }

    private UnusableFactsException notANumber(SourceNode.Scalar scalar, Reading reading) {
        String advice = scalar.text().indexOf(',') >= 0
                ? "Write numbers with a decimal point and without grouping: 1420000 or 1.42 million."
                : "";
        return unexpected(Problem.Code.AV204, scalar, reading, advice);
    }

    private String domainText() {
        return domain.inWords(form == Form.RATE);
    }

    @Override
    public Optional<String> written(String text) {
        return WrittenNumber.parse(text)
                .filter(WrittenNumber::hasSize)
                .flatMap(number -> written(text.strip(), number));
    }

    private Optional<String> written(String text, WrittenNumber number) {
        boolean bare = number.unit().isEmpty() && !number.percent();
        if (bare) {
            return Optional.of(
                    switch (form) {
                        case MONEY, BARE -> text;
                        case RATE -> text + "%";
                        case WITH_UNIT -> text + " t";
                        case PRICE -> text + " USD/t";
                    });
        }
        boolean fits = switch (form) {
            case RATE -> number.percent() && number.unit().isEmpty();
            case MONEY -> Unit.isCurrency(number.unit());
            case BARE -> sameSymbol(number.unit());
            case WITH_UNIT, PRICE -> Unit.parse(number.unit()).isPresent();
        };
        return fits ? Optional.of(text) : Optional.empty();
    }

    @Override
    Optional<Term> term(Term value) {
        return Optional.of(value);
    }

    @Override
    public boolean isQuantity() {
        return true;
    }

    @Override
    Map<String, Object> valueSchema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", form == Form.RATE || form == Form.WITH_UNIT ? "string" : List.of("number", "string"));
        if (form == Form.RATE) {
            schema.put("pattern", "^[+-]?[0-9.]+([eE][+-]?[0-9]+)? ?(%|percent)$");
            // zero needs no percent sign
            return new LinkedHashMap<>(Map.of("anyOf", List.of(schema, Map.of("const", 0))));
        }
        return schema;
    }

    @Override
    public String expected() {
        return switch (form) {
            case MONEY -> "an amount such as 12.5 million CNY";
            case RATE -> "a rate such as 10.54%";
            case BARE -> unit.isFraction() ? "a number" : "a number of " + unit + "s";
            case WITH_UNIT -> "a quantity with its unit, such as 100 t";
            case PRICE -> "a price with its unit, such as 62 USD/t";
        };
    }
}
