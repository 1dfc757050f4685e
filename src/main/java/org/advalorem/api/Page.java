package org.advalorem.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.advalorem.scenario.FilesRead;

/**
 * One HTML file with everything about a scenario, which computes: what is uncertain, contested or adjustable can be moved in
 * it. What {@code advalorem report} writes.
 *
 * <pre>{@code
 * scenario.page().write(Path.of("case.html"));
 * }</pre>
 */
public final class Page {
    private final String html;
    private final FilesRead read;

    Page(String html, FilesRead read) {
        this.html = html;
        this.read = read;
    }

    /** The whole page; it needs no other file and no network. */
    public String html() {
        return html;
    }

    /**
     * Writes the page, whole or not at all.
     *
     * @param file ends in {@code .html} or {@code .htm}
     * @throws ScenarioException if the ending is another, or the file is one that the scenario was read from
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        if (!file.toString().matches("(?is).*\\.html?")) {
            throw ScenarioException.of(
                    "(" + file + ") is not a name for a page.", "Use one that ends in .html or .htm.");
        }
        WholeFile.write(file, read, channel -> {
            ByteBuffer left = ByteBuffer.wrap(html.getBytes(StandardCharsets.UTF_8));
            while (left.hasRemaining()) {
                channel.write(left);
            }
        });
    }
}
