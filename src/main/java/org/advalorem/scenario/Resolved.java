package org.advalorem.scenario;

import java.io.IOException;
import java.nio.file.Path;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;

/** A scenario with everything merged, as a single file for a given folder. */
final class Resolved {
    private Resolved() {}

    static String in(Path folder, SourceNode.Mapping tree, FieldType<?> root, ScenarioFiles files, Problems problems) {
        Path home = real(folder);
        SourceNode moved = DataNames.replaced(tree, root, name -> {
            try {
                Path below = home.relativize(files.locate(name.text(), name.origin()));
                if (below.startsWith("..")) {
                    problems.add(
                            Problem.Code.AV301,
                            name.origin(),
                            "The data file (" + name.text() + ") is not below the folder (" + home + ").",
                            "Write the scenario to a folder above all its data files.");
                }
                return new SourceNode.Scalar(below.toString().replace('\\', '/'), name.quoted(), name.origin());
            } catch (DataFiles.DataFileException e) {
                problems.add(Problem.Code.AV301, name.origin(), String.valueOf(e.getMessage()), e.advice());
            } catch (IllegalArgumentException e) {
                problems.add(
                        Problem.Code.AV301,
                        name.origin(),
                        "The data file (" + name.text() + ") is on a different drive from (" + home + ").",
                        "Write the scenario to a folder above all its data files.");
            }
            return name;
        });
        return YamlWriter.write((SourceNode.Mapping) moved);
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }
}
