package org.advalorem.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.DataTable;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.TableOptions;

/** A data file named on the command line, outside any scenario. */
public final class NamedTable {
    private NamedTable() {}

    /**
     * The rows of a file; empty if it cannot be read, in which case the reason is reported.
     *
     * @param named where the file is named
     * @param wanted the keys of headings that the table must have
     * @param notices takes what was decided about the file, in words
     */
    public static Optional<DataTable> read(
            Path file, Origin named, List<String> wanted, Problems problems, Consumer<String> notices) {
        String place = file.toString().replace('\\', '/');
        try {
            TableFile.Opener opener = () -> OpenedTable.open(file, place, TableOptions.DETECT);
            if (!Files.isRegularFile(file)) {
                // a pipe is read once, from its start
                Optional<byte[]> bytes = FileBytes.read(file, place, named, Problem.Code.AV301, problems);
                if (bytes.isEmpty()) {
                    return Optional.empty();
                }
                opener = () -> OpenedTable.text(bytes.get(), TableOptions.DETECT);
            }
            return Optional.of(TableFile.read(opener, place, named, TableOptions.DETECT, wanted, notices));
        } catch (DataFiles.DataFileException e) {
            problems.add(Problem.Code.AV301, e.origin(), String.valueOf(e.getMessage()), e.advice());
            return Optional.empty();
        } catch (IOException e) {
            problems.add(Problem.Code.AV301, named, "The file (" + place + ") cannot be read.", "");
            return Optional.empty();
        }
    }
}
