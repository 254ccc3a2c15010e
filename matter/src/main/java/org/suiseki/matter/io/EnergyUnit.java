package org.suiseki.matter.io;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/** The units an energy axis may come in. */
final class EnergyUnit {
  private static final Pattern WORD =
      Pattern.compile("(?<!\\p{L})k?eV(?!\\p{L})", Pattern.CASE_INSENSITIVE);

  private EnergyUnit() {}

  /**
   * The unit that a head names, in brackets or as the word itself, such as {@code energy [eV]} and
   * {@code E_keV}.
   */
  static Optional<String> ofHead(String head) {
    Matcher word = WORD.matcher(head);
    return PropertyColumn.parse(head)
        .map(PropertyColumn::unit)
        .or(() -> word.find() ? Optional.of(word.group()) : Optional.empty());
  }

  /**
   * What to multiply by to get eV.
   *
   * @param unit eV where absent
   */
  static double toElectronvolt(Optional<String> unit, Place place) {
    return switch (unit.orElse("eV").strip().toLowerCase(Locale.ROOT)) {
      case "ev" -> 1;
      case "kev" -> 1000;
      default ->
          throw new MatterException(
              "The energies are in '" + unit.orElse("") + "'.", place, "Give them in eV or keV.");
    };
  }
}
