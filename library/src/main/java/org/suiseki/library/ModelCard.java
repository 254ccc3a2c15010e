package org.suiseki.library;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.suiseki.describe.MaterialKind;
import org.suiseki.learn.Column;

/**
 * What is said of a model so that it can be found and trusted. The catalogue adds version, hash and
 * time.
 *
 * @param name of the model: small letters, digits, dots, dashes and slashes, at most 200
 *     characters, {@code formation-energy/composition-290/network-0017}; its versions share it
 * @param property what it predicts, with its unit
 * @param kind of material it reads
 * @param descriptor with its options, as {@link org.suiseki.describe.MaterialText} knows it
 * @param architecture of the model
 * @param data it was trained on
 * @param split of the data
 * @param metrics by name, such as {@code test.mae}; in the unit of the property where they have one
 * @param parent name and version of the model it was made from by transfer, {@code name@3}
 * @param tags words to find it by
 * @param domain which elements its training materials are made of
 */
public record ModelCard(
    String name,
    Column property,
    MaterialKind kind,
    String descriptor,
    Architecture architecture,
    Data data,
    SplitNote split,
    Map<String, Score> metrics,
    Optional<String> parent,
    List<String> tags,
    DomainSketch domain) {
  private static final String NAME = "[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*";

  public ModelCard {
    if (name.length() > 200 || !name.matches(NAME)) {
      throw new LibraryException(
          "A model cannot be called '" + name + "'.",
          "Use small letters, digits, '.', '_' and '-', with '/' between parts.");
    }
    metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
    tags = List.copyOf(tags);
  }

  /**
   * @param family {@code network}, {@code linear}, {@code trees} …
   * @param text in short, such as {@code 290-64-32-1 leaky-relu}
   */
  public record Architecture(String family, String text) {}

  /**
   * @param name of the data set
   * @param sha256 of the file it was read from, hex
   * @param rows that could be used, before the split
   * @param source where it comes from
   * @param licence as stated there
   */
  public record Data(String name, String sha256, int rows, String source, String licence) {}

  /**
   * @param kind {@code random}, {@code group} …
   * @param seed of the draw
   * @param train rows
   * @param validation rows
   * @param test rows
   */
  public record SplitNote(String kind, long seed, int train, int validation, int test) {}

  /**
   * A number with its interval; ends of NaN where none was taken.
   *
   * @param level of the interval, 0.95 for 95 %
   */
  public record Score(double value, double low, double high, double level) {

    public static Score of(double value) {
      return new Score(value, Double.NaN, Double.NaN, Double.NaN);
    }
  }
}
