package org.suiseki.matter.io;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.suiseki.matter.MatterException;

/**
 * Reads XDI, the XAFS Data Interchange format 1.0 (Ravel and others, J. Phys. Conf. Ser. 712,
 * 012148, 2016, 10.1088/1742-6596/712/1/012148): one measurement for each absorption it holds.
 *
 * <p>Absorption columns (mutrans, mufluor, murefer, and those of other programs, xmu and mu) are
 * taken as they are; an absorption that is not there is computed from its intensities, and {@code
 * metadata} says how. Energies in keV become eV; a column without a unit keeps its numbers, with
 * the unit {@code unknown} and a warning. Header lines that are none are kept as comments.
 */
final class XdiReader implements SpectrumReader {
  /** 1 MiB. */
  private static final int LONGEST_LINE = 1 << 20;

  private static final Pattern VERSION = Pattern.compile("\\s*#\\s*XDI/(\\S+)\\s*(.*)");

  @Override
  public String format() {
    return "xdi";
  }

  @Override
  public String description() {
    return "XDI, XAFS Data Interchange";
  }

  @Override
  public boolean recognises(byte[] head, String source) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    String mark = "\u00EF\u00BB\u00BF";
    first = first.startsWith(mark) ? first.substring(mark.length()) : first;
    return VERSION.matcher(first.strip()).matches();
  }

  @Override
  public List<Measurement> read(InputStream in, String source) {
    try (BoundedLines lines = BoundedLines.lenient(in, source, LONGEST_LINE)) {
      XdiHeader header = new XdiHeader(lines);
      Optional<String> line = header.read(VERSION);
      MeasuredRows rows = rows(lines, line, source);
      return new XdiColumns(header, rows, source).measurements();
    }
  }

  private static MeasuredRows rows(BoundedLines lines, Optional<String> first, String source) {
    NumberLine numbers = new NumberLine(lines);
    MeasuredRows rows = new MeasuredRows(source, 1);
    double[] row = new double[16];
    for (Optional<String> line = first; line.isPresent(); line = lines.next()) {
      String text = line.get();
      if (text.isBlank() || text.stripLeading().startsWith("#")) {
        continue;
      }
      numbers.start(text);
      int width = 0;
      while (numbers.next()) {
        row = width == row.length ? Arrays.copyOf(row, 2 * width) : row;
        row[width] = numbers.numberOrNaN("number in column " + (width + 1));
        width++;
      }
      if (rows.size() == 0) {
        rows = new MeasuredRows(source, Math.max(width, 1));
      } else if (width != rows.width()) {
        throw new MatterException(
            "The line has " + width + " numbers; the lines before it have " + rows.width() + ".",
            lines.place(),
            "Complete the line; was the file cut off?");
      }
      rows.add(row, lines.line());
    }
    return rows;
  }
}
