package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suiseki.matter.Element;
import org.suiseki.matter.MatterException;

/** The frames of an XYZ file, one after another. */
final class XyzFrames {
  private static final int MOST_ATOMS = 10_000_000;

  private final BoundedLines lines;

  XyzFrames(BoundedLines lines) {
    this.lines = lines;
  }

  List<XyzFrame> read() {
    List<XyzFrame> frames = new ArrayList<>();
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      if (!line.get().isBlank()) {
        frames.add(frame(count(line.get().strip())));
      }
    }
    return frames;
  }

  private int count(String text) {
    if (!text.matches("\\d{1,8}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > MOST_ATOMS) {
      throw new MatterException(
          "A frame starts with '" + text + "', expected its number of atoms.",
          lines.place(),
          "Start each frame with the number of its atoms and a comment line.");
    }
    return Integer.parseInt(text);
  }

  private XyzFrame frame(int count) {
    String comment = lines.next().orElseThrow(() -> cutOff(count, 0));
    List<Element> elements = new ArrayList<>();
    List<Double> positions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int read = i;
      String[] cells = lines.next().orElseThrow(() -> cutOff(count, read)).strip().split("\\s+");
      if (cells.length < 4) {
        throw new MatterException(
            "The line has " + cells.length + " column(s).",
            lines.place(),
            "Give element, x, y and z in Å.");
      }
      elements.add(element(cells[0]));
      for (int axis = 1; axis <= 3; axis++) {
        positions.add(DecimalNumber.parse(cells[axis], "coordinate", lines.place()));
      }
    }
    return new XyzFrame(elements, positions, comment);
  }

  private Element element(String text) {
    return Element.ofSymbol(text)
        .orElseThrow(() ->
            new MatterException(
                "'" + text + "' is no element.",
                lines.place(),
                "Write the symbol, as in C or Fe."));
  }

  private MatterException cutOff(int expected, int found) {
    return new MatterException(
        "The file ends after " + found + " of " + expected + " atoms of a frame.",
        lines.place(),
        "Give the whole file.");
  }
}
