package org.advalorem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.advalorem.facts.InvalidScenarioException;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.Distributed;
import org.advalorem.whatif.Model;
import org.advalorem.whatif.Progress;
import org.advalorem.whatif.Simulation;
import org.advalorem.whatif.Sweep;
import org.advalorem.whatif.UncertainModel;
import org.junit.jupiter.api.Test;

/** The model behind the Java API, as tests of analyses load it and put questions to it. */
class JavaUseTest {
    private static final Path FOIL = Path.of("scenarios/aluminum-foil/scenario.yaml");
    private static final ResultKey RATE = ResultKey.parse("companies.zhongji.rate");
    private static final String MARKUP = "companies.zhongji.export-value-adjustment.markup";

    @Test
    void aScenarioIsCalculatedChangedSweptAndSimulated() {
        Model model = Model.load(FOIL);
        assertThat(model.result(RATE)).contains(0.1714);

        Model without = model.set("programs.export-buyers-credit.applied", "no");
        assertThat(without.result(RATE)).contains(0.0660);

        Model adjusted = model.set("companies.zhongji.export-value-adjustment.method", "denominator");
        Sweep.Result sweep = Sweep.of(adjusted, MARKUP + "=0% to 12% in 7", List.of(RATE));
        assertThat(sweep.cases().column(RATE)).hasSize(7).isSortedAccordingTo((low, high) -> Double.compare(high, low));

        UncertainModel uncertain = UncertainModel.of(adjusted, MARKUP + "=uniform(0%, 12%)");
        Distributed rate = Simulation.run(uncertain, List.of(RATE), Simulation.Settings.of(4096, 7), Progress.NONE)
                .result(RATE);
        assertThat(rate.mean()).isBetween(rate.min(), rate.max());
        assertThat(rate.quantile(0.5).value()).isLessThan(0.1714);
    }

    @Test
    void everythingWrongIsListedInOneException() {
        Model model = Model.load(FOIL);
        assertThatThrownBy(() -> model.set("companies.zhongji.rat", "1%")).isInstanceOf(InvalidScenarioException.class);
        assertThatThrownBy(() -> Model.load(Path.of("no-such.yaml")))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageContaining("There is no file (no-such.yaml).");
    }
}
