package org.suiseki.study.tasks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.suiseki.matter.SuisekiException;
import org.suiseki.study.PredictionTable;

/**
 * The materials of a task with their values: each material once, under its canonical text; where a
 * file has it several times, with the median of its values, so that no copy of a test row is
 * trained on.
 *
 * @param materials canonical texts, in the order of their first rows
 * @param values in the unit of the property
 * @param repeated rows that were merged into another
 * @param refused rows that could not be used
 * @param sha256 of the file
 */
record TaskRows(
    List<String> materials,
    double[] values,
    int repeated,
    List<PredictionTable.Refused> refused,
    String sha256) {

  TaskRows {
    materials = List.copyOf(materials);
    refused = List.copyOf(refused);
  }

  /** A cell of the file before anything is made of it. */
  record Raw(String place, String material, double value) {}

  static TaskRows of(
      Task task, List<Raw> raw, List<PredictionTable.Refused> unreadable, String sha256) {
    String[] canonical = new String[raw.size()];
    String[] reasons = new String[raw.size()];
    IntStream.range(0, raw.size())
        .parallel()
        .forEach(row -> {
          try {
            canonical[row] = task.kind().canonical(raw.get(row).material());
          } catch (SuisekiException e) {
            reasons[row] = e.what();
          }
        });
    List<PredictionTable.Refused> refused = new ArrayList<>(unreadable);
    Map<String, List<Double>> found = new LinkedHashMap<>();
    for (int row = 0; row < raw.size(); row++) {
      if (reasons[row] == null) {
        found.computeIfAbsent(canonical[row], text -> new ArrayList<>()).add(raw.get(row).value());
      } else {
        refused.add(new PredictionTable.Refused(raw.get(row).place(), reasons[row]));
      }
    }
    double[] values = found.values().stream().mapToDouble(TaskRows::median).toArray();
    int used = raw.size() - (refused.size() - unreadable.size());
    return new TaskRows(List.copyOf(found.keySet()), values, used - values.length, refused, sha256);
  }

  int size() {
    return materials.size();
  }

  /** Some of them, drawn by the seed; all where there are no more. */
  TaskRows draw(int most, long seed) {
    if (most >= size()) {
      return this;
    }
    SplittableRandom random = new SplittableRandom(seed);
    long[] keys = new long[size()];
    Arrays.setAll(keys, row -> random.nextLong());
    int[] chosen =
        IntStream.range(0, size())
            .boxed()
            .sorted((a, b) -> Long.compare(keys[a], keys[b]))
            .limit(most)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray();
    return select(chosen);
  }

  TaskRows select(int... rows) {
    return new TaskRows(
        Arrays.stream(rows).mapToObj(materials::get).toList(),
        Arrays.stream(rows).mapToDouble(row -> values[row]).toArray(),
        repeated,
        refused,
        sha256);
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
