package org.advalorem.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.advalorem.engine.PackedReader;
import org.advalorem.engine.PackedWriter;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.DrawParts;
import org.advalorem.whatif.Sampling;
import org.advalorem.whatif.UncertainModel;

/**
 * The draws of a simulation as the Parquet files of a folder that all processes see. Rows, columns and facts are those of
 * {@link DrawsFile}.
 */
public final class DrawsParts implements DrawParts {
    private final EvaluatedScenario scenario;
    private final UncertainModel uncertainty;
    private final List<ResultKey> results;
    private final Sampling sampling;
    private final Optional<DrawsFolder> folder;

    /**
     * Parts of a folder.
     *
     * @param results the results that each draw will supply
     * @param folder empty if no draws are wanted, or if another process knows where
     */
    public DrawsParts(
            EvaluatedScenario scenario,
            UncertainModel uncertainty,
            List<ResultKey> results,
            Sampling sampling,
            Optional<DrawsFolder> folder) {
        this.scenario = scenario;
        this.uncertainty = uncertainty;
        this.results = List.copyOf(results);
        this.sampling = sampling;
        this.folder = folder;
    }

    @Override
    public void write(long draws, PackedWriter out) {
        out.count(folder.isPresent() ? 1 : 0);
        if (folder.isPresent()) {
            out.text(folder.get().unfinished().toString());
            // the scenario has another path where its parts are written
            Map<String, String> facts = DrawsFile.facts(scenario, uncertainty, sampling, draws, false);
            out.count(facts.size());
            facts.forEach((name, fact) -> out.text(name).text(fact));
        }
    }

    @Override
    public Optional<Part> part(PackedReader in, int number) {
        if (in.count() == 0) {
            return Optional.empty();
        }
        Path unfinished = Path.of(in.text());
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = in.size(); i > 0; i--) {
            facts.put(in.text(), in.text());
        }
        try {
            return Optional.of(new Written(unfinished, number, facts));
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(
                    "(" + unfinished.getParent() + ") is not there where draws are evaluated. Name a folder that all"
                            + " executors share.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part that this process writes. */
    private final class Written implements Part {
        private final DrawsFolder.Part place;
        private final FileChannel open;
        private final DrawsFile file;
        private final Map<String, String> facts;

        Written(Path unfinished, int number, Map<String, String> facts) throws IOException {
            this.facts = facts;
            place = new DrawsFolder.Part(unfinished, number);
            open = FileChannel.open(place.file(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            file = new DrawsFile(open, DataFormat.PARQUET, CsvStyle.USUAL, scenario, uncertainty, results);
        }

        @Override
        public void take(long firstDraw, int count, double[][] inputs, double[][] drawn) {
            file.take(firstDraw, count, inputs, drawn);
        }

        @Override
        public void complete() {
            try {
                file.complete("", facts);
                open.force(true);
                open.close();
                place.complete();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                open.close();
                place.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
