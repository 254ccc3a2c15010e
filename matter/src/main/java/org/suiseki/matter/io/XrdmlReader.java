package org.suiseki.matter.io;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * Reads XRDML, the XML of PANalytical (now Malvern Panalytical) diffractometers, schemas 1.0 to
 * 2.x: each scan is one measurement.
 *
 * <p>The axis is 2θ where it moves, else the one that was scanned. {@code counts}, which schema 2
 * writes as the detector gave them, are multiplied by the attenuation factors; {@code intensities}
 * contain them already. The wavelength is the mean of Kα1 and Kα2 by the file's ratio. A file is
 * read in one pass, in memory for its numbers alone.
 */
final class XrdmlReader implements SpectrumReader {

  @Override
  public String format() {
    return "xrdml";
  }

  @Override
  public String description() {
    return "XRDML of PANalytical";
  }

  @Override
  public boolean recognises(byte[] head, String source) {
    return new String(head, StandardCharsets.ISO_8859_1).contains("<xrdMeasurements");
  }

  @Override
  public List<Measurement> read(InputStream in, String source) {
    XrdmlScans scans = new XrdmlScans(source);
    XmlWalk.through(in, source, scans);
    if (scans.found().isEmpty()) {
      throw new MatterException(
          "There is no scan with data points in this XRDML file.",
          Place.of(source),
          "Export the measurement with its data.");
    }
    return scans.found();
  }
}
