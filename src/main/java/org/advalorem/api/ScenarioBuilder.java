package org.advalorem.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.advalorem.scenario.ScenarioText;

/**
 * A scenario stated value by value, for a program whose figures come from elsewhere. A builder is changed by each call, and is
 * meant for one thread.
 *
 * <pre>{@code
 * Scenario scenario = Scenario.builder()
 *         .set("format", "advalorem/1")
 *         .set("title", "Welded pipe")
 *         .set("proceeding.period", "2024")
 *         .set("programs.fairs", "{type: grant, specificity: export, recurrence: recurring}")
 *         .set("companies.acme.sales", "[{year: 2024, destination: United States, gross: 64 million}]")
 *         .set("companies.acme.uses.fairs", "[{received: [{on: 2024-05-10, amount: 0.16 million}]}]")
 *         .build(); // tells what is still missing: the country, the segment, ...
 * }</pre>
 */
public final class ScenarioBuilder {
    private final List<String> stated = new ArrayList<>();
    private Path folder = Path.of("");

    ScenarioBuilder() {}

    /**
     * States a value; parts that do not exist yet are made.
     *
     * @param address whole: there is nothing yet for which it could be short
     * @param value as one writes it in a {@link Setting}
     * @return this builder
     */
    public ScenarioBuilder set(String address, String value) {
        stated.add(new Setting(address, value).toString());
        return this;
    }

    /**
     * Names the folder from which data files are found; by default the current one.
     *
     * @return this builder
     */
    public ScenarioBuilder folder(Path from) {
        folder = from;
        return this;
    }

    /**
     * The scenario as the text of a file.
     *
     * @throws ScenarioException if a value cannot be read, or stands where another has parts
     */
    public String yaml() {
        return ScenarioException.unlessWrong(problems -> ScenarioText.of(stated, problems));
    }

    /**
     * The scenario.
     *
     * @throws ScenarioException with everything that is wrong, by line and column of {@link #yaml()}
     */
    public Scenario build() {
        return Scenario.parse(yaml(), folder);
    }
}
