/**
 * The interactive side: charts in windows (XChart), tables to group and join (Tablesaw), and JShell with a scenario in it.
 *
 * <p>Internal: may change in any version.
 *
 * <p>It lies in a jar of its own in the folder {@code interactive}, beside the libraries that only it needs; the program finds it
 * as the service {@link org.advalorem.cli.Interactive} and does everything else without it. May import {@code api}, {@code plot},
 * {@code cli} and what reads a file of one's own. Print charts stay with {@code plot}: see
 * {@code docs/decisions/0037-the-interactive-side.md}.
 *
 * <p>A line that a user of the shell writes:
 *
 * <pre>{@code
 * show(lines(scenario.sweep("companies.acme.export-value-adjustment.markup", "0% to 20%")));
 * }</pre>
 */
@NullMarked
package org.advalorem.interactive;

import org.jspecify.annotations.NullMarked;
