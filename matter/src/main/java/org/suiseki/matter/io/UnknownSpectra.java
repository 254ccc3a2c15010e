package org.suiseki.matter.io;

import java.util.List;
import org.suiseki.matter.MatterException;

/**
 * What {@link CoreLossReader#readSpectra} found.
 *
 * @param spectra at least one, in the order of the source, each with an id of its own
 * @param rejected the rows and spectra that could not be used, each with file, where known line,
 *     and mend
 * @param source where they came from
 */
public record UnknownSpectra(
    List<UnknownSpectrum> spectra, List<MatterException> rejected, String source) {

  public UnknownSpectra {
    spectra = List.copyOf(spectra);
    rejected = List.copyOf(rejected);
  }
}
