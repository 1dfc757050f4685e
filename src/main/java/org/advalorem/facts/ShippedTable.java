package org.advalorem.facts;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.advalorem.tables.Layout;
import org.advalorem.tables.TextTable;

/**
 * A table that comes with the program.
 *
 * @param word the word that names it, where a file may be named too
 * @param beside a class of the package that holds it
 * @param resource the name of its CSV file in that package
 */
public record ShippedTable(String word, Class<?> beside, String resource) {
    DataTable table(List<String> wanted) {
        try (InputStream stream = beside.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The table (" + resource + ") is missing from the program.");
            }
            TextTable text = TextTable.read(stream.readAllBytes(), Optional.empty(), Optional.empty());
            return new DataTable(word, Layout.of(text.grid(), wanted), TableOptions.DETECT, true, notice -> {});
        } catch (IOException e) {
            throw new IllegalStateException("The table (" + resource + ") cannot be read.", e);
        }
    }
}
