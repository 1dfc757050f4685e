package org.advalorem.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * A Parquet file that is written row by row and holds at most a row group of {@value #ROW_GROUP} bytes in memory.
 *
 * <p>It is uncompressed: random draws do not compress, repeated values are stored once anyway, and the bytes are the
 * same on every machine. Pages are version 1, which every reader supports.
 */
final class ParquetFile implements DataFile {
    private static final long ROW_GROUP = 16L << 20;

    private final ParquetWriter<Row> writer;
    private final List<DataColumn> columns;
    private final Map<String, String> metadata = new TreeMap<>();

    /** A row to write. */
    private interface Row {
        /** The number in a column that is none of text; not finite if there is none. */
        double number(int column);

        /** The text in a column of text, if there is some. */
        Optional<Binary> text(int column);
    }

    /** A cursor on a row of numbers, which stand for words in columns of text. */
    private static final class Cells implements Row {
        private final Binary[][] words;
        private final double[][] cells;
        private int place;

        Cells(List<DataColumn> columns, double[][] cells) {
            this.cells = cells;
            this.words = columns.stream()
                    .map(column ->
                            column.words().stream().map(Binary::fromString).toArray(Binary[]::new))
                    .toArray(Binary[][]::new);
        }

        @Override
        public double number(int column) {
            return cells[column][place];
        }

        @Override
        public Optional<Binary> text(int column) {
            double cell = cells[column][place];
            return Double.isFinite(cell) ? Optional.of(words[column][(int) cell]) : Optional.empty();
        }
    }

    /** A cursor on a row of a table. */
    private static final class TableRow implements Row {
        private final FlatTable table;
        private int place;

        TableRow(FlatTable table) {
            this.table = table;
        }

        @Override
        public double number(int column) {
            return table.number(place, column);
        }

        @Override
        public Optional<Binary> text(int column) {
            String words = table.words(place, column);
            return words.isEmpty() ? Optional.empty() : Optional.of(Binary.fromString(words));
        }
    }

    /**
     * Begins a file.
     *
     * @param file empty; it is left open
     * @throws IOException if the file cannot be written
     */
    ParquetFile(FileChannel file, List<DataColumn> columns) throws IOException {
        this.columns = List.copyOf(columns);
        writer = new Builder(new Target(file), columns, metadata)
                .withConf(new PlainParquetConfiguration())
                .withWriteMode(ParquetFileWriter.Mode.CREATE)
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withRowGroupSize(ROW_GROUP)
                .build();
    }

    @Override
    public void write(int count, double[][] cells) throws IOException {
        Cells row = new Cells(columns, cells);
        for (int i = 0; i < count; i++) {
            row.place = i;
            writer.write(row);
        }
    }

    /**
     * Writes all rows of a table.
     *
     * @throws IOException if they cannot be written
     */
    void write(FlatTable table) throws IOException {
        TableRow row = new TableRow(table);
        for (int i = 0; i < table.rows(); i++) {
            row.place = i;
            writer.write(row);
        }
    }

    @Override
    public void complete(String sentence, Map<String, String> facts) throws IOException {
        metadata.putAll(facts);
        writer.close();
    }

    /** A file that is open already. */
    private record Target(FileChannel file) implements OutputFile {
        @Override
        public PositionOutputStream create(long blockSizeHint) {
            return new Bytes(file);
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) {
            return new Bytes(file);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return -1;
        }
    }

    /** The bytes of an open file, counted, which closing only flushes. */
    private static final class Bytes extends PositionOutputStream {
        private static final int BUFFER = 1 << 16;

        private final BufferedOutputStream out;
        private long written;

        Bytes(FileChannel file) {
            out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
        }

        @Override
        public long getPos() {
            return written;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            written++;
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
            written += count;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }

    private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
        private final List<DataColumn> columns;
        private final Map<String, String> metadata;

        Builder(OutputFile file, List<DataColumn> columns, Map<String, String> metadata) {
            super(file);
            this.columns = List.copyOf(columns);
            this.metadata = metadata;
        }

        @Override
        protected Builder self() {
            return this;
        }

        // The library requires both overloads but calls the one without Hadoop.
        @Override
        @Deprecated
        protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
            return new Rows(columns, metadata);
        }

        @Override
        protected WriteSupport<Row> getWriteSupport(ParquetConfiguration configuration) {
            return new Rows(columns, metadata);
        }
    }

    /** Passes the cells of a row to the library. */
    private static final class Rows extends WriteSupport<Row> {
        private final List<DataColumn> columns;
        private final Map<String, String> metadata;
        private Optional<RecordConsumer> consumer = Optional.empty();

        Rows(List<DataColumn> columns, Map<String, String> metadata) {
            this.columns = columns;
            this.metadata = metadata;
        }

        @Override
        public String getName() {
            return "advalorem";
        }

        @Override
        @Deprecated
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema(columns), Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema(columns), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer to) {
            consumer = Optional.of(to);
        }

        @Override
        public void write(Row row) {
            RecordConsumer to = consumer.orElseThrow();
            to.startMessage();
            for (int i = 0; i < columns.size(); i++) {
                DataColumn column = columns.get(i);
                if (column.type() == DataColumn.Type.TEXT) {
                    int field = i;
                    row.text(i).ifPresent(text -> {
                        to.startField(column.name(), field);
                        to.addBinary(text);
                        to.endField(column.name(), field);
                    });
                    continue;
                }
                double cell = row.number(i);
                if (Double.isFinite(cell)) {
                    to.startField(column.name(), i);
                    switch (column.type()) {
                        case WHOLE -> to.addLong((long) cell);
                        case NUMBER -> to.addDouble(cell);
                        case TRUTH -> to.addBoolean(cell != 0.0);
                        case TEXT -> throw new IllegalStateException("A column of text has no numbers.");
                    }
                    to.endField(column.name(), i);
                }
            }
            to.endMessage();
        }

        @Override
        public FinalizedWriteContext finalizeWrite() {
            return new FinalizedWriteContext(metadata);
        }
    }

    private static MessageType schema(List<DataColumn> columns) {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (DataColumn column : columns) {
            switch (column.type()) {
                case WHOLE -> schema.optional(PrimitiveTypeName.INT64).named(column.name());
                case NUMBER -> schema.optional(PrimitiveTypeName.DOUBLE).named(column.name());
                case TRUTH -> schema.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
                case TEXT ->
                    schema.optional(PrimitiveTypeName.BINARY)
                            .as(LogicalTypeAnnotation.stringType())
                            .named(column.name());
            }
        }
        return schema.named("advalorem");
    }
}
