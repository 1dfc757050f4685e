package org.advalorem.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times several things in turns, so that a slow moment of the machine falls on all of them. */
final class Stopwatch {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final Map<String, List<Double>> times = new LinkedHashMap<>();

    /** Something that works on a number of draws. */
    @FunctionalInterface
    interface Task {
        /** Does it for at least so many draws and says for how many. */
        long run(long draws);
    }

    void add(String name, Task task) {
        tasks.put(name, task);
        times.put(name, new ArrayList<>());
    }

    /** Every task for so many milliseconds in each of so many turns, after as many turns for the compiler. */
    void turns(int turns, double milliseconds) {
        Map<String, Long> draws = new LinkedHashMap<>();
        for (Map.Entry<String, Task> task : tasks.entrySet()) {
            long n = 1 << 12;
            double spent = nanoseconds(task.getValue(), n) * n;
            while (spent < milliseconds * 1e6) {
                n *= 2;
                spent = nanoseconds(task.getValue(), n) * n;
            }
            draws.put(task.getKey(), n);
        }
        for (int turn = -turns; turn < turns; turn++) {
            for (Map.Entry<String, Task> task : tasks.entrySet()) {
                double time = nanoseconds(task.getValue(), draws.get(task.getKey()));
                if (turn >= 0) {
                    times.get(task.getKey()).add(time);
                }
            }
        }
    }

    private static double nanoseconds(Task task, long draws) {
        long start = THREADS.getCurrentThreadCpuTime();
        long done = task.run(draws);
        return (double) (THREADS.getCurrentThreadCpuTime() - start) / done;
    }

    /** Nanoseconds of this thread for a draw, the median of the turns. */
    double median(String name) {
        double[] sorted =
                times.get(name).stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    Iterable<String> names() {
        return tasks.keySet();
    }
}
