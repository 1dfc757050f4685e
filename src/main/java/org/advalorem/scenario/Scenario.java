package org.advalorem.scenario;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.advalorem.calculation.Calculation;
import org.advalorem.calculation.Term;
import org.advalorem.facts.Address;
import org.advalorem.facts.ChildField;
import org.advalorem.facts.DataFiles;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problems;
import org.advalorem.facts.SourceNode;
import org.jspecify.annotations.Nullable;

/** A scenario, assembled from files, from what they extend and set, and from the arguments of a command. */
public final class Scenario {
    /** The extensions of scenario files. */
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

    private final FieldSet root;
    private final SourceNode.Mapping tree;
    private final Map<String, Path> folders;
    private final ScenarioFiles data;

    /** What the short addresses in arguments stood for, in the order given. */
    private final Set<String> notes;

    /** Made when first asked for: most commands are given no address. */
    private @Nullable AddressForms forms;

    Scenario(
            FieldSet root,
            SourceNode.Mapping tree,
            Map<String, Path> folders,
            FilesRead filesRead,
            List<String> notes) {
        this(root, tree, folders, new ScenarioFiles(folders, filesRead), notes);
    }

    Scenario(
            FieldSet root,
            SourceNode.Mapping tree,
            Map<String, Path> folders,
            ScenarioFiles data,
            Collection<String> notes) {
        this.root = root;
        this.tree = tree;
        this.folders = folders;
        this.data = data;
        this.notes = new LinkedHashSet<>(notes);
    }

    /**
     * The scenario in the files, each laid over those before it, with the settings of the arguments applied.
     *
     * <p>Everything wrong is reported. A scenario is returned whenever the structure of all files is clear, so that the
     * meaning of its values can be checked in the same pass.
     *
     * @param root the keys of a scenario
     * @param files at least one; {@code -} is standard input
     * @param sets arguments of the form {@code address=value}
     * @return empty when a file cannot be read or its structure is unclear
     */
    public static Optional<Scenario> read(FieldSet root, List<Path> files, List<String> sets, Problems problems) {
        return read(root, files, sets, new FilesRead(), problems);
    }

    /**
     * The same.
     *
     * @param read told of every file before it is read: at once of scenario files, later of data files
     */
    public static Optional<Scenario> read(
            FieldSet root, List<Path> files, List<String> sets, FilesRead read, Problems problems) {
        return read(root, files, sets, System.in, read, problems);
    }

    /**
     * The scenario that a text states.
     *
     * @param file the name by which problems call the text; files that it names are found from its folder
     */
    public static Optional<Scenario> parse(FieldSet root, Path file, String text, FilesRead read, Problems problems) {
        return new ScenarioReader(root, InputStream.nullInputStream(), read, problems)
                .with(file, text.getBytes(StandardCharsets.UTF_8))
                .read(List.of(file), List.of());
    }

    static Optional<Scenario> read(
            FieldSet root,
            List<Path> files,
            List<String> sets,
            InputStream standardInput,
            FilesRead read,
            Problems problems) {
        return new ScenarioReader(root, standardInput, read, problems).read(files, sets);
    }

    /** Whether a name ends as those of scenario files do: in {@code .yaml}, {@code .yml} or {@code .json}. */
    public static boolean isFileName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /** Whether a name ends as those of files do that scenarios read: other scenario files and data files. */
    public static boolean mayRead(String name) {
        return isFileName(name) || DataNames.isFileName(name);
    }

    /** The whole scenario as one mapping. */
    public SourceNode.Mapping tree() {
        return tree;
    }

    /** The data files that the scenario names, each read only once. */
    public ScenarioFiles data() {
        return data;
    }

    /** Finds every data file that the scenario names, and so tells {@link FilesRead} of it, even if nothing reads it. */
    public void locateData() {
        DataNames.replaced(tree, FieldType.section(root), name -> {
            try {
                data.locate(name.text(), name.origin());
            } catch (DataFiles.DataFileException e) {
                // reported where the file is read
            }
            return name;
        });
    }

    /** The keys of a scenario. */
    FieldSet root() {
        return root;
    }

    /** The folder of each file, against which its data file names are resolved. */
    Map<String, Path> folders() {
        return folders;
    }

    /** The scenario's first file, as the user named it. */
    public String name() {
        return folders.keySet().iterator().next();
    }

    /**
     * What the scenario and its data files say, in digests.
     *
     * @param hash of everything, in hexadecimal; it does not depend on layout, comments, the order of keys, the division into
     *     files or the platform
     * @param fingerprint of each value, so that a later reader can tell which has changed
     */
    public record Content(String hash, Fingerprint fingerprint) {}

    /** The digests of the content; every data file is read for them. */
    public Content content() {
        SourceNode withContent = Canonical.withContent(tree, FieldType.section(root), data);
        return new Content(Canonical.hash(withContent, data), Fingerprint.of(withContent));
    }

    /**
     * The digest of that part of the content that is public, so that nobody can try confidential values on it.
     *
     * @param isPublic whether what is at an address may be known
     */
    public String publicHash(Predicate<Address> isPublic) {
        return Canonical.publicHash(tree, FieldType.section(root), data, address -> isPublic.test(named(address)));
    }

    /**
     * The scenario as a single YAML file that reads back to the same tree, with data file names relative to the folder;
     * a data file outside the folder is reported.
     *
     * @param folder the folder that the file is meant for
     */
    public String resolved(Path folder, Problems problems) {
        return Resolved.in(folder, tree, FieldType.section(root), data, problems);
    }

    /**
     * The address in the form that reports use, which names the items of a list: {@code uses.income-tax.1.income} is
     * {@code uses.income-tax.mill.income}. A final {@code value} is dropped. Whatever leads nowhere is left as it is.
     */
    public Address named(Address address) {
        return forms().named(address);
    }

    /** The address with every item of a list by its place from 1; whatever leads nowhere is left as it is. */
    public Address placed(Address address) {
        return forms().placed(address);
    }

    /**
     * The addresses that one given in an argument stands for, with the items of lists by name: itself if it leads somewhere;
     * otherwise the value of which it is a short form, such as {@code markup}, or all values that its stars match. A short
     * form of several values is reported.
     *
     * @param origin where it is written
     * @return empty if a problem was reported
     */
    List<Address> meant(Address written, Origin origin, Problems problems) {
        List<Address> meant = new MeantAddresses(FieldType.section(root), tree).of(written, origin, problems);
        if (!meant.isEmpty() && !meant.equals(List.of(written))) {
            synchronized (this) {
                notes.add(MeantAddresses.note(written, meant));
            }
        }
        return meant.stream().map(this::named).toList();
    }

    /** What the short addresses given since this was last asked stood for, each in a sentence. */
    public synchronized List<String> newNotes() {
        List<String> fresh = List.copyOf(notes);
        notes.clear();
        return fresh;
    }

    /** Whether the address leads to a value that is written, or to a field that may be. */
    boolean leadsSomewhere(Address address) {
        return new Addresses(FieldType.section(root), tree).leadsSomewhere(address);
    }

    /** What is written at an address; empty if nothing is. */
    Optional<SourceNode> written(Address address) {
        return new Addresses(FieldType.section(root), tree).written(address);
    }

    private synchronized AddressForms forms() {
        AddressForms made = forms;
        if (made == null) {
            made = new AddressForms(FieldType.section(root), tree);
            forms = made;
        }
        return made;
    }

    /**
     * This scenario with arguments applied in order, as a command applies those of {@code --set}: an address may be short for
     * one value, or have stars for several.
     *
     * @param arguments of the form {@code address=value}; one that cannot be applied is reported and left out
     */
    public Scenario set(List<String> arguments, Problems problems) {
        SourceNode.Mapping changed = tree;
        Set<String> told = new LinkedHashSet<>();
        for (String argument : arguments) {
            Optional<Assignment> setting = SetArgument.parse(AddressArgument.WRITTEN, argument, problems);
            if (setting.isPresent()) {
                changed = MeantAddresses.set(root, changed, setting.get(), told, problems);
            }
        }
        FormatVersion.check(changed, problems);
        return new Scenario(root, changed, folders, data, told);
    }

    /** This scenario with the settings applied in order; settings that cannot be applied are reported and left out. */
    public Scenario with(List<Assignment> settings, Problems problems) {
        SourceNode.Mapping changed = tree;
        for (Assignment setting : settings) {
            changed = Editor.set(root, changed, setting, problems);
        }
        return new Scenario(root, changed, folders, data, List.of());
    }

    /**
     * The inputs of this scenario's calculation that a setting moves, so that it can be varied without rebuilding the
     * calculation. Multiplying each by the factor, or adding the amount to each, gives the result of {@link #with} up
     * to the last digits of a double. For a whole series, in a file or not, the inputs are its months; for a column of
     * many records they are its scale and shift.
     *
     * @param setting a value, {@code times} or {@code plus}
     * @return empty when the calculation has to be rebuilt, and when the setting cannot be applied, in which case the
     *     reason is reported
     */
    public List<Term> moved(Assignment setting, Calculation calculation, Problems problems) {
        int before = problems.size();
        with(List.of(setting), problems);
        Optional<Change> change = Change.of(setting.value());
        if (problems.size() > before || change.isEmpty()) {
            return List.of();
        }
        return change.get() instanceof Change.Replace
                ? calculation
                        .input(named(setting.address()).toString())
                        .map(List::of)
                        .orElse(List.of())
                : AffectedInputs.of(calculation, named(setting.address()), change.get() instanceof Change.Scale);
    }

    /**
     * The words of which the value at an address is one: the names of a choice, {@code yes} and {@code no} of a flag; empty
     * for any other value, and where none can be written.
     */
    public List<String> words(Address address) {
        return type(address).<List<String>>map(FieldType::words).orElse(List.of());
    }

    /** Whether a value at an address can vary: a single value or a whole series, and not a mapping of fields. */
    boolean canVary(Address address) {
        return type(address)
                .filter(type -> type.takesSingle() || type.isQuantity())
                .isPresent();
    }

    /** The type of the value at an address; empty where none can be written. */
    private Optional<FieldType<?>> type(Address address) {
        FieldType<?> type = FieldType.section(root);
        SourceNode node = tree;
        for (String segment : address.segments()) {
            Optional<ChildField> child = type.below(segment, node);
            if (child.isEmpty()) {
                return Optional.empty();
            }
            node = below(type, node, segment);
            type = child.get().type();
        }
        return Optional.of(type);
    }

    /** What is written under a key or name; an empty mapping if nothing is. */
    private static SourceNode below(FieldType<?> type, SourceNode node, String segment) {
        Optional<SourceNode> found = Optional.empty();
        if (node instanceof SourceNode.Mapping mapping) {
            found = Optional.ofNullable(mapping.entries().get(segment));
        } else if (node instanceof SourceNode.Sequence list) {
            OptionalInt place = ListItems.of(list, type).find(segment);
            found = place.isEmpty()
                    ? Optional.empty()
                    : Optional.of(list.items().get(place.getAsInt()));
        }
        return found.orElseGet(() -> new SourceNode.Mapping(Map.of(), Map.of(), node.origin()));
    }

    /** Whether the other scenario has the same content, wherever it is written; data files are compared by name. */
    public boolean writesTheSameAs(Scenario other) {
        return writeTheSame(tree, other.tree);
    }

    /** Whether two values are written the same, wherever they are; the order of keys does not matter. */
    public static boolean writeTheSame(SourceNode one, SourceNode other) {
        return Canonical.text(one).equals(Canonical.text(other));
    }
}
