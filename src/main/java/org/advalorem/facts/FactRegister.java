package org.advalorem.facts;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.calculation.Term;

/** The register of everything that was read, by address: value, origin and provenance. */
public final class FactRegister {
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final Map<Address, DataFile> files = new LinkedHashMap<>();

    /**
     * One value that was read.
     *
     * @param address the address of the value
     * @param text as written, or the default
     * @param origin where it was written
     * @param provenance the source of the value and how well it is established
     * @param descriptive whether no result depends on it
     * @param term the input it became; empty for structure
     */
    public record Fact(
            Address address,
            String text,
            Origin origin,
            Provenance provenance,
            boolean descriptive,
            Optional<Term> term) {}

    /**
     * A data file that was read. Its cells are facts of their own only where they became inputs.
     *
     * @param address the address of its records, above those of the cells
     * @param name as written
     * @param rows the number of rows
     * @param origin where it is named
     * @param provenance the source of its rows and how well they are established
     */
    public record DataFile(Address address, String name, int rows, Origin origin, Provenance provenance) {}

    /** A register of the given facts, in order, and of the data files of this one. */
    public FactRegister with(List<Fact> others) {
        FactRegister register = new FactRegister();
        others.forEach(register::add);
        register.files.putAll(files);
        return register;
    }

    void add(DataFile file) {
        files.putIfAbsent(file.address(), file);
    }

    /** All data files, in the order read. */
    public Collection<DataFile> files() {
        return Collections.unmodifiableCollection(files.values());
    }

    /** Adds a fact. A cell is added as written first and again when it becomes an input: it keeps its text. */
    void add(Fact fact) {
        facts.merge(fact.address().toString(), fact, FactRegister::join);
    }

    private static Fact join(Fact first, Fact again) {
        return first.term().isPresent() || again.term().isEmpty()
                ? first
                : new Fact(
                        first.address(),
                        first.text(),
                        first.origin(),
                        first.provenance(),
                        first.descriptive(),
                        again.term());
    }

    /** All facts, in the order read. */
    public Collection<Fact> all() {
        return Collections.unmodifiableCollection(facts.values());
    }

    /**
     * The origin of a part of the scenario: that of the value itself, of the first one below it, or of the nearest
     * enclosing part.
     *
     * @param address the address of the part; empty for the whole scenario
     * @throws IllegalArgumentException if the address is malformed
     */
    public Optional<Origin> origin(String address) {
        if (address.isEmpty()) {
            return Optional.empty();
        }
        List<String> segments = Address.parse(address).segments();
        for (int depth = segments.size(); depth > 0; depth--) {
            Address part = new Address(segments.subList(0, depth));
            Optional<Origin> written = find(part.toString())
                    .map(Fact::origin)
                    .filter(FactRegister::isWritten)
                    .or(() -> below(part));
            if (written.isPresent()) {
                return written;
            }
        }
        return Optional.empty();
    }

    private Optional<Origin> below(Address part) {
        return facts.values().stream()
                .filter(fact -> isWritten(fact.origin()) && fact.address().isBelow(part))
                .map(Fact::origin)
                .findFirst();
    }

    /** Whether the origin is a place in a file; a default has none. */
    private static boolean isWritten(Origin origin) {
        return !origin.place().isEmpty();
    }

    /** Whether a value, or every value of a part of the scenario, only describes; not if nothing was read there. */
    public boolean describes(String address) {
        Address part = Address.parse(address);
        List<Fact> read = facts.values().stream()
                .filter(fact -> fact.address().isBelow(part))
                .toList();
        return !read.isEmpty() && read.stream().allMatch(Fact::descriptive);
    }

    /** The fact at an address. */
    public Optional<Fact> find(String address) {
        return Optional.ofNullable(facts.get(address));
    }
}
