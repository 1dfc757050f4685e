package org.advalorem.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.advalorem.engine.PackedReader;
import org.advalorem.engine.PackedWriter;
import org.advalorem.engine.RemoteRun;

/**
 * How the chunks of a simulation are read at one time: every result by its reader.
 *
 * @param takesNumbers whether there is a sink for the draws
 * @param parts where other processes write draws
 * @param part the part that this one writes
 */
record SimulationReading(
        List<ResultTally.Reader> readers,
        Sampling.Layout layout,
        boolean takesNumbers,
        Optional<DrawParts> parts,
        Optional<DrawnPart> part)
        implements RemoteRun.Reading<List<ResultTally.Chunk>> {
    /** Copies the list. */
    SimulationReading {
        readers = List.copyOf(readers);
    }

    /** The reading that another process wrote, with the part that is read after it. */
    static SimulationReading of(
            List<ResultTally> tallies, Sampling.Layout layout, PackedReader in, Supplier<Optional<DrawnPart>> part) {
        boolean takesNumbers = in.count() == 1;
        List<ResultTally.Reader> readers =
                tallies.stream().map(tally -> tally.reader(in)).toList();
        return new SimulationReading(readers, layout, takesNumbers, Optional.empty(), part.get());
    }

    @Override
    public void write(PackedWriter out) {
        out.count(takesNumbers ? 1 : 0);
        readers.forEach(reader -> reader.write(out));
        parts.ifPresent(to -> to.write(layout.draws(), out));
    }

    @Override
    public List<ResultTally.Chunk> read(long firstDraw, int count, double[][] columns) {
        int[] ends = ends(layout, firstDraw, count);
        List<ResultTally.Chunk> chunk = new ArrayList<>(columns.length);
        for (int i = 0; i < columns.length; i++) {
            chunk.add(readers.get(i).read(columns[i], ends, takesNumbers));
        }
        part.ifPresent(to -> to.drawn().take(firstDraw, count, Arrays.asList(columns)));
        return chunk;
    }

    @Override
    public void complete() {
        part.ifPresent(to -> to.part().complete());
    }

    @Override
    public void close() {
        part.ifPresent(to -> to.part().close());
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
