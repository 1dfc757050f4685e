package org.advalorem.scenario;

import java.nio.file.Path;
import java.util.Optional;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;

/** A CSV file named on the command line, outside any scenario. */
public final class NamedCsv {
    private NamedCsv() {}

    /**
     * The rows of a file; empty if it cannot be read, in which case the reason is reported.
     *
     * @param named where the file is named
     */
    public static Optional<DataFiles.Table> read(Path file, Origin named, Problems problems) {
        String place = file.toString().replace('\\', '/');
        try {
            return FileBytes.read(file, place, named, Problem.Code.AV301, problems)
                    .map(bytes -> {
                        String text = ScenarioFiles.text(bytes, place);
                        return CsvTable.read(
                                place, text, new DataFiles.Options(CsvDetection.delimiter(text), '\0', ""));
                    });
        } catch (DataFiles.DataFileException e) {
            problems.add(Problem.Code.AV301, e.origin(), String.valueOf(e.getMessage()), e.advice());
            return Optional.empty();
        }
    }
}
