package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suiseki.matter.Element;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

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
        frames.add(frame(count(line.get().strip(), lines.place())));
      }
    }
    return frames;
  }

  /** The number of atoms that begins a frame. */
  static int count(String text, Place place) {
    if (!text.matches("\\d{1,8}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > MOST_ATOMS) {
      throw new MatterException(
          "A frame starts with '" + Shown.text(text) + "', expected its number of atoms.",
          place,
          "Start each frame with the number of its atoms and a comment line.");
    }
    return Integer.parseInt(text);
  }

  private XyzFrame frame(int count) {
    String comment = lines.next().orElseThrow(() -> cutOff(count, 0, lines.place()));
    List<Element> elements = new ArrayList<>();
    List<Double> positions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int read = i;
      String[] cells =
          lines
              .next()
              .orElseThrow(() -> cutOff(count, read, lines.place()))
              .strip()
              .split("\\s+", -1);
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
    return Element.ofSymbol(text).orElseThrow(() -> AtomName.unknown(text, lines.place()));
  }

  static MatterException cutOff(int expected, int found, Place place) {
    return new MatterException(
        "The file ends after " + found + " of " + expected + " atoms of a frame.",
        place,
        "Give the whole file.");
  }
}
