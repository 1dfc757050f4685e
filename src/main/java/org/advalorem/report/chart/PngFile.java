package org.advalorem.report.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Writes a sheet as pixels: 2.5 to a point, which is 269 to the inch on a text column of 6.5 inches. */
final class PngFile {
    private static final String PNG = "javax_imageio_png_1.0";
    private static final double SCALE = 2.5;
    /** A sheet of the usual width fills a text column of 6.5 inches. */
    private static final double POINTS_PER_MILLIMETRE = Frame.WIDTH / (6.5 * 25.4);
    /** A long chart gets fewer pixels to a point before it gets more than this many in all. */
    private static final double MOST_PIXELS = 40e6;

    private PngFile() {}

    static byte[] of(Sheet sheet) throws IOException {
        double scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (sheet.width() * sheet.height())));
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(sheet.width() * scale),
                (int) Math.ceil(sheet.height() * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setPaint(Palette.PAPER);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(scale, scale);
            sheet.paint(graphics);
        } finally {
            graphics.dispose();
        }
        return encode(image, scale);
    }

    /** With the resolution, so that a word processor does not make it larger than the page. */
    private static byte[] encode(BufferedImage image, double scale) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("png");
        if (!writers.hasNext()) {
            throw new IOException("this Java cannot write PNG files");
        }
        ImageWriter writer = writers.next();
        ImageIO.setUseCache(false);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), writer.getDefaultWriteParam());
            metadata.mergeTree(PNG, resolution(scale * POINTS_PER_MILLIMETRE));
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** In PNG's own words: in those common to all formats the JDK takes the reciprocal of what is meant. */
    private static IIOMetadataNode resolution(double pixelsPerMillimetre) {
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        String perMetre = Long.toString(Math.round(pixelsPerMillimetre * 1000));
        size.setAttribute("pixelsPerUnitXAxis", perMetre);
        size.setAttribute("pixelsPerUnitYAxis", perMetre);
        size.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode(PNG);
        root.appendChild(size);
        return root;
    }
}
