package org.advalorem;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What has once made a reader fail is tried in every build, without a fuzzer. */
final class FuzzCorpusTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @TestFactory
    List<DynamicTest> everyInputIsReadOrRefused() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (FuzzTarget target : FuzzTarget.values()) {
            for (Path input : target.inputs()) {
                tests.add(DynamicTest.dynamicTest(
                        target.word() + "/" + input.getFileName(),
                        () -> assertTimeoutPreemptively(LONGEST, () -> target.read(Files.readAllBytes(input)))));
            }
            tests.add(DynamicTest.dynamicTest(target.word() + ": nothing at all", () -> target.read(new byte[0])));
        }
        return tests;
    }
}
