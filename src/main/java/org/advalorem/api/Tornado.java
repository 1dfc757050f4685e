package org.advalorem.api;

/**
 * Which inputs move a rate most, each moved alone. What {@code advalorem tornado} writes.
 *
 * <pre>{@code
 * scenario.tornado().drawing().write(Path.of("tornado.pdf"));
 * }</pre>
 */
public final class Tornado extends Charted {
    Tornado(Report report, Drawing drawing) {
        super(report, drawing);
    }
}
