package org.advalorem.api;

/**
 * The rates along each input's change, each moved alone. What {@code advalorem spider} writes.
 *
 * <pre>{@code
 * scenario.spider().drawing().write(Path.of("spider.svg"));
 * }</pre>
 */
public final class Spider extends Charted {
    Spider(Report report, Drawing drawing) {
        super(report, drawing);
    }
}
