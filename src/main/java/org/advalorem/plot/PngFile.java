package org.advalorem.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** A canvas as pixels: 2.5 to a point, which is 269 to the inch on a text column of 6.5 inches. */
final class PngFile implements Canvas.Pen {
    private static final String PNG = "javax_imageio_png_1.0";
    private static final double SCALE = 2.5;
    /** A canvas of the usual width fills a text column of 6.5 inches. */
    private static final double POINTS_PER_METRE = Canvas.WIDTH / (6.5 * 0.0254);
    /** The most pixels of an image: a long chart gets fewer to a point. */
    private static final double MOST_PIXELS = 40e6;

    private final Graphics2D graphics;
    private final FontOutlines fonts;

    private PngFile(Graphics2D graphics, FontOutlines fonts) {
        this.graphics = graphics;
        this.fonts = fonts;
    }

    static byte[] of(Canvas canvas) throws IOException {
        double scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (canvas.width() * canvas.height())));
        int width = (int) Math.ceil(canvas.width() * scale);
        int height = (int) Math.ceil(canvas.height() * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setPaint(Palette.PAPER);
            graphics.fillRect(0, 0, width, height);
            graphics.scale(scale, scale);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            canvas.draw(new PngFile(graphics, canvas.fonts()));
        } finally {
            graphics.dispose();
        }
        return encode(image, scale);
    }

    @Override
    public void fill(Shape shape, Color color) {
        graphics.setPaint(color);
        graphics.fill(shape);
    }

    @Override
    public void stroke(Shape shape, Color color, BasicStroke stroke) {
        graphics.setPaint(color);
        graphics.setStroke(stroke);
        graphics.draw(shape);
    }

    @Override
    public void write(Canvas.Label label) {
        fill(fonts.outline(label), label.color());
    }

    /** With the resolution, so that a word processor makes the image no larger than the page. */
    private static byte[] encode(BufferedImage image, double scale) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageIO.setUseCache(false);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), writer.getDefaultWriteParam());
            metadata.mergeTree(PNG, resolution(Long.toString(Math.round(scale * POINTS_PER_METRE))));
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** In PNG's own terms: for those common to all formats the JDK writes the reciprocal of what they mean. */
    private static IIOMetadataNode resolution(String pixelsPerMetre) {
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        size.setAttribute("pixelsPerUnitXAxis", pixelsPerMetre);
        size.setAttribute("pixelsPerUnitYAxis", pixelsPerMetre);
        size.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode(PNG);
        root.appendChild(size);
        return root;
    }
}
