package org.suiseki.matter.io;

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
  JSON_LINES("jsonl");

  private final String text;

  MeasurementFormat(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
