package org.suiseki.matter.io;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the raw data of GSAS (Larson and Von Dreele, LAUR 86-748, "Powder data files"): a title,
 * then for each bank a line {@code BANK number points records CONST start step 0 0 type} and its
 * points.
 *
 * <ul>
 *   <li>{@code STD}, also where no type is given: ten fields of eight columns on a line, the number
 *       of counters in two and the intensity in six; the deviation is the root of intensity over
 *       counters, and 1 for an intensity below 1.
 *   <li>{@code ESD}: five pairs of intensity and deviation on a line, in fields of eight columns.
 *   <li>{@code FXYE}, {@code FXY}: position, intensity and deviation on a line.
 * </ul>
 *
 * Positions are hundredths of a degree two-theta and come out as degrees; where they pass 18,000
 * they are times of flight in µs. Other binnings ({@code RALF}, {@code SLOG}, {@code TIME_MAP} and
 * others) are times of flight too; they are read from {@code FXYE} and {@code FXY}, where each
 * point has its own, and refused otherwise. A bank comes as its own range. The wavelength stands in
 * another file, unless a comment gives it.
 */
final class GsasReader implements SpectrumReader {
  private static final Pattern BANK = Pattern.compile("(?m)^BANK +\\d+ +\\d+ ");

  @Override
  public String format() {
    return "gsas";
  }

  @Override
  public String description() {
    return "raw data of GSAS (std, esd, fxye)";
  }

  @Override
  public boolean recognises(byte[] head, String source) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return text.contains("BANK") && BANK.matcher(text.replace('\r', '\n')).find();
  }

  @Override
  public List<Measurement> read(InputStream in, String source) {
    return new GsasBanks(PatternText.of(in, source)).read();
  }
}
