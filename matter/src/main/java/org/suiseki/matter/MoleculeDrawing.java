package org.suiseki.matter;

import java.awt.Color;
import java.util.Map;
import org.openscience.cdk.depict.Depiction;
import org.openscience.cdk.depict.DepictionGenerator;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.renderer.color.IAtomColorer;

/**
 * Structural formulas as SVG elements to put into a page: no XML prolog, no ids (several may stand
 * in one page), no background, letters as outlines. Bonds and carbon take the colour of the text
 * around ({@code currentColor}); the other elements have colours of their own, with a contrast of
 * at least 3:1 to white and to near-black.
 *
 * <p>Needs no display, but at least one font on the system.
 */
final class MoleculeDrawing {
  /**
   * Bonds are about 57 pixels long unless the molecule is too large for that, so that six heavy
   * atoms fill most of a drawing of 220 by 160 and one or two do not look like a giant.
   */
  private static final double ZOOM = 2.2;

  private static final Color TEXT = new Color(0, 0, 0);
  private static final Color OTHER = new Color(0x8f6fd6);
  private static final Map<Element, Color> COLOURS =
      Map.of(
          Element.N, new Color(0x4477ee),
          Element.O, new Color(0xdd4040),
          Element.F, new Color(0x2a9455),
          Element.Cl, new Color(0x2a9455),
          Element.Br, new Color(0xb06030),
          Element.I, new Color(0x9955cc),
          Element.S, new Color(0xa37b00),
          Element.P, new Color(0xcc6611));

  private MoleculeDrawing() {}

  /**
   * @param graph laid out and changed
   * @param title what a screen reader says
   */
  static String svg(IAtomContainer graph, String title, int width, int height) {
    if (width < 1 || height < 1) {
      throw new MatterException(
          "A drawing of " + width + " by " + height + " pixels is impossible.",
          "Give positive sizes.");
    }
    try {
      String svg =
          new DepictionGenerator()
              .withZoom(ZOOM)
              .withSize(width, height)
              .withAtomColors(new Palette())
              .withBackgroundColor(new Color(0, 0, 0, 0))
              .depict(graph)
              .toSvgStr(Depiction.UNITS_PX);
      return inPage(svg, title);
    } catch (CDKException e) {
      throw new MatterException(
          "The molecule " + title + " cannot be drawn: " + e.getMessage() + ".",
          null,
          "Leave it out.",
          e);
    }
  }

  private static String inPage(String svg, String title) {
    return svg.substring(svg.indexOf("<svg"))
        .replaceFirst(
            "<svg[^>]*?(width='[^']*')\\s+(height='[^']*')\\s+(viewBox='[^']*')[^>]*>",
            "<svg xmlns='http://www.w3.org/2000/svg' role='img' $1 $2 $3><title>"
                + escaped(title)
                + "</title>")
        .replaceFirst("<desc>.*?</desc>", "")
        .replaceFirst("<rect [^>]*/>", "")
        .replaceAll(" (id|class)='[^']*'", "")
        .replaceAll("#000000", "currentColor")
        .replaceAll(">\\s+<", "><")
        .strip();
  }

  private static String escaped(String text) {
    // The second argument of replaceFirst gives $ and \ a meaning.
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("\\", "\\\\")
        .replace("$", "\\$");
  }

  /** Readable on light and dark pages. */
  private static final class Palette implements IAtomColorer {
    @Override
    public Color getAtomColor(IAtom atom) {
      return switch (atom.getAtomicNumber()) {
        // 0 is the mark of a repeat unit.
        case 0, 1, 6 -> TEXT;
        default -> COLOURS.getOrDefault(Element.values()[atom.getAtomicNumber() - 1], OTHER);
      };
    }

    @Override
    public Color getAtomColor(IAtom atom, Color fallback) {
      return getAtomColor(atom);
    }
  }
}
