package org.suiseki.matter.io;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What spectra and patterns are written as; the texts are the names at the command line. */
public enum MeasurementFormat {
  /**
   * Columns parted by blanks under comments that name the axis, wavelength, counting time and
   * metadata; each range begins with its own comments.
   */
  XY("xy"),
  /** One line of heads and columns parted by commas; holds one range, and no metadata. */
  CSV("csv"),
  /** One JSON object for each range, with all that is known of it. */
  JSON_LINES("jsonl"),
  /** XAFS Data Interchange 1.0; holds one X-ray absorption spectrum. */
  XDI("xdi"),
  /** EMSA/MAS, ISO 22029; holds one spectrum. */
  MSA("msa");

  private final String text;

  MeasurementFormat(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** Whether one file may hold several ranges. */
  public boolean holdsSeveral() {
    return this == XY || this == JSON_LINES;
  }

  /**
   * The format of this name, or of a file name that ends so, also before {@code .gz}, in any case;
   * empty for others.
   */
  public static Optional<MeasurementFormat> ofName(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    String plain = small.endsWith(".gz") ? small.substring(0, small.length() - 3) : small;
    String end = plain.substring(plain.lastIndexOf('.') + 1);
    return Arrays.stream(values()).filter(format -> format.text.equals(end)).findFirst();
  }
}
