package org.suiseki.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureFileTest {
  private static final FeatureColumns COLUMNS =
      new FeatureColumns(List.of("id", "formula"), List.of("distance", "score"), List.of("Å", "1"));

  private static final FeatureFile.Rows ROWS =
      sink -> {
        sink.row(List.of("a", "SiO2"), new double[] {1.62, Double.NaN});
        sink.row(List.of("b,\"c\"", "Al₂O₃"), new double[] {1e-300, 1});
      };

  @TempDir private Path folder;

  @Test
  void writesCsvThatReadsBackExactly() throws IOException {
    Path file = folder.resolve("deep/features.csv");
    FeatureFile.write(file, COLUMNS, ROWS);
    assertThat(Files.readString(file))
        .isEqualToNormalizingNewlines(
            "id,formula,distance [Å],score\na,SiO2,1.62,\n\"b,\"\"c\"\"\",Al₂O₃,1.0E-300,1\n");
  }

  @Test
  void packsCsv() throws IOException {
    Path file = folder.resolve("features.csv.gz");
    FeatureFile.write(file, COLUMNS, ROWS);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("a,SiO2,1.62,");
    }
  }

  @Test
  void writesParquetWithUnitsAndNulls() throws IOException {
    Path file = folder.resolve("features.parquet");
    FeatureFile.write(file, COLUMNS, ROWS);
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      assertThat(reader.getFileMetaData().getKeyValueMetaData())
          .containsEntry("unit:distance", "Å")
          .containsEntry("unit:score", "1");
      MessageType schema = reader.getFileMetaData().getSchema();
      PageReadStore pages = reader.readNextRowGroup();
      RecordReader<Group> records =
          new ColumnIOFactory()
              .getColumnIO(schema)
              .getRecordReader(pages, new GroupRecordConverter(schema));
      Group first = records.read();
      assertThat(first.getString("formula", 0)).isEqualTo("SiO2");
      assertThat(first.getDouble("distance", 0)).isEqualTo(1.62);
      assertThat(first.getFieldRepetitionCount("score")).isZero();
      Group second = records.read();
      assertThat(second.getString("id", 0)).isEqualTo("b,\"c\"");
      assertThat(second.getDouble("distance", 0)).isEqualTo(1e-300);
      assertThat(pages.getRowCount()).isEqualTo(2);
    }
  }

  @Test
  void leavesNothingWhereTheRowsEndEarly() throws IOException {
    for (String name : List.of("features.csv", "features.csv.gz", "features.parquet")) {
      Path file = folder.resolve(name);
      assertThatThrownBy(() ->
              FeatureFile.write(
                  file,
                  COLUMNS,
                  sink -> {
                    sink.row(List.of("a", "SiO2"), new double[] {1, 2});
                    throw new IllegalStateException("stopped");
                  }))
          .hasMessageContaining("stopped");
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void refusesWhatItCannotWrite() {
    assertThatThrownBy(() -> FeatureFile.check(Path.of("features.xlsx")))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining(".csv, .csv.gz or .parquet");
    assertThatThrownBy(() -> new FeatureColumns(List.of("id"), List.of("id"), List.of("1")))
        .hasMessageContaining("\"id\"");
    assertThatThrownBy(
            () -> FeatureFile.write(Path.of("/proc/nowhere/features.csv"), COLUMNS, ROWS))
        .isInstanceOf(DescribeException.class)
        .hasMessageContaining("cannot be written");
  }
}
