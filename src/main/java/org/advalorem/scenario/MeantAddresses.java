package org.advalorem.scenario;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.advalorem.facts.Address;
import org.advalorem.facts.FieldSet;
import org.advalorem.facts.FieldType;
import org.advalorem.facts.Origin;
import org.advalorem.facts.Problem;
import org.advalorem.facts.Problems;
import org.advalorem.facts.ShortAddress;
import org.advalorem.facts.SourceNode;

/** The values of a scenario that the address in an argument stands for. */
final class MeantAddresses {
    private static final int MOST_NAMED = 12;
    private static final String ISSUES = "issues";

    private final List<String> parts;
    private final Addresses addresses;
    private final AddressForms forms;

    MeantAddresses(FieldType<?> root, SourceNode.Mapping tree) {
        this.parts = root.keys(tree);
        this.addresses = new Addresses(root, tree);
        this.forms = new AddressForms(root, tree);
    }

    /**
     * The tree with a setting applied, whose address may be short for one value or have stars for several.
     *
     * @param notes to which is added what a short address stood for
     */
    static SourceNode.Mapping set(
            FieldSet root, SourceNode.Mapping tree, Assignment setting, Collection<String> notes, Problems problems) {
        List<Address> meant =
                new MeantAddresses(FieldType.section(root), tree).of(setting.address(), setting.origin(), problems);
        SourceNode.Mapping changed = tree;
        for (Address address : meant) {
            changed = Editor.set(root, changed, new Assignment(address, setting.value(), setting.origin()), problems);
        }
        if (!meant.isEmpty() && !meant.equals(List.of(setting.address()))) {
            notes.add(note(setting.address(), meant));
        }
        return changed;
    }

    /**
     * The address itself if it leads somewhere, or if nothing else is meant, so that whoever follows it says what is wrong;
     * otherwise the value of which it is a short form, or all values that its stars match. A short form of several values is
     * reported.
     *
     * @param origin where the address is written
     * @return empty if a problem was reported
     */
    List<Address> of(Address written, Origin origin, Problems problems) {
        // one that begins where addresses begin is whole, and if it leads nowhere, it is mistaken
        boolean whole = parts.contains(written.segments().get(0)) && !ShortAddress.hasStar(written);
        if (whole || addresses.leadsSomewhere(written)) {
            return List.of(written);
        }
        List<Address> meant = withoutIssues(meant(written));
        if (meant.size() > 1 && !ShortAddress.hasStar(written)) {
            problems.add(
                    Problem.Code.AV211,
                    origin,
                    "(" + written + ") is short for " + meant.size() + " values: " + names(meant) + ".",
                    "Write more of the address, or a star to mean all of them.");
            return List.of();
        }
        return meant.isEmpty() ? List.of(written) : meant;
    }

    /** What is named like an issue is rather a value, if there is one. */
    private static List<Address> withoutIssues(List<Address> meant) {
        List<Address> values = meant.stream()
                .filter(address -> !address.segments().get(0).equals(ISSUES))
                .toList();
        return values.isEmpty() ? meant : values;
    }

    private List<Address> meant(Address written) {
        List<String> segments = written.segments();
        boolean star = ShortAddress.hasStar(written);
        boolean open = segments.get(segments.size() - 1).indexOf('*') >= 0;
        List<Address> meant = meant(written, star && !open ? addresses.withDefaults() : addresses.all());
        return meant.isEmpty() && !star ? meant(written, addresses.withDefaults()) : meant;
    }

    /** The addresses meant by name or, if there are none, those meant by the places of items in lists. */
    private List<Address> meant(Address written, List<Address> all) {
        List<Address> named = ShortAddress.meant(written, all);
        if (!named.isEmpty()) {
            return named;
        }
        Map<Address, Address> placed = new LinkedHashMap<>();
        all.forEach(address -> placed.put(forms.placed(address), address));
        return ShortAddress.meant(written, List.copyOf(placed.keySet())).stream()
                .map(place -> placed.getOrDefault(place, place))
                .toList();
    }

    /** What a short form stood for, in a sentence. */
    static String note(Address written, List<Address> meant) {
        return meant.size() == 1
                ? "(" + written + ") is (" + meant.get(0) + ")"
                : "(" + written + ") is " + meant.size() + " values: " + names(meant);
    }

    private static String names(List<Address> meant) {
        return meant.stream().limit(MOST_NAMED).map(Address::toString).collect(Collectors.joining(", "))
                + (meant.size() > MOST_NAMED ? ", ..." : "");
    }
}
