package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.suiseki.matter.Place;

/** Gathers the scans of an XRDML document as its elements pass. */
final class XrdmlScans implements XmlWalk.Visitor {
  private final String source;
  private final List<Measurement> found = new ArrayList<>();
  private final Map<String, String> ofFile = new LinkedHashMap<>();
  private final Map<String, String> ofMeasurement = new LinkedHashMap<>();
  private EmissionLines lines = EmissionLines.NONE;
  private String intended = "";
  private XrdmlScan scan;

  XrdmlScans(String source) {
    this.source = source;
    this.scan = new XrdmlScan(Place.of(source));
  }

  /** So far, in the order of the file. */
  List<Measurement> found() {
    return found;
  }

  @Override
  public Optional<NumberList> begins(XmlWalk at) {
    switch (at.name()) {
      case "xrdMeasurements" -> schema(at);
      case "xrdMeasurement" -> {
        ofMeasurement.clear();
        lines = EmissionLines.NONE;
        intended = "";
        keep(ofMeasurement, "measurement type", at.attribute("measurementType"));
        keep(ofMeasurement, "sample mode", at.attribute("sampleMode"));
      }
      case "usedWavelength" -> intended = at.attribute("intended");
      case "scan" -> {
        scan = new XrdmlScan(at.place());
        for (String name : List.of("scanAxis", "mode", "status", "appendNumber")) {
          keep(scan.metadata, name, at.attribute(name));
        }
      }
      default -> {}
    }
    return at.within("dataPoints") ? scan.begins(at) : Optional.empty();
  }

  @Override
  public void ends(XmlWalk at, String text) {
    if (at.within("dataPoints")) {
      scan.ends(at, text);
      return;
    }
    switch (at.parent()) {
      case "sample" -> keep(ofFile, "sample " + at.name(), text);
      case "usedWavelength" -> line(at, text);
      case "xRayTube" -> keep(ofMeasurement, at.name(), text);
      case "header" -> keep(scan.metadata, at.name(), text);
      case "author" -> keep(scan.metadata, "author", text);
      case "source" -> keep(scan.metadata, at.name(), text);
      case "incidentBeamPath" -> {
        if (at.name().equals("radius")) {
          keep(ofMeasurement, "goniometer radius [mm]", text);
        }
      }
      default -> {
        if (at.name().equals("scan")) {
          endScan();
        }
      }
    }
  }

  private void schema(XmlWalk at) {
    String namespace = at.namespace();
    keep(ofFile, "schema", namespace.substring(namespace.lastIndexOf('/') + 1));
    keep(ofFile, "status", at.attribute("status"));
  }

  private void line(XmlWalk at, String text) {
    if (text.isEmpty()) {
      return;
    }
    double value = DecimalNumber.parse(text, at.name(), at.place());
    EmissionLines old = lines;
    lines =
        switch (at.name()) {
          case "kAlpha1" ->
              new EmissionLines(old.average(), value, old.alpha2(), old.beta(), old.ratio());
          case "kAlpha2" ->
              new EmissionLines(old.average(), old.alpha1(), value, old.beta(), old.ratio());
          case "kBeta" ->
              new EmissionLines(old.average(), old.alpha1(), old.alpha2(), value, old.ratio());
          case "ratioKAlpha2KAlpha1" ->
              new EmissionLines(old.average(), old.alpha1(), old.alpha2(), old.beta(), value);
          default -> old;
        };
  }

  private void endScan() {
    List<String> warnings = scan.warnings;
    if (scan.isEmpty()) {
      return;
    }
    Map<String, String> metadata = new LinkedHashMap<>(ofFile);
    metadata.putAll(ofMeasurement);
    metadata.putAll(scan.metadata);
    keep(metadata, "intended wavelength", intended);
    lines.describe(metadata);
    String status = scan.metadata.getOrDefault("status", "");
    if (!status.isEmpty() && !status.equals("Completed")) {
      warnings.add("The instrument calls the scan " + Shown.text(status) + ".");
    }
    found.add(
        new Measurement(
            id(),
            Measurement.Kind.DIFFRACTION,
            scan.spectrum(),
            new double[0],
            wavelength(warnings),
            scan.countingTime(),
            metadata,
            scan.place,
            warnings));
  }

  /** The beam is one line only where the file says that the others are not meant. */
  private OptionalDouble wavelength(List<String> warnings) {
    double one =
        switch (intended) {
          case "K-Beta" -> lines.beta();
          case "K-Alpha 2" -> lines.alpha2();
          default -> 0;
        };
    return EmissionLines.usable(one) ? OptionalDouble.of(one) : lines.mean(warnings);
  }

  private String id() {
    String id = ofFile.getOrDefault("sample id", ofFile.getOrDefault("sample name", ""));
    String plain = id.isEmpty() ? FileName.of(source) : id;
    return found.isEmpty() ? plain : plain + " scan " + (found.size() + 1);
  }

  private static void keep(Map<String, String> metadata, String name, String text) {
    if (!text.isEmpty()) {
      metadata.put(name, text);
    }
  }
}
