package org.suiseki.simulate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A table of numbers of this jar: a header, then rows of a name and its numbers, by commas. */
final class ResourceTable {
  private ResourceTable() {}

  /** The numbers of each row by its name. */
  static Map<String, double[]> read(String name) {
    Map<String, double[]> rows = new LinkedHashMap<>();
    try (BufferedReader text = open(name)) {
      text.readLine();
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        String[] fields = line.split(",", -1);
        double[] numbers = new double[fields.length - 1];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = Double.parseDouble(fields[i + 1]);
        }
        rows.put(fields[0], numbers);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("The table " + name + " of this installation.", broken);
    }
    return rows;
  }

  private static BufferedReader open(String name) throws IOException {
    InputStream bytes = ResourceTable.class.getResourceAsStream(name);
    if (bytes == null) {
      throw new IOException("Resource " + name + " is absent from the jar.");
    }
    return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
  }
}
