package org.advalorem.receipts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Any bytes as a kept result, of the kind that the first byte says: no receipt, or a command and values that are equal to
 * themselves.
 */
public final class ReceiptFuzzTarget {
    private static final List<String> ENDINGS = List.of(".json", ".csv", ".md", ".txt", ".draws.csv", ".parquet");

    private ReceiptFuzzTarget() {}

    /** The name that the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        byte[] content = Arrays.copyOfRange(input, 1, input.length);
        String ending = ENDINGS.get(Math.floorMod(input[0], ENDINGS.size()));
        try {
            if (ending.equals(".parquet") || ending.equals(".draws.csv")) {
                table(content, ending);
            } else {
                KeptResult kept = KeptResult.read("result" + ending, new String(content, StandardCharsets.UTF_8));
                check(kept.made());
                equal(Comparison.of(kept.values(), kept.values(), UnaryOperator.identity()));
            }
        } catch (NoReceiptException refused) {
            // said in the project's own words
        }
    }

    private static void table(byte[] content, String ending) throws IOException, NoReceiptException {
        Path file = Files.createTempFile("advalorem", ending);
        try {
            Files.write(file, content);
            Optional<KeptDraws> kept = KeptDraws.of(file);
            if (kept.isPresent()) {
                check(kept.get().made());
                equal(kept.get().compare(file));
            }
        } catch (IOException refused) {
            // what cannot be read is told as such
        } finally {
            Files.delete(file);
        }
    }

    private static void check(Made made) {
        if (made.command().isEmpty()) {
            throw new IllegalStateException("A receipt without a command");
        }
    }

    private static void equal(Comparison comparison) {
        if (comparison.differing() > 0) {
            throw new IllegalStateException("Different from itself: " + comparison);
        }
    }
}
