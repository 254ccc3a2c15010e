package org.suiseki.study;

import static org.suiseki.study.MadeNumbers.digits;
import static org.suiseki.study.MadeNumbers.numbers;
import static org.suiseki.study.MadeNumbers.packed;
import static org.suiseki.study.MadeNumbers.squares;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.suiseki.study.MadePatterns.Reflection;
import org.suiseki.study.MadePatterns.Sample;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Data of the shape that the study of diffraction patterns gives, drawn from a seed: two sets of
 * {@link MadePatterns}. The figures mean nothing.
 */
final class FeatureSpaceFixture {
  static final int GRID = 17;

  /** The decoded grid keeps every second point; the axes have odd lengths. */
  private static final int EVERY = 2;

  private static final List<String> READINGS = List.of("wide", "map", "ridge", "nearest", "mean");

  static final List<String> MODELS =
      List.of(
          "wide space, Gaussian process",
          "map, Gaussian process",
          "ridge on the pattern",
          "nearest pattern",
          "mean");

  private final JsonMapper json = JsonMapper.shared();
  private final Random random;

  private FeatureSpaceFixture(long seed) {
    random = new Random(seed);
  }

  /** Writes a page to look at: the file and, if wanted, how many patterns. */
  public static void main(String[] arguments) {
    int patterns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 150;
    new ReportPage().write(Path.of(arguments[0]), whole(1, patterns, 2001));
  }

  /** A whole report of two sets, the second half as large as the first. */
  static ObjectNode whole(long seed, int patterns, int points) {
    return new FeatureSpaceFixture(seed).report(patterns, points);
  }

  /** Only what the contract demands. */
  static ObjectNode bare() {
    return JsonMapper.shared()
        .createObjectNode()
        .put("schema", "xrd-feature-space-report")
        .put("version", 1);
  }

  private ObjectNode report(int patterns, int points) {
    ObjectNode data = bare();
    data.put("title", "A feature space of diffraction patterns one can walk in")
        .put("subtitle", "Made-up patterns, to look at the page");
    data.putArray("headline")
        .add("Two numbers keep 96 % of what tells the patterns of held-out compositions apart.")
        .add("The Ti content of an unknown sample is read to 0.31 at.% from the wide space.")
        .add("The reflection 3 2 1 is the strongest, but without it a point hardly moves.");
    data.set("provenance", provenance(patterns + patterns / 2));
    data.putArray("notes").add("All patterns are made up.");
    ArrayNode sets = data.putArray("sets");
    ObjectNode alloys =
        set(
            "alloys",
            "ThMn12-type alloys",
            "Simulated patterns of Sm(Fe,Ti,Co)12 and (Sm,Zr)Fe12 over their contents.",
            MadePatterns.alloys(random, patterns, points));
    properties(alloys, "Ti", "Ti", "Co", "Co", "Zr", "Zr");
    ObjectNode solutions =
        set(
            "solutions",
            "Solid solutions",
            "Seven pairs of end members whose lattice follows Vegard's law.",
            MadePatterns.solutions(random, patterns / 2, points));
    properties(solutions, "x", "Share of the second member");
    sets.add(alloys).add(solutions);
    return data;
  }

  private static void properties(ObjectNode set, String... names) {
    ArrayNode list = set.putArray("properties");
    for (int i = 0; i < names.length; i += 2) {
      list.addObject()
          .put("name", names[i])
          .put("label", names[i + 1])
          .put("unit", names.length > 2 ? "at.%" : "mol%");
    }
  }

  private ObjectNode provenance(int patterns) {
    ObjectNode node =
        json.createObjectNode()
            .put("seed", 20220613)
            .put("quick", false)
            .put("command", "suiseki run xrd-feature-space --seed 20220613")
            .put("created", "2026-03-01T10:20:30Z")
            .put("seconds", 163.4);
    node.putObject("software").put("Suiseki", "0.1.0").put("Java", "17.0.12");
    ObjectNode source = node.putObject("data").put("source", "made up").put("licence", "CC0-1.0");
    source.put("sha256", "0123456789abcdef".repeat(4)).put("patterns", patterns);
    source.putArray("rejected").addObject().put("id", "film_17").put("reason", "ends at 38.2°");
    ArrayNode stages = node.putArray("stages");
    stages.addObject().put("name", "Read patterns").put("seconds", 1.2);
    stages.addObject().put("name", "Train autoencoders").put("seconds", 131.0);
    stages.addObject().put("name", "Mask peaks").put("seconds", 6.3);
    return node;
  }

  private ObjectNode set(String name, String title, String lead, MadePatterns made) {
    ObjectNode set =
        json.createObjectNode().put("name", name).put("title", title).put("lead", lead);
    set.putObject("axis")
        .put("name", "2θ")
        .put("unit", "°")
        .set("values", packed(made.axis, made.axis[0], made.axis[made.axis.length - 1]));
    set.put("quantity", "intensity (arbitrary units)").put("preparation", "area → sqrt");
    ArrayNode families = set.putArray("families");
    made.series.forEach(
        series -> families.addObject().put("name", series.name()).put("label", series.label()));
    set.set("patterns", patterns(name, made));
    set.putObject("map")
        .put("method", "dense autoencoder, 2 coordinates")
        .put("x", "z₁")
        .put("y", "z₂")
        .put("note", "The axes have no unit: only which points are close to each other counts.");
    set.set("decoded", decoded(made));
    quality(set, made);
    models(set);
    concentration(set, made);
    ObjectNode companion = set.putObject("companion");
    companion
        .put("text", "Dynamic time warping lets two patterns stretch before they are compared.")
        .put("accuracy", 0.907);
    ArrayNode rows = companion.putArray("rows");
    rows.addObject()
        .put("name", "Nearest pattern is of the same composition")
        .put("value", "90.7 %");
    rows.addObject().put("name", "Clusters found").put("value", "4");
    set.set("peaks", peaks(made));
    set.set("relevance", relevance(made));
    set.set("interpolation", new MadeWalks(random).of(name, made));
    return set;
  }

  private ArrayNode patterns(String name, MadePatterns made) {
    ArrayNode list = json.createArrayNode();
    for (int p = 0; p < made.samples.size(); p++) {
      Sample sample = made.samples.get(p);
      ObjectNode node =
          list.addObject()
              .put("id", name + "-" + p)
              .put("family", sample.family())
              .put("group", "g" + p / 2);
      node.set("values", numbers(sample.values()));
      node.set("point", numbers(sample.point()));
      node.set(
          "spread", numbers(0.05 + 0.08 * random.nextDouble(), 0.04 + 0.08 * random.nextDouble()));
      node.put("cluster", sample.cluster()).put("held", sample.held());
      node.set(
          "curve",
          packed(
              squares(made.noisy(random, made.curve(sample.family(), sample.values()))), 0, 1.21));
    }
    return list;
  }

  private ObjectNode decoded(MadePatterns made) {
    double[] low = {1e9, 1e9};
    double[] high = {-1e9, -1e9};
    for (Sample sample : made.samples) {
      for (int k = 0; k < 2; k++) {
        low[k] = Math.min(low[k], sample.point()[k] - 0.3);
        high[k] = Math.max(high[k], sample.point()[k] + 0.3);
      }
    }
    int kept = (made.axis.length + 1) / EVERY;
    double[] roots = new double[GRID * GRID * kept];
    for (int row = 0; row < GRID; row++) {
      for (int column = 0; column < GRID; column++) {
        double x = low[0] + (high[0] - low[0]) * column / (GRID - 1);
        double y = low[1] + (high[1] - low[1]) * row / (GRID - 1);
        double[] curve = made.decoded(x, y);
        for (int i = 0; i < kept; i++) {
          roots[(row * GRID + column) * kept + i] = curve[EVERY * i];
        }
      }
    }
    ObjectNode node = json.createObjectNode().put("columns", GRID).put("rows", GRID);
    node.put("every", EVERY);
    node.set("x", numbers(low[0], high[0]));
    node.set("y", numbers(low[1], high[1]));
    byte[] bytes = new byte[roots.length];
    for (int i = 0; i < roots.length; i++) {
      bytes[i] = (byte) Math.round(255 * Math.min(1, roots[i] / 1.1));
    }
    node.putObject("curves")
        .put("low", 0)
        .put("high", 1.1)
        .put("power", 2)
        .put("data8", Base64.getEncoder().encodeToString(bytes));
    return node;
  }

  private void quality(ObjectNode set, MadePatterns made) {
    ArrayNode quality = set.putArray("quality");
    quality
        .addObject()
        .put("name", "Trustworthiness")
        .put("value", 0.973)
        .put("text", "Neighbours on the map are neighbours among the patterns (1 is best).");
    quality
        .addObject()
        .put("name", "Continuity")
        .put("value", 0.981)
        .put("text", "Neighbours among the patterns stay neighbours on the map (1 is best).");
    quality
        .addObject()
        .put("name", "Spread between seeds")
        .put("value", 0.084)
        .put("text", "How far a point moves from seed to seed, in units of the map's spread.");
    quality
        .addObject()
        .put("name", "Silhouette")
        .put("value", 0.52)
        .put("text", "How well the clusters stand apart (1 is best, 0 is no clusters).");
    quality
        .addObject()
        .put("name", "Adjusted Rand index")
        .put("value", 0.64)
        .put("text", "How far clusters and families agree (1 always, 0 as by chance).");
    ArrayNode clusters = set.putArray("clusters");
    int most = made.samples.stream().mapToInt(Sample::cluster).max().orElse(0);
    for (int c = 0; c <= most; c++) {
      int cluster = c;
      clusters
          .addObject()
          .put("cluster", c)
          .put("count", made.samples.stream().filter(s -> s.cluster() == cluster).count())
          .put("text", "Compositions alike: most of them with little of the first solute.");
    }
  }

  private void models(ObjectNode set) {
    ArrayNode models = set.putArray("models");
    model(models, "dense, denoising", "autoencoder", 8, 0.0121, 41, "wide");
    model(models, "dense", "autoencoder", 2, 0.0394, 22, "map");
    model(models, "convolutional", "autoencoder", 2, 0.0432, 64, null);
    model(models, "dense, variational", "autoencoder", 2, 0.0521, 25, null);
    model(models, "principal components", "baseline", 8, 0.0213, 0.1, null);
    model(models, "principal components", "baseline", 2, 0.152, 0.1, null);
    model(models, "non-negative factors", "baseline", 2, 0.187, 0.4, null);
    model(models, "kernel principal components", "baseline", 2, 0.133, 0.3, null);
  }

  private static void model(
      ArrayNode list,
      String name,
      String kind,
      int size,
      double rest,
      double seconds,
      String chosen) {
    list.addObject()
        .put("name", name)
        .put("method", name.equals("principal components") ? "pca" : name)
        .put("kind", kind)
        .put("size", size)
        .put("unexplained", rest)
        .put("low", digits(0.8 * rest))
        .put("high", digits(1.3 * rest))
        .put("trustworthiness", digits(1 - rest / 2))
        .put("seconds", seconds)
        .put("chosen", chosen);
  }

  private void concentration(ObjectNode set, MadePatterns made) {
    ArrayNode scores = set.putArray("concentration");
    ArrayNode parity = set.putArray("parity");
    int properties = made.samples.get(0).values().length;
    for (int j = 0; j < properties; j++) {
      for (int m = 0; m < MODELS.size(); m++) {
        double error = properties == 1 ? 1.2 * (m + 1) * (m + 1) : 0.3 * (m + 1) * (m + 1) / 1.6;
        double r2 = m == 4 ? -0.02 : 1 - 0.03 * m * m - 0.01 * j;
        ObjectNode row =
            scores
                .addObject()
                .put("property", j)
                .put("reading", READINGS.get(m))
                .put("model", MODELS.get(m))
                .put("baseline", m > 1);
        row.put("mae", digits(error)).put("rmse", digits(1.3 * error)).put("r2", digits(r2));
        row.set("r2Interval", numbers(r2 - 0.03, Math.min(1, r2 + 0.02)));
        if (m < 2) {
          row.put("coverage", m == 0 ? 0.953 : 0.87);
        } else {
          row.putNull("coverage");
        }
        if (m < 3) {
          parity(parity.addObject(), made, j, m, error);
        }
      }
    }
  }

  private void parity(ObjectNode node, MadePatterns made, int property, int model, double error) {
    node.put("property", property).put("reading", READINGS.get(model));
    node.put("model", MODELS.get(model));
    ArrayNode points = node.putArray("points");
    for (int p = 0; p < made.samples.size(); p++) {
      double truth = made.samples.get(p).values()[property];
      ObjectNode point = points.addObject().put("p", p).put("truth", digits(truth));
      point.put("mean", digits(truth + 1.2 * error * random.nextGaussian()));
      if (model < 2) {
        point.put("deviation", digits(1.2 * error));
      }
    }
  }

  private ArrayNode peaks(MadePatterns made) {
    ArrayNode list = json.createArrayNode();
    for (Reflection reflection : made.reflections) {
      double position = 0;
      double intensity = 0;
      double low = 1e9;
      double high = 0;
      for (Sample sample : made.samples) {
        double at = made.position(reflection, sample.family(), sample.values());
        position += at / made.samples.size();
        intensity += made.intensity(reflection, sample.values()) / made.samples.size();
        low = Math.min(low, at);
        high = Math.max(high, at);
      }
      list.addObject()
          .put("label", reflection.label())
          .put("position", digits(position))
          .put("intensity", digits(intensity))
          .put("from", digits(low - 0.6))
          .put("to", digits(high + 0.6));
    }
    return list;
  }

  private ObjectNode relevance(MadePatterns made) {
    ObjectNode node = json.createObjectNode();
    int properties = made.samples.get(0).values().length;
    int count = made.reflections.size();
    ArrayNode items = node.putArray("items");
    double[] strength = new double[count];
    for (int k = 0; k < count; k++) {
      Reflection reflection = made.reflections.get(k);
      strength[k] = (k == 8 ? 0.05 : 0.012 * Math.sqrt(reflection.intensity())) * (1 + k % 3);
    }
    List<Integer> order =
        java.util.stream.IntStream.range(0, count)
            .boxed()
            .sorted((a, b) -> Double.compare(strength[b], strength[a]))
            .toList();
    for (int k : order) {
      Reflection reflection = made.reflections.get(k);
      ObjectNode item = items.addObject().put("peak", k).put("shift", digits(strength[k]));
      item.put("relative", digits(strength[k] / (0.004 * reflection.intensity())));
      item.put("gradient", digits(strength[k] * (0.7 + 0.6 * random.nextDouble())));
      ArrayNode answer = item.putArray("answer");
      for (int j = 0; j < properties; j++) {
        answer.add(digits(strength[k] * (properties == 1 ? 12 : 3) * random.nextDouble()));
      }
      item.put("contrast", digits(0.5 * strength[k] * random.nextDouble()));
      ArrayNode averages = item.putArray("answerContrast");
      for (int j = 0; j < properties; j++) {
        averages.add(digits(strength[k] * random.nextDouble()));
      }
      item.put("varies", digits(random.nextDouble())).put("moves", digits(random.nextDouble()));
      if (k == 8) {
        item.put(
            "finding",
            "Intense, but the same in all patterns: it says nothing of the composition.");
      } else {
        item.putNull("finding");
      }
    }
    ArrayNode patterns = node.putArray("patterns");
    for (Sample sample : made.samples) {
      shifts(patterns.addObject(), made, sample, strength);
    }
    ArrayNode pairs = node.putArray("pairs");
    for (int a = 0; a < 6 && a < count; a++) {
      for (int b = a + 1; b < 6 && b < count; b++) {
        double sum = strength[order.get(a)] + strength[order.get(b)];
        pairs
            .addObject()
            .put("a", order.get(a))
            .put("b", order.get(b))
            .put("shift", digits(sum * (0.6 + 0.7 * random.nextDouble())))
            .put("sum", digits(sum))
            .put("interaction", digits(0.1 * random.nextDouble()));
      }
    }
    node.putArray("sentences")
        .add("Few reflections carry the map; the strongest is not one of them.");
    return node;
  }

  private void shifts(ObjectNode node, MadePatterns made, Sample sample, double[] strength) {
    ArrayNode windows = node.putArray("windows");
    ArrayNode shift = node.putArray("shift");
    ArrayNode answer = node.putArray("answer");
    ArrayNode intensity = node.putArray("intensity");
    for (int k = 0; k < strength.length; k++) {
      Reflection reflection = made.reflections.get(k);
      double at = made.position(reflection, sample.family(), sample.values());
      boolean seen = at < made.axis[made.axis.length - 1] - 0.6 && at > made.axis[0] + 0.6;
      if (!seen) {
        windows.addNull();
        shift.addNull();
        answer.addNull();
        intensity.addNull();
        continue;
      }
      windows.add(numbers(at - 0.5, at + 0.5));
      double angle = 0.9 * k + 0.2 * sample.point()[0];
      double size = 2 * strength[k] * (0.6 + 0.8 * random.nextDouble());
      shift.add(numbers(size * Math.cos(angle), size * Math.sin(angle)));
      ArrayNode answers = answer.addArray();
      for (int j = 0; j < sample.values().length; j++) {
        answers.add(digits(2 * strength[k] * random.nextGaussian()));
      }
      intensity.add(digits(made.intensity(reflection, sample.values())));
    }
  }
}
