package org.suiseki.describe;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
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

/** Features as Apache Parquet, with the units in the file's metadata. */
final class ParquetFeatures {

  /** In bytes. */
  private static final long ROW_GROUP = 32L << 20;

  /** In bytes, of a page of values and of a dictionary. */
  private static final int PAGE = 64 << 10;

  private ParquetFeatures() {}

  static void write(OutputStream out, FeatureColumns columns, FeatureFile.Rows rows)
      throws IOException {
    try (ParquetWriter<Row> writer = new Builder(new Stream(out), columns).build()) {
      rows.writeTo((keys, values) -> {
        try {
          writer.write(new Row(keys, values));
        } catch (IOException e) {
          throw new FeatureFile.Unwritten(e);
        }
      });
    }
  }

  private record Row(List<String> keys, double[] values) {}

  private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
    private final FeatureColumns columns;

    Builder(OutputFile file, FeatureColumns columns) {
      super(file);
      this.columns = columns;
      withConf(new PlainParquetConfiguration());
      // Its compressors want native libraries or much of Hadoop; dictionaries do most of the work.
      withCompressionCodec(CompressionCodecName.UNCOMPRESSED);
      withDictionaryEncoding(true);
      // Hundreds of columns, each with buffers of its own, have to fit into a small heap.
      withRowGroupSize(ROW_GROUP);
      withPageSize(PAGE);
      withDictionaryPageSize(PAGE);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(Configuration unused) {
      return new Support(columns);
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(ParquetConfiguration unused) {
      return new Support(columns);
    }
  }

  private static final class Support extends WriteSupport<Row> {
    private final FeatureColumns columns;
    private RecordConsumer consumer;

    @SuppressWarnings("NullAway.Init") // Parquet calls prepareForWrite before it writes.
    Support(FeatureColumns columns) {
      this.columns = columns;
    }

    @Override
    public WriteContext init(Configuration unused) {
      return init(new PlainParquetConfiguration());
    }

    @Override
    public WriteContext init(ParquetConfiguration unused) {
      Map<String, String> units = new HashMap<>();
      for (int i = 0; i < columns.width(); i++) {
        units.put("unit:" + columns.names().get(i), columns.units().get(i));
      }
      return new WriteContext(schema(), units);
    }

    @Override
    public void prepareForWrite(RecordConsumer target) {
      consumer = target;
    }

    @Override
    public void write(Row row) {
      consumer.startMessage();
      int field = 0;
      for (String key : columns.keys()) {
        consumer.startField(key, field);
        consumer.addBinary(Binary.fromString(row.keys().get(field)));
        consumer.endField(key, field++);
      }
      for (int i = 0; i < columns.width(); i++, field++) {
        double value = row.values()[i];
        if (!Double.isNaN(value)) {
          consumer.startField(columns.names().get(i), field);
          consumer.addDouble(value);
          consumer.endField(columns.names().get(i), field);
        }
      }
      consumer.endMessage();
    }

    private MessageType schema() {
      Types.MessageTypeBuilder schema = Types.buildMessage();
      for (String key : columns.keys()) {
        schema.required(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType()).named(key);
      }
      for (String name : columns.names()) {
        schema.optional(PrimitiveTypeName.DOUBLE).named(name);
      }
      return schema.named("features");
    }
  }

  /** A stream of the caller's, which counts what goes through it and stays open. */
  private record Stream(OutputStream out) implements OutputFile {

    @Override
    public PositionOutputStream create(long blockSize) {
      return new Counting(out);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) {
      return create(blockSize);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  private static final class Counting extends PositionOutputStream {
    private final OutputStream out;
    private long position;

    Counting(OutputStream out) {
      this.out = out;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      position += length;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}
