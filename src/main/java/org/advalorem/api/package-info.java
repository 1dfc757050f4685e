/**
 * The Java API of Advalorem: scenarios as immutable values, questions put to them, and answers as tables, reports and charts.
 *
 * <pre>{@code
 * Scenario scenario = Scenario.load(Path.of("case.yaml"));
 * System.out.println(scenario.evaluate().rate("acme").published()); // 0.1714 is 17.14%
 *
 * Scenario lower = scenario.set("markup", "8%");
 * scenario.compare(lower).drawing().write(Path.of("difference.svg"));
 * scenario.sweep("markup", "0% to 12% in 7").report().write(Path.of("sweep.csv"));
 * }</pre>
 *
 * <p>It begins with {@link org.advalorem.api.Scenario}. What is wrong is told in a {@link
 * org.advalorem.api.ScenarioException}, all of it at once. Nothing is computed here: every answer is that of the command of the
 * same name, to the last bit.
 *
 * <p>This package and the records of a chart in {@code org.advalorem.plot} are public: they follow semantic versioning, and
 * {@code src/main/api/advalorem-api.txt} lists them. Every other package is internal and may change in any version.
 *
 * <p>May import what {@code cli} may.
 */
@NullMarked
package org.advalorem.api;

import org.jspecify.annotations.NullMarked;
