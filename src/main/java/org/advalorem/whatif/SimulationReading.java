package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.advalorem.engine.PackedReader;
import org.advalorem.engine.PackedWriter;
import org.advalorem.engine.RemoteRun;

/**
 * How the chunks of a simulation are read at one time: every result by its reader.
 *
 * @param takesNumbers whether there is a sink for the draws
 */
record SimulationReading(List<ResultTally.Reader> readers, Sampling.Layout layout, boolean takesNumbers)
        implements RemoteRun.Reading<List<ResultTally.Chunk>> {
    /** Copies the list. */
    SimulationReading {
        readers = List.copyOf(readers);
    }

    /** The reading that another process wrote. */
    static SimulationReading of(List<ResultTally> tallies, Sampling.Layout layout, PackedReader in) {
        boolean takesNumbers = in.count() == 1;
        return new SimulationReading(
                tallies.stream().map(tally -> tally.reader(in)).toList(), layout, takesNumbers);
    }

    @Override
    public void write(PackedWriter out) {
        out.count(takesNumbers ? 1 : 0);
        readers.forEach(reader -> reader.write(out));
    }

    @Override
    public List<ResultTally.Chunk> read(long firstDraw, int count, double[][] columns) {
        int[] ends = ends(layout, firstDraw, count);
        List<ResultTally.Chunk> chunk = new ArrayList<>(columns.length);
        for (int i = 0; i < columns.length; i++) {
            chunk.add(readers.get(i).read(columns[i], ends, takesNumbers));
        }
        return chunk;
    }

    @Override
    public void write(List<ResultTally.Chunk> read, PackedWriter out) {
        read.forEach(chunk -> chunk.write(out));
    }

    @Override
    public List<ResultTally.Chunk> read(PackedReader in) {
        return readers.stream().map(reader -> reader.chunk(in)).toList();
    }

    /** The ends of stretches of draws that belong to one replicate each, counted from the first draw of a chunk. */
    static int[] ends(Sampling.Layout layout, long firstDraw, int count) {
        if (layout.replicates().size() == 1) {
            return new int[] {count};
        }
        IntStream.Builder ends = IntStream.builder();
        long end = 0;
        while (end < count) {
            end = Math.min(count, end + layout.length() - (firstDraw + end) % layout.length());
            ends.add((int) end);
        }
        return ends.build().toArray();
    }
}
