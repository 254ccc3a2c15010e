package org.suiseki.matter.io;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * Reads powder patterns from CIF (pdCIF; Toby, International Tables G 3.3 and 4.2): of each data
 * block the loop with measured intensities, or else with processed, or else with calculated ones.
 *
 * <p>Positions are those of the loop (two-theta, d, Q, time of flight), or else the range of
 * two-theta that belongs to the intensities. Deviations are the uncertainties in brackets. Points
 * without intensity are left out, with a warning. The wavelength is the mean of the listed ones by
 * their weights; where a block has none and the file lists one alone, that one, with a warning.
 */
final class PowderCifReader implements SpectrumReader {
  private static final int LONGEST_LINE = 16 << 20;

  private static final Pattern START =
      Pattern.compile("(?im)^[ \t]{0,80}(data_\\S|#\\\\#CIF_|_pd_)");

  @Override
  public String format() {
    return "pdcif";
  }

  @Override
  public String description() {
    return "powder patterns in CIF";
  }

  @Override
  public boolean recognises(byte[] head, String source) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return text.indexOf('_') >= 0
        && !CrystalContent.isBinary(head)
        && START.matcher(text.replace('\r', '\n')).find();
  }

  @Override
  public List<Measurement> read(InputStream in, String source) {
    CifWarnings warnings = new CifWarnings();
    List<PowderCifBlock> blocks = blocks(in, source, warnings);
    OptionalDouble only = onlyWavelength(blocks);
    List<Measurement> ranges = new ArrayList<>();
    for (PowderCifBlock block : blocks) {
      block.measurement(source, only, warnings).ifPresent(ranges::add);
    }
    if (ranges.isEmpty()) {
      throw new MatterException(
          "This is a CIF of " + blocks.size() + " block(s), and none holds a powder pattern.",
          Place.of(source),
          "Give a CIF with a loop of _pd_meas_counts_total or _pd_meas_intensity_total; crystals"
              + " are read by other commands.");
    }
    return ranges;
  }

  private static OptionalDouble onlyWavelength(List<PowderCifBlock> blocks) {
    double[] all =
        blocks.stream()
            .flatMapToDouble(block -> block.wavelength().stream())
            .distinct()
            .limit(2)
            .toArray();
    return all.length == 1 ? OptionalDouble.of(all[0]) : OptionalDouble.empty();
  }

  private static List<PowderCifBlock> blocks(InputStream in, String source, CifWarnings warnings) {
    CifTokens tokens =
        new CifTokens(BoundedLines.lenient(in, source, LONGEST_LINE), source, warnings);
    List<PowderCifBlock> blocks = new ArrayList<>();
    PowderCifBlock block = new PowderCifBlock("", Place.line(source, 1));
    String waiting = "";
    boolean inLoop = false;
    for (CifTokens.Kind kind = tokens.next(); kind != CifTokens.Kind.END; kind = tokens.next()) {
      switch (kind) {
        case DATA -> {
          block = new PowderCifBlock(tokens.text(), Place.line(source, tokens.line()));
          blocks.add(block);
          inLoop = false;
          waiting = "";
        }
        case LOOP -> {
          inLoop = true;
          waiting = "";
          block.beginLoop();
        }
        case TAG -> {
          String tag = CifTag.normal(tokens);
          inLoop = inLoop && block.addHead(tag);
          waiting = inLoop ? "" : tag;
          tokens.keepFields = false;
        }
        case VALUE -> {
          if (inLoop) {
            block.addValue(tokens);
          } else if (!waiting.isEmpty()) {
            block.addItem(waiting, tokens);
            waiting = "";
          }
        }
        default -> {
          inLoop = false;
          waiting = "";
        }
      }
    }
    return blocks;
  }
}
