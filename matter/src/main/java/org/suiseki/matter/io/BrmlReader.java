package org.suiseki.matter.io;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.suiseki.matter.MatterException;
import org.suiseki.matter.Place;

/**
 * Reads BRML, the zip archive of Bruker's DIFFRAC.SUITE: each {@code RawData….xml} in it is one
 * measurement, by its last route of data (the first is as measured, a later one as processed).
 *
 * <p>The columns of a datum are those that the file's own data views describe. Counts are as the
 * file gives them; those taken through an absorber contain its factor already. The wavelength is
 * the average of the tube, from the raw data or else from {@code MeasurementContainer.xml}.
 */
final class BrmlReader implements SpectrumReader {
  private static final Pattern RAW_DATA = Pattern.compile("(.*/)?RawData\\d*\\.xml");
  private static final String CONTAINER = "MeasurementContainer.xml";

  @Override
  public String format() {
    return "brml";
  }

  @Override
  public String description() {
    return "BRML of Bruker";
  }

  @Override
  public boolean recognises(byte[] head, String source) {
    return ZipEntries.begins(head)
        && (ZipEntries.firstName(head).startsWith("Experiment")
            || ZipEntries.firstName(head).startsWith("experimentCollection")
            || ZipEntries.shows(head, "RawData")
            || source.toLowerCase(java.util.Locale.ROOT).endsWith(".brml"));
  }

  @Override
  public List<Measurement> read(InputStream in, String source) {
    List<BrmlRawData> raw = new ArrayList<>();
    BrmlTube tube = new BrmlTube();
    ZipEntries.each(
        in,
        source,
        (name, content, place) -> {
          if (RAW_DATA.matcher(name).matches()) {
            BrmlRawData data = new BrmlRawData(name, place);
            XmlWalk.through(content, place, data);
            raw.add(data);
          } else if (name.endsWith(CONTAINER)) {
            XmlWalk.through(content, place, tube);
          }
        });
    List<Measurement> found = new ArrayList<>();
    for (BrmlRawData data : raw) {
      data.measurement(FileName.of(source), raw.size() > 1, tube).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      throw new MatterException(
          "This is a BRML archive, but "
              + (raw.isEmpty() ? "no RawData….xml is in it." : "its raw data holds no points."),
          Place.of(source),
          "Export the measurement with its data.");
    }
    return found;
  }
}
