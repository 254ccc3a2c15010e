package org.suiseki.matter.io;

import java.util.Locale;

/** What a unit of JCAMP-DX says: the quantity, and the unit as this library writes it. */
record JcampUnit(String name, String unit) {

  /** Units that the format does not name stay as written. */
  static JcampUnit ofAbscissa(String written) {
    return switch (written.toUpperCase(Locale.ROOT)) {
      case "1/CM" -> new JcampUnit("wavenumber", "1/cm");
      case "NANOMETERS", "NM" -> new JcampUnit("wavelength", "nm");
      case "MICROMETERS" -> new JcampUnit("wavelength", "µm");
      case "SECONDS" -> new JcampUnit("time", "s");
      case "HZ" -> new JcampUnit("frequency", "Hz");
      case "PPM" -> new JcampUnit("chemical shift", "ppm");
      case "M/Z" -> new JcampUnit("m/z", "1");
      case "EV" -> new JcampUnit("energy", "eV");
      case "" -> new JcampUnit("x", "unknown");
      default -> new JcampUnit("x", written);
    };
  }

  /** A quantity without a unit has the unit 1. */
  static JcampUnit ofOrdinate(String written) {
    return switch (written.toUpperCase(Locale.ROOT)) {
      case "TRANSMITTANCE", "REFLECTANCE", "ABSORBANCE", "KUBELKA-MUNK" ->
          new JcampUnit(written.toLowerCase(Locale.ROOT), "1");
      case "COUNTS" -> new JcampUnit("intensity", "counts");
      case "ARBITRARY UNITS", "RELATIVE ABUNDANCE", "RELATIVE INTENSITY" ->
          new JcampUnit("intensity", "arbitrary");
      case "" -> new JcampUnit("intensity", "unknown");
      default -> new JcampUnit(written.toLowerCase(Locale.ROOT), "unknown");
    };
  }
}
