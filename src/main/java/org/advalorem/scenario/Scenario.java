package org.advalorem.scenario;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Term;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;

/** One scenario, put together from files, what they extend and set, and the arguments of a command. */
public final class Scenario {
    private final FieldSet root;
    private final SourceNode.Mapping tree;
    private final Map<String, Path> folders;
    private final ScenarioFiles data;

    Scenario(FieldSet root, SourceNode.Mapping tree, Map<String, Path> folders) {
        this(root, tree, folders, new ScenarioFiles(folders));
    }

    Scenario(FieldSet root, SourceNode.Mapping tree, Map<String, Path> folders, ScenarioFiles data) {
        this.root = root;
        this.tree = tree;
        this.folders = folders;
        this.data = data;
    }

    /**
     * The scenario in those files, the later laid over the earlier, with what the arguments set.
     *
     * <p>Everything wrong is noted. There is a scenario whenever the structure of all files is clear, so that what its
     * values mean can be checked in the same pass.
     *
     * @param root the keys of a scenario
     * @param files at least one; {@code -} is standard input
     * @param sets {@code address=value}
     */
    public static Optional<Scenario> read(FieldSet root, List<Path> files, List<String> sets, Problems problems) {
        return read(root, files, sets, System.in, problems);
    }

    static Optional<Scenario> read(
            FieldSet root, List<Path> files, List<String> sets, InputStream standardInput, Problems problems) {
        return new ScenarioReader(root, standardInput, problems).read(files, sets);
    }

    /** Everything written, as one mapping. */
    public SourceNode.Mapping tree() {
        return tree;
    }

    /** The files of data that the scenario names, each read once however often it is named. */
    public ScenarioFiles data() {
        return data;
    }

    /** The keys of a scenario. */
    FieldSet root() {
        return root;
    }

    /** The folder of each file, from which it names data files. */
    Map<String, Path> folders() {
        return folders;
    }

    /** The scenario's first file, as the user named it. */
    public String name() {
        return folders.keySet().iterator().next();
    }

    /**
     * A digest of everything written and of the bytes of all data files, in hexadecimal. Layout, comments, the order of
     * keys, the division into files and the platform do not count.
     */
    public String hash() {
        return Canonical.hash(tree, FieldType.section(root), data);
    }

    /**
     * The scenario as one YAML file that reads back to the same tree, its data files named from that folder; a data file
     * that does not lie below it is noted.
     */
    public String resolved(Path folder, Problems problems) {
        return Resolved.in(folder, tree, FieldType.section(root), data, problems);
    }

    /** This scenario with settings made, in order; those that cannot be made are noted and left out. */
    public Scenario with(List<Assignment> settings, Problems problems) {
        SourceNode.Mapping changed = tree;
        for (Assignment setting : settings) {
            changed = Editor.set(root, changed, setting, problems);
        }
        return new Scenario(root, changed, folders, data);
    }

    /**
     * The inputs of this scenario's calculation that a setting moves, so that it can be varied without building anew: each
     * times the factor, or plus the amount, gives what {@link #with} gives, up to the last digits of a double. Of a whole
     * series, in a file or not, these are its months; of a column of many records its scale and shift.
     *
     * @param setting a value, {@code times} or {@code plus}
     * @return none when building anew is the only way, and when the setting cannot be made, after noting why
     */
    public List<Term> moved(Assignment setting, Calculation calculation, Problems problems) {
        int before = problems.size();
        with(List.of(setting), problems);
        Optional<Change> change = Change.of(setting.value());
        if (problems.size() > before || change.isEmpty()) {
            return List.of();
        }
        return change.get() instanceof Change.Replace
                ? calculation.input(setting.address().toString()).map(List::of).orElse(List.of())
                : AffectedInputs.of(calculation, setting.address(), change.get() instanceof Change.Scale);
    }

    /** Whether the other has the same content, wherever it is written; data files by their names. */
    public boolean writesTheSameAs(Scenario other) {
        return writeTheSame(tree, other.tree);
    }

    /** Whether two values are written the same, wherever they stand; the order of keys does not count. */
    public static boolean writeTheSame(SourceNode one, SourceNode other) {
        return Canonical.text(one).equals(Canonical.text(other));
    }
}
