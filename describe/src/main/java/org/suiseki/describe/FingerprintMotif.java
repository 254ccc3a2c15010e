package org.suiseki.describe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One motif of the "ops" fingerprint, from {@code fingerprint-motifs.csv} beside this class, which
 * names the sources of the constants.
 *
 * @param coordination the number of neighbours it is for
 */
record FingerprintMotif(int coordination, String name, OrderParameter order) {
  private static final int CELLS = 4;

  /** All of the table, by rising coordination number. */
  static List<FingerprintMotif> all() {
    try (InputStream in =
            Objects.requireNonNull(
                FingerprintMotif.class.getResourceAsStream("fingerprint-motifs.csv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<FingerprintMotif> motifs = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (Character.isDigit(line.charAt(0))) {
          motifs.add(of(line.split(",", CELLS)));
        }
      }
      return List.copyOf(motifs);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static FingerprintMotif of(String[] cells) {
    Map<String, Double> constants = new HashMap<>();
    for (String constant : cells[3].split(" ", -1)) {
      int equals = constant.indexOf('=');
      if (equals > 0) {
        constants.put(
            constant.substring(0, equals), Double.valueOf(constant.substring(equals + 1)));
      }
    }
    return new FingerprintMotif(Integer.parseInt(cells[0]), cells[1], order(cells[2], constants));
  }

  private static OrderParameter order(String form, Map<String, Double> constants) {
    return switch (form) {
      case "single" -> new OrderParameter.Single();
      case "bent" -> new OrderParameter.Bent(get(constants, "target"), get(constants, "width"));
      case "angle" -> polar(PolarOrder.Targets.ANGLE, constants);
      case "pentagon" -> polar(PolarOrder.Targets.PENTAGON, constants);
      case "hexagon" -> polar(PolarOrder.Targets.HEXAGON, constants);
      case "cube" ->
          new CubeOrder(
              get(constants, "pole-from"),
              get(constants, "pole-width"),
              get(constants, "pole-weight"));
      case "cuboctahedron" -> cuboctahedron(constants);
      case "bond order" -> new OrderParameter.BondOrder((int) get(constants, "degree"));
      default -> throw new IllegalStateException("No order parameter has the form " + form + ".");
    };
  }

  private static OrderParameter polar(PolarOrder.Targets targets, Map<String, Double> constants) {
    Double azimuthBelow = constants.get("azimuth-below");
    return new PolarOrder(
        targets,
        get(constants, "target"),
        get(constants, "width"),
        constants.getOrDefault("pole-from", 2.0),
        constants.getOrDefault("pole-width", 0.0),
        azimuthBelow == null ? -2 : Math.cos(Math.PI * azimuthBelow),
        (int) get(constants, "folds"));
  }

  private static OrderParameter cuboctahedron(Map<String, Double> constants) {
    return new CuboctahedronOrder(
        get(constants, "low"),
        get(constants, "high"),
        get(constants, "width"),
        get(constants, "side-width"),
        get(constants, "pole-from"),
        get(constants, "pole-width"));
  }

  private static double get(Map<String, Double> constants, String name) {
    return Objects.requireNonNull(constants.get(name), name);
  }
}
