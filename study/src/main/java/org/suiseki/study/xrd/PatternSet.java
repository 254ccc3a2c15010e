package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suiseki.learn.Column;
import org.suiseki.learn.Origin;
import org.suiseki.study.PredictionTable;

/**
 * Diffraction patterns of samples of many compositions.
 *
 * @param name lower-case letters and dashes, for files and stages
 * @param title for people
 * @param lead one or two sentences on what they are
 * @param properties what {@link Pattern#values} mean, such as {@code Ti [at.%]}
 * @param patterns at least one
 * @param modelling how they come about, where that is known
 * @param wavelength mean one in Å, of all patterns; NaN where no file says it
 * @param refused files or rows that could not be used
 * @param warnings a sentence each
 */
record PatternSet(
    String name,
    String title,
    String lead,
    List<Column> properties,
    List<Pattern> patterns,
    Optional<PatternModelling> modelling,
    double wavelength,
    Origin origin,
    List<PredictionTable.Refused> refused,
    List<String> warnings) {

  PatternSet {
    properties = List.copyOf(properties);
    patterns = List.copyOf(patterns);
    refused = List.copyOf(refused);
    warnings = List.copyOf(warnings);
  }

  /** The same of these patterns, and with further refused ones. */
  PatternSet with(List<Pattern> others, List<PredictionTable.Refused> alsoRefused) {
    List<PredictionTable.Refused> all = new ArrayList<>(refused);
    all.addAll(alsoRefused);
    return new PatternSet(
        name, title, lead, properties, others, modelling, wavelength, origin, all, warnings);
  }

  /** The same with further warnings. */
  PatternSet warned(List<String> further) {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(further);
    return new PatternSet(
        name, title, lead, properties, patterns, modelling, wavelength, origin, refused, all);
  }

  int size() {
    return patterns.size();
  }

  /** The group of each pattern, in order. */
  List<String> groups() {
    return patterns.stream().map(Pattern::group).toList();
  }
}
