package org.suiseki.matter.io;

import java.util.Optional;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** The units an energy axis may come in. */
final class EnergyUnit {
  private EnergyUnit() {}

  /**
   * What to multiply by to get eV.
   *
   * @param unit eV where absent
   */
  static double toElectronvolt(Optional<String> unit, Place place) {
    return switch (unit.orElse("eV").strip()) {
      case "eV", "ev" -> 1;
      case "keV", "kev" -> 1000;
      default ->
          throw new MatterException(
              "The energies are in '" + unit.orElse("") + "'.", place, "Give them in eV or keV.");
    };
  }
}
