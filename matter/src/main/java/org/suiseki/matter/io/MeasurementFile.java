package org.suiseki.matter.io;

import java.util.List;

/**
 * What a file of spectra or diffraction patterns holds.
 *
 * @param format the name of the format it is in by its content, such as {@code xrdml}
 * @param description the format in words, such as {@code XRDML of PANalytical}
 * @param entries at least one, in the order of the file: a range, a scan or a data block each
 */
public record MeasurementFile(String format, String description, List<Measurement> entries) {

  public MeasurementFile {
    entries = List.copyOf(entries);
  }
}
