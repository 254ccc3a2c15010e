package org.suiseki.study.xrd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.suiseki.learn.KernelPrincipalComponents;
import org.suiseki.learn.NonnegativeFactors;
import org.suiseki.learn.PrincipalComponents;
import org.suiseki.learn.nn.AutoencoderOptions;
import org.suiseki.learn.nn.AutoencoderTrainer;
import org.suiseki.learn.nn.Encoding;
import org.suiseki.learn.nn.Variant;
import org.suiseki.matter.Axis;
import org.suiseki.study.Numbers;
import org.suiseki.study.RunOptions;
import org.suiseki.study.Study;
import org.suiseki.study.StudyException;
import org.suiseki.study.StudyNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a study of diffraction patterns does with each of its sets.
 *
 * @param preparation how patterns become rows
 * @param autoencoders the candidates, of two coordinates
 * @param wide numbers of coordinates of larger spaces, three or more, ascending
 * @param folds of the cross-validation by composition
 * @param seeds with which the map is trained again, to see what is chance
 * @param neighbours that count for trustworthiness and continuity
 * @param mostPeaks whose relevance is asked for, the strongest
 * @param pairedPeaks that are masked two at a time, the most relevant
 * @param walks at most so many from one composition to another, for each set
 * @param series whether the embedded Vegard series follow the embedded alloys
 */
record XrdOptions(
    PatternPreprocessing.Options preparation,
    List<AutoencoderOptions> autoencoders,
    int[] wide,
    int folds,
    int seeds,
    int neighbours,
    int mostPeaks,
    int pairedPeaks,
    int walks,
    boolean series,
    long seed,
    boolean quick,
    int threads) {
  static final int MAP = 2;

  static XrdOptions read(Study study, RunOptions asked) {
    StudyNode root = study.options();
    boolean quick = asked.quick();
    long seed = asked.seedFor(study);
    StudyNode space = root.section("space");
    StudyNode validation = root.section("validation");
    StudyNode relevance = root.section("relevance");
    int folds = (int) validation.integer("folds", 5, 2, 100);
    int seeds = (int) space.integer("seeds", 5, 1, 50);
    List<AutoencoderOptions> candidates = candidates(space, seed, quick);
    return new XrdOptions(
        preparation(root.section("patterns")),
        quick ? candidates.subList(0, 1) : candidates,
        wide(space),
        quick ? Math.min(folds, 3) : folds,
        quick ? Math.min(seeds, 2) : seeds,
        (int) validation.integer("neighbours", 10, 1, 1000),
        (int) relevance.integer("peaks", 30, 1, 500),
        (int) relevance.integer("pairs", 8, 0, 40),
        (int) root.section("walks").integer("number", quick ? 20 : 60, 0, 10_000),
        root.flag("series", true),
        seed,
        quick,
        asked.threads().orElse(Runtime.getRuntime().availableProcessors()));
  }

  /** In the unit of the patterns' axis, which the study does not know. */
  private static PatternPreprocessing.Options preparation(StudyNode node) {
    String steps = node.text("prepare", "");
    if (!steps.isBlank()) {
      try {
        // Over any grid, to see whether the words are steps.
        PatternPreprocessing.of(steps, Axis.uniform("two-theta", "degree", 10, 110, 1));
      } catch (StudyException wrong) {
        throw node.wrong("prepare", wrong.what(), wrong.mend());
      }
    }
    double from = node.number("from", Double.NaN, -1e6, 1e6);
    double to = node.number("to", Double.NaN, -1e6, 1e6);
    if (to <= from) {
      throw node.wrong(
          "to", "The grid would run from " + from + " to " + to + ".", "End it above its start.");
    }
    return new PatternPreprocessing.Options(
        steps, from, to, node.number("step", Double.NaN, 1e-9, 1e6));
  }

  private static int[] wide(StudyNode space) {
    double[] sizes = space.numbers("wide", 8);
    if (sizes.length == 0) {
      throw space.wrong("wide", "No number of coordinates is given.", "Give one, such as [8].");
    }
    for (double size : sizes) {
      if (size != Math.rint(size) || size <= MAP || size > 64) {
        throw space.wrong(
            "wide",
            "A larger space has " + size + " coordinates.",
            "Give whole numbers from 3 to 64; the map has 2.");
      }
    }
    return Arrays.stream(sizes).mapToInt(size -> (int) size).sorted().distinct().toArray();
  }

  private static List<AutoencoderOptions> candidates(StudyNode space, long seed, boolean quick) {
    List<AutoencoderOptions> candidates = new ArrayList<>();
    for (StudyNode node : space.children("candidates")) {
      candidates.add(candidate(node, seed, quick));
    }
    if (candidates.isEmpty()) {
      candidates.add(shortened(AutoencoderOptions.DENSE.withSeed(seed), quick));
    }
    return candidates;
  }

  private static AutoencoderOptions candidate(StudyNode node, long seed, boolean quick) {
    Encoding encoding = one(node, "encoding", Encoding.DENSE);
    AutoencoderOptions usual =
        encoding == Encoding.DENSE ? AutoencoderOptions.DENSE : AutoencoderOptions.CONVOLUTIONAL;
    AutoencoderOptions.Layers layers = usual.layers();
    AutoencoderOptions.Regularisation kept = usual.regularisation();
    AutoencoderOptions.Schedule schedule = usual.schedule();
    double[] widths =
        node.numbers("widths", layers.widths().stream().mapToDouble(width -> width).toArray());
    for (double width : widths) {
      if (width != Math.rint(width) || width < 1 || width > 4096) {
        throw node.wrong(
            "widths", "A layer is " + width + " wide.", "Give whole numbers from 1 to 4096.");
      }
    }
    int kernel = (int) node.integer("kernel", layers.kernel(), 1, 1001);
    if (kernel % 2 == 0) {
      throw node.wrong(
          "kernel", "A kernel of " + kernel + " has no middle.", "Give an odd number.");
    }
    if (encoding == Encoding.CONVOLUTIONAL && widths.length == 0) {
      throw node.wrong(
          "widths", "There is no convolution.", "Give one number of channels or more.");
    }
    if (widths.length > 16) {
      throw node.wrong("widths", "There are " + widths.length + " layers.", "Give 16 at most.");
    }
    AutoencoderOptions read =
        new AutoencoderOptions(
            one(node, "variant", Variant.PLAIN),
            MAP,
            new AutoencoderOptions.Layers(
                encoding,
                Arrays.stream(widths).mapToObj(width -> (int) width).toList(),
                kernel,
                (int) node.integer("stride", Math.min(layers.stride(), kernel), 1, kernel),
                (int) node.integer("bridge", layers.bridge(), 1, 4096),
                layers.activation()),
            new AutoencoderOptions.Regularisation(
                node.number("input_noise", kept.inputNoise(), 0, 10),
                node.number("shift_noise", kept.shiftNoise(), 0, 100),
                node.number("latent_noise", kept.latentNoise(), 0, 10),
                node.number("beta", kept.beta(), 0, 100),
                node.number("warm_up", kept.warmUp(), 0, 1),
                node.number("geometry", kept.geometry(), 0, 1000),
                (int) node.integer("neighbours", kept.neighbours(), 1, 1000),
                node.number("weight_decay", kept.weightDecay(), 0, 10)),
            new AutoencoderOptions.Schedule(
                node.number("learning_rate", schedule.learningRate(), 1e-6, 1),
                (int) node.integer("batch", schedule.batch(), 1, 100_000),
                (int) node.integer("epochs", schedule.epochs(), 1, 1_000_000),
                0,
                node.number("averaging", schedule.averaging(), 0, 0.99)),
            seed);
    return shortened(read, quick);
  }

  private static <E extends Enum<E>> E one(StudyNode node, String key, E fallback) {
    List<String> names =
        Arrays.stream(fallback.getDeclaringClass().getEnumConstants())
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .toList();
    String named = node.choice(key, fallback.name().toLowerCase(Locale.ROOT), names);
    return Enum.valueOf(fallback.getDeclaringClass(), named.toUpperCase(Locale.ROOT));
  }

  private static AutoencoderOptions shortened(AutoencoderOptions options, boolean quick) {
    return quick ? options.withEpochs(Math.max(1, options.schedule().epochs() / 3)) : options;
  }

  /** Baselines first, then the autoencoders in the order of the study; names are unique. */
  List<SpaceCandidate> candidates() {
    List<SpaceCandidate> all = new ArrayList<>();
    all.add(new SpaceCandidate("pca", true, (size, from) -> new PrincipalComponents(size)));
    all.add(new SpaceCandidate("nmf", true, (size, from) -> new NonnegativeFactors(size)));
    all.add(
        new SpaceCandidate(
            "kernel-pca", true, (size, from) -> new KernelPrincipalComponents(size)));
    for (AutoencoderOptions options : autoencoders) {
      String plain = name(options);
      long alike = all.stream().filter(one -> one.name().startsWith(plain)).count();
      String name = alike == 0 ? plain : plain + "-" + (alike + 1);
      all.add(
          new SpaceCandidate(
              name,
              false,
              (size, from) ->
                  new AutoencoderTrainer(sized(options, size).withSeed(from), threads)));
    }
    return all;
  }

  /**
   * Distances along the set lay out a map; in a larger space, where every direction of the set has
   * a coordinate, they would only hold back what the coordinates can say.
   */
  private static AutoencoderOptions sized(AutoencoderOptions options, int size) {
    AutoencoderOptions sized = options.withSize(size);
    return size == MAP ? sized : sized.withRegularisation(options.regularisation().withGeometry(0));
  }

  private static String name(AutoencoderOptions options) {
    String encoding = options.layers().encoding().name();
    return (encoding + "-" + options.variant().name()).toLowerCase(Locale.ROOT);
  }

  /** Every option that decides the numbers of a run. */
  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode patterns = json.putObject("patterns").put("prepare", preparation.steps());
    Numbers.put(patterns, "grid", preparation.from(), preparation.to(), preparation.step());
    ArrayNode networks = json.putArray("autoencoders");
    autoencoders.forEach(one -> networks.add(network(one)));
    Arrays.stream(wide).forEach(json.putArray("wide")::add);
    json.put("folds", folds).put("seeds", seeds).put("neighbours", neighbours);
    json.put("peaks", mostPeaks).put("pairs", pairedPeaks).put("walks", walks);
    return json.put("series", series).put("quick", quick);
  }

  private static ObjectNode network(AutoencoderOptions options) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", name(options));
    options.layers().widths().forEach(json.putArray("widths")::add);
    json.put("kernel", options.layers().kernel()).put("stride", options.layers().stride());
    json.put("input_noise", options.regularisation().inputNoise());
    json.put("shift_noise", options.regularisation().shiftNoise());
    json.put("latent_noise", options.regularisation().latentNoise());
    json.put("beta", options.regularisation().beta());
    json.put("warm_up", options.regularisation().warmUp());
    json.put("geometry", options.regularisation().geometry());
    json.put("neighbours", options.regularisation().neighbours());
    json.put("weight_decay", options.regularisation().weightDecay());
    json.put("learning_rate", options.schedule().learningRate());
    json.put("batch", options.schedule().batch()).put("epochs", options.schedule().epochs());
    return json.put("averaging", options.schedule().averaging());
  }
}
