package org.suiseki.matter.io;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads spectra and patterns written as columns of numbers: {@code .xy}, {@code .xye}, {@code
 * .csv}, {@code .txt}, {@code .dat} and others.
 *
 * <p>Blanks, tabs, commas or semicolons part the columns; with blanks, tabs and semicolons numbers
 * may have a decimal comma. Lines above the numbers, and lines that begin with {@code # ! ; % ' *
 * / @}, are heads and comments: they name axis and unit ({@code 2theta}, {@code Energy (eV)},
 * {@code Q (1/nm)}), wavelength and counting time. Without a name, numbers that can be angles are
 * taken as two-theta in degrees, with a warning. The first column is the axis, the second the
 * values, unless another is named as them; a column named as a deviation, or the third of {@code
 * .xye} and {@code .xys}, gives deviations. Where positions begin again under new comments, a new
 * range begins.
 *
 * <p>About 25 ns a number.
 */
final class ColumnsReader implements SpectrumReader {
  /** How scripts, XML and JSON begin. */
  private static final Pattern OTHER = Pattern.compile("\\s*(#!|<|\\{|\\[\\s*[\\[{\"\\d-])");

  /** So many more rows of numbers than other lines tell. */
  private static final int ENOUGH = 50;

  @Override
  public String format() {
    return "columns";
  }

  @Override
  public String description() {
    return "columns of numbers (xy, xye, csv, txt, dat)";
  }

  @Override
  public boolean recognises(byte[] head, String source) {
    if (CrystalContent.isBinary(head) || OTHER.matcher(start(head)).lookingAt()) {
      return false;
    }
    PatternText text = PatternText.ofHead(head);
    ColumnLayout layout = ColumnLayout.of(text);
    int[] bounds = new int[4];
    int rows = 0;
    int others = 0;
    int comments = 0;
    while (rows < others + ENOUGH && text.next() && (!text.open() || head.length < HEAD)) {
      byte first = text.first();
      if (first == 0) {
        continue;
      }
      if (layout.isRow(text, bounds)) {
        rows++;
      } else if (ColumnRows.isComment(first)) {
        comments++;
      } else {
        others += rows > 0 ? 1 : 0;
      }
    }
    boolean headOnly = rows == 0 && comments > 0 && head.length == HEAD;
    return headOnly
        || rows > others && !CrystalContent.isAtoms(new String(head, StandardCharsets.ISO_8859_1));
  }

  private static String start(byte[] head) {
    return new String(head, 0, Math.min(head.length, 200), StandardCharsets.ISO_8859_1);
  }

  @Override
  public List<Measurement> read(InputStream in, String source) {
    String name = FileName.of(source).toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
    boolean deviations = name.matches(".*\\.(xye|xys|xyerr)");
    return new ColumnRows(PatternText.of(in, source), deviations).read();
  }
}
