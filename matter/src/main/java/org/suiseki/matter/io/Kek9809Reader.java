package org.suiseki.matter.io;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suiseki.matter.Axis;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;
import org.suiseki.matter.Spectrum;

/**
 * Reads the format 9809 of X-ray absorption at the Photon Factory, SPring-8, SAGA-LS and AichiSR:
 * angles of the monochromator and counts of detectors, below a head with its spacing D and a line
 * of modes, in which 1 is the beam before the sample, 2 behind it and 3 fluorescence. One
 * measurement for each column of mode 2, ln(I0/I), and of mode 3, I/I0.
 *
 * <p>Energies are hc/(2 D sin θ) of the observed angles, with hc as in CODATA 2018. The offsets
 * that the file notes are not taken off, as its other readers leave them too; {@code metadata} has
 * them.
 */
final class Kek9809Reader implements SpectrumReader {
  private static final int LONGEST_LINE = 1 << 16;
  private static final int MOST_HEAD = 1_000;

  /** In eV Å. */
  private static final double HC = 12398.419843320026;

  private static final Pattern START =
      Pattern.compile("\\s*9809\\s+(KEK-PF|SPring-?8|SAGA-LS|AichiSR)\\b[^\\n]*", Pattern.DOTALL);

  private static final Pattern SPACING = Pattern.compile("\\bD= *(\\d{1,2}\\.\\d{1,10}) *A\\b");

  /** Columns before the detectors: the angle set, the angle observed, the time. */
  private static final int BEFORE = 3;

  private static final int ANGLE = 1;

  /** In a row of what is kept, before the detectors. */
  private static final int ENERGIES = 2;

  /** Of the energies set and observed, in eV. */
  private static final double FAR_APART = 1;

  @Override
  public String format() {
    return "kek-9809";
  }

  @Override
  public String description() {
    return "9809 of the Photon Factory and SPring-8";
  }

  @Override
  public boolean recognises(byte[] head, String source) {
    return START.matcher(new String(head, StandardCharsets.ISO_8859_1)).lookingAt();
  }

  /**
   * What stands above the numbers.
   *
   * @param spacing of the monochromator's planes in Å
   * @param modes of the detectors
   */
  private record Head(double spacing, List<String> modes, Map<String, String> metadata) {}

  @Override
  public List<Measurement> read(InputStream in, String source) {
    try (BoundedLines lines = BoundedLines.lenient(in, source, LONGEST_LINE)) {
      Head head = head(lines);
      MeasuredRows rows = rows(lines, head, source);
      rows.rise(0, "energy");
      return measurements(head, rows, source);
    }
  }

  private static Head head(BoundedLines lines) {
    Map<String, String> metadata = new HashMap<>();
    List<String> modes = List.of();
    double spacing = 0;
    StringBuilder comment = new StringBuilder();
    for (int i = 0; i < MOST_HEAD; i++) {
      String line =
          lines
              .next()
              .orElseThrow(() ->
                  new MatterException(
                      "The head ends before the line of offsets.",
                      lines.place(),
                      "Give the whole file; was it cut off?"))
              .strip();
      Matcher told = SPACING.matcher(line);
      spacing = told.find() ? Double.parseDouble(told.group(1)) : spacing;
      if (line.startsWith("Mode")) {
        List<String> words = List.of(line.split("\\s+"));
        modes = words.subList(Math.min(BEFORE, words.size()), words.size());
      } else if (line.startsWith("Offset")) {
        metadata.put("Offset", line.substring("Offset".length()).strip());
        metadata.put("comment", comment.toString().strip());
        return checked(new Head(spacing, modes, metadata), lines.place());
      } else {
        comment.append(line).append('\n');
      }
    }
    throw new MatterException(
        "There is no line of offsets in the head.", lines.place(), "Give the file as measured.");
  }

  private static Head checked(Head head, Place place) {
    if (!(head.spacing > 0)) {
      throw new MatterException(
          "The head gives no spacing D of the monochromator.",
          place,
          "Complete the line, such as 'Mono : SI(111) D= 3.13551 A'.");
    }
    if (!head.modes.contains("1") || !(head.modes.contains("2") || head.modes.contains("3"))) {
      throw new MatterException(
          "The modes of the detectors are " + Shown.text(head.modes.toString()) + ".",
          place,
          "Give one of mode 1, the beam before the sample, and one of mode 2 or 3.");
    }
    return head;
  }

  /** Energies, the energies that were set, then the detectors. */
  private static MeasuredRows rows(BoundedLines lines, Head head, String source) {
    int width = BEFORE + head.modes.size();
    MeasuredRows rows = new MeasuredRows(source, ENERGIES + head.modes.size());
    NumberLine numbers = new NumberLine(lines);
    double[] row = new double[width];
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      if (line.get().isBlank() || line.get().charAt(0) == '\u001a') {
        continue;
      }
      numbers.start(line.get());
      for (int i = 0; i < width; i++) {
        if (!numbers.next()) {
          throw new MatterException(
              "The line has " + i + " numbers; there are " + width + " columns.",
              lines.place(),
              "Complete the line; was the file cut off?");
        }
        row[i] = numbers.number("number in column " + (i + 1));
      }
      double[] kept = new double[ENERGIES + head.modes.size()];
      kept[0] = energy(row[ANGLE], head, lines.place());
      kept[1] = energy(row[0], head, lines.place());
      System.arraycopy(row, BEFORE, kept, ENERGIES, head.modes.size());
      rows.add(kept, lines.line());
    }
    return rows;
  }

  private static double energy(double angle, Head head, Place place) {
    if (!(angle > 0 && angle < 90)) {
      throw new MatterException(
          "The angle of the monochromator is " + angle + ".",
          place,
          "Give degrees above 0 and below 90.");
    }
    return HC / (2 * head.spacing * Math.sin(Math.toRadians(angle)));
  }

  private static List<String> warnings(MeasuredRows rows) {
    List<String> warnings = new ArrayList<>();
    warnings.add("The offsets of the detectors are not taken off.");
    double most = 0;
    for (int i = 0; i < rows.size(); i++) {
      most = Math.max(most, Math.abs(rows.at(i, 1) - rows.at(i, 0)));
    }
    if (most > FAR_APART) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "The energies are those of the angles observed, which differ by up to %.1f eV from"
                  + " those set.",
              most));
    }
    return warnings;
  }

  private static List<Measurement> measurements(Head head, MeasuredRows rows, String source) {
    Axis axis = new Axis("energy", "eV", rows.column(0));
    int before = ENERGIES + head.modes.indexOf("1");
    List<Measurement> all = new ArrayList<>();
    for (int i = 0; i < head.modes.size(); i++) {
      boolean behind = head.modes.get(i).equals("2");
      if (!behind && !head.modes.get(i).equals("3")) {
        continue;
      }
      double[] values = new double[rows.size()];
      for (int k = 0; k < values.length; k++) {
        values[k] = absorption(rows.at(k, before), rows.at(k, ENERGIES + i), behind, rows.place(k));
      }
      Map<String, String> metadata = new HashMap<>(head.metadata);
      metadata.put("absorption", behind ? "ln(i0/itrans)" : "ifluor/i0");
      all.add(
          new Measurement(
              FileName.of(source),
              Measurement.Kind.XRAY_ABSORPTION,
              new Spectrum(axis, values, "absorption", "1", Map.of()),
              new double[0],
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              metadata,
              Place.of(source),
              warnings(rows)));
    }
    return all;
  }

  private static double absorption(double before, double after, boolean behind, Place place) {
    double value = behind ? Math.log(before / after) : after / before;
    if (!Double.isFinite(value)) {
      throw new MatterException(
          "No absorption follows from intensities of " + before + " and " + after + ".",
          place,
          "Leave the line out.");
    }
    return value;
  }
}
