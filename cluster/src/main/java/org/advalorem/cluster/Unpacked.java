package org.advalorem.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.advalorem.engine.Work;

/** Shipments unpacked in a scratch folder of this process, each once, whichever of its tasks comes first. */
final class Unpacked {
    private static final Map<Long, Work> WORKS = new ConcurrentHashMap<>();

    private Unpacked() {}

    /**
     * The work of a shipment.
     *
     * @param id which shipment it is
     */
    static Work work(long id, Shipment shipment) {
        return WORKS.computeIfAbsent(id, first -> unpack(shipment));
    }

    private static Work unpack(Shipment shipment) {
        try {
            Path root = Files.createTempDirectory("advalorem-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
            Map<String, Path> places = new HashMap<>();
            for (Shipment.ShippedFile file : shipment.files()) {
                Path place = below(root, Path.of(file.path()));
                Files.createDirectories(place.getParent());
                Files.write(place, file.bytes());
                places.put(file.named(), place);
            }
            Path folder = Path.of(shipment.folder());
            return org.advalorem.cli.Main.work(shipment.command(), named -> {
                Path known = places.get(named.toString());
                return known == null ? below(root, folder.resolve(named).normalize()) : known;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The files of the command cannot be written to a scratch folder.", e);
        }
    }

    private static Path below(Path root, Path absolute) {
        return root.resolve(absolute.getRoot().relativize(absolute));
    }

    private static void delete(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            // the system empties its scratch folders
        }
    }
}
