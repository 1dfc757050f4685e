package org.advalorem.api;

/**
 * Every combination of the contested positions that the scenario lists under {@code issues}, and what each position is worth. What
 * {@code advalorem issues} writes.
 *
 * <pre>{@code
 * scenario.issues().report().write(Path.of("issues.md"));
 * }</pre>
 */
public final class Issues extends Charted {
    Issues(Report report, Drawing drawing) {
        super(report, drawing);
    }
}
