package org.advalorem.plot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A font file for the characters that the font of the program lacks: TrueType or OpenType, or a collection, of which the
 * first font is taken.
 */
public final class ChartFont {
    private static final String COLLECTION = "ttcf";

    private final Face face;

    private ChartFont(Face face) {
        this.face = face;
    }

    /**
     * The font in a file.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is not a font with outlines for characters
     */
    @SuppressWarnings("CatchingUnchecked") // what the parser throws at damaged files is not declared
    public static ChartFont read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return new ChartFont(Face.of(parsed(bytes)));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("(" + file + ") is not a font.", e);
        }
    }

    private static TrueTypeFont parsed(byte[] bytes) throws IOException {
        String start = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
        if (!start.equals(COLLECTION)) {
            return new OTFParser().parse(new RandomAccessReadBuffer(bytes));
        }
        List<TrueTypeFont> fonts = new ArrayList<>();
        // not closed: outlines are read when they are drawn
        new TrueTypeCollection(new ByteArrayInputStream(bytes)).processAllFonts(fonts::add);
        if (fonts.isEmpty()) {
            throw new IOException("the collection is empty");
        }
        return fonts.get(0);
    }

    Face face() {
        return face;
    }
}
