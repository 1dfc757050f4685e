package org.advalorem.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.advalorem.Mutations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped scenarios with small damage, their data files, addresses and values of options too, through the commands in
 * turn: no internal error, no stack trace, no run without end, and no result that is not a number.
 *
 * <p>A failure prints seed, number, command and the damaged text. {@code -Dadvalorem.fuzz.seed=S
 * -Dadvalorem.fuzz.only=N} repeats one mutant, {@code -Dadvalorem.fuzz.mutants=M} runs another number of them.
 */
@Tag("slow")
final class ProgramFuzzTest {
    private static final long SEED = Long.getLong("advalorem.fuzz.seed", 20_261_130L);
    private static final int MUTANTS = Integer.getInteger("advalorem.fuzz.mutants", 20_000);
    private static final int ONLY = Integer.getInteger("advalorem.fuzz.only", -1);
    private static final int THREADS = 2;
    private static final long LONGEST = 30_000_000_000L;
    private static final int TOLD = 5;
    private static final Pattern NOT_A_NUMBER = Pattern.compile("(?i)(?<![a-z])(nan|infinity|\u221e)(?![a-z])");
    private static final Pattern TRACE = Pattern.compile("(?m)^\\s+at [a-z]+\\.|Exception|unexpected failure");

    /** A scenario: its files by name, and what its addresses are. */
    private record Original(String name, Map<String, byte[]> files, List<String> addresses) {}

    /** One damaged file or argument, and the command that meets it. */
    @SuppressWarnings("ArrayRecordComponent") // a file is its bytes, and nobody compares mutants
    private record Mutant(Original original, String file, byte[] content, List<String> arguments) {
        @Override
        public String toString() {
            String text = new String(content, StandardCharsets.UTF_8);
            return String.join(" ", arguments) + (file.isEmpty() ? "" : "\n" + file + ":\n" + text);
        }
    }

    @TempDir
    private Path folder;

    private final Map<Thread, Long> started = new ConcurrentHashMap<>();
    private final Map<Thread, String> running = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> exits = new ConcurrentHashMap<>();

    @Test
    void nothingButAnswersAndProblems() throws Exception {
        List<Original> originals = originals();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger(Math.max(ONLY, 0));
        int end = ONLY < 0 ? MUTANTS : ONLY + 1;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Path own = Files.createDirectory(folder.resolve("thread" + i));
            Thread thread = new Thread(() -> work(originals, next, end, own, failures));
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        while (threads.stream().anyMatch(Thread::isAlive)) {
            Thread.sleep(200);
            for (Thread thread : threads) {
                long since = started.getOrDefault(thread, Long.MAX_VALUE);
                if (since != Long.MAX_VALUE && System.nanoTime() - since > LONGEST) {
                    fail("seed " + SEED + ": no end within 30 s\n" + running.get(thread) + "\n"
                            + Arrays.stream(thread.getStackTrace())
                                    .limit(40)
                                    .map(StackTraceElement::toString)
                                    .collect(Collectors.joining("\n")));
                }
            }
            assertThat(failures.size()).as(String.join("\n", failures)).isLessThan(TOLD);
        }
        assertThat(failures).as(String.join("\n", failures)).isEmpty();
        if (ONLY < 0) {
            // mutants that are all refused, or all pass unharmed, would show nothing
            assertThat(exits.getOrDefault(ExitCode.FINE, 0)).isGreaterThan(MUTANTS / 10);
            assertThat(exits.getOrDefault(ExitCode.BAD_USAGE_OR_SCENARIO, 0)).isGreaterThan(MUTANTS / 10);
        }
    }

    private void work(List<Original> originals, AtomicInteger next, int end, Path own, Queue<String> failures) {
        Thread me = Thread.currentThread();
        try {
            for (int i = next.getAndIncrement(); i < end; i = next.getAndIncrement()) {
                Random random = new Random(SEED * 1_000_003L + i);
                Mutant mutant = mutant(originals.get(random.nextInt(originals.size())), random, i, own);
                running.put(me, "mutant " + i + ": " + mutant);
                started.put(me, System.nanoTime());
                Optional<String> wrong = wrong(mutant, own);
                started.put(me, Long.MAX_VALUE);
                if (wrong.isPresent()) {
                    failures.add("seed " + SEED + ", mutant " + i + ": " + wrong.get() + "\n" + mutant);
                }
            }
        } catch (IOException | RuntimeException e) {
            failures.add("seed " + SEED + ": " + running.get(me) + "\n" + e);
        } finally {
            started.put(me, Long.MAX_VALUE);
        }
    }

    private static List<Original> originals() throws IOException {
        List<Original> originals = new ArrayList<>();
        List<Path> scenarios = new ArrayList<>(List.of(Path.of(Run.SMALL), Path.of(SampleArguments.CASE)));
        try (Stream<Path> shipped = Files.walk(Path.of("scenarios"))) {
            shipped.filter(path -> path.endsWith("scenario.yaml")).sorted().forEach(scenarios::add);
        }
        for (Path scenario : scenarios) {
            Map<String, byte[]> files = new ConcurrentHashMap<>();
            boolean alone = scenario.startsWith("src");
            try (Stream<Path> beside = alone ? Stream.of(scenario) : Files.list(scenario.getParent())) {
                for (Path file : beside.sorted().toList()) {
                    files.put(
                            file.equals(scenario)
                                    ? "scenario.yaml"
                                    : file.getFileName().toString(),
                            Files.readAllBytes(file));
                }
            }
            List<String> addresses = Run.of("addresses", scenario.toString(), "--format", "csv")
                    .out()
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.indexOf(',') > 0)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .toList();
            assertThat(addresses).hasSizeGreaterThan(10);
            // small ones more often: they are as easily broken and sooner read
            int times = alone ? 8 : bytes(files) > 4_000 ? 1 : 3;
            for (int i = 0; i < times; i++) {
                originals.add(new Original(scenario.toString(), files, addresses));
            }
        }
        return originals;
    }

    private static int bytes(Map<String, byte[]> files) {
        return files.values().stream().mapToInt(content -> content.length).sum();
    }

    private static Mutant mutant(Original original, Random random, int number, Path own) {
        List<String> arguments = command(number, own.resolve("scenario.yaml").toString(), original, random);
        if (random.nextInt(4) == 0) {
            return ofArguments(original, arguments, random);
        }
        List<String> names = original.files().keySet().stream().sorted().toList();
        List<String> data = names.stream().filter(name -> name.endsWith(".csv")).toList();
        String file = data.isEmpty() || random.nextBoolean() ? "scenario.yaml" : data.get(random.nextInt(data.size()));
        return new Mutant(original, file, damaged(original.files().get(file), random), arguments);
    }

    private static byte[] damaged(byte[] content, Random random) {
        String text = new String(content, StandardCharsets.UTF_8);
        return switch (random.nextInt(6)) {
            case 0 -> Mutations.ofBytes(content, random);
            case 1 -> Mutations.ofLines(text, random).getBytes(StandardCharsets.UTF_8);
            case 2, 3 -> Mutations.ofWords(text, random).getBytes(StandardCharsets.UTF_8);
            default -> Mutations.ofDigits(text, random).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** The commands in turn, as cheap as they can be asked. */
    private static List<String> command(int number, String file, Original original, Random random) {
        String address =
                original.addresses().get(random.nextInt(original.addresses().size()));
        return new ArrayList<>(
                switch (number % 10) {
                    case 0, 1 -> List.of("rate", file, "--format", "json");
                    case 2 -> List.of("check", file);
                    case 3 -> List.of("memo", file);
                    case 4 -> List.of("explain", file, address);
                    case 5 -> List.of("resolve", file);
                    case 6 ->
                        List.of(
                                "simulate",
                                file,
                                "--draws",
                                "100",
                                "--threads",
                                "1",
                                "--vary",
                                address + "=times uniform(0.9, 1.1)");
                    case 7 -> List.of("sweep", file, "--threads", "1", "--vary", address + "=times 0.5, times 2");
                    case 8 -> List.of("issues", file, "--threads", "1");
                    // eva calculates a scenario some hundred times over: a small one is enough
                    default ->
                        original.name().startsWith("scenarios")
                                ? List.of("rate", file, "--format", "csv")
                                : List.of("eva", file, "--markup", "0%, 10%", "--threads", "1");
                });
    }

    private static final List<String> VALUES = List.of(
            "5%",
            "12.5 million",
            "times 1.05",
            "plus 2%",
            "yes",
            "2023-06-30",
            "62 USD/t",
            "{value: 6%, status: verified}",
            "[a, b]");
    private static final List<String> VARIED = List.of(
            "uniform(1, 3)",
            "normal(6%, 1%)",
            "triangular(0%, 5%, 10%)",
            "pert(1, 2, 3)",
            "lognormal(1, 2)",
            "beta(2, 3, 0, 1)",
            "bernoulli(0.3)",
            "discrete(1: 0.5, 2: 0.5)",
            "0% to 20%",
            "0% to 20% step 5%",
            "yes, no",
            "times 0.5 to 2",
            "exponential(2)",
            "times normal(1, 0.1)",
            "quantiles(5%: 1, 50%: 2, 95%: 3)");

    private static Mutant ofArguments(Original original, List<String> arguments, Random random) {
        List<String> more = new ArrayList<>(arguments);
        boolean varies = arguments.contains("--vary");
        String address =
                original.addresses().get(random.nextInt(original.addresses().size()));
        List<String> texts = varies ? VARIED : VALUES;
        String argument = address + "=" + texts.get(random.nextInt(texts.size()));
        String damaged = random.nextBoolean()
                ? Mutations.ofWords(argument, random)
                : new String(
                        Mutations.ofBytes(argument.getBytes(StandardCharsets.UTF_8), random), StandardCharsets.UTF_8);
        if (varies) {
            more.set(more.size() - 1, damaged);
        } else {
            more.addAll(List.of("--set", damaged));
        }
        return new Mutant(original, "", new byte[0], more);
    }

    private Optional<String> wrong(Mutant mutant, Path own) throws IOException {
        for (Map.Entry<String, byte[]> file : mutant.original().files().entrySet()) {
            byte[] content = file.getKey().equals(mutant.file()) ? mutant.content() : file.getValue();
            Path written = own.resolve(file.getKey());
            if (!Files.exists(written) || !Arrays.equals(Files.readAllBytes(written), content)) {
                Files.write(written, content);
            }
        }
        Run run = Run.of(mutant.arguments().toArray(String[]::new));
        exits.merge(run.exit(), 1, Integer::sum);
        if (run.exit() != ExitCode.FINE
                && run.exit() != ExitCode.BAD_USAGE_OR_SCENARIO
                && run.exit() != ExitCode.EXPECTATION_FAILED) {
            return Optional.of("exit " + run.exit() + "\n" + run.err());
        }
        if (TRACE.matcher(run.err()).find()) {
            return Optional.of("stack trace\n" + run.err());
        }
        if (run.exit() == ExitCode.BAD_USAGE_OR_SCENARIO && run.err().isBlank()) {
            return Optional.of("exit 2 without a reason");
        }
        boolean mayNameOne =
                NOT_A_NUMBER.matcher(mutant.toString().toLowerCase(Locale.ROOT)).find();
        return run.exit() == ExitCode.FINE
                        && !mayNameOne
                        && NOT_A_NUMBER.matcher(run.out()).find()
                ? Optional.of("a result that is not a number\n" + run.out())
                : Optional.empty();
    }
}
