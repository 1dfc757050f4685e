package org.advalorem.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.advalorem.report.EvaluatedScenario;
import org.advalorem.report.PageParts;

/**
 * What stands around the content of a page: one style, at most one script, and a policy by which the browser loads and runs
 * nothing else.
 */
final class Frame {
    private static final List<String> SCRIPTS =
            List.of("decimals.js", "power.js", "program.js", "figures.js", "controls.js", "page.js");
    private static final String STYLE = "page.css";

    private Frame() {}

    /** A section of a page. */
    record Section(String id, String title, String html) {}

    /**
     * A page.
     *
     * @param scenario whose program made it
     * @param data what its script computes with, as JSON; empty for a page without a script
     */
    static String page(EvaluatedScenario scenario, String title, String body, Optional<String> data) {
        String style = resource(STYLE);
        Optional<String> code = data.map(json -> script());
        StringBuilder html = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '")
                .append(digest(style))
                .append("'; script-src ")
                .append(code.map(Frame::digest).map(of -> "'" + of + "'").orElse("'none'"))
                .append("; base-uri 'none'; form-action 'none'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"")
                .append(PageParts.escaped(scenario.receipt().version()))
                .append("\">\n<title>")
                .append(PageParts.escaped(title))
                .append("</title>\n<style>")
                .append(style)
                .append("</style>\n</head>\n<body>\n")
                .append(body);
        data.ifPresent(json -> html.append("<script type=\"application/json\" id=\"data\">")
                .append(json)
                .append("</script>\n<script>")
                .append(code.orElseThrow())
                .append("</script>\n"));
        return html.append("</body>\n</html>\n").toString();
    }

    /**
     * The head of a body: title, finding, flags and contents.
     *
     * @param first the heading of what comes before the sections, which has the id {@code rates}
     */
    static String head(String title, String finding, List<String> flags, String first, List<Section> sections) {
        StringBuilder head = new StringBuilder("<a class=\"skip\" href=\"#rates\">To the rates</a>\n<header>\n<h1>")
                .append(PageParts.escaped(title))
                .append("</h1>\n<p class=\"finding still\">")
                .append(PageParts.escaped(finding))
                .append("</p>\n");
        flags.forEach(flag -> head.append("<p class=\"flag\">")
                .append(PageParts.escaped(flag))
                .append("</p>\n"));
        head.append("</header>\n<nav aria-label=\"Contents\"><ul><li><a href=\"#rates\">")
                .append(PageParts.escaped(first))
                .append("</a></li>");
        sections.forEach(section -> head.append("<li><a href=\"#")
                .append(section.id())
                .append("\">")
                .append(PageParts.escaped(section.title()))
                .append("</a></li>"));
        return head.append("</ul></nav>\n").toString();
    }

    /** The sections of a body. */
    static String sections(List<Section> sections) {
        return sections.stream()
                .map(section -> "<section id=\"" + section.id() + "\"><h2>" + PageParts.escaped(section.title())
                        + "</h2>\n" + section.html() + "</section>\n")
                .collect(Collectors.joining());
    }

    /**
     * A chart as a figure of the page, with links that save its data and, where no script does that, the chart.
     *
     * @param name what its files are called
     * @param title what it shows
     * @param svg the chart as SVG
     * @param csv its data
     * @param scripted whether the page has a script
     */
    static String figure(String name, String title, String svg, String csv, boolean scripted) {
        // letters are outlines with names, which must be the figure's own
        String prefix = "f" + Integer.toHexString(title.hashCode()) + "-";
        String own = svg.replace(" id=\"", " id=\"" + prefix).replace("xlink:href=\"#", "xlink:href=\"#" + prefix);
        return "<figure data-name=\"" + PageParts.escaped(name) + "\">" + own + "<figcaption>"
                + PageParts.escaped(title) + "</figcaption>"
                + saving("CSV", name, PageParts.CSV_LINK, csv)
                + (scripted ? "" : saving("SVG", name, "data:image/svg+xml;charset=utf-8;base64,", svg))
                + "</figure>\n";
    }

    /** A link that saves a file without a script: the file is its address. */
    private static String saving(String kind, String name, String address, String content) {
        return " <a class=\"download\" download=\""
                + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "."
                + kind.toLowerCase(Locale.ROOT) + "\" href=\"" + address
                + Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)) + "\">" + kind + " of "
                + PageParts.escaped(name) + "</a>";
    }

    private static String script() {
        return SCRIPTS.stream()
                .map(Frame::resource)
                .collect(Collectors.joining("\n", "(() => {\n\"use strict\";\n", "})();\n"));
    }

    private static String resource(String name) {
        try (InputStream stream = Frame.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its file (" + name + ").");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A digest as a content security policy has it. */
    private static String digest(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
