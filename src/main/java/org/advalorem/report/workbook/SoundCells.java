package org.advalorem.report.workbook;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes out the {@code >} that POI 5.5.1 leaves behind a formula that gives yes or no ({@code </f>><v>}): text where the schema
 * has none. Nothing else in a sheet looks like it, since text has an entity for {@code <}.
 */
final class SoundCells extends FilterOutputStream {
    private static final byte[] END_OF_FORMULA = "</f>".getBytes(StandardCharsets.US_ASCII);

    /** How many bytes of the end of a formula went before; all of them: the next may be too much. */
    private int matched;

    SoundCells(OutputStream to) {
        super(to);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        for (int i = offset; i < offset + length; i++) {
            if (matched == END_OF_FORMULA.length) {
                matched = 0;
                if (bytes[i] == '>') {
                    out.write(bytes, from, i - from);
                    from = i + 1;
                    continue;
                }
            }
            matched = bytes[i] == END_OF_FORMULA[matched] ? matched + 1 : bytes[i] == END_OF_FORMULA[0] ? 1 : 0;
        }
        out.write(bytes, from, offset + length - from);
    }
}
