package org.advalorem.facts;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.CalculationBuilder;
import org.advalorem.calculation.Unit;

/**
 * The context in which facts are read: the calculation that their quantities enter, the collection of problems, the
 * register of what was read, access to data files, the currency of bare amounts and the names that references may use.
 */
public final class FactsContext {
    private final CalculationBuilder builder;
    private final Problems problems;
    private final FactRegister register;
    private final Warnings warnings;
    private final Sheets sheets;
    private final DataFiles files;
    private final Optional<Unit> currency;
    private final Optional<Unit> unit;
    private final Map<String, Collection<String>> names;

    private FactsContext(
            CalculationBuilder builder,
            Problems problems,
            FactRegister register,
            Warnings warnings,
            Sheets sheets,
            DataFiles files,
            Optional<Unit> currency,
            Optional<Unit> unit,
            Map<String, Collection<String>> names) {
        this.builder = builder;
        this.problems = problems;
        this.register = register;
        this.warnings = warnings;
        this.sheets = sheets;
        this.files = files;
        this.currency = currency;
        this.unit = unit;
        this.names = names;
    }

    /** A context without a currency and without names. */
    public static FactsContext of(CalculationBuilder builder, Problems problems, DataFiles files) {
        return new FactsContext(
                builder,
                problems,
                new FactRegister(),
                new Warnings(),
                new Sheets(),
                files,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /** This context with the currency of bare amounts. */
    public FactsContext withCurrency(Unit money) {
        return new FactsContext(builder, problems, register, warnings, sheets, files, Optional.of(money), unit, names);
    }

    /** This context with the unit of bare prices. */
    public FactsContext withUnit(Unit prices) {
        return new FactsContext(
                builder, problems, register, warnings, sheets, files, currency, Optional.of(prices), names);
    }

    /**
     * This context with the names of one part of the scenario.
     *
     * @param part the part that references name, such as {@code benchmarks}
     * @param known the names in it
     */
    public FactsContext withNames(String part, Collection<String> known) {
        Map<String, Collection<String>> more = new HashMap<>(names);
        more.put(part, List.copyOf(known));
        return new FactsContext(builder, problems, register, warnings, sheets, files, currency, unit, more);
    }

    /** This context with a register of its own: for facts made from others, which no address of the scenario names. */
    public FactsContext unregistered() {
        return new FactsContext(builder, problems, new FactRegister(), warnings, sheets, files, currency, unit, names);
    }

    /** The calculation being built. */
    public CalculationBuilder builder() {
        return builder;
    }

    /** The problems found so far. */
    public Problems problems() {
        return problems;
    }

    /** The register of everything read so far. */
    public FactRegister register() {
        return register;
    }

    /** The warnings so far. */
    public Warnings warnings() {
        return warnings;
    }

    /** The records read so far. */
    public Sheets sheets() {
        return sheets;
    }

    DataFiles files() {
        return files;
    }

    Optional<Unit> currency() {
        return currency;
    }

    Optional<Unit> unit() {
        return unit;
    }

    /** The names written in one part of the scenario, if references to it are checked. */
    public Optional<Collection<String>> names(String part) {
        return Optional.ofNullable(names.get(part));
    }
}
