package org.advalorem.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.facts.Address;
import org.advalorem.facts.Given;
import org.advalorem.facts.Kind;
import org.advalorem.facts.Slot;

/** The addresses of what is written in a tree. */
final class Addresses {
    private static final int MOST = 3;

    private final Kind<?> root;

    Addresses(Kind<?> root) {
        this.root = root;
    }

    /** The addresses whose last part is that one; none when there are too many to help. */
    List<String> endingIn(String last, Given.Mapping tree) {
        List<String> found = new ArrayList<>();
        collect(tree, root, Address.ROOT, last, found);
        return found.size() > MOST ? List.of() : found;
    }

    private static void collect(Given given, Kind<?> kind, Address address, String last, List<String> found) {
        if (given instanceof Given.Mapping mapping) {
            for (Map.Entry<String, Given> entry : mapping.entries().entrySet()) {
                step(entry.getKey(), entry.getValue(), kind.below(entry.getKey(), mapping), kind, address, last, found);
            }
        } else if (given instanceof Given.Sequence list) {
            List<String> names = kind.itemNames(list);
            for (int i = 0; i < names.size(); i++) {
                step(names.get(i), list.items().get(i), kind.below(names.get(i), list), kind, address, last, found);
            }
        }
    }

    private static void step(
            String key,
            Given value,
            Optional<Slot> slot,
            Kind<?> kind,
            Address address,
            String last,
            List<String> found) {
        Address below = address.child(key);
        if (key.equals(last)) {
            found.add(below.toString());
        }
        collect(value, slot.<Kind<?>>map(Slot::kind).orElse(kind), below, last, found);
    }
}
