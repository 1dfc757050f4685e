package org.advalorem.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.advalorem.engine.BatchRun;
import org.advalorem.rules.ResultKey;
import org.advalorem.whatif.DrawSink;
import org.advalorem.whatif.Sampling;
import org.advalorem.whatif.Simulation;
import org.advalorem.whatif.UncertainModel;

/**
 * The draws of a simulation as a file: one row per draw, with its number from 1, every uncertain input as drawn and
 * every result.
 *
 * <p>The columns are a contract, described in {@code docs/json.md}.
 */
public final class DrawsFile implements DrawSink {
    private static final String DRAW = "draw";

    private final EvaluatedScenario scenario;
    private final UncertainModel uncertainty;
    private final DataFile file;
    private final double[][] cells;
    private final double[] numbers = new double[BatchRun.CHUNK];

    /**
     * Begins a file.
     *
     * @param open the file, empty and open for writing; it is left open
     * @param style how CSV is written
     * @param results the results that each draw will supply
     * @throws IOException if the file cannot be written
     */
    public DrawsFile(
            FileChannel open,
            DataFormat kind,
            CsvStyle style,
            EvaluatedScenario scenario,
            UncertainModel uncertainty,
            List<ResultKey> results)
            throws IOException {
        this.scenario = scenario;
        this.uncertainty = uncertainty;
        List<DataColumn> columns = columns(uncertainty, results);
        cells = new double[columns.size()][];
        cells[0] = numbers;
        file = switch (kind) {
            case PARQUET -> new ParquetFile(open, columns);
            case CSV -> new CsvFile(open, comments(), columns, style);
        };
    }

    /**
     * The columns of draws: their number, the uncertain inputs as drawn, and the results.
     *
     * @param results in the order in which each draw supplies them
     */
    public static List<DataColumn> columns(UncertainModel uncertainty, List<ResultKey> results) {
        List<DataColumn> columns = new ArrayList<>();
        columns.add(new DataColumn(DRAW, DataColumn.Type.WHOLE));
        for (UncertainModel.Input input : uncertainty.inputs()) {
            columns.add(
                    input.names().isEmpty()
                            ? new DataColumn(input.address(), DataColumn.Type.NUMBER)
                            : new DataColumn(input.address(), DataColumn.Type.TEXT, input.names()));
        }
        for (ResultKey result : results) {
            columns.add(new DataColumn(
                    result.toString(), result.measure().isTruth() ? DataColumn.Type.TRUTH : DataColumn.Type.NUMBER));
        }
        return columns;
    }

    private List<String> comments() {
        List<String> comments = new ArrayList<>(Header.comments(scenario));
        uncertainty.inputs().forEach(input -> comments.add("Uncertain: " + distribution(input)));
        return comments;
    }

    private static String distribution(UncertainModel.Input input) {
        return input.address() + "=" + input.entry().text();
    }

    @Override
    public void take(long firstDraw, int count, double[][] inputs, double[][] results) {
        for (int i = 0; i < count; i++) {
            numbers[i] = (double) (firstDraw + i + 1);
        }
        System.arraycopy(inputs, 0, cells, 1, inputs.length);
        System.arraycopy(results, 0, cells, 1 + inputs.length, results.length);
        try {
            file.write(count, cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Completes the file, recording how the draws were made and whether all those requested are present.
     *
     * @param result the simulation that produced the draws
     * @throws IOException if the file cannot be completed
     */
    public void complete(Simulation.Result result) throws IOException {
        complete(
                SimulationReport.run(result),
                facts(scenario, uncertainty, result.settings().sampling(), result.draws(), result.partial()));
    }

    /** Completes the file with facts that are known already. */
    void complete(String sentence, Map<String, String> facts) throws IOException {
        file.complete(sentence, facts);
    }

    /** How draws were made, by name. */
    static Map<String, String> facts(
            EvaluatedScenario scenario, UncertainModel uncertainty, Sampling sampling, long draws, boolean partial) {
        Map<String, String> facts = Header.facts(scenario);
        facts.put("advalorem.draws", Long.toString(draws));
        facts.put("advalorem.design", sampling.kind().toString());
        facts.put("advalorem.seed", Long.toString(sampling.seed()));
        facts.put("advalorem.partial", partial ? "yes" : "no");
        facts.put(
                "advalorem.uncertain",
                String.join(
                        "\n",
                        uncertainty.inputs().stream()
                                .map(DrawsFile::distribution)
                                .toList()));
        return facts;
    }
}
