package org.suiseki.study.xrd;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.suiseki.describe.spectrum.DiffractionAxis;
import org.suiseki.learn.Origin;
import org.suiseki.learn.Progress;
import org.suiseki.matter.Place;
import org.suiseki.matter.Sha256;
import org.suiseki.matter.Spectrum;
import org.suiseki.matter.SuisekiException;
import org.suiseki.study.PredictionTable;
import org.suiseki.study.StudyException;

/**
 * A person's own patterns. Either a folder of files of any kind that {@link
 * org.suiseki.matter.io.MeasurementFiles} knows, each with one pattern or several; or a matrix, one
 * CSV file with a pattern on each line and the positions at its head. Beside them may lie a table
 * in CSV of what is known of the samples: its first column names the file (with or without its
 * suffix) or the line of the matrix, a column {@code family} their series, a column {@code sample}
 * which patterns are of one sample (else those of equal values are), each other column is a
 * property with its unit in brackets.
 *
 * <p>What cannot be used is refused with its reason and the rest goes on. Nothing is guessed: not a
 * wavelength, not a composition from the name of a file. The order of patterns is that of the
 * matrix or of the files' names.
 */
final class PatternFolder {
  /** So many patterns are needed, and so many points of each. */
  static final int FEWEST = 10;

  /** What to do about a negative intensity. */
  enum Negative {
    REFUSE,
    /** As 0: for patterns from which a background was taken already. */
    ZERO
  }

  /**
   * The axis of a matrix whose head has none.
   *
   * @param from first position, in the axis's unit
   * @param step in the axis's unit
   */
  record MatrixAxis(double from, double step) {
    MatrixAxis {
      if (!Double.isFinite(from) || !(step > 0 && step < Double.POSITIVE_INFINITY)) {
        throw new StudyException(
            "An axis from " + from + " in steps of " + step + " is impossible.",
            "Give a finite start and a step above 0.");
      }
    }
  }

  /**
   * @param table of values; empty for one that lies in the folder, if there is one
   * @param matrixOver what the positions of a matrix are
   * @param matrixAxis positions of a matrix that does not give them
   * @param wavelength in Å, for files that do not say it
   * @param units of properties whose heads give none, by name
   * @param strict whether the first pattern that cannot be used is an error
   */
  record Options(
      Optional<Path> table,
      DiffractionAxis matrixOver,
      Optional<MatrixAxis> matrixAxis,
      OptionalDouble wavelength,
      Map<String, String> units,
      Negative negative,
      String licence,
      boolean strict) {

    Options {
      units = Map.copyOf(units);
    }

    static Options standard() {
      return new Options(
          Optional.empty(),
          DiffractionAxis.TWO_THETA,
          Optional.empty(),
          OptionalDouble.empty(),
          Map.of(),
          Negative.REFUSE,
          "not stated",
          false);
    }

    Options withTable(Path other) {
      return new Options(
          Optional.of(other), matrixOver, matrixAxis, wavelength, units, negative, licence, strict);
    }

    Options withMatrixAxis(MatrixAxis other) {
      return new Options(
          table, matrixOver, Optional.of(other), wavelength, units, negative, licence, strict);
    }

    Options withWavelength(double other) {
      return new Options(
          table,
          matrixOver,
          matrixAxis,
          OptionalDouble.of(other),
          units,
          negative,
          licence,
          strict);
    }

    Options withUnits(Map<String, String> other) {
      return new Options(
          table, matrixOver, matrixAxis, wavelength, other, negative, licence, strict);
    }

    Options withNegative(Negative other) {
      return new Options(table, matrixOver, matrixAxis, wavelength, units, other, licence, strict);
    }

    Options withStrict(boolean other) {
      return new Options(
          table, matrixOver, matrixAxis, wavelength, units, negative, licence, other);
    }
  }

  private final Path source;
  private final Options options;
  private final List<PredictionTable.Refused> refused = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Map<String, String> sums = new TreeMap<>();

  private PatternFolder(Path source, Options options) {
    this.source = source;
    this.options = options;
  }

  /**
   * @param source a folder, a matrix, or one file with several patterns
   * @throws StudyException where fewer than ten patterns can be used, it is not clear what shall be
   *     read, or their axes have nothing in common
   */
  static PatternSet read(Path source, Options options, Progress progress) {
    if (!Files.exists(source)) {
      throw new StudyException(
          "There is no such file or folder.",
          Place.of(source.toString()),
          "Give a folder of patterns, or a CSV file with one on each line.");
    }
    return new PatternFolder(source, options).read(progress);
  }

  private PatternSet read(Progress progress) {
    FolderContents contents = FolderContents.of(source, options);
    warnings.addAll(contents.warnings());
    List<FoundPattern> found =
        contents.matrix().isPresent()
            ? new MatrixPatterns(contents.matrix().get(), contents.counting(), options, this).read()
            : new FilePatterns(source, contents.files(), this).read(progress);
    List<FoundPattern> sound =
        found.stream().filter(this::isSound).map(PatternFolder::withoutNegative).toList();
    requireEnough(sound.size());
    CommonAxis axis = CommonAxis.of(sound, options.wavelength(), this);
    SampleValues values = SampleValues.of(contents.table(), found, options, this);
    List<Pattern> patterns = values.patterns(axis.patterns());
    requireEnough(patterns.size());
    return set(patterns, values, axis.wavelength());
  }

  private PatternSet set(List<Pattern> patterns, SampleValues values, double wavelength) {
    long samples = patterns.stream().map(Pattern::group).distinct().count();
    String title = String.valueOf(source.toAbsolutePath().normalize().getFileName());
    return new PatternSet(
        slug(title),
        title,
        patterns.size()
            + " measured patterns"
            + (values.properties().isEmpty()
                ? ", of whose samples nothing is known."
                : " of " + samples + " different samples."),
        values.properties(),
        patterns,
        Optional.empty(),
        wavelength,
        new Origin(source.toString(), options.licence(), sum()),
        refused,
        warnings);
  }

  /** Notes that a file was read, for the sum over all. */
  void note(String name, String sha256) {
    sums.put(name, sha256);
  }

  void warn(String sentence) {
    warnings.add(sentence);
  }

  void refuse(String id, SuisekiException why) {
    refuse(id, why.what() + " " + why.mend(), why);
  }

  void refuse(String id, String what, String mend) {
    refuse(id, what + " " + mend, new StudyException(what, Place.of(id), mend));
  }

  private void refuse(String id, String reason, SuisekiException why) {
    if (options.strict()) {
      throw new StudyException(
          "'" + id + "': " + why.what(),
          why.place().orElse(Place.of(source.toString())),
          why.mend(),
          why);
    }
    refused.add(new PredictionTable.Refused(id, reason.strip()));
  }

  private boolean isSound(FoundPattern found) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    int lowest = 0;
    for (int i = 0; i < found.spectrum().length(); i++) {
      double value = found.spectrum().value(i);
      if (value < least) {
        least = value;
        lowest = i;
      }
      most = Math.max(most, value);
    }
    if (found.spectrum().length() < FEWEST) {
      refuse(
          found.id(),
          "It has " + found.spectrum().length() + " points.",
          "Give the whole pattern; at least " + FEWEST + " are needed.");
      return false;
    }
    if (least < 0 && options.negative() == Negative.REFUSE) {
      refuse(
          found.id(),
          String.format(
              Locale.ROOT,
              "Its intensity at %.6g %s is %.4g, and counts cannot be negative.",
              found.spectrum().axis().at(lowest),
              found.spectrum().axis().unit(),
              least),
          "If a background was taken away, say that negative ones are to count as 0.");
      return false;
    }
    if (!(most > 0)) {
      refuse(found.id(), "No intensity is above 0.", "Leave it out, or measure it again.");
      return false;
    }
    return true;
  }

  /** Only where they are to count as 0; else such a pattern was refused. */
  private static FoundPattern withoutNegative(FoundPattern found) {
    Spectrum spectrum = found.spectrum();
    double[] values = spectrum.values();
    boolean changed = false;
    for (int i = 0; i < values.length; i++) {
      changed |= values[i] < 0;
      values[i] = Math.max(0, values[i]);
    }
    return changed
        ? found.with(
            new Spectrum(
                spectrum.axis(), values, spectrum.quantity(), spectrum.unit(), spectrum.metadata()),
            found.wavelength())
        : found;
  }

  private void requireEnough(int usable) {
    if (usable < FEWEST) {
      throw new StudyException(
          usable
              + (usable == 1 ? " pattern" : " patterns")
              + " can be used, at least "
              + FEWEST
              + " are needed."
              + (refused.isEmpty()
                  ? ""
                  : " "
                      + refused.size()
                      + " refused; the first, '"
                      + refused.get(0).id()
                      + "': "
                      + refused.get(0).reason()),
          Place.of(source.toString()),
          refused.isEmpty() ? "Give more patterns." : "Give more patterns, or mend these.");
    }
  }

  /** Of all files read: of the lines "sha-256, two spaces, path" in the order of the paths. */
  private String sum() {
    MessageDigest digest = Sha256.digest();
    sums.forEach(
        (path, sum) -> digest.update((sum + "  " + path + "\n").getBytes(StandardCharsets.UTF_8)));
    return Sha256.hex(digest);
  }

  private static String slug(String title) {
    String slug =
        title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "patterns" : slug;
  }
}
