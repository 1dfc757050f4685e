package org.advalorem.cli;

import java.util.List;
import org.advalorem.facts.Problems;
import org.advalorem.scenario.Correlated;
import org.advalorem.scenario.Uncertain;
import org.advalorem.whatif.UncertainModel;
import org.advalorem.whatif.ValueRange;
import picocli.CommandLine.ParseResult;

/**
 * What {@code tornado} and {@code spider} move: the ranges after {@code --vary}, and what the scenario states as uncertain.
 */
record VariedInputs(List<ValueRange> ranges, List<UncertainModel.Input> inputs) {
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
            return new VariedInputs(List.of(), List.of());
        }
        List<UncertainModel.Input> inputs = UncertainModel.of(asked.model(), entries, correlations, problems)
                .map(UncertainModel::inputs)
                .orElse(List.of());
        problems.throwIfAny();
        return new VariedInputs(ranges, inputs);
    }

    boolean isEmpty() {
        return ranges.isEmpty() && inputs.isEmpty();
    }
}
