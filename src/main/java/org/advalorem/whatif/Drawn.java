package org.advalorem.whatif;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.advalorem.engine.BatchRun;
import org.advalorem.engine.BlockSource;
import org.advalorem.rules.ResultKey;

/**
 * Assembly of chunks of draws for a sink: the inputs, drawn again, and all requested results, including those that are
 * the same in every draw.
 */
final class Drawn {
    private final DrawSink sink;
    private final BlockSource source;
    private final double[][] inputs;
    private final double[][] results;
    /** For every requested result, its index among those that vary; -1 if it is the same in every draw. */
    private final int[] places;

    Drawn(
            UncertainModel uncertainty,
            Sampling.Layout layout,
            List<ResultKey> asked,
            List<ResultKey> varying,
            Map<ResultKey, Double> constants,
            DrawSink sink) {
        this.sink = sink;
        int count = uncertainty.inputs().size();
        source = uncertainty
                .sources(layout, IntStream.range(0, count).boxed().toList())
                .get();
        inputs = new double[count][BatchRun.CHUNK];
        results = new double[asked.size()][];
        places = asked.stream().mapToInt(varying::indexOf).toArray();
        for (int i = 0; i < places.length; i++) {
            if (places[i] < 0) {
                results[i] = new double[BatchRun.CHUNK];
                Arrays.fill(results[i], constants.getOrDefault(asked.get(i), Double.NaN));
            }
        }
    }

    /** Passes a chunk to the sink, given a column for each result that varies. */
    void take(long firstDraw, int count, List<double[]> varying) {
        for (int i = 0; i < inputs.length; i++) {
            source.fill(i, firstDraw, count, inputs[i]);
        }
        for (int i = 0; i < results.length; i++) {
            if (places[i] >= 0) {
                results[i] = varying.get(places[i]);
            }
        }
        sink.take(firstDraw, count, inputs, results);
    }
}
