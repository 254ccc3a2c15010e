package org.suiseki.matter.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * Reads RASX, the zip archive of Rigaku's SmartLab Studio: each {@code DataN/ProfileN.txt} in it is
 * one measurement, described by the conditions beside it.
 *
 * <p>Intensities are the second column as written; where the third, the factor of the attenuator,
 * is not 1, a warning says so.
 */
final class RasxReader implements SpectrumReader {
  private static final int LONGEST_LINE = 1 << 16;

  private static final Pattern PROFILE = Pattern.compile("(.*/)?Data(\\d{1,9})/Profile\\d+\\.txt");

  /** The instrument's own spelling has no a. */
  private static final Pattern CONDITIONS =
      Pattern.compile("(.*/)?Data(\\d{1,9})/Mea?surementConditions\\d+\\.xml");

  @Override
  public String format() {
    return "rasx";
  }

  @Override
  public String description() {
    return "RASX of Rigaku";
  }

  @Override
  public boolean recognises(byte[] head, String source) {
    return ZipEntries.begins(head)
        && (ZipEntries.firstName(head).matches("Data\\d+/.*")
            || ZipEntries.shows(head, "surementConditions")
            || source.toLowerCase(Locale.ROOT).endsWith(".rasx"));
  }

  @Override
  public List<Measurement> read(InputStream in, String source) {
    Map<Integer, RasxProfile> profiles = new TreeMap<>();
    Map<Integer, RasxConditions> conditions = new TreeMap<>();
    ZipEntries.each(
        in,
        source,
        (name, content, place) -> {
          Matcher profile = PROFILE.matcher(name);
          Matcher condition = CONDITIONS.matcher(name);
          if (profile.matches()) {
            profiles.put(Integer.valueOf(profile.group(2)), RasxProfile.read(content, place));
          } else if (condition.matches()) {
            RasxConditions found = new RasxConditions();
            XmlWalk.through(content, place, found);
            conditions.put(Integer.valueOf(condition.group(2)), found);
          }
        });
    if (profiles.isEmpty()) {
      throw new MatterException(
          "This is an archive of Rigaku, but no Data…/Profile….txt is in it.",
          Place.of(source),
          "Give a scan; images and maps are not read.");
    }
    List<Measurement> found = new ArrayList<>();
    profiles.forEach((number, profile) -> {
      String suffix = profiles.size() > 1 ? " range " + (number + 1) : "";
      RasxConditions beside = conditions.getOrDefault(number, new RasxConditions());
      found.add(profile.measurement(beside, FileName.of(source), suffix));
    });
    return found;
  }

  /** The rows of a profile: position, intensity, factor of the attenuator. */
  private record RasxProfile(double[] positions, double[] values, int attenuated, Place place) {

    static RasxProfile read(InputStream content, String source) throws IOException {
      byte[] text = content.readNBytes(ZipEntries.LARGEST);
      NumberList numbers = new NumberList("values of the profile");
      int width = 0;
      int rows = 0;
      BoundedLines lines = new BoundedLines(new ByteArrayInputStream(text), source, LONGEST_LINE);
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        numbers.append(line.get(), lines::place);
        numbers.finish(lines::place);
        int ofRow = numbers.size() - rows * width;
        if (ofRow == 0) {
          continue;
        }
        if (rows == 0) {
          width = ofRow;
        }
        if (ofRow != width || width < 2) {
          throw new MatterException(
              "The row has "
                  + ofRow
                  + " columns"
                  + (rows == 0 ? "." : ", those before " + width + "."),
              lines.place(),
              "Give a position, an intensity and the attenuator's factor in each row.");
        }
        rows++;
      }
      return of(numbers, rows, width, Place.of(source));
    }

    private static RasxProfile of(NumberList numbers, int rows, int width, Place place) {
      double[] positions = new double[rows];
      double[] values = new double[rows];
      int attenuated = 0;
      for (int i = 0; i < rows; i++) {
        positions[i] = numbers.at(i * width);
        values[i] = numbers.at(i * width + 1);
        attenuated += width > 2 && numbers.at(i * width + 2) != 1 ? 1 : 0;
      }
      return new RasxProfile(positions, values, attenuated, place);
    }

    Measurement measurement(RasxConditions conditions, String file, String suffix) {
      List<String> warnings = new ArrayList<>();
      if (attenuated > 0) {
        warnings.add(
            "An attenuator was in the beam at "
                + attenuated
                + " points; intensities are as written.");
      }
      return new Measurement(
          conditions.sample().orElse(file) + suffix,
          Measurement.Kind.DIFFRACTION,
          ScanRange.spectrum(
              conditions.axis(),
              conditions.unit(),
              positions,
              values,
              conditions.valueUnit(),
              warnings,
              place),
          new double[0],
          conditions.lines().mean(warnings),
          conditions.countingTime(),
          conditions.metadata(),
          place,
          warnings);
    }
  }
}
