package org.suiseki.study.xrd;

import java.util.List;
import java.util.OptionalDouble;
import org.suiseki.matter.Spectrum;

/**
 * A pattern as a person's file holds it, before anything is known of its sample.
 *
 * @param id unique in the set
 * @param names under which a table may speak of it
 * @param row which line of a matrix it is, from 0; −1 where it is a file of its own
 * @param file where it comes from, as a person names it
 * @param wavelength in Å, where the file says it
 */
record FoundPattern(
    String id,
    List<String> names,
    int row,
    String file,
    Spectrum spectrum,
    OptionalDouble wavelength) {

  FoundPattern with(Spectrum other, OptionalDouble otherWavelength) {
    return new FoundPattern(id, names, row, file, other, otherWavelength);
  }
}
