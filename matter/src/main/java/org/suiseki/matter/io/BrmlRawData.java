package org.suiseki.matter.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.suiseki.matter.Place;

/** One {@code RawData….xml} of a BRML archive, while its elements pass. */
final class BrmlRawData implements XmlWalk.Visitor {
  private final String entry;
  private final String source;
  private final BrmlTube tube = new BrmlTube();
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final List<BrmlRoute> routes = new ArrayList<>();

  BrmlRawData(String entry, String source) {
    this.entry = entry;
    this.source = source;
  }

  @Override
  public Optional<NumberList> begins(XmlWalk at) {
    if (at.name().equals("DataRoute")) {
      routes.add(new BrmlRoute(at.place(), at.attribute("RouteFlag")));
    }
    tube.begins(at);
    return at.within("DataRoute") ? route().begins(at) : Optional.empty();
  }

  @Override
  public void ends(XmlWalk at, String text) {
    tube.ends(at, text);
    if (at.within("DataRoute")) {
      route().ends(at, text);
    } else if (at.parent().equals("RawData") && !text.isEmpty()) {
      metadata.put(at.name(), text);
    }
  }

  /** Empty where there is no data. */
  Optional<Measurement> measurement(String file, boolean oneOfSeveral, BrmlTube container) {
    Optional<BrmlRoute> chosen =
        routes.stream().filter(BrmlRoute::hasData).reduce((before, after) -> after);
    return chosen.map(route -> measurement(route, file, oneOfSeveral, container));
  }

  private Measurement measurement(
      BrmlRoute route, String file, boolean oneOfSeveral, BrmlTube container) {
    List<String> warnings = new ArrayList<>();
    EmissionLines lines = tube.knowsLines() ? tube.lines() : container.lines();
    Map<String, String> all = new LinkedHashMap<>(metadata);
    all.putAll(route.metadata());
    all.put("entry", entry);
    lines.describe(all);
    OptionalDouble wavelength = lines.mean(warnings);
    if (wavelength.isEmpty() && (tube.knowsLines() || container.knowsLines())) {
      warnings.add("The file describes several tubes with different wavelengths.");
    }
    String sample = tube.text("SampleName").or(() -> container.text("SampleName")).orElse(file);
    String name = entry.substring(entry.lastIndexOf('/') + 1).replace(".xml", "");
    return new Measurement(
        oneOfSeveral ? sample + " " + name : sample,
        Measurement.Kind.DIFFRACTION,
        route.spectrum(warnings),
        new double[0],
        wavelength,
        route.countingTime(),
        all,
        Place.of(source),
        warnings);
  }

  private BrmlRoute route() {
    return routes.get(routes.size() - 1);
  }
}
