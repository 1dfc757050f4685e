package org.advalorem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.advalorem.receipts.ReceiptFuzzTarget;
import org.advalorem.scenario.ArgumentFuzzTarget;
import org.advalorem.scenario.ScenarioFuzzTarget;
import org.advalorem.scenario.TableFuzzTarget;
import org.advalorem.uncertainty.DistributionFuzzTarget;

/** The readers that meet whatever comes, each with the inputs that are tried in every build. */
enum FuzzTarget {
    SCENARIO(ScenarioFuzzTarget.class, ScenarioFuzzTarget::fuzzerTestOneInput),
    TABLE(TableFuzzTarget.class, TableFuzzTarget::fuzzerTestOneInput),
    ARGUMENT(ArgumentFuzzTarget.class, ArgumentFuzzTarget::fuzzerTestOneInput),
    DISTRIBUTION(DistributionFuzzTarget.class, DistributionFuzzTarget::fuzzerTestOneInput),
    RECEIPT(ReceiptFuzzTarget.class, ReceiptFuzzTarget::fuzzerTestOneInput);

    private static final Path CORPUS = Path.of("src/test/resources/fuzz");

    private final Class<?> target;
    private final Reader reader;

    /** Reads one input; an exception is a fault. */
    @FunctionalInterface
    interface Reader {
        void read(byte[] input) throws IOException;
    }

    FuzzTarget(Class<?> target, Reader reader) {
        this.target = target;
        this.reader = reader;
    }

    /** The class with the method that a fuzzer calls. */
    Class<?> target() {
        return target;
    }

    Reader reader() {
        return reader;
    }

    /** The name of its folder of inputs. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its inputs: small good ones, and every one that has found something. */
    Path corpus() {
        return CORPUS.resolve(word());
    }

    List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.list(corpus())) {
            return files.sorted().toList();
        }
    }
}
