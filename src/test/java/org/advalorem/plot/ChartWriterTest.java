package org.advalorem.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The files: whole, complete, and the same every time. */
final class ChartWriterTest {
    static Stream<String> samples() {
        return Samples.all().keySet().stream();
    }

    @ParameterizedTest
    @EnumSource(ChartFormat.class)
    void theSameChartGivesTheSameBytes(ChartFormat format) throws IOException {
        for (Chart chart : Samples.all().values()) {
            assertThat(ChartWriter.bytes(chart, format)).isEqualTo(ChartWriter.bytes(chart, format));
        }
    }

    /** Layout and outlines come from the font that is shipped: these bytes do not depend on the machine. */
    @Test
    void aChartInSvgIsTheSameOnEveryMachine() throws IOException, NoSuchAlgorithmException {
        byte[] svg = ChartWriter.bytes(Samples.tornado(), ChartFormat.SVG);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(svg));
        assertThat(digest).isEqualTo("b57246fd14e1d805238fc9f049b9f8cdec615393f8e2a0396242ec8e5d29e2bb");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void svgIsWellFormedAndUsesOnlyWhatItDefines(String name)
            throws IOException, ParserConfigurationException, SAXException {
        Chart chart = Samples.all().get(name);
        byte[] svg = ChartWriter.bytes(chart, ChartFormat.SVG);
        Document document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg));
        assertThat(document.getDocumentElement()
                        .getElementsByTagName("title")
                        .item(0)
                        .getTextContent())
                .isEqualTo(chart.caption().title());
        String described = document.getDocumentElement()
                .getElementsByTagName("desc")
                .item(0)
                .getTextContent();
        for (Canvas.Label label : ChartWriter.draw(chart).labels()) {
            assertThat(described).contains(label.text());
        }
        Set<String> defined = new HashSet<>();
        NodeList paths = document.getElementsByTagName("path");
        for (int i = 0; i < paths.getLength(); i++) {
            defined.add("#" + ((Element) paths.item(i)).getAttribute("id"));
        }
        NodeList uses = document.getElementsByTagName("use");
        assertThat(uses.getLength()).isPositive();
        for (int i = 0; i < uses.getLength(); i++) {
            assertThat(defined).contains(((Element) uses.item(i)).getAttribute("xlink:href"));
        }
        assertThat(new String(svg, StandardCharsets.UTF_8))
                .doesNotContain("NaN")
                .doesNotContain("Infinity");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void pdfHoldsTextThatCanBeSearched(String name) throws IOException {
        Chart chart = Samples.all().get(name);
        try (PDDocument document = Loader.loadPDF(ChartWriter.bytes(chart, ChartFormat.PDF))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo(chart.caption().title());
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains(chart.caption().title())
                    .contains("ILLUSTRATIVE")
                    .contains("Source: advalorem");
        }
    }

    @Test
    void pixelsAreFewerToAPointBeforeAnImageGetsTooLarge() throws IOException {
        BufferedImage usual = image(Samples.tornado());
        assertThat(usual.getWidth()).isEqualTo(1948);
        List<RowChart.Row> rows = IntStream.range(0, 1500)
                .mapToObj(i -> SampleRows.step("program " + i, 0, 0.0001))
                .toList();
        BufferedImage tall = image(SampleRows.rows(caption("Many"), List.of(""), rows, List.of(), true));
        assertThat((long) tall.getWidth() * tall.getHeight()).isBetween(39_000_000L, 41_000_000L);
    }

    private static Caption caption(String title) {
        return new Caption(title, "", "", "");
    }

    private static BufferedImage image(Chart chart) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(ChartWriter.bytes(chart, ChartFormat.PNG)));
    }

    /** 1750 pixels on 6.5 inches are 10,600 to the metre. */
    @Test
    void anImageIsAsWideAsATextColumn() throws IOException {
        ByteBuffer png = ByteBuffer.wrap(ChartWriter.bytes(Samples.tornado(), ChartFormat.PNG));
        int at = new String(png.array(), StandardCharsets.ISO_8859_1).indexOf("pHYs") + 4;
        assertThat(png.getInt(at)).isEqualTo(10_600);
        assertThat(png.getInt(at + 4)).isEqualTo(10_600);
        assertThat(png.get(at + 8)).as("metres").isEqualTo((byte) 1);
    }

    @Test
    void namesInOtherScriptsAndMarkupDoNotBreakAnything() throws IOException {
        RowChart.Row row = SampleRows.distance("<script>", 0.01, "\"");
        Chart chart = new RowChart(
                new Caption("\u9f0e\u80dc <b>&amp;\u0007 \ud83d\udcb0", "\u0000", "", "a]]>b"),
                SampleRows.RATE,
                List.of(),
                List.of("", ""),
                List.of(new RowChart.Panel("\u0628\u0631\u0646\u0627\u0645\u062c", List.of(row), List.of(), List.of())),
                false);
        String svg = new String(ChartWriter.bytes(chart, ChartFormat.SVG), StandardCharsets.UTF_8);
        assertThat(svg).contains("&lt;script&gt;").doesNotContain("<script>").doesNotContain("\u0007");
        assertThat(ChartWriter.bytes(chart, ChartFormat.PNG)).isNotEmpty();
        assertThat(ChartWriter.bytes(chart, ChartFormat.PDF)).isNotEmpty();
    }

    @Test
    void dataThatCannotBeDrawnIsRefused() {
        assertThatThrownBy(() -> new Mark("de minimis", Double.NaN))
                .hasMessage("The value of (de minimis) is not a finite number: NaN.");
        assertThatThrownBy(() -> caption(" ")).hasMessage("A chart needs a title.");
        assertThatThrownBy(() -> new RowChart.Panel("", List.of(), List.of(), List.of()))
                .hasMessage("There are no rows to draw.");
        List<RowChart.Row> rows = List.of(SampleRows.total("Net subsidy rate", 0.01));
        assertThatThrownBy(() -> SampleRows.rows(caption("Two columns"), List.of("", ""), rows, List.of(), false))
                .hasMessage("Every lane of a row needs 2 texts, one for each column.");
    }

    @Test
    void endingsChooseTheFormat() {
        assertThat(ChartFormat.ofName("a.b/C.SVG")).contains(ChartFormat.SVG);
        assertThat(ChartFormat.ofName("x.png")).contains(ChartFormat.PNG);
        assertThat(ChartFormat.ofName("x.pdf")).contains(ChartFormat.PDF);
        assertThat(ChartFormat.ofName("svg")).isEmpty();
        assertThat(ChartFormat.ofName("x.svgz")).isEmpty();
    }
}
