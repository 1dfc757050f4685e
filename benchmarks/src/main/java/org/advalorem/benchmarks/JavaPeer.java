package org.advalorem.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.advalorem.engine.BatchPlan;
import org.advalorem.engine.BatchRun;
import org.advalorem.engine.BatchWorker;
import org.advalorem.engine.BlockSource;
import org.advalorem.engine.Values;
import org.advalorem.uncertainty.Design;
import org.advalorem.uncertainty.MonteCarlo;
import org.advalorem.uncertainty.Normal;
import org.advalorem.uncertainty.RandomStream;
import org.advalorem.uncertainty.Triangular;
import org.advalorem.whatif.Progress;
import org.advalorem.whatif.SobolAnalysis;
import org.advalorem.whatif.UncertainModel;

/**
 * This program's side of the comparison in {@code benchmarks/peers}: writes the draws that all peers read, and measures the
 * reference model by the batch reader, by loops fused by hand and by the obvious loop over draws.
 *
 * <pre>
 * JavaPeer write FOLDER            draws.bin, rates.bin (columns of doubles, little-endian), model.txt and addresses.txt
 * JavaPeer measure FOLDER TURNS    one line of JSON for each measure, after a check against rates.bin
 * JavaPeer threads DRAWS PAIRS     one thread and two, in turns
 * JavaPeer indices TURNS           Sobol' indices of all inputs, as the command does it
 * JavaPeer graphs                  the batch reader over plain evaluation, on three calculations
 * JavaPeer records                 a million purchase records
 * JavaPeer draw DRAWS              draws and evaluates what simulate reports; prints nothing
 * </pre>
 */
public final class JavaPeer {
    private static final int DRAWS = 1 << 16;
    private static final long SEED = 20240607;
    private static final int VALUES_CHECKED = 500;
    private static final double AGREEMENT = 1e-9;
    private static final double TURN_MILLISECONDS = 40;
    private static final long INDEX_DRAWS = 1 << 18;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Loaded loaded = Loaded.read(ReferenceModel.SCENARIO);
    private final ReferenceModel model = ReferenceModel.read(ReferenceModel.SCENARIO.getParent());
    private final BatchPlan plan = loaded.plan(ReferenceModel.RESULT);
    private final Design design = MonteCarlo.of(SEED, loaded.addresses());

    private JavaPeer() {}

    public static void main(String[] arguments) throws IOException {
        JavaPeer peer = new JavaPeer();
        switch (arguments[0]) {
            case "write" -> peer.write(Path.of(arguments[1]));
            case "measure" -> peer.measure(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            case "threads" -> peer.threads(Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
            case "indices" -> peer.indices(Integer.parseInt(arguments[1]));
            case "graphs" -> Graphs.measure();
            case "records" -> Records.measure();
            case "draw" -> peer.draw(Long.parseLong(arguments[1]));
            default -> throw new IllegalArgumentException(
                    "Expected write, measure, threads, indices, graphs, records or draw.");
        }
    }

    private void write(Path folder) throws IOException {
        double[][] draws = new double[ReferenceModel.INPUTS][DRAWS];
        BlockSource sampling = new Sampling(design, loaded.variations());
        for (int k = 0; k < draws.length; k++) {
            for (int first = 0; first < DRAWS; first += BatchRun.CHUNK) {
                double[] block = new double[BatchRun.CHUNK];
                sampling.fill(k, first, block.length, block);
                System.arraycopy(block, 0, draws[k], first, block.length);
            }
        }
        double[] rates = new double[DRAWS];
        plan.worker()
                .run(
                        0,
                        DRAWS,
                        copied(draws),
                        (first, n, outputs) -> System.arraycopy(outputs[0], 0, rates, (int) first, n));
        for (int i = 0; i < VALUES_CHECKED; i++) {
            Map<String, Double> inputs = new LinkedHashMap<>();
            for (int k = 0; k < draws.length; k++) {
                inputs.put(loaded.addresses().get(k), draws[k][i]);
            }
            double value = Values.of(loaded.calculation(), inputs).of(loaded.result(ReferenceModel.RESULT));
            if (value != rates[i]) {
                throw new IllegalStateException("Draw " + i + ": batch " + rates[i] + ", value " + value);
            }
        }
        Files.createDirectories(folder);
        ByteBuffer bytes =
                ByteBuffer.allocate(draws.length * DRAWS * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] column : draws) {
            for (double number : column) {
                bytes.putDouble(number);
            }
        }
        Files.write(folder.resolve("draws.bin"), bytes.array());
        bytes = ByteBuffer.allocate(DRAWS * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(rates);
        Files.write(folder.resolve("rates.bin"), bytes.array());
        Files.writeString(folder.resolve("model.txt"), text());
        Files.writeString(folder.resolve("addresses.txt"), String.join("\n", loaded.addresses()) + "\n");
        Files.writeString(folder.resolve("indices.txt"), indexText());
    }

    /** First and total index of each input, a line each, for peers to agree with as far as samples do. */
    private String indexText() {
        SobolAnalysis.Indices indices = SobolAnalysis.run(
                        loaded.uncertainty(),
                        List.of(Loaded.key(ReferenceModel.RESULT)),
                        new SobolAnalysis.Settings(SEED, INDEX_DRAWS, 1, 0, false),
                        Progress.NONE)
                .result(Loaded.key(ReferenceModel.RESULT));
        StringBuilder text = new StringBuilder();
        for (String address : loaded.addresses()) {
            SobolAnalysis.Index index = indices.index(address);
            text.append(index.first().value())
                    .append(' ')
                    .append(index.total().value())
                    .append('\n');
        }
        return text.toString();
    }

    /** The numbers of the model and its distributions, for peers that read text. */
    private String text() {
        StringBuilder text = new StringBuilder();
        text.append("inputs ").append(ReferenceModel.INPUTS).append('\n');
        text.append("draws ").append(DRAWS).append('\n');
        line(text, "quantity", model.quantity);
        line(text, "paid", model.paid);
        line(text, "balance", model.balance);
        line(text, "interest", model.interest);
        line(text, "verified", model.verifiedGrant);
        for (int k = 0; k < ReferenceModel.INPUTS; k++) {
            // the key of a counter-based stream is what its first number is mixed from; see RandomStream
            long key =
                    Unmixed.key(RandomStream.of(SEED, loaded.addresses().get(k)).bits(0));
            if (loaded.variations().get(k).distribution() instanceof Triangular t) {
                line(text, "triangular " + Long.toUnsignedString(key), t.low(), t.mode(), t.high());
            } else if (loaded.variations().get(k).distribution() instanceof Normal normal) {
                line(text, "normal " + Long.toUnsignedString(key), normal.center(), normal.deviation(), 0);
            } else {
                throw new IllegalStateException(loaded.addresses().get(k) + " is neither triangular nor normal.");
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, double... numbers) {
        text.append(name);
        for (double number : numbers) {
            text.append(' ').append(number);
        }
        text.append('\n');
    }

    private void measure(Path folder, int turns) throws IOException {
        double[][] draws = new double[ReferenceModel.INPUTS][DRAWS];
        DoubleBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("draws.bin")))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer();
        for (double[] column : draws) {
            bytes.get(column);
        }
        double[] rates = new double[DRAWS];
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve("rates.bin")))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(rates);
        Stopwatch watch = new Stopwatch();
        double[] x = new double[ReferenceModel.INPUTS];
        double[] got = new double[DRAWS];
        model.perDraw(draws, x, got, DRAWS);
        double perDraw = difference(got, rates);
        ReferenceModel.Buffers whole = new ReferenceModel.Buffers(DRAWS);
        model.fused(draws, whole, got, DRAWS);
        double fused = difference(got, rates);
        plan.worker()
                .run(
                        0,
                        DRAWS,
                        copied(draws),
                        (first, n, outputs) -> System.arraycopy(outputs[0], 0, got, (int) first, n));
        double batch = difference(got, rates);

        for (int size : new int[] {512, 1024}) {
            ReferenceModel.Buffers buffers = new ReferenceModel.Buffers(size);
            double[][] block = block(draws, size);
            double[] out = ReferenceModel.aligned(size);
            watch.add("model fused " + size, n -> repeat(n, size, () -> model.fused(block, buffers, out, size)));
            if (size == 512) {
                watch.add("model per-draw", n -> repeat(n, size, () -> model.perDraw(block, x, out, size)));
            }
        }
        BatchWorker worker = plan.worker();
        double[][] block = block(draws, 1024);
        double[] sink = new double[1];
        watch.add("model batch", n -> {
            worker.run(0, n, held(block), (first, count, outputs) -> sink[0] += outputs[0][0]);
            return n;
        });
        BatchWorker copying = plan.worker();
        watch.add("model batch-copied", n -> {
            copying.run(0, n, copied(block), (first, count, outputs) -> sink[0] += outputs[0][0]);
            return n;
        });
        Sampling sampling = new Sampling(design, loaded.variations());
        double[] column = ReferenceModel.aligned(1024);
        watch.add("sampling advalorem", n -> {
            for (long first = 0; first < n; first += 1024) {
                for (int k = 0; k < ReferenceModel.INPUTS; k++) {
                    sampling.fill(k, first, 1024, column);
                }
                sink[0] += column[0];
            }
            return n;
        });
        BatchWorker sampled = plan.worker();
        watch.add("whole advalorem", n -> {
            sampled.run(0, n, sampling, (first, count, outputs) -> sink[0] += sum(outputs[0], count));
            return n;
        });
        watch.add("whole advalorem-run", n -> {
            run(n, 1, sink);
            return n;
        });
        watch.turns(turns, TURN_MILLISECONDS);
        for (String name : watch.names()) {
            String[] words = name.split(" ");
            double difference = words[1].equals("per-draw") ? perDraw : words[1].equals("fused") ? fused : batch;
            System.out.println(json(name, watch.median(name), difference));
        }
        if (sink[0] == 1) {
            System.out.println();
        }
    }

    static String json(String name, double nanoseconds, double difference) {
        return String.format(
                Locale.ROOT,
                "{\"measure\": \"%s\", \"ns\": %.4f, \"difference\": %.3e}",
                name,
                nanoseconds,
                difference);
    }

    private static double difference(double[] got, double[] expected) {
        double largest = 0;
        for (int i = 0; i < got.length; i++) {
            largest = Math.max(largest, Math.abs(got[i] / expected[i] - 1));
        }
        if (!(largest <= AGREEMENT)) {
            throw new IllegalStateException("The results differ by " + largest + ", relative.");
        }
        return largest;
    }

    private static long repeat(long draws, int size, Runnable task) {
        long done = 0;
        for (; done < draws; done += size) {
            task.run();
        }
        return done;
    }

    private static double[][] block(double[][] draws, int size) {
        return Arrays.stream(draws)
                .map(column -> {
                    double[] part = ReferenceModel.aligned(size);
                    System.arraycopy(column, 0, part, 0, size);
                    return part;
                })
                .toArray(double[][]::new);
    }

    private static BlockSource copied(double[][] columns) {
        int mask = Integer.highestOneBit(columns[0].length) - 1;
        return (column, first, n, out) -> System.arraycopy(columns[column], (int) (first & mask), out, 0, n);
    }

    /** The same numbers in every block. */
    static BlockSource held(double[][] columns) {
        return new BlockSource() {
            @Override
            public void fill(int column, long first, int n, double[] out) {
                System.arraycopy(columns[column], 0, out, 0, n);
            }

            @Override
            public double[] column(int column, long first, int n, double[] out) {
                return columns[column];
            }
        };
    }

    private static double sum(double[] numbers, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += numbers[i];
        }
        return sum;
    }

    private void run(long draws, int threads, double[] sink) {
        BatchRun.run(
                plan,
                draws,
                threads,
                () -> new Sampling(design, loaded.variations()),
                (first, count, outputs) -> sum(outputs[0], count),
                (part, tally) -> {
                    sink[0] += part;
                    return true;
                });
    }

    /** What {@code simulate} does on one thread before it counts anything. */
    private void draw(long draws) {
        double[] sink = new double[1];
        BatchRun.run(
                loaded.plan(ReferenceModel.REPORTED.toArray(String[]::new)),
                draws,
                1,
                () -> new Sampling(design, loaded.variations()),
                (first, count, outputs) -> outputs[0][0],
                (part, tally) -> {
                    sink[0] += part;
                    return true;
                });
        if (sink[0] == 1) {
            System.out.println();
        }
    }

    private void threads(long draws, int pairs) {
        double[] sink = new double[1];
        for (int pair = -2; pair < pairs; pair++) {
            for (int threads = 1; threads <= 2; threads++) {
                long start = System.nanoTime();
                long worked = PROCESS.getProcessCpuTime();
                run(draws, threads, sink);
                double time = (double) (System.nanoTime() - start) / draws;
                double work = (double) (PROCESS.getProcessCpuTime() - worked) / draws;
                if (pair >= 0) {
                    System.out.println(json("threads " + threads, time, 0));
                    System.out.println(json("work of threads " + threads, work, 0));
                }
            }
        }
    }

    /** First and total indices with intervals, on one thread; nanoseconds for a draw of the first sample. */
    private void indices(int turns) {
        UncertainModel uncertainty = loaded.uncertainty();
        for (int turn = -4; turn < turns; turn++) {
            long worked = THREADS.getCurrentThreadCpuTime();
            SobolAnalysis.Result result = SobolAnalysis.run(
                    uncertainty,
                    List.of(Loaded.key(ReferenceModel.RESULT)),
                    new SobolAnalysis.Settings(SEED, INDEX_DRAWS, 1, 0, false),
                    Progress.NONE);
            double time = (double) (THREADS.getCurrentThreadCpuTime() - worked) / result.draws();
            if (turn >= 0) {
                System.out.println(json("indices advalorem", time, 0));
            }
        }
    }

    /** Undoes the mixing of splitmix64, to find the key of a stream from its first number. */
    private static final class Unmixed {
        private static final long GOLDEN = 0x9E3779B97F4A7C15L;
        private static final long FIRST_INVERSE = inverse(0xBF58476D1CE4E5B9L);
        private static final long SECOND_INVERSE = inverse(0x94D049BB133111EBL);

        private Unmixed() {}

        static long key(long bits) {
            long z = unshift(bits, 31) * SECOND_INVERSE;
            z = unshift(z, 27) * FIRST_INVERSE;
            return unshift(z, 30) - GOLDEN;
        }

        private static long unshift(long z, int by) {
            long x = z;
            for (int i = by; i < Long.SIZE; i += by) {
                x = z ^ (x >>> by);
            }
            return x;
        }

        /** By Newton's iteration, which doubles the number of right digits. */
        private static long inverse(long odd) {
            long x = odd;
            for (int i = 0; i < 6; i++) {
                x *= 2 - odd * x;
            }
            return x;
        }
    }
}
