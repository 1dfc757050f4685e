package org.advalorem.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.advalorem.facts.Problems;
import org.advalorem.scenario.Correlated;
import org.advalorem.scenario.Uncertain;
import org.advalorem.whatif.Dependence;
import org.advalorem.whatif.Model;
import org.advalorem.whatif.UncertainModel;
import org.advalorem.whatif.ValueRange;
import picocli.CommandLine.ParseResult;

/**
 * What {@code tornado} and {@code spider} move: the ranges after {@code --vary}, and what the scenario states as uncertain.
 *
 * @param unusedInputs the addresses of the inputs on which no result depends
 */
record VariedInputs(List<ValueRange> ranges, List<UncertainModel.Input> inputs, List<String> unusedInputs) {
    /**
     * Reads them.
     *
     * @throws org.advalorem.facts.InvalidScenarioException if anything is wrong, listing all of it
     */
    static VariedInputs of(ParseResult given, WhatIfRun.Asked asked, Problems problems) {
        List<ValueRange> ranges = ValueRange.read(asked.loaded().scenario(), WhatIfOptions.vary(given), problems);
        List<Uncertain> entries = Uncertain.read(asked.loaded().scenario(), List.of(), problems);
        List<Correlated> correlations = Correlated.read(asked.loaded().scenario(), problems);
        problems.throwIfAny();
        if (entries.isEmpty() && ranges.isEmpty()) {
            return new VariedInputs(List.of(), List.of(), List.of());
        }
        Optional<UncertainModel> uncertainty = UncertainModel.of(asked.model(), entries, correlations, problems);
        problems.throwIfAny();
        return new VariedInputs(
                ranges,
                uncertainty.map(UncertainModel::inputs).orElse(List.of()),
                uncertainty.map(UncertainModel::unused).orElse(List.of()));
    }

    /** The addresses on which no result depends. */
    List<String> unused(Model model) {
        return Stream.concat(Dependence.unused(model, ranges).stream(), unusedInputs.stream())
                .distinct()
                .toList();
    }

    boolean isEmpty() {
        return ranges.isEmpty() && inputs.isEmpty();
    }
}
