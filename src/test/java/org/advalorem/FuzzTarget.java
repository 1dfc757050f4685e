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
    SCENARIO(ScenarioFuzzTarget.class),
    TABLE(TableFuzzTarget.class),
    ARGUMENT(ArgumentFuzzTarget.class),
    DISTRIBUTION(DistributionFuzzTarget.class),
    RECEIPT(ReceiptFuzzTarget.class);

    private static final Path CORPUS = Path.of("src/test/resources/fuzz");

    private final Class<?> target;

    FuzzTarget(Class<?> target) {
        this.target = target;
    }

    /** The class with the method that a fuzzer calls. */
    Class<?> target() {
        return target;
    }

    /** Reads one input; an exception is a fault. */
    void read(byte[] input) throws IOException {
        switch (this) {
            case SCENARIO -> ScenarioFuzzTarget.fuzzerTestOneInput(input);
            case TABLE -> TableFuzzTarget.fuzzerTestOneInput(input);
            case ARGUMENT -> ArgumentFuzzTarget.fuzzerTestOneInput(input);
            case DISTRIBUTION -> DistributionFuzzTarget.fuzzerTestOneInput(input);
            case RECEIPT -> ReceiptFuzzTarget.fuzzerTestOneInput(input);
        }
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
