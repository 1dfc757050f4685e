package org.advalorem.receipts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** A Parquet file: what its footer says about itself, and its rows. */
final class ParquetTable implements KeptDraws.Rows {
    private static final String NAMES = "advalorem.";

    private final ParquetFileReader reader;
    private final MessageType schema;
    private Optional<RecordReader<Group>> group = Optional.empty();
    private long left;

    private ParquetTable(Path file) throws IOException {
        reader = open(file);
        schema = reader.getFooter().getFileMetaData().getSchema();
    }

    private static ParquetFileReader open(Path file) throws IOException {
        try {
            return ParquetFileReader.open(
                    new LocalInputFile(file),
                    ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
        } catch (RuntimeException e) {
            throw new IOException("(" + file + ") is no Parquet file", e);
        }
    }

    private static ParquetFileReader opened(Path file) throws NoReceiptException {
        try {
            return open(file);
        } catch (IOException e) {
            throw new NoReceiptException("It is no Parquet file, or not all of one.");
        }
    }

    /** How the file was made. */
    static Made made(Path file) throws IOException, NoReceiptException {
        try (ParquetFileReader reader = opened(file)) {
            Map<String, String> facts = reader.getFooter().getFileMetaData().getKeyValueMetaData();
            String command = facts.getOrDefault(NAMES + "command", "");
            if (command.isEmpty()) {
                throw new NoReceiptException("Its footer does not name the command that made it.");
            }
            if (isCompressed(reader)) {
                throw new NoReceiptException(
                        "It is compressed, which no table of this program is: something else wrote it.");
            }
            return new Made(
                    facts.getOrDefault(NAMES + "version", ""),
                    CommandWords.of(command),
                    Optional.ofNullable(facts.get(NAMES + "hash")),
                    Optional.ofNullable(facts.get(NAMES + "results")),
                    Optional.ofNullable(facts.get(NAMES + "inputs")),
                    Optional.ofNullable(facts.get(NAMES + "folder")));
        }
    }

    /** Whether a column needs a codec; those of the library would need another library. */
    private static boolean isCompressed(ParquetFileReader reader) {
        return reader.getFooter().getBlocks().stream()
                .flatMap(block -> block.getColumns().stream())
                .anyMatch(column -> column.getCodec() != CompressionCodecName.UNCOMPRESSED);
    }

    static KeptDraws.Rows rows(Path file) throws IOException {
        return new ParquetTable(file);
    }

    @Override
    public List<String> columns() {
        return schema.getFields().stream().map(field -> field.getName()).toList();
    }

    @Override
    public Optional<List<String>> next() throws IOException {
        try {
            return row();
        } catch (RuntimeException e) {
            throw new IOException("a page of it is damaged", e);
        }
    }

    private Optional<List<String>> row() throws IOException {
        if (left == 0) {
            PageReadStore pages = reader.readNextRowGroup();
            if (pages == null) {
                return Optional.empty();
            }
            left = pages.getRowCount();
            group = Optional.of(
                    new ColumnIOFactory().getColumnIO(schema).getRecordReader(pages, new GroupRecordConverter(schema)));
        }
        left--;
        Group row = group.orElseThrow().read();
        List<String> cells = new ArrayList<>();
        for (int field = 0; field < schema.getFieldCount(); field++) {
            cells.add(row.getFieldRepetitionCount(field) == 0 ? "" : row.getValueToString(field, 0));
        }
        return Optional.of(cells);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
