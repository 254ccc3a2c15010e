package org.suiseki.describe.spectrum;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.suiseki.describe.DescribeException;
import org.suiseki.matter.Normalisation;
import org.suiseki.matter.OutsideRange;
import org.suiseki.matter.Spelling;

/** All steps by their names in a chain. */
final class StepCatalogue {

  private record Entry(List<String> options, Function<StepOptions, SpectrumStep> make) {}

  private static final Map<String, Entry> ENTRIES = entries();

  private StepCatalogue() {}

  /** In the order in which they are mostly used. */
  static List<String> names() {
    return List.copyOf(ENTRIES.keySet());
  }

  /**
   * @param text {@code name}, {@code name:value:…} or {@code name:option=value:…}
   * @throws DescribeException where it is no step
   */
  static SpectrumStep parse(String text) {
    List<String> words = Arrays.asList(text.strip().split(":", -1));
    String name = words.get(0).strip().toLowerCase(Locale.ROOT);
    Entry entry = ENTRIES.get(name);
    if (entry == null) {
      throw new DescribeException(
          "There is no step \"" + words.get(0) + "\".",
          Spelling.hint(name, ENTRIES.keySet()) + "Steps: " + String.join(", ", names()) + ".");
    }
    List<String> options = words.subList(1, words.size());
    return entry.make.apply(StepOptions.read(name, options, entry.options));
  }

  private static Map<String, Entry> entries() {
    Map<String, Entry> all = new LinkedHashMap<>();
    points(all);
    backgrounds(all);
    values(all);
    angles(all);
    return all;
  }

  private static void points(Map<String, Entry> all) {
    add(all, "crop", o -> new Crop(o.number("from"), o.number("to")), "from", "to");
    add(
        all,
        "resample",
        o -> new Resample(o.number("from"), o.number("to"), o.number("step"), outside(o)),
        "from",
        "to",
        "step",
        "outside");
    add(
        all,
        "rebin",
        o -> new Rebin(o.number("from"), o.number("to"), o.number("step")),
        "from",
        "to",
        "step");
    add(
        all,
        "smooth",
        o -> new Smooth(o.whole("window"), o.whole("order", 2), o.whole("derivative", 0)),
        "window",
        "order",
        "derivative");
    add(all, "blur", o -> new Blur(o.number("sigma")), "sigma");
  }

  private static void backgrounds(Map<String, Entry> all) {
    add(
        all,
        "snip",
        o -> new Snip(o.whole("points", 40), o.whole("smoothing", 1)),
        "points",
        "smoothing");
    add(
        all,
        "arpls",
        o -> new Arpls(o.number("stiffness", 1e5), o.number("change", 1e-3)),
        "stiffness",
        "change");
    add(all, "chebyshev", o -> new Chebyshev(o.whole("degree", 6)), "degree");
  }

  private static void values(Map<String, Entry> all) {
    for (Normalisation one : Normalisation.values()) {
      Normalise step = new Normalise(one);
      add(all, step.name(), o -> step);
    }
    for (Transform.Function one : Transform.Function.values()) {
      Transform step = new Transform(one);
      add(all, step.name(), o -> step);
    }
    add(all, "asinh", o -> new Asinh(o.number("scale")), "scale");
  }

  private static void angles(Map<String, Entry> all) {
    add(
        all,
        "kalpha2",
        o -> new KAlpha2Strip(o.number("first"), o.number("second"), o.number("ratio", 0.5)),
        "first",
        "second",
        "ratio");
    add(all, "zero", o -> new ZeroShift(o.number("zero")), "zero");
    add(
        all,
        "displacement",
        o -> new Displacement(o.number("displacement"), o.number("radius")),
        "displacement",
        "radius");
    add(
        all,
        "axis",
        o ->
            new AxisConversion(
                DiffractionAxis.named(o.text("to")), o.maybe("wavelength"), o.maybe("target")),
        "to",
        "wavelength",
        "target");
  }

  private static OutsideRange outside(StepOptions options) {
    return switch (options.text("outside", "refuse")) {
      case "refuse" -> OutsideRange.REFUSE;
      case "zero" -> OutsideRange.ZERO;
      case "hold" -> OutsideRange.HOLD;
      default -> throw options.refused("outside", "Write refuse, zero or hold.");
    };
  }

  private static void add(
      Map<String, Entry> all,
      String name,
      Function<StepOptions, SpectrumStep> make,
      String... options) {
    all.put(name, new Entry(List.of(options), make));
  }
}
